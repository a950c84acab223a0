import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chooseDefaultBranch } from "#sources/git/default-branch.ts";
import { listRefs } from "#sources/git/refs.ts";
import { git } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { foundAt, readFound } from "../read-found.ts";

const ada = "Ada Signal <ada@railway.example>";
const day = (at: string, on?: string) => ({
  at,
  author: ada,
  message: "Lamp",
  files: { "lamp.txt": at },
  ...(on === undefined ? {} : { on }),
});
let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-branch-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A bare mirror with these branches, the first made first, whose HEAD names a branch that is gone. */
function mirror(...branches: readonly string[]): string {
  const [first = "main", ...others] = branches;
  const built = repository("lamps", { defaultBranch: first }).commit(day("2024-01-01"));
  for (const [index, name] of others.entries()) built.commit(day(`2024-02-0${index + 1}`, name));
  const { path } = built.write(root);
  git(["symbolic-ref", "HEAD", "refs/heads/gone"], { cwd: path });
  return path;
}

describe("the default branch, where HEAD names one that is gone", () => {
  it.each([
    [["oak"], "oak"],
    [["oak", "main"], "main"],
    [["oak", "master", "develop"], "master"],
    [["develop", "trunk"], "trunk"],
    [["oak", "elm", "ash"], "ash"],
    [["oak", "HEAD"], "oak"],
    [["HEAD"], "HEAD"],
  ])("of %j is %s", async (branches, expected) => {
    const path = mirror(...branches);
    const evidence = await readFound(foundAt(path, root));
    expect(evidence).toMatchObject({ defaultBranch: expected, commitsCount: expect.any(Number) });
    expect(evidence.head).not.toBeNull();
    expect(evidence.problems).toMatchObject([
      {
        source: "git",
        problem: {
          code: "default-branch-gone",
          text: `HEAD names branch gone, which is gone; ${expected} was read`,
        },
      },
    ]);
  });

  it("is none of the requests to pull", async () => {
    const path = mirror("oak");
    git(["update-ref", "refs/pull/7/head", "refs/heads/oak"], { cwd: path });
    git(["update-ref", "-d", "refs/heads/oak"], { cwd: path });
    expect(await listRefs(path, path)).toMatchObject({ head: null, goneDefaultBranch: null });
  });

  it("is the remote's new one in a clone that was pruned, not the old one that is checked out", async () => {
    const { path: origin } = repository("lamps", { defaultBranch: "master" })
      .commit(day("2024-01-01"))
      .write(root);
    const clone = join(root, "clone");
    git(["clone", "--quiet", "--template=", origin, clone]);
    git(["branch", "--move", "master", "main"], { cwd: origin });
    git(["update-ref", "refs/heads/topic", "refs/heads/main"], { cwd: origin });
    git(["fetch", "--quiet", "--prune"], { cwd: clone });
    const directory = join(clone, ".git");
    expect(await listRefs(directory, directory)).toMatchObject({
      defaultBranch: "main",
      goneDefaultBranch: "master",
    });
  });

  it("is the one that HEAD names, where it is there: nothing is said", async () => {
    const { path } = repository("lamps", { defaultBranch: "oak" })
      .commit(day("2024-01-01"))
      .commit(day("2024-01-02", "main"))
      .write(root);
    expect(await listRefs(path, path)).toMatchObject({
      defaultBranch: "oak",
      goneDefaultBranch: null,
    });
  });

  it("is always one that there is, and the same whatever the order", async () => {
    const name = fc.constantFrom("main", "master", "oak", "elm", "HEAD", "trunk");
    const ref = fc.oneof(
      name.map((one) => `refs/heads/${one}`),
      name.map((one) => `refs/remotes/origin/${one}`),
    );
    const known = fc.record({
      refs: fc.uniqueArray(ref),
      ownHead: fc.option(ref),
      remoteHead: fc.option(name.map((one) => `refs/remotes/origin/${one}`)),
    });
    const newest = (refs: readonly string[]) => Promise.resolve(refs.toSorted()[0] ?? null);
    await fc.assert(
      fc.asyncProperty(known, async ({ refs, ownHead, remoteHead }) => {
        const of = (order: readonly string[]) =>
          chooseDefaultBranch(
            { objects: new Map(order.map((one) => [one, one])), ownHead, remoteHead },
            newest,
          );
        const chosen = await of(refs);
        expect(await of(refs.toReversed())).toEqual(chosen);
        const isBranch = (one: string) => one !== "refs/remotes/origin/HEAD";
        const isAny = refs.some(isBranch) && (ownHead !== null || remoteHead !== null);
        if (isAny) expect(refs).toContain(chosen.ref);
      }),
    );
  });
});

describe("the remote of a clone", () => {
  const remoteOf = async (configuration: string): Promise<string | null> => {
    const { path } = repository(`lamps-${String(Math.random()).slice(2)}`)
      .commit(day("2024-01-01"))
      .write(root);
    writeFileSync(join(path, "config"), `[core]\n\tbare = true\n${configuration}`);
    return (await listRefs(path, path)).remote;
  };

  it.each([
    [
      '[remote "origin"]\n\turl = git@Git.Railway.example:Signals/Lamps.git\n',
      "git.railway.example/Signals/Lamps",
    ],
    [
      '[Remote "origin"] URL = "https://git.railway.example:8443/a/b/lamps" ; ours\n',
      "git.railway.example/a/b/lamps",
    ],
    ['[remote "upstream"]\n\turl = https://github.com/railway/lamps\n', "github.com/railway/lamps"],
    [
      '[remote "fork"]\nurl = https://github.com/robin/lamps\n[remote "origin"]\nurl = https://github.com/railway/lamps\n',
      "github.com/railway/lamps",
    ],
    [
      '[remote "fork"]\nurl = https://github.com/robin/lamps\n[remote "team"]\nurl = https://github.com/railway/lamps\n[branch "main"]\nremote = team\n',
      "github.com/railway/lamps",
    ],
    [
      '[remote "fork"]\nurl = https://github.com/robin/lamps\n[remote "team"]\nurl = https://github.com/railway/lamps\n',
      null,
    ],
    [
      '[remote "origin"]\nurl = rail:lamps\n[url "https://git.railway.example/signals/"]\ninsteadOf = rail:\n',
      "git.railway.example/signals/lamps",
    ],
    [
      '[remote "origin"]\nurl = https://github.com/railway/lamps\n[url "https://mirror.example/"]\ninsteadOf = https://github.com/\n',
      "github.com/railway/lamps",
    ],
    ['[remote "origin"]\nurl = nightshed:railway/lamps.git\n', "nightshed/railway/lamps"],
    [
      '[remote "origin"]\nurl = git@ssh.dev.azure.com:v3/railway/night/lamps\n',
      "dev.azure.com/railway/night/_git/lamps",
    ],
    [
      '[remote "origin"]\nurl = "ssh://robin:p#w;d@git.railway.example/lamps"\n',
      "git.railway.example/lamps",
    ],
    ['[remote "origin"]\nurl = /srv/git/lamps.git\n', null],
    ["", null],
  ])("of %j is %s", async (configuration, expected) => {
    expect(await remoteOf(configuration)).toBe(expected);
  });
});
