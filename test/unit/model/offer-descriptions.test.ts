import { describe, expect, test } from "vitest";
import { wordsOfWhole } from "#model/offer-descriptions.ts";

describe("what a component says of itself", () => {
  const dome = { description: "Turns the dome towards a star." };
  const ci = { description: "GitHub Actions and workflows that all repositories share." };
  const template = { description: "Template github repo for new domes." };
  const modules = { description: "This repository contains modules for lenses." };
  const workflow = "pkg:githubactions/observatory/dome#.github/workflows/test.yml";

  test.each([
    ["a library", dome, "library", ["pkg:npm/dome"], dome.description],
    ["workflows of a program", dome, "workflow", [workflow], null],
    ["workflows of a repository that is about them", ci, "workflow", [workflow], ci.description],
    ["pipeline templates of a program", dome, "pipeline-library", ["pkg:gitlab/sky/dome"], null],
    ["files that others read from it", dome, "files", ["pkg:github/observatory/dome"], null],
    ["an image of a template", template, "image", ["pkg:oci/dome"], null],
    ["a folder of modules", modules, "infrastructure-module", ["pkg:github/sky/dome#lens"], null],
    [
      "the one module of it",
      modules,
      "infrastructure-module",
      ["pkg:github/sky/dome"],
      modules.description,
    ],
    ["a service, which has no package", modules, "service", [], modules.description],
    ["an image", dome, "image", ["pkg:oci/dome"], dome.description],
    ["nothing", { description: null }, "library", ["pkg:npm/dome"], null],
  ] as const)("is said, or not, of %s", (_, component, kind, purls, expected) => {
    expect(wordsOfWhole(component, kind, purls)).toBe(expected);
  });
});
