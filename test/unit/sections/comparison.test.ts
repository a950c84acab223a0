import { describe, expect, it } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { compareAdoption } from "#sections/adoption/compare.ts";
import { compareCapabilities } from "#sections/capabilities/compare.ts";
import { Comparison } from "#sections/changes/comparison.ts";
import { compareComponents } from "#sections/components/compare.ts";
import { compareConsumptions } from "#sections/consumptions/compare.ts";
import type { Report } from "#sections/report.ts";

const before = sampleReport();
const compared = (after: Report, old: Report = before) => {
  const comparison = new Comparison(old, after);
  return [
    ...compareComponents(old.components, after.components, comparison),
    ...compareAdoption(old.adoption, after.adoption, comparison),
    ...compareCapabilities(old.capabilities, after.capabilities, comparison),
    ...compareConsumptions(old.consumptions, after.consumptions, comparison),
  ];
};

describe("what changed since the last report", () => {
  it("is nothing where nothing did, and nothing for the order of a list", () => {
    expect(compared(before)).toEqual([]);
    expect(compared({ ...before, components: before.components.toReversed() })).toEqual([]);
  });

  it("names what it is about by key, and says why", () => {
    const [first, ...others] = before.adoption;
    const adoption = [{ ...first!, adoptersNow: first!.adoptersNow + 2 }, ...others];
    expect(compared({ ...before, adoption })).toMatchObject([
      {
        reference: { section: "adoption", key: first!.capabilityId, field: "adoptersNow" },
        before: String(first!.adoptersNow),
        after: String(first!.adoptersNow + 2),
        because: "evidence",
      },
    ]);
  });

  it("is by definition where another version computed it", () => {
    const [first, ...others] = before.adoption;
    const after = {
      ...before,
      tool: { ...before.tool, version: "9.9.9" },
      adoption: [{ ...first!, adoptersNow: 0 }, ...others],
    };
    expect(compared(after)[0]?.because).toBe("definition");
  });

  it("tells a new component, another class, and a use that ended", () => {
    const [component, ...rest] = before.components;
    const asPlatform = component!.class === "platform" ? "product" : "platform";
    const use = before.consumptions.find(({ to }) => to === null)!;
    const after: Report = {
      ...before,
      components: [
        { ...component!, class: asPlatform },
        ...rest,
        { ...component!, id: "component:new#.", name: "new-oven" },
      ],
      consumptions: before.consumptions.map((one) =>
        one.id === use.id ? { ...one, to: "2026-02-01T00:00:00.000Z" } : one,
      ),
    };
    const told = compared(after).map(({ subject, after: now }) => `${subject}: ${now ?? "gone"}`);
    expect(told).toContain(`${component!.name}: class: ${asPlatform}`);
    expect(told).toContain(`new-oven: new component: ${component!.class}`);
    expect(told.some((text) => text.endsWith("until 2026-02-01"))).toBe(true);
  });

  it("is a correction where one was made since, for the use and for the count of adopters", () => {
    const use = before.consumptions[0]!;
    const fact = {
      ...before.evidence[0]!,
      id: "evidence:corrected",
      source: "correction",
      text: "use taken away",
    };
    const after: Report = {
      ...before,
      evidence: [...before.evidence, fact],
      components: before.components.map((one) =>
        one.id === use.consumerComponentId
          ? { ...one, evidenceIds: [...one.evidenceIds, fact.id] }
          : one,
      ),
      consumptions: before.consumptions.slice(1),
      adoption: before.adoption.map((one) =>
        one.capabilityId === use.capabilityId ? { ...one, adoptersNow: one.adoptersNow - 1 } : one,
      ),
    };
    expect(compared(after).map(({ because }) => because)).toEqual(["correction", "correction"]);
  });
});
