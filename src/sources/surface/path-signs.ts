import { jvmPathSigns, nativePathSigns } from "./native-path-signs.ts";
import type { PathSign } from "./path-sign.ts";

const templates =
  "(?:erb|haml|slim|html|htm|njk|hbs|handlebars|mustache|ejs|pug|twig|liquid|cshtml|razor|jsp|ftlh?|gohtml|blade\\.php|phtml|heex|leex|eex|templ|tera|mako|pt|ss|ep|ctp|latte|volt|jinja2?|(?:html?|xhtml)\\.(?:j2|tmpl|tpl|tt))";
/** Templates of settings and scripts are nobody's page: `nginx.conf.j2`, `unit.service.erb`. */
const notSettings =
  "(?<!\\.(?:conf|config|cfg|ini|ya?ml|json|sh|service|toml|properties|env|sql|rb|py|cnf|rules|xml|csv|tf|pp|md|pem|ps1|go|ts|js|java|kt|cs|rs|proto|text|txt))";

/** A file with this ending anywhere below a folder of this name. */
function inside(folder: string, ending: string): RegExp {
  return new RegExp(`(?:^|/)(${folder})/.{0,800}${ending}$`);
}

/** A file with one of these names. */
function named(names: string): RegExp {
  return new RegExp(`(?:^|/)()(?:${names})$`);
}

/** The first sign that fits a path counts, so the narrower ones stand first. */
const pathSigns: readonly PathSign[] = [
  {
    mark: "template",
    text: "project template",
    path: named("cookiecutter\\.json|copier\\.ya?ml|archetype-metadata\\.xml"),
  },
  {
    mark: "template",
    text: "generator templates",
    path: inside(
      "generators/(?:[^/]{1,80}/){0,4}(?:templates?|files)|skeleton|main/(?:g8|scaffolds)|\\{\\{[^/{}]{1,60}\\}\\}",
      "",
    ),
  },
  {
    mark: "view",
    text: "mail views",
    path: inside(
      "(?:views|templates)/[\\w-]{0,60}(?:mailer|mail|emails?)",
      `\\.(?:${templates}|txt)`,
    ),
  },
  ...jvmPathSigns,
  {
    mark: "ui-component",
    text: "component templates",
    path: inside("(?:views|templates)/(?:[\\w-]{1,60}/)?components", `\\.${templates}`),
  },
  { mark: "ui-component", text: "component classes", path: inside("app/components", "\\.rb") },
  {
    mark: "ui-component",
    text: "components",
    path: inside("components", "\\.(?:tsx|jsx|vue|svelte|astro)"),
  },
  {
    mark: "ui-component",
    text: "stories",
    path: named("[^/]{1,200}\\.stories\\.(?:tsx?|jsx?|mdx|vue)"),
  },
  {
    mark: "view",
    text: "views",
    path: inside("views|Views|WEB-INF", `${notSettings}\\.(?:${templates}|php)`),
  },
  {
    // Puppet's and Chef's templates are `.erb`, too.
    mark: "view",
    text: "views",
    path: inside(
      "templates|Templates|tmpl",
      `${notSettings}\\.(?:(?!erb$)${templates}|php|html\\.erb)`,
    ),
  },
  {
    mark: "view",
    text: "views",
    path: inside(
      "templates|web|ui|views|html",
      "(?<=/)(?:index|layout|base|home|login|header|footer|page)\\.(?:tmpl|gotmpl)",
    ),
  },
  { mark: "view", text: "views", path: inside("\\w{1,60}_web", "\\.heex") },
  {
    mark: "app-manifest",
    text: "public manifest",
    path: named(
      "manifest\\.webmanifest|site\\.webmanifest|browserconfig\\.xml|robots\\.txt|sitemap\\.xml|favicon\\.ico|apple-touch-icon[\\w-]{0,30}\\.png",
    ),
  },
  {
    mark: "asset",
    text: "assets",
    path: inside(
      "app/assets|assets|public|static|resources/css|wwwroot",
      "\\.(?:css|scss|sass|less|js|ts|png|jpe?g|gif|svg|webp|ico|woff2?)",
    ),
  },
  ...nativePathSigns,
  { mark: "mobile-app", text: "Flutter project", path: named("lib/main\\.dart") },
  {
    mark: "documentation-site",
    text: "documentation site",
    path: named(
      "mkdocs\\.ya?ml|docusaurus\\.config\\.[jt]s|antora(?:-playbook)?\\.ya?ml|book\\.toml|docs?/(?:source/)?conf\\.py|\\.readthedocs\\.ya?ml|\\.vitepress/config\\.[cm]?[jt]s|_config\\.yml",
    ),
  },
  { mark: "chart", text: "Helm chart", path: named("Chart\\.ya?ml") },
  { mark: "action", text: "GitHub action", path: named("action\\.ya?ml") },
  {
    mark: "base-image",
    text: "image",
    path: /(?:^|\/)((?:images?|base|docker\/[\w.-]{1,60})\/(?:[^/]{1,200}\/){0,3})(?:Dockerfile|Containerfile)$/,
  },
  {
    mark: "base-image",
    text: "image",
    path: named("(?:base|builder)[\\w.-]{0,40}\\.Dockerfile|Dockerfile\\.(?:base|builder)"),
  },
  {
    mark: "deployment-state",
    text: "Kustomize overlay",
    path: /(?:^|\/)(overlays\/[^/]{1,100}\/)(?:[^/]{1,200}\/){0,4}kustomization\.ya?ml$/,
  },
  {
    mark: "deployment-state",
    text: "values of an environment",
    path: named("values-[\\w-]{1,60}\\.ya?ml"),
  },
  {
    mark: "deployment-state",
    text: "variables of an environment",
    path: named("[^/]{1,100}\\.tfvars"),
  },
  {
    mark: "deployment-state",
    text: "clusters",
    path: inside("clusters|environments|envs", "\\.(?:ya?ml|json|tf)"),
  },
  {
    mark: "infrastructure-module",
    text: "Terraform module",
    path: /(?:^|\/)(modules\/(?:[^/]{1,200}\/){0,3})(?:main|variables|outputs)\.tf$/,
  },
  { mark: "cli", text: "executables", path: /(?:^|\/)(exe)\/[\w-]{1,100}$/ },
  { mark: "cli", text: "commands", path: /(?:^|\/)(cmd)\/[\w-]{1,100}\/main\.go$/ },
  {
    mark: "cli",
    text: "command line",
    path: named("cli\\.(?:[jt]s|py|rb)|__main__\\.py|src/bin/[\\w-]{1,60}\\.rs"),
  },
  {
    mark: "api-key",
    text: "keys for callers",
    path: named("(?:api_?keys?|ApiKey)\\.(?:rb|py|go|ts|java|cs|php)"),
  },
  {
    // Elsewhere a client of an API is what calls one.
    mark: "api-key",
    text: "keys for callers",
    path: inside("models?|entities|entity", "(?<=/)api_?clients?\\.(?:rb|py|go|ts|java|cs|php)"),
  },
  {
    mark: "experiment",
    text: "experiments",
    path: inside("experiments?|spikes?|prototypes?|poc", ""),
  },
  {
    mark: "data",
    text: "data files",
    path: /^((?:[^/]{1,200}\/){0,2}).{0,800}\.(?:csv|tsv|geojson|parquet|ndjson|jsonl|xlsx)$/,
  },
];

const withoutEnding = pathSigns.filter(({ endings }) => endings === undefined);
const byEnding = new Map<string, readonly PathSign[]>(
  [...new Set(pathSigns.flatMap(({ endings }) => [...(endings ?? [])]))].map((ending) => [
    ending,
    pathSigns.filter(({ endings }) => endings?.has(ending) !== false),
  ]),
);

/** The signs that a path may carry, in their order. */
export function signsFor(path: string): readonly PathSign[] {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return byEnding.get(ending) ?? withoutEnding;
}
