import type { SurfaceMark } from "#evidence/facts.ts";

/** A sign in the list of paths. `folder` (group 1 of `path`) is what the sign is about; without the group it is the file's own folder. */
export interface PathSign {
  readonly mark: SurfaceMark["mark"];
  readonly text: string;
  readonly path: RegExp;
}

const templates =
  "(?:erb|haml|slim|html|htm|j2|jinja2?|njk|hbs|handlebars|mustache|ejs|pug|twig|liquid|cshtml|razor|jsp|ftlh?|gohtml|blade\\.php|phtml|heex|eex)";
const anyFolders = "(?:[^/]{1,200}/){0,12}";

function inside(folder: string, ending: string): RegExp {
  return new RegExp(`^(${anyFolders}${folder})/${anyFolders}[^/]{1,200}${ending}$`);
}

/** The first sign that fits a path counts, so the narrower ones stand first. Patterns are anchored and bounded. */
export const pathSigns: readonly PathSign[] = [
  {
    mark: "template",
    text: "project template",
    path: /^((?:[^/]{1,200}\/){0,12})(?:cookiecutter\.json|copier\.ya?ml|\.yo-rc\.json|template\.ya?ml|archetype-metadata\.xml)$/,
  },
  {
    mark: "template",
    text: "generator templates",
    path: inside("(?:generators|skeleton|scaffolds?|\\{\\{[^/{}]{1,60}\\}\\})", ""),
  },
  {
    mark: "view",
    text: "mail views",
    path: inside(
      "(?:app/views|views|templates)/[\\w-]{0,60}(?:mailer|mail|emails?)",
      `\\.(?:${templates}|txt)`,
    ),
  },
  {
    mark: "ui-component",
    text: "component templates",
    path: inside("(?:app/views|views|templates)/(?:[\\w-]{1,60}/)?components", `\\.${templates}`),
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
    path: /^((?:[^/]{1,200}\/){0,12})[^/]{1,200}\.stories\.(?:tsx?|jsx?|mdx|vue)$/,
  },
  {
    mark: "page",
    text: "pages",
    path: inside("(?:pages|src/routes|app/routes)", "\\.(?:tsx|jsx|vue|svelte|astro|mdx)"),
  },
  {
    mark: "page",
    text: "pages",
    path: /^((?:[^/]{1,200}\/){0,8}app)\/(?:[^/]{1,200}\/){0,12}page\.(?:tsx|jsx|ts|js)$/,
  },
  {
    mark: "view",
    text: "views",
    path: inside("(?:app/views|resources/views|views|templates|Views|WEB-INF)", `\\.${templates}`),
  },
  {
    mark: "app-manifest",
    text: "public manifest",
    path: /^((?:[^/]{1,200}\/){0,12})(?:manifest\.webmanifest|site\.webmanifest|browserconfig\.xml|robots\.txt|sitemap\.xml|favicon\.ico|apple-touch-icon[\w-]{0,30}\.png)$/,
  },
  {
    mark: "asset",
    text: "assets",
    path: inside(
      "(?:app/assets|assets|public|static|resources/css|wwwroot)",
      "\\.(?:css|scss|sass|less|js|ts|png|jpe?g|gif|svg|webp|ico|woff2?)",
    ),
  },
  {
    mark: "mobile-app",
    text: "Android project",
    path: /^((?:[^/]{1,200}\/){0,12})AndroidManifest\.xml$/,
  },
  {
    mark: "mobile-app",
    text: "Xcode project",
    path: /^((?:[^/]{1,200}\/){0,12})[^/]{1,200}\.xcodeproj\/project\.pbxproj$/,
  },
  {
    mark: "mobile-app",
    text: "Flutter project",
    path: /^((?:[^/]{1,200}\/){0,12})lib\/main\.dart$/,
  },
  {
    mark: "documentation-site",
    text: "documentation site",
    path: /^((?:[^/]{1,200}\/){0,12})(?:mkdocs\.ya?ml|docusaurus\.config\.[jt]s|antora(?:-playbook)?\.ya?ml|book\.toml|docs?\/(?:source\/)?conf\.py|\.readthedocs\.ya?ml|\.vitepress\/config\.[cm]?[jt]s|_config\.yml)$/,
  },
  { mark: "chart", text: "Helm chart", path: /^((?:[^/]{1,200}\/){0,12})Chart\.ya?ml$/ },
  { mark: "action", text: "GitHub action", path: /^((?:[^/]{1,200}\/){0,12})action\.ya?ml$/ },
  {
    mark: "base-image",
    text: "image",
    path: /^((?:[^/]{1,200}\/){0,6}(?:images?|base|docker\/[\w.-]{1,60})\/(?:[^/]{1,200}\/){0,3})(?:Dockerfile|Containerfile)$/,
  },
  {
    mark: "base-image",
    text: "image",
    path: /^((?:[^/]{1,200}\/){0,12})(?:(?:base|builder)[\w.-]{0,40}\.Dockerfile|Dockerfile\.(?:base|builder))$/,
  },
  {
    mark: "deployment-state",
    text: "Kustomize overlay",
    path: /^((?:[^/]{1,200}\/){0,8}overlays\/[^/]{1,100}\/)(?:[^/]{1,200}\/){0,4}kustomization\.ya?ml$/,
  },
  {
    mark: "deployment-state",
    text: "values of an environment",
    path: /^((?:[^/]{1,200}\/){0,12})values-[\w-]{1,60}\.ya?ml$/,
  },
  {
    mark: "deployment-state",
    text: "variables of an environment",
    path: /^((?:[^/]{1,200}\/){0,12})[^/]{1,100}\.tfvars$/,
  },
  {
    mark: "deployment-state",
    text: "clusters",
    path: inside("(?:clusters|environments|envs)", "\\.(?:ya?ml|json|tf)"),
  },
  {
    mark: "infrastructure-module",
    text: "Terraform module",
    path: /^((?:[^/]{1,200}\/){0,8}modules\/(?:[^/]{1,200}\/){0,3})(?:main|variables|outputs)\.tf$/,
  },
  {
    mark: "infrastructure-module",
    text: "Terraform module",
    path: /^()(?:main|variables|outputs)\.tf$/,
  },
  { mark: "cli", text: "executables", path: /^((?:[^/]{1,200}\/){0,6}exe)\/[\w-]{1,100}$/ },
  { mark: "cli", text: "commands", path: /^((?:[^/]{1,200}\/){0,6}cmd)\/[\w-]{1,100}\/main\.go$/ },
  {
    mark: "cli",
    text: "command line",
    path: /^((?:[^/]{1,200}\/){0,6})(?:src\/)?(?:cli\.(?:[jt]s|py|rb)|[\w-]{1,60}\/__main__\.py|src\/bin\/[\w-]{1,60}\.rs)$/,
  },
  {
    mark: "api-key",
    text: "keys for callers",
    path: /^((?:[^/]{1,200}\/){0,12})(?:api_?keys?|api_?users?|api_?clients?|ApiKey)\.(?:rb|py|go|ts|java|cs|php)$/,
  },
  {
    mark: "experiment",
    text: "experiments",
    path: inside("(?:experiments?|spikes?|prototypes?|poc)", ""),
  },
  {
    mark: "data",
    text: "data files",
    path: /^((?:[^/]{1,200}\/){0,2})(?:[^/]{1,200}\/){0,10}[^/]{1,200}\.(?:csv|tsv|geojson|parquet|ndjson|jsonl|xlsx)$/,
  },
];
