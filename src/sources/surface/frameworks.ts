import type { SurfaceMark } from "#evidence/facts.ts";

type Mark = SurfaceMark["mark"];
/** mark, name as people say it, package names as manifests write them (separated by blanks). */
type Row = readonly [Mark, string, string];

const ruby: readonly Row[] = [
  ["web-framework", "Rails", "rails"],
  ["web-framework", "Sinatra", "sinatra"],
  ["web-framework", "Hanami", "hanami"],
  ["documentation-site", "Middleman", "middleman"],
  ["documentation-site", "Jekyll", "jekyll"],
  ["api-framework", "Grape", "grape"],
  ["ui-component", "ViewComponent", "view_component"],
  ["outcome-metric", "Ahoy", "ahoy_matey"],
  ["cli", "Thor", "thor"],
];
const python: readonly Row[] = [
  ["web-framework", "Django", "django"],
  ["web-framework", "Flask", "flask"],
  ["web-framework", "Streamlit", "streamlit"],
  ["api-framework", "FastAPI", "fastapi"],
  ["api-framework", "Django REST framework", "djangorestframework"],
  ["api-framework", "aiohttp", "aiohttp.web"],
  ["documentation-site", "MkDocs", "mkdocs mkdocs-material"],
  ["documentation-site", "Sphinx", "sphinx"],
  ["cli", "click", "click typer"],
];
const php: readonly Row[] = [
  ["web-framework", "Laravel", "laravel/framework"],
  ["web-framework", "Symfony", "symfony/framework-bundle"],
  ["web-framework", "Drupal", "drupal/core drupal/core-recommended"],
  ["api-framework", "Slim", "slim/slim"],
];
const go: readonly Row[] = [
  ["api-framework", "Gin", "github.com/gin-gonic/gin"],
  ["api-framework", "Echo", "github.com/labstack/echo"],
  ["api-framework", "Fiber", "github.com/gofiber/fiber"],
  ["api-framework", "chi", "github.com/go-chi/chi"],
  ["api-framework", "gorilla/mux", "github.com/gorilla/mux"],
  ["cli", "cobra", "github.com/spf13/cobra"],
];
const rust: readonly Row[] = [
  ["api-framework", "Axum", "axum"],
  ["api-framework", "Actix Web", "actix-web"],
  ["web-framework", "Rocket", "rocket"],
  ["cli", "clap", "clap"],
];

export interface Framework {
  readonly mark: Mark;
  readonly name: string;
}

/** Which manifest names frameworks in which way; `name` takes a package name out of the text (group 1, global). */
export interface FrameworkManifest {
  readonly path: RegExp;
  readonly name: RegExp;
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
    path: /(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg)|Pipfile|requirements[\w.-]{0,60}\.(?:txt|in)|requirements\/[\w.-]{1,60}\.(?:txt|in))$/,
    name: /(?:^|["'])[ \t]{0,10}([A-Za-z][\w.-]{1,100})(?=[ \t]{0,5}(?:[=<>~!;["']|\r?$))/gm,
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
];
