import { expect, test } from "vitest";
import { reasonAndNeeds } from "#kernel/phrases.ts";

test("why something is not known and what would tell read as two sentences", () => {
  expect(reasonAndNeeds({ reason: "nobody answered", needs: "an answer" })).toBe(
    "Nobody answered. To know it: an answer.",
  );
  expect(reasonAndNeeds({ reason: "Nobody answered.", needs: "Somebody who asks." })).toBe(
    "Nobody answered. To know it: Somebody who asks.",
  );
});
