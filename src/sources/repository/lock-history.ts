import type { LockedPackage, ParseProblem } from "#evidence/facts.ts";
import type { Moment } from "#evidence/moment.ts";
import type { LockedHistory } from "#evidence/repository-evidence.ts";
import { createLockFold, type LockFold } from "../locks/fold.ts";
import type { LockFormat } from "../locks/formats.ts";
import { lockedVersion } from "../locks/locked-version.ts";
import { SpanTable } from "./span-table.ts";

type Row = Omit<LockedHistory, "spans">;

/** Versions that a lock file fixed over time, for the wanted packages only. Contents are handed in oldest first. */
export class LockHistoryFold {
  private readonly versions = new SpanTable<Row, string>();
  /** Keys of the rows of one package that hold now, besides the one of the package itself. */
  private readonly special = new Map<string, Set<string>>();
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
    for (const { spans, ...row } of earlier) {
      const key = keyOf(row);
      this.versions.restore(key, row, spans);
      if (key !== row.purl && spans.at(-1)?.to === null) this.specialOf(row.purl).add(key);
    }
  }

  /** `moment` is when the content appeared; `content` need only be valid during the call. */
  revise(moment: Moment, content: Buffer): void {
    const change = this.fold.next(this.keep(content));
    this.problems = change.problems;
    const inForce = new Map(change.changed.map((one) => [one.purl, one.version]));
    for (const purl of new Set([...change.removed, ...change.added].map((one) => one.purl))) {
      const version = inForce.get(purl);
      if (version === undefined) this.versions.end(moment, purl);
      else this.versions.set(moment, purl, { purl }, version);
      this.reviseSpecial(moment, purl, version === undefined ? [] : this.fold.entries(purl));
    }
  }

  /** What single members of a workspace and single constraints see, where that is not the same for all. */
  private reviseSpecial(moment: Moment, purl: string, entries: readonly LockedPackage[]): void {
    const known = this.specialOf(purl);
    const holding = new Set<string>();
    for (const { row, version } of specialRows(purl, entries)) {
      const key = keyOf(row);
      holding.add(key);
      known.add(key);
      this.versions.set(moment, key, row, version);
    }
    for (const key of known) {
      if (holding.has(key)) continue;
      this.versions.end(moment, key);
      known.delete(key);
    }
    if (known.size === 0) this.special.delete(purl);
  }

  private specialOf(purl: string): Set<string> {
    const found = this.special.get(purl) ?? new Set<string>();
    this.special.set(purl, found);
    return found;
  }

  remove(moment: Moment): void {
    this.versions.endAll(moment);
    this.special.clear();
    this.problems = [];
    this.fold.clear();
  }

  history(): LockedHistory[] {
    return this.versions.list().map(({ meta, spans }) => ({ ...meta, spans }));
  }

  private keep(content: Buffer): Buffer {
    let [arena, other] = this.arenas;
    // With room to grow: the next version is mostly a little longer.
    if (arena.length < content.length)
      arena = Buffer.allocUnsafeSlow(content.length + (content.length >>> 2));
    this.arenas = [other, arena];
    content.copy(arena);
    return arena.subarray(0, content.length);
  }
}

function specialRows(
  purl: string,
  entries: readonly LockedPackage[],
): { readonly row: Row; readonly version: string }[] {
  if (new Set(entries.map(({ version }) => version)).size < 2) return [];
  const present = <Value>(value: Value | undefined): value is Value => value !== undefined;
  const members = new Set(entries.map(({ member }) => member).filter(present));
  const ranges = new Set(entries.map(({ range }) => range).filter(present));
  return [
    ...[...members].map((member) => ({
      row: { purl, member },
      version: lockedVersion(entries, { member }),
    })),
    ...[...ranges].map((range) => ({
      row: { purl, range },
      version: lockedVersion(entries, { constraint: range }),
    })),
  ].flatMap(({ row, version }) => (version === null ? [] : [{ row, version }]));
}

function keyOf({ purl, member, range }: Row): string {
  if (member !== undefined) return `${purl}\nmember ${member}`;
  return range === undefined ? purl : `${purl}\nrange ${range}`;
}
