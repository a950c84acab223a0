import { describe, expect, it } from "vitest";
import type { FileFacts } from "#evidence/facts.ts";
import type { FileSource } from "#evidence/source.ts";
import { azurePipelinesSource } from "#sources/manifests/pipelines/azure-pipelines.ts";
import { bitbucketSource } from "#sources/manifests/pipelines/bitbucket.ts";
import { buildkiteSource } from "#sources/manifests/pipelines/buildkite.ts";
import { circleSource } from "#sources/manifests/pipelines/circleci.ts";
import { concourseSource, droneSource } from "#sources/manifests/pipelines/container-pipelines.ts";
import { travisSource } from "#sources/manifests/pipelines/travis.ts";

const read = (source: FileSource, path: string, lines: readonly string[]): FileFacts =>
  source.read({ path, text: lines.join("\n") });
const usesOf = ({ dependencies = [] }: FileFacts) =>
  dependencies.map(({ purl, constraint, line }) => [purl, constraint, line]);
const offersOf = ({ packages = [] }: FileFacts) => packages.map(({ purl }) => purl);

describe("Azure Pipelines", () => {
  it("uses the repositories of its resources, the files beside it and containers", () => {
    const facts = read(azurePipelinesSource, "build/azure-pipelines.yml", [
      "resources:",
      "  repositories:",
      "    - repository: stage",
      "      type: github",
      "      name: Cinema/pipelines",
      "      ref: refs/tags/v2.0.0",
      "      endpoint: forge",
      "    - repository: screens",
      "      type: git",
      "      name: Screens/templates",
      "      ref: refs/heads/main",
      "    - repository: seats",
      "      name: seats",
      "    - repository: lobby",
      "      type: bitbucket",
      "      name: cinema/lobby",
      "  containers:",
      "    - container: projector",
      "      image: registry.cinema.example/projector:4",
      "extends:",
      "  template: show.yml@stage",
      "stages:",
      "  - template: stages/open.yml",
      "  - template: /shared/close.yml",
      "  - ${{ if eq(1, 1) }}:",
      "      - template: ${{ parameters.which }}.yml",
      "  - job: x",
      "    container: projector",
      "    steps:",
      "      - script: docker build -t cinema.example/film:$(Build.BuildId) --push .",
    ]);
    expect(usesOf(facts)).toEqual([
      ["pkg:github/cinema/pipelines", "v2.0.0", 3],
      ["pkg:generic/templates?vcs_url=..%2F..%2F..%2FScreens%2F_git%2Ftemplates", "main", 8],
      ["pkg:generic/seats?vcs_url=..%2Fseats", null, 12],
      ["pkg:bitbucket/cinema/lobby", null, 14],
      ["pkg:docker/projector?repository_url=registry.cinema.example", "4", 19],
    ]);
    expect(facts.includes).toEqual([
      { path: "build/stages/open.yml", reader: "azure-pipelines" },
      { path: "shared/close.yml", reader: "azure-pipelines" },
    ]);
    expect(offersOf(facts)).toEqual(["pkg:docker/film?repository_url=cinema.example"]);
    expect(facts.problems).toBeUndefined();
  });

  it.each([
    "azure-pipelines.yml",
    "azure-pipelines-release.yaml",
    ".azuredevops/pr.yml",
    "eng/azure-pipelines/x.yml",
  ])("is read: %s", (path) => expect(azurePipelinesSource.detect(path)).toBe("history"));
});

describe("CircleCI", () => {
  it("uses orbs and images, also those of orbs in line, and pushes images", () => {
    const facts = read(circleSource, ".circleci/config.yml", [
      "orbs:",
      "  stage: Cinema/stage@3.1",
      "  own:",
      "    orbs: { seats: cinema/seats@volatile }",
      "executors:",
      "  film:",
      "    docker:",
      "      - image: cinema/film:<< parameters.tag >>",
      "      - image: cimg/postgres:16.1",
      "jobs:",
      "  build:",
      "    steps:",
      "      - run: docker push cinema/film:1",
      "      - orb-tools/publish:",
      "          orb-name: cinema/stage",
    ]);
    expect(usesOf(facts)).toEqual([
      ["pkg:generic/cinema/stage?type=circleci-orb", "3.1", 2],
      ["pkg:generic/cinema/seats?type=circleci-orb", "volatile", 4],
      ["pkg:docker/cinema/film", null, 8],
      ["pkg:docker/cimg/postgres", "16.1", 9],
    ]);
    expect(offersOf(facts)).toEqual([
      "pkg:docker/cinema/film",
      "pkg:generic/cinema/stage?type=circleci-orb",
    ]);
  });

  it("offers an orb by its sources", () => {
    expect(
      offersOf(read(circleSource, "src/@orb.yml", ["version: 2.1", "description: Screens"])),
    ).toEqual(["pkg:generic/-owner-/-repository-?type=circleci-orb"]);
  });
});

describe("Buildkite", () => {
  it("uses plugins in every form, and images that are no machines", () => {
    const facts = read(buildkiteSource, ".buildkite/pipeline.yml", [
      "env: { SCREEN: '7' }",
      "agents: { provider: gcp, image: family/film-ubuntu }",
      "steps:",
      "  - command: docker push $${REG}/film",
      "    agents: { image: 'registry.cinema.example/screen:$SCREEN' }",
      "    plugins:",
      "      - docker#v5.11.0",
      "      - cinema/stage#v1.2.3:",
      "          curtain: red",
      "      - https://git.cinema.example/house/seats-buildkite-plugin.git#v2",
      "      - ./.buildkite/plugins/own",
      "  - plugins: { cinema/lobby#v3: ~ }",
    ]);
    expect(new Set(usesOf(facts))).toEqual(
      new Set([
        ["pkg:docker/screen?repository_url=registry.cinema.example", "7", 5],
        [
          "pkg:generic/seats-buildkite-plugin?vcs_url=git%2Bhttps%3A%2F%2Fgit.cinema.example%2Fhouse%2Fseats-buildkite-plugin",
          "v2",
          10,
        ],
        ["pkg:github/buildkite-plugins/docker-buildkite-plugin", "v5.11.0", 7],
        ["pkg:github/cinema/lobby-buildkite-plugin", "v3", 12],
        ["pkg:github/cinema/stage-buildkite-plugin", "v1.2.3", 8],
      ]),
    );
  });

  it("offers a plugin, and no other tool's", () => {
    const plugin = ["name: Stage", "requirements: [docker]", "configuration: {}"];
    expect(offersOf(read(buildkiteSource, "plugin.yml", plugin))).toEqual([
      "pkg:github/-owner-/-repository-",
    ]);
    expect(read(buildkiteSource, "plugin.yml", ["name: Blocks", "main: a.B"])).toEqual({});
  });
});

describe("Bitbucket Pipelines", () => {
  it("uses pipes, shared pipelines and images", () => {
    const facts = read(bitbucketSource, "bitbucket-pipelines.yml", [
      "image: { name: 'cinema/film:2' }",
      "definitions:",
      "  imports: { shared: 'pipelines:v1:.bitbucket/all.yml' }",
      "pipelines:",
      "  default:",
      "    - step:",
      "        script:",
      "          - pipe: cinema/stage:1.2.0",
      "          - pipe: docker://cinema/seats:3",
      "          - docker build -t cinema/lobby:$X .",
      "  custom:",
      "    import: pipelines:main:open",
    ]);
    expect(new Set(usesOf(facts))).toEqual(
      new Set([
        ["pkg:bitbucket/-owner-/pipelines", "v1", 3],
        ["pkg:bitbucket/cinema/stage", "1.2.0", 8],
        ["pkg:docker/cinema/film", "2", 1],
        ["pkg:docker/cinema/seats", "3", 9],
      ]),
    );
    expect(offersOf(facts)).toEqual(["pkg:docker/cinema/lobby"]);
  });

  it("offers a pipe", () => {
    const facts = read(bitbucketSource, "pipe.yml", ["name: Stage", "image: cinema/stage:1.2.0"]);
    expect(offersOf(facts)).toEqual([
      "pkg:bitbucket/-owner-/-repository-",
      "pkg:docker/cinema/stage",
    ]);
  });
});

describe("pipelines of containers", () => {
  it("reads Drone and Woodpecker, and what their plugins push", () => {
    const facts = read(droneSource, ".woodpecker/build.yml", [
      "steps:",
      "  film: { image: 'cinema/film:2' }",
      "  push:",
      "    image: woodpeckerci/plugin-docker-buildx",
      "    settings: { repo: cinema/lobby, registry: ghcr.io }",
    ]);
    expect(usesOf(facts)).toEqual([
      ["pkg:docker/cinema/film", "2", 2],
      ["pkg:docker/woodpeckerci/plugin-docker-buildx", null, 4],
    ]);
    expect(offersOf(facts)).toEqual(["pkg:docker/cinema/lobby?repository_url=ghcr.io"]);
  });

  it("reads Concourse's resource types and the images of tasks, not what a pipeline works on", () => {
    const facts = read(concourseSource, "ci/show.yml", [
      "resource_types:",
      "  - { name: seats, type: registry-image, source: { repository: cinema/seats, tag: '1.4' } }",
      "resources:",
      "  - { name: film, type: registry-image, source: { repository: cinema/film } }",
      "jobs:",
      "  - plan:",
      "      - task: show",
      "        config:",
      "          image_resource: { type: registry-image, source: { repository: cinema/stage } }",
    ]);
    expect(usesOf(facts)).toEqual([
      ["pkg:docker/cinema/seats", "1.4", 2],
      ["pkg:docker/cinema/stage", null, 9],
    ]);
    expect(read(concourseSource, "ci/other.yml", ["image: a/b"])).toEqual({});
  });
});

it("reads imports of Travis", () => {
  const facts = read(travisSource, ".travis.yml", [
    "import:",
    "  - source: cinema/pipelines:travis/all.yml@v1.1.0",
    "  - ./ci/own.yml",
  ]);
  expect(usesOf(facts)).toEqual([["pkg:github/cinema/pipelines", "v1.1.0", 2]]);
  expect(facts.includes).toEqual([{ path: "ci/own.yml", reader: "travis" }]);
});
