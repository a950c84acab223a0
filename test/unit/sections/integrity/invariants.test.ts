import { describe, expect, it, test } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { behindMeasure } from "#insight/lenses/make-easier.ts";
import { checkAll, settle } from "#sections/integrity/check.ts";
import { invariants } from "#sections/integrity/invariants.ts";
import { withhold } from "#sections/integrity/withhold.ts";
import { report as schema, type Report } from "#sections/report.ts";

const breachesOf = (report: Report): string[] =>
  checkAll(invariants, report).flatMap(({ invariant, breaches }) =>
    breaches.map(() => invariant.id),
  );

it("the sample report holds all of them, and each looks at something there", () => {
  const checked = checkAll(invariants, sampleReport());
  expect(checked.flatMap(({ breaches }) => breaches)).toEqual([]);
  const idle = checked.flatMap(({ checkedCount, invariant: { id } }) =>
    checkedCount === 0 ? id : [],
  );
  expect(idle).toEqual([
    "upgrades-are-above-what-is-locked",
    "nobody-is-behind-who-is-current",
    "clones-add-up",
  ]);
});

it("each is named once", () => {
  const ids = invariants.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

/** A report in which one figure was made to contradict another. */
type Spoil = (report: Report) => void;

const dough = (report: Report) => {
  const adoption = report.adoption.find(({ rate, left }) => rate !== null && left !== null);
  const capability = report.capabilities.find(({ id }) => id === adoption?.capabilityId);
  if (adoption === undefined || capability === undefined) throw new Error("no such capability");
  return { adoption, capability };
};
const proposal = (report: Report) => {
  const { items = [], componentId = "" } = report.lenses.products[0] ?? {};
  const item = items.find(({ kind }) => kind === "offered");
  const component = report.components.find(({ id }) => id === componentId);
  if (item === undefined || component === undefined) throw new Error("no such proposal");
  const capability = report.capabilities.find(({ id }) => item.subjectIds.includes(id));
  const adoption = report.adoption.find((one) => one.capabilityId === capability?.id);
  if (capability === undefined || adoption === undefined) throw new Error("no such capability");
  return { item, component, capability, adoption };
};

const spoiled: readonly (readonly [id: string, spoil: Spoil])[] = [
  ["adopters-are-eligible", (one) => void (dough(one).adoption.rateNumerator = 4_000)],
  ["adopters-are-eligible", (one) => void (dough(one).adoption.rate = 0.001)],
  ["left-is-ever-minus-now", (one) => void dough(one).adoption.left!.count++],
  ["left-is-ever-minus-now", (one) => void dough(one).adoption.left!.moved++],
  [
    "no-consumer-above-the-newest",
    (one) => void (dough(one).adoption.currency.versionsInUse[0]!.version = "99.0.0"),
  ],
  ["curve-ends-with-what-is-now", (one) => void dough(one).adoption.curve.at(-1)!.components++],
  [
    "parts-of-adoption-add-up",
    (one) => void dough(one).adoption.currency.versionsInUse[0]!.count++,
  ],
  [
    "same-users-everywhere",
    (one) => {
      const { id } = dough(one).capability;
      one.consumptions = one.consumptions.filter(({ capabilityId }) => capabilityId !== id);
    },
  ],
  [
    "nothing-recommended-to-its-owner",
    (one) => void (proposal(one).component.ownerIds = proposal(one).capability.ownerIds),
  ],
  [
    "nothing-recommended-that-is-retired",
    (one) => void (proposal(one).capability.lifecycle = "deprecated"),
  ],
  [
    "nothing-recommended-across-audiences",
    (one) => void (proposal(one).adoption.audience = "staff"),
  ],
  [
    "upgrades-are-above-what-is-locked",
    (one) => {
      const { item, component, adoption } = proposal(one);
      item.kind = "upgrade";
      adoption.currency.versionsInUse[0]!.componentIds.push(component.id);
    },
  ],
  [
    "nobody-is-behind-who-is-current",
    (one) => {
      const [first] = one.lenses.platform;
      first!.measure = { text: behindMeasure, present: 1_000, unit: "components" };
    },
  ],
  [
    "sentences-say-what-tables-say",
    (one) =>
      void (proposal(one).item.reasons[0] =
        "3 of 4 components that could use it do, 3 of them products like this one"),
  ],
  ["proposals-open-into-facts", (one) => void (proposal(one).item.evidenceIds = [])],
  ["no-team-is-a-person", (one) => void (one.sourcing.talkTo[0]!.teamId = "team:individual-owned")],
  ["counts-are-of-their-lists", (one) => void one.organisation.componentCount++],
  ["deployments-add-up", (one) => void (one.delivery[0]!.deploymentsTotal = 1)],
  ["shares-of-jobs-add-up", (one) => void (one.jobs[0]!.solutions[0]!.share = 0.999)],
  ["findings-are-what-is-counted", (one) => void one.ownership.shares[0]!.numerator++],
  [
    "no-figure-after-the-end",
    (one) => void (one.jobs[0]!.trend.at(-1)!.date = "2031-01-01T00:00:00Z"),
  ],
  [
    "intervals-contain-their-estimate",
    (one) => void (one.delivery[0]!.leadTimeSeconds!.committer!.low = 1e9),
  ],
  [
    "shares-are-of-their-counts",
    (one) => void (dough(one).adoption.currency.onNewestMajor!.share = 0.017),
  ],
  [
    "figures-open",
    (one) => {
      const indicators = one.signals.signals.flatMap((signal) => signal.indicators);
      indicators.find(({ value }) => value !== null && value !== 0)!.evidenceIds = [];
    },
  ],
];

const ofCounts: ReadonlySet<string> = new Set([
  "counts-are-of-their-lists",
  "same-users-everywhere",
  "deployments-add-up",
]);

describe("a report that contradicts itself is not written so", () => {
  test.each(spoiled)("%s (%#)", (id, spoil) => {
    const report = structuredClone(sampleReport());
    spoil(report);
    const checked = checkAll(invariants, report);
    const settled = settle(checked, report);
    expect(checked.find(({ invariant }) => invariant.id === id)?.breaches).not.toEqual([]);
    const [problem] = settled.problems;
    expect(problem).toMatchObject({ code: "contradiction", source: "integrity" });
    expect(problem?.where).not.toBe("");
    withhold(report, settled.pointers);
    // What is left is a report, and no longer says it; of plain counts only what rests on them is withheld.
    if (id !== "counts-are-of-their-lists") expect(settled.pointers.size).toBeGreaterThan(0);
    if (!ofCounts.has(id)) expect(breachesOf(report).filter((one) => one === id)).toEqual([]);
    expect(schema.safeParse(report).error?.issues ?? []).toEqual([]);
    for (const { pointer, reason } of settled.unknown) {
      expect(reason).toContain(", but ");
      expect(valueAt(report, pointer)).toBeNull();
    }
  });

  it("a count that opens into nothing is said, and stays: it is not known to be wrong", () => {
    const report = structuredClone(sampleReport());
    dough(report).adoption.evidenceIds = [];
    const { problems, pointers } = settle(checkAll(invariants, report), report);
    expect(problems.map(({ where }) => where)).toEqual([dough(report).capability.id]);
    expect(problems[0]?.text).toMatch(/open into nothing: nothing could be withheld$/);
    expect(pointers.size).toBe(0);
  });

  it("every invariant was broken once", () => {
    const broken = new Set([...spoiled.map(([id]) => id), "clones-add-up"]);
    expect(invariants.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
  });
});

function valueAt(report: Report, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined,
      report,
    );
}
