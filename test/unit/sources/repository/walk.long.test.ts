import * as fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { introducedBy, mainlineOf, readGraph, type CommitGraph } from "#sources/git/graph.ts";
import { ObjectBatch } from "#sources/git/object-batch.ts";
import type { GitLocation } from "#sources/git/run.ts";
import { askForTags } from "#sources/git/tags.ts";
import { listTree } from "#sources/git/tree.ts";
import { git, gitText } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { foundAt, locationOf, readFound } from "../read-found.ts";
import { randomSteps, writeHistory } from "./random-history.ts";

let folder: string;
let runs = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-walk-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

async function readTags(location: GitLocation, tags: ReadonlyMap<string, string>) {
  const batch = new ObjectBatch();
  const found = askForTags(batch, tags, () => undefined);
  await batch.read(location);
  return found();
}

function allIds({ ids }: CommitGraph): string[] {
  return Array.from({ length: ids.length }, (_, at) => ids.at(at));
}

describe("the walk, held against plain git", () => {
  it("finds mainline, introducing merges, tree, tags and every version of every file", async () => {
    await fc.assert(
      fc.asyncProperty(randomSteps, async (steps) => {
        const { path, head } = writeHistory(folder, `history-${String(runs++)}`, steps);
        const plain = (...words: string[]) => gitText(["--git-dir", path, ...words]);
        const found = foundAt(path, folder);
        const { location, refs } = await locationOf(found);
        expect(refs.head).toBe(head);

        const graph = await readGraph(location, { head: head ?? "", after: null, mailmap: null });
        const mainline = mainlineOf(graph);
        expect(mainline).toEqual(lines(plain("rev-list", "--first-parent", "--reverse", "main")));
        expect(allIds(graph).toSorted()).toEqual(lines(plain("rev-list", "main")).toSorted());

        const introduced = introducedBy(graph, mainline);
        mainline.forEach((commit, position) => {
          const range = position === 0 ? [commit] : [commit, `^${mainline[position - 1] ?? ""}`];
          const inside = allIds(graph).filter((_, index) => introduced[index] === position);
          expect(inside.toSorted()).toEqual(lines(plain("rev-list", ...range)).toSorted());
        });

        const tree = await listTree(location, head ?? "");
        expect(tree.map((entry) => `${entry.object}\t${entry.path}`)).toEqual(
          lines(plain("ls-tree", "-r", "main")).map((line) => line.replace(/^\d+ blob /, "")),
        );

        const tags = await readTags(location, refs.tags);
        const plainTags = lines(plain("tag")).map((name) => {
          const [commit = "", at] = plain("log", "-1", "--format=%H %ct", name).split(" ");
          return { name, commit, at: Number(at) };
        });
        const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
        expect(tags.toSorted(byName)).toEqual(plainTags.toSorted(byName));

        await compareVersions(path, mainline);
        rmSync(path, { recursive: true });
      }),
      { numRuns: 12, interruptAfterTimeLimit: 8_000 },
    );
  });

  /** Each followed file's spans of object ids say at every mainline commit what `ls-tree` says there. */
  async function compareVersions(path: string, mainline: readonly string[]): Promise<void> {
    const { files } = await readFound(foundAt(path, folder));
    const positionOf = new Map(mainline.map((commit, position) => [commit, position]));
    const followed = files.filter((file) => file.source !== "code");
    for (const [position, commit] of mainline.entries()) {
      const listed = new Map(
        lines(gitText(["--git-dir", path, "ls-tree", "-r", commit])).map((line) => [
          line.slice(line.indexOf("\t") + 1),
          line.slice(12, 52),
        ]),
      );
      for (const file of followed) {
        const span = file.spans.find(({ from, to }) => {
          const end = to === null ? Number.POSITIVE_INFINITY : (positionOf.get(to.commit) ?? -1);
          return (positionOf.get(from.commit) ?? -1) <= position && position < end;
        });
        expect(span?.value).toBe(listed.get(file.path));
      }
    }
  }

  it("leaves out links and submodules, and follows a file that becomes one", async () => {
    const ada = "Ada Oven <ada@bakery.example>";
    const commit = { author: ada, message: "Change" };
    const { path, commitIds } = repository("kinds")
      .commit({ ...commit, at: "2024-01-01", files: { "package.json": '{ "name": "shop" }' } })
      .commit({ ...commit, at: "2024-01-02", files: { "package.json": { symlink: "other.json" } } })
      .commit({
        ...commit,
        at: "2024-01-03",
        files: { "package.json": { executable: '{ "name": "shop" }' } },
      })
      .commit({ ...commit, at: "2024-01-04", files: { inner: { submodule: "1".repeat(40) } } })
      .write(folder);
    const evidence = await readFound(foundAt(path, folder));
    expect(evidence.headPathsCount).toBe(1);
    expect(
      evidence.files[0]?.spans.map(({ from, to }) => [from.commit, to?.commit ?? null]),
    ).toEqual([
      [commitIds[0], commitIds[1]],
      [commitIds[2], null],
    ]);
  });

  it("keeps tags of tags, and leaves out tags of trees and of what is missing", async () => {
    const ada = "Ada Oven <ada@bakery.example>";
    const { path, head } = repository("tagged", { looseObjects: true })
      .commit({ at: "2024-01-01", author: ada, message: "Open", files: { "a.txt": "1" } })
      .tag("plain")
      .tag("noted", { at: "2024-02-01", tagger: ada, message: "Noted" })
      .write(folder);
    const run = (...words: string[]) => git(["--git-dir", path, ...words]);
    run("tag", "-a", "-m", "Twice", "twice", "noted");
    run("tag", "tree", "main^{tree}");
    const { location, refs } = await locationOf(foundAt(path, folder));
    const gone = new Map([...refs.tags, ["gone", "1".repeat(40)]]);
    const at = 1_704_110_400;
    expect(await readTags(location, gone)).toEqual(
      ["noted", "plain", "twice"].map((name) => ({ name, commit: head, at })),
    );
  });
});
