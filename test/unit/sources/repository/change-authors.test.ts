import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pseudonym } from "#kernel/ids.ts";
import { git, gitText } from "#fixtures/isolated-git.ts";
import { removeObject } from "#fixtures/hostile/trick.ts";
import { repository, type RepositoryBuilder } from "#fixtures/repository-builder.ts";
import { foundAt, readFound } from "../read-found.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-authors-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const people = {
  ada: "Ada Oven <ada@bakery.example>",
  ben: "Ben Rye <ben@bakery.example>",
  cleo: "Cleo Salt <cleo@bakery.example>",
  bot: "renovate[bot] <29139614+renovate[bot]@users.noreply.github.example>",
};

type Person = keyof typeof people;
type Dependencies = Readonly<Record<string, string>>;

function manifest(dependencies: Dependencies) {
  return { "package.json": JSON.stringify({ name: "shop", dependencies }, null, 1) };
}

/** Commits one manifest after another, a day apart. */
class Shop {
  readonly builder: RepositoryBuilder;
  #day = 1;

  constructor(name: string) {
    this.builder = repository(name, { looseObjects: true });
    this.commit("ada", {});
  }

  commit(by: Person, dependencies: Dependencies | null, on = "main", files = {}): this {
    const changes = dependencies === null ? files : { ...manifest(dependencies), ...files };
    this.builder.commit({ ...this.#next(by), on, files: changes });
    return this;
  }

  merge(by: Person, branch: string, dependencies: Dependencies | null = null, into = "main"): this {
    const files = dependencies === null ? {} : { files: manifest(dependencies) };
    this.builder.commit({ ...this.#next(by), on: into, merge: branch, ...files });
    return this;
  }

  #next(by: Person) {
    const at = `2024-01-${String(this.#day++).padStart(2, "0")}`;
    return { at, author: people[by], message: "Change" };
  }
}

/** `salt ada`: who brought in each dependency; `?` for nobody known. */
async function authorsOf({ builder }: Shop): Promise<string[]> {
  const { path } = builder.write(folder);
  return authorsAt(path);
}

async function authorsAt(path: string): Promise<string[]> {
  const { authors } = await readFound(foundAt(path, folder));
  const names = new Map(
    Object.entries(people).map(([name, address]) => [
      pseudonym("key of the test", /<(.*)>/.exec(address)?.[1] ?? ""),
      name,
    ]),
  );
  return authors.map(({ subject, person, isBot }) => {
    const name = names.get(person ?? "") ?? "?";
    expect(isBot).toBe(name === "bot");
    return `${subject.replace("pkg:npm/", "")} ${name}`;
  });
}

describe("the author of a change", () => {
  it("is who committed it, on the mainline", async () => {
    expect(await authorsOf(new Shop("plain").commit("ben", { salt: "1" }))).toEqual(["salt ben"]);
  });

  it("is who committed it on the branch, not who merged", async () => {
    const shop = new Shop("merged").commit("ben", { salt: "1" }, "topic").merge("ada", "topic");
    expect(await authorsOf(shop)).toEqual(["salt ben"]);
  });

  it("is told apart where several commits of one merge touched the file", async () => {
    const shop = new Shop("several")
      .commit("ben", { salt: "1" }, "topic")
      .commit("cleo", { salt: "2" }, "topic")
      .commit("bot", { salt: "2", rye: "1" }, "topic")
      .commit("cleo", { salt: "2", rye: "2", water: "1" }, "topic")
      .merge("ada", "topic");
    expect(await authorsOf(shop)).toEqual(["rye bot", "salt ben", "water cleo"]);
  });

  it("is the last to bring it in, where it went and came back within one merge", async () => {
    const shop = new Shop("returned")
      .commit("ben", { salt: "1" }, "topic")
      .commit("ada", {}, "topic")
      .commit("cleo", { salt: "1" }, "topic")
      .merge("ada", "topic");
    expect(await authorsOf(shop)).toEqual(["salt cleo"]);
  });

  it("is the merger where the merge itself brought it (an evil merge)", async () => {
    const alone = new Shop("evil")
      .commit("ben", { salt: "1" }, "topic")
      .merge("ada", "topic", { salt: "1", rye: "1" });
    expect(await authorsOf(alone)).toEqual(["rye ada", "salt ben"]);
    const untouched = new Shop("evil-untouched")
      .commit("ben", null, "topic", { "notes.txt": "x" })
      .merge("ada", "topic", { rye: "1" });
    expect(await authorsOf(untouched)).toEqual(["rye ada"]);
  });

  it("is the committer of a squash", async () => {
    const shop = new Shop("squashed")
      .commit("ben", { salt: "1" }, "topic")
      .commit("cleo", { salt: "1", rye: "1" });
    expect(await authorsOf(shop)).toEqual(["rye cleo", "salt cleo"]);
  });

  it("is found through merges of merges, and where both sides went on", async () => {
    const shop = new Shop("nested")
      .commit("ben", null, "topic", { "notes.txt": "x" })
      .commit("cleo", { salt: "1" }, "inner")
      .merge("ben", "inner", null, "topic")
      .commit("bot", null, "main", { "other.txt": "x" })
      .merge("ada", "topic");
    expect(await authorsOf(shop)).toEqual(["salt cleo"]);
  });

  it("is asked again when a dependency comes back after an absence, not when its range changes", async () => {
    const shop = new Shop("again")
      .commit("ben", { salt: "1" })
      .commit("cleo", { salt: "2" })
      .commit("ada", {})
      .commit("cleo", { salt: "2" });
    expect((await authorsOf(shop)).toSorted()).toEqual(["salt ben", "salt cleo"]);
  });

  it("is nobody known where trees of the branch are missing, and that is said", async () => {
    const shop = new Shop("torn")
      .commit("ben", { salt: "1" }, "topic")
      .commit("cleo", { salt: "2", rye: "1" }, "topic")
      .merge("ada", "topic");
    const { path, gitDirectory, commitIds } = shop.builder.write(folder);
    const inner = gitText(["--git-dir", path, "rev-parse", `${commitIds[1] ?? ""}^{tree}`]);
    removeObject(gitDirectory, inner);
    expect(() => git(["--git-dir", path, "log", "--raw", "main"])).toThrow();
    expect(await authorsAt(path)).toEqual(["rye ?", "salt ?"]);
    const { problems, mainlineCommitsCount } = await readFound(foundAt(path, folder));
    expect(mainlineCommitsCount).toBe(2);
    expect(problems).toMatchObject([{ problem: { code: "authors-unknown" } }]);
  });
});
