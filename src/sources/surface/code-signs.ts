import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { languageOf } from "#evidence/languages.ts";
import { countOf, MarkCounter } from "./marks.ts";
import { isOwnPath } from "./sample-folders.ts";

/** A sign in one code file: counted once a file, or as often as it stands there (`isEach`, a global pattern). */
interface CodeSign {
  readonly mark: SurfaceMark["mark"];
  readonly text: string;
  readonly sign: RegExp;
  /** Has to stand somewhere in the file as well. */
  readonly also?: RegExp;
  readonly path?: RegExp;
  readonly isEach?: true;
}

/** Where builds keep programs for themselves. */
const toolPath =
  /(?:^|\/)(?:tools?|hack|scripts?|build|ci|dev|dev-tools|testing|perf(?:ormance)?|gen|generate|generators?|codegen|internal\/(?:tools?|gen\w{0,20})|magefiles|cmd\/(?:[\w-]{0,40}gen|gen[\w-]{0,40}|docs?)|\.[\w-]{1,40})\/|(?:^|\/)magefile\.go$/;

const python: readonly CodeSign[] = [
  {
    mark: "application-shape",
    text: "Django project",
    sign: /^(?:ROOT_URLCONF|WSGI_APPLICATION|ASGI_APPLICATION)\s{0,5}=/m,
    path: /(?:^|\/)settings(?:\/[\w/]{1,100})?\.py$|(?:^|\/)\w{0,30}settings\.py$/,
  },
  {
    mark: "application-shape",
    text: "Python web server",
    sign: /^[ \t]{0,8}\w{1,40}(?:\s{0,3}:\s{0,3}\w{1,40})?\s{0,3}=\s{0,3}(?:flask\.Flask|Flask|FastAPI|fastapi\.FastAPI|Starlette|Litestar|Sanic|Quart|Robyn|Bottle|falcon\.(?:asgi\.)?App|web\.Application|tornado\.web\.Application|get_wsgi_application|get_asgi_application|connexion\.\w{1,20})\(/m,
  },
  {
    mark: "application-shape",
    text: "Pyramid",
    sign: /\bConfigurator\(/,
    also: /\.make_wsgi_app\(/,
  },
  {
    mark: "page",
    text: "Streamlit pages",
    sign: /^[ \t]{0,8}import streamlit\b/m,
    also: /\bst\.(?:title|header|write|markdown|set_page_config|dataframe|sidebar)\b/,
  },
  { mark: "page", text: "Dash pages", sign: /\bdash\.register_page\(|=\s{0,3}(?:dash\.)?Dash\(/ },
  {
    mark: "page",
    text: "Gradio pages",
    sign: /\bgr(?:adio)?\.(?:Blocks|Interface|ChatInterface)\(/,
  },
  {
    mark: "page",
    text: "Wagtail pages",
    sign: /^class \w{1,80}\((?:[\w.]{1,80}, ?){0,4}(?:Page|AbstractEmailForm|RoutablePageMixin)\b/gm,
    path: /(?:^|\/)models(?:\/\w{1,60})?\.py$/,
    isEach: true,
  },
  {
    mark: "view",
    text: "Django pages",
    sign: /\btemplate_name\s{0,3}=\s{0,3}["'][^"'\n]{1,200}\.html?["']|\brender\(\s{0,20}(?:self\.)?request,\s{0,20}["'][^"'\n]{1,200}\.html?["']/g,
    path: /(?:^|\/)views(?:\/\w{1,60}|_\w{1,60})?\.py$/,
    isEach: true,
  },
];

const ruby: readonly CodeSign[] = [
  {
    mark: "library-shape",
    text: "Rails engine",
    sign: /^\s{0,20}class \w{1,60}\s{0,3}<\s{0,3}(?:::)?Rails::(?:Engine|Railtie)\b/m,
  },
  {
    mark: "application-shape",
    text: "Rails application",
    sign: /^\s{0,20}class \w{1,60}\s{0,3}<\s{0,3}(?:::)?Rails::Application\b/m,
    path: /(?:^|\/)config\/application\.rb$/,
  },
  {
    mark: "application-shape",
    text: "Ruby web server",
    sign: /^\s{0,20}class \w{1,60}\s{0,3}<\s{0,3}(?:::)?(?:Sinatra::(?:Base|Application)|Roda|Hanami::App|Grape::API|Padrino::Application)\b|^require ["']sinatra["']/m,
  },
  {
    mark: "application-shape",
    text: "Rack",
    sign: /^\s{0,20}run\b/m,
    path: /(?:^|\/)config\.ru$/,
  },
];

const php: readonly CodeSign[] = [
  {
    mark: "library-shape",
    text: "WordPress plugin",
    sign: /^[\s*#/]{0,20}Plugin Name:[ \t]{0,20}\S/m,
    path: /^(?:[\w.-]{1,80}\/)?[\w.-]{1,80}\.php$/,
  },
  {
    mark: "library-shape",
    text: "TYPO3 extension",
    sign: /\$EM_CONF\[/,
    path: /(?:^|\/)ext_emconf\.php$/,
  },
  {
    mark: "library-shape",
    text: "Moodle plugin",
    sign: /\$plugin->component\s{0,5}=/,
    path: /(?:^|\/)version\.php$/,
  },
  {
    mark: "library-shape",
    text: "Magento module",
    sign: /\bComponentRegistrar::register\(/,
    path: /(?:^|\/)registration\.php$/,
  },
  {
    mark: "route",
    text: "Nextcloud routes",
    sign: /["']verb["']\s{0,5}=>/g,
    path: /(?:^|\/)appinfo\/routes\.php$/,
    isEach: true,
  },
];

const go: readonly CodeSign[] = [
  {
    mark: "web-framework",
    text: "Go html/template",
    sign: /^\s{0,4}(?:import\s{1,4})?(?:\w{1,30}\s)?"html\/template"/m,
  },
  {
    mark: "application-shape",
    text: "Kubernetes controller",
    sign: /\b(?:ctrl|manager)\.New(?:Manager)?\([^\n]{0,80}GetConfig/,
  },
  {
    mark: "library-shape",
    text: "Terraform provider",
    sign: /\b(?:providerserver\.(?:Serve|NewProtocol\d)|plugin\.Serve\(&plugin\.ServeOpts|tf[56]server\.Serve)\b/,
  },
];

const rust: readonly CodeSign[] = [
  {
    mark: "browser-app",
    text: "Rust in the browser",
    sign: /\b(?:mount_to_body|hydrate_body|yew::Renderer|Renderer::<|dioxus::launch|dioxus_web::launch|LaunchBuilder|sycamore::render|seed::App::start)\b/,
  },
  {
    mark: "view",
    text: "maud templates",
    sign: /\bhtml!\s{0,3}\{\s{0,40}\(?(?:DOCTYPE|html\b|head\b|body\b|main\b|h1\b)/g,
    isEach: true,
  },
];

const elixir: readonly CodeSign[] = [
  {
    mark: "page",
    text: "LiveView pages",
    sign: /^\s{0,8}use [\w.]{1,80}, :(?:surface_)?live_view\b|^\s{0,8}use Phoenix\.LiveView\b/m,
  },
  {
    mark: "application-shape",
    text: "Phoenix endpoint",
    sign: /^\s{0,8}use Phoenix\.Endpoint\b/m,
  },
];

const r: readonly CodeSign[] = [
  {
    mark: "page",
    text: "Shiny pages",
    sign: /\bshinyApp\s{0,3}\(|\bshinyServer\s{0,3}\(|\b(?:fluidPage|navbarPage|dashboardPage)\s{0,3}\(/,
  },
  {
    mark: "application-shape",
    text: "Plumber API",
    sign: /\bplumb\s{0,3}\(|^#\* @(?:get|post)\b/m,
  },
];

/** By language: a word that stands in every file with a sign, and the signs. */
const signs: ReadonlyMap<string, readonly [RegExp, readonly CodeSign[]]> = new Map([
  [
    "Python",
    [
      /ROOT_URLCONF|[WA]SGI_APPLICATION|Flask\(|FastAPI\(|Starlette\(|Litestar\(|Sanic\(|Quart\(|Robyn\(|Bottle\(|falcon\.|Application\(|_application\(|connexion\.|make_wsgi_app|streamlit|dash\.|Dash\(|gr\.|gradio\.|Page|AbstractEmailForm|template_name|render\(/,
      python,
    ],
  ],
  ["Ruby", [/Rails::|Sinatra|sinatra|Roda|Hanami|Grape|Padrino|^\s{0,8}run\b/m, ruby]],
  ["PHP", [/Plugin Name:|\$EM_CONF|\$plugin->|ComponentRegistrar|verb["']/, php]],
  ["Go", [/html\/template|\.New|Serve|NewProtocol|package main/, go]],
  [
    "Rust",
    [/_to_body|hydrate_body|Renderer|launch|LaunchBuilder|sycamore::render|App::start|html!/, rust],
  ],
  ["Elixir", [/live_view|Phoenix\./, elixir]],
  ["R", [/shiny|Page|plumb|#\* @/, r]],
]);

const mainPackage = /^package main\b/m;
const mainFunction = /^func main\(\)/m;
/** Left out of every ordinary build: run by hand, or by `go generate`. */
const ignored = /^\/\/(?:go:build|\s{0,3}\+build)[ \t]{1,5}[^\n]{0,60}\b(?:ignore|tools|mage)\b/m;

/** What a code file says its component is: the entry of a program, an application of a framework, a plug-in of a host. */
export function codeSigns(path: string, text: string): readonly SurfaceMark[] {
  const known = signs.get(languageOf(path)?.name ?? "");
  if (known === undefined) return [];
  const [worth, list] = known;
  if (!worth.test(text) || toolPath.test(path) || !isOwnPath(path)) return [];
  const counter = new MarkCounter();
  for (const { mark, text: name, sign, also, path: where, isEach } of list) {
    if (where?.test(path) === false) continue;
    if (isEach === true) counter.add(mark, name, countOf(text, sign));
    else if (sign.test(text) && also?.test(text) !== false) counter.add(mark, name);
  }
  if (path.endsWith(".go") && mainPackage.test(text) && mainFunction.test(text)) {
    if (!ignored.test(text.slice(0, 4_000))) counter.add("application-shape", "Go program");
  }
  return counter.marks();
}
