import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { git } from "#fixtures/isolated-git.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { updateMirror, type MirrorSource } from "#sources/git/mirror.ts";

const ada = "Ada Oven <ada@bakery.example>";
const root = mkdtempSync(join(tmpdir(), "fulcrum-mirror-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const { signal } = new AbortController();
let count = 0;
let origin = "";
let folder = "";
const source = (): MirrorSource => ({ url: `file://${origin}`, protocol: "file", pinnedTo: null });
const refs = (): string => git(["-C", folder, "show-ref", "--heads", "--tags"]).toString();

beforeEach(() => {
  const home = join(root, String(count++));
  origin = repository("bakery", { defaultBranch: "trunk" })
    .commit({ at: "2024-01-02", author: ada, message: "Open", files: { Gemfile: "rye" } })
    .commit({ on: "oven", at: "2024-01-03", author: ada, message: "Oven", files: { a: "b" } })
    .tag("v1")
    .write(home).path;
  folder = join(home, "copies", "7", "bakery.git");
});

describe("the copy of a repository", () => {
  it("has its branches and tags, its default branch, and where it is from", async () => {
    git(["-C", origin, "update-ref", "refs/pull/1/head", "trunk"]);
    await updateMirror(folder, source(), signal);
    expect(refs()).toBe(git(["-C", origin, "show-ref", "--heads", "--tags"]).toString());
    expect(git(["-C", folder, "symbolic-ref", "HEAD"]).toString()).toBe("refs/heads/trunk\n");
    expect(git(["-C", folder, "show-ref"]).toString()).not.toContain("refs/pull");
    expect(git(["-C", folder, "config", "remote.origin.url"]).toString()).toBe(
      `file://${origin}\n`,
    );
    expect(existsSync(join(folder, "hooks"))).toBe(false);
  });

  it("follows what was pushed, forced, removed and made the default", async () => {
    await updateMirror(folder, source(), signal);
    git(["-C", origin, "update-ref", "refs/heads/trunk", "refs/heads/oven"]);
    git(["-C", origin, "branch", "-m", "oven", "proof"]);
    git(["-C", origin, "tag", "-f", "v1", "proof"]);
    git(["-C", origin, "symbolic-ref", "HEAD", "refs/heads/proof"]);
    await updateMirror(folder, source(), signal);
    expect(refs()).toBe(git(["-C", origin, "show-ref", "--heads", "--tags"]).toString());
    expect(git(["-C", folder, "symbolic-ref", "HEAD"]).toString()).toBe("refs/heads/proof\n");
  });

  it("is made anew where a killed process left it locked or half made", async () => {
    await updateMirror(folder, source(), signal);
    git(["-C", origin, "update-ref", "refs/heads/trunk", "refs/heads/oven"]);
    writeFileSync(join(folder, "refs", "heads", "trunk.lock"), "");
    writeFileSync(join(folder, "packed-refs.lock"), "");
    await updateMirror(folder, source(), signal);
    expect(refs()).toBe(git(["-C", origin, "show-ref", "--heads", "--tags"]).toString());
    expect(readdirSync(join(folder, ".."))).toEqual(["bakery.git"]);
  });

  it("stays as it was when the repository is gone, and nothing half made is left", async () => {
    await updateMirror(folder, source(), signal);
    const before = refs();
    rmSync(origin, { recursive: true });
    await expect(updateMirror(folder, source(), signal)).rejects.toMatchObject({
      code: "git-failed",
    });
    expect(refs()).toBe(before);
    const other = join(folder, "..", "other.git");
    await expect(updateMirror(other, source(), signal)).rejects.toMatchObject({
      code: "git-failed",
    });
    expect(readdirSync(join(folder, ".."))).toEqual(["bakery.git"]);
  });

  it("is fetched by the one transport that was allowed, whatever the address says", async () => {
    const pwned = join(root, "pwned");
    for (const url of [`ext::sh -c touch% ${pwned}`, `file://${origin}`, "--upload-pack=x"])
      await expect(
        updateMirror(folder, { url, protocol: "https", pinnedTo: null }, signal),
      ).rejects.toMatchObject({ code: "git-failed" });
    expect(existsSync(pwned)).toBe(false);
  });

  it("is given up when it is asked to stop", async () => {
    const stop = new AbortController();
    stop.abort(new Error("stopped"));
    await expect(updateMirror(folder, source(), stop.signal)).rejects.toThrow("stopped");
  });
});
