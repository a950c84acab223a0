import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { git } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { findClone, numberInIndex } from "#operations/duplication/own-clone.ts";
import { distinctNames } from "#operations/reading/folder-names.ts";
import { inspectRepositories } from "#operations/reading/inspect-repositories.ts";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-inspect-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A clone at `path` below the folder; a name that ends in `.git` makes it bare. */
function clone(path: string, remote?: string): string {
  const where = join(folder, path, "..");
  mkdirSync(where, { recursive: true });
  const name = path.slice(path.lastIndexOf("/") + 1);
  const { path: made } = repository(name, {
    layout: name.endsWith(".git") ? "bare" : "clone",
    ...(remote === undefined ? {} : { remote }),
  })
    .commit({
      at: "2024-01-01",
      author: "Ada Reel <ada@cinema.example>",
      message: path,
      files: { "reel.txt": path },
    })
    .write(where);
  return made;
}

async function inspect(...inputs: readonly string[]) {
  const found = await inspectRepositories(
    inputs.map((one) => join(folder, one)),
    new AbortController().signal,
  );
  return {
    ids: found.repositories.map(({ id }) => id.slice("repository:".length)),
    problems: found.problems.map(({ code, where }) => `${code} ${where}`),
    repositories: found.repositories,
  };
}

describe("repositories without a remote", () => {
  it("are two, though they have one name below two folders", async () => {
    clone("north/screens/film");
    clone("south/screens/film");
    clone("south/screens/ticket");
    const expected = ["north/screens/film", "south/screens/film", "ticket"];
    const { ids, problems } = await inspect("north/screens", "south/screens");
    expect({ ids, problems }).toEqual({ ids: expected, problems: [] });
    expect((await inspect("south/screens", "north/screens")).ids).toEqual(expected);
  });

  it("are two, though one is called like the other with .git", async () => {
    clone("film");
    clone("film.git");
    clone("ticket.git");
    expect(await inspect(".")).toMatchObject({
      ids: ["film", "film.git", "ticket"],
      problems: [],
    });
  });

  it("are found again by who stands in them", async () => {
    const paths = [clone("north/film"), clone("south/film"), clone("south/film.git")];
    const { repositories } = await inspect("north", "south");
    const indexed = repositories.map(({ id, name }) => ({ id, name, commit: "" }));
    const numbers: (number | null)[] = [];
    for (const path of paths) {
      const own = await findClone(path);
      if (own === null || "refusal" in own) throw new Error("no clone");
      numbers.push(
        await numberInIndex(own, indexed, [join(folder, "north"), join(folder, "south")]),
      );
    }
    expect(numbers.map((number) => repositories[number ?? -1]?.folder)).toEqual(paths);
  });

  it("are one, where the same folder or a further work tree of it is met again", async () => {
    const path = clone("all/film");
    git(["worktree", "add", "--quiet", "-b", "matinee", join(folder, "all", "early")], {
      cwd: path,
    });
    const { ids, problems, repositories } = await inspect("all", "all");
    expect(ids).toHaveLength(1);
    expect(repositories[0]?.folder).toBe(path);
    expect(problems.every((one) => one.startsWith("cloned-twice"))).toBe(true);
    expect(problems).toHaveLength(3);
  });
});

describe("clones of one remote", () => {
  it("are one repository in whatever spelling, and that is said", async () => {
    clone("film", "https://github.com/cinema/film.git");
    clone("film-again", "git@github.com:Cinema/Film.git");
    clone("film-mirror.git", "ssh://git@ssh.github.com:443/cinema/film");
    clone("ticket", "https://github.com/cinema/ticket");
    expect(await inspect(".")).toMatchObject({
      ids: ["github.com/cinema/film", "github.com/cinema/ticket"],
      problems: ["cloned-twice film-again", "cloned-twice film-mirror"],
    });
  });

  it("are no clones of it on another host or below another owner", async () => {
    clone("a/film", "https://github.com/cinema/film.git");
    clone("b/film", "https://git.cinema.example/cinema/film.git");
    clone("c/film", "https://github.com/theatre/film.git");
    expect((await inspect(".")).problems).toEqual([]);
  });
});

it("names never meet, whatever folders there are", () => {
  const place = (root: string, path: string) => ({
    name: path.replace(/\.git$/, ""),
    folder: `${root}/${path}`,
    root,
  });
  const places = ["/a/x", "/b/x", "/c"].flatMap((root) =>
    ["film", "film.git", "x/film", "b/x/film"].map((path) => place(root, path)),
  );
  const names = distinctNames(places, new Set(["x/film"]));
  expect(new Set(names).size).toBe(places.length);
  expect(names).not.toContain("x/film");
  expect(distinctNames([place("/a", "film")])).toEqual(["film"]);
});
