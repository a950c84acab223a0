import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutPersons, withoutQuotes, withoutSecrets } from "#evidence/without-persons.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

describe("text without persons", () => {
  it.each([
    ["thanks to @ada and (@ben-b)", "thanks to @… and (@…)"],
    ["mail ada.oven@bakery.example, or ben@mill.example.", "mail @…, or @…."],
    ["<ada@bakery.example>; mailto:ada@bakery.example", "<@…>; mailto:@…"],
    ["https://ada:rye@wheat@forge.example/x", "https://forge.example/x"],
    ["https://ada:p@ss/word@forge.example/x", "https://forge.example/x"],
    ["https://ada:p/ss@forge.example/x", "https://forge.example/x"],
    [
      "ssh://ada:p#s?s@forge.example:22/x and https://rye:w/t@mill.example/",
      "ssh://forge.example:22/x and https://mill.example/",
    ],
    ["postgres://ada:rye@db.bakery.example:5432/till", "postgres://db.bakery.example:5432/till"],
    ["@ada", "@…"],
    ["ask @ada.", "ask @…."],
    ["café@bäckerei.example", "@…"],
    ["ada+till@a.b.c.d.e.f.g.bakery.example, ada@bakery.xn--p1ai, ada@пекарня.рф", "@…, @…, @…"],
    ['"Ada Crust"@bakery.example or <ada@[10.0.0.1]>', "@… or <@…>"],
  ])("%s", (text, wanted) => {
    expect(withoutPersons(text)).toBe(wanted);
  });

  it.each([
    "git@forge.example:bakery/oven.git",
    "owned by @bakery/bakers",
    "use @oven/core, npm:@scope/dough@1.2.3 or dough@^2.0.0-rc.1",
    "actions/checkout@v4",
    "registry.example/till@sha256:0123456789abcdef",
    "@Component() class Oven",
    "react@18.2.0-rc.1 and oven@1.0.0.rc1",
    "https://forge.example/@bakery/x",
    "https://forge.example:8080/x@y.example/z",
    "git+ssh://forge.example:bakery/oven.git@v1.2/x",
    "https://forge.example/x?by=a:b/@acme.io/x",
  ])("leaves %s", (text) => {
    expect(withoutPersons(text)).toBe(text);
  });

  it("leaves handles in values, which may mean something to a machine", () => {
    expect(withoutSecrets("@ada https://u:p@x.example ada@bakery.example")).toBe(
      "@ada https://x.example @…",
    );
  });

  it("says the same of what it said already, in linear time", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("@", "a", ".", "b-", " ", ":", "//", "…") }),
        (text) => {
          const once = withoutPersons(text);
          expect(withoutPersons(once)).toBe(once);
        },
      ),
      { numRuns: 50 },
    );
    const began = processorMilliseconds();
    const long = `(@${"a".repeat(60)}`;
    for (const unit of ["a@", "a.", "@a", "a://", "a@b.", '"', "'x", " @", "://@", "(@a", long])
      withoutQuotes(withoutPersons(unit.repeat(unit === long ? 2_000 : 20_000)));
    expect(processorMilliseconds() - began).toBeLessThan(12_000);
  });
});

describe("a parser's message in our own words", () => {
  it("quotes nothing of the text that it read", () => {
    for (const text of ['{ "author": ada-rye@x }', "ada-rye", '{"a":"b" "ada-rye"}', "[ada-rye,"]) {
      let message = "";
      try {
        JSON.parse(text);
      } catch (error) {
        message = error instanceof Error ? withoutQuotes(error.message) : "";
      }
      expect(message).toMatch(/^(?:Unexpected|Expected)/);
      expect(message).not.toMatch(/ada|rye/);
    }
    const grammar = 'Expected "=" or [ \\t] but "ada-rye" found. Near "ada-rye';
    expect(withoutQuotes(grammar)).toBe('Expected "=" or [ \\t] but "…" found. Near "…');
  });
});
