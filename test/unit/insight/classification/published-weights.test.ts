import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { featureIds } from "#insight/classification/feature.ts";
import { weighedClasses } from "#insight/classification/score.ts";
import { frozenWeights, weightsOrigin } from "#insight/classification/weights.ts";

const page = readFileSync(
  new URL("../../../../docs/insights/classification.md", import.meta.url),
  "utf8",
);

test.each(featureIds)("the page publishes the weights of %s", (id) => {
  const row = page.split("\n").find((line) => line.startsWith(`| \`${id}\``)) ?? "";
  const cells = row.split("|").map((cell) => cell.trim().replace("−", "-"));
  expect(cells.slice(3, 6).map(Number)).toEqual(
    weighedClasses.map((one) => frozenWeights[id][one]),
  );
});

test("the page says when they were frozen", () => {
  expect(page).toContain(`frozen on ${weightsOrigin.frozenOn}`);
});
