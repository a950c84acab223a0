import { describe, expect, it } from "vitest";
import { EventColumns } from "#evidence/event-columns.ts";
import { componentFinder, nameApplications } from "#model/deployed-applications.ts";
import { isLinear } from "#fixtures/growth.ts";
import type { Component } from "#model/organisation.ts";

// Only these four are looked at.
const component = (repository: string, name: string, path = "."): Component =>
  ({
    id: `component:git.rail.example/acme/${repository}#${path}`,
    repositoryId: `git.rail.example/acme/${repository}`,
    name,
    path,
  }) as Component;

const columns = new EventColumns();
const events = (application: string, project: string | null, ...rows: number[]) => ({
  application,
  project,
  environment: "production",
  columns,
  rows: Uint32Array.from(rows),
});

const none = { applications: new Map<string, string>() };

describe("components by what is deployed", () => {
  const components = [
    component("tickets/api", "api"),
    component("tracks/api", "api"),
    component("signals", "signal-box"),
    component("depot", "crane", "crane"),
    component("depot", "rail_yard", "yard"),
  ];
  const componentOf = componentFinder(components, none);

  it.each([
    ["signals", "component:git.rail.example/acme/signals#."],
    ["Signal_Box", "component:git.rail.example/acme/signals#."],
    ["rail-yard", "component:git.rail.example/acme/depot#yard"],
    ["tickets/api", "component:git.rail.example/acme/tickets/api#."],
    ["acme/tracks/api", "component:git.rail.example/acme/tracks/api#."],
  ])("%s is one", (application, expected) => {
    expect(componentOf(application)).toBe(expected);
  });

  it.each(["api", "acme/buffers/api", "acme/depot", "racks/api", "", "/"])(
    "%j is nobody's, or several's",
    (application) => {
      expect(componentOf(application)).toBeNull();
    },
  );

  it("are what the configuration says", () => {
    const applications = new Map([["api", "acme/tracks/api"]]);
    expect(componentFinder(components, { applications })("api")).toContain("tracks/api");
  });

  it("are told apart by their projects' paths where names are alike", () => {
    const named = nameApplications(
      [events("api", "acme/tickets/api", 1), events("api", "acme/tracks/api", 2)],
      componentOf,
      none,
    );
    expect(named.map(({ name }) => [name.application, name.componentId])).toEqual([
      ["acme/tickets/api", "component:git.rail.example/acme/tickets/api#."],
      ["acme/tracks/api", "component:git.rail.example/acme/tracks/api#."],
    ]);
  });

  it("gather what several tools say of one application", () => {
    const [only, ...others] = nameApplications(
      [events("signals", "acme/signals", 1, 3), events("signals", null, 2)],
      componentOf,
      none,
    );
    expect(others).toEqual([]);
    expect(only?.name).toMatchObject({ application: "signals" });
    expect(only === undefined ? [] : [...only.events.rows]).toEqual([1, 3, 2]);
  });

  it("keep two unknown projects of one name apart", () => {
    const named = nameApplications(
      [events("buffer", "acme/north/buffer", 1), events("buffer", "acme/south/buffer", 2)],
      componentOf,
      none,
    );
    expect(named.map(({ name }) => [name.application, name.componentId])).toEqual([
      ["acme/north/buffer", null],
      ["acme/south/buffer", null],
    ]);
  });
});

it("puts thousands of spellings of one project together in time by their number", () => {
  const spelling = (at: number): string =>
    "acme-rail-tickets"
      .split("")
      .map((letter, bit) => ((at >> bit) % 2 === 1 ? letter.toUpperCase() : letter))
      .join("");
  const spelled = (count: number) =>
    nameApplications(
      Array.from({ length: count }, (_, at) => events("api", `x/${spelling(at)}`, at, at, at, at)),
      () => null,
      none,
    );
  const [one, other] = spelled(3);
  expect([one?.events.rows, other]).toEqual([
    Uint32Array.from([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]),
    undefined,
  ]);
  expect(isLinear(1_000, spelled)).toBe(true);
});
