import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { indicators } from "#insight/signals/indicators.ts";

const path = join(import.meta.dirname, "..", "..", "docs", "insights", "signals.md");
/** What the last column of the tables of indicators says of each: `0.8 / 0.5`, or `0` of what is only shown. */
const told = new Map(
  readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      const cells = line.split("|").map((cell) => cell.trim());
      const id = cells.flatMap((cell) => /^`([a-z0-9-]+)`$/.exec(cell)?.[1] ?? [])[0];
      return id === undefined ? [] : [[id, cells.at(-2) ?? ""] as const];
    }),
);

it("docs/insights/signals.md has a row for every indicator, with the reliabilities that it is weighed with", () => {
  const wrong = Object.entries(indicators).flatMap(([id, one]) => {
    const used =
      one.countedAs === null
        ? `${String(one.reliabilityFor)} / ${String(one.reliabilityAgainst)}`
        : "0";
    return told.get(id) === used ? [] : `${id}: ${used}, not ${told.get(id) ?? "there"}`;
  });
  expect(wrong).toEqual([]);
});
