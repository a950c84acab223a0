/** A figure that contradicts another, and what is not told for that. */
export interface Breach {
  /** Ids of what it is about. */
  readonly ids: readonly string[];
  /** What was found, in words. */
  readonly found: string;
  /** Pointers to what is withheld, from the root of the report, entries of lists by their places. */
  readonly withhold: readonly string[];
}

/** Counts what was looked at, so that an invariant that looks at nothing is seen. */
export class Checks {
  readonly breaches: Breach[] = [];
  private looked = 0;

  get checkedCount(): number {
    return this.looked;
  }

  /** `breach` is made only where it does not hold. */
  expect(holds: boolean, breach: () => Breach): void {
    this.looked++;
    if (!holds) this.breaches.push(breach());
  }
}

/** What is true of every report, whatever was read. */
export interface Invariant<Shown> {
  readonly id: string;
  /** As a sentence of what holds. */
  readonly statement: string;
  readonly check: (shown: Shown, checks: Checks) => void;
}

/** Room for what is counted in floating point. */
export function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}
