import { expect, test } from "vitest";
import { EvidenceList } from "#sections/evidence-list.ts";
import { consumptions } from "#sections/consumptions/section.ts";
import { application, build, file } from "../model/observatory.ts";
import { nothingGathered } from "#fixtures/nothing-gathered.ts";

test("mentions of a service are counted, named, and open into the places where they stand", () => {
  const findings = build([
    application("stars-api"),
    application(
      "night-log",
      file(".env", {
        source: "environment-files",
        references: [
          {
            reference: {
              name: "stars-api",
              how: "environment-variable",
              confidence: "medium",
              mention: "empty",
              text: "STARS_API_URL",
              line: 3,
              scope: "runtime",
            },
            spans: [{ value: 3, from: { commit: "c", at: 1_577_836_800 }, to: null }],
          },
        ],
      }),
    ),
  ]);
  const evidence = new EvidenceList();
  const found = {
    ...nothingGathered,
    model: findings,
    organisation: findings.organisation,
    adoption: [],
  };
  const spots = consumptions.blindSpots({ result: [], found }, evidence);
  const spot = spots.find(({ what }) => what.startsWith("mentions of a service"));
  expect(spot).toMatchObject({ count: 1, examples: ["stars-api in night-log"] });
  expect(spot?.evidenceIds).toHaveLength(1);
  expect(evidence.list().find(({ id }) => id === spot?.evidenceIds?.[0])).toMatchObject({
    path: ".env",
    line: 3,
    text: "STARS_API_URL (empty, or this machine)",
  });
});
