import { describe, expect, it } from "vitest";
import { report } from "#sections/report.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { placeOf } from "#kernel/reference.ts";
import { eachUnknown } from "#sections/each-unknown.ts";

describe("the sample report", () => {
  const sample = sampleReport();

  it("matches the contract and is the same every time", () => {
    expect(report.safeParse(sample).success).toBe(true);
    expect(JSON.stringify(sampleReport())).toBe(JSON.stringify(sample));
  });

  it("points only at records that it holds", () => {
    const components = new Set(sample.components.map((one) => one.id));
    const evidence = new Set(sample.evidence.map((one) => one.id));
    expect(sample.consumptions.filter((use) => !components.has(use.consumerComponentId))).toEqual(
      [],
    );
    expect(
      sample.consumptions.flatMap((use) => use.evidenceIds).filter((id) => !evidence.has(id)),
    ).toEqual([]);
    expect(evidence.size).toBe(sample.evidence.length);
  });

  it("gives a reason for every unknown rate", () => {
    const reasons = new Set(
      eachUnknown(sample.sections.adoption.unknown).map(({ place }) => place),
    );
    for (const one of sample.adoption)
      expect(one.rate === null).toBe(reasons.has(placeOf("adoption", one.capabilityId, "rate")));
  });
});
