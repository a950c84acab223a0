import { describe, expect, test } from "vitest";
import { simulate } from "#bench/planted-truth/simulate.ts";
import { plantedSignals } from "#bench/planted-truth/truth.ts";

/** A few of the organisations that test/exactness and `npm run bench -- planted-truth` simulate by the hundred. */
const first = (scenario: Parameters<typeof simulate>[0], seed = 1) => simulate(scenario, seed);

describe("planted truth", () => {
  test.each(["duplicated-job", "unstable-api", "put-off-platform", "shared-risk"] as const)(
    "%s is the likeliest signal, and the only one that is more likely than not",
    (scenario) => {
      const likely = first(scenario)
        .signals.signals.filter((one) => one.chance >= 0.5)
        .map((one) => one.id);
      expect(likely).toEqual(plantedSignals[scenario]);
    },
  );

  test("where nothing is wrong nothing is called present, and no verdict needs anybody", () => {
    for (let seed = 0; seed < 8; seed++) {
      const { signals } = first("nothing", seed);
      expect(signals.signals.filter((one) => one.state === "present")).toEqual([]);
      expect(signals.verdict).toMatchObject({ answer: "undecided", leaning: "not-yet" });
    }
  });

  test("a mandated wave is called one, and is no signal", () => {
    const { mandatedCount, signals } = simulate("mandated-adoption", 1);
    expect(mandatedCount).toBe(1);
    expect(signals.verdict.leaning).toBe("not-yet");
  });

  test("without a platform, and with one team, nobody is recommended", () => {
    for (const scenario of ["no-platform", "one-team"] as const) {
      const { staffing } = first(scenario);
      expect(staffing).toMatchObject({ stage: "none", low: 0, high: 0, recommended: 0 });
      expect(staffing.assignments).toEqual([]);
    }
  });

  test("two groups of consumers are proposed as domains, widen the range and change no recommendation", () => {
    const { staffing } = first("two-domains");
    expect(staffing.domains.map((one) => one.capabilityIds.length)).toEqual([5, 5]);
    expect(staffing).toMatchObject({ domainsSource: "proposed", low: 1, high: 2, recommended: 1 });
    expect(first("two-domains")).toEqual(first("two-domains"));
  });

  test("everything at once leans to needed: half of what could be looked at was not", () => {
    const { verdict } = first("everything").signals;
    expect(verdict).toMatchObject({ answer: "undecided", leaning: "needed" });
  });
});
