import { expect, it } from "vitest";
import { withoutAlikeInForm } from "#insight/duplication/alike-in-form.ts";
import { findClasses, type CloneClass } from "#insight/duplication/clones.ts";
import { assembleCorpus } from "#insight/duplication/corpus.ts";
import { FileReader } from "#insight/duplication/read-files.ts";
import { joinPart, sortPart } from "#insight/duplication/join.ts";
import { mergeSeeds } from "#insight/duplication/merge-seeds.ts";
import { defaultThresholds } from "#insight/duplication/judge.ts";
import { verifySeeds } from "#insight/duplication/verify.ts";

const encoder = new TextEncoder();

/** How everybody writes a test here: the same lines around names and words of one's own. */
const frame = (thing: string): string => `describe("${thing}", () => {
  const session = signIn({ role: "${thing} baker" });
  const request = new Request(${thing}Path, { session });

  it("shows the ${thing}", async () => {
    const response = await request.get("/${thing}/1");
    expect(response.status).toBe(200);
    expect(response.body.title).toBe("${thing} one");
  });

  it("refuses a stranger at the ${thing}", async () => {
    session.end("${thing} is closed");
    const response = await request.get("/${thing}/2");
    expect(response.status).toBe(403);
    expect(response.body.error).toBe("no ${thing} for you");
  });
});
`;
const recipe = (name: string): string => `export function ${name}(flour, water, hours) {
  const hydration = water / flour;
  if (hydration > 0.85) throw new RangeError("too wet to shape");
  const folds = Math.ceil(hours / 0.75) + (hydration > 0.7 ? 2 : 0);
  const salt = Math.round(flour * 0.021);
  const starter = flour * (hours > 8 ? 0.1 : 0.25);
  return { folds, salt, starter, proofed: hours >= 4 && folds < 12 };
}
`;
const things = ["Rye", "Oat", "Oven", "Till", "Shift", "Mill", "Yeast", "Crust", "Tray", "Dough"];
const crowd = Array.from({ length: 600 }, (_, number) => frame(`${things[number % 10]!}${number}`));

function shownOf(texts: readonly string[]): {
  all: readonly CloneClass[];
  shown: readonly CloneClass[];
  lines: number;
} {
  const reader = new FileReader();
  texts.forEach((text, file) => reader.add(file, `f${file}.test.js`, encoder.encode(text)));
  const corpus = assembleCorpus([reader.takeShard()], texts.length);
  const wide = new Uint8Array(corpus.hashes.length);
  const part = joinPart(corpus, sortPart(corpus, 0, 1, wide), wide);
  const seeds = mergeSeeds(corpus, [part], 0, texts.length);
  const matches = verifySeeds(corpus, seeds, defaultThresholds);
  const all = findClasses(corpus, [matches], defaultThresholds);
  const { classes, linesCount } = withoutAlikeInForm(corpus, all, () => true);
  return { all, shown: classes, lines: linesCount };
}

it("leaves out what many files share in form, counts its lines, and keeps a copy among them", () => {
  const texts = [...crowd, recipe("sourdough"), recipe("sourdough").replace("0.021", "0.019")];
  const { all, shown, lines } = shownOf(texts);
  expect(all.length).toBeGreaterThan(1);
  expect(shown.map((one) => one.copies.map((copy) => copy.file))).toEqual([[600, 601]]);
  expect(lines).toBeGreaterThan(1000);
});

it("keeps a copy whose names were all changed, and an exact copy of what is common, in few files as in many", () => {
  const renamed = recipe("levain")
    .replaceAll("flour", "grams")
    .replaceAll("water", "liquid")
    .replaceAll("hours", "time")
    .replaceAll("folds", "turns")
    .replaceAll("hydration", "wetness");
  const { shown } = shownOf([...crowd, frame("Rye0"), recipe("sourdough"), renamed]);
  const files = shown.map((one) => one.copies.map((copy) => copy.file));
  expect(files).toContainEqual([601, 602]);
  expect(files).toContainEqual(expect.arrayContaining([0, 600]));
  expect(shownOf([recipe("sourdough"), renamed]).shown).toHaveLength(1);
});
