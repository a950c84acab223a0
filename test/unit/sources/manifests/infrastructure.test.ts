import * as fc from "fast-check";
import { expect, it } from "vitest";
import { deliveryManifestSources } from "#sources/manifests/delivery.ts";
import { infrastructureManifestSources } from "#sources/manifests/infrastructure.ts";
import { allSources } from "#sources/registry.ts";

const sources = [...infrastructureManifestSources, ...deliveryManifestSources];

const paths = [
  "pom.xml",
  "shop/build.gradle.kts",
  "settings.gradle",
  "gradle/libs.versions.toml",
  "build.sbt",
  "project/Dependencies.scala",
  "Oven.csproj",
  "Directory.Packages.props",
  "packages.config",
  "Dockerfile",
  "compose.yaml",
  ".github/workflows/bake.yml",
  "actions/knead/action.yml",
  ".gitlab-ci.yml",
  "templates/knead.yml",
  "charts/oven/Chart.yaml",
  "infra/modules/oven/variables.tf",
  "overlays/kustomization.yaml",
  ".gitmodules",
  "main.tofu",
  "main.tf.json",
  "live/terragrunt.hcl",
  "azure-pipelines.yml",
  "Jenkinsfile",
  "vars/bake.groovy",
  "config/jenkins.yaml",
  ".circleci/config.yml",
  ".buildkite/pipeline.yml",
  "plugin.yml",
  "bitbucket-pipelines.yml",
  ".drone.yml",
  "concourse/bake.yml",
  ".travis.yml",
  ".copier-answers.yml",
  ".cruft.json",
  "default.xml",
  "vendir.yml",
  "jsonnetfile.json",
  "west.yml",
  "lib/oven/.gitrepo",
  "docker-bake.hcl",
  "docker-bake.json",
  ".devcontainer/devcontainer.json",
  "skaffold.yaml",
  ".goreleaser.yaml",
  "Makefile",
  "helmfile.yaml",
  "argocd/oven.yaml",
  "requirements.yml",
  "meta/main.yml",
  "galaxy.yml",
  "Puppetfile",
  "Berksfile",
  "image.pkr.hcl",
] as const;

/** Pieces that parsers of these formats stumble over. */
const shards = [
  "<project>",
  "</project>",
  "<dependency>",
  "<![CDATA[",
  "<!--",
  "<!DOCTYPE a [<!ENTITY a 'b'>]>",
  "&a;",
  "&amp;",
  'module "a" {\n',
  'source = "./b"\n',
  "}",
  "{",
  "[",
  "]",
  "(",
  "<<EOF\n",
  "EOF\n",
  '"',
  "'",
  "${",
  "}}",
  "${{ env.A }}",
  "jobs:\n",
  "  bake:\n",
  "    uses: ./x\n",
  "    steps:\n",
  "      - uses: a/b@v1\n",
  "- ",
  "*a",
  "&a ",
  "<<: *a\n",
  "on: workflow_call\n",
  "FROM $A AS b\n",
  "ARG A=$A\n",
  "COPY --from=x a b\n",
  "RUN <<X\n",
  "\\\n",
  "# escape=`\n",
  "include:\n",
  "spec:\n---\n",
  "implementation 'a:b:$c'\n",
  'libraryDependencies += "a" %% "b" % c\n',
  "[libraries]\n",
  'a = { module = "b:c" }\n',
  '[submodule "a"]\n',
  "url = ../b\n",
  "mod 'a/b', :git => 'https://github.com/a/b'\n",
  "@Library('a@b') _\n",
  "library identifier: 'a@b', retriever: modernSCM([remote: 'https://github.com/a/b'])\n",
  "globalLibraries:\n  libraries:\n  - name: a\n",
  "apiVersion: argoproj.io/v1\nspec: { repoURL: https://github.com/a/b }\n",
  "releases:\n- chart: a/b\n",
  "repos:\n- repo: https://github.com/a/b\n  rev: v1\n",
  "steps:\n- plugins: [a/b#v1]\n",
  "orbs: { a: b/c@1 }\n",
  "roles:\n- src: a.b\n",
  "docker build -t a/b . && docker push $A\n",
  'target "a" { tags = ["a/${B}:1"] }\n',
  '<project name="a" remote="b"/>',
  "{{ .Values.a }}",
  "__proto__",
  "constructor:\n",
  "\t",
  "\r\n",
  "\n",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "é",
  "/*",
  "//",
  "#",
  ":",
  ",",
  "=",
  "@",
  "/",
  ".",
];
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...shards), fc.string({ maxLength: 5 })), { maxLength: 60 })
    .map((parts) => parts.join("")),
);

it.each(paths)("%s: reads any text without throwing, with lines inside the file", (path) => {
  const source = sources.find((one) => one.detect(path) === "history");
  expect(source).toBeDefined();
  fc.assert(
    fc.property(text, (content) => {
      const facts = source?.read({ path, text: content }) ?? {};
      const linesCount = content.split("\n").length;
      for (const { line } of [
        ...(facts.packages ?? []),
        ...(facts.dependencies ?? []),
        ...(facts.problems ?? []),
      ]) {
        if (line === null || line === undefined) continue;
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(linesCount);
      }
      for (const { purl } of [
        ...(facts.packages ?? []),
        ...(facts.dependencies ?? []),
        ...(facts.locked ?? []),
      ])
        expect(purl).toMatch(/^pkg:[a-z]+\/./);
    }),
    { numRuns: 300 },
  );
});

it("a comment without end in a devcontainer moves no line", () => {
  const content = '"roles:\n- src: a.b\n/*';
  const source = sources.find((one) => one.detect(".devcontainer/devcontainer.json") === "history");
  const lines = source
    ?.read({ path: ".devcontainer/devcontainer.json", text: content })
    .problems?.map(({ line }) => line ?? 1);
  expect(lines?.length).toBeGreaterThan(0);
  expect(Math.max(...(lines ?? []))).toBeLessThanOrEqual(3);
});

it("gives every path to one source at most, and leaves vendored copies alone", () => {
  for (const path of paths) {
    // Commands are looked for in files of many formats, each of which has its own reader.
    const readers = sources.filter((one) => one.detect(path) === "history");
    expect(readers.filter(({ id }) => id !== "script-installs")).toHaveLength(1);
    expect(sources.filter((one) => one.detect(`node_modules/x/${path}`) !== "none")).toEqual([]);
  }
  for (const path of [
    "README.md",
    "src/oven.ts",
    "Dockerfile.md",
    "values/strings.yaml",
    "a/.github/workflows/x.yml",
  ])
    expect(sources.filter((one) => one.detect(path) !== "none")).toEqual([]);
});

it("has a name of its own for every source", () => {
  const ids = allSources.files.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
