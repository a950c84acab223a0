import { describe, expect, it } from "vitest";
import { documentFacts } from "#sources/documents/document-facts.ts";
import { imagesToRun } from "#sources/documents/images-to-run.ts";
import { successorNotice } from "#sources/documents/successor.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const facts = (...lines: string[]) => {
  const { isDeprecated, successor } = documentFacts(lines.join("\n"), "markdown");
  return { isDeprecated, successor };
};

describe("what took its place", () => {
  it.each([
    [
      "**This repository has been moved to: [bakery.com/dough-sdk](https://bakery.com/dough-sdk)**",
      "bakery.com/dough-sdk",
    ],
    ["This project has moved to https://git.bakery.com/dough.", "git.bakery.com/dough"],
    ["> This package was merged into `bakery/monorepo`.", "bakery/monorepo"],
    ["The code of this gem is deprecated. This gem was superseded by bakery/yeast", "bakery/yeast"],
  ])("%s", (line, successor) => {
    expect(facts("# Dough", "", line)).toEqual({ isDeprecated: true, successor });
  });

  it("of what is given up, with and without a name", () => {
    expect(
      facts("# Dough (DEPRECATED)", "", "Please use [Yeast](https://bakery.com/yeast)."),
    ).toEqual({
      isDeprecated: true,
      successor: "bakery.com/yeast",
    });
    expect(facts("# Archived", "", "This repository is no longer maintained.")).toEqual({
      isDeprecated: true,
      successor: "none named",
    });
  });

  it("a mirror names what it mirrors, and goes on", () => {
    expect(facts("# Dough", "", "[READ-ONLY] Subtree split of bakery/framework")).toEqual({
      isDeprecated: false,
      successor: "mirror of bakery/framework",
    });
    expect(facts("This is a mirror of https://git.bakery.com/dough")).toEqual({
      isDeprecated: false,
      successor: "mirror of git.bakery.com/dough",
    });
  });

  it.each([
    "Dough now supports yeast; see [the guide](https://bakery.com/guide).",
    "The old-dough gem has been replaced by this gem, see bakery/old-dough.",
    "This project has moved to a weekly release.",
    "This package has migrated from using kneading hooks to using [proof](https://proof.bakery.com).",
    "The library has been moved away from bakery/old-ovens to https://new-ovens.bakery.com.",
    "Orders were moved to https://orders.bakery.com last year.",
    "It mirrors the state of the ovens of bakery/ovens.",
  ])("not of the thing itself: %s", (line) => {
    expect(facts("# Dough", "", line)).toEqual({ isDeprecated: false, successor: undefined });
  });

  it("headings further down speak of their section", () => {
    expect(facts("# Oven", "", "Bakes.", "", "## Retired formats", "", "- Rye")).toEqual({
      isDeprecated: false,
      successor: undefined,
    });
  });

  it("is linear on hostile lines", () => {
    const start = processorMilliseconds();
    for (const unit of ["this repository ", "has been ", "[a](", "a/b", "`", "mirror of "])
      successorNotice(
        Array.from({ length: 25 }, () => unit.repeat(10_000)),
        true,
      );
    expect(processorMilliseconds() - start).toBeLessThan(4_000);
  });
});

describe("images that readers are told to run", () => {
  it("over several lines, without tag", () => {
    const text =
      "```sh\ndocker run \\\n  -p 80:80 \\\n  registry.bakery.com/shop/till:1.2 \\\n  serve\n```\nSee bakery/other.";
    expect(imagesToRun(text)).toEqual(["registry.bakery.com/shop/till"]);
    expect(imagesToRun("docker pull bakery/till")).toEqual(["bakery/till"]);
  });

  it("none where an image is built here or only named", () => {
    expect(imagesToRun("docker build -t till . && docker run till")).toEqual([]);
    expect(imagesToRun("The image is registry.bakery.com/till:1.")).toEqual([]);
  });
});
