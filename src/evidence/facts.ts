import type { BulkChangeTool, PipelineJob, UpdateBot } from "./automation.ts";
import type { DeclaredObjective } from "./objectives.ts";
import type { SurfaceMark } from "./surface-mark.ts";
import type { Scope } from "#vocabulary/adoption.ts";
import type { DecisionStatus } from "#vocabulary/declared.ts";
import type { Level } from "#vocabulary/evidence.ts";
import type {
  CapabilityKind,
  ExportUnit,
  LicenceKind,
  RuntimeName,
} from "#vocabulary/structure.ts";

/** A package, image, chart, action … that this file makes available. */
export interface DeclaredPackage {
  readonly purl: string;
  readonly kind: CapabilityKind;
  readonly version: string | null;
  /** Marked as not to be published (npm `private`, Cargo `publish = false`, a Ruby application's absent gemspec …). */
  readonly isPrivate: boolean;
  readonly description?: string;
  /** Marked deprecated by its own manifest, with the words used. */
  readonly deprecated?: string;
  readonly line?: number;
  /** Further purls under which it can be asked for: what it replaces or provides, the place it was moved from. */
  readonly alsoKnownAs?: readonly string[];
  /** See `Dependency.project`. */
  readonly project?: string;
}

/**
 * `${name}` in a purl (percent-encoded), a constraint or a version stands for a definition of the same repository, see
 * `Definition`: the linking of the model follows it.
 */
export interface Dependency {
  readonly purl: string;
  readonly constraint: string | null;
  readonly scope: Scope;
  readonly line: number | null;
  /** A path inside the same repository (workspace, `path:`): not a use of something published. */
  readonly localPath?: string;
  /** Where it is fetched from when not the ecosystem's public registry: git URL, registry host. */
  readonly origin?: string;
  /** Name of the definition that says which package this is (an entry of a catalog); the purl is a stand-in until then. */
  readonly reference?: string;
  /**
   * Where a build file speaks of several projects of its build: the folder of the one meant (POSIX, from the root of the
   * repository), or words of its tool that the linking understands (`gradle:*`).
   */
  readonly project?: string;
  /** Whoever installs what declares it has to bring it, and chooses its version within the range (`peerDependencies`). */
  readonly isPeer?: true;
  /** Of an image: only stages that help to build name it, and what is shipped does not stand on it. */
  readonly isOfHelper?: true;
}

/** A name that other files of the same repository take up: a property of a pom, an entry of a version catalog, a constant of buildSrc. */
export interface Definition {
  /** As it is asked for; each source has its own kinds of names, `libs.rail`, `managed:com.acme:rail`. */
  readonly name: string;
  /**
   * As written, may hold `${name}` again; of an entry that names a package its constraint. Empty: it names none. One that
   * names no package and whose value is nothing but `${…}${…}` stands for all of those.
   */
  readonly value: string;
  /** The package that an entry stands for, may hold `${name}`. */
  readonly purl?: string;
  readonly origin?: string;
  readonly localPath?: string;
  /** What a package is for wherever it is taken up by this name. */
  readonly scope?: Scope;
}

/** Another file of the same repository that this one takes in. */
export interface Inclusion {
  /** POSIX, from the root of the repository; with `*` or `**` all files that fit, see `matchesPathGlob`. */
  readonly path: string;
  /** Id of the source that reads it, whatever it is called. */
  readonly reader: string;
}

export interface BuiltFolder {
  readonly folder: string;
  /** Made into an image or deployed; else only worked in. */
  readonly isImage: boolean;
}

/** One version that a lock file fixes. A package may be locked more than once: for ranges, members, other packages. */
export interface LockedPackage {
  readonly purl: string;
  readonly version: string;
  /** The constraint that this version answers, where the lock file tells (yarn, pnpm). */
  readonly range?: string;
  /** Folder of the workspace member that sees it, from the lock file's folder (`.`: the root); absent: all that declare it. */
  readonly member?: string;
  /** Seen by other packages only, not by the project's own manifests. */
  readonly isNested?: boolean;
}

/** One rule of CODEOWNERS, in file order. */
export interface OwnerRule {
  readonly pattern: string;
  /** As written: `@org/team`, `@user`; an e-mail address reads `person` (an individual). Empty: explicitly nobody. */
  readonly owners: readonly string[];
  /** GitLab only. Names are compared without case. */
  readonly section?: string;
  /** GitLab's `^[Section]`: approval is not required. */
  readonly isOptional?: boolean;
  /** GitLab's `!pattern`: what it matches has no owner in this section, whatever follows. */
  readonly isExclusion?: true;
  /** Only this forge reads the line so. Absent: every forge reads it alike, though patterns mean different things. */
  readonly dialect?: OwnersDialect;
  /** What the forge cannot read in the line. */
  readonly mistake?: string;
  /** For its mistake the forge skips the line whole: pattern and owners count for nothing. */
  readonly isSkipped?: true;
  readonly line: number;
}

/** Bitbucket reads CODEOWNERS as GitHub does. */
export type OwnersDialect = "github" | "gitlab";

/** A repository that a descriptor names, by address or by slug. */
export interface NamedRepository {
  /** Lower case; null where only the path is told. */
  readonly host: string | null;
  /** `acme/web`, `acme/group/web`, as written. */
  readonly path: string;
  /** Folder in it, `.` for its root; null where none is told. */
  readonly folder: string | null;
}

/** One entity of catalog-info.yaml and its like (Compass, Cortex, Datadog, OpsLevel, Port) or of a published catalogue. */
export interface CatalogEntity {
  /** Component, API, Resource, System, Domain, Group, User, Location, Template (Backstage's kinds); Labels of a chart or manifest. */
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly type: string | null;
  readonly lifecycle: string | null;
  readonly owner: string | null;
  /** The owner stands there without a kind or a place: it may be a person's handle. */
  readonly ownerIsBare?: true;
  readonly system: string | null;
  readonly domain: string | null;
  readonly subcomponentOf: string | null;
  readonly providesApis: readonly string[];
  readonly consumesApis: readonly string[];
  readonly dependsOn: readonly string[];
  readonly tags: readonly string[];
  /** Repository the entity is about when the file lists other repositories (a published catalogue). */
  readonly repository: string | null;
  /** Repositories that its annotations name, the most telling first. */
  readonly places?: readonly NamedRepository[];
  /** Of a Group: names that it has elsewhere (`acme/bakers` on the forge). */
  readonly aliases?: readonly string[];
  readonly line: number;
}

/**
 * A table in a data file that may list repositories with their owners: the model decides, for only it knows repositories.
 * Columns are kept as one text each, rows parted by line breaks, so that a list of ten thousand weighs little.
 */
export interface RepositoryList {
  /** Where in the file, dotted; empty: the whole of it. */
  readonly at: string;
  readonly rowsCount: number;
  /** Columns whose values could name repositories. */
  readonly names: readonly ListColumn[];
  /** Columns whose values repeat as those of teams do, several of a row parted by tabs. */
  readonly owners: readonly ListColumn[];
  /** Line of each row, parted by blanks. */
  readonly lines: string;
}

export interface ListColumn {
  readonly field: string;
  readonly values: string;
}

/** Words in a file that may name another component's service. Matching to components happens in the model. */
export interface ServiceReference {
  /** lower-case, words joined by `-`: `publishing-api`. */
  readonly name: string;
  readonly how:
    | "host"
    | "environment-variable"
    | "client-constructor"
    | "client-method"
    | "service-lookup"
    | "compose"
    | "helm-value"
    | "chart-dependency"
    | "contract-file"
    | "catalogue"
    /** The component answers at `host`. */
    | "answers"
    /** A class of that name, which calls the service for others, is written here. */
    | "client-class"
    /** `${base}/orders/v1`: the first part of a path behind an address that stands elsewhere; `path` holds it. */
    | "url-path";
  readonly confidence: Level;
  /** Of an address: the whole host, lower-case, and the first part of the path where it is a plain word. */
  readonly host?: string;
  readonly path?: string;
  /** Named, but nothing is called by it, and why; absent: a call, or a setting of what runs. */
  readonly mention?: ServiceMention;
  /** It stands only where these are defined (an accessor, a constant, a class): it counts while other code asks for one of them. */
  readonly through?: readonly string[];
  /** Beside `through`: a setting that is only handed on, for whoever uses the code. */
  readonly isHandedOn?: true;
  /** The literal text seen, at most 160 characters. */
  readonly text: string;
  readonly line: number;
  readonly scope: Scope;
}

/**
 * A link that readers follow; what is set for development, tests or an example; an address or name without a call; a value that is
 * empty or this machine; a pipeline's own setting.
 */
export type ServiceMention = "link" | "set-up" | "no-call" | "empty" | "pipeline";

/** A version of a language runtime that a file pins; ranges that many releases fit are none. */
export interface DeclaredRuntime {
  readonly runtime: RuntimeName;
  /** As far as it is pinned: `3.2.1`, `18`. */
  readonly version: string;
  readonly written: string;
  readonly line: number;
  /** How directly it says what runs: the lowest counts. */
  readonly rank: number;
  /** What is deployed runs on it: a function that names it, or an image that is shipped. Absent: somebody builds or works with it. */
  readonly runs?: "function" | "image";
  /** It is said of all projects of its kind in the folders below. */
  readonly isOfAllBelow?: true;
}

/** A relative link of a document: as written, without fragment, with the line it first stands on. */
export interface DocumentLink {
  readonly target: string;
  readonly line: number;
}

/** What stands beside the documents and helps their readers, by its path: told from the tree alone. */
export interface DocumentationAid {
  readonly aid: "contributing" | "examples" | "reference";
  /** One path of it. */
  readonly path: string;
  readonly filesCount: number;
}

/** README and docs, for portfolio and documentation facts. */
export interface DocumentFacts {
  readonly title: string | null;
  /** First paragraph, plain text, at most 300 characters. */
  readonly summary: string | null;
  /** The first paragraph that says what it is or does (`isDescribing`), as long. */
  readonly description: string | null;
  readonly headings: readonly string[];
  readonly codeBlocksCount: number;
  readonly wordsCount: number;
  /** Relative links, each target once. */
  readonly relativeLinks: readonly DocumentLink[];
  /** Words that address developers (install, gem, npm, API, usage …) and end customers (citizen, user, customer …), counted. */
  readonly developerWords: number;
  readonly customerWords: number;
  readonly isDeprecated: boolean;
  /** What its first lines say took its place, or what it mirrors; "none named" where it is only given up. */
  readonly successor?: string;
  /** Container images, without tag, that it tells its readers to run; absent where it tells of none. */
  readonly images?: readonly string[];
  /** What points of its lists say of things by name, plain text; absent where none does. */
  readonly parts?: readonly { readonly name: string; readonly text: string }[];
  /** Absent where it promises none. */
  readonly promises?: readonly DeprecationPromise[];
}

/** A line that says until when something is there. */
export interface DeprecationPromise {
  readonly text: string;
  readonly line: number;
  /** Seconds since the epoch, exclusive end; null where only a version is named. */
  readonly by: number | null;
  readonly version: string | null;
  /** What stands in code spans of the line. */
  readonly names: readonly string[];
}

/** Exported names of a library, or endpoints of an API, in one file. */
export interface ExportFacts {
  readonly unit: ExportUnit;
  readonly names: readonly string[];
}

/** Names of other packages' exports that this file mentions: `Govspeak::Document`, `{ Button } from "@acme/ui"`. */
export interface SymbolUse {
  readonly name: string;
  /** purl of the package where the import statement names it; null where only a constant is seen. */
  readonly purl: string | null;
}

/** An architecture decision record (MADR, Nygard's format). */
export interface DecisionFacts {
  readonly title: string;
  readonly status: DecisionStatus;
  /** Start of the day that it names, seconds since the epoch; null where it names none. */
  readonly decidedAt: number | null;
  /** Decision drivers and goals, as the record lists them. */
  readonly drivers: readonly string[];
  /** Beginning of the text, lower-case, to find names in; never shown. */
  readonly body: string;
}

export interface ParseProblem {
  readonly code: "invalid" | "too-large" | "unsupported" | "truncated" | "encoding";
  readonly text: string;
  readonly line?: number;
}

/** Manifests of one kind that no source reads, told from the tree alone. */
export interface UnreadManifests {
  /** The file's name, or its ending: `conanfile.py`, `*.nimble`. */
  readonly kind: string;
  readonly count: number;
  /** Path of one. */
  readonly path: string;
}

/** Everything one version of one file says; absent keys say nothing. */
export interface FileFacts {
  readonly packages?: readonly DeclaredPackage[];
  readonly dependencies?: readonly Dependency[];
  /** Globs of workspace members, relative to the file's folder. */
  readonly workspaces?: readonly string[];
  readonly definitions?: readonly Definition[];
  readonly includes?: readonly Inclusion[];
  /** Folders of the repository that this file builds, from its root. */
  readonly builds?: readonly BuiltFolder[];
  readonly locked?: readonly LockedPackage[];
  readonly ownerRules?: readonly OwnerRule[];
  readonly entities?: readonly CatalogEntity[];
  readonly lists?: readonly RepositoryList[];
  readonly services?: readonly ServiceReference[];
  readonly document?: DocumentFacts;
  readonly exports?: ExportFacts;
  readonly symbolUses?: readonly SymbolUse[];
  /** Free marks that classification weighs: see `SurfaceMark`. */
  readonly surface?: readonly SurfaceMark[];
  readonly runtimes?: readonly DeclaredRuntime[];
  readonly aids?: readonly DocumentationAid[];
  readonly unread?: readonly UnreadManifests[];
  readonly decision?: DecisionFacts;
  /** It is a licence, of this kind. */
  readonly licence?: LicenceKind;
  /** Objects of OpenSLO, Sloth and Pyrra documents. */
  readonly objectives?: readonly DeclaredObjective[];
  readonly updateBots?: readonly UpdateBot[];
  readonly pipelineJobs?: readonly PipelineJob[];
  readonly bulkChangeTools?: readonly BulkChangeTool[];
  readonly problems?: readonly ParseProblem[];
}
