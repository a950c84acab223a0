import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Report } from "#sections/report.ts";
import { baseName, readExpected, readSets, type Label } from "#bench/organisations/inputs.ts";
import { judgeOwners } from "#bench/organisations/owners.ts";
import { prepareClones } from "#bench/organisations/prepare.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fulcrum-organisations-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("names", () => {
  test.each([
    ["repository:github.com/cinema/popcorn", "popcorn"],
    ["cinema/popcorn", "popcorn"],
    ["https://github.com/cinema/popcorn.git", "popcorn"],
    ["popcorn/", "popcorn"],
    ["popcorn", "popcorn"],
  ])("of %s is %s", (written, name) => {
    expect(baseName(written)).toBe(name);
  });
});

describe("what others wrote down", () => {
  test("is read; a file that is not there says nothing", async () => {
    await mkdir(join(folder, "labels"));
    await writeFile(join(folder, "sets.json"), '{"cinema": ["popcorn"]}');
    await writeFile(
      join(folder, "labels", "cinema.json"),
      '[{"repo": "cinema/popcorn", "expected": "product", "confidence": "clear", "published": {"owner": "group:snacks"}}, {"repo": "cinema/reel", "expected": "either", "confidence": "arguable", "published": null}]',
    );
    expect(await readSets(folder)).toEqual(new Map([["cinema", ["popcorn"]]]));
    const expected = await readExpected(folder, "cinema");
    expect(expected).toMatchObject({ parts: [], edges: [], tolerated: [] });
    expect(expected.labels.map(({ published }) => published.owner)).toEqual(["group:snacks", null]);
  });

  test("of another form is refused with its name", async () => {
    await mkdir(join(folder, "labels"));
    await writeFile(join(folder, "labels", "cinema.json"), '[{"repo": "cinema/popcorn"}]');
    await expect(readExpected(folder, "cinema")).rejects.toThrow("cinema.json");
  });
});

describe("clones", () => {
  test("are links to the mirror with a configuration of their own; what has no mirror is named", async () => {
    const mirror = join(folder, "mirrors", "cinema+popcorn", "repo");
    await mkdir(join(mirror, "objects", "pack"), { recursive: true });
    await mkdir(join(mirror, "refs"));
    await writeFile(join(mirror, "HEAD"), "ref: refs/heads/main\n");
    await writeFile(join(mirror, "config"), "[core]\n\tbare = true\n");
    const out = join(folder, "out");
    const names = ["popcorn", "reel"];
    for (const _ of ["made", "kept"])
      expect(await prepareClones(join(folder, "mirrors"), out, "cinema", names)).toEqual(["reel"]);
    expect(await readdir(out)).toEqual(["popcorn.git"]);
    expect((await stat(join(out, "popcorn.git", "HEAD"))).ino).toBe(
      (await stat(join(mirror, "HEAD"))).ino,
    );
    const remote = "https://github.com/cinema/popcorn.git";
    expect(await readFile(join(out, "popcorn.git", "config"), "utf8")).toContain(remote);
    expect(await readFile(join(mirror, "config"), "utf8")).not.toContain(remote);
  });
});

describe("owners", () => {
  const component = (name: string, owner: string | null): Report["components"][number] =>
    ({
      id: `component:${name}`,
      repositoryId: `repository:github.com/cinema/${name}`,
      path: ".",
      ownerIds: owner === null ? [] : [`team:${owner}`],
      ownerSource: owner === null ? "unknown" : "codeowners",
    }) as Report["components"][number];
  const team = (name: string, kind = "team"): Report["teams"][number] =>
    ({ id: `team:${name}`, name, kind }) as Report["teams"][number];
  const label = (repo: string, owner: string | null): Label => ({
    repo,
    expected: "either",
    confidence: "clear",
    published: { owner },
  });

  test.each([
    ["group:snacks", "Snacks", "same"],
    ["group:default/snacks", "snacks", "same"],
    ["#snacks", "snacks", "same"],
    ["@cinema/snacks", "cinema/snacks", "same"],
    ["snacks", "drinks", "other"],
    ["snacks", null, "unknown"],
  ])("published %s, shown %s: %s", (published, shown, verdict) => {
    const report = {
      components: [component("popcorn", shown)],
      teams: shown === null ? [] : [team(shown)],
    };
    expect(judgeOwners([label("cinema/popcorn", published)], report)).toMatchObject([{ verdict }]);
  });

  test("a person who is published agrees with one person who is not named, and with no team", () => {
    const labels = [label("cinema/popcorn", "user:ada")];
    const verdictOf = (owner: Report["teams"][number]): unknown =>
      judgeOwners(labels, { components: [component("popcorn", owner.name)], teams: [owner] })[0]
        ?.verdict;
    expect(verdictOf(team("Individual-owned", "individual-owned"))).toBe("same");
    expect(verdictOf(team("snacks"))).toBe("other");
  });

  test("who publishes none is not asked; a repository that was not read is unknown", () => {
    const labels = [label("cinema/popcorn", null), label("cinema/reel", "group:lights")];
    expect(judgeOwners(labels, { components: [], teams: [] })).toMatchObject([
      { repository: "reel", verdict: "unknown", source: "unknown" },
    ]);
  });
});
