import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeReach, quarterOf, startOfQuarter } from "#evidence/change-quarters.ts";
import { repository, type Files } from "#fixtures/repository-builder.ts";
import { foundAt, readFound } from "../read-found.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-quarters-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ada = "Ada Oven <ada@bakery.example>";
const bot = "renovate[bot] <29139614+renovate[bot]@users.noreply.github.example>";
const change = (at: string, files: Files, author = ada) => ({
  at,
  author,
  message: "Change",
  files,
});
const lines = (...words: readonly string[]) => `${words.join("\n")}\n`;

const quartersOf = async (built: ReturnType<typeof repository>) => {
  const { path } = built.write(folder);
  const { changes } = await readFound(foundAt(path, folder));
  return changes.quarters;
};

describe("changes by quarter", () => {
  it("count human changes of code, what came back within 21 days, and lines that went again", async () => {
    const oven = repository("oven")
      .commit(change("2024-01-10", { "oven.rb": lines("bake", "cool"), "README.md": "# Oven\n" }))
      .commit(change("2024-01-20", { "oven.rb": lines("bake", "slice") }))
      .commit(change("2024-03-20", { "oven.rb": lines("bake", "slice", "pack", "sell") }))
      .commit(change("2024-03-21", { "oven.rb": lines("bake", "slice", "pack") }, bot))
      .commit(change("2024-05-01", { "oven.rb": lines("bake", "pack") }));
    expect(await quartersOf(oven)).toEqual([
      {
        folder: ".",
        quarter: quarterOf(Date.parse("2024-02-01") / 1000),
        humanChanges: [expect.any(Number), expect.any(Number), expect.any(Number)],
        fileChangesCount: 3,
        returnsCount: 1,
        sampledCount: 3,
        // bake, cool; slice; pack, sell: cool and sell were gone within 21 days.
        linesAdded: 5,
        linesGone: 2,
        hotFileLines: 3,
        hotFilesCount: 1,
      },
      expect.objectContaining({
        humanChanges: [expect.any(Number)],
        linesAdded: 0,
        linesGone: 0,
        hotFileLines: 2,
      }),
    ]);
  });

  it("are no work done again where a release sets its number or a version is taken", async () => {
    const version = (number: string) => ({
      "lib/oven/version.rb": `module Oven\n  VERSION = "${number}"\nend\n`,
      "oven.gemspec": `Gem::Specification.new { |s| s.version = "${number}" }\n`,
    });
    const oven = repository("released-oven")
      .commit(change("2024-01-10", { "oven.rb": lines("bake"), ...version("1.0.0") }))
      .commit(change("2024-01-15", version("1.1.0")))
      .commit(change("2024-01-18", version("1.2.0")));
    expect(await quartersOf(oven)).toEqual([
      expect.objectContaining({
        humanChanges: [expect.any(Number), expect.any(Number), expect.any(Number)],
        fileChangesCount: 1,
        returnsCount: 0,
        hotFilesCount: 1,
      }),
    ]);
  });

  it("are a program's where it signs with an address of people's", async () => {
    const shared = (name: string) => `${name} <platform@bakery.example>`;
    const oven = repository("signed-oven")
      .commit(change("2024-01-10", { "oven.rb": "a\n" }, shared("Ada Oven")))
      .commit(change("2024-01-12", { "oven.rb": "b\n" }, shared("Buildkite on behalf of Bakery")))
      .commit(change("2024-01-14", { "oven.rb": "c\n" }, shared("Ada Oven")));
    const { path } = oven.write(folder);
    const found = await readFound(foundAt(path, folder));
    expect([found.commitsCount, found.botCommitsCount]).toEqual([3, 1]);
    expect(found.changes.quarters[0]?.humanChanges).toHaveLength(2);
    expect(Array.from(found.changes.columns?.isBot ?? [])).toEqual([0, 1, 0]);
  });

  it("belong to the folder with the nearest manifest", async () => {
    const shop = repository("shop").commit(
      change("2024-01-10", {
        "package.json": '{ "name": "shop" }',
        "till/package.json": '{ "name": "till" }',
        "till/src/a.js": "a1\n",
        "b.js": "b1\n",
      }),
    );
    expect((await quartersOf(shop)).map((one) => one.folder)).toEqual([".", "till"]);
  });

  it("tell a commit that changed several folders by the same number in each", async () => {
    const shop = repository("market")
      .commit(
        change("2024-01-10", {
          "package.json": '{ "name": "shop" }',
          "till/package.json": '{ "name": "till" }',
          "till/a.js": "a1\n",
          "b.js": "b1\n",
        }),
      )
      .commit(change("2024-01-11", { "till/a.js": "a2\n" }));
    const [root, till] = await quartersOf(shop);
    expect(root?.humanChanges).toHaveLength(1);
    expect(till?.humanChanges).toHaveLength(2);
    expect(till?.humanChanges).toContain(root?.humanChanges[0]);
  });

  it("are kept of thirteen quarters", async () => {
    const old = repository("old")
      .commit(change("2018-01-10", { "a.rb": "a1\n" }))
      .commit(change("2021-01-10", { "a.rb": "a2\n" }))
      .commit(change("2023-12-10", { "a.rb": "a3\n" }));
    const quarters = await quartersOf(old);
    const starts = quarters.map((one) => startOfQuarter(one.quarter) * 1000);
    expect(starts).toEqual(["2021-01-01", "2023-10-01"].map((day) => Date.parse(day)));
  });
});

describe("kinds of change", () => {
  const gemfile = (version: string) => `gem "flour", "${version}"\n`;
  const history = () =>
    repository("mill")
      .commit(change("2024-01-10", { "mill.rb": "grind\n", Gemfile: gemfile("1.0") }))
      .commit(change("2024-01-12", { Gemfile: gemfile("1.1") }, bot))
      .commit(change("2024-01-13", { Gemfile: gemfile("1.2") }))
      .commit(change("2024-02-02", { ".github/workflows/ci.yml": "on: push\njobs: {}\n" }))
      .commit(change("2024-02-03", { "notes.txt": "nobody follows it\n" }))
      .commit(change("2024-05-02", { "mill.rb": "grind\nsift\n" }));

  it("tell no update of a manifest that is changed for another reason", async () => {
    const built = repository("millstone")
      .commit(change("2024-01-10", { Gemfile: gemfile("1.0") }))
      .commit(change("2024-01-11", { Gemfile: `# what we bake with\n${gemfile("1.0")}` }))
      .commit(change("2024-01-12", { Gemfile: `${gemfile("1.0")}gem "salt"\n` }))
      .commit(change("2024-01-13", { Gemfile: `${gemfile("1.1")}gem "salt"\n` }))
      .commit(change("2024-01-14", { "Gemfile.lock": "GEM\n  specs:\n    salt (2.0)\n" }));
    const { path } = built.write(folder);
    const { changes } = await readFound(foundAt(path, folder));
    expect(changes.kinds).toMatchObject([{ changesCount: 5, humanUpdatesCount: 2 }]);
  });

  it("tell updates, who made them, and work on pipelines", async () => {
    const { path } = history().write(folder);
    const { changes } = await readFound(foundAt(path, folder));
    expect(changes.kinds).toEqual([
      {
        quarter: quarterOf(Date.parse("2024-02-01") / 1000),
        humanCommitsCount: 4,
        changesCount: 4,
        humanChangesCount: 3,
        updatesCount: 2,
        humanUpdatesCount: 1,
        humanPipelinesCount: 1,
        humanRepairsCount: 0,
        repairs: [],
      },
      expect.objectContaining({ changesCount: 1, updatesCount: 0 }),
    ]);
  });
});

describe("changes of the mainline", () => {
  const gemfile = (version: string) => ({ Gemfile: `gem "flour", "${version}"\n` });
  const columnsOf = async (built: ReturnType<typeof repository>) => {
    const { path } = built.write(folder);
    const { columns } = (await readFound(foundAt(path, folder))).changes;
    return Array.from(columns?.at ?? [], (at, row) => [
      new Date(at * 1000).toISOString().slice(0, 10),
      columns?.isBot[row] === 1 ? "bot" : "people",
      columns?.reach[row],
    ]);
  };

  it("say who wrote them and how far they reach; documents alone are none", async () => {
    const built = repository("silo")
      .commit(change("2024-01-01", { "mill.rb": "grind\n", ...gemfile("1.0") }))
      .commit(change("2024-01-02", gemfile("1.1"), bot))
      .commit(change("2024-01-03", { ".github/workflows/ci.yml": "on: push\n", ...gemfile("1.2") }))
      .commit(change("2024-01-04", { "README.md": "# Silo\n" }))
      .commit(change("2024-01-05", { "main.tf": 'module "oven" {}\n' }));
    expect(await columnsOf(built)).toEqual([
      ["2024-01-01", "people", changeReach.more],
      ["2024-01-02", "bot", changeReach.manifests],
      ["2024-01-03", "people", changeReach.callers],
      ["2024-01-05", "people", changeReach.callers],
    ]);
  });

  it("are a bot's whoever merged them, and people's where somebody added to them", async () => {
    const built = repository("shed").commit(change("2024-01-01", { "mill.rb": "grind\n" }));
    const merged = (on: string, day: number, authors: readonly string[]) => {
      for (const [index, author] of authors.entries())
        built.commit({
          ...change(
            `2024-02-0${String(day + index)}`,
            gemfile(`${String(day)}.${String(index)}`),
            author,
          ),
          on,
        });
      built.commit({ ...change(`2024-02-1${String(day)}`, {}), merge: on, message: `Merge ${on}` });
    };
    merged("by-bot", 1, [bot]);
    merged("helped", 3, [bot, ada]);
    expect((await columnsOf(built)).slice(1)).toEqual([
      ["2024-02-11", "bot", changeReach.manifests],
      ["2024-02-13", "people", changeReach.manifests],
    ]);
  });
});

describe("work that was taken back, and runs that fail now and then", () => {
  const pipeline = (text: string) => ({ ".github/workflows/ci.yml": text });
  const ways: readonly (readonly [message: string, files: Files, isRepair: boolean])[] = [
    ['Revert "Bake in parallel"', pipeline("on: push\n"), true],
    ['Revert "Revert "Bake in parallel""', pipeline("on: push # again\n"), false],
    ['Revert "Sift finer"', { "mill.rb": "grind\n" }, false],
    ["Fix flaky oven spec", { "mill.rb": "grind\nsift\n" }, true],
    ["Update snowflake recipe", { "mill.rb": "grind\nmelt\n" }, false],
    ["Raise timeout of the job", pipeline("on: push # 20 minutes\n"), true],
    ["Retry oven spec", { "spec/oven_spec.rb": "it bakes\n" }, true],
    ["Add timeout to the till", { "mill.rb": "grind\nwait\n" }, false],
    ["Add timeout to the till", { "mill.rb": "w\n", "spec/oven_spec.rb": "it\n" }, false],
    ["Say why runs are flaky", { "notes.txt": "they are\n" }, false],
  ];

  it("are told by subject and by what was changed, of people alone", async () => {
    const built = repository("loft").commit(change("2024-01-01", { "mill.rb": "grind\nsift\n" }));
    for (const [index, [message, files]] of ways.entries())
      built.commit({ ...change(`2024-01-${String(index + 10)}`, files), message });
    built.commit({ ...change("2024-02-20", { "mill.rb": "g\n" }, bot), message: "Fix flaky spec" });
    const { path, commitIds } = built.write(folder);
    const { changes } = await readFound(foundAt(path, folder));
    const [kinds] = changes.kinds;
    expect(kinds?.humanRepairsCount).toBe(ways.filter(([, , isRepair]) => isRepair).length);
    const wanted = commitIds.slice(1).filter((_, index) => ways[index]?.[2] === true);
    expect(kinds?.repairs.map(({ commit }) => commit)).toEqual(wanted.slice(-3));
  });

  it("are told of a merge by most of the commits that it brought in", async () => {
    const built = repository("barn").commit(change("2024-01-01", { "mill.rb": "grind\n" }));
    const bring = (month: string, ...messages: readonly string[]) => {
      const on = `branch-${month}`;
      for (const [index, message] of messages.entries())
        built.commit({
          ...change(`2024-${month}-0${String(index + 2)}`, { "mill.rb": `${on} ${message}\n` }),
          on,
          message,
        });
      const message = `Merge pull request #1 from bakery/${on}`;
      built.commit({ ...change(`2024-${month}-10`, {}), merge: on, message });
    };
    bring("01", "Fix flaky spec");
    bring("02", "Fix flaky spec", "Sift finer");
    const { path } = built.write(folder);
    const { changes } = await readFound(foundAt(path, folder));
    expect(changes.kinds).toMatchObject([{ humanChangesCount: 3, humanRepairsCount: 1 }]);
  });
});
