import { describe, expect, it } from "vitest";
import { redirected } from "#web/app/redirects.ts";
import { parseRoute, routeHref } from "#web/ui/route.ts";
import { scopeHref, scopeOf, startOf, withScope } from "#web/ui/scope.ts";

const at = (hash: string): ReturnType<typeof parseRoute> => parseRoute(hash);
const href = ({ screen, id, query }: ReturnType<typeof parseRoute>): string =>
  routeHref(screen, id, query);

describe("what the screens are narrowed to", () => {
  it("stands in the address, and is all teams and ninety days where nothing does", () => {
    expect(scopeOf(at("#/teams"))).toEqual({ team: null, range: "90" });
    expect(scopeOf(at("#/teams?team=team%3Aoven&since=365"))).toEqual({
      team: "team:oven",
      range: "365",
    });
    expect(scopeOf(at("#/teams?since=12"))).toEqual({ team: null, range: "90" });
  });

  it("goes along from screen to screen, until it is changed or taken away", () => {
    const before = at("#/teams?team=team%3Aoven&since=all");
    expect(href(withScope(at("#/capabilities?q=kit"), before))).toBe(
      "#/capabilities?q=kit&team=team%3Aoven&since=all",
    );
    expect(href(withScope(at("#/capabilities?team=&since=30"), before))).toBe(
      "#/capabilities?since=30",
    );
    expect(href(withScope(at("#/capabilities"), null))).toBe("#/capabilities");
    expect(scopeHref(before, { team: "" })).toBe("#/teams?team=&since=all");
  });

  it("begins so many days before the day of the report", () => {
    expect(startOf("30", "2026-03-31T00:00:00Z")).toBe(Date.parse("2026-03-01T00:00:00Z"));
    expect(startOf("all", "2026-03-31T00:00:00Z")).toBeNull();
  });
});

describe("addresses of earlier reports", () => {
  it.each([
    ["#/signals", "#/case/signals"],
    ["#/roles?evidence=a", "#/case/roles?evidence=a"],
    ["#/blind-spots", "#/coverage"],
    ["#/overview", "#/"],
  ])("%s leads to %s", (old, now) => {
    expect(redirected(old)).toBe(now);
  });

  it.each(["#/", "", "#/capabilities/a", "#/case/signals", "#/constructor", "#/__proto__"])(
    "%j is of today",
    (hash) => {
      expect(redirected(hash)).toBeNull();
    },
  );
});
