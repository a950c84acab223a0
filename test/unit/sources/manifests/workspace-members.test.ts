import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtFolders } from "#sources/manifests/built-folders.ts";
import { workspaceMembers } from "#sources/manifests/workspace-members.ts";

describe("members of builds at HEAD", () => {
  it.each([
    ["package.json", '{ "workspaces": { "packages": ["shops/*"] } }', ["shops/*"]],
    [
      "pnpm-workspace.yaml",
      "packages:\n  - shops/*\n  - '!shops/old'\n",
      ["shops/*", "!shops/old"],
    ],
    ["Cargo.toml", '[workspace]\nmembers = ["oven", "vendor/till"]\n', ["oven", "vendor/till"]],
    [
      "go.work",
      'go 1.22\n\nuse ./oven // the oven\nuse (\n\t./vendor-portal\n\t"../till"\n)\n',
      ["./oven", "./vendor-portal", "../till"],
    ],
    ["pom.xml", "<project><modules><module>oven</module></modules></project>", ["oven"]],
    ["settings.gradle.kts", 'include(":oven")\ninclude(":shops:till")\n', ["oven", "shops/till"]],
    ["pyproject.toml", '[tool.uv.workspace]\nmembers = ["shops/*"]\n', ["shops/*"]],
    [
      "composer.json",
      '{ "repositories": [{ "type": "path", "url": "shops/*" }, { "type": "vcs", "url": "x" }, 7] }',
      ["shops/*"],
    ],
    [
      "composer.json",
      '{ "repositories": { "till": { "type": "path", "url": "till" } } }',
      ["till"],
    ],
  ])("%s", (path, text, expected) => {
    expect(workspaceMembers.detect(path)).toBe("head");
    expect(workspaceMembers.read({ path, text })).toEqual({ workspaces: expected });
  });

  it("are none in other files, copies, or what cannot be read", () => {
    for (const path of ["README.md", "vendor/oven/go.work", "node_modules/x/package.json"])
      expect(workspaceMembers.detect(path)).toBe("none");
    for (const path of ["composer.json", "package.json", "go.work", "Cargo.toml"])
      expect(workspaceMembers.read({ path, text: "{ [" })).toEqual({});
  });
});

describe("folders that are built", () => {
  const built = (path: string, text: string) =>
    (builtFolders.read({ path, text }).builds ?? []).map(
      ({ folder, isImage }) => `${folder}${isImage ? "" : " (worked in)"}`,
    );

  it("in pipelines, from the root of the repository", () => {
    const text =
      "jobs:\n  bake:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          context: ./services/vendor\n" +
      "      - run: docker build -t till -f shops/till/Dockerfile shops/till\n      - run: npm test\n        working-directory: services/oven/\n" +
      "          file: shops/bread/Dockerfile.production\n";
    expect(built(".github/workflows/bake.yml", text)).toEqual([
      "services/vendor",
      "shops/till",
      "services/oven (worked in)",
      "shops/bread",
    ]);
  });

  it("in compose files, from their own folder", () => {
    const text =
      "services:\n  oven:\n    build: ../examples/oven\n  till:\n    build:\n      context: .\n";
    expect(built("deploy/compose.yaml", text)).toEqual(["examples/oven", "deploy"]);
    expect(built("docker-compose.yml", "services:\n  a:\n    build: https://x/y.git\n")).toEqual(
      [],
    );
  });

  it("where a host's file lies in them", () => {
    for (const file of [
      "fly.toml",
      "serverless.yml",
      "Procfile",
      "netlify.toml",
      "wrangler.toml",
    ]) {
      expect(builtFolders.detect(`examples/oven/${file}`)).toBe("head");
      expect(built(`examples/oven/${file}`, "app = 1\n")).toEqual(["examples/oven"]);
      expect(built(file, "app = 1\n")).toEqual([]);
    }
  });

  it("stay inside the repository, whatever the text", () => {
    const words = [
      "context: ",
      "build: ",
      "../",
      "./",
      "docker build ",
      "a",
      "/",
      " ",
      "\n",
      '"',
      "Dockerfile",
      "working-directory: ",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        const { builds = [] } = builtFolders.read({ path: "compose.yaml", text: parts.join("") });
        for (const { folder } of builds)
          expect(folder).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)|^\.$/);
      }),
    );
  });
});
