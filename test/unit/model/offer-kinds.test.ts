import { describe, expect, test } from "vitest";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { isCode, isSoftware, kindOfOffer } from "#model/offer-kinds.ts";
import { bundleTitle, thingTitle } from "#model/offer-names.ts";
import type { CapabilityKind } from "#vocabulary/structure.ts";

const kindOf = (
  purl: string,
  declared: CapabilityKind = "library",
  path = "",
  ...surface: readonly SurfaceMark[]
): CapabilityKind => kindOfOffer([{ purl, path }], declared, surface);
const mark = (name: SurfaceMark["mark"], count = 1): SurfaceMark => ({
  mark: name,
  text: name,
  count,
});

describe("kinds of what is offered", () => {
  test.each<readonly [purl: string, kind: CapabilityKind]>([
    ["pkg:docker/cinema/reel-base?repository_url=ghcr.io", "image"],
    ["pkg:helm/box-office", "chart"],
    ["pkg:githubactions/cinema/ci#.github/workflows/release.yml", "workflow"],
    ["pkg:githubactions/cinema/ci#.github/actions/splice", "action"],
    ["pkg:githubactions/cinema/splice", "action"],
    ["pkg:gitlab/cinema/ci#templates/splice", "pipeline-library"],
    ["pkg:generic/projection?type=jenkins-library", "pipeline-library"],
    ["pkg:generic/cinema%2Fsplice?type=circleci-orb", "pipeline-library"],
    ["pkg:generic/cinema.lights?type=ansible-collection", "infrastructure-module"],
    ["pkg:generic/lights?type=chef-cookbook", "infrastructure-module"],
    ["pkg:terraform/cinema/screen/aws", "infrastructure-module"],
    ["pkg:terraform/cinema/screen", "plugin"],
    ["pkg:github/cinema/stages#modules/screen", "infrastructure-module"],
    ["pkg:github/cinema/terraform-aws-screen", "infrastructure-module"],
    ["pkg:github/cinema/splice-buildkite-plugin", "pipeline-library"],
    ["pkg:github/cinema/renovate-config", "tool-configuration"],
    ["pkg:github/cinema/git-hooks", "plugin"],
    ["pkg:github/cinema/ticket-schemas", "contract"],
    ["pkg:github/cinema/film-template", "template"],
    ["pkg:github/cinema/films", "files"],
  ])("%s: %s, whatever its manifest says", (purl, kind) => {
    expect(kindOf(purl, "tooling")).toBe(kind);
  });

  test.each<readonly [purl: string, kind: CapabilityKind]>([
    ["pkg:npm/%40cinema/eslint-config", "tool-configuration"],
    ["pkg:npm/%40cinema/eslint-config-reel", "tool-configuration"],
    ["pkg:npm/%40cinema/tsconfig", "tool-configuration"],
    ["pkg:npm/%40cinema/browserslist-config", "tool-configuration"],
    ["pkg:gem/rubocop-cinema", "tool-configuration"],
    ["pkg:composer/cinema/coding-standard", "tool-configuration"],
    ["pkg:npm/%40cinema/eslint-plugin-reel", "plugin"],
    ["pkg:npm/webpack-reel-plugin", "plugin"],
    ["pkg:maven/cinema/reel-maven-plugin", "plugin"],
    ["pkg:maven/cinema/sbt-reel", "plugin"],
    ["pkg:pypi/pytest-reel", "plugin"],
    ["pkg:npm/create-cinema", "template"],
    ["pkg:npm/generator-cinema", "template"],
    ["pkg:cargo/reel-cli", "command-line-tool"],
    ["pkg:npm/%40cinema/ticket-sdk", "client-library"],
    ["pkg:gem/ticket-api-adapters", "client-library"],
    ["pkg:golang/git.example/cinema/ticket-client", "client-library"],
    ["pkg:golang/git.example/cinema/ticket-client/v7", "client-library"],
    ["pkg:nuget/cinema.tickets.client", "client-library"],
    ["pkg:npm/plugin-registry", "library"],
    ["pkg:pypi/clientele", "library"],
    ["pkg:gem/configuration", "library"],
  ])("%s: %s, as it is called", (purl, kind) => {
    expect(kindOf(purl)).toBe(kind);
  });

  test("what the manifest says more closely stands", () => {
    expect(kindOf("pkg:npm/reel-client", "ui-components")).toBe("ui-components");
    expect(kindOf("pkg:maven/cinema/cinema-parent", "tooling", "pom.xml")).toBe(
      "tool-configuration",
    );
    expect(kindOf("pkg:maven/cinema/conventions", "tooling", "build.gradle.kts")).toBe("plugin");
    expect(kindOf("pkg:nuget/cinema.tickets", "tooling", "Tickets.csproj")).toBe(
      "command-line-tool",
    );
    expect(kindOf("pkg:npm/splicer", "tooling", "package.json")).toBe("tooling");
  });

  test("signs at HEAD: views of a library, settings, contracts", () => {
    expect(kindOf("pkg:npm/reel", "library", "", mark("ui-component", 10))).toBe("ui-components");
    expect(kindOf("pkg:npm/reel", "library", "", mark("ui-component", 9))).toBe("library");
    expect(kindOf("pkg:npm/house-rules", "library", "", mark("tool-configuration"))).toBe(
      "tool-configuration",
    );
    expect(kindOf("pkg:npm/reel", "library", "", mark("tool-configuration"))).toBe("library");
    expect(kindOf("pkg:github/cinema/tickets", "tooling", "", mark("api-contract"))).toBe(
      "contract",
    );
  });

  test("of a repository taken whole the file that offers it tells", () => {
    const whole = "pkg:github/cinema/films";
    const by = (path: string) => kindOf(whole, "tooling", path);
    expect(["main.tf", ".pre-commit-hooks.yaml", "default.json", "plugin.yml"].map(by)).toEqual([
      "infrastructure-module",
      "plugin",
      "tool-configuration",
      "pipeline-library",
    ]);
  });

  test("actions and workflows together are what most of them are", () => {
    const one = (path: string) => ({ purl: `pkg:githubactions/cinema/ci#${path}`, path });
    const [action, grind, splice] = [
      "actions/a",
      ".github/workflows/b.yml",
      ".github/workflows/c.yml",
    ].map(one);
    if (action === undefined || grind === undefined || splice === undefined)
      throw new Error("three");
    expect(kindOfOffer([action, grind, splice], "tooling", [])).toBe("workflow");
    expect(kindOfOffer([action, one("actions/z"), grind], "tooling", [])).toBe("action");
  });
});

test("what is code and what is software beside it", () => {
  expect((["library", "client-library", "ui-components"] as const).every(isCode)).toBe(true);
  expect((["service", "api", "command-line-tool"] as const).map(isCode)).toEqual([
    false,
    false,
    false,
  ]);
  expect((["service", "api", "command-line-tool"] as const).every(isSoftware)).toBe(true);
  expect(
    (["image", "workflow", "tool-configuration", "files", "tooling"] as const).some(isSoftware),
  ).toBe(false);
});

describe("names", () => {
  const at = (path: string) => `pkg:githubactions/cinema/ci#${path}`;
  test.each<readonly [purls: readonly string[], name: string]>([
    [[at(".github/workflows/splice.yml")], "reels splice workflow"],
    [
      [at(".github/workflows/splice.yaml"), at(".github/workflows/cut.yml")],
      "reels cut and splice workflows",
    ],
    [[at(".github/actions/cut")], "reels cut action"],
    [["pkg:githubactions/cinema/ci"], "reels action"],
    [["pkg:githubactions/cinema/reels#reels"], "reels action"],
    [[at("cut"), at(".github/workflows/splice.yml")], "reels action and workflow"],
    [["a", "b", "c"].map((name) => at(`.github/workflows/${name}.yml`)), "reels workflows"],
    [["pkg:gitlab/cinema/ci#templates/cut"], "reels cut pipeline template"],
  ])("%j: %s", (purls, name) => {
    expect(bundleTitle("reels", purls)).toBe(name);
  });

  test("a repository called after its actions needs no further word", () => {
    const three = ["a", "b", "c"].map(at);
    expect(bundleTitle("cinema-actions", three)).toBe("cinema-actions");
    expect(bundleTitle("reactions", three)).toBe("reactions actions");
  });

  test("a part carries the name of its repository, a whole the word for what it is", () => {
    const part = "pkg:github/cinema/stages#modules/screen";
    expect(thingTitle("stages", "screen module", part, "infrastructure-module")).toBe(
      "stages/screen module",
    );
    const whole = "pkg:github/cinema/hooks";
    expect(thingTitle("hooks", "hooks module", whole, "plugin")).toBe("hooks plugin");
    expect(thingTitle("hooks", "hooks module", whole, "infrastructure-module")).toBe(
      "hooks module",
    );
  });
});
