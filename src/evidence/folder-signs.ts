/** What the name of a folder says of everything below it, unless something in the repository says otherwise. */
export type FolderSign =
  /** Written by a package manager: never read. */
  | "installed"
  | "vendored"
  | "test-data"
  | "template"
  | "test"
  /** Tests under a longer name, benchmarks: some of them are applications that a build takes in. */
  | "trial"
  | "example"
  | "documentation"
  /** Belongs to a build tool, an editor or a forge: never anything of its own. */
  | "machinery"
  /** Scripts beside what they serve; only the folder itself, not what lies below it. */
  | "tooling";

/** A folder (POSIX, from the root) whose own name carries a sign. */
export interface SignedFolder {
  readonly folder: string;
  readonly sign: FolderSign;
}

const installed =
  /^(?:node_modules|bower_components|jspm_packages|site-packages|\.yarn|\.bundle|\.venv|\.terraform|\.gradle|\.tox|Pods|Carthage|elm-stuff)$/;
/** What installers make inside `vendor`: Bundler, Composer, old rubygems. */
const installedBelowVendor = /^(?:bundle|ruby|node_modules|gems|composer|cache)$/;
const vendored = /^(?:vendor|vendored|third[_-]?party|dist)$/;
const testData = /^(?:fixtures|__fixtures__|fixture|test[-_]?data)$/i;

/** `{{cookiecutter.slug}}`, `${{ values.name }}`, `<%= name %>`, `__name@dasherize__`, `$name$`, `%NAME%`. */
const placeholder =
  /\{\{|\}\}|\$\{\{|<%|%>|\{%|^__[a-zA-Z]{1,60}(?:@[a-zA-Z]{1,60})?(?:\(\))?__$|^\$[a-zA-Z][\w;=,"-]{0,80}\$$|^%{1,2}[a-zA-Z][\w-]{0,60}%{1,2}$|^<[A-Z][A-Z_-]{1,60}>$/;
/** Names of Python and JavaScript that only look like one. */
const dunderWord =
  /^__(?:tests?|mocks?|fixtures?|snapshots?|generated|pycache|stories|main|init|app|data|specs?|testutils|benchmarks?|examples?|e2e|image|screenshots?|typetests|utils?|helpers?|support|demo|docs?|integration|shared|types|proto)__$/i;
const alwaysTemplate =
  /^(?:archetype-resources|_templates?|plop-templates|project_templates?|scaffolder-templates|\.template\.config)$/;
const maybeTemplate =
  /^(?:templates?|skeletons?|boilerplates?|scaffold(?:s|ing)?|starters?|archetypes?)$/i;
const templateWord = /(?:^|[-_])templates?$|^templates?[-_]/i;
const generator = /^(?:generators?|schematics|blueprints|create-.{1,100}|cra-template.{0,100})$/;
const insideGenerator = /^(?:templates?|files|template[-_].{1,100})$/;

const test =
  /^(?:tests?|specs?|testing|__tests__|__mocks__|e2e|cypress|playwright|features|factories|mocks|test[-_](?:support|helpers|utils)|pacts?|fuzz|bench|benches|sbt-test)$/i;
/** `smoke-tests`, `site_tests`, `tests-integration`, `Oven.Tests`, `load_test`, `systemtest`, `soroban-test-wasms`. */
const trial =
  /^benchmarks?$|(?:^|[-_.])tests(?:$|[-_.])|(?:^|[-_.])(?:load|smoke|system|integration|acceptance|functional|performance|perf|contract|ui|api|e2e|end[-_]to[-_]end|stress|browser)[-_]?tests?$|(?:integration|system|integrationserver)tests?$|(?:^|[-_.])tests?[-_.](?:wasms?|contracts?|crates?|programs?|projects?|modules?|cases|suites?|vectors|packages)$|[.](?:Integration)?Tests?$/i;
const example = /^(?:examples?|samples?)$/i;
const documentation = /^docs?$/i;
const machinery = /^(?:\..{1,200}|buildSrc|build-logic|build-conventions)$/;
const machineryItself = /^(?:gradle|requirements)$/;
const toolingItself =
  /^(?:config|scripts?|tools?|ci|hack|etc|eng|_?builds?|dev-tools|build-tools|build-scripts)$/;

/** Every folder at or above `folder` with a sign of its own, the topmost first. Nothing below an installed folder is told. */
export function folderSigns(folder: string): SignedFolder[] {
  const signs: SignedFolder[] = [];
  if (folder === "." || folder === "") return signs;
  const names = folder.split("/");
  for (let at = 0; at < names.length; at++) {
    const sign = signOf(names, at);
    if (sign === null) continue;
    signs.push({ folder: names.slice(0, at + 1).join("/"), sign });
    if (sign === "installed") break;
  }
  return signs;
}

function signOf(names: readonly string[], at: number): FolderSign | null {
  const name = names[at] ?? "";
  const above = names[at - 1] ?? "";
  if (installed.test(name) || (vendored.test(above) && installedBelowVendor.test(name)))
    return "installed";
  if (vendored.test(name)) return "vendored";
  if (isTemplate(names, at)) return "template";
  if (testData.test(name)) return "test-data";
  if (machinery.test(name)) return "machinery";
  // Maven's integration tests; elsewhere `it` may be Italian.
  if (test.test(name) || (name === "it" && above === "src")) return "test";
  if (trial.test(name)) return "trial";
  if (example.test(name)) return "example";
  if (documentation.test(name)) return "documentation";
  // Lists of requirements for each purpose, in folders of their own.
  if (at === names.length - 2 && name === "requirements") return "machinery";
  if (at < names.length - 1) return null;
  if (machineryItself.test(name)) return "machinery";
  return toolingItself.test(name) ? "tooling" : null;
}

function isTemplate(names: readonly string[], at: number): boolean {
  const name = names[at] ?? "";
  return isCertainTemplate(names, at) || maybeTemplate.test(name) || templateWord.test(name);
}

function isCertainTemplate(names: readonly string[], at: number): boolean {
  const name = names[at] ?? "";
  if (alwaysTemplate.test(name) || isPlaceholder(name)) return true;
  const above = names[at - 1] ?? "";
  if ((name === "g8" && above === "main") || (name === "new" && above === "leiningen")) return true;
  return insideGenerator.test(name) && names.slice(0, at).some((one) => generator.test(one));
}

/** Does a template engine still have to fill this name in? */
export function isPlaceholder(name: string): boolean {
  return placeholder.test(name) && !dunderWord.test(name);
}

/** The topmost folder of a path that is a template for certain, by the way that generators lay theirs out; else null. */
export function certainTemplate(path: string): string | null {
  if (
    !/[{}<>%$_]|template|skeleton|archetype|generator|schematic|blueprint|create-|g8|leiningen/.test(
      path,
    )
  )
    return null;
  const names = path.split("/");
  for (let at = 0; at < names.length - 1; at++)
    if (isCertainTemplate(names, at)) return names.slice(0, at + 1).join("/");
  return null;
}
