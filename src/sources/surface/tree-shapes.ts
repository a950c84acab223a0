import type { SurfaceMark } from "#evidence/surface-mark.ts";

/** A path (its folder: group 1, else the folder of the file) that says what the folder is built to be. */
export interface ShapePath {
  readonly mark: SurfaceMark["mark"];
  readonly text: string;
  readonly path: RegExp;
}

const up = "((?:[^/]{1,200}/){0,12}?)";

/** About the folder before the words; without a folder before them only at the root of the repository. */
function at(words: string): RegExp {
  return new RegExp(`^${up}(?:${words})$`);
}

function rooted(words: string): RegExp {
  return new RegExp(`^()(?:${words})$`);
}

const webRoot = "(?:web|docroot|html|public|htdocs|www|public_html|src|app)";

export const shapePaths: readonly ShapePath[] = [
  { mark: "application-shape", text: "Laravel", path: at("artisan") },
  { mark: "application-shape", text: "Procfile", path: at("Procfile") },
  { mark: "application-shape", text: "Fly.io", path: at("fly\\.toml") },
  { mark: "application-shape", text: "Render", path: at("render\\.ya?ml") },
  {
    mark: "application-shape",
    text: "web server settings",
    path: at(
      "(?:config/)?(?:gunicorn(?:[_.]conf(?:ig)?)?\\.py|uwsgi\\.ini|puma\\.rb|unicorn\\.rb)",
    ),
  },
  {
    mark: "application-shape",
    text: "hosted platform",
    path: at(
      "(?:\\.platform\\.app\\.ya?ml|\\.upsun/config\\.ya?ml|captain-definition|apprunner\\.ya?ml|\\.ebextensions/[^/]{1,100})",
    ),
  },
  {
    mark: "application-shape",
    text: "Drupal site",
    path: at(
      `(?:${webRoot}/)?(?:sites/default/(?:default\\.)?settings\\.php|modules/custom/[^/]{1,80}/[^/]{1,80}\\.info\\.yml|themes/custom/[^/]{1,80}/[^/]{1,80}\\.info\\.yml)|config/(?:sync|default)/core\\.extension\\.yml`,
    ),
  },
  {
    mark: "application-shape",
    text: "WordPress site",
    path: at(
      `(?:${webRoot}/)?(?:wp-config(?:-sample)?\\.php|(?:wp-content|app)/(?:themes|plugins|mu-plugins)/[^/]{1,80}(?:/[^/]{1,80})?\\.(?:php|css))`,
    ),
  },
  {
    mark: "application-shape",
    text: "Magento",
    path: at("app/etc/(?:config|env)\\.php|bin/magento"),
  },
  {
    mark: "application-shape",
    text: "TYPO3 site",
    path: at("config/sites/[^/]{1,80}/config\\.yaml"),
  },
  { mark: "application-shape", text: "Symfony", path: at("config/bundles\\.php") },
  { mark: "application-shape", text: "Shiny", path: at("(?:app|server)\\.R") },
  {
    mark: "page",
    text: "Drupal content types and views",
    path: new RegExp(
      `^${up}config/(?!install/|optional/|schema/)[\\w-]{1,40}/(?:node\\.type|views\\.view|page_manager\\.page)\\.[\\w.-]{1,100}\\.yml$`,
    ),
  },
  {
    mark: "view",
    text: "theme templates",
    path: new RegExp(
      `^${up}(?:wp-content|app)/themes/[^/]{1,80}/(?:[^/]{1,80}/){0,3}(?!functions\\.php)[\\w-]{1,80}\\.php$`,
    ),
  },
  { mark: "library-shape", text: "Drupal extension", path: rooted("[a-z0-9_]{1,80}\\.info\\.yml") },
  { mark: "library-shape", text: "MediaWiki extension", path: rooted("(?:extension|skin)\\.json") },
  { mark: "library-shape", text: "pre-commit hooks", path: rooted("\\.pre-commit-hooks\\.yaml") },
  { mark: "tool-configuration", text: "pre-commit", path: rooted("\\.pre-commit-hooks\\.yaml") },
  {
    mark: "library-shape",
    text: "Jenkins shared library",
    path: rooted("vars/\\w{1,80}\\.groovy"),
  },
  { mark: "library-shape", text: "CircleCI orb", path: at("(?:src/)?@orb\\.yml") },
  { mark: "library-shape", text: "asdf plugin", path: rooted("bin/list-all") },
  {
    mark: "library-shape",
    text: "Terraform provider",
    path: rooted("terraform-registry-manifest\\.json"),
  },
  {
    mark: "infrastructure-module",
    text: "Kubernetes operator",
    path: at("config/crd/(?:bases/)?[\\w.-]{1,120}\\.ya?ml"),
  },
  { mark: "browser-app", text: "Rust in the browser", path: at("(?:Trunk|Dioxus)\\.toml") },
  {
    mark: "tool-configuration",
    text: "PHP_CodeSniffer",
    path: at("[A-Z]\\w{1,60}/ruleset\\.xml"),
  },
  {
    mark: "tool-configuration",
    text: "Pylint",
    path: /^((?:[^/]{1,200}\/){1,12})pylintrc$/,
  },
  { mark: "tool-configuration", text: "RuboCop", path: rooted("rubocop[\\w-]{0,60}\\.yml") },
  {
    mark: "deployment-state",
    text: "Ansible inventory",
    path: at("(?:inventor(?:y|ies)/.{1,200}|(?:group|host)_vars/.{1,200})"),
  },
  {
    mark: "deployment-state",
    text: "Puppet control repository",
    path: rooted("Puppetfile"),
  },
  {
    mark: "deployment-state",
    text: "Chef repository",
    path: rooted(
      "(?:data_bags|environments|roles|nodes)/(?:[\\w-]{1,80}/)?[\\w.-]{1,80}\\.(?:rb|json)",
    ),
  },
  {
    mark: "deployment-state",
    text: "Helmfile",
    path: at("(?<!updatecli\\.d/)helmfile\\.ya?ml(?:\\.gotmpl)?"),
  },
  {
    mark: "deployment-state",
    text: "Terragrunt",
    path: at("terragrunt\\.hcl"),
  },
  {
    mark: "documentation-site",
    text: "documentation site",
    path: at("mint\\.json|\\.vuepress/config\\.[cm]?[jt]s|quarto\\.yml|_quarto\\.yml|_toc\\.yml"),
  },
];

/** A word of every path above: most paths of a repository are none of them, and one test is cheaper than all. */
export const worthShaping =
  /(?:^|\/)(?:artisan|Procfile|fly\.toml|render\.ya?ml|gunicorn\S{1,20}|uwsgi\.ini|puma\.rb|unicorn\.rb|\.platform\.app\.ya?ml|captain-definition|apprunner\.ya?ml|wp-config(?:-sample)?\.php|(?:app|server)\.R|(?:extension|skin|mint)\.json|list-all|Trunk\.toml|Dioxus\.toml|ruleset\.xml|pylintrc|Puppetfile|helmfile\S{1,20}|terragrunt\.hcl|bundles\.php|magento|core\.extension\.yml|@orb\.yml|terraform-registry-manifest\.json|\.pre-commit-hooks\.yaml|_?quarto\.yml|_toc\.yml)$|\.info\.yml$|\.groovy$|settings\.php$|\/(?:themes|plugins|mu-plugins|\.upsun|\.ebextensions|\.vuepress|sites|crd)\/|^(?:\.upsun|\.ebextensions|\.vuepress|data_bags|environments|roles|nodes|rubocop)|(?:^|\/)(?:inventor(?:y|ies)|(?:group|host)_vars|etc)\/|(?:node\.type|views\.view|page_manager\.page)\./;
