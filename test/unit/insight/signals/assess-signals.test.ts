import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessSignals } from "#insight/signals/assess-signals.ts";
import { notRead, reading, type IndicatorReading } from "#insight/signals/indicator.ts";
import {
  indicatorIds,
  indicators,
  type IndicatorId,
  type IndicatorReadings,
} from "#insight/signals/indicators.ts";
import { scoreOf, stateOf } from "#insight/signals/score.ts";
import { decayIds } from "#insight/signals/titles.ts";
import { decayIds as decayWords, indicatorIds as indicatorWords } from "#vocabulary/decision.ts";

const unread = notRead("not-read", "Nobody looked.", "Somebody who looks.");

function readings(known: Partial<Record<IndicatorId, IndicatorReading>>): IndicatorReadings {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each id
  return Object.fromEntries(
    indicatorIds.map((id) => [id, known[id] ?? unread]),
  ) as IndicatorReadings;
}

/** A reading with that score, on plenty of cases. */
function scored(id: IndicatorId, score: number, n = 100_000): [IndicatorId, IndicatorReading] {
  const { zeroPoint, onePoint } = indicators[id];
  return [id, reading(zeroPoint + score * (onePoint - zeroPoint), n, 1, `${id} is high`, [])];
}

function signalOf(id: number, known: readonly [IndicatorId, IndicatorReading][]) {
  return assessSignals(readings(Object.fromEntries(known)), null).signals[id - 1]!;
}

/** Every indicator of these signals at that score. */
function at(score: number, ...ids: readonly number[]): [IndicatorId, IndicatorReading][] {
  return indicatorIds
    .filter((id) => ids.includes(Number(indicators[id].of)))
    .map((id) => scored(id, score));
}

describe("a score", () => {
  test("runs from the zero-point to the one-point, in either direction, and no further", () => {
    expect(scoreOf(0.3, { zeroPoint: 0.1, onePoint: 0.5 })).toBeCloseTo(0.5);
    expect(scoreOf(0.55, { zeroPoint: 0.8, onePoint: 0.3 })).toBeCloseTo(0.5);
    expect(scoreOf(9, { zeroPoint: 0.1, onePoint: 0.5 })).toBe(1);
    expect(scoreOf(0.9, { zeroPoint: 0.8, onePoint: 0.3 })).toBe(0);
    expect(scoreOf(1, { zeroPoint: 1, onePoint: 1 })).toBe(1);
  });

  test("is a state: the boundaries belong to the higher one", () => {
    expect([null, 0, 0.2499, 0.25, 0.4999, 0.5, 1].map(stateOf)).toEqual([
      "unknown",
      "absent",
      "absent",
      "emerging",
      "emerging",
      "present",
      "present",
    ]);
  });
});

describe("a signal", () => {
  test("is the median of what is known", () => {
    const found = signalOf(3, [
      scored("documentation-score", 0.9),
      scored("majors-a-year", 0.1),
      scored("consumers-behind", 0.6),
    ]);
    expect(found.score).toBeCloseTo(0.6);
    expect(found.state).toBe("present");
    expect(found.strongest).toBe("documentation-score is high");
  });

  test("is unknown with one witness, and two figures of one family are one witness", () => {
    const jobsAlone = signalOf(1, [
      scored("fragmented-jobs", 1),
      scored("platform-answer-unused", 1),
    ]);
    expect(jobsAlone).toMatchObject({ state: "unknown", score: null, confidence: "low" });
    expect(jobsAlone.unknown?.reason).toMatch(/^1 independent indicator is known; 2 are needed/);
    expect(jobsAlone.wouldChange[0]).toMatch(/^1 more independent indicator would/);
    const withCode = signalOf(1, [scored("fragmented-jobs", 1), scored("cross-owner-lines", 1)]);
    expect(withCode.state).toBe("present");
  });

  test("counts nothing below its minimum, whatever the value", () => {
    const few = signalOf(3, [scored("workarounds", 1, 19), scored("consumers-behind", 1)]);
    expect(few.state).toBe("unknown");
    expect(few.indicators.find((one) => one.id === "workarounds")).toMatchObject({
      value: null,
      score: null,
      unknown: { code: "too-few" },
    });
  });

  test("a value that is no number is unknown", () => {
    const found = signalOf(3, [
      ["workarounds", reading(Number.NaN, 100, 1, "no", [])],
      scored("consumers-behind", 1),
    ]);
    expect(found.state).toBe("unknown");
  });

  test("says which value would change it, and that value does", () => {
    const known: [IndicatorId, IndicatorReading][] = [
      scored("consumers-behind", 0.3),
      scored("workarounds", 0.4),
    ];
    const found = signalOf(3, known);
    expect(found.state).toBe("emerging");
    const line = found.wouldChange.find((text) => text.startsWith("Uses that are a major"));
    const value = Number(/: ([\d.]+) % in place of/.exec(line ?? "")?.[1]) / 100;
    const state = /make it (\w+)\./.exec(line ?? "")?.[1];
    const moved = signalOf(3, [["consumers-behind", reading(value, 100, 1, "", [])], known[1]!]);
    expect(moved.state).toBe(state);
  });

  test("takes the points of fulcrum.yaml, and says whose they are", () => {
    const known = readings(
      Object.fromEntries([scored("consumers-behind", 1), scored("workarounds", 1)]),
    );
    const { signals } = assessSignals(known, null, {
      thresholds: {
        "consumers-behind": { zeroPoint: 0.6, onePoint: 1 },
        workarounds: { minimumN: 1_000_000 },
      },
    });
    expect(signals[2]?.indicators.find((one) => one.id === "consumers-behind")).toMatchObject({
      score: 0,
      origin: "this organisation's fulcrum.yaml",
    });
    expect(signals[2]?.state).toBe("unknown");
  });

  test("property: a higher score of one indicator never lowers the signal", () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(score, score, score, score, (one, other, from, to) => {
        const signal = (third: number) =>
          signalOf(3, [
            scored("majors-a-year", one),
            scored("consumers-behind", other),
            scored("workarounds", third),
          ]).score ?? -1;
        expect(signal(Math.max(from, to))).toBeGreaterThanOrEqual(signal(Math.min(from, to)));
      }),
    );
  });
});

describe("the verdict", () => {
  const verdict = (
    known: readonly [IndicatorId, IndicatorReading][],
    size: "small" | "medium" | "large" | null = "medium",
  ) => assessSignals(readings(Object.fromEntries(known)), null, { size }).verdict;

  test("needs more in a small organisation than in a large one", () => {
    const two = [...at(1, 1, 3), ...at(0, 2, 5, 7)];
    expect(verdict(two, "small").answer).toBe("soon");
    expect(verdict(two, "medium").answer).toBe("soon");
    expect(verdict(two, "large").answer).toBe("needed");
  });

  test("absence is said only with four signals known", () => {
    expect(verdict(at(0, 1, 3, 7)).answer).toBe("unknown");
    expect(verdict(at(0, 1, 3, 5, 7)).answer).toBe("not-yet");
    expect(verdict(at(1, 1)).answer).toBe("unknown");
  });

  test("all present is needed with high confidence; nothing known is unknown with low", () => {
    expect(verdict(at(1, 1, 2, 3, 4, 5, 6, 7))).toMatchObject({
      answer: "needed",
      confidence: "high",
      points: 7,
    });
    expect(verdict([])).toMatchObject({ answer: "unknown", confidence: "low", points: 0 });
  });

  test("an unknown size is taken as medium and costs confidence", () => {
    const found = verdict(at(1, 1, 2, 3, 4, 5, 6, 7), null);
    expect(found).toMatchObject({ answer: "needed", confidence: "low", size: null });
    expect(found.reasons.join(" ")).toContain("size is not known");
  });

  test("the table shows what follows from each change", () => {
    const found = verdict([...at(1, 1, 3), ...at(0, 5, 7)], "large");
    const row = (change: string) => found.sensitivity.find((one) => one.change.includes(change));
    expect(row("signal 1, now present, were absent")).toMatchObject({ points: 1, answer: "soon" });
    expect(row("every unknown signal were present")).toMatchObject({ points: 5 });
    expect(row("the organisation were small")).toMatchObject({ answer: "soon" });
    expect(row("quarter more")).toMatchObject({ answer: "needed" });
  });

  test("property: one more present signal never makes the answer milder", () => {
    const order = ["unknown", "not-yet", "soon", "needed"];
    fc.assert(
      fc.property(
        fc.subarray([1, 2, 3, 4, 5, 6, 7]),
        fc.integer({ min: 1, max: 7 }),
        (ids, more) => {
          const others = [1, 2, 3, 4, 5, 6, 7];
          const verdictWith = (present: readonly number[]) =>
            verdict([
              ...at(0, ...others.filter((id) => !present.includes(id))),
              ...at(1, ...present),
            ]);
          expect(order.indexOf(verdictWith([...ids, more]).answer)).toBeGreaterThanOrEqual(
            order.indexOf(verdictWith(ids).answer),
          );
        },
      ),
    );
  });
});

test("the words of the contract are those of the insight", () => {
  expect([...indicatorWords].toSorted()).toEqual([...indicatorIds].toSorted());
  expect([...decayWords]).toEqual([...decayIds]);
});
