import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { packageName } from "./components.ts";
import type { CapabilityKind } from "#vocabulary/structure.ts";

/** One of the packages offered together. */
interface Named {
  readonly purl: string;
  /** Of the file that declares it; empty where none was seen. */
  readonly path: string;
}

type Surface = readonly SurfaceMark[];

/** What is installed into code, to be called there. */
export function isCode(kind: CapabilityKind): boolean {
  return kind === "library" || kind === "client-library" || kind === "ui-components";
}

/** What is installed or called; images, workflows and settings are how things are built, not layers between them. */
export function isSoftware(kind: CapabilityKind): boolean {
  return isCode(kind) || kind === "service" || kind === "api" || kind === "command-line-tool";
}

/** By the address alone, where it tells. */
const byAddress: readonly (readonly [purl: RegExp, kind: CapabilityKind])[] = [
  [/^pkg:githubactions\/[^#]{1,300}#\.github\/workflows\//, "workflow"],
  [/^pkg:githubactions\//, "action"],
  [/^pkg:docker\//, "image"],
  [/^pkg:helm\//, "chart"],
  [/^pkg:gitlab\//, "pipeline-library"],
  [/\?type=(?:jenkins|circleci)-/, "pipeline-library"],
  [/\?type=(?:ansible|puppet|chef)-/, "infrastructure-module"],
  // A provider has no system behind its name.
  [/^pkg:terraform\/[^/]{1,200}\/[^/]{1,200}$/, "plugin"],
  [/^pkg:terraform\//, "infrastructure-module"],
];

/** By the file that offers a repository as a whole. */
const byFile: readonly (readonly [path: RegExp, kind: CapabilityKind])[] = [
  [/\.(?:tf|tofu)(?:\.json)?$/, "infrastructure-module"],
  [/(?:^|\/)\.pre-commit-hooks\.yaml$/, "plugin"],
  [/(?:^|\/)(?:plugin\.ya?ml|pipe\.yml)$/, "pipeline-library"],
  [/(?:^|\/)(?:default|renovate)\.json5?$/, "tool-configuration"],
  [/(?:^|\/)(?:cookiecutter\.json|copier\.ya?ml)$/, "template"],
];

/** By what repositories are called that are taken whole. */
const byRepository: readonly (readonly [name: RegExp, kind: CapabilityKind])[] = [
  [
    /-(?:buildkite-plugin|orb|pipe)$|(?:^|-)(?:pipeline|jenkins)-(?:library|lib)$/,
    "pipeline-library",
  ],
  [/(?:^|[-_])(?:renovate|lint|eslint|prettier)[-_](?:config|presets?)$/, "tool-configuration"],
  [/(?:^|[-_])(?:pre-commit|git|lefthook|\w{1,30})[-_]hooks$/, "plugin"],
  [/^terraform-|^tf-|^(?:ansible|puppet)-|-cookbook$/, "infrastructure-module"],
  [/(?:^|[-_])(?:cookiecutter|template)(?:[-_]|$)/, "template"],
  [/(?:^|[-_])(?:schemas?|contracts?|openapi|protos?|protobufs?|specs?)$/, "contract"],
];

const toolName =
  "(?:eslint|stylelint|prettier|tslint|oxlint|biome|rubocop|standard|commitlint|browserslist|babel|tailwind|jest|vite|webpack|renovate|ts|typescript|lint|phpstan|psalm|phpcs|ruff|checkstyle|spotless|scalafmt|scalafix|detekt|ktlint|swiftlint|golangci|clippy|release|semantic-release)";

/** By what packages are called after, the narrower first: `@acme/eslint-plugin-x`, `bake-maven-plugin`, `sbt-bake`. */
const byName: readonly (readonly [name: RegExp, kind: CapabilityKind])[] = [
  [
    new RegExp(
      `(?:^|[-_./])${toolName}[-_]?(?:configs?|presets?|rules?|settings|conventions)(?:[-_]|$)`,
    ),
    "tool-configuration",
  ],
  [
    /^(?:rubocop|pylint|flake8)-|(?:^|[-_])(?:lint|tsconfig|coding-standards?)$/,
    "tool-configuration",
  ],
  [
    /(?:^|[-_./])create-|(?:^|[-_])(?:generator|archetype|cookiecutter)(?:[-_]|$)|\.g8$/,
    "template",
  ],
  [
    /(?:^|[-_./])(?:eslint|stylelint|prettier|babel|webpack|rollup|vite|esbuild|postcss|gatsby|serverless|jest|gulp|grunt|maven|gradle|sbt|pytest|mypy|kubectl|terraform|hubot)-(?:[a-z0-9-]{1,60}-)?(?:plugin|loader)|[-_.](?:plugin|gradle-plugin|maven-plugin)$|^(?:sbt|pytest|danger|gatsby|grunt|gulp|mkdocs|sphinxcontrib|nox|tox|hubot)-/,
    "plugin",
  ],
  [/(?:^|[-_./])(?:cli|command-line)$/, "command-line-tool"],
  [/(?:^|[-_./])(?:sdk|clients?|api-adapters?|api-wrapper)(?:[-_.]|$)/, "client-library"],
];

const codeKinds: ReadonlySet<CapabilityKind> = new Set(["library", "tooling"]);

/**
 * What things offered as one are, in the words of their field: by their address, the file that offers them, what `declared`
 * says, how they are called. Actions and workflows together are what most of them are.
 */
export function kindOfOffer(
  packages: readonly Named[],
  declared: CapabilityKind,
  surface: Surface,
): CapabilityKind {
  const addressed = packages.map(({ purl }) => matching(byAddress, purl));
  const first = addressed[0];
  if (first !== undefined && first !== null) {
    const isFirst = (kind: CapabilityKind | null): boolean => kind === first;
    const others = addressed.find((kind) => kind !== null && kind !== first) ?? first;
    return addressed.filter(isFirst).length * 2 >= addressed.length ? first : others;
  }
  const newest = packages.at(-1);
  if (newest === undefined) return declared;
  const name = packageName(newest.purl)
    .toLowerCase()
    .replace(/\/v\d{1,4}$/, "");
  if (/^pkg:(?:github|bitbucket|generic)\//.test(newest.purl))
    return matching(byFile, newest.path) ?? kindOfRepository(newest.purl, name, surface);
  if (!codeKinds.has(declared)) return declared;
  const called = matching(byName, name.slice(name.lastIndexOf("/") + 1));
  return declared === "tooling"
    ? (called ?? kindOfTool(newest, surface))
    : kindOfLibrary(called, name, surface);
}

/** A folder of another repository is taken from it as a module is; the whole of it for what it holds. */
function kindOfRepository(purl: string, name: string, surface: Surface): CapabilityKind {
  if (purl.includes("#")) return "infrastructure-module";
  const called = matching(byRepository, name.slice(name.lastIndexOf("/") + 1));
  if (called !== null) return called;
  return hasMark(surface, "api-contract") ? "contract" : "files";
}

/** Poms that only hold settings are parents and lists of versions. */
function kindOfTool({ purl, path }: Named, surface: Surface): CapabilityKind {
  if (hasMark(surface, "tool-configuration")) return "tool-configuration";
  if (purl.startsWith("pkg:maven/"))
    return /(?:^|\/)pom\.xml$/.test(path) ? "tool-configuration" : "plugin";
  if (purl.startsWith("pkg:composer/")) return "plugin";
  return purl.startsWith("pkg:nuget/") ? "command-line-tool" : "tooling";
}

function kindOfLibrary(
  called: CapabilityKind | null,
  name: string,
  surface: Surface,
): CapabilityKind {
  const views = surface
    .filter(({ mark }) => mark === "ui-component")
    .reduce((sum, { count }) => sum + count, 0);
  if (called !== null && called !== "client-library") return called;
  if (hasMark(surface, "tool-configuration") && /config|preset|rules?$|lint/.test(name))
    return "tool-configuration";
  return views >= 10 ? "ui-components" : (called ?? "library");
}

function hasMark(surface: Surface, wanted: SurfaceMark["mark"]): boolean {
  return surface.some(({ mark }) => mark === wanted);
}

function matching(
  table: readonly (readonly [pattern: RegExp, kind: CapabilityKind])[],
  text: string,
): CapabilityKind | null {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
