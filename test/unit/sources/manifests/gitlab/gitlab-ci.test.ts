import { expect, it } from "vitest";
import { gitlabSource } from "#sources/manifests/gitlab/gitlab-ci.ts";

it("reads includes of every kind, and images", () => {
  const facts = gitlabSource.read({
    path: ".gitlab-ci.yml",
    text: [
      "include:",
      "  - local: /ci/own.yml",
      "  - project: observatory/pipelines",
      "    ref: v3",
      "    file: [/build.yml, /deploy.yml]",
      "  - component: $CI_SERVER_FQDN/observatory/parts/calibrate@1.2.0",
      "  - component: git.example.org/optics/parts/polish@~latest",
      "  - template: Jobs/SAST.gitlab-ci.yml",
      "  - remote: https://gitlab.com/observatory/shared/-/raw/main/lint.yml",
      "variables: { LENS: '4' }",
      "image: observatory/scope:$LENS",
      "observe:",
      "  image: { name: 'registry.example.org/optics/mirror' }",
      "  services: [redis:7]",
      "  script: [look, !reference [.a, b]]",
      "  trigger:",
      "    include: [{ project: observatory/child, file: x.yml }]",
    ].join("\n"),
  });
  expect(facts.problems).toBeUndefined();
  expect(facts.dependencies?.map(({ purl, constraint, line }) => [purl, constraint, line])).toEqual(
    [
      ["pkg:gitlab/observatory/pipelines#build.yml", "v3", 3],
      ["pkg:gitlab/observatory/pipelines#deploy.yml", "v3", 3],
      ["pkg:gitlab/observatory/parts#templates/calibrate", "1.2.0", 6],
      ["pkg:gitlab/optics/parts?repository_url=git.example.org#templates/polish", "~latest", 7],
      ["pkg:gitlab/gitlab-org/gitlab#lib/gitlab/ci/templates/Jobs/SAST.gitlab-ci.yml", null, 8],
      ["pkg:gitlab/observatory/shared#lint.yml", "main", 9],
      ["pkg:docker/observatory/scope", "4", 11],
      ["pkg:docker/optics/mirror?repository_url=registry.example.org", null, 13],
      ["pkg:docker/redis", "7", 14],
      ["pkg:gitlab/observatory/child#x.yml", null, 17],
    ],
  );
});

it("offers a component, and not a chart's template of the same place", () => {
  const read = (text: string) => gitlabSource.read({ path: "templates/calibrate.yml", text });
  expect(
    read("spec:\n  inputs:\n    lens: {}\n---\ncalibrate:\n  script: [go]\n").packages,
  ).toEqual([
    {
      purl: "pkg:gitlab/-owner-/-repository-#templates/calibrate",
      kind: "tooling",
      version: null,
      isPrivate: false,
      line: 1,
    },
  ]);
  expect(read("kind: Service\nspec:\n  ports: {{ .Values.ports }}\n").packages).toBeUndefined();
  expect(read("{{ if .Values.on }}\nkind: Service\n{{ end }}\n")).toEqual({});
});

const readAt = (path: string, lines: readonly string[]) =>
  gitlabSource.read({ path, text: lines.join("\n") });

it("follows files of the same repository, from its root, by name and by pattern", () => {
  const facts = readAt(".gitlab-ci.yml", [
    "include:",
    "  - /ci/lenses.yml",
    "  - local: 'ci/mirrors.yml'",
    "    rules: [{ if: $CI }]",
    "  - local: /ci/**.yml",
    "  - local: $WHERE/x.yml",
    "night:",
    "  trigger:",
    "    include:",
    "      - local: ci/night.yml",
    "      - artifact: made.yml",
    "        job: make",
  ]);
  expect(facts.includes).toEqual([
    { path: "ci/lenses.yml", reader: "gitlab-ci" },
    { path: "ci/mirrors.yml", reader: "gitlab-ci" },
    { path: "ci/**.yml", reader: "gitlab-ci" },
    { path: "ci/night.yml", reader: "gitlab-ci" },
  ]);
  expect(facts.problems).toMatchObject([{ code: "unsupported", line: 6 }]);
});

it("puts in variables that the file or GitLab sets", () => {
  const facts = readAt(".gitlab-ci.yml", [
    "variables: { RELEASE: v3.1.0 }",
    "include:",
    "  - project: $CI_PROJECT_ROOT_NAMESPACE/pipelines",
    "    file: $KIND.yml",
    "    ref: $RELEASE",
    "  - component: $CI_SERVER_FQDN/$CI_PROJECT_PATH/polish@$CI_COMMIT_SHA",
    "observe:",
    "  variables: { LENS: '4' }",
    "  image: ${CI_DEPENDENCY_PROXY_GROUP_IMAGE_PREFIX}/scope:$LENS",
    "publish:",
    "  image: gcr.io/kaniko-project/executor:v1",
    "  script:",
    "    - /kaniko/executor --context . --destination $CI_REGISTRY_IMAGE/dome:$CI_COMMIT_TAG",
    "    - docker build -t $CI_REGISTRY_IMAGE .",
  ]);
  expect(facts.dependencies?.map(({ purl, constraint }) => [purl, constraint])).toEqual([
    ["pkg:gitlab/-owner-/pipelines", "v3.1.0"],
    ["pkg:gitlab/-owner-/-repository-#templates/polish", null],
    ["pkg:docker/scope", "4"],
    ["pkg:docker/kaniko-project/executor?repository_url=gcr.io", "v1"],
  ]);
  expect(facts.packages?.map(({ purl }) => purl)).toEqual([
    "pkg:docker/-owner-/-repository-/dome?repository_url=registry.gitlab.com",
    "pkg:docker/-owner-/-repository-?repository_url=registry.gitlab.com",
  ]);
});

it("takes the default of a component's input", () => {
  const facts = readAt("templates/polish/template.yml", [
    "spec:",
    "  inputs:",
    "    lens: { default: 'observatory/lens:2' }",
    "    other: {}",
    "---",
    "polish:",
    "  image: $[[ inputs.lens ]]",
    "grind:",
    "  image: $[[ inputs.other ]]",
  ]);
  expect(facts.dependencies).toMatchObject([
    { purl: "pkg:docker/observatory/lens", constraint: "2" },
  ]);
  expect(facts.packages?.[0]?.purl).toBe("pkg:gitlab/-owner-/-repository-#templates/polish");
});

it("reads pipelines of other names where templates are kept, and nothing else there", () => {
  const include = ["include:", "  - project: observatory/pipelines", "    file: x.yml"];
  for (const path of ["ci/all.yml", ".gitlab/ci/build.yml", "jobs/lint.yaml"]) {
    expect(gitlabSource.detect(path)).toBe("history");
    expect(readAt(path, include).dependencies).toHaveLength(1);
    expect(readAt(path, ["resources:", "  - name: x"])).toEqual({});
  }
  expect(gitlabSource.detect("src/all.yml")).toBe("none");
});
