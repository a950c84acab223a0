import type { Problem } from "#evidence/problem.ts";
import type { UnknownEntry } from "../unknown-entries.ts";
import { Checks, type Breach, type Invariant } from "./invariant.ts";
import { isField } from "./withhold.ts";

/** How one invariant stands in one report. */
export interface Checked {
  readonly invariant: Pick<Invariant<never>, "id" | "statement">;
  readonly checkedCount: number;
  readonly breaches: readonly Breach[];
}

/** Nothing is changed: see `settle`. */
export function checkAll(invariants: readonly Invariant<never>[], shown: object): Checked[] {
  return invariants.map((invariant) => {
    const checks = new Checks();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each reads the sections that stand before it, which are there
    (invariant as Invariant<object>).check(shown, checks);
    return { invariant, checkedCount: checks.checkedCount, breaches: checks.breaches };
  });
}

export interface Settled {
  readonly problems: readonly Problem[];
  /** Of the fields that are to become null. */
  readonly unknown: readonly UnknownEntry[];
  /** All that is to be withheld: see `withhold`. */
  readonly pointers: ReadonlySet<string>;
}

const mostTold = 20;

/** What is said of breaches, and what has to be withheld for them: figures become null with a reason, entries of lists go. */
export function settle(checked: readonly Checked[], shown: object): Settled {
  const problems: Problem[] = [];
  const unknown: UnknownEntry[] = [];
  const pointers = new Set<string>();
  for (const { invariant, breaches } of checked) {
    for (const { ids, found, withhold: withheld } of breaches.slice(0, mostTold))
      problems.push({
        source: "integrity",
        code: "contradiction",
        where: ids.join(", ").slice(0, 500),
        text: `${invariant.statement}, but ${found}: ${withheld.length === 0 ? "nothing could be withheld" : `withheld is ${withheld.join(", ")}`}`.slice(
          0,
          2000,
        ),
        needs,
      });
    const others = breaches.slice(mostTold);
    if (others.length > 0)
      problems.push({
        source: "integrity",
        code: "contradiction",
        where: invariant.id,
        text: `${invariant.statement}, but ${String(others.length)} more figures contradict that: ${others.some((one) => one.withhold.length > 0) ? "withheld as well" : "nothing could be withheld"}`,
        needs,
      });
    for (const { found, withhold: withheld } of breaches)
      for (const pointer of withheld) {
        if (pointers.has(pointer)) continue;
        pointers.add(pointer);
        const reason = `${invariant.statement}, but ${found}`;
        unknown.push({ pointer, code: "contradiction", reason, needs });
      }
  }
  return { problems, unknown: unknown.filter(({ pointer }) => isField(shown, pointer)), pointers };
}

const needs = "This is a fault of fulcrum: please report it with these ids.";
