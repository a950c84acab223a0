import { expect, it } from "vitest";
import { parseForgeArchive } from "#sources/manifests/forge-archive.ts";
import { preCommit } from "#sources/manifests/tooling/pre-commit.ts";
import { renovate } from "#sources/manifests/tooling/renovate.ts";

const usesOf = (source: typeof renovate, path: string, text: string) =>
  source.read({ path, text }).dependencies?.map((one) => [one.purl, one.constraint, one.line]);

it("takes presets of Renovate from their repositories", () => {
  const text = `{
  extends: ["config:recommended", "github>Cinema/presets", 'gitlab>cinema/group/more:lamps#2.1',
    "github>cinema/presets//folder/file.json5", "local>cinema/own"]
}`;
  expect(usesOf(renovate, ".github/renovate.json5", text)).toEqual([
    ["pkg:github/cinema/presets", null, 2],
    ["pkg:gitlab/cinema/group/more", "2.1", 2],
    ["pkg:generic/own?vcs_url=..%2F..%2Fcinema%2Fown", null, 3],
  ]);
});

it("sees a repository of presets by its default one", () => {
  const offers = (path: string, text: string) => renovate.read({ path, text }).packages?.length;
  expect(offers("default.json", `{ "packageRules": [] }`)).toBe(1);
  expect(offers("default.json", `{ "extends": "lamp" }`)).toBeUndefined();
  expect(renovate.detect("lamps/default.json")).toBe("none");
});

it("takes hooks from the repositories that a configuration names", () => {
  const text = `repos:
- repo: https://github.com/cinema/hooks
  rev: v1.2.0
  hooks: [{ id: lamp }]
- repo: local
- repo: git@git.cinema.example:tools/more.git
  rev: 0ff1ce
`;
  expect(usesOf(preCommit, ".pre-commit-config.yaml", text)).toEqual([
    ["pkg:github/cinema/hooks", "v1.2.0", 2],
    ["pkg:generic/more?vcs_url=git%2Bhttps%3A%2F%2Fgit.cinema.example%2Ftools%2Fmore", "0ff1ce", 6],
  ]);
  const offer = preCommit.read({ path: ".pre-commit-hooks.yaml", text: "- id: lamp\n" });
  expect(offer.packages?.[0]?.kind).toBe("tooling");
});

it.each([
  ["https://github.com/cinema/lamp/archive/refs/tags/v1.2.tar.gz", "github.com/cinema/lamp v1.2"],
  ["https://github.com/cinema/lamp/archive/main.zip", "github.com/cinema/lamp null"],
  ["https://github.com/cinema/lamp/releases/download/v2/lamp.tgz", "github.com/cinema/lamp v2"],
  ["https://codeload.github.com/cinema/lamp/tar.gz/0ff1ce", "github.com/cinema/lamp 0ff1ce"],
  ["https://raw.githubusercontent.com/cinema/lamp/v3/x.ts", "github.com/cinema/lamp v3"],
  ["https://git.example.org/a/b/lamp/-/archive/v4/lamp-v4.tar.gz", "git.example.org/a/b/lamp v4"],
  ["https://bitbucket.org/cinema/lamp/get/v5.zip", "bitbucket.org/cinema/lamp v5"],
  ["https://cdn.jsdelivr.net/gh/cinema/lamp@v6/x.js", "github.com/cinema/lamp v6"],
  ["https://example.org/lamp.tgz", null],
])("reads the repository of %s", (url, expected) => {
  const found = parseForgeArchive(url);
  const shown = found && `${found.origin.replace("https://", "")} ${found.revision}`;
  expect(shown).toBe(expected);
});
