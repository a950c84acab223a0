import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { nameControls } from "#web/api/control-characters.ts";
import { parseRoute, routeHref, withQuery } from "#web/ui/route.ts";

describe("an address", () => {
  test.each([
    ["", "", null],
    ["#/", "", null],
    ["#/capabilities", "capabilities", null],
    ["#/capabilities/", "capabilities", ""],
    ["#/capabilities/a%2Fb%23c", "capabilities", "a/b#c"],
    ["#/capabilities/a%1B%E2%80%AEb", "capabilities", "a⟨U+001B⟩⟨U+202E⟩b"],
    ["#/capabilities/100%", "capabilities", "100%"],
    ["#/jobs/gem:http-client?sort=-share", "jobs", "gem:http-client"],
  ])("%j leads to the screen %j and the thing %j", (hash, screen, id) => {
    expect(parseRoute(hash)).toMatchObject({ screen, id });
  });

  it("leads back to where it was made for, whatever the names", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(...Array.from("%#?&=+/ a")) }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom("", "teams", "board-paper"),
        fc.option(text),
        fc.array(fc.tuple(fc.constantFrom("q", "evidence", "sort"), text)),
        (screen, id, pairs) => {
          const query = new URLSearchParams(pairs.map(([key, value]) => [key, value]));
          const route = parseRoute(routeHref(screen, id, query));
          expect(route.screen).toBe(screen);
          expect(route.id).toBe(id === null ? null : nameControls(id));
          expect([...route.query]).toEqual([...query]);
        },
      ),
    );
  });

  it("changes what is asked, and keeps the rest", () => {
    const route = parseRoute("#/teams/team%3Aoven?q=rye&evidence=a&evidence=b");
    expect(withQuery(route, { evidence: ["c", "d"] })).toBe(
      "#/teams/team%3Aoven?q=rye&evidence=c&evidence=d",
    );
    expect(withQuery(route, { evidence: [], q: [] })).toBe("#/teams/team%3Aoven");
    expect([...route.query.keys()]).toEqual(["q", "evidence", "evidence"]);
  });
});
