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
