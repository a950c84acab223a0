import { describe, expect, it } from "vitest";
import { preCommit } from "#sources/manifests/tooling/pre-commit.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";
const read = (path: string, lines: readonly string[]) =>
  preCommit.read({ path, text: lines.join("\n") });
const usesOf = ({ dependencies = [] }: ReturnType<typeof read>) =>
  dependencies.map(({ purl, constraint, scope, line }) => [purl, constraint, scope, line]);

describe("hooks", () => {
  it("come from repositories at a revision, which may be a frozen version", () => {
    const facts = read(".pre-commit-config.yaml", [
      "repos:",
      "  - repo: local",
      "    hooks: []",
      "  - repo: https://github.com/Bakery/hooks",
      `    rev: ${commit}  # frozen: v1.4.0`,
      "  - repo: git@gitlab.com:bakery/more.git",
      "    rev: v2.0.0",
    ]);
    expect(usesOf(facts)).toEqual([
      ["pkg:github/bakery/hooks", "v1.4.0", "development", 4],
      ["pkg:gitlab/bakery/more", "v2.0.0", "development", 6],
    ]);
  });

  it("come to lefthook from remotes", () => {
    const facts = read("lefthook.yml", [
      "remotes:",
      "  - git_url: https://github.com/bakery/hooks",
      "    ref: v1.0.0",
    ]);
    expect(usesOf(facts)).toEqual([["pkg:github/bakery/hooks", "v1.0.0", "development", 2]]);
  });

  it("are offered by their list", () => {
    const { packages } = read(".pre-commit-hooks.yaml", ["- id: knead", "- id: prove"]);
    expect(packages).toMatchObject([
      { purl: "pkg:github/-owner-/-repository-", description: "pre-commit hooks: knead, prove" },
    ]);
  });
});
