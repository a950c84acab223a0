import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  amountWords,
  artefactWords,
  dateWords,
  daysWords,
  decimalWords,
  keepersWords,
  keptWords,
  lettersIn,
  listWords,
  monthWords,
  numberWords,
  ownerWord,
  percentWords,
  plural,
  reachWords,
  shorten,
  teamsWords,
} from "#web/ui/words.ts";

/** Blanks that do not break read like blanks here. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("dates", () => {
  test.each([
    ["2026-03-03T00:00:00Z", "3 Mar 2026"],
    ["2026-03-03T23:59:59Z", "3 Mar 2026"],
    ["2024-02-29T12:00:00+02:00", "29 Feb 2024"],
    ["2026-01-01T01:00:00+02:00", "31 Dec 2025"],
    [0, "1 Jan 1970"],
  ])("%s is %s, in UTC", (instant, words) => {
    expect(dateWords(instant)).toBe(words);
    expect(words.endsWith(monthWords(instant))).toBe(true);
  });
});

describe("numbers", () => {
  test.each([
    [0, "0"],
    [999.5, "1,000"],
    [1234567, "1,234,567"],
    [-12.4, "\u221212"],
  ])("%d is %s", (value, words) => expect(numberWords(value)).toBe(words));

  test.each([
    [0.05, "0.1"],
    [2, "2"],
    [1234.56, "1,234.6"],
    [1.45, "1.5"],
    [-0.04, "0"],
    [-29, "\u221229"],
  ])("%d with a decimal is %s", (value, words) => expect(decimalWords(value)).toBe(words));

  it("are written as the browser's own formatter would", () => {
    const own = [0, 1, 2].map(
      (maximumFractionDigits) =>
        new Intl.NumberFormat("en-GB", { maximumFractionDigits, signDisplay: "negative" }),
    );
    const values = fc.oneof(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: -1e7, max: 1e7 }).map((value) => value / 1000),
    );
    fc.assert(
      fc.property(values, (value) => {
        const written = [numberWords(value), decimalWords(value), amountWords(value, "x")];
        expect(written.map((text) => text.replace("\u00a0x", ""))).toEqual(
          own.map((one) => one.format(value).replace("-", "\u2212")),
        );
      }),
    );
  });

  test.each([
    [0, "0 %"],
    [0.004, "under 1 %"],
    [0.823, "82 %"],
    [0.9951, "over 99 %"],
    [1, "100 %"],
    [1.5, "150 %"],
    [-0.5, "\u221250 %"],
  ])("%d as a share is %s", (share, words) => expect(plain(percentWords(share))).toBe(words));

  it("never claim all or nothing of a share that is neither", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (share) => {
        const words = plain(percentWords(share));
        expect(words).not.toMatch(/^(?:0|100) %$/);
        const figure = Number(/\d+/.exec(words)?.[0]);
        expect(Math.abs(figure - share * 100)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each([
    [0, "component", "0 components"],
    [1, "component", "1 component"],
    [2, "capability", "2 capabilities"],
    [1000, "repository", "1,000 repositories"],
    [3, "day", "3 days"],
  ])("%d %s: %s", (count, noun, words) => expect(plain(plural(count, noun))).toBe(words));

  it("take the plural they are given", () => {
    expect(plain(plural(2, "copy", "more copies"))).toBe("2 more copies");
  });
});

describe("spans of days", () => {
  test.each([
    [0, "0 days"],
    [1, "1 day"],
    [59.4, "59 days"],
    [60, "2 months"],
    [365, "12 months"],
    [729, "24 months"],
    [730, "2 years"],
    [1004, "2.7 years"],
  ])("%d days read %s", (days, words) => expect(plain(daysWords(days))).toBe(words));
});

describe("who keeps something", () => {
  it("says at least so many teams where owners are known in part, and no number where none is", () => {
    const said = (ownersKnown: "mostly" | "partly" | "not"): string =>
      plain(teamsWords({ teamCount: 3, ownersKnown }));
    expect(said("mostly")).toBe("3 teams");
    expect(said("partly")).toBe("at least 3 teams");
    expect(said("not")).toBe("no known team");
  });

  it("counts repositories where most owners are unknown", () => {
    const reach = { teamCount: 2, repositoryCount: 9 };
    expect(plain(reachWords({ ...reach, ownersKnown: "mostly" }))).toBe("2 teams");
    expect(plain(reachWords({ ...reach, ownersKnown: "partly" }))).toBe("9 repositories");
    expect(plain(keptWords({ count: 4, unit: "repository" }, "partly"))).toBe("4 repositories");
    expect(plain(keptWords({ count: 4, unit: "team" }, "partly"))).toBe("at least 4 teams");
    expect(plain(keepersWords({ count: 1, unit: "team" }))).toBe("1 team");
  });

  test.each([
    [["team:oven", "team:till"], "team"],
    [["repository:a", "repository:b"], "repository"],
    [["team:oven", "repository:b"], "owner"],
    [["team:individual-owned"], "repository"],
  ] as const)("%j is a %s", (ids, word) => expect(ownerWord(ids)).toBe(word));
});

describe("names", () => {
  it("lose their middle, never their ends, and never grow", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 3, max: 40 }),
        (name, most) => {
          const short = lettersIn(shorten(name, most));
          expect(short.length).toBeLessThanOrEqual(Math.max(most, 3));
          if (lettersIn(name).length <= most) expect(shorten(name, most)).toBe(name);
          else {
            expect(short).toHaveLength(most);
            expect(short[0]).toBe(lettersIn(name)[0]);
            expect(short.at(-1)).toBe(lettersIn(name).at(-1));
          }
        },
      ),
    );
  });

  it("are not cut inside a letter of several code points", () => {
    expect(shorten("👩‍🍳👩‍🍳👩‍🍳👩‍🍳", 3)).toBe("👩‍🍳…👩‍🍳");
  });

  test.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("%j read %j", (words, said) => expect(listWords(words)).toBe(said));

  test.each([
    [null, "components"],
    ["gem-web-application", "Ruby web applications"],
    ["npm-package", "npm packages"],
    ["dockerfile", "components with a Dockerfile"],
  ])("the artefact type %s reads %s", (type, words) => expect(artefactWords(type)).toBe(words));
});
