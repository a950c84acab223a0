import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { featureIds } from "#insight/classification/feature.ts";
import { trainedModel } from "#insight/classification/weights.ts";

const page = readFileSync(
  new URL("../../../../docs/insights/classification.md", import.meta.url),
  "utf8",
);

test.each(featureIds)("the page publishes the weight of %s and what it is", (id) => {
  const rows = page.split("\n").filter((line) => line.startsWith(`| \`${id}\``));
  expect(rows).toHaveLength(2);
  const cells = (rows[1] ?? "").split("|").map((cell) => cell.trim());
  expect(Number(cells[3])).toBe(trainedModel.weights[id]);
});

test("the page says the temperature", () => {
  expect(page).toContain(`temperature ${String(trainedModel.temperature)}`);
});
