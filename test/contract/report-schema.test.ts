import { describe, expect, it } from "vitest";
import { z } from "zod";
import { configuration } from "#contract/configuration.ts";
import { report, type Report } from "#sections/report.ts";
import { sampleReport } from "#fixtures/sample-report.ts";

const schema = z.toJSONSchema(report);
const asFile = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Every object anywhere in the schema. */
function nodes(value: unknown): Node[] {
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodes)];
}

const properties = nodes(schema).flatMap(({ properties: own }) =>
  isNode(own) ? Object.entries(own) : [],
);

const change = (edit: (one: Report) => unknown): unknown => {
  const copy = structuredClone(sampleReport());
  edit(copy);
  return copy;
};

describe("the schema of the report", () => {
  it("takes a whole report and drops nothing of it", () => {
    expect(report.parse(sampleReport())).toEqual(sampleReport());
  });

  it.each<[string, (one: Report) => unknown]>([
    ["a count that is no integer", (one) => (one.organisation.commitCount = 1.5)],
    ["a count below zero", (one) => (one.evidenceOmittedCount = -1)],
    ["a time that is not UTC", (one) => (one.asOf = "2026-06-30T00:00:00+02:00")],
    ["a day in place of an instant", (one) => (one.asOf = "2026-06-30")],
    ["a fraction above one", (one) => one.components.map((c) => (c.probabilities.product = 1.01))],
    [
      "a word that is not in the vocabulary",
      (one) => one.components.map((c) => Object.assign(c, { class: "service" })),
    ],
    [
      "an id of another kind",
      (one) => one.components.map((c) => (c.id = c.id.replace("component:", "team:"))),
    ],
    [
      "a null where zero or a number must stand",
      (one) => Object.assign(one.organisation, { teamCount: null }),
    ],
    [
      "a section without its window",
      (one) => Object.assign(one.sections.adoption, { window: undefined }),
    ],
    ["a section missing", (one) => Object.assign(one.sections, { teams: undefined })],
    ["a version of another schema", (one) => Object.assign(one, { schemaVersion: "0.9" })],
  ])("refuses %s", (_, edit) => {
    expect(report.safeParse(change(edit)).success).toBe(false);
  });

  it("describes closed objects only", () => {
    const open = nodes(schema).filter(
      ({ type, additionalProperties, propertyNames }) =>
        type === "object" && additionalProperties !== false && propertyNames === undefined,
    );
    expect(open).toEqual([]);
  });

  it("names things as the conventions say: xCount a count, xIds an array", () => {
    const kinds = properties.filter(([name]) => /(?:Count|Ids)$/.test(name));
    const wrong = kinds.filter(([name, node]) => {
      const text = JSON.stringify(node);
      return name.endsWith("Ids")
        ? !text.includes('"array"') && !text.includes("$ref")
        : !text.includes("/Count");
    });
    expect(kinds.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });
});

/** `npm run generate` writes these anew; a difference that nobody meant fails here. */
describe("the schemas in docs are those of the code", () => {
  it("report", async () => {
    await expect(asFile(schema)).toMatchFileSnapshot("../../docs/report.schema.json");
  });

  it("fulcrum.yaml", async () => {
    await expect(asFile(z.toJSONSchema(configuration, { io: "input" }))).toMatchFileSnapshot(
      "../../docs/fulcrum-yaml.schema.json",
    );
  });
});
