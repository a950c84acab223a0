import { describe, expect, it } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { sections } from "#sections/index.ts";
import type { EvidencePart, ReportIndex } from "#sections/report-index.ts";
import type { Report } from "#sections/report.ts";
import { reportParts } from "#surfaces/report/report-parts.ts";

const report = sampleReport();

const contents = (from: Report): ReadonlyMap<string, unknown> =>
  new Map(reportParts(from).map(({ name, content }) => [name, content]));
const indexOf = (from: Report): ReportIndex => contents(from).get("index") as ReportIndex;

/** As many facts as are asked for, in no order. */
function withFacts(count: number): Report {
  const [fact] = report.evidence;
  if (fact === undefined) throw new Error("the sample has no fact");
  const evidence = Array.from({ length: count }, (_, place) => ({
    ...fact,
    id: `evidence:${String((place * 7919) % count).padStart(6, "0")}`,
  }));
  return { ...report, evidence };
}

describe("the parts of a report", () => {
  it("are together all of it, each key once", () => {
    const { index, ...parts } = Object.fromEntries(contents(report));
    const shown = Object.entries(parts)
      .filter(([name]) => name.startsWith("section-"))
      .map(([, content]) => (content as { readonly shown: object }).shown);
    const { evidence, sections: described, ...rest } = report;
    expect(shown.flatMap(Object.keys).toSorted()).toEqual(
      Object.keys(rest)
        .filter((key) => !Object.hasOwn(index as object, key))
        .toSorted(),
    );
    expect(Object.assign({}, index, ...shown)).toMatchObject(rest);
    expect(contents(report).get("evidence-0")).toEqual(
      evidence.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    );
    expect(Object.keys(described)).toEqual(sections.map(({ name }) => name));
  });

  it("begin with what there is: each section's window, n and coverage, and its keys", () => {
    expect(reportParts(report)[0]?.name).toBe("index");
    const { sections: listed } = indexOf(report);
    expect(Object.keys(listed)).toEqual(sections.map(({ name }) => name));
    const { unknown, ...described } = report.sections.delivery;
    expect(unknown.length).toBeGreaterThan(0);
    expect(listed.delivery).toEqual({ ...described, keys: ["delivery", "deliveryRollUps"] });
    expect(JSON.stringify(indexOf(report)).length).toBeLessThan(10_000);
  });

  it("keep the reasons of what is unknown beside the section they belong to", () => {
    for (const { name, schema } of sections) {
      const own = Object.keys(schema);
      const { unknown } = report.sections[name];
      expect(unknown.every(({ section }) => own.includes(section))).toBe(true);
      if (name === "evidence") continue;
      expect(contents(report).get(`section-${name}`)).toMatchObject({ unknown });
    }
  });

  it.each([0, 1, 1500, 1501, 4000])(
    "hold each of %i facts once, in order of their ids",
    (count) => {
      const many = withFacts(count);
      const parts = [...contents(many)].flatMap(([name, content]) =>
        name.startsWith("evidence-") ? [content as EvidencePart] : [],
      );
      expect(parts.flat().map(({ id }) => id)).toEqual(
        many.evidence.map(({ id }) => id).toSorted(),
      );
      const { evidence } = indexOf(many);
      expect(evidence).toEqual({ count, firstIds: parts.map(([first]) => first?.id) });
      expect(parts).toHaveLength(Math.ceil(count / 1500));
    },
  );
});
