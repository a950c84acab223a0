import { describe, expect, test } from "vitest";
import type { OwnerRule } from "#evidence/facts.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { FileHistory, HeadFile } from "#evidence/repository-evidence.ts";
import { fileAtHead } from "#fixtures/evidence.ts";
import type { ModelFindings } from "#model/build-organisation.ts";
import { application, born, build, file, needs, offers, repository } from "./observatory.ts";

const names = ({ organisation }: ModelFindings): string[] =>
  organisation.capabilities.map(({ name }) => name).toSorted();
const insideOf = ({ organisation }: ModelFindings): string[] =>
  (organisation.inside?.capabilities ?? []).map(({ name }) => name).toSorted();

function signs(
  path: string,
  ...marks: readonly (readonly [SurfaceMark["mark"], string?])[]
): HeadFile {
  return fileAtHead(path, {
    surface: marks.map(([mark, text = "a build file"]) => ({ mark, text, count: 1 })),
  });
}

/** One repository with one manifest that declares a package, and what is seen at HEAD. */
function publisher(
  purl: string,
  path: string,
  marks: readonly (readonly [SurfaceMark["mark"], string?])[] = [],
  more: Parameters<typeof offers>[1] = {},
): ModelFindings {
  const headFiles = marks.length === 0 ? [] : [signs(path, ...marks)];
  return build([
    repository("lens", [file(path, { packages: [offers(purl, more)] })], { headFiles }),
  ]);
}

describe("a package that nobody here uses", () => {
  test.each([
    ["pkg:maven/sky/lens", "pom.xml"],
    ["pkg:nuget/sky.lens", "Lens.csproj"],
    ["pkg:golang/git.example/observatory/lens", "go.mod"],
    ["pkg:cargo/lens", "Cargo.toml"],
    ["pkg:pypi/lens", "pyproject.toml"],
    ["pkg:composer/observatory/lens", "composer.json"],
    ["pkg:npm/lens", "package.json"],
  ])("%s is offered when it is made to be installed or pushed to a registry", (purl, path) => {
    const isOffered = (...marks: Parameters<typeof signs>[1][]): boolean =>
      names(publisher(purl, path, marks)).length === 1;
    expect(isOffered()).toBe(false);
    expect(isOffered(["library-shape"])).toBe(true);
    expect(isOffered(["publishes", "a registry"])).toBe(true);
    expect(isOffered(["application-shape"])).toBe(false);
    expect(isOffered(["library-shape"], ["application-shape"])).toBe(true);
    expect(isOffered(["library-shape"], ["unpublished"])).toBe(false);
    expect(names(publisher(purl, path, [["library-shape"]], { isPrivate: true }))).toEqual([]);
  });

  test("is offered by a manifest that only libraries have, unless it runs by itself", () => {
    expect(names(publisher("pkg:gem/lens", "lens.gemspec"))).toEqual(["lens"]);
    expect(names(publisher("pkg:pub/lens", "pubspec.yaml", [["mobile-app"]]))).toEqual([]);
    expect(names(publisher("pkg:maven/sky/lens", "lens/build.gradle.kts"))).toEqual(["sky/lens"]);
  });

  test("was given up: nobody offers it any longer", () => {
    const gone = [
      { value: null, from: { commit: "a", at: born }, to: { commit: "b", at: born + 9 } },
    ];
    expect(names(publisher("pkg:gem/lens", "lens.gemspec", [], { spans: gone }))).toEqual([]);
  });

  test("is an example's", () => {
    const path = "packages/lens-demo/package.json";
    const members = fileAtHead("package.json", { workspaces: ["packages/*"] });
    const found = build([
      repository("lens", [file(path, { packages: [offers("pkg:npm/lens-demo")] })], {
        headFiles: [members, signs(path, ["library-shape"])],
      }),
    ]);
    expect(names(found)).toEqual([]);
  });

  test("is pushed from the root of its repository, to its own registry", () => {
    const pushedTo = (registry: string): string[] =>
      names(
        build([
          repository(
            "telescope",
            [
              file("package.json", {
                packages: [offers("pkg:npm/telescope", { isPrivate: true })],
              }),
              file("packages/lens/package.json", { packages: [offers("pkg:npm/lens")] }),
              file("charts/dome/Chart.yaml", {
                packages: [offers("pkg:helm/dome", { kind: "tooling" })],
              }),
            ],
            { headFiles: [signs(".github/workflows/release.yml", ["publishes", registry])] },
          ),
        ]),
      );
    expect(pushedTo("npm")).toEqual(["lens"]);
    expect(pushedTo("Helm charts")).toEqual(["dome"]);
    expect(pushedTo("ghcr.io")).toEqual([]);
  });

  test("is not pushed by what pushes the package at the root, but by what pushes all", () => {
    const pushedBy = (tool: string): ModelFindings =>
      build([
        repository(
          "telescope",
          [
            file("package.json", { packages: [offers("pkg:npm/telescope")] }),
            file("packages/lens/package.json", { packages: [offers("pkg:npm/lens")] }),
          ],
          { headFiles: [signs(".github/workflows/release.yml", ["publishes", tool])] },
        ),
      ]);
    expect(names(pushedBy("npm"))).toEqual(["telescope"]);
    expect(names(pushedBy("semantic-release"))).not.toContain("lens");
    expect(names(pushedBy("npm workspaces"))).toEqual(["lens", "telescope"]);
    expect(names(pushedBy("lerna"))).toEqual(["lens", "telescope"]);
  });
});

describe("things that are there for others by the place they stand in", () => {
  const thing = (purl: string, path: string): string[] =>
    names(publisher(purl, path, [], { kind: "tooling" }));

  test("an action at the root, no workflow and no action of the repository's own", () => {
    const action = "pkg:githubactions/observatory/lens";
    expect(thing(action, "action.yml")).toEqual(["lens action"]);
    expect(thing(`${action}#.github/actions/polish`, ".github/actions/polish/action.yml")).toEqual(
      [],
    );
    expect(thing(`${action}#.github/workflows/ci.yml`, ".github/workflows/ci.yml")).toEqual([]);
  });

  test("a module named as its registry asks, no configuration of one's own", () => {
    expect(thing("pkg:github/observatory/terraform-sky-dome", "main.tf")).toEqual([
      "terraform-sky-dome module",
    ]);
    expect(thing("pkg:github/observatory/dome#modules/roof", "modules/roof/main.tf")).toEqual([]);
    expect(thing("pkg:github/observatory/infrastructure", "main.tf")).toEqual([]);
  });

  test("hooks, pipes, presets, shared libraries", () => {
    const whole = "pkg:github/observatory/lens";
    expect(thing(whole, ".pre-commit-hooks.yaml")).toEqual(["lens plugin"]);
    expect(thing("pkg:generic/lens?type=jenkins-library", "vars/polish.groovy")).toEqual([
      "lens library",
    ]);
  });

  test("no image and no chart of an application", () => {
    expect(thing("pkg:docker/observatory/lens", "Dockerfile")).toEqual([]);
    expect(thing("pkg:helm/lens", "chart/Chart.yaml")).toEqual([]);
  });
});

describe("what only its own repository uses", () => {
  const glass = "pkg:maven/sky/glass";
  const telescope = (headFiles: readonly HeadFile[] = []) =>
    repository(
      "telescope",
      [
        file("glass/pom.xml", { packages: [offers(glass)] }),
        file("lens/pom.xml", {
          packages: [offers("pkg:maven/sky/lens")],
          dependencies: [needs(glass)],
        }),
      ],
      { headFiles },
    );

  test("is no capability, but its parts are known to build on it", () => {
    const found = build([telescope()]);
    expect(names(found)).toEqual([]);
    expect(insideOf(found)).toEqual(["sky/glass"]);
    expect(found.organisation.consumptions).toEqual([]);
    expect(found.organisation.thirdPartyUses).toEqual([]);
    expect(found.organisation.inside?.consumptions).toHaveLength(1);
  });

  test("is one as soon as another repository uses it, with all of its uses", () => {
    const dome = application("dome", file("pom.xml", { dependencies: [needs(glass)] }));
    const found = build([telescope(), dome]);
    expect(names(found)).toEqual(["sky/glass"]);
    expect(found.organisation.consumptions).toHaveLength(2);
    expect(insideOf(found)).toEqual([]);
  });

  test("is one where another team keeps the part that uses it", () => {
    const rules = (...teams: readonly string[]): OwnerRule[] =>
      teams.map((team, at) => ({
        pattern: at === 0 ? "/glass/" : "/lens/",
        owners: [`@observatory/${team}`],
        line: at + 1,
      }));
    const owned = (...teams: readonly string[]) =>
      names(build([telescope([fileAtHead("CODEOWNERS", { ownerRules: rules(...teams) })])]));
    expect(owned("grinders", "watchers")).toEqual(["sky/glass"]);
    expect(owned("grinders", "grinders")).toEqual([]);
    expect(owned("grinders")).toEqual([]);
  });

  test("is a workflow, whatever other workflows of it others call", () => {
    const purl = (name: string) => `pkg:githubactions/observatory/ci#.github/workflows/${name}.yml`;
    const workflow = (name: string, ...calls: readonly string[]): FileHistory =>
      file(`.github/workflows/${name}.yml`, {
        packages: [offers(purl(name), { kind: "tooling" })],
        dependencies: calls.map((one) => needs(purl(one), { scope: "build" })),
      });
    const part = file("tools/package.json", {
      packages: [offers("pkg:npm/tools", { isPrivate: true })],
      dependencies: [needs(purl("polish"), { scope: "build" })],
    });
    const ci = repository("ci", [workflow("grind"), workflow("polish"), part]);
    const caller = application("dome", workflow("build", "grind"));
    const found = build([ci, caller]);
    expect(found.organisation.capabilities.map((one) => [one.name, one.packages])).toEqual([
      ["ci grind workflow", [purl("grind")]],
    ]);
    expect(found.organisation.consumptions).toHaveLength(1);
  });

  test("is a folder that no manifest declares", () => {
    const roof = "pkg:github/observatory/dome#roof";
    const own = file("stand/package.json", {
      packages: [offers("pkg:npm/stand", { isPrivate: true })],
      dependencies: [needs(roof, { scope: "build" })],
    });
    expect(names(build([repository("dome", [own])]))).toEqual([]);
    const other = application("lens", file("main.tf", { dependencies: [needs(roof)] }));
    expect(names(build([repository("dome", [own]), other]))).toEqual(["dome/roof module"]);
  });
});

test("a history that two repositories share makes neither offer what the other had", () => {
  const purl = "pkg:docker/observatory/grinder";
  const at = (seconds: number) => ({ commit: `c${String(seconds)}`, at: seconds });
  const spans = [{ value: null, from: at(born), to: at(born + 50) }];
  const fork = (name: string) =>
    repository(name, [
      file("Dockerfile", { packages: [offers(purl, { kind: "tooling", spans })] }),
      file("lens/Dockerfile", { dependencies: [needs(purl, { scope: "build", spans })] }),
      file("lens/package.json", { packages: [offers("pkg:npm/lens", { isPrivate: true })] }),
    ]);
  expect(names(build([fork("telescope"), fork("telescope-north")]))).toEqual([]);
});

test("a former name stays with what took its place", () => {
  const at = (seconds: number) => ({ commit: `c${String(seconds)}`, at: seconds });
  const change = born + 500;
  const lens = repository("lens", [
    file("lens.gemspec", {
      packages: [
        offers("pkg:gem/glass", { spans: [{ value: null, from: at(born), to: at(change) }] }),
        offers("pkg:gem/lens", { spans: [{ value: null, from: at(change), to: null }] }),
      ],
    }),
  ]);
  expect(build([lens]).organisation.capabilities).toMatchObject([
    { name: "lens", formerNames: ["glass"] },
  ]);
});

test("a name that a build gave up for another in one commit stays with what took its place", () => {
  const at = (seconds: number) => ({ commit: `c${String(seconds)}`, at: seconds });
  const change = born + 500;
  const renamed = (newest: number) =>
    repository("lens", [
      file("build.gradle", {
        packages: [
          offers("pkg:maven/sky/glass", {
            spans: [{ value: "1.0", from: at(born), to: at(change) }],
          }),
          offers("pkg:maven/sky/lens", { spans: [{ value: "2.0", from: at(newest), to: null }] }),
        ],
      }),
    ]);
  const user = repository("dome", [
    file("build.gradle", { dependencies: [needs("pkg:maven/sky/lens")] }),
  ]);
  const told = (newest: number) =>
    build([renamed(newest), user]).organisation.capabilities.map(({ formerNames, releases }) => [
      formerNames,
      releases.map(({ version }) => version),
    ]);
  expect(told(change)).toEqual([[["sky/glass"], ["1.0", "2.0"]]]);
  expect(told(change + 100)).toEqual([[[], ["2.0"]]]);
});
