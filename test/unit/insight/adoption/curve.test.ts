import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { defaultAdoptionOptions } from "#insight/adoption/options.ts";
import type { Organisation } from "#model/organisation.ts";
import { asOf, bakery, DAY, kit, on, release, shop, use } from "./bakery.ts";

describe("curve", () => {
  it("counts stock at month-ends and as-of, and the flow between", () => {
    const [result] = assessAdoption(
      bakery({
        components: [shop("rye"), shop("bun", { ownerIds: ["team:rye"] }), shop("oat")],
        consumptions: [
          use("rye", "oven-kit", "2024-09-10"),
          use("bun", "oven-kit", "2024-09-30"),
          use("oat", "oven-kit", "2024-10-01", "2024-10-20"),
        ],
      }),
    );
    expect(result?.curve).toEqual([
      { date: on("2024-10-01") - 1, components: 2, owners: 1, eligible: 3, joined: 2, left: 0 },
      { date: on("2024-11-01") - 1, components: 2, owners: 1, eligible: 3, joined: 1, left: 1 },
      { date: on("2024-12-01") - 1, components: 2, owners: 1, eligible: 3, joined: 0, left: 0 },
      { date: asOf - 1, components: 2, owners: 1, eligible: 3, joined: 0, left: 0 },
    ]);
    // As-of is the end of its day: no point stands a second after it.
    const midMonth = assessAdoption({
      ...bakery({ consumptions: [use("rye", "oven-kit", "2024-12-01")] }),
      asOf: on("2024-12-20"),
    });
    expect(midMonth[0]?.curve.map(({ date }) => date)).toEqual([on("2024-12-20") - 1]);
  });

  it("is one point for what nobody uses", () => {
    const [result] = assessAdoption(bakery({}));
    expect(result?.curve).toHaveLength(1);
    expect(result).toMatchObject({ adoptersEver: 0, rate: 0, retention: null, waves: [] });
  });
});

const day = fc.integer({ min: 0, max: 3600 });
/** Of the same quarter the same: ends and beginnings meet. */
const commitOn = (at: number) => ({ commit: `c${Math.floor(at / (90 * DAY))}`, at });
const anyOrganisation = fc
  .record({
    shops: fc.array(
      fc.record({
        born: day,
        place: fc.constantFrom(null, ".", "apps", "apps/till", "till"),
        owner: fc.integer({ min: 0, max: 5 }),
        isLive: fc.constantFrom(true, false, null),
        gone: fc.option(day),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    lifecycle: fc.constantFrom("production", "deprecated", "archived", "unknown"),
    uses: fc.array(
      fc.record({
        shop: fc.nat({ max: 13 }),
        kit: fc.nat({ max: 2 }),
        from: day,
        lasts: fc.option(fc.integer({ min: 0, max: 2000 })),
        isFromCensored: fc.boolean(),
        scope: fc.constantFrom("runtime", "test", "reverse-test"),
        openedBy: fc.constantFrom("consumer", "provider", "bot", "template", "unclear"),
      }),
      { maxLength: 60 },
    ),
  })
  .map(({ shops, lifecycle, uses }): Organisation => {
    const at = (days: number) => on("2015-01-01") + days * DAY;
    return bakery({
      components: shops.map(({ born, place, owner, isLive, gone }, index) =>
        shop(`shop${index}`, {
          ...(place === null ? {} : { repositoryId: "repository:street", path: place }),
          born: { commit: "b", at: at(born) },
          ownerIds: owner === 0 ? [] : [`team:${owner}`],
          isLive,
          goneAt: gone === null ? null : at(born + gone),
        }),
      ),
      capabilities: ["a", "b", "c"].map((name) =>
        kit(name, {
          job: "bake",
          lifecycle: name === "c" ? lifecycle : "production",
          ownerIds: [],
          releases: [release("1.0.0", "2015-06-01"), release("2.0.0", "2019-06-01")],
        }),
      ),
      consumptions: uses.map((entry, index) => ({
        ...use(`shop${entry.shop}`, ["a", "b", "c"][entry.kit]!, "2015-01-01", null, {
          isFromCensored: entry.isFromCensored,
          scope: entry.scope,
          openedBy: entry.openedBy,
        }),
        id: `consumption:${index}`,
        from: commitOn(at(entry.from)),
        to: entry.lasts === null ? null : commitOn(at(entry.from + entry.lasts)),
      })),
    });
  });

describe("any organisation", () => {
  const options = { bootstrapReplicates: 20, scanReplicates: 49 };

  it("balances stock and flow, and keeps rates and shares at most 1", () => {
    fc.assert(
      fc.property(anyOrganisation, (organisation) => {
        for (const result of assessAdoption(organisation, options)) {
          let stock = 0;
          for (const point of result.curve) {
            stock += point.joined - point.left;
            expect(point.components).toBe(stock);
            expect(point.owners).toBeGreaterThanOrEqual(0);
            expect(point.eligible ?? 0).toBeGreaterThanOrEqual(0);
          }
          const last = result.curve.at(-1)!;
          expect(last.components).toBe(result.adoptersNow);
          expect(last.owners).toBe(result.ownersNow);
          expect(last.eligible).toBe(result.eligibleCount);
          expect(result.rate ?? 0).toBeLessThanOrEqual(1);
          expect(result.reuse?.value ?? 0).toBeLessThanOrEqual(1);
          for (const cohort of result.cohorts) {
            expect(cohort.stillUsing).toBeLessThanOrEqual(cohort.size);
            for (const share of cohort.stayedByYear) expect(share ?? 0).toBeLessThanOrEqual(1);
          }
          const { count, livedOn, ended, moved, retired } = result.left;
          expect(count).toBe(result.adoptersEver - result.adoptersNow);
          expect(livedOn + ended + moved + retired).toBe(count);
          expect(result.leaversTo.reduce((sum, one) => sum + one.count, 0)).toBe(count);
          expect(new Set(result.uses.map(({ componentId }) => componentId)).size).toBe(
            result.adoptersEver,
          );
          expect(result.retention?.events ?? 0).toBeLessThanOrEqual(livedOn);
          if (result.retirement !== null)
            expect(result.retirement).toMatchObject({ left: count, of: result.adoptersEver });
          const { chosen, captive, unknown } = result.choice;
          expect(chosen + captive + unknown).toBe(result.adoptersEver);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("keeps retention between 0 and 1, never rising, its incidences adding up to at most 1", () => {
    fc.assert(
      fc.property(anyOrganisation, (organisation) => {
        for (const { retention } of assessAdoption(organisation, options)) {
          let before = 1;
          for (const { survival } of retention?.curve ?? []) {
            expect(survival).toBeLessThanOrEqual(before);
            expect(survival).toBeGreaterThanOrEqual(0);
            before = survival;
          }
          for (const { left, archived } of retention?.competing ?? []) {
            expect(left + archived).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of its input", () => {
    fc.assert(
      fc.property(anyOrganisation, (organisation) => {
        const turned: Organisation = {
          ...organisation,
          components: organisation.components.toReversed(),
          capabilities: organisation.capabilities.toReversed(),
          consumptions: organisation.consumptions.toReversed(),
        };
        expect(assessAdoption(turned, options)).toEqual(assessAdoption(organisation, options));
      }),
      { numRuns: 40 },
    );
  });

  it("explains every null", () => {
    const nullable = ["rate", "retention", "timeToAdoptDays", "pull", "forecast", "reuse"] as const;
    fc.assert(
      fc.property(anyOrganisation, (organisation) => {
        for (const result of assessAdoption(organisation, options)) {
          const fields = result.unknown.map(({ field }) => field);
          expect(new Set(fields).size).toBe(fields.length);
          for (const field of nullable) {
            expect(fields.includes(field)).toBe(result[field] === null);
          }
          expect(fields).toEqual(expect.arrayContaining(["scale", "price.hoursWaited"]));
        }
      }),
      { numRuns: 40 },
    );
  });
});

it("has a default for every threshold", () => {
  expect(Object.values(defaultAdoptionOptions)).not.toContain(undefined);
});
