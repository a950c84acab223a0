import { expect, it } from "vitest";
import { ownOwner, ownRepository, resolveOwnRepository } from "#evidence/own-repository.ts";

it("puts owner and repository where a file could not name them", () => {
  const workflow = `pkg:githubactions/${ownOwner}/${ownRepository}#.github/workflows/bake.yml`;
  expect(resolveOwnRepository(workflow, "Bakery", "Ovens")).toBe(
    "pkg:githubactions/bakery/ovens#.github/workflows/bake.yml",
  );
  expect(resolveOwnRepository("pkg:npm/oven", "bakery", "ovens")).toBe("pkg:npm/oven");
});
