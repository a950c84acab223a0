import { expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { firstUseDays } from "#insight/experience/first-use-days.ts";
import { bakery, kit, on, shop, use } from "../adoption/bakery.ts";

const born = (date: string) => ({ born: { commit: "b", at: on(date) } });

test("what was never released was there from its own birth", () => {
  const organisation = bakery({
    components: [
      shop("oven", born("2020-01-01")),
      shop("rye", born("2021-01-01")),
      shop("oat", born("2021-01-01")),
      shop("pie", born("2019-01-01")),
    ],
    capabilities: [kit("oven-kit", { releases: [] })],
    consumptions: [
      use("rye", "oven-kit", "2021-01-01", null, { openedBy: "template" }),
      use("oat", "oven-kit", "2021-01-21"),
      use("pie", "oven-kit", "2021-01-21"),
    ],
  });
  const found = firstUseDays(organisation, assessAdoption(organisation));
  expect([found.bornWith, found.days]).toEqual([1, [20]]);
});

test("whoever calls a service from its first day on was born with it, though nobody opened that use", () => {
  const organisation = bakery({
    components: [shop("oven", born("2020-01-01")), shop("rye", born("2021-01-01"))],
    capabilities: [kit("oven-kit", { releases: [], kind: "service" })],
    consumptions: [use("rye", "oven-kit", "2021-01-01", null, { openedBy: "unclear" })],
  });
  const found = firstUseDays(organisation, assessAdoption(organisation));
  expect([found.bornWith, found.days]).toEqual([1, []]);
});

test("a folder that was given a manifest of its own did not begin to use what it used before", () => {
  const place = (path: string, date: string) => ({
    repositoryId: "repository:mill",
    path,
    ...born(date),
  });
  const organisation = bakery({
    components: [
      shop("oven", born("2020-01-01")),
      shop("mill", place(".", "2021-01-01")),
      shop("sieve", place("tools/sieve", "2022-01-01")),
      shop("stone", place("stone", "2022-01-01")),
    ],
    capabilities: [kit("oven-kit", { releases: [] }), kit("rye-kit", { releases: [] })],
    consumptions: [
      use("mill", "oven-kit", "2021-02-01"),
      use("sieve", "oven-kit", "2022-03-01"),
      use("stone", "rye-kit", "2022-01-11"),
    ],
  });
  const found = firstUseDays(organisation, assessAdoption(organisation));
  expect([found.bornWith, found.days]).toEqual([0, [31, 10]]);
});

test("of what began in one commit that counts of which it can be told, whatever the order", () => {
  const found = (...names: readonly string[]) => {
    const organisation = bakery({
      components: [shop("oven", born("2020-01-01")), shop("rye", born("2021-01-01"))],
      capabilities: names.map((name) => kit(name, { releases: [] })),
      consumptions: names.map((name) =>
        use("rye", name, "2021-01-01", null, { isFromCensored: name.endsWith("untold") }),
      ),
    });
    return firstUseDays(organisation, assessAdoption(organisation)).bornWith;
  };
  expect([found("a-untold", "b-kit"), found("a-kit", "b-untold")]).toEqual([1, 1]);
});
