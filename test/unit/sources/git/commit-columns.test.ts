import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCommitColumns } from "#sources/git/commit-columns.ts";
import { readMainlineTimes, readTouches } from "#sources/git/mainline.ts";
import { marksOf, revertedBy } from "#sources/git/subject-marks.ts";
import { gitText } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { foundAt, locationOf } from "../read-found.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-columns-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ada = "Ada Oven <ada@bakery.example>";
const ben = "Ben Crust <ben@bakery.example>";

function bakery() {
  const dated = (day: number) => `2024-03-${String(day).padStart(2, "0")}`;
  const commit = (day: number, message: string, path: string, on?: string) => ({
    at: dated(day),
    author: ada,
    message,
    files: { [path]: `${message}\n` },
    ...(on === undefined ? {} : { on }),
  });
  const builder = repository("bakery")
    .commit(commit(1, "Open", "ovens/door.txt"))
    .commit(commit(2, "Bake longer (#7)", "ovens/clock.txt"))
    .commit(commit(3, "Sell rye", "till/rye.txt", "rye"))
    .commit({
      merge: "rye",
      at: dated(4),
      author: ben,
      message: "Merge pull request #8 from bakery/rye",
    })
    .commit(commit(5, "hotfix: price of rye", "till/rye.txt"));
  const { commitIds } = builder.write(join(folder, "draft"));
  return builder
    .commit(
      commit(
        6,
        `Revert "Bake longer"\n\nThis reverts commit ${commitIds[1] ?? ""}.`,
        "ovens/clock.txt",
      ),
    )
    .commit(commit(7, 'Revert "Sell rye"\n\nReverts bakery/bakery#8', "till/rye.txt"))
    .commit(
      commit(
        8,
        `Revert "Revert "Sell rye""\n\nThis reverts commit ${commitIds[2] ?? ""}.`,
        "till/rye.txt",
      ),
    )
    .write(folder);
}

describe("commits as columns", () => {
  it("know what was squashed, what is a hotfix, and what takes back what", async () => {
    const { path, commitIds, head } = bakery();
    const { location } = await locationOf(foundAt(path, folder));
    const columns = await readCommitColumns(location, [head ?? ""], () => false);
    const { idWidth, ids } = columns;
    const named = await readCommitColumns(location, [head ?? ""], (_, name) => name === "Ada Oven");
    expect(new Set(named.isBot)).toEqual(new Set([0, 1]));
    expect(named.isSquashed).toEqual(columns.isSquashed);
    const idOf = (index: number) => ids.slice(index * idWidth, (index + 1) * idWidth);
    const marked = (flags: Uint8Array) =>
      [...flags.entries()].flatMap(([index, flag]) =>
        flag === 1 ? [commitIds.indexOf(idOf(index))] : [],
      );
    expect(marked(columns.isSquashed)).toEqual([1]);
    expect(marked(columns.isHotfix)).toEqual([4]);
    const pairs = Array.from({ length: columns.reverts.length / 2 }, (_, pair) =>
      [0, 1].map((side) => commitIds.indexOf(idOf(columns.reverts[pair * 2 + side] ?? 0))),
    );
    expect(pairs.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
      [5, 1],
      [6, 3],
    ]);
  });

  it("are those that tips lead to, whatever else is named", async () => {
    const { path, head } = bakery();
    const { location } = await locationOf(foundAt(path, folder));
    const git = (...args: string[]) => gitText(["--git-dir", path, ...args]).trim();
    git(
      "-c",
      "user.name=Ada",
      "-c",
      "user.email=a@b.example",
      "tag",
      "-a",
      "-m",
      "1",
      "first",
      "main~2",
    );
    const tag = git("rev-parse", "refs/tags/first");
    const tree = git("rev-parse", "main^{tree}");
    const blob = git("rev-parse", "main:till/rye.txt");
    const nowhere = "0123456789012345678901234567890123456789";
    const read = async (...tips: string[]) =>
      (await readCommitColumns(location, tips, () => false)).ids;
    const plain = (from: string) => git("log", "--format=%H", from).split("\n").join("");
    expect(await read(nowhere, tree, blob)).toBe("");
    expect(await read()).toBe("");
    expect(await read(nowhere, tag, tree)).toBe(plain("main~2"));
    expect(await read(tag.slice(0, 12), nowhere)).toBe(plain("main~2"));
    expect(await read(head ?? "", nowhere)).toBe(plain("main"));
  });

  it("touch the folders that plain git says, merges left out", async () => {
    const { path, head } = bakery();
    const { location } = await locationOf(foundAt(path, folder));
    const lines = (text: string) => text.split("\n").filter((line) => line !== "");
    const touching = new Map<string, Set<string>>();
    let commit = "";
    const visitor = {
      commit: (id: string) => {
        commit = id;
      },
      change: (file: string) => {
        const at = file.split("/")[0] ?? "";
        touching.set(at, (touching.get(at) ?? new Set()).add(commit));
      },
    };
    const all = lines(gitText(["--git-dir", path, "rev-list", "main"]));
    await readTouches(location, { commits: all, folders: ["ovens", "till"] }, visitor);
    for (const name of ["ovens", "till"]) {
      const plain = ["log", "--full-history", "--no-merges", "--format=%H", "main", "--", name];
      expect([...(touching.get(name) ?? [])].sort()).toEqual(
        lines(gitText(["--git-dir", path, ...plain])).sort(),
      );
    }
    touching.clear();
    const times = await readMainlineTimes(location, head ?? "");
    const withParents = times.map(({ commit: id }, at) =>
      `${id} ${times[at - 1]?.commit ?? ""}`.trim(),
    );
    await readTouches(location, { commits: withParents, folders: ["till"] }, visitor);
    const onMain = ["log", "--first-parent", "--reverse", "--format=%H", "main", "--", "till"];
    expect([...(touching.get("till") ?? [])]).toEqual(
      lines(gitText(["--git-dir", path, ...onMain])),
    );
    expect(times.map((one) => `${one.commit} ${String(one.at)}`)).toEqual(
      lines(
        gitText([
          "--git-dir",
          path,
          "log",
          "--first-parent",
          "--reverse",
          "--format=%H %ct",
          "main",
        ]),
      ),
    );
  });
});

describe("first lines of messages", () => {
  it("tell reverts, hotfixes and merged requests from words that only look so", () => {
    expect(marksOf('Revert "Bake longer"')).toMatchObject({ isRevert: true });
    expect(marksOf("revert: bake longer")).toMatchObject({ isRevert: true });
    expect(marksOf('Revert "Revert "Bake longer""')).toMatchObject({ isRevert: false });
    expect(marksOf("Reverting is explained")).toMatchObject({ isRevert: false });
    expect(marksOf("Merge branch 'hotfix/door' into 'main'")).toMatchObject({ isHotfix: true });
    expect(marksOf("Merge pull request #9 from bakery/hotfix-door")).toMatchObject({
      isHotfix: true,
      request: 9,
    });
    expect(marksOf("[HOTFIX] close the door")).toMatchObject({ isHotfix: true });
    expect(marksOf("Explain when a hotfix is right")).toMatchObject({ isHotfix: false });
    expect(marksOf("Close the door (#12)")).toMatchObject({ request: 12 });
    expect(marksOf("Close door #12 of 30")).toMatchObject({ request: null });
    expect(revertedBy("This reverts commit 0123456789abcdef.\n")).toEqual({
      commits: ["0123456789abcdef"],
      requests: [],
    });
  });

  it("never throw", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(typeof marksOf(text).isRevert).toBe("boolean");
        expect(revertedBy(text).commits.every((one) => /^[0-9a-f]{7,64}$/.test(one))).toBe(true);
      }),
    );
  });
});
