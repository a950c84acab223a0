import { expect, test } from "vitest";
import { EvidenceList } from "#sections/evidence-list.ts";
import { consumptions } from "#sections/consumptions/section.ts";
import { application, build, file } from "../model/observatory.ts";
import { nothingGathered } from "#fixtures/nothing-gathered.ts";

test("services that are named and not called are counted by pair, named, and open into the places where they stand", () => {
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
          {
            // The same pair for another reason is no second spot.
            reference: {
              name: "stars-api",
              how: "environment-variable",
              confidence: "medium",
              mention: "link",
              text: "STARS_HOME",
              line: 4,
              scope: "runtime",
            },
            spans: [{ value: 4, from: { commit: "c", at: 1_577_836_800 }, to: null }],
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
  const spot = spots.find(({ what }) => what.startsWith("service that a component names"));
  expect(spot).toMatchObject({ count: 1, examples: ["stars-api in night-log"] });
  expect(spot?.evidenceIds).toHaveLength(2);
  expect(evidence.list().find(({ id }) => id === spot?.evidenceIds?.[0])).toMatchObject({
    path: ".env",
    line: 3,
    text: "STARS_API_URL (empty, or this machine)",
  });
});
