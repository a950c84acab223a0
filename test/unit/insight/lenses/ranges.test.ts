import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceOf } from "#fixtures/evidence.ts";
import { rankedProposals, type Proposal } from "#insight/lenses/proposal.ts";
import { atMost, exactly, product, quotient, sum } from "#insight/lenses/spans.ts";
import { workCosts } from "#insight/lenses/work-costs.ts";
import type { Span } from "#insight/value/options.ts";
import { quarterOf, startOfQuarter, type ChangeKinds } from "#evidence/change-quarters.ts";
import type { Organisation } from "#model/organisation.ts";
import { asOf, bought, DAY, kit, on, release, shop, use } from "../adoption/bakery.ts";
import { copied, copyIn, costs, propose } from "./propose.ts";

const span = fc
  .tuple(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000))
  .map((parts) => parts.map((one) => one / 10).sort((a, b) => a - b))
  .map(([low = 0, likely = 0, high = 0]): Span => ({ low, likely, high }));

const inOrder = ({ low, likely, high }: Span): boolean =>
  low <= likely + 1e-9 && likely <= high + 1e-9 && low >= 0 && Number.isFinite(high);

test("ranges stay in order whatever is done with them", () => {
  fc.assert(
    fc.property(span, span, fc.nat(500), (one, other, limit) => {
      expect(inOrder(product(one, other))).toBe(true);
      expect(inOrder(sum(one, other))).toBe(true);
      expect(inOrder(atMost(one, limit))).toBe(true);
      const divided = quotient(one, other);
      expect(divided === null).toBe(other.low <= 0);
      if (divided !== null) expect(inOrder(divided)).toBe(true);
    }),
  );
});

test("what may be nothing does not lead, nor what costs more than a year of what it spares", () => {
  const given = (title: string, low: number, likely: number, effort: number): Proposal => ({
    kind: "own",
    title,
    subjectIds: [],
    affectedIds: [],
    reach: { count: 2, unit: "team" },
    forWhom: "",
    replaces: "",
    firstStep: "",
    measure: { text: title, present: 1, unit: "" },
    against: [],
    reasons: [],
    atStakePersonHours: { low, likely, high: 2 * likely },
    effortPersonHours: { low: effort, likely: effort, high: effort },
    valuePerEffort: null,
    confidence: low === 0 ? "low" : "medium",
    restsOn: [],
    evidence: [],
  });
  const dear = given("dear", 50, 100, 250);
  const ranked = [dear, given("unsure", 0, 60, 5), given("sure", 20, 40, 40)];
  const titles = (kind: Proposal["kind"], effort: number) =>
    rankedProposals(
      [{ ...dear, kind, effortPersonHours: exactly(effort) }, ...ranked.slice(1)],
      9,
    ).map(({ title }) => title);
  expect(rankedProposals(ranked, 9).map(({ title }) => title)).toEqual(["sure", "unsure", "dear"]);
  // Two years: never worth it, unless something else than work speaks for it.
  expect(titles("consolidate", 190)).toEqual(["sure", "unsure", "dear"]);
  expect(titles("consolidate", 210)).toEqual(["sure", "unsure"]);
  expect(titles("secure", 210)).toEqual(["sure", "unsure", "dear"]);
});

/** Bakeries of any kind: who uses what since when, what they buy, what they copy. */
const shops = ["rye", "spelt", "oat", "bun", "roll", "pie"];
const days = fc.array(fc.integer({ min: 1, max: 1_000 }), { maxLength: 12 });
const anyBakery = fc.record({
  uses: fc.array(
    fc.record({
      name: fc.constantFrom(...shops),
      kit: fc.constantFrom("oven-kit", "mill-kit"),
      isOver: fc.boolean(),
      majors: fc.nat(4),
      minors: fc.nat(4),
    }),
    { maxLength: 12 },
  ),
  lifecycle: fc.constantFrom("production" as const, "deprecated" as const, "unknown" as const),
  isOwned: fc.boolean(),
  bought: fc.array(fc.tuple(fc.constantFrom(...shops), fc.constantFrom("warm", "warmer", "cosy")), {
    maxLength: 8,
  }),
  // A file changed on the same days, whatever stretch of it is looked at.
  copies: fc.uniqueArray(
    fc.record({ name: fc.constantFrom("a.rb", "b.rb", ".github/workflows/c.yml"), days }),
    { maxLength: 3, selector: ({ name }) => name },
  ),
  changes: fc.nat(200),
});

type AnyBakery = typeof anyBakery extends fc.Arbitrary<infer Value> ? Value : never;

function partsOf(given: AnyBakery): Partial<Organisation> {
  const ownerIds = given.isOwned ? ["team:oven"] : [];
  return {
    components: [shop("oven", { ownerIds }), ...shops.map((name) => shop(name))],
    capabilities: ["oven-kit", "mill-kit"].map((name) =>
      kit(name, {
        ownerIds,
        lifecycle: given.lifecycle,
        releases: [release("1.0.0", "2019-01-01"), release("4.0.0", "2023-01-01")],
      }),
    ),
    consumptions: [
      ...new Map(
        given.uses.map((one) => [
          `${one.name} ${one.kit}`,
          use(one.name, one.kit, "2020-01-01", one.isOver ? "2024-08-01" : null, {
            versions: Array.from({ length: one.majors + one.minors + 1 }, (_, at) => ({
              version:
                at <= one.majors
                  ? `${String(at + 1)}.0.0`
                  : `${String(one.majors + 1)}.${String(at)}.0`,
              from: at === 0 ? on("2020-01-01") : asOf - (360 - 40 * at) * DAY,
              to: null,
            })),
          }),
        ]),
      ).values(),
    ],
    thirdPartyUses: given.bought.map(([name, gem]) => bought(name, `pkg:gem/${gem}`, "2020-01-01")),
  };
}

const proposalsOf = (given: AnyBakery, turn = false): Proposal[] => {
  const clones = given.copies.map(({ name, days: changed }) =>
    copied(["rye", "oat", "pie"].map((one) => copyIn(one, name, changed))),
  );
  const parts = partsOf(given);
  const turned = {
    ...parts,
    consumptions: parts.consumptions!.toReversed(),
    thirdPartyUses: parts.thirdPartyUses!.toReversed(),
  };
  return propose(turn ? turned : parts, {
    clones: turn ? clones.toReversed() : clones,
    changes: new Map([["component:oven", given.changes]]),
    costs: { ...costs, yearOfWork: 900 },
  });
};

describe("proposals of any bakery", () => {
  test("have ranges in order, a reach, and every word that is asked of them", () => {
    fc.assert(
      fc.property(anyBakery, (given) => {
        for (const one of proposalsOf(given)) {
          expect(inOrder(one.atStakePersonHours), one.title).toBe(true);
          expect(inOrder(one.effortPersonHours), one.title).toBe(true);
          if (one.valuePerEffort !== null) expect(inOrder(one.valuePerEffort)).toBe(true);
          expect(one.atStakePersonHours.high).toBeLessThanOrEqual(900);
          expect(one.reach.count).toBeGreaterThan(0);
          for (const words of [one.forWhom, one.replaces, one.firstStep, one.measure.text])
            expect(words).not.toBe("");
          for (const list of [one.against, one.reasons, one.restsOn])
            expect(list.length).toBeGreaterThan(0);
          expect(JSON.stringify(one)).not.toMatch(/undefined|NaN|Infinity/);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("stand in the order of what is at stake, and the order of the input does not matter", () => {
    fc.assert(
      fc.property(anyBakery, (given) => {
        const proposals = proposalsOf(given);
        const isDear = (one: Proposal) =>
          one.effortPersonHours.likely >
          (one.kind === "secure" ? 2 : 1) * (1 + 1e-9) * one.atStakePersonHours.likely;
        const costsMore = (one: Proposal) =>
          one.effortPersonHours.likely > (1 + 1e-9) * one.atStakePersonHours.likely;
        const dear = proposals.map((one) => Number(isDear(one)));
        for (const one of proposals)
          expect(one.against.some((each) => each.includes("costs more than a year"))).toBe(
            costsMore(one),
          );
        expect(dear).toEqual(dear.toSorted((a, b) => a - b));
        for (const part of [false, true]) {
          const hours = proposals
            .filter((one) => isDear(one) === part)
            .map(({ atStakePersonHours: { low, likely }, confidence }) =>
              low === 0 && confidence === "low" ? likely / 2 : likely,
            );
          expect(hours).toEqual(hours.toSorted((a, b) => b - a));
        }
        const told = (list: readonly Proposal[]) =>
          list.map((one) => [one.kind, one.title, one.atStakePersonHours, one.reach]);
        expect(told(proposalsOf(given, true))).toEqual(told(proposals));
        expect(rankedProposals(proposals.toReversed(), 40)).toEqual(proposals);
      }),
      { numRuns: 40 },
    );
  });
});

describe("how long a change takes", () => {
  /** Days since the epoch: of the last whole quarter, and of the one that is not over. */
  const quarter = quarterOf(asOf) - 1;
  const ofQuarter = startOfQuarter(quarter) / DAY;
  const unfinished = startOfQuarter(quarter + 1) / DAY;
  const before = startOfQuarter(quarter - 4) / DAY;
  const commits = (at: number, humanCommitsCount: number): ChangeKinds => ({
    quarter: at,
    humanCommitsCount,
    changesCount: 0,
    humanChangesCount: 0,
    updatesCount: 0,
    humanUpdatesCount: 0,
    humanPipelinesCount: 0,
    humanRepairsCount: 0,
    repairs: [],
  });
  /** Nobody works in two of them: each has its own people, who work 20 days in the quarter and `others` besides. */
  const worked = (name: string, people: number, count: number, others: readonly number[]) => {
    const workedOn = [...Array.from({ length: 20 }, (_, at) => ofQuarter + at), ...others];
    const rows = workedOn.flatMap((day) =>
      Array.from({ length: people }, (_, person) => ({ day, person })),
    );
    return evidenceOf(name, asOf, {
      activity: {
        persons: Array.from({ length: people }, (_, one) => `${name} ${String(one)}`),
        personIndex: Uint32Array.from(rows, ({ person }) => person),
        day: Uint32Array.from(rows, ({ day }) => day),
        commitsCount: Uint16Array.from(rows, () => 1),
      },
      changes: {
        quarters: [],
        tail: [],
        kinds: [commits(quarter - 4, 999), commits(quarter, count), commits(quarter + 1, 999)],
      },
    });
  };
  const costsOf = (people: number) =>
    workCosts({
      repositories: ["rye", "oat", "pie"].map((name, at) =>
        worked(name, people, people * [10, 20, 40][at]!, [unfinished, before]),
      ),
      components: [],
      quarters: [],
      offeringIds: new Set(),
      until: asOf,
      upgradeHours: null,
      suppressBelow: 5,
    });

  test("days with commits × 7 ÷ commits of the mainline, both of whole quarters, quartiles over repositories", () => {
    // 20 days each: 14, 7 and 3.5 hours a change.
    expect(costsOf(6)).toMatchObject({
      isMeasured: true,
      change: { low: 5.25, likely: 7, high: 10.5 },
      yearOfWork: 3 * 6 * 20 * 7,
    });
  });

  test("of fewer than five people it is not measured: it is assumed, and says so", () => {
    const assumed = costsOf(1);
    expect(assumed).toMatchObject({ isMeasured: false, yearOfWork: null, change: { likely: 3 } });
    expect(assumed.words.change).toContain("too little work was seen");
  });
});
