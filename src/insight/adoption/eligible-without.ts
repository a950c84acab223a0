export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Components that could use a capability, each with the times at which it could: ascending, disjoint, [from, to). */
export interface Eligible {
  get(componentId: string): readonly Interval[] | undefined;
  keys(): Iterable<string>;
  /** How many could at a time. */
  countAt(at: number): number;
  /** Those of them for whom it is so. */
  only(isMeant: (componentId: string) => boolean): Eligible;
}

/** All that a kind of capability serves, worked out once; each capability leaves out those of its own team. */
export class Served implements Eligible {
  private readonly intervals: ReadonlyMap<string, readonly Interval[]>;
  private readonly byOwner = new Map<string, string[]>();
  private readonly counts: Counts;

  constructor(
    intervals: ReadonlyMap<string, readonly Interval[]>,
    ownersOf: (componentId: string) => readonly string[],
  ) {
    this.intervals = intervals;
    this.counts = new Counts([...intervals.values()].flat());
    for (const id of intervals.keys())
      for (const owner of ownersOf(id)) {
        const list = this.byOwner.get(owner);
        if (list === undefined) this.byOwner.set(owner, [id]);
        else list.push(id);
      }
  }

  get(componentId: string): readonly Interval[] | undefined {
    return this.intervals.get(componentId);
  }

  keys(): Iterable<string> {
    return this.intervals.keys();
  }

  countAt(at: number): number {
    return this.counts.at(at);
  }

  only(isMeant: (componentId: string) => boolean): Eligible {
    return new ServedWithout(this, new Set([...this.keys()].filter((id) => !isMeant(id))));
  }

  /** Those of none of the owners, and not the component itself. */
  without(owners: ReadonlySet<string>, componentId: string | undefined): Eligible {
    const left = new Set([...owners].flatMap((owner) => this.byOwner.get(owner) ?? []));
    if (componentId !== undefined && this.intervals.has(componentId)) left.add(componentId);
    return left.size === 0 ? this : new ServedWithout(this, left);
  }
}

class ServedWithout implements Eligible {
  private readonly all: Served;
  private readonly left: ReadonlySet<string>;
  private readonly counts: Counts;

  constructor(all: Served, left: ReadonlySet<string>) {
    this.all = all;
    this.left = left;
    this.counts = new Counts([...left].flatMap((id) => all.get(id) ?? []));
  }

  get(componentId: string): readonly Interval[] | undefined {
    return this.left.has(componentId) ? undefined : this.all.get(componentId);
  }

  *keys(): Iterable<string> {
    for (const id of this.all.keys()) if (!this.left.has(id)) yield id;
  }

  countAt(at: number): number {
    return this.all.countAt(at) - this.counts.at(at);
  }

  only(isMeant: (componentId: string) => boolean): Eligible {
    const others = [...this.keys()].filter((id) => !isMeant(id));
    return new ServedWithout(this.all, new Set([...this.left, ...others]));
  }
}

/** How many intervals a time lies in, by what has begun and what has ended. */
class Counts {
  private readonly starts: Float64Array;
  private readonly ends: Float64Array;

  constructor(intervals: readonly Interval[]) {
    this.starts = Float64Array.from(intervals, ({ from }) => from).sort();
    this.ends = Float64Array.from(intervals, ({ to }) => to).sort();
  }

  at(time: number): number {
    return countUpTo(this.starts, time) - countUpTo(this.ends, time);
  }
}

function countUpTo(sorted: Float64Array, time: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
