import { messageOf } from "#kernel/errors.ts";
import type { FileFacts, Inclusion, ParseProblem } from "#evidence/facts.ts";
import type { Moment } from "#evidence/moment.ts";
import type { FileHistory, LockedHistory } from "#evidence/repository-evidence.ts";
import type { FileSource } from "#evidence/source.ts";
import { withoutQuotes } from "#evidence/without-persons.ts";
import type { MissingReason } from "../git/blobs.ts";
import type { HistoryRequest, LockRequest } from "./blob-requests.ts";
import { NeedsWholeHistory } from "./continuation.ts";
import { requirementsReader } from "../manifests/python/python-files.ts";
import { decodeText } from "./decode-text.ts";
import { FileFold } from "./file-fold.ts";
import { withoutPersonsIn } from "./kept-facts.ts";
import { watched } from "./file-watch.ts";
import { LockHistoryFold } from "./lock-history.ts";
import type { ProblemLog } from "./problem-log.ts";

/** Manifests above this are machine output; reading them would say nothing. */
export const largestManifest = 4 * 1024 * 1024;

export interface HistoryContext {
  readonly momentAt: (position: number) => Moment;
  readonly positionOf: (commit: string) => number;
  readonly removals: ReadonlyMap<string, readonly number[]>;
  readonly earlier: ReadonlyMap<string, FileHistory>;
  readonly problems: ProblemLog;
}

interface Declared {
  /** Of the first declaration; −1: before this reading. */
  readonly position: number;
  readonly since: Moment;
}

/** Folds versions of files, path by path and oldest first, into histories. */
export class HistoryReader {
  private readonly context: HistoryContext;
  private readonly folds = new Map<string, FileFold>();
  private readonly foldsByPath = new Map<string, FileFold[]>();
  private readonly locks = new Map<string, LockHistoryFold>();
  private readonly finishedLocks = new Map<string, readonly LockedHistory[]>();
  /** By fold, and by path for problems: how many removals of the path are done. */
  private readonly removed = new Map<FileFold | string, number>();
  private readonly factsOf = new Map<string, FileFacts | null>();
  private factsPath = "";
  private decoded: { readonly object: string; readonly text: string | null } = {
    object: "",
    text: null,
  };
  private declared: ReadonlyMap<string, Declared> = new Map();

  constructor(context: HistoryContext) {
    this.context = context;
    for (const [key, history] of context.earlier) {
      this.remember(key, new FileFold(history.path, history.source, history));
    }
  }

  private remember(key: string, fold: FileFold): void {
    this.folds.set(key, fold);
    const list = this.foldsByPath.get(fold.path);
    if (list === undefined) this.foldsByPath.set(fold.path, [fold]);
    else list.push(fold);
  }

  takeManifest(
    request: HistoryRequest,
    content: Buffer | null,
    reason: MissingReason | null,
  ): void {
    this.removeUntil(request.path, request.position);
    const moment = this.context.momentAt(request.position);
    for (const { source } of request.plans) {
      const facts = this.readFacts(request, source, content, reason);
      this.foldOf(request, source.id).revise(moment, request.object, facts);
    }
  }

  /** What the files read so far take in or once took in. */
  *inclusions(): Generator<Inclusion> {
    for (const fold of this.folds.values()) yield* fold.inclusions();
  }

  /** To be called before the first lock: locks are read for packages that some manifest declares or declared. */
  noteDeclared(): void {
    this.declared = this.declarations();
  }

  /** Since `noteDeclared`: is a package declared that was not, or earlier than it was? */
  declaresMore(): boolean {
    return [...this.declarations()].some(([purl, { position }]) => {
      const known = this.declared.get(purl);
      return known === undefined || position < known.position;
    });
  }

  /** What was read of lock files, to be read once more with all declarations known. */
  forgetLocks(): void {
    this.locks.clear();
    this.finishedLocks.clear();
    const locks = [...this.folds.values()].filter(({ source }) => source === "locks");
    for (const fold of locks) {
      const key = `${fold.path}\n${fold.source}`;
      this.removed.delete(fold);
      this.folds.delete(key);
      const others = (this.foldsByPath.get(fold.path) ?? []).filter((one) => one !== fold);
      this.foldsByPath.set(fold.path, others);
      const earlier = this.context.earlier.get(key);
      if (earlier !== undefined) this.remember(key, new FileFold(fold.path, fold.source, earlier));
    }
  }

  private declarations(): Map<string, Declared> {
    const declared = new Map<string, Declared>();
    for (const fold of this.folds.values()) {
      for (const { purl, since } of fold.declarations()) {
        const position = this.context.positionOf(since.commit);
        const known = declared.get(purl);
        if (known === undefined || position < known.position)
          declared.set(purl, { position, since });
      }
    }
    return declared;
  }

  takeLock(request: LockRequest, content: Buffer | null, reason: MissingReason | null): void {
    this.removeUntil(request.path, request.position);
    const lock = this.lockOf(request);
    const fold = this.foldOf(request, "locks");
    if (content === null) {
      this.context.problems.unreadable(request.path, request.object, reason ?? "missing");
    } else {
      watched(request.path, () => {
        lock.revise(this.context.momentAt(request.position), content);
      });
      this.context.problems.set("locks", request.path, lock.problems);
    }
    const isUnread = content === null || lock.problems.length > 0;
    if (request.position < 0 && isUnread) throw new NeedsWholeHistory(request.path);
    if (request.position >= 0)
      fold.revise(this.context.momentAt(request.position), request.object, null);
  }

  finish(): FileHistory[] {
    for (const path of this.context.removals.keys())
      this.removeUntil(path, Number.POSITIVE_INFINITY);
    this.finishLocks();
    const declared = this.declarations();
    this.checkCompiled(declared);
    return [...this.folds.values()]
      .map((fold) =>
        fold.history(
          fold.source === "locks"
            ? (this.finishedLocks.get(fold.path) ?? [])
            : sinceDeclared(
                fold.lockedRows().filter(({ purl }) => declared.has(purl)),
                declared,
                this.context.positionOf,
              ),
        ),
      )
      .sort((a, b) => (a.path === b.path ? compare(a.source, b.source) : compare(a.path, b.path)));
  }

  private foldOf({ path, position }: HistoryRequest | LockRequest, source: string): FileFold {
    const key = `${path}\n${source}`;
    let fold = this.folds.get(key);
    if (fold === undefined) {
      fold = new FileFold(path, source);
      this.remember(key, fold);
      const removals = this.context.removals.get(path) ?? [];
      this.removed.set(fold, removals.filter((one) => one <= position).length);
    }
    return fold;
  }

  /** One lock file is open at a time: requests come path by path, and each keeps a whole file in memory. */
  private lockOf(request: LockRequest): LockHistoryFold {
    let lock = this.locks.get(request.path);
    if (lock === undefined) {
      this.finishLocks();
      const earlier = this.context.earlier.get(`${request.path}\nlocks`)?.locked ?? [];
      lock = new LockHistoryFold(request.format, (purl) => this.declared.has(purl), earlier);
      this.locks.set(request.path, lock);
    }
    return lock;
  }

  private finishLocks(): void {
    for (const [path, lock] of this.locks) {
      this.removeUntil(path, Number.POSITIVE_INFINITY);
      this.finishedLocks.set(
        path,
        sinceDeclared(lock.history(), this.declared, this.context.positionOf),
      );
    }
    this.locks.clear();
    for (const [key, history] of this.context.earlier) {
      if (
        history.source === "locks" &&
        !this.finishedLocks.has(history.path) &&
        this.folds.has(key)
      ) {
        this.finishedLocks.set(history.path, history.locked);
      }
    }
  }

  /** Of what a compiled list fixed before, only what was declared then was kept: a package declared since needs its past. */
  private checkCompiled(declared: ReadonlyMap<string, Declared>): void {
    const compiled = [...this.context.earlier.values()].find(
      ({ source, dependencies, includes = [], spans }) =>
        source === requirementsReader &&
        dependencies.length + includes.length === 0 &&
        spans.at(-1)?.to === null,
    );
    if (compiled === undefined) return;
    const before = new Set(
      [...this.context.earlier.values()].flatMap(({ dependencies, definitions = [] }) =>
        [...dependencies, ...definitions].map(({ purl }) => purl),
      ),
    );
    for (const purl of declared.keys())
      if (purl.startsWith("pkg:pypi/") && !before.has(purl))
        throw new NeedsWholeHistory(compiled.path);
  }

  private removeUntil(path: string, position: number): void {
    const removals = this.context.removals.get(path);
    if (removals === undefined) return;
    for (const fold of this.foldsByPath.get(path) ?? [])
      this.eachRemoval(fold, removals, position, (moment) => {
        fold.remove(moment);
        if (fold.source === "locks") this.locks.get(path)?.remove(moment);
      });
    this.eachRemoval(path, removals, position, () => {
      this.context.problems.clear(path);
    });
  }

  /** Removals up to a position that have not been done for a fold; a file read by reference goes over its past once more. */
  private eachRemoval(
    of: FileFold | string,
    removals: readonly number[],
    position: number,
    act: (moment: Moment) => void,
  ): void {
    let at = this.removed.get(of) ?? 0;
    for (; at < removals.length && (removals[at] ?? 0) <= position; at++)
      act(this.context.momentAt(removals[at] ?? 0));
    this.removed.set(of, at);
  }

  /** Several sources read one version, one after the other: the text decoded last. */
  private decode({ object }: HistoryRequest, content: Buffer): string | null {
    if (this.decoded.object !== object) this.decoded = { object, text: decodeText(content) };
    return this.decoded.text;
  }

  /** The same content under the same name reads the same: reverts and merges repeat object ids. */
  private readFacts(
    request: HistoryRequest,
    source: FileSource,
    content: Buffer | null,
    reason: MissingReason | null,
  ): FileFacts | null {
    if (this.factsPath !== request.path) this.factsOf.clear();
    this.factsPath = request.path;
    const key = `${source.id} ${request.object}`;
    const known = this.factsOf.get(key);
    const facts =
      known === undefined
        ? readContent(source, request.path, { content, reason }, (bytes) =>
            this.decode(request, bytes),
          )
        : known;
    if (known === undefined) this.factsOf.set(key, facts);
    const problems = content === null ? null : (facts?.problems ?? []);
    if (problems === null)
      this.context.problems.unreadable(request.path, request.object, reason ?? "missing");
    else this.context.problems.set(source.id, request.path, problems);
    return facts === null || isHollow(facts) ? null : facts;
  }
}

/** Facts of one content; null when it is not there. `decode` is `decodeText`, or remembers what it said. */
export function readContent(
  source: FileSource,
  path: string,
  { content, reason }: { readonly content: Buffer | null; readonly reason: MissingReason | null },
  decode: (content: Buffer) => string | null = decodeText,
): FileFacts | null {
  if (content === null) {
    return reason === "too-large"
      ? { problems: [{ code: "too-large", text: "larger than 64 MB" }] }
      : null;
  }
  if (content.length > largestManifest) {
    return {
      problems: [
        { code: "too-large", text: `${String(content.length)} bytes; at most 4 MB are read` },
      ],
    };
  }
  const text = decode(content);
  if (text === null) return { problems: [{ code: "encoding", text: "binary, not text" }] };
  return readSafely(source, path, text);
}

/** A source that throws has a mistake: it costs that file, not the repository. */
export function readSafely(source: FileSource, path: string, text: string): FileFacts {
  try {
    return watched(path, () => withoutPersonsIn(source.read({ path, text }), text));
  } catch (error) {
    const reason = `the reader ${source.id} failed: ${withoutQuotes(messageOf(error)).slice(0, 200)}`;
    return { problems: [{ code: "invalid", text: reason }] };
  }
}

/** Nothing but complaints: what held before goes on, since a file that cannot be parsed has not dropped its dependencies. */
function isHollow(facts: FileFacts): boolean {
  const problems: readonly ParseProblem[] = facts.problems ?? [];
  return (
    problems.some((problem) => problem.code !== "unsupported") &&
    (facts.packages ?? []).length === 0 &&
    (facts.dependencies ?? []).length === 0 &&
    (facts.definitions ?? []).length === 0 &&
    (facts.includes ?? []).length === 0 &&
    (facts.services ?? []).length === 0
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Versions count from the day a manifest declares the package: before, it was locked for others' sake. */
function sinceDeclared(
  locked: readonly LockedHistory[],
  declared: ReadonlyMap<string, Declared>,
  positionOf: (commit: string) => number,
): LockedHistory[] {
  const kept: LockedHistory[] = [];
  for (const { spans, ...row } of locked) {
    const { position, since } = declared.get(row.purl) ?? { position: -1, since: null };
    const at = (moment: Moment): number => positionOf(moment.commit);
    const inForce =
      since === null || position < 0
        ? spans
        : spans
            .filter(({ to }) => to === null || at(to) > position)
            .map((span) => (at(span.from) < position ? { ...span, from: since } : span));
    if (inForce.length > 0) kept.push({ ...row, spans: inForce });
  }
  return kept.sort(
    (a, b) =>
      compare(a.purl, b.purl) ||
      compare(a.member ?? "", b.member ?? "") ||
      compare(a.range ?? "", b.range ?? ""),
  );
}
