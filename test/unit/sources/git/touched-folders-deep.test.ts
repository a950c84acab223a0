import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readTouchedFolders } from "#sources/git/touched-folders.ts";
import { gitText } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { foundAt, locationOf } from "../read-found.ts";

it("git is not started once for each of hundreds of folders, one in the other", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fulcrum-touched-deep-"));
  const deep = "a/".repeat(450).slice(0, -1);
  const { path } = repository("bakery")
    .commit({
      at: "2024-03-01",
      author: "Ada Oven <ada@bakery.example>",
      message: "Bake",
      files: { [`${deep}/rye.txt`]: "1\n" },
    })
    .write(folder);
  const { location } = await locationOf(foundAt(path, folder));
  const [asked = "", tree = ""] = gitText(["--git-dir", path, "log", "--format=%H %T", "main"])
    .trim()
    .split(" ");
  const found: string[] = [];
  const commits = [{ asked, tree, treeBefore: null }];
  const began = performance.now();
  await readTouchedFolders(location, { commits, folders: ["a/a", deep] }, (_, one) => {
    found.push(one);
  });
  // Each start takes more than ten.
  expect(performance.now() - began).toBeLessThan(2_500);
  rmSync(folder, { recursive: true, force: true });
  expect(found.toSorted()).toEqual(["a/a", deep]);
});
