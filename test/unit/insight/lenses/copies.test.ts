import { describe, expect, test } from "vitest";
import { isLeftAlone } from "#insight/lenses/copies-worth-sharing.ts";
import { alikeShare, familiesOf, repeatsOf } from "#insight/lenses/families.ts";
import { noAutomation } from "#model/automation.ts";
import { kit, use } from "../adoption/bakery.ts";
import { copied, copyIn, costs, kindsOf, propose } from "./propose.ts";

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
      measure: { present: 6, unit: "a year" },
    });
    // Six of 15 rounds are of the last twelve months, each repeated once, one hour for a repeat.
    expect(first?.atStakePersonHours.likely).toBeCloseTo(6, 9);
    expect(first?.firstStep).toContain("crumb.rb");
    expect(first?.against.length).toBeGreaterThan(0);
  });

  test("is for those whose names are told: teams where all are, else repositories", () => {
    const forWhom = (owner: string) =>
      propose(
        {},
        {
          clones: [
            copied([
              copyIn("rye", "lib/crumb.rb", everyMonth),
              copyIn("oat", "lib/crumb.rb", everyMonth, { owners: [owner] }),
            ]),
          ],
        },
      )[0]?.forWhom;
    expect(forWhom("team:millers")).toBe("2 teams that keep them: millers and rye");
    expect(forWhom("repository:oat")).toBe("2 repositories that keep them: oat and rye");
  });

  test("costs nothing where nothing changes, and as much less as chance explains", () => {
    const copies = (days: readonly number[]) =>
      ["rye", "oat"].map((shop) => copyIn(shop, "lib/crumb.rb", days));
    const slow = { ...costs, repeat: { low: 5, likely: 10, high: 20 } };
    expect(propose({}, { clones: [copied(copies([]))], costs: slow })).toEqual([]);
    const byChance = copied(copies(everyMonth), { coChangesCount: 10, coChangesByChance: 5 });
    const [found] = propose({}, { clones: [byChance], costs: slow });
    expect(found?.atStakePersonHours.likely).toBeCloseTo(30, 9);
    // 3 hours a year for 24 to do are not worth it.
    expect(propose({}, { clones: [byChance] })).toEqual([]);
  });

  test("costs nobody anything where bots change it", () => {
    const clones = [copied(["rye", "oat"].map((shop) => copyIn(shop, "lib/crumb.rb", everyMonth)))];
    expect(propose({}, { clones, isBotDay: (id) => id === "repository:rye" })).toEqual([]);
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
    // Three files, six rounds in the last year, two of three copies repeated each time.
    expect(proposals[0]?.measure.present).toBe(36);
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

  test("is left out where the copied lines call workflows that are kept elsewhere", () => {
    const path = ".github/workflows/bake.yml";
    const shops = ["rye", "oat"];
    const clones = [copied(shops.map((shop) => copyIn(shop, path, everyMonth)))];
    const job = (from: number, to: number, isCall: boolean) => ({
      from,
      to,
      isCall,
      reach: null,
      loose: [],
    });
    const calling = (jobs: readonly ReturnType<typeof job>[]) => ({
      clones,
      automation: {
        ...noAutomation,
        workflows: shops.map((shop) => ({
          repositoryId: `repository:${shop}`,
          path,
          commit: "head",
          at: 0,
          jobs,
        })),
      },
    });
    // Copies are lines 1 to 40.
    expect(propose({}, calling([job(5, 20, true), job(21, 40, true)]))).toEqual([]);
    expect(propose({}, calling([job(5, 34, true), job(35, 60, false)]))).toEqual([]);
    expect(kindsOf(propose({}, calling([job(5, 10, true), job(11, 60, false)])))).toEqual([
      "consolidate",
    ]);
    expect(kindsOf(propose({}, calling([job(5, 60, false)])))).toEqual(["consolidate"]);
  });

  test("is nothing to do where nobody had to change it twice within the year", () => {
    const years = everyMonth.filter((ago) => ago > 365);
    const clones = [copied(["rye", "oat"].map((shop) => copyIn(shop, "lib/crumb.rb", years)))];
    expect(propose({}, { clones })).toEqual([]);
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

describe("copies and their home", () => {
  const workflow = (name: string) => `.github/workflows/${name}`;
  const ofOven = (kind: "action" | "library", users: readonly string[]) => ({
    capabilities: [kit("oven-kit", { kind })],
    consumptions: users.map((shop) => use(shop, "oven-kit", "2020-01-01")),
  });
  const titles = (...given: Parameters<typeof propose>) =>
    propose(...given).map(({ title }) => title);
  const long = { medianLines: 60 };

  test("are those of the home's own file, not what is like another copy of it", () => {
    const clones = [
      copied(
        ["oven", "rye", "oat"].map((shop) => copyIn(shop, "lib/crumb.rb", everyMonth)),
        long,
      ),
      copied(
        ["rye", "oat", "pie"].map((shop) => copyIn(shop, "lib/crust.rb", everyMonth)),
        long,
      ),
    ];
    expect(titles(ofOven("library", ["bun", "roll"]), { clones })).toEqual([
      "Let oat and rye use crumb.rb of oven-kit in place of copies",
      "Give crust.rb that 3 repositories copy one home: a shared library",
    ]);
  });

  test("are no matter for who calls the home already", () => {
    const clones = [
      copied(
        ["oven", "rye", "oat", "pie"].map((shop) => copyIn(shop, workflow("bake.yml"), everyMonth)),
      ),
    ];
    const [first] = propose(ofOven("action", ["rye", "bun"]), { clones });
    expect(first?.affectedIds).toEqual(["component:oat", "component:pie"]);
  });

  test("are no copies where files of other names have a few lines in common", () => {
    const few = (fileShare: number, medianLines: number) =>
      titles(
        {},
        {
          clones: [
            copied(
              ["rye", "oat"].map((shop) =>
                copyIn(shop, workflow(`${shop}.yml`), everyMonth, { fileShare }),
              ),
              { kind: "template", medianLines },
            ),
          ],
          costs: { ...costs, repeat: { low: 5, likely: 10, high: 20 } },
        },
      );
    expect(few(0.2, 10)).toEqual([]);
    expect(few(0.8, 10)).toHaveLength(1);
    expect(few(0.4, 40)).toHaveLength(1);
  });

  test("are the call alone where a short file calls an action", () => {
    const path = workflow("lint.yml");
    const lint = (end: number) =>
      titles(
        {
          capabilities: [kit("oven-kit", { kind: "action" })],
          consumptions: ["rye", "oat"].map((shop) =>
            use(shop, "oven-kit", "2020-01-01", null, {
              evidence: [
                {
                  ...use(shop, "oven-kit", "2020-01-01").evidence[0]!,
                  repositoryId: `repository:${shop}`,
                  path,
                },
              ],
            }),
          ),
        },
        { clones: [copied(["rye", "oat"].map((shop) => copyIn(shop, path, everyMonth, { end })))] },
      );
    expect(lint(12)).toEqual([]);
    expect(lint(41)).toHaveLength(1);
  });

  test("are led by the file with most lines that are kept more than once, and tried where it is kept", () => {
    const [first] = propose(
      {},
      {
        clones: [
          copied(
            ["rye", "oat", "pie"].map((shop) => copyIn(shop, workflow("a.yml"), everyMonth)),
            {
              kind: "template",
              medianLines: 8,
            },
          ),
          copied(
            ["oat", "pie"].map((shop) => copyIn(shop, workflow("b.yml"), everyMonth)),
            {
              kind: "template",
              medianLines: 90,
            },
          ),
        ],
      },
    );
    expect(first?.title).toContain(": b.yml and a.yml");
    expect(first?.firstStep).toBe(
      "Move b.yml of oat into a shared workflow with a version, and let pie use it first",
    );
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

  test("what bears one name is one round, however long it took, and counts once", () => {
    const siblings = [at("rye", 100), at("oat", 160, 170), at("pie", 172)];
    const sweptOn = (repositoryId: string, day: number) =>
      (repositoryId.endsWith("rye") && day === 100) || (repositoryId.endsWith("oat") && day === 160)
        ? [1]
        : [];
    expect(repeatsOf(siblings, 0, end).count).toBe(1);
    expect(repeatsOf(siblings, 0, end, sweptOn)).toEqual({ count: 2, rounds: 2, partial: 2 });
  });
});

describe("families", () => {
  const kept = (name: string, shops: readonly string[]) => ({
    topic: "pipelines" as const,
    copies: shops.map((each) => copyIn(each, `.github/workflows/${name}.yml`, [])),
    beyondChance: 1,
    medianLines: 40,
  });
  const names = (classes: readonly ReturnType<typeof kept>[]) =>
    familiesOf(classes).map(({ repositoryIds }) =>
      repositoryIds.map((id) => id.slice("repository:".length)).join(" "),
    );

  test("are of much the same repositories; matters that meet in a few do not end as one heap", () => {
    const bake = ["rye", "oat", "pie"];
    expect(names([kept("bake", bake), kept("rise", bake), kept("cool", ["rye", "oat"])])).toEqual([
      "oat pie rye",
    ]);
    const row = [
      kept("bake", bake),
      kept("sell", [...bake, "bun", "roll", "spelt"]),
      kept("sweep", ["bun", "roll", "spelt", "tart"]),
    ];
    expect(names(row).toSorted()).toEqual([
      "bun oat pie roll rye spelt",
      "bun roll spelt tart",
      "oat pie rye",
    ]);
  });

  test("the part that is alike is of all stretches of a file, none twice", () => {
    const stretch = (start: number, stop: number) =>
      copyIn("rye", "a.yml", [], { start, end: stop, fileShare: (stop - start + 1) / 100 });
    const half = { copies: [stretch(1, 50)] };
    expect(alikeShare([half])).toBeCloseTo(0.5);
    expect(alikeShare([half, { copies: [stretch(41, 60)] }])).toBeCloseTo(0.6);
    expect(alikeShare([half, { copies: [copyIn("oat", "a.yml", [])] }])).toBeCloseTo(0.75);
  });
});
