import { noDeployments } from "#evidence/deployments.ts";
import { languagesOf } from "#evidence/languages.ts";
import type { Moment } from "#evidence/moment.ts";
import type {
  FileHistory,
  FolderFacts,
  ReadProblem,
  RepositoryEvidence,
} from "#evidence/repository-evidence.ts";
import { readBlobs } from "../git/blobs.ts";
import { introducedBy, mainlineOf, readGraph, type CommitGraph } from "../git/graph.ts";
import { readMainline } from "../git/mainline.ts";
import type { Refs } from "../git/refs.ts";
import type { GitLocation } from "../git/run.ts";
import { readTags } from "../git/tags.ts";
import type { DeploymentPattern } from "../gitops/path-template.ts";
import { listTree, type TreeEntry } from "../git/tree.ts";
import { lockFormatOf } from "../locks/formats.ts";
import { hashPeople, summariseActivity, type ActivitySummary, type People } from "./activity.ts";
import { planRequests, type BlobRequest, type LockRequest } from "./blob-requests.ts";
import { findChangeAuthors } from "./change-authors.ts";
import { DeploymentPaths, readDeployments } from "./deployment-history.ts";
import { folderOf, FolderTouches } from "./folders.ts";
import { HeadReader } from "./head-reader.ts";
import { HistoryReader, readContent } from "./history-reader.ts";
import { ProblemLog } from "./problem-log.ts";
import { NeedsWholeHistory, readReferenceHistories } from "./reference-history.ts";
import { PathPlans, RevisionLog, type PathRevisions } from "./revisions.ts";
import type { SourceSet } from "./source-set.ts";

export interface ReadRequest {
  readonly id: string;
  readonly name: string;
  readonly location: GitLocation;
  readonly refs: Refs;
  readonly sources: SourceSet;
  /** Key of the pseudonyms: see `pseudonym`. */
  readonly personKey: string;
  /** Further addresses of bots, lower case. */
  readonly bots: readonly string[];
  /** What an earlier reading left: continued when its head lies on the new mainline. */
  readonly earlier: RepositoryEvidence | null;
  /** Where deployments stand, as configured; others are detected. */
  readonly deploymentPatterns?: readonly DeploymentPattern[];
  readonly signal?: AbortSignal;
  /** Told every object id that is read, for benchmarks against the floor. */
  readonly onBlobs?: (objects: readonly string[]) => void;
}

interface Mainline {
  readonly graph: CommitGraph;
  readonly people: People;
  readonly ids: readonly string[];
  readonly introduced: Int32Array;
  readonly revisions: ReadonlyMap<string, PathRevisions>;
  readonly touches: FolderTouches;
  readonly deploymentPaths: DeploymentPaths;
  momentAt(position: number): Moment;
}

/** Reads everything that the sources want from one repository. Throws `git-failed` when git cannot read it at all. */
export async function readRepository(request: ReadRequest): Promise<RepositoryEvidence> {
  const { refs, earlier } = request;
  if (refs.head === null) return emptyEvidence(request);
  const tree = await listTree(request.location, refs.head, request.signal);
  const plans = new PathPlans(request.sources.files);
  if (earlier?.head != null) {
    const continued = await readSince(request, refs.head, earlier, tree, plans);
    if (continued !== null) return continued;
  }
  const mainline = await walkMainline(request, refs.head, null, tree, plans);
  return assemble(request, refs.head, mainline, null, tree, plans);
}

/** Only the new commits; null when the old head is not on the new mainline or the folders of manifests changed. */
async function readSince(
  request: ReadRequest,
  head: string,
  earlier: RepositoryEvidence,
  tree: readonly TreeEntry[],
  plans: PathPlans,
): Promise<RepositoryEvidence | null> {
  const after = earlier.head?.commit ?? null;
  const mainline = await walkMainline(request, head, after, tree, plans);
  const oldest = mainline.graph.indexOf.get(mainline.ids[0] ?? "");
  const joins =
    oldest === undefined ? head === after : mainline.graph.outsideFirstParent.get(oldest) === after;
  if (!joins) return null;
  let evidence: RepositoryEvidence;
  try {
    evidence = await assemble(request, head, mainline, earlier, tree, plans);
  } catch (error) {
    if (error instanceof NeedsWholeHistory) return null;
    throw error;
  }
  const before = new Set(manifestFolders(earlier.files));
  const isSame = manifestFolders(evidence.files).every((folder) => before.has(folder));
  return isSame ? evidence : null;
}

async function walkMainline(
  request: ReadRequest,
  head: string,
  after: string | null,
  tree: readonly TreeEntry[],
  plans: PathPlans,
): Promise<Mainline> {
  const { location, signal } = request;
  const mailmap = tree.find((entry) => entry.path === ".mailmap")?.object ?? null;
  const graph = await readGraph(location, { head, after, mailmap }, signal);
  const people = hashPeople(graph, request.personKey, request.bots);
  const ids = mainlineOf(graph);
  const introduced = introducedBy(graph, ids);
  const isHuman = humanPositions(graph, people, introduced, ids.length);
  const log = new RevisionLog();
  const touches = new FolderTouches();
  const deploymentPaths = new DeploymentPaths(
    request.deploymentPatterns ?? [],
    request.id,
    request.name,
  );
  let position = ids.length;
  await readMainline(
    location,
    { head, after },
    {
      commit: () => (position -= 1),
      change: (path, object) => {
        touches.touch(path, position, isHuman[position] === 1);
        if (
          plans.of(path).length > 0 ||
          lockFormatOf(path) !== null ||
          deploymentPaths.of(path) !== null
        )
          log.add(path, position, object);
      },
    },
    signal,
  );
  const momentAt = (at: number): Moment => {
    const commit = ids[at] ?? after ?? "";
    return { commit, at: graph.times[graph.indexOf.get(commit) ?? -1] ?? 0 };
  };
  const revisions = log.oldestFirst();
  return { graph, people, ids, introduced, revisions, touches, deploymentPaths, momentAt };
}

/** 1 where a mainline commit brought in work of at least one human. */
function humanPositions(
  graph: CommitGraph,
  people: People,
  introduced: Int32Array,
  length: number,
): Uint8Array {
  const isHuman = new Uint8Array(length);
  for (let commit = 0; commit < introduced.length; commit++) {
    const position = introduced[commit] ?? -1;
    if (position >= 0 && people.isBot[graph.authorIndex[commit] ?? 0] !== true)
      isHuman[position] = 1;
  }
  return isHuman;
}

async function assemble(
  request: ReadRequest,
  head: string,
  mainline: Mainline,
  earlier: RepositoryEvidence | null,
  tree: readonly TreeEntry[],
  plans: PathPlans,
): Promise<RepositoryEvidence> {
  const { location, refs, signal } = request;
  const problems = new ProblemLog();
  const { files, heads } = await readFiles(request, mainline, earlier, tree, plans, problems);
  const roots = new Set(manifestFolders(files));
  const introduction = { ...mainline, mainline: mainline.ids };
  const readManifest = (path: string, content: Buffer) =>
    readContent(plans.of(path)[0]?.source ?? noSource, path, content, null);
  const authors = await findChangeAuthors(location, introduction, files, readManifest, signal);
  const activity = summariseActivity(mainline.graph, mainline.people, earlierActivity(earlier));
  const headPosition = mainline.ids.length - 1;
  return {
    id: request.id,
    name: request.name,
    remote: refs.remote,
    defaultBranch: refs.defaultBranch,
    head:
      headPosition >= 0
        ? mainline.momentAt(headPosition)
        : (earlier?.head ?? { commit: head, at: 0 }),
    isShallow: location.shallowFile !== null,
    commitsCount: (earlier?.commitsCount ?? 0) + mainline.graph.ids.length,
    botCommitsCount: activity.botCommitsCount,
    mainlineCommitsCount: (earlier?.mainlineCommitsCount ?? 0) + mainline.ids.length,
    first: activity.first,
    lastHuman: activity.lastHuman,
    mainlineRoot: earlier?.mainlineRoot ?? mainline.ids[0] ?? null,
    files,
    headFiles: heads.headFiles(),
    folders: folderFacts(request.sources, tree),
    symbols: heads.folderSymbols(roots),
    headPathsCount: tree.length,
    languages: languagesOf(tree.map((entry) => entry.path)),
    activity: activity.columns,
    folderActivity: mainline.touches.summarise(
      roots,
      mainline.momentAt,
      earlier?.folderActivity ?? [],
    ),
    authors: [...(earlier?.authors ?? []), ...authors],
    tags: await readTags(location, refs.tags, signal),
    deployments: await readDeployments({
      ...request,
      earlier,
      revisions: mainline.revisions,
      paths: mainline.deploymentPaths,
      momentAt: mainline.momentAt,
    }),
    unreadable: [...new Set([...(earlier?.unreadable ?? []), ...problems.unreadableList()])].sort(),
    problems: [...problemsThatStay(earlier, mainline, plans), ...problems.list()],
  };
}

const noSource = { id: "none", version: 0, detect: () => "none" as const, read: () => ({}) };

async function readFiles(
  request: ReadRequest,
  mainline: Mainline,
  earlier: RepositoryEvidence | null,
  tree: readonly TreeEntry[],
  plans: PathPlans,
  problems: ProblemLog,
): Promise<{ files: FileHistory[]; heads: HeadReader }> {
  const { location, signal } = request;
  const { manifests, heads, locks, removals } = planRequests(mainline.revisions, tree, plans);
  const earlierFiles = new Map(
    (earlier?.files ?? []).map((file) => [`${file.path}\n${file.source}`, file]),
  );
  const reader = new HistoryReader({
    momentAt: mainline.momentAt,
    removals,
    earlier: earlierFiles,
    problems,
  });
  const headReader = new HeadReader(problems);
  const requests: BlobRequest[] = [...manifests, ...heads, ...withGround(locks, earlier)];
  request.onBlobs?.(requests.map((one) => one.object));
  const firstLock = manifests.length + heads.length;
  await readBlobs(
    location,
    requests.map((one) => one.object),
    (index, content, reason) => {
      const one = requests[index];
      if (one === undefined) return;
      if (index === firstLock) reader.declaredPackages();
      if (one.kind === "history") reader.takeManifest(one, content, reason);
      else if (one.kind === "lock") reader.takeLock(one, content, reason);
      else headReader.take(one, content, reason);
    },
    signal,
  );
  const histories = reader.finish();
  const references = await readReferenceHistories(
    request,
    mainline,
    headReader.withServices,
    problems,
    earlier !== null,
  );
  return { files: [...histories, ...references], heads: headReader };
}

/** Before the first new version of a lock file, the version that the earlier reading ended with. */
function withGround(
  locks: readonly LockRequest[],
  earlier: RepositoryEvidence | null,
): LockRequest[] {
  if (earlier === null) return [...locks];
  const requests: LockRequest[] = [];
  const byPath = new Map<string, LockRequest[]>();
  for (const lock of locks) byPath.set(lock.path, [...(byPath.get(lock.path) ?? []), lock]);
  for (const { path, source, spans } of earlier.files) {
    const last = spans.at(-1);
    const format = source === "locks" ? lockFormatOf(path) : null;
    if (format === null || last === undefined || last.to !== null) continue;
    requests.push({ kind: "lock", path, format, position: -1, object: last.value });
    requests.push(...(byPath.get(path) ?? []));
    byPath.delete(path);
  }
  return [...requests, ...[...byPath.values()].flat()];
}

function earlierActivity(earlier: RepositoryEvidence | null): ActivitySummary | null {
  if (earlier === null) return null;
  const { activity: columns, botCommitsCount, first, lastHuman } = earlier;
  return { columns, botCommitsCount, first, lastHuman };
}

/** Earlier problems of files that were not read again. */
function problemsThatStay(
  earlier: RepositoryEvidence | null,
  { revisions }: Mainline,
  plans: PathPlans,
): ReadProblem[] {
  return (earlier?.problems ?? []).filter(
    ({ path }) =>
      path !== null &&
      !revisions.has(path) &&
      !plans.of(path).some((plan) => plan.appetite === "head"),
  );
}

/** Folders in which some manifest stands or stood: what folder activity and symbols are gathered by. */
function manifestFolders(files: readonly FileHistory[]): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    if (file.packages.length > 0 || file.dependencies.length > 0) folders.add(folderOf(file.path));
  }
  return [...folders];
}

function folderFacts(sources: SourceSet, tree: readonly TreeEntry[]): FolderFacts[] {
  const paths = tree.map((entry) => entry.path);
  return sources.trees.flatMap((source) =>
    [...source.readTree(paths)].map(([folder, facts]) => ({
      folder,
      source: source.id,
      surface: facts.surface ?? [],
    })),
  );
}

function emptyEvidence({ id, name, refs, location }: ReadRequest): RepositoryEvidence {
  return {
    id,
    name,
    remote: refs.remote,
    defaultBranch: refs.defaultBranch,
    head: null,
    isShallow: location.shallowFile !== null,
    commitsCount: 0,
    botCommitsCount: 0,
    mainlineCommitsCount: 0,
    first: null,
    lastHuman: null,
    mainlineRoot: null,
    files: [],
    headFiles: [],
    folders: [],
    symbols: [],
    headPathsCount: 0,
    languages: {},
    activity: {
      persons: [],
      personIndex: new Uint32Array(),
      day: new Uint32Array(),
      commitsCount: new Uint16Array(),
    },
    folderActivity: [],
    authors: [],
    tags: [],
    deployments: noDeployments,
    unreadable: [],
    problems: [],
  };
}
