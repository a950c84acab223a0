import type { ParseProblem } from "#evidence/facts.ts";
import type { Moment } from "#evidence/moment.ts";
import type { LockedHistory } from "#evidence/repository-evidence.ts";
import { createLockFold, type LockFold } from "../locks/fold.ts";
import type { LockFormat } from "../locks/formats.ts";
import { SpanTable } from "./span-table.ts";

/** Versions that a lock file fixed over time, for the wanted packages only. Contents are handed in oldest first. */
export class LockHistoryFold {
  private readonly versions = new SpanTable<string, string>();
  private readonly fold: LockFold;
  /** The fold compares with the content before, so two copies are kept in turn. */
  private arenas: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
  problems: readonly ParseProblem[] = [];

  constructor(
    format: LockFormat,
    wanted: (purl: string) => boolean,
    earlier: readonly LockedHistory[],
  ) {
    this.fold = createLockFold(format, wanted);
    for (const { purl, spans } of earlier) this.versions.restore(purl, purl, spans);
  }

  /** `moment` is when the content appeared; `content` need only be valid during the call. */
  revise(moment: Moment, content: Buffer): void {
    const change = this.fold.next(this.keep(content));
    this.problems = change.problems;
    const inForce = new Map(change.changed.map((one) => [one.purl, one.version]));
    for (const { purl } of change.removed) {
      if (!inForce.has(purl)) this.versions.end(moment, purl);
    }
    for (const [purl, version] of inForce) this.versions.set(moment, purl, purl, version);
  }

  remove(moment: Moment): void {
    this.versions.endAll(moment);
    this.problems = [];
    this.fold.clear();
  }

  history(): LockedHistory[] {
    return this.versions.list().map(({ key, spans }) => ({ purl: key, spans }));
  }

  private keep(content: Buffer): Buffer {
    let [arena, other] = this.arenas;
    if (arena.length < content.length) arena = Buffer.allocUnsafeSlow(content.length * 2);
    this.arenas = [other, arena];
    content.copy(arena);
    return arena.subarray(0, content.length);
  }
}
