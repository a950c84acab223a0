import type { BulkChangeTool, PipelineJob, UpdateBot } from "./automation.ts";
import type { DeploymentColumns } from "./deployments.ts";
import type {
  BuiltFolder,
  CatalogEntity,
  DecisionFacts,
  DeclaredRuntime,
  DocumentationAid,
  DocumentFacts,
  DocumentLink,
  ExportFacts,
  OwnerRule,
  ParseProblem,
  RepositoryList,
  ServiceReference,
  SymbolUse,
  UnreadManifests,
} from "./facts.ts";
import type { SurfaceMark } from "./surface-mark.ts";
import type { ChangeHistory } from "./change-quarters.ts";
import type { Moment, Span } from "./moment.ts";
import type { DeclaredObjective } from "./objectives.ts";
import type { Scope } from "#vocabulary/adoption.ts";
import type { CapabilityKind, LicenceKind } from "#vocabulary/structure.ts";

/** A dependency as one file declared it over time: one span for each constraint. */
export interface DependencyHistory {
  readonly purl: string;
  readonly scope: Scope;
  /** Line in the newest version that declared it. */
  readonly line: number | null;
  readonly localPath: string | null;
  readonly origin: string | null;
  readonly reference?: string;
  readonly project?: string;
  readonly isPeer?: true;
  /** See `Dependency.isOfHelper`: as its newest version says. */
  readonly isOfHelper?: true;
  readonly spans: readonly Span<string | null>[];
  /** After linking: the purl as the file has it, where that is another. Authors of changes are known by it. */
  readonly declaredAs?: string;
  /** After linking: what had to be assumed to tell which package is meant. */
  readonly assumed?: string;
}

/** What a name stood for over time: one row for each package or none that it named. */
export interface DefinitionHistory {
  readonly name: string;
  readonly purl?: string;
  readonly origin?: string;
  readonly localPath?: string;
  readonly scope?: Scope;
  readonly spans: readonly Span<string>[];
}

export interface InclusionHistory {
  readonly path: string;
  readonly reader: string;
  readonly spans: readonly Span<null>[];
}

export interface PackageHistory {
  readonly purl: string;
  readonly kind: CapabilityKind;
  readonly isPrivate: boolean;
  /** Its build deploys others and leaves it out. */
  readonly isKeptBack?: true;
  readonly description: string | null;
  readonly deprecated: string | null;
  readonly alsoKnownAs?: readonly string[];
  readonly project?: string;
  /** value: version, null where the file gives none */
  readonly spans: readonly Span<string | null>[];
}

/** Rows with a member or range exist while a lock file holds several versions of a package, and say more than the one without. */
export interface LockedHistory {
  readonly purl: string;
  /** Folder of the workspace member that sees these versions, from the lock file's folder. */
  readonly member?: string;
  /** The constraint that these versions answer. */
  readonly range?: string;
  readonly spans: readonly Span<string>[];
}

export interface ReferenceHistory {
  readonly reference: ServiceReference;
  /** value: the line it stood on. `from` is where it was first seen in the file's history. */
  readonly spans: readonly Span<number>[];
}

/** One path over the mainline's history: only what its source reads with appetite "history". */
export interface FileHistory {
  readonly path: string;
  readonly source: string;
  readonly spans: readonly Span<string>[]; // value: object id at the end of the span; presence of the path
  readonly revisionsCount: number;
  readonly packages: readonly PackageHistory[];
  readonly dependencies: readonly DependencyHistory[];
  /** Only packages that some manifest of the repository declares. */
  readonly locked: readonly LockedHistory[];
  readonly references: readonly ReferenceHistory[];
  /** Absent where it defines nothing. */
  readonly definitions?: readonly DefinitionHistory[];
  readonly includes?: readonly InclusionHistory[];
  /** Read only because other files take it in: not a manifest by its own name. */
  readonly isTakenIn?: true;
  /** After linking: the folder for which it counts, where another file takes it in. */
  readonly home?: string;
}

/** What a file says at HEAD. */
export interface HeadFile {
  readonly path: string;
  readonly source: string;
  readonly workspaces: readonly string[];
  readonly builds?: readonly BuiltFolder[];
  readonly ownerRules: readonly OwnerRule[];
  readonly entities: readonly CatalogEntity[];
  /** Of sources with appetite "head"; those with appetite "history" stand in `FileHistory.references`. */
  readonly services: readonly ServiceReference[];
  /** Of `ServiceReference.through`: names that no other code of the repository asks for, tests left out. */
  readonly unasked?: readonly string[];
  readonly document: DocumentFacts | null;
  /** Of a document: its relative links that could be followed, and those that lead nowhere at HEAD. */
  readonly links?: { readonly checkedCount: number; readonly dead: readonly DocumentLink[] };
  readonly surface: readonly SurfaceMark[];
  readonly runtimes?: readonly DeclaredRuntime[];
  readonly lists?: readonly RepositoryList[];
  /** Absent where the file declares none. */
  readonly objectives?: readonly DeclaredObjective[];
  /** Of an architecture decision record. */
  readonly decision?: DecisionFacts;
  /** Of a licence at the root. */
  readonly licence?: LicenceKind;
  readonly updateBots?: readonly UpdateBot[];
  readonly pipelineJobs?: readonly PipelineJob[];
  readonly bulkChangeTools?: readonly BulkChangeTool[];
}

/** Names that the code below a folder exports and mentions at HEAD; the folder is the nearest one with a manifest. */
export interface FolderSymbols {
  readonly folder: string;
  readonly exports: readonly ExportFacts[];
  readonly uses: readonly SymbolUse[];
}

/** What a file says of owners from a mainline commit on, until the next version of the same path and source. */
export interface OwnersVersion {
  readonly path: string;
  readonly source: string;
  readonly from: Moment;
  /** Empty, as the entities, where the file is gone or says nothing. */
  readonly ownerRules: readonly OwnerRule[];
  readonly entities: readonly CatalogEntity[];
  /** Pseudonyms of the bare handles among the owners, which are kept as `person`. */
  readonly handles?: readonly string[];
}

/** What the newest releases of a package exported, oldest first: each numbers its names in `names`, which is sorted. */
export interface ReleaseExports {
  readonly folder: string;
  readonly names: readonly string[];
  readonly releases: readonly {
    readonly version: string;
    readonly commit: string;
    readonly at: number;
    /** Empty: nothing that would tell was read. */
    readonly exported: Uint16Array;
    /** It passes on all names of something that was not seen. */
    readonly isOpen?: true;
  }[];
}

export interface FolderFacts {
  readonly folder: string;
  readonly source: string;
  readonly surface: readonly SurfaceMark[];
  readonly aids?: readonly DocumentationAid[];
  readonly unread?: readonly UnreadManifests[];
}

/** Who wrote the change that opened a dependency: a person's keyed hash, never an address. */
export interface ChangeAuthor {
  /** mainline commit */
  readonly commit: string;
  readonly path: string;
  /** purl of the dependency that began */
  readonly subject: string;
  readonly person: string | null;
  readonly isBot: boolean;
}

export interface Tag {
  readonly name: string;
  readonly commit: string;
  readonly at: number;
}

/** Per person (keyed hash) the days (since the epoch) with commits and how many: columns of equal length. */
export interface ActivityColumns {
  readonly persons: readonly string[];
  readonly personIndex: Uint32Array;
  readonly day: Uint32Array;
  readonly commitsCount: Uint16Array;
}

/** Days (since the epoch, UTC) with changes on the mainline of files at HEAD: `days[ends[i-1] … ends[i])` for `paths[i]`. */
export interface FileChanges {
  readonly paths: readonly string[];
  readonly ends: Uint32Array;
  readonly days: Uint16Array;
}

export interface FolderActivity {
  readonly folder: string;
  readonly born: Moment;
  readonly lastHuman: Moment | null;
}

export interface ReadProblem {
  readonly source: string;
  readonly path: string | null;
  readonly commit: string | null;
  readonly problem: ParseProblem | { readonly code: string; readonly text: string };
}

/** A folder at HEAD whose manifests were not read, and why. */
export interface LeftOutFolder {
  readonly folder: string;
  readonly sign: "installed" | "vendored" | "test-data" | "template";
  readonly manifestsCount: number;
}

/** What the tree says of folders that may hold other people's code, inputs of tests or templates. */
export interface FolderPlaces {
  /** The largest first, bounded; `leftOutCount` counts them all. */
  readonly leftOut: readonly LeftOutFolder[];
  readonly leftOutCount: number;
  /** Called `vendor`, `fixtures` and the like, and read nevertheless: nothing in the tree says that they are. */
  readonly admitted: readonly string[];
  /** Named as a template by a file beside them. */
  readonly templates: readonly string[];
}

/** A commit that deleted nearly the whole tree, with the counts of what it builds on, itself left out. */
export interface FreshStart extends Moment {
  readonly before: Pick<
    RepositoryEvidence,
    "commitsCount" | "botCommitsCount" | "mainlineCommitsCount"
  >;
}

/** Everything read from one repository: what the cache holds. Times are seconds since the epoch, UTC. */
export interface RepositoryEvidence {
  readonly id: string;
  readonly name: string;
  /** `host/owner/name` from the remote, else null. */
  readonly remote: string | null;
  readonly defaultBranch: string | null;
  readonly head: Moment | null;
  readonly isShallow: boolean;
  readonly commitsCount: number;
  readonly botCommitsCount: number;
  readonly mainlineCommitsCount: number;
  readonly first: Moment | null;
  readonly lastHuman: Moment | null;
  readonly mainlineRoot: string | null;
  /** The last mainline commit that deleted nearly the whole tree; absent: none did. */
  readonly freshStart?: FreshStart;
  readonly files: readonly FileHistory[];
  readonly headFiles: readonly HeadFile[];
  /** Oldest first. Absent: no file of it ever named owners. */
  readonly ownersVersions?: readonly OwnersVersion[];
  /** How often the mainline changed each file that names owners, read or not. */
  readonly ownersFiles?: readonly { readonly path: string; readonly changesCount: number }[];
  readonly folders: readonly FolderFacts[];
  /** Absent: there is no such folder. */
  readonly places?: FolderPlaces;
  readonly symbols: readonly FolderSymbols[];
  readonly releaseExports: readonly ReleaseExports[];
  readonly changes: ChangeHistory;
  readonly headPathsCount: number;
  readonly languages: Readonly<Record<string, number>>; // files at HEAD by extension-derived language
  /** The same below each folder with a manifest that is not the root, folders with manifests of their own left out. */
  readonly folderLanguages?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly activity: ActivityColumns;
  /** Pseudonyms of names that an owner could mean an author by, sorted: see `authorHandles`. Absent: none is known. */
  readonly authorHandles?: readonly string[];
  readonly folderActivity: readonly FolderActivity[];
  readonly fileChanges: FileChanges;
  readonly authors: readonly ChangeAuthor[];
  readonly tags: readonly Tag[];
  /** What the repository asked to run in environments: empty unless it holds deployment state. */
  readonly deployments: DeploymentColumns;
  readonly unreadable: readonly string[];
  readonly problems: readonly ReadProblem[];
}
