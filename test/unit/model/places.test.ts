import { describe, expect, test } from "vitest";
import { fileAtHead } from "#fixtures/evidence.ts";
import type { CatalogEntity } from "#evidence/facts.ts";
import type { HeadFile } from "#evidence/repository-evidence.ts";
import {
  asOf,
  build,
  component,
  file,
  libraries,
  needs,
  offers,
  repository,
  uses,
} from "./observatory.ts";

const manifest = (folder: string, more: Parameters<typeof file>[1] = {}) =>
  file(`${folder}/package.json`, {
    packages: [offers(`pkg:npm/${folder.replaceAll("/", "-")}`)],
    ...more,
  });

/** Paths of the components of a repository with a manifest in each of these folders. */
function pathsOf(folders: readonly string[], headFiles: readonly HeadFile[] = []): string[] {
  const found = build([
    repository(
      "dome",
      folders.map((one) => manifest(one)),
      { headFiles },
    ),
  ]);
  return found.organisation.components.map(({ path }) => path).filter((path) => path !== ".");
}

const owners = (...patterns: string[]) =>
  fileAtHead("CODEOWNERS", {
    ownerRules: patterns.map((pattern) => ({ pattern, owners: ["@o/t"], line: 1 })),
  });
const members = (...workspaces: string[]) => fileAtHead("package.json", { workspaces });
const builds = (folder: string, isImage = true) =>
  fileAtHead(".github/workflows/dome.yml", { builds: [{ folder, isImage }] });
const described = (path: string, ...names: string[]): HeadFile =>
  fileAtHead(path, {
    entities: names.map((name): CatalogEntity => ({
      kind: "Component",
      name,
      namespace: null,
      title: null,
      description: null,
      type: "service",
      lifecycle: "production",
      owner: "stargazers",
      system: null,
      domain: null,
      subcomponentOf: null,
      providesApis: [],
      consumesApis: [],
      dependsOn: [],
      tags: [],
      repository: null,
      line: 1,
    })),
  });

describe("a folder named like a copy, an example or a suite", () => {
  test.each([
    ["an owner's rule", owners("/third_party/lens/")],
    ["a member of the workspace", members("third_party/*")],
    ["an image built from it", builds("third_party/lens")],
    ["work in it", builds("third_party/lens", false)],
    ["its own description", described("third_party/lens/catalog-info.yaml", "lens")],
  ])("is a component by %s", (_, head) => {
    expect(pathsOf(["third_party/lens"])).toEqual([]);
    expect(pathsOf(["third_party/lens"], [head])).toEqual(["third_party/lens"]);
  });

  test("by a Dockerfile of its own, and by code that depends on its path", () => {
    const image = file("vendor/portal/Dockerfile", { source: "dockerfile" });
    const user = file("package.json", {
      dependencies: [needs("pkg:npm/vendor-portal", { localPath: "vendor/portal" })],
    });
    for (const more of [image, user]) {
      const found = build([repository("dome", [manifest("vendor/portal"), more])]);
      expect(found.organisation.components.map(({ path }) => path)).toContain("vendor/portal");
    }
  });

  test("beside components: named after what it does", () => {
    expect(pathsOf(["services/vendor", "services/buyer"])).toEqual([
      "services/buyer",
      "services/vendor",
    ]);
    expect(pathsOf(["apps/docs", "apps/web"])).toEqual(["apps/docs", "apps/web"]);
    expect(pathsOf(["vendor", "web"])).toEqual(["web"]);
    expect(pathsOf(["apps/tests", "apps/web"])).toEqual(["apps/web"]);
  });

  test("not by a rule that only takes it in, nor by a member that is left out again", () => {
    expect(pathsOf(["third_party/lens"], [owners("*", "/third_party/", "**/lens")])).toEqual([]);
    expect(pathsOf(["examples/sky"], [members("examples/*", "!examples/sky")])).toEqual([]);
  });

  test("builds take in their tests as members too; under a longer name they may be applications", () => {
    const all = [members("tests/*", "integration-tests/*", "lens-tests")];
    const folders = ["tests/sky", "integration-tests/sky", "lens-tests"];
    expect(pathsOf(folders, all)).toEqual(["integration-tests/sky"]);
    expect(pathsOf(folders)).toEqual([]);
  });

  test("a list that lies among the tests takes in their parts, and makes no components of them", () => {
    const inner = fileAtHead("lens-test-wasms/suite/package.json", { workspaces: ["*"] });
    const folders = ["lens-test-wasms/suite/sky", "smoke-tests/moon"];
    expect(pathsOf(folders, [inner])).toEqual([]);
    const outer = members("smoke-tests/*");
    expect(pathsOf(folders, [inner, outer])).toEqual(["smoke-tests/moon"]);
  });

  test("a suite is none by its image, an input of tests by nothing but a member or owner", () => {
    const image = (folder: string) => file(`${folder}/Dockerfile`, { source: "dockerfile" });
    for (const folder of ["e2e", "lib/fixtures/sky"]) {
      const found = build([repository("dome", [manifest(folder), image(folder)])]);
      expect(found.organisation.components.map(({ path }) => path)).toEqual(["."]);
      expect(pathsOf([folder], [owners(`/${folder}/`)])).toEqual([folder]);
    }
  });
});

test("build scripts are none by an owner or an image, only by what ships or depends on them", () => {
  const image = file("ci/Dockerfile", { source: "dockerfile" });
  const found = build([
    repository("dome", [manifest("ci"), image], { headFiles: [owners("/ci/"), members("ci")] }),
  ]);
  expect(found.organisation.components.map(({ path }) => path)).toEqual(["."]);
  expect(pathsOf(["ci"], [builds("ci")])).toEqual(["ci"]);
});

test("what a template describes is none, nor what lies beside the description", () => {
  const head = [described("golden-path/files/catalog-info.yaml", "${{ values.name }}")];
  expect(pathsOf(["golden-path/files", "golden-path/files/web", "dome"], head)).toEqual(["dome"]);
  expect(pathsOf(["packages/skeleton", "packages/button"])).toEqual([
    "packages/button",
    "packages/skeleton",
  ]);
  expect(pathsOf(["app/templates", "templates/web"], [members("templates/*")])).toEqual([]);
});

test("what only a build tool reads makes no component, and offers nothing", () => {
  const findings = build([
    repository("dome", [
      file("buildSrc/build.gradle.kts", { packages: [offers("pkg:maven/sky/buildSrc")] }),
      file("gradle/libs.versions.toml", { dependencies: [needs("pkg:maven/sky/lens")] }),
      file("project/Dependencies.scala", {
        source: "sbt",
        dependencies: [needs("pkg:maven/sky/mirror")],
      }),
      file("requirements/base.txt", { dependencies: [needs("pkg:pypi/lens")] }),
      file("requirements/monitoring/requirements.txt", { dependencies: [needs("pkg:pypi/lens")] }),
      manifest(".github/actions/open-dome"),
      manifest("eng"),
    ]),
  ]);
  expect(findings.organisation.components.map(({ path }) => path)).toEqual(["."]);
  expect(findings.organisation.capabilities.map(({ name }) => name)).not.toContain("buildSrc");
  expect(pathsOf(["packages/config", "packages/lens"])).toContain("packages/config");
});

describe("a folder that holds only a description", () => {
  const only = (folder: string, ...files: ReturnType<typeof file>[]) =>
    build([
      repository("dome", [file("package.json", { packages: [offers("pkg:npm/dome")] }), ...files], {
        headFiles: [described(`${folder}/catalog-info.yaml`, "dome")],
      }),
    ]).organisation.components.map(({ path }) => path);

  test("is the repository's, wherever it lies", () => {
    expect(only("catalog")).toEqual(["."]);
    expect(only(".backstage")).toEqual(["."]);
  });

  test("is a component with code of its own, or beside others", () => {
    const packed = file("shutter/package.json", { packages: [offers("pkg:npm/shutter")] });
    expect(only("shutter", packed)).toEqual([".", "shutter"]);
    const two = repository("sky", [], {
      headFiles: [
        described("moon/catalog-info.yaml", "moon"),
        described("sun/catalog-info.yaml", "sun"),
      ],
    });
    expect(build([two]).organisation.components.map(({ path }) => path)).toEqual([
      ".",
      "moon",
      "sun",
    ]);
  });
});

describe("samples", () => {
  const lens = "pkg:npm/lens";
  const monorepo = (folder: string, head: readonly HeadFile[] = []) =>
    build([
      repository(
        "dome",
        [
          file("packages/lens/package.json", { packages: [offers(lens)] }),
          manifest(folder, { dependencies: [needs(lens), needs("pkg:npm/mirror")] }),
        ],
        { headFiles: [...head, ...libraries("packages/lens/package.json")] },
      ),
      repository("mirror", [file("package.json", { packages: [offers("pkg:npm/mirror")] })]),
    ]);

  test.each([
    "sandbox",
    "test-app",
    "apps/demo",
    "lens-playground",
    "DemoApp",
    "tutorial",
    "lens-showcase",
    "hello-world",
  ])("%s is marked", (folder) => {
    const findings = monorepo(folder);
    const made = component(findings, folder.replaceAll("/", "-"));
    expect(made.surface).toContainEqual({ mark: "sample", text: folder, count: 1 });
  });

  test("what they need of their own repository is for tests; of others it is a use", () => {
    expect(uses(monorepo("examples/sky", [members("examples/*")]))).toEqual([
      "examples-sky → lens (test)",
      "examples-sky → mirror (runtime)",
    ]);
  });

  test("one that is no component is part of what lies around it, for tests", () => {
    expect(uses(monorepo("examples/sky"))).toEqual(["dome → lens (test)", "dome → mirror (test)"]);
  });
});

test("a package that calls itself a test or an example is a sample, help for tests is not", () => {
  const at = (name: string) =>
    file(`contracts/${name}/Cargo.toml`, { packages: [offers(`pkg:cargo/${name}`)] });
  const findings = build([repository("dome", ["test_auth", "example_vec", "test-kit"].map(at))]);
  const isSample = (name: string) =>
    component(findings, name).surface.some(({ mark }) => mark === "sample");
  expect(["test_auth", "example_vec", "test-kit"].map(isSample)).toEqual([true, true, false]);
});

test("a suite that is shipped is a sample, one that compose starts is part of what it tests", () => {
  const at = (path: string) => {
    const headFiles = [fileAtHead(path, { builds: [{ folder: "smoke-test", isImage: true }] })];
    return build([repository("dome", [manifest("smoke-test")], { headFiles })]).organisation;
  };
  expect(at(".github/workflows/a.yml").components.at(-1)).toMatchObject({
    path: "smoke-test",
    surface: [{ mark: "sample", text: "smoke-test", count: 1 }],
  });
  expect(at("docker-compose.yml").components.map(({ path }) => path)).toEqual(["."]);
});

test("a list of packages in src speaks of the folder above", () => {
  const findings = build([
    repository("dome", [
      file("shutter/src/requirements.txt", { dependencies: [needs("pkg:pypi/boto3")] }),
      file("mirror/src/package.json", { packages: [offers("pkg:npm/mirror")] }),
    ]),
  ]);
  expect(findings.organisation.components.map(({ path }) => path)).toEqual([
    ".",
    "mirror/src",
    "shutter",
  ]);
});

test("a component whose manifest is gone is gone, though code that names services stays", () => {
  const moment = (at: number) => ({ commit: `c${String(at)}`, at });
  const gone = [{ value: "o", from: moment(asOf - 900_000), to: moment(asOf - 500) }];
  const findings = build([
    repository("dome", [
      file("shutter/package.json", {
        spans: gone,
        packages: [offers("pkg:npm/shutter", { spans: gone })],
      }),
      file("shutter/index.js", { source: "code" }),
    ]),
  ]);
  expect(component(findings, "shutter").goneAt).toBe(asOf - 500);
});

test("an action is called after its folder, not after a stand-in", () => {
  const findings = build([
    repository("dome", [
      file("open/action.yml", {
        packages: [offers("pkg:github/-owner-/-repository-#open", { kind: "tooling" })],
      }),
      file("open/package.json", { dependencies: [needs("pkg:npm/mirror")] }),
    ]),
  ]);
  expect(component(findings, "open").path).toBe("open");
});

test("a folder above src is as old and as alive as what lies in src", () => {
  const moment = (at: number) => ({ commit: `c${String(at)}`, at });
  const findings = build([
    repository(
      "dome",
      [file("shutter/src/requirements.txt", { dependencies: [needs("pkg:pypi/boto3")] })],
      {
        folderActivity: [
          { folder: "shutter/src", born: moment(asOf - 900_000), lastHuman: moment(asOf - 9) },
        ],
      },
    ),
  ]);
  expect(component(findings, "shutter").lastHuman).toEqual(moment(asOf - 9));
});

test("says what was left out, each folder once, and why", () => {
  const places = {
    leftOut: [{ folder: "web/node_modules", sign: "installed" as const, manifestsCount: 158 }],
    leftOutCount: 1,
    admitted: [],
    templates: [],
  };
  const files = ["vendor/lens", "vendor/mirror", "examples/sky", "dome"].map((one) =>
    manifest(one),
  );
  const { leftOut } = build([repository("dome", files, { places })]);
  expect(leftOut.map(({ folder, sign, manifestsCount }) => [folder, sign, manifestsCount])).toEqual(
    [
      ["web/node_modules", "installed", 158],
      ["vendor", "vendored", 2],
      ["examples", "example", 1],
    ],
  );
});
