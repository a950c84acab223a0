import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { nothingGathered } from "#fixtures/nothing-gathered.ts";
import type { Organisation } from "#model/organisation.ts";
import { buildReport } from "#sections/build-report.ts";
import { checkAll } from "#sections/integrity/check.ts";
import { invariants } from "#sections/integrity/invariants.ts";
import { report as schema } from "#sections/report.ts";
import { asOf, bakery, bought, DAY, kit, on, release, shop, use } from "./adoption/bakery.ts";

const names = ["rye", "spelt", "oat", "bun", "roll", "pie", "tart", "flan"];
const kits = ["oven-kit", "dough-kit"];
const day = (date: number): string => new Date(date * 1000).toISOString().slice(0, 10);
const date = fc
  .integer({ min: on("2016-01-01") / DAY, max: asOf / DAY - 1 })
  .map((at) => day(at * DAY));
const version = fc
  .tuple(fc.nat(4), fc.nat(3), fc.constantFrom("", "", "", ".rc1"))
  .map(([major, minor, more]) => `${String(major)}.${String(minor)}.0${more}`);
const lifecycle = fc.constantFrom("production", "production", "deprecated", "archived", "dormant");

const seldom = <Value>(some: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: some });

const component = fc.record({
  name: fc.constantFrom(...names),
  ownerIds: fc.constantFrom([], ["team:oven"], ["team:a"], ["team:b"], ["team:individual-owned"]),
  isLive: fc.constantFrom(true, true, false, null),
  lastHuman: date,
  lifecycle,
  gone: seldom(date),
  types: fc.subarray(["gem-web-application", "gem-component", "helm-chart"], { minLength: 1 }),
  marks: fc.subarray(["page", "consent", "api-route"] as const),
  description: fc.constantFrom(null, "for staff", "for customers"),
});
const capability = fc.record({
  name: fc.constantFrom(...kits),
  lifecycle,
  releases: fc.array(fc.tuple(version, date), { minLength: 1, maxLength: 5 }),
  hasTwoNames: fc.boolean(),
  serves: fc.constantFrom(["gem-web-application"], ["gem-component"], null),
});
const consumption = fc.record({
  consumer: fc.constantFrom(...names),
  capability: fc.constantFrom(...kits),
  from: date,
  lasts: seldom(fc.nat(2000)),
  version: fc.option(version, { freq: 5 }),
});

const organisations = fc
  .record({
    components: fc.uniqueArray(component, {
      selector: ({ name }) => name,
      minLength: 5,
      maxLength: 8,
    }),
    capabilities: fc.uniqueArray(capability, {
      selector: ({ name }) => name,
      minLength: 1,
      maxLength: 2,
    }),
    consumptions: fc.array(consumption, { minLength: 8, maxLength: 24 }),
    /** What most have: else nothing is recommended to the rest. */
    usual: fc.subarray(names, { minLength: 5, maxLength: 7 }),
    older: fc.subarray(names),
    olderDays: fc.integer({ min: 31, max: 900 }),
    frameworks: fc.subarray(names),
  })
  .map((drawn): Organisation => {
    const present = new Set(drawn.components.map(({ name }) => name));
    const offered = new Set(drawn.capabilities.map(({ name }) => name));
    const components = drawn.components.map(({ types, marks, gone, lastHuman, ...one }) =>
      shop(one.name, {
        ...one,
        goneAt: gone === null ? null : on(gone),
        lastHuman: { commit: "c", at: on(lastHuman) },
        artefacts: types.map((type) => ({ type, from: on("2015-01-01"), to: null })),
        surface: marks.map((mark) => ({ mark, text: mark, count: 1 })),
        evidence: seenIn(one.name),
      }),
    );
    const teamIds = new Set(components.flatMap(({ ownerIds }) => ownerIds));
    return bakery({
      components: [shop("oven", { evidence: seenIn("oven") }), ...components],
      teams: [...teamIds].map((id) => ({
        id,
        name: id.slice("team:".length),
        source: "codeowners",
        kind: id === "team:individual-owned" ? "individual-owned" : "team",
        componentIds: components.flatMap((one) => (one.ownerIds.includes(id) ? one.id : [])),
        evidence: [],
      })),
      capabilities: drawn.capabilities.map(({ name, releases, hasTwoNames, ...one }) =>
        kit(name, {
          ...one,
          evidence: seenIn("oven"),
          releases: releases
            .map(([number, at]) => release(number, at))
            .toSorted((a, b) => a.at - b.at),
          packages: hasTwoNames ? [`pkg:gem/${name}`, `pkg:gem/new-${name}`] : [`pkg:gem/${name}`],
        }),
      ),
      consumptions: [
        ...drawn.consumptions,
        ...drawn.usual.map((consumer) => ({
          consumer,
          capability: "oven-kit",
          from: "2018-01-01",
          lasts: null,
          version: "1.0.0",
        })),
      ].flatMap(({ consumer, capability: of, from, lasts, ...one }) => {
        const to = lasts === null ? null : on(from) + (lasts + 1) * DAY;
        const end = to === null || to >= asOf ? null : day(to);
        const versions =
          one.version === null ? [] : [{ version: one.version, from: on(from), to: null }];
        return present.has(consumer) && offered.has(of)
          ? [use(consumer, of, from, end, { versions })]
          : [];
      }),
      olderClones: new Map(
        drawn.older.map((name) => [`repository:${name}`, asOf - drawn.olderDays * DAY]),
      ),
      thirdPartyUses: drawn.frameworks.flatMap((name) =>
        present.has(name) ? [bought(name, "pkg:gem/rails", "2015-06-01")] : [],
      ),
    });
  });

/** What is read says where it was seen. */
function seenIn(name: string): EvidenceRef[] {
  return [
    {
      source: "manifest",
      repositoryId: `repository:${name}`,
      commit: "c0ffee",
      path: "Gemfile",
      line: null,
      at: on("2018-01-01"),
      how: "observed",
      confidence: "observed",
      text: `${name} is here`,
    },
  ];
}

const looked = new Map<string, number>();

it("whatever an organisation is like, its report contradicts itself nowhere", () => {
  fc.assert(
    fc.property(organisations, (organisation) => {
      const { collected: _, ...gathered } = nothingGathered;
      const report = buildReport({
        gathered: {
          ...gathered,
          asked: asOf + 40 * DAY,
          model: {
            organisation,
            publishedTwice: [],
            leftOut: [],
            serviceMentions: [],
            codeownersMistakes: [],
            idleCorrections: [],
          },
        },
        version: "1",
        now: (asOf + 50 * DAY) * 1000,
        previous: null,
      });
      for (const { invariant, checkedCount } of checkAll(invariants, report))
        looked.set(invariant.id, (looked.get(invariant.id) ?? 0) + checkedCount);
      const told = report.problems.flatMap(({ code, where, text }) =>
        code === "contradiction" && !isOfNothingRead(text) ? `${where}: ${text}` : [],
      );
      expect(told).toEqual([]);
      expect(schema.safeParse(report).error?.issues ?? []).toEqual([]);
      expect(report.asOf).toBe("2024-12-31T23:59:59.000Z");
    }),
    { numRuns: 150 },
  );
}, 120_000);

it("and most invariants had something to look at", () => {
  // Nothing is deployed or compared here, and seldom is a product told to look at what most of its kind use.
  const seldomMet = /^(?:deployments|clones)-add-up$|^nothing-recommended-(?:to-its|across)/;
  const idle = invariants.flatMap(({ id }) => ((looked.get(id) ?? 0) === 0 ? id : []));
  expect(idle.filter((id) => !seldomMet.test(id))).toEqual([]);
});

/** Here the clones are not among what was read, so that none can be listed. */
function isOfNothingRead(text: string): boolean {
  return text.includes("older clones are told");
}
