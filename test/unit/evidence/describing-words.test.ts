import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describingPart, isDescribing } from "#evidence/describing-words.ts";

describe("whether words say what a thing is", () => {
  test.each([
    "Takes orders from customers.",
    "Ovens UI",
    "Oven timer library. See the wiki for more.",
    "To-do lists of bakers, shared between shops.",
    "This repository contains the recipes of every shop.",
    "Renders the menu:",
    "🥐 Counts croissants",
    "Read-only copy of the till's data.",
    "Next generation of the oven.",
    "Clone detector for recipes.",
    "Download manager of the shops.",
    "Note-taking for bakers.",
    "Todo lists of the bakery.",
    "Description logic of dough.",
    "Run-time checks of ovens.",
    "Update service of the tills.",
    "See-through packaging, as a library.",
    "Install scripts for ovens.",
  ])("%s", (text) => {
    expect(isDescribing(text)).toBe(true);
  });

  test.each([
    "👉 https://bakery.example/docs",
    "from https://bakery.example/other",
    "http://bakery.example/summary",
    "See the wiki for more.",
    "For detailed insights into the ovens refer to our decisions.",
    "Please fill in this survey: https://bakery.example/forms",
    "Add your description here",
    "TODO",
    "Description.",
    "Install bake with npm.",
    "Clone this repository.",
    "Next, run the oven.",
    "Log in and run make.",
    "To deploy the oven, run make oven.",
    "[!WARNING] The oven is hot.",
    "> NOTE: the oven has moved.",
    "Note: this text is copied elsewhere.",
    "com.bakery:oven",
    "The bakery repo contains:",
    "This document describes the layout of files.",
    "You will need flour.",
    "",
  ])("not: %s", (text) => {
    expect(isDescribing(text)).toBe(false);
  });

  test("what only leads on to a list is left out, and words stay whole", () => {
    expect(describingPart("A set of ovens. It provides:", 300)).toBe("A set of ovens.");
    expect(describingPart("Renders the menu:", 300)).toBe("Renders the menu");
    expect(describingPart("Used to bake, e.g.:", 300)).toBe("Used to bake");
    expect(describingPart("Bakes bread of rye", 14)).toBe("Bakes bread…");
  });

  test("never longer than asked for, in time that follows the length", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 2_000 }),
        fc.integer({ min: 10, max: 300 }),
        (text, most) => {
          isDescribing(text);
          return describingPart(text, most).length <= most;
        },
      ),
    );
    for (const part of ["a ", "://", "a.", "[!", "a:", ". a", "e.g. "]) {
      const text = part.repeat(100_000);
      const began = performance.now();
      isDescribing(text);
      describingPart(text, 300);
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});
