import { describe, expect, test } from "vitest";
import { wordsOfWhole } from "#model/offer-descriptions.ts";

describe("what a component says of itself", () => {
  const dome = { description: "Turns the dome towards a star." };
  const ci = { description: "GitHub Actions and workflows that all repositories share." };
  const workflow = "pkg:githubactions/observatory/dome#.github/workflows/test.yml";

  test.each([
    ["a library", dome, "library", ["pkg:npm/dome"], dome.description],
    ["workflows of a program", dome, "workflow", [workflow], null],
    ["workflows of a repository that is about them", ci, "workflow", [workflow], ci.description],
    ["pipeline templates of a program", dome, "pipeline-library", ["pkg:gitlab/sky/dome"], null],
    ["files that others read from it", dome, "files", ["pkg:github/observatory/dome"], null],
    ["nothing", { description: null }, "library", ["pkg:npm/dome"], null],
  ] as const)("is said, or not, of %s", (_, component, kind, purls, expected) => {
    expect(wordsOfWhole(component, kind, purls)).toBe(expected);
  });
});
