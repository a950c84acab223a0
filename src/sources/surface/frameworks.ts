import type { SurfaceMark } from "#evidence/surface-mark.ts";

type Mark = SurfaceMark["mark"];
/** mark, name as people say it, package names as manifests write them (separated by blanks). */
type Row = readonly [Mark, string, string];

const ruby: readonly Row[] = [
  ["web-framework", "Rails", "rails"],
  ["web-framework", "Sinatra", "sinatra"],
  ["web-framework", "Hanami", "hanami"],
  ["web-framework", "Roda", "roda"],
  ["web-framework", "Padrino", "padrino"],
  ["documentation-site", "Middleman", "middleman"],
  ["documentation-site", "Jekyll", "jekyll"],
  ["api-framework", "Grape", "grape"],
  ["api-framework", "Rails API", "rails-api"],
  ["ui-component", "ViewComponent", "view_component"],
  ["outcome-metric", "Ahoy", "ahoy_matey"],
  ["cli", "Thor", "thor"],
];
const python: readonly Row[] = [
  ["web-framework", "Django", "django"],
  ["web-framework", "Wagtail", "wagtail"],
  ["web-framework", "Flask", "flask quart"],
  ["web-framework", "Pyramid", "pyramid"],
  ["web-framework", "Tornado", "tornado"],
  ["web-framework", "Streamlit", "streamlit"],
  ["web-framework", "Dash", "dash"],
  ["web-framework", "Gradio", "gradio"],
  ["web-framework", "Plone", "plone products.cmsplone"],
  ["api-framework", "FastAPI", "fastapi"],
  ["api-framework", "Starlette", "starlette litestar"],
  ["api-framework", "Falcon", "falcon"],
  ["api-framework", "Connexion", "connexion"],
  ["api-framework", "Django REST framework", "djangorestframework django-ninja"],
  ["api-framework", "Flask REST", "flask-restful flask-restx apiflask flask-smorest"],
  ["api-framework", "aiohttp", "aiohttp.web"],
  ["outcome-metric", "product analytics", "posthog mixpanel segment-analytics-python"],
  ["cli", "click", "click typer"],
];
const php: readonly Row[] = [
  ["web-framework", "Laravel", "laravel/framework"],
  ["web-framework", "Livewire", "livewire/livewire filament/filament inertiajs/inertia-laravel"],
  ["web-framework", "Symfony", "symfony/framework-bundle"],
  ["web-framework", "Drupal", "drupal/core drupal/core-recommended"],
  ["web-framework", "WordPress", "roots/wordpress johnpbloch/wordpress"],
  ["web-framework", "Silverstripe", "silverstripe/framework silverstripe/recipe-cms"],
  ["web-framework", "TYPO3", "typo3/cms-core"],
  ["web-framework", "Magento", "magento/product-community-edition magento/framework"],
  ["web-framework", "CakePHP", "cakephp/cakephp"],
  ["web-framework", "Yii", "yiisoft/yii2"],
  ["web-framework", "CodeIgniter", "codeigniter4/framework"],
  ["web-framework", "Laminas", "laminas/laminas-mvc"],
  ["api-framework", "API Platform", "api-platform/core api-platform/symfony"],
  ["api-framework", "Slim", "slim/slim"],
];
const go: readonly Row[] = [
  ["api-framework", "Gin", "github.com/gin-gonic/gin"],
  ["api-framework", "Echo", "github.com/labstack/echo"],
  ["api-framework", "Fiber", "github.com/gofiber/fiber"],
  ["api-framework", "chi", "github.com/go-chi/chi"],
  ["api-framework", "gorilla/mux", "github.com/gorilla/mux"],
  ["api-framework", "httprouter", "github.com/julienschmidt/httprouter"],
  ["api-framework", "Buffalo", "github.com/gobuffalo/buffalo"],
  ["web-framework", "templ", "github.com/a-h/templ"],
  ["cli", "cobra", "github.com/spf13/cobra"],
  ["cli", "urfave/cli", "github.com/urfave/cli"],
  ["cli", "Kong", "github.com/alecthomas/kong"],
];
const rust: readonly Row[] = [
  ["api-framework", "Axum", "axum"],
  ["api-framework", "Actix Web", "actix-web"],
  ["api-framework", "warp", "warp"],
  ["api-framework", "poem", "poem salvo"],
  ["web-framework", "Rocket", "rocket"],
  ["web-framework", "Leptos", "leptos"],
  ["web-framework", "Yew", "yew"],
  ["web-framework", "Dioxus", "dioxus"],
  ["web-framework", "Sycamore", "sycamore"],
  ["web-framework", "Askama", "askama rinja"],
  ["web-framework", "Tera", "tera"],
  ["web-framework", "maud", "maud"],
  ["cli", "clap", "clap"],
];
const elixir: readonly Row[] = [
  ["web-framework", "Phoenix views", "phoenix_live_view phoenix_html"],
  ["api-framework", "Phoenix", "phoenix"],
  ["api-framework", "Plug", "plug_cowboy bandit"],
  ["api-framework", "Absinthe", "absinthe"],
];

export interface Framework {
  readonly mark: Mark;
  readonly name: string;
}

/** Which manifest names frameworks in which way; `name` takes a package name out of the text (group 1, global). */
export interface FrameworkManifest {
  readonly path: RegExp;
  readonly name: RegExp;
  /** Parts of the file whose names are no dependencies of what runs. */
  readonly without?: RegExp;
  readonly frameworks: ReadonlyMap<string, Framework>;
}

function byPackage(rows: readonly Row[]): ReadonlyMap<string, Framework> {
  return new Map(
    rows.flatMap(([mark, name, packages]) =>
      packages.split(" ").map((each) => [each.toLowerCase(), { mark, name }] as const),
    ),
  );
}

export const frameworkManifests: readonly FrameworkManifest[] = [
  {
    path: /(?:^|\/)Gemfile$/,
    name: /^[ \t]{0,40}gem[ (]{1,5}["']([\w-]{1,100})["']/gm,
    frameworks: byPackage(ruby),
  },
  {
    path: /(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg)|Pipfile|requirements(?![\w./-]{0,60}\b(?:dev|development|docs?|tests?|testing|ci|lint|quality|tools|build|local|pip)\b)[\w.-]{0,60}\.(?:txt|in)|requirements\/(?!(?:[\w.-]{0,40}[-_.])?(?:dev|development|docs?|tests?|testing|ci|lint|quality|tools|tox|build|local|pip)[-_.])[\w.-]{1,60}\.(?:txt|in))$/,
    name: /(?:^|["'])[ \t]{0,10}([A-Za-z][\w.-]{1,100})(?=[ \t]{0,5}(?:[=<>~!;["']|\r?$))/gm,
    without: /^[ \t]{0,8}(?:keywords|classifiers)\s{0,5}=\s{0,5}\[[^\]]{0,5000}\]/gm,
    frameworks: byPackage(python),
  },
  {
    path: /(?:^|\/)composer\.json$/,
    name: /"([\w.-]{1,100}\/[\w.-]{1,100})"\s{0,20}:/g,
    frameworks: byPackage(php),
  },
  {
    path: /(?:^|\/)go\.mod$/,
    name: /^\s{0,20}(?:require\s{1,5})?((?:github|gitlab)\.com\/[\w.-]{1,100}\/[\w.-]{1,100})(?:\/v\d{1,3})?\s{1,5}v[\d.]{1,40}(?![^\n]{0,100}\/\/ indirect)/gm,
    frameworks: byPackage(go),
  },
  {
    path: /(?:^|\/)Cargo\.toml$/,
    name: /^[ \t]{0,10}([a-z][\w-]{1,60})[ \t]{0,10}=/gm,
    frameworks: byPackage(rust),
  },
  {
    path: /(?:^|\/)mix\.exs$/,
    name: /\{:(\w{1,60}),/g,
    frameworks: byPackage(elixir),
  },
];
