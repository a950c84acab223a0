import { describe, expect, test } from "vitest";
import { isLeftAlone } from "#insight/lenses/copies-worth-sharing.ts";
import { repeatsOf } from "#insight/lenses/families.ts";
import { kit, use } from "../adoption/bakery.ts";
import { copied, copyIn, kindsOf, propose } from "./propose.ts";

const everyMonth = [30, 90, 150, 210, 270, 330, 390, 450, 510, 570, 630, 690, 750, 810, 870];

describe("code that is kept in several places", () => {
  test("is proposed where its copies change together: repeats × hours, a year", () => {
    const [first, ...others] = propose(
      {},
      { clones: [copied(["rye", "oat"].map((shop) => copyIn(shop, "lib/crumb.rb", everyMonth)))] },
    );
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      kind: "consolidate",
      title: "Give crumb.rb that oat and rye both keep one home: a shared library",
      reach: { count: 2, unit: "team" },
      measure: { present: 5, unit: "a year" },
    });
    // 15 rounds in three years, each repeated once, one hour for a repeat.
    expect(first?.atStakePersonHours.likely).toBeCloseTo(5, 9);
    expect(first?.firstStep).toContain("crumb.rb");
    expect(first?.against.length).toBeGreaterThan(0);
  });

  test("costs nothing where nothing changes, and as much less as chance explains", () => {
    const copies = (days: readonly number[]) =>
      ["rye", "oat"].map((shop) => copyIn(shop, "lib/crumb.rb", days));
    expect(propose({}, { clones: [copied(copies([]))] })).toEqual([]);
    const byChance = copied(copies(everyMonth), { coChangesCount: 10, coChangesByChance: 5 });
    expect(propose({}, { clones: [byChance] })[0]?.atStakePersonHours.likely).toBeCloseTo(2.5, 9);
  });

  test("of one family in several files is one proposal", () => {
    const shops = ["rye", "oat", "pie"];
    const clones = ["bake.yml", "cool.yml", "sell.yml"].map((name) =>
      copied(
        shops.map((shop) => copyIn(shop, `.github/workflows/${name}`, everyMonth)),
        { kind: "template" },
      ),
    );
    const proposals = propose({}, { clones });
    expect(proposals).toHaveLength(1);
    expect(proposals[0]?.title).toBe(
      "Give 3 pipeline files that 3 repositories copy one home, a shared workflow: bake.yml, cool.yml and sell.yml",
    );
    // Three files, 15 rounds, two of three copies repeated each time, in three years.
    expect(proposals[0]?.measure.present).toBe(30);
  });

  test("is left out where sharing is no answer", () => {
    for (const path of [
      "db/migrations/0001_first.py",
      "docs/rfcs/014/mapping.ts",
      "public/404.html",
      "app/views/errors/not_found.html.erb",
      "config/initializers/cors.rb",
      "shop/settings/base.py",
      "spec/models/loaf_spec.rb",
      "src/loaf.test.ts",
      "infra/terraform.tf",
      "src/index.tsx",
    ])
      expect(isLeftAlone(path), path).toBe(true);
    for (const path of ["lib/crumb.rb", ".github/workflows/ci.yml", "infra/modules/oven/main.tf"])
      expect(isLeftAlone(path), path).toBe(false);
    const template = copied(
      ["rye", "oat"].map((shop) => copyIn(shop, "lib/crumb.rb", everyMonth)),
      { kind: "template" },
    );
    expect(propose({}, { clones: [template, { ...template, kind: "fork" }] })).toEqual([]);
  });

  test("is left out where it only calls what is shared", () => {
    const path = ".github/workflows/bake.yml";
    const evidence = (shop: string) => [
      { ...use(shop, "oven-kit", "2020-01-01").evidence[0]!, path },
    ];
    const shops = ["rye", "oat"];
    const clones = [copied(shops.map((shop) => copyIn(shop, path, everyMonth)))];
    const parts = {
      capabilities: [kit("oven-kit", { kind: "workflow" })],
      consumptions: shops.map((shop) =>
        use(shop, "oven-kit", "2020-01-01", null, { evidence: evidence(shop) }),
      ),
    };
    expect(propose(parts, { clones })).toEqual([]);
    expect(kindsOf(propose({}, { clones }))).toEqual(["consolidate"]);
  });

  test("is taken from where it is offered already", () => {
    const [first] = propose(
      {
        capabilities: [kit("oven-kit")],
        consumptions: ["oat", "pie"].map((shop) => use(shop, "oven-kit", "2020-01-01")),
      },
      {
        clones: [copied(["oven", "rye"].map((shop) => copyIn(shop, "lib/crumb.rb", everyMonth)))],
      },
    );
    expect(first).toMatchObject({
      kind: "adopt",
      title: "Let rye use crumb.rb of oven-kit in place of a copy",
      affectedIds: ["component:rye"],
      reach: { count: 1, unit: "team" },
    });
  });
});

describe("repeats", () => {
  const end = 20_000;
  const at = (shop: string, ...days: number[]) =>
    copyIn(shop, "lib/crumb.rb", [], { changeDays: [0, ...days] });

  test("a round in k repositories is k − 1 repeats; births and what came long after are none", () => {
    const siblings = [at("rye", 100, 200), at("oat", 105, 300), at("pie", 113)];
    expect(repeatsOf(siblings, 0, end)).toEqual({ count: 2, rounds: 1, partial: 0 });
    const born = [copyIn("rye", "a", [], { changeDays: [100] }), at("oat", 100)];
    expect(repeatsOf(born, 0, end).count).toBe(0);
    expect(repeatsOf(siblings, 150, end).count).toBe(0);
  });

  test("two files of one repository are one change", () => {
    expect(repeatsOf([at("rye", 100), at("rye", 100), at("oat", 101)], 0, end)).toMatchObject({
      count: 1,
      rounds: 1,
    });
  });
});
