import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTouchedFolders, type ComparedCommit } from "#sources/git/touched-folders.ts";
import { gitText } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { foundAt, locationOf } from "../read-found.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-touched-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const author = "Ada Oven <ada@bakery.example>";
const submodule = "0123456789012345678901234567890123456789";

/** Folders that come, go, lie in one another, and stand where a file, a link or a submodule stood. */
function bakery() {
  const changes = [
    { "README.md": "Bread\n", "ovens/door.txt": "1\n", "till/rye/price.txt": "1\n" },
    { "ovens/door.txt": "2\n" },
    { "ovens/deck/stone.txt": "1\n", "ovens-old/door.txt": "1\n" },
    { "ovens/deck/stone.txt": { executable: "1\n" } },
    { "till/rye/price.txt": null, shelf: "a plank\n" },
    { shelf: null, "shelf/left/rye.txt": "1\n" },
    { "shelf/left/rye.txt": null, "shelf/left/link": { symlink: "../.." } },
    { "shelf/left/link": null, shelf: { submodule } },
    { shelf: null, "ofen/brötchen/zahl.txt": "1\n" },
    { "README.md": "Bread and rolls\n" },
    { "ofen/brötchen/zahl.txt": "2\n", "till/rye/price.txt": "2\n" },
    { "till/wheat/price.txt": "1\n", "ovens/deck/stone.txt": null },
  ];
  let builder = repository("bakery");
  for (const [day, files] of changes.entries())
    builder = builder.commit({
      at: `2024-03-${String(day + 1).padStart(2, "0")}`,
      author,
      message: "Bake",
      files,
    });
  return builder.write(folder);
}

async function touched(path: string, folders: readonly string[]) {
  const { location } = await locationOf(foundAt(path, folder));
  const log = gitText(["--git-dir", path, "log", "--reverse", "--format=%H %T", "main"]);
  const all = log.split("\n").flatMap((line) => (line === "" ? [] : [line.split(" ")]));
  const commits = all.map(([asked = "", tree = ""], at): ComparedCommit => {
    return { asked, tree, treeBefore: all[at - 1]?.[1] ?? null };
  });
  const found: string[] = [];
  await readTouchedFolders(location, { commits, folders }, (index, one) => {
    found.push(`${one} ${commits[index]?.asked ?? ""}`);
  });
  return found.sort();
}

const folders = ["ovens", "ovens/deck", "till/rye", "shelf", "shelf/left", "nowhere/else"];
const umlaut = "ofen/brötchen";

describe("folders that commits touch", () => {
  it("are those of which plain git says so, whether trees are read or differences", async () => {
    const { path } = bakery();
    const plain = (wanted: readonly string[]) =>
      wanted
        .flatMap((one) =>
          gitText(["--git-dir", path, "log", "--format=%H", "main", "--", `:(glob)${one}/**`])
            .split("\n")
            .flatMap((commit) => (commit === "" ? [] : [`${one} ${commit}`])),
        )
        .sort();
    expect(plain(folders).length).toBeGreaterThan(10);
    expect(await touched(path, folders)).toEqual(plain(folders));
    // A name that is not plain: all that changed is listed.
    expect(await touched(path, [...folders, umlaut])).toEqual(plain([...folders, umlaut]));
  });

  it("are not known where a tree is missing", async () => {
    const { path, head } = bakery();
    const { location } = await locationOf(foundAt(path, folder));
    const commits = [{ asked: head ?? "", tree: submodule, treeBefore: null }];
    await expect(
      readTouchedFolders(location, { commits, folders: ["ovens"] }, () => undefined),
    ).rejects.toMatchObject({ code: "git-failed" });
  });
});
