import { languageOf } from "#evidence/languages.ts";
import type { Moment } from "#evidence/moment.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { asBroken } from "../git/broken-history.ts";
import { introducedBy, mainlineOf, readGraph, type CommitGraph } from "../git/graph.ts";
import { readMainline } from "../git/mainline.ts";
import type { GitLocation } from "../git/run.ts";
import { authorHandles } from "./author-handles.ts";
import { hashPeople, type People } from "./activity.ts";
import { ChangeCount, TooManyChanges, usualBudget, type ReadBudget } from "./read-budget.ts";
import { FolderTouches, type Touched } from "./folders.ts";
import { TreeSizes } from "./fresh-start.ts";
import { RevisionLog, type PathPlans, type PathRevisions } from "./revisions.ts";
import type { DeploymentPaths } from "./deployment-paths.ts";

/** The default branch since `after`, oldest first: positions are indexes into `ids`. */
export interface Mainline {
  readonly graph: CommitGraph;
  readonly people: People;
  /** See `authorHandles`. */
  readonly handles: readonly string[];
  readonly ids: readonly string[];
  /** For each commit of the graph the position that brought it in, −1 for none. */
  readonly introduced: Int32Array;
  readonly revisions: ReadonlyMap<string, PathRevisions>;
  readonly touches: FolderTouches;
  readonly sizes: TreeSizes;
  readonly isMailmapChanged: boolean;
  /** By position: 1 where the commit brought in work of at least one human. */
  readonly isHuman: Uint8Array;
  readonly momentAt: (position: number) => Moment;
  /** −1 for a commit from before, or of no mainline. */
  readonly positionOf: (commit: string) => number;
}

export interface WalkRequest {
  readonly location: GitLocation;
  readonly head: string;
  /** Where an earlier reading ended; null: from the beginning. */
  readonly after: string | null;
  /** Object id of the .mailmap at HEAD, else null. */
  readonly mailmap: string | null;
  readonly personKey: string;
  readonly bots: readonly string[];
  readonly plans: PathPlans;
  readonly deploymentPaths: DeploymentPaths;
  readonly budget?: ReadBudget;
  readonly signal?: AbortSignal;
}

/** What is kept of a path: one look-up for each change, of which there may be millions. */
interface Followed {
  readonly folder: Touched;
  readonly revisions: PathRevisions | null;
}

/** Both passes over history, side by side. Throws `BrokenHistory` where objects of it are missing, and `TooMuchHistory`. */
export async function walkMainline(request: WalkRequest): Promise<Mainline> {
  const { location, head, after, plans, signal } = request;
  const log = new RevisionLog();
  const touches = new FolderTouches();
  const sizes = new TreeSizes();
  const followed = new Map<string, Followed>();
  const follow = (path: string): Followed => {
    const isWanted =
      plans.of(path).length > 0 ||
      plans.lockFormatOf(path) !== null ||
      isCode(path) ||
      takenInByName.test(path) ||
      request.deploymentPaths.of(path) !== null;
    const one = { folder: touches.of(path), revisions: isWanted ? log.of(path) : null };
    followed.set(path, one);
    return one;
  };
  let back = 0;
  const changes = new ChangeCount((request.budget ?? usualBudget).changes);
  const passes = await Promise.allSettled([
    readGraph(location, request, signal),
    readMainline(
      location,
      { head, after },
      {
        commit: () => {
          back += 1;
          changes.commit();
          sizes.commit();
        },
        change: (path, object, previous, wasThere) => {
          changes.change();
          sizes.change(wasThere, object !== null);
          const { folder, revisions } = followed.get(path) ?? follow(path);
          touches.touch(folder, back);
          revisions?.positions.push(back);
          revisions?.objects.push(object);
          if (revisions !== null) revisions.before = previous;
        },
      },
      signal,
    ),
  ]);
  const [graphPass, mainlinePass] = passes;
  if (graphPass.status === "rejected") throw graphPass.reason;
  const graph = graphPass.value;
  const people = hashPeople(graph, request.personKey, request.bots);
  const ids = mainlineOf(graph);
  if (mainlinePass.status === "rejected") {
    const tooMuch = isTooMuch(mainlinePass.reason) ? changes.cut(ids) : null;
    if (tooMuch !== null) throw tooMuch;
    // The commit below cannot be compared with its parent, or (the oldest) cannot be read itself: history begins there, or above.
    const at = ids.length - back;
    const start = ids[at === 1 ? 1 : at - 1];
    throw asBroken(mainlinePass.reason, start === undefined ? [] : [start]);
  }
  const introduced = introducedBy(graph, ids);
  const isHuman = humanPositions(graph, people, introduced, ids.length);
  touches.settle(isHuman);
  // One object for each commit, however many facts begin there: evidence is copied between threads and written to disk.
  const moments: Moment[] = [];
  return {
    graph,
    people,
    handles: authorHandles(graph, people, request.personKey),
    ids,
    introduced,
    revisions: log.oldestFirst(ids.length),
    touches,
    sizes,
    isMailmapChanged: followed.has(".mailmap"),
    isHuman,
    momentAt: (position) => {
      let moment = moments[position];
      if (moment === undefined) {
        const commit = ids[position] ?? after ?? "";
        moment = { commit, at: graph.times[graph.ids.indexOf(commit)] ?? 0 };
        if (position >= 0) moments[position] = moment;
      }
      return moment;
    },
    positionOf: (commit) => {
      const position = introduced[graph.ids.indexOf(commit)] ?? -1;
      return ids[position] === commit ? position : -1;
    },
  };
}

/** More in one commit than can be read, or in all of them. */
function isTooMuch(reason: unknown): boolean {
  if (reason instanceof TooManyChanges) return true;
  return reason instanceof FulcrumError && reason.code === "tree-too-large";
}

/** Data files that others take in under whatever name: requirements, build settings, constraints. */
const takenInByName = /\.(?:txt|in|props|targets|properties|toml|json|pip|gemfile|lst)$/;

/** Copies of code are dated by its changes; markup and configuration count, data does not. */
function isCode(path: string): boolean {
  const language = languageOf(path);
  if (language === null) return /(?:^|\/)bin\/[^./]{1,60}$/.test(path);
  return language.kind !== "doc" && (language.kind !== "data" || language.name === "YAML");
}

/** 1 where a mainline commit brought in work of at least one human: to bring in a bot's branch is none. */
function humanPositions(
  graph: CommitGraph,
  people: People,
  introduced: Int32Array,
  length: number,
): Uint8Array {
  const isHuman = new Uint8Array(length);
  for (let commit = 0; commit < introduced.length; commit++) {
    const position = introduced[commit] ?? -1;
    const parentsCount = (graph.parentStart[commit + 1] ?? 0) - (graph.parentStart[commit] ?? 0);
    if (parentsCount > 1) continue;
    if (position >= 0 && people.isBot[graph.authorIndex[commit] ?? 0] !== true)
      isHuman[position] = 1;
  }
  return isHuman;
}
