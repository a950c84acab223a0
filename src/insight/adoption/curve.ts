import { monthEnds } from "./calendar.ts";
import type { Eligible } from "./eligible-without.ts";
import type { CurvePoint } from "./result.ts";
import type { Use } from "./uses.ts";

/**
 * Stock at month-ends from the first use on, and at as-of; flow since the point before. At every point
 * components = Σ joined − Σ left. One sweep over sorted events; who could is looked up.
 */
export function adoptionCurve(
  uses: readonly Use[],
  eligible: Eligible | null,
  asOf: number,
): CurvePoint[] {
  const starts = uses.map((use) => use.from).sort((a, b) => a - b);
  const ends = uses.flatMap((use) => use.to ?? []).sort((a, b) => a - b);
  const ownership = ownerEvents(uses);
  const perOwner = new Map<string, number>();
  const position = { start: 0, end: 0, owner: 0 };
  let owners = 0;
  return monthEnds(starts[0] ?? asOf, asOf).map((date) => {
    const before = { ...position };
    while (position.start < starts.length && starts[position.start]! <= date) position.start += 1;
    while (position.end < ends.length && ends[position.end]! <= date) position.end += 1;
    for (; (ownership[position.owner]?.at ?? Infinity) <= date; position.owner += 1) {
      const { owner, step } = ownership[position.owner]!;
      const count = (perOwner.get(owner) ?? 0) + step;
      perOwner.set(owner, count);
      if (step === 1 && count === 1) owners += 1;
      if (step === -1 && count === 0) owners -= 1;
    }
    return {
      date: Math.min(date, asOf - 1),
      components: position.start - position.end,
      owners,
      eligible: eligible?.countAt(date) ?? null,
      joined: position.start - before.start,
      left: position.end - before.end,
    };
  });
}

function ownerEvents(uses: readonly Use[]): { at: number; owner: string; step: number }[] {
  const events = uses.flatMap((use) =>
    use.ownerIds.flatMap((owner) => [
      { at: use.from, owner, step: 1 },
      { at: use.to ?? Number.POSITIVE_INFINITY, owner, step: -1 },
    ]),
  );
  // A use of no duration must begin before it ends.
  return events.sort((a, b) => a.at - b.at || b.step - a.step);
}
