import { describe, expect, it } from "vitest";
import type { FileFacts } from "#evidence/facts.ts";
import type { FileSource } from "#evidence/source.ts";
import { projectTemplateSource } from "#sources/manifests/git-references/project-templates.ts";
import { repositoryManifestSource } from "#sources/manifests/git-references/repository-manifest.ts";
import { vendoredSourcesSource } from "#sources/manifests/git-references/vendored-sources.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";
const read = (source: FileSource, path: string, lines: readonly string[]): FileFacts =>
  source.read({ path, text: lines.join("\n") });
const usesOf = ({ dependencies = [] }: FileFacts) =>
  dependencies.map(({ purl, constraint, scope, line }) => [purl, constraint, scope, line]);

describe("templates of projects", () => {
  it.each([
    ["gh:Bakery/template", "pkg:github/bakery/template"],
    ["gl:bakery/deep/template", "pkg:gitlab/bakery/deep/template"],
    ["git+https://github.com/bakery/template.git", "pkg:github/bakery/template"],
    ["git@github.com:bakery/template.git", "pkg:github/bakery/template"],
  ])("%s", (written, purl) => {
    const facts = read(projectTemplateSource, ".copier-answers.yml", [
      "_commit: v1.2.0-3-gabcdef",
      `_src_path: ${written}`,
      "name: till",
    ]);
    expect(usesOf(facts)).toEqual([[purl, "v1.2.0-3-gabcdef", "development", 2]]);
  });

  it("are not paths of somebody's machine", () => {
    expect(read(projectTemplateSource, ".copier-answers.yml", ["_src_path: ../template"])).toEqual(
      {},
    );
  });

  it("are noted by Cruft", () => {
    const facts = read(projectTemplateSource, ".cruft.json", [
      "{",
      '  "template": "https://github.com/bakery/template",',
      `  "commit": "${commit}", "checkout": null`,
      "}",
    ]);
    expect(usesOf(facts)).toEqual([["pkg:github/bakery/template", commit, "development", 2]]);
  });

  it("are offered by a repository that is one", () => {
    expect(read(projectTemplateSource, "copier.yml", ["name: x"]).packages).toHaveLength(1);
    expect(projectTemplateSource.detect("docs/copier.yml")).toBe("none");
  });
});

describe("sources of other repositories", () => {
  it("of vendir", () => {
    const facts = read(vendoredSourcesSource, "vendir.yml", [
      "directories:",
      "  - contents:",
      "      - git: { url: 'https://github.com/bakery/oven', ref: origin/main }",
      "      - githubRelease: { slug: bakery/till, tag: v1.0.0 }",
      "      - helmChart: { name: shop, version: 2.0.0, repository: { url: 'https://charts.bakery.example' } }",
      "      - image: { url: 'registry.bakery.example/flour:3' }",
    ]);
    expect(usesOf(facts).map(([purl, version]) => [purl, version])).toEqual([
      ["pkg:github/bakery/oven", "main"],
      ["pkg:github/bakery/till", "v1.0.0"],
      ["pkg:helm/shop?repository_url=https%3A%2F%2Fcharts.bakery.example", "2.0.0"],
      ["pkg:docker/flour?repository_url=registry.bakery.example", "3"],
    ]);
  });

  it("of Jsonnet's bundler", () => {
    const facts = read(vendoredSourcesSource, "jsonnetfile.json", [
      "{",
      '\t"version": 1, "dependencies": [',
      '\t\t{ "source": { "git": { "remote": "https://github.com/bakery/oven.git", "subdir": "lib" } }, "version": "v1.0.0" }',
      "\t]",
      "}",
    ]);
    expect(usesOf(facts)).toEqual([["pkg:github/bakery/oven", "v1.0.0", "build", 3]]);
  });

  it("of West, by remotes and their defaults", () => {
    const facts = read(vendoredSourcesSource, "west.yml", [
      "manifest:",
      "  defaults: { remote: bakery, revision: v3 }",
      "  remotes: [{ name: bakery, url-base: 'https://github.com/bakery' }]",
      "  projects:",
      "    - name: oven",
      "    - { name: flour, repo-path: flour-mill, revision: v1 }",
      "    - { name: till, url: 'https://git.bakery.example/shops/till' }",
    ]);
    expect(usesOf(facts).map(([purl, version]) => [purl, version])).toEqual([
      ["pkg:github/bakery/oven", "v3"],
      ["pkg:github/bakery/flour-mill", "v1"],
      ["pkg:generic/till?vcs_url=git%2Bhttps%3A%2F%2Fgit.bakery.example%2Fshops%2Ftill", "v3"],
    ]);
  });

  it("of git-subrepo", () => {
    const facts = read(vendoredSourcesSource, "lib/oven/.gitrepo", [
      "[subrepo]",
      "\tremote = https://github.com/bakery/oven.git",
      "\tbranch = main",
      `\tcommit = ${commit}`,
    ]);
    expect(usesOf(facts)).toEqual([["pkg:github/bakery/oven", commit, "build", 2]]);
  });

  it("of Android's repo tool, also relative to the manifest's own place", () => {
    const facts = read(repositoryManifestSource, "default.xml", [
      "<manifest>",
      '  <remote name="bakery" fetch=".." />',
      '  <remote name="mill" fetch="https://git.mill.example/grain/" revision="refs/tags/v2"/>',
      '  <default remote="bakery" revision="refs/heads/main"/>',
      '  <!-- <project name="none"/> -->',
      '  <project path="a" name="oven" revision="v1.0.0" />',
      '  <project name="flour" remote="mill"/>',
      "</manifest>",
    ]);
    expect(usesOf(facts)).toEqual([
      ["pkg:generic/oven?vcs_url=..%2Foven", "v1.0.0", "build", 6],
      [
        "pkg:generic/flour?vcs_url=git%2Bhttps%3A%2F%2Fgit.mill.example%2Fgrain%2Fflour",
        "v2",
        "build",
        7,
      ],
    ]);
  });
});
