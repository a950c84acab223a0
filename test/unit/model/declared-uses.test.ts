import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declaredUses, fixedVersion } from "#model/declared-uses.ts";
import { born, build, file, needs, repository } from "./observatory.ts";

const at = (seconds: number) => ({ commit: `c${String(seconds)}`, at: seconds });
const lens = (value: string | null, purl = "pkg:golang/git.example/glass/lens") =>
  needs(purl, { spans: [{ value, from: at(born), to: null }] });
const locked = (purl: string) => [{ purl, spans: [{ value: "9.0.0", from: at(born), to: null }] }];

function found(files: Parameters<typeof repository>[1]): string[] {
  const repositories = [repository("dome", files)];
  const { components } = build(repositories).organisation;
  return declaredUses(components, repositories).map(
    ({ path, purl, version }) => `${path} ${purl.split("/").at(-1) ?? ""} ${version}`,
  );
}

describe("versions that manifests fix", () => {
  // Each ecosystem's own page on what a constraint allows.
  it.each([
    ["pkg:golang/a/b", "v1.5.0", "1.5.0"],
    ["pkg:golang/a/b", "v0.0.0-20230101000000-abcdef123456", "0.0.0-20230101000000-abcdef123456"],
    ["pkg:golang/a/b", "v2.0.0+incompatible", "2.0.0+incompatible"],
    ["pkg:maven/a/b", "1.5.0", "1.5.0"],
    ["pkg:maven/a/b", "4.1.0.Final", "4.1.0.Final"],
    ["pkg:maven/a/b", "[1.5.0]", "1.5.0"],
    ["pkg:maven/a/b", "20231013", "20231013"],
    ["pkg:maven/a/b", "1.5.0!!", "1.5.0"],
    ["pkg:maven/a/b", "[1.0,2.0)", null],
    ["pkg:maven/a/b", "1.+", null],
    ["pkg:maven/a/b", "${lens.version}", null],
    ["pkg:nuget/a", "13.0.1", "13.0.1"],
    ["pkg:nuget/a", "[13.0.1]", "13.0.1"],
    ["pkg:nuget/a", "1.2.3.4", "1.2.3.4"],
    ["pkg:nuget/a", "13.*", null],
    ["pkg:npm/a", "1.5.0", "1.5.0"],
    ["pkg:npm/a", "=1.5.0", "1.5.0"],
    ["pkg:npm/a", "^1.5.0", null],
    ["pkg:npm/a", "1.5", null],
    ["pkg:npm/a", "1.x", null],
    ["pkg:pypi/a", "==1.5", "1.5"],
    ["pkg:pypi/a", "===1.5", "1.5"],
    ["pkg:pypi/a", "== 1.5.post1", "1.5.post1"],
    ["pkg:pypi/a", "==1.5.*", null],
    ["pkg:pypi/a", ">=1.5", null],
    ["pkg:gem/a", "1.5.0", "1.5.0"],
    ["pkg:gem/a", "= 1.5.0", "1.5.0"],
    ["pkg:gem/a", "~> 1.5.0", null],
    ["pkg:cargo/a", "1.5.0", null],
    ["pkg:cargo/a", "=1.5.0", "1.5.0"],
    ["pkg:composer/a/b", "1.5.0", "1.5.0"],
    ["pkg:composer/a/b", "1.5.x-dev", null],
    ["pkg:hex/a", "== 1.5.0", "1.5.0"],
    ["pkg:pub/a", "1.5.0", "1.5.0"],
    ["pkg:githubactions/a/b", "v4.1.2", "4.1.2"],
    ["pkg:githubactions/a/b", "v4", null],
    ["pkg:docker/a", "1.5.0", null],
    ["pkg:npm/a", null, null],
  ])("of %s by %j: %j", (purl, constraint, version) => {
    expect(fixedVersion(purl, constraint)).toBe(version);
  });

  it("count where no lock file at or above the manifest holds the package", () => {
    const mount = "pkg:npm/mount";
    expect(found([file("go.mod", { dependencies: [lens("v1.5.0")] })])).toEqual([
      "go.mod lens 1.5.0",
    ]);
    expect(
      found([
        file("package.json", { dependencies: [lens("1.0.0", mount)] }),
        file("package-lock.json", { source: "locks", locked: locked(mount) }),
        file("apps/sky/package.json", { dependencies: [lens("1.0.0", mount)] }),
      ]),
    ).toEqual([]);
    expect(
      found([
        file("package.json", { dependencies: [lens("1.0.0", mount)] }),
        file("apps/sky/package.json", { dependencies: [lens("1.0.0", mount)] }),
        file("apps/sky/package-lock.json", { source: "locks", locked: locked(mount) }),
      ]),
    ).toEqual(["package.json mount 1.0.0"]);
  });

  it("do not count in tests and examples, nor for what lies in the repository", () => {
    expect(
      found([
        file("go.mod", { dependencies: [needs("pkg:golang/dome/here", { localPath: "here" })] }),
        file("examples/tour/go.mod", { dependencies: [lens("v1.5.0")] }),
      ]),
    ).toEqual([]);
  });

  it("are read from any constraint without failing", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const version = fixedVersion("pkg:maven/a/b", text);
        return version === null || text.includes(version);
      }),
      { numRuns: 50 },
    );
  });
});
