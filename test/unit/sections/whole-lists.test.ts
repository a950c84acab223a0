import { expect, it } from "vitest";
import type { DeploymentSeries } from "#model/deployments.ts";
import { strangeNames } from "#sections/delivery/strange-names.ts";
import { EvidenceList } from "#sections/evidence-list.ts";
import { mapCognitiveLoad } from "#sections/cognitive-load/present.ts";
import { mapDocumentation } from "#sections/documentation/present.ts";

const many = Array.from({ length: 130 }, (_, index) => `oven-${String(index)}`);

it("lists of the report are whole: what must be known, and links that lead nowhere", () => {
  const load = mapCognitiveLoad({
    unknown: null,
    dimensions: [{ items: many }],
    trend: [],
  } as never);
  expect(load.dimensions[0]?.items).toHaveLength(130);
  const deadLinks = many.map((target) => ({ path: "README.md", line: 1, target }));
  const documentation = mapDocumentation(
    { parts: [], deadLinks, lastDocumentChange: null, lastCodeChange: null } as never,
    new EvidenceList(),
  );
  expect(documentation.deadLinks).toHaveLength(130);
});

it("names that nobody knows are listed as far as anybody reads, then counted", () => {
  const series = many.map(
    (environment) =>
      ({
        application: "ovens",
        environment,
        level: "event",
        isTierKnown: false,
      }) as unknown as DeploymentSeries,
  );
  const incidents = many.map((service, line) => ({ service, file: "a.ndjson", line }));
  const problems = strangeNames(series, incidents as never, () => null, {
    production: [],
  } as never);
  expect(problems).toHaveLength(102);
  expect(problems[50]?.text).toBe("80 more environments are not known");
  expect(problems[101]?.text).toBe("80 more services are not known");
});
