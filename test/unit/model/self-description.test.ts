import { describe, expect, it } from "vitest";
import { experimentWords, personalWords } from "#model/self-description.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

describe("an experiment", () => {
  it.each([
    ["Ovens", "A prototype for our partners.", "prototype"],
    ["Ovens", "This is an early proof of concept of an oven.", "proof of concept"],
    ["Ovens", "Contains a quick experiment with yeast.", "experiment"],
    ["Ovens", "This repository is highly experimental.", "experimental"],
    ["Ovens", "Just a demo of how to bake.", "demo"],
    ["Oven prototype", "Bakes.", "prototype"],
    ["Hack day ovens", "", "Hack day"],
    ["Bread workshop", "", "workshop"],
  ])("%s / %s", (title, summary, expected) => {
    expect(experimentWords(title, summary)).toBe(expected);
  });

  it.each([
    ["Ovens", "It helps bakers experiment with dough."],
    ["Ovens", "An SDK with experimental support for rye."],
    ["Ovens", "See the demo to learn how it works."],
    ["Ovens", "Lists the workshops that our shops offer."],
    ["Workshop booking", "Books places in workshops."],
    ["Ovens", "Adds a method to the prototype of each array."],
  ])("is not %s / %s", (title, summary) => {
    expect(experimentWords(title, summary)).toBeNull();
  });
});

describe("somebody's own", () => {
  it.each([
    ["dotfiles", ""],
    ["Ovens", "My personal website."],
    ["Ovens", "A personal collection of scripts."],
  ])("%s / %s", (title, summary) => {
    expect(personalWords(title, summary)).not.toBeNull();
  });

  it.each([
    ["Ovens", "Customers see their personal details here."],
    ["Identity", "Services for sign-in and personal data of visitors."],
  ])("is not %s / %s", (title, summary) => {
    expect(personalWords(title, summary)).toBeNull();
  });

  it("answers in time that grows with the text", () => {
    const start = processorMilliseconds();
    for (const unit of ["this is a ", "personal ", "an a ", "is "])
      for (const words of [experimentWords, personalWords]) words("", unit.repeat(10_000));
    expect(processorMilliseconds() - start).toBeLessThan(4_000);
  });
});
