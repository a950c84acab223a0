import { rm } from "node:fs/promises";
import { append } from "#kernel/lists-by-key.ts";
import { languagesOf } from "#evidence/languages.ts";
import { nothingRead } from "#evidence/nothing-read.ts";
import { givenUpCode, historyTooLongCode } from "#evidence/reading-codes.ts";
import type {
  ChangeAuthor,
  FileHistory,
  FolderFacts,
  ReadProblem,
  RepositoryEvidence,
} from "#evidence/repository-evidence.ts";
import { BrokenHistory, cutHistory } from "../git/broken-history.ts";
import { readSizes } from "../git/blobs.ts";
import { ObjectBatch } from "../git/object-batch.ts";
import type { Refs } from "../git/refs.ts";
import { askForTags } from "../git/tags.ts";
import { listTree, type TreeEntry } from "../git/tree.ts";
import { summariseActivity } from "./activity.ts";
import { freshStartIn } from "./begun-afresh.ts";
import { askForChangeQuarters } from "./change-quarters.ts";
import { askForChangeAuthors } from "./change-authors.ts";
import { readDeployments } from "./deployment-history.ts";
import {
  earlierActivity,
  joins,
  mayContinue,
  NeedsWholeHistory,
  problemsThatStay,
} from "./continuation.ts";
import { withCheckedLinks } from "./document-links.ts";
import { collectFileChanges } from "./file-changes.ts";
import { folderOf, nearestRoot } from "./folders.ts";
import { ProblemLog } from "./problem-log.ts";
import { askForReferences } from "./reference-history.ts";
import { askForOwners } from "./owners-history.ts";
import { askForReleaseExports } from "./release-exports.ts";
import { readFiles } from "./read-files.ts";
import { TooMuchHistory } from "./read-budget.ts";
import { readPlaces, type ReadablePlaces } from "./readable-places.ts";
import { PathPlans } from "./revisions.ts";
import type { SourceSet } from "./source-set.ts";
import { askForStaleBranch } from "./stale-branch.ts";
import { walkMainline, type Mainline } from "./walk.ts";
import { DeploymentPaths } from "./deployment-paths.ts";
import type { ReadRequest, Reading } from "./read-request.ts";

/** Ten times the longest known. Git takes a square of its lines where they come in falling order. */
const largestMailmap = 256 * 1024;

async function mailmapIn(
  { location, signal }: ReadRequest,
  tree: readonly TreeEntry[],
): Promise<Pick<Reading, "mailmap" | "isMailmapTooLarge">> {
  const mailmap = tree.find((entry) => entry.path === ".mailmap")?.object ?? null;
  const [size = 0] = mailmap === null ? [] : await readSizes(location, [mailmap], signal);
  const isMailmapTooLarge = size > largestMailmap;
  return { mailmap: isMailmapTooLarge ? null : mailmap, isMailmapTooLarge };
}

/** Reads everything that the sources want from one repository, as far as its budget goes. Throws `git-failed` when git cannot read it at all. */
export async function readRepository(request: ReadRequest): Promise<RepositoryEvidence> {
  const { id, name, refs, location, earlier, deploymentPatterns = [] } = request;
  if (refs.head === null) {
    const { remote, defaultBranch } = refs;
    const isShallow = location.shallowFile !== null;
    return { ...nothingRead, id, name, remote, defaultBranch, isShallow };
  }
  const tree = await listTree(location, refs.head, request.signal);
  const places = await readPlaces(location, tree, request.signal);
  const reading: Reading = {
    ...request,
    head: refs.head,
    tree,
    places,
    plans: plansWith(request, places),
    deploymentPaths: new DeploymentPaths(deploymentPatterns, request),
    ...(await mailmapIn(request, tree)),
  };
  const continued = earlier === null ? null : await readSince(reading, earlier);
  return continued ?? (await readWhole({ ...reading, earlier: null }, [], 0));
}

/** Files that others took in at the earlier reading are read from the start. */
function plansWith({ sources, earlier, without }: ReadRequest, places: ReadablePlaces): PathPlans {
  const plans = new PathPlans(sources.files, places, without);
  for (const { includes = [] } of earlier?.files ?? [])
    for (const { path, reader } of includes) plans.include(path, reader);
  return plans;
}

/** Only the new commits; null where that would not tell the same as a whole reading. */
async function readSince(
  reading: Reading,
  earlier: RepositoryEvidence,
): Promise<RepositoryEvidence | null> {
  if (earlier.head === null || !mayContinue(earlier, reading.location)) return null;
  if (reading.places.differsFrom(earlier.places)) return null;
  const after = earlier.head.commit;
  try {
    const mainline = await walkMainline({ ...reading, after });
    if (!joins(mainline, reading.head, after) || mainline.isMailmapChanged) return null;
    const evidence = await assemble(reading, mainline, []);
    const before = new Set(manifestFolders(earlier.files));
    return manifestFolders(evidence.files).every((folder) => before.has(folder)) ? evidence : null;
  } catch (error) {
    if (error instanceof NeedsWholeHistory || error instanceof BrokenHistory) return null;
    if (error instanceof TooMuchHistory) return null;
    throw error;
  }
}

const mostCuts = 8;

/** Where history begins for want of objects, or because there is too much of it. */
interface Cut {
  readonly commit: string;
  readonly tooMuch: string | null;
}

function cutsFor(error: unknown): Cut[] {
  if (error instanceof TooMuchHistory) return [{ commit: error.commit, tooMuch: error.what }];
  if (!(error instanceof BrokenHistory)) return [];
  return error.commits.map((commit) => ({ commit, tooMuch: null }));
}

/** From the beginning, or where objects of history are missing from the commits above them. */
async function readWhole(
  reading: Reading,
  cuts: readonly Cut[],
  cutsCount: number,
): Promise<RepositoryEvidence> {
  const isCut = cuts.length > 0;
  const commits = cuts.map((cut) => cut.commit);
  const location = isCut ? await cutHistory(reading.location, commits) : reading.location;
  try {
    const mainline = await walkMainline({ ...reading, location, after: null });
    return await assemble({ ...reading, location }, mainline, cuts);
  } catch (error) {
    const found = cutsFor(error);
    if (found.length === 0) throw error;
    const isSpent = cutsCount === mostCuts || found.every((one) => commits.includes(one.commit));
    if (isSpent) throw error instanceof BrokenHistory ? error.failure : error;
    return await readWhole(reading, [...cuts, ...found], cutsCount + 1);
  } finally {
    if (isCut && location.shallowFile !== null) await rm(location.shallowFile, { force: true });
  }
}

function languagesBelow(
  tree: readonly { readonly path: string }[],
  roots: ReadonlySet<string>,
): Record<string, Record<string, number>> {
  const paths = new Map<string, string[]>();
  for (const { path } of tree) {
    const root = nearestRoot(folderOf(path), roots);
    if (root !== ".") append(paths, root, path);
  }
  return Object.fromEntries([...paths].map(([root, own]) => [root, languagesOf(own)]));
}

async function assemble(
  reading: Reading,
  mainline: Mainline,
  cuts: readonly Cut[],
): Promise<RepositoryEvidence> {
  const { location, refs, head, tree, plans, earlier, signal } = reading;
  const { graph } = mainline;
  const problems = new ProblemLog();
  for (const problem of shortenedHistory(cuts)) problems.add(problem);
  if (reading.isMailmapTooLarge) problems.add(unusedMailmap);
  for (const path of reading.without ?? []) problems.add(givenUp(path, head));
  if (refs.goneDefaultBranch !== null) problems.add(goneBranch(refs, head));
  const { histories, heads } = await readFiles(reading, mainline, problems);
  const newest = mainline.ids.length - 1;
  const headMoment =
    newest >= 0 ? mainline.momentAt(newest) : (earlier?.head ?? { commit: head, at: 0 });
  const earlierTags = new Map((earlier?.tags ?? []).map((tag) => [tag.commit, tag.at]));
  const timeOf = (commit: string): number | undefined =>
    graph.times[graph.ids.indexOf(commit)] ?? earlierTags.get(commit);

  const batch = new ObjectBatch();
  const references = askForReferences(
    batch,
    reading,
    { walk: mainline, withServices: heads.withServices },
    problems,
  );
  const authors = await askForChangeAuthors(batch, {
    location,
    mainline,
    files: histories,
    plans,
    problems,
    ...(signal === undefined ? {} : { signal }),
  });
  const owners = askForOwners(batch, reading, mainline, plans);
  const tags = askForTags(batch, refs.tags, timeOf);
  const roots = new Set(manifestFolders(histories));
  const releaseExports = askForReleaseExports(batch, {
    mainline,
    tree,
    files: histories,
    roots,
    tags: refs.tags,
    earlier,
    without: reading.without,
  });
  const changes = askForChangeQuarters(batch, {
    mainline,
    roots,
    files: histories,
    head: headMoment.at,
    earlier: earlier === null ? null : { history: earlier.changes, head: earlier.head?.at ?? 0 },
  });
  const staleBranch = askForStaleBranch(batch, refs, headMoment, graph);
  await batch.read(location, signal);
  const stale = staleBranch();
  if (stale !== null) problems.add(stale);
  const folders = folderFacts(reading.sources, tree);

  const files = [...histories, ...references()];
  const activity = summariseActivity(graph, mainline.people, earlierActivity(earlier));
  return {
    id: reading.id,
    name: reading.name,
    remote: refs.remote,
    defaultBranch: refs.defaultBranch,
    head: headMoment,
    isShallow: location.shallowFile !== null,
    commitsCount: (earlier?.commitsCount ?? 0) + graph.ids.length,
    botCommitsCount: activity.botCommitsCount,
    mainlineCommitsCount: (earlier?.mainlineCommitsCount ?? 0) + mainline.ids.length,
    first: activity.first,
    lastHuman: activity.lastHuman,
    mainlineRoot: earlier?.mainlineRoot ?? mainline.ids[0] ?? null,
    ...freshStartIn(mainline, earlier),
    files,
    headFiles: withCheckedLinks(heads.headFiles(), tree),
    ...owners(),
    folders,
    ...placesOf(reading.places),
    symbols: heads.folderSymbols(roots),
    releaseExports: releaseExports(),
    changes: changes(),
    headPathsCount: tree.length,
    languages: languagesOf(tree.map((entry) => entry.path)),
    folderLanguages: languagesBelow(tree, roots),
    activity: activity.columns,
    authorHandles: [...new Set([...(earlier?.authorHandles ?? []), ...mainline.handles])].sort(),
    folderActivity: mainline.touches.summarise(
      roots,
      mainline.momentAt,
      earlier?.folderActivity ?? [],
    ),
    fileChanges: collectFileChanges(
      tree,
      mainline.revisions,
      (position) => mainline.momentAt(position).at,
      earlier?.fileChanges ?? null,
    ),
    authors: [...(earlier?.authors ?? []), ...authors()].sort(byStart),
    tags: tags(),
    deployments: await readDeployments({
      ...reading,
      revisions: mainline.revisions,
      paths: reading.deploymentPaths,
      momentAt: mainline.momentAt,
    }),
    unreadable: problems.unreadableList(),
    problems: [...problemsThatStay(earlier, mainline, plans), ...problems.list()].sort(byPlace),
  };
}

function shortenedHistory(cuts: readonly Cut[]): ReadProblem[] {
  const problem = (commit: string, code: string, text: string): ReadProblem => {
    return { source: "git", path: null, commit, problem: { code, text } };
  };
  const problems: ReadProblem[] = [];
  const broken = cuts.filter((cut) => cut.tooMuch === null);
  if (broken[0] !== undefined) {
    const text = `commits or trees are missing or corrupt: nothing older than ${String(broken.length)} commits is read`;
    problems.push(problem(broken[0].commit, "history-incomplete", text));
  }
  const shortened = cuts.findLast((cut) => cut.tooMuch !== null);
  if (shortened !== undefined) {
    const { commit, tooMuch } = shortened;
    const text = `its history holds ${tooMuch ?? ""}: nothing older than commit ${commit.slice(0, 12)} is read`;
    problems.push(problem(commit, historyTooLongCode, text));
  }
  return problems;
}

const unusedMailmap: ReadProblem = {
  source: "git",
  path: ".mailmap",
  commit: null,
  problem: {
    code: "too-large",
    text: "at most 256 kB are read: persons count by the addresses of their commits",
  },
};

function givenUp(path: string, commit: string): ReadProblem {
  const text = "reading it ended the reader, or did not end: nothing of it is used";
  return { source: "git", path, commit, problem: { code: givenUpCode, text } };
}

function goneBranch({ goneDefaultBranch, defaultBranch }: Refs, commit: string): ReadProblem {
  const text = `HEAD names branch ${goneDefaultBranch ?? ""}, which is gone; ${defaultBranch ?? "HEAD"} was read`;
  return { source: "git", path: null, commit, problem: { code: "default-branch-gone", text } };
}

function byStart(a: ChangeAuthor, b: ChangeAuthor): number {
  return compare(a.path, b.path) || compare(a.subject, b.subject) || compare(a.commit, b.commit);
}

function byPlace(a: ReadProblem, b: ReadProblem): number {
  return compare(a.path ?? "", b.path ?? "") || compare(a.source, b.source);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placesOf({ places }: ReadablePlaces): Pick<RepositoryEvidence, "places"> {
  const isPlain = places.leftOutCount + places.admitted.length + places.templates.length === 0;
  return isPlain ? {} : { places };
}

/** Folders in which some manifest stands or stood: what folder activity and symbols are gathered by. */
function manifestFolders(files: readonly FileHistory[]): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    // `lib/oven/version.rb` numbers the gem around it; its folder is no package's.
    if (file.source === "ruby-version-file") continue;
    if (file.packages.length > 0 || file.dependencies.length > 0) folders.add(folderOf(file.path));
  }
  return [...folders];
}

function folderFacts(sources: SourceSet, tree: readonly TreeEntry[]): FolderFacts[] {
  const paths = tree.map((entry) => entry.path);
  return sources.trees.flatMap((source) =>
    [...source.readTree(paths)].flatMap(([folder, facts]) => {
      if (facts.surface === undefined && facts.aids === undefined && facts.unread === undefined)
        return [];
      return {
        folder,
        source: source.id,
        surface: facts.surface ?? [],
        ...(facts.aids === undefined ? {} : { aids: facts.aids }),
        ...(facts.unread === undefined ? {} : { unread: facts.unread }),
      };
    }),
  );
}
