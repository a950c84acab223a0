import { describe, expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { readInterfaces } from "#insight/signals/readings/interfaces-hard-to-use.ts";
import { readMajorsTaken } from "#insight/signals/readings/majors-taken.ts";
import { retiredStillUsed } from "#insight/signals/readings/ownership-readings.ts";
import type { Consumption } from "#model/organisation.ts";
import { bakery, DAY, kit, on, shop, use } from "../adoption/bakery.ts";
import { clone, known, sourcesOf } from "./sources.ts";

describe("majors taken", () => {
  const versions = [
    { version: "1.0.0", from: on("2022-01-01"), to: on("2023-01-01") },
    { version: "2.0.0", from: on("2023-01-01"), to: on("2024-01-01") },
    { version: "2.1.0", from: on("2024-01-01"), to: on("2024-06-01") },
    { version: "3.0.0", from: on("2024-06-01"), to: null },
  ];
  const components = ["oven", "rye", "oat"].map((name) => shop(name));
  const follow = (consumptions: readonly Consumption[]) => {
    const organisation = bakery({ components, capabilities: [kit("oven-kit")], consumptions });
    return readMajorsTaken(
      sourcesOf({
        organisation,
        adoption: assessAdoption(organisation, { bootstrapReplicates: 10, scanReplicates: 9 }),
        repositories: [clone("rye"), clone("oat")],
      }),
    );
  };

  test("by those who follow it, for each year that they do; minors are none", () => {
    const found = known(
      follow([
        use("rye", "oven-kit", "2022-01-01", null, { versions }),
        use("oat", "oven-kit", "2022-01-01", null, { versions: versions.slice(0, 1) }),
      ])["majors-taken"],
    );
    expect(found.text).toMatch(/^2 major versions taken by 2 repositories/);
    expect(found.value).toBeCloseTo(2 / 6, 1);
  });

  test("all that one repository takes of another on one day is one, however many parts it has", () => {
    const part = { ...shop("rye-till"), repositoryId: "repository:rye" };
    const organisation = bakery({
      components: [...components, part],
      capabilities: [kit("oven-kit"), kit("oven-mitts")],
      consumptions: [
        use("rye", "oven-kit", "2022-01-01", null, { versions }),
        use("rye-till", "oven-kit", "2022-01-01", null, { versions }),
        use("rye", "oven-mitts", "2022-01-01", null, { versions }),
      ],
    });
    const adoption = assessAdoption(organisation, { bootstrapReplicates: 10, scanReplicates: 9 });
    const sources = sourcesOf({ organisation, adoption, repositories: [clone("rye")] });
    const found = known(readMajorsTaken(sources)["majors-taken"]);
    expect(found.text).toMatch(/^2 major versions taken by 1 repository/);
    expect(found.n).toBe(1);
  });

  test("a major needs code beyond what other updates of the same things do", () => {
    const minors = Array.from({ length: 20 }, (_, index) => ({
      version: `1.${String(index)}.0`,
      from: on("2022-02-01") + index * 20 * DAY,
      to: null,
    }));
    const raised = [2, 3, 4, 5].map((major, index) => ({
      version: `${String(major)}.0.0`,
      from: on("2024-01-01") + index * 30 * DAY,
      to: null,
    }));
    const all = [...minors, ...raised];
    // Code on every second of the days of minors, on that of every major.
    const days = [...minors.filter((_, index) => index % 2 === 1), ...raised].map(({ from }) =>
      Math.floor(from / DAY),
    );
    const organisation = bakery({
      components,
      capabilities: [kit("oven-kit")],
      consumptions: [use("rye", "oven-kit", "2022-01-01", null, { versions: all })],
    });
    const repository = clone("rye", {
      fileChanges: {
        paths: ["till.rb"],
        ends: new Uint32Array([days.length]),
        days: new Uint16Array(days),
      },
    });
    const sources = sourcesOf({ organisation, adoption: [], repositories: [repository] });
    const found = known(readMajorsTaken(sources)["majors-needing-code"]);
    // Of 19 updates after the first, 10 with code: (1 − 10/19) ÷ (1 − 10/19)
    expect(found.text).toMatch(
      /^Code changed on the day of 4 of 4 .* 53 % of the days of other updates/,
    );
    expect(found.value).toBeCloseTo(1, 9);
  });

  test("parts of one repository impose nothing on each other", () => {
    const inside = follow([use("oven", "oven-kit", "2022-01-01", null, { versions })]);
    expect(inside["majors-taken"].unknown?.code).toBe("no-versions");
    expect(inside["majors-needing-code"].unknown?.code).toBe("no-majors");
  });
});

describe("medians over capabilities weigh each by its consumers", () => {
  const names = ["rye", "oat", "bun", "bap"];
  const everybody = (capability: string, from: string, to: string | null = null) =>
    names.map((name) => use(name, capability, from, to));
  const options = { bootstrapReplicates: 10, scanReplicates: 9 };

  test("majors of the one that four build on, not of the two that one does", () => {
    const capabilities = ["quiet-kit", "loud-kit", "mute-kit"].map((name) => kit(name));
    const organisation = bakery({
      components: ["oven", ...names].map((name) => shop(name)),
      capabilities,
      consumptions: [
        ...everybody("loud-kit", "2020-01-01"),
        use("rye", "quiet-kit", "2020-01-01"),
        use("rye", "mute-kit", "2020-01-01"),
      ],
    });
    const stability = capabilities.map(({ id, name }) => ({
      capabilityId: id,
      releasesCount: 9,
      majorsPerYear: { value: name === "loud-kit" ? 3 : 0, majorsCount: 0, years: 3 },
      daysBetweenMajors: null,
      majors: [],
      isInitialDevelopment: null,
      violations: null,
      comparedCount: 0,
      releases: [],
      unknown: [],
      evidence: [],
    }));
    const adoption = assessAdoption(organisation, options);
    const found = known(
      readInterfaces(
        sourcesOf({ organisation, adoption, stability, documentation: [], repositories: [] }),
      )["majors-a-year"],
    );
    expect(found.value).toBe(3);
    expect(found.text).toMatch(/^3 major releases a year, .* weighted by consumers/);
    expect(found.spread.clusters).toBe(3);
  });

  test("retired things by all who ever used them: what many let go outweighs what one keeps", () => {
    const of = (keeper: string, left: string) => {
      const organisation = bakery({
        components: [
          shop("oven", { goneAt: on("2022-01-01"), lifecycle: "archived" }),
          ...names.map((name) => shop(name)),
        ],
        capabilities: [kit("kept-kit"), kit("left-kit")],
        consumptions: [
          use(names[0] ?? "", keeper, "2020-01-01"),
          ...everybody(left, "2020-01-01", "2021-06-01"),
        ],
      });
      const adoption = assessAdoption(organisation, options);
      return known(retiredStillUsed(sourcesOf({ organisation, adoption })));
    };
    const letGo = of("kept-kit", "left-kit");
    expect(letGo).toMatchObject({ value: 0, n: 2 });
    expect(letGo.text).toContain("1 capability of 2 that were given up is still in use: kept-kit");
    expect(letGo.text).toContain("median weighted by all who ever used them");
    // The one that four used, and one still does.
    const one = of("left-kit", "left-kit");
    expect(one.n).toBe(1);
    expect(one.value).toBeCloseTo(3, 1);
  });
});
