import { expect, it } from "vitest";
import type { DefinitionHistory } from "#evidence/repository-evidence.ts";
import { linkRepositories } from "#model/linking/link-repositories.ts";
import { born, build, file, needs, offers, repository } from "../observatory.ts";

const since = (at: number) => ({ commit: `c${String(at)}`, at });
const defines = (name: string, value: string, purl?: string): DefinitionHistory => ({
  name,
  ...(purl === undefined ? {} : { purl }),
  spans: [{ value, from: since(born), to: null }],
});
const takesIn = (path: string, reader: string, to: number | null = null) => ({
  path,
  reader,
  spans: [{ value: null, from: since(born), to: to === null ? null : since(to) }],
});

it("takes package and version of an entry of a catalog from the nearest that has it", () => {
  const [linked] = linkRepositories([
    repository("dome", [
      file("package.json", {
        source: "npm-package-json",
        definitions: [defines("catalog:default:lens", "1.0.0", "pkg:npm/lens")],
      }),
      file("apps/pnpm-workspace.yaml", {
        source: "npm-workspace-list",
        definitions: [defines("catalog:default:lens", "^2.0.0", "pkg:npm/%40sky/lens")],
      }),
      file("apps/roof/package.json", {
        source: "npm-package-json",
        dependencies: [needs("pkg:npm/lens", { reference: "catalog:default:lens" })],
      }),
    ]),
  ]);
  const [found] = linked?.files.at(-1)?.dependencies ?? [];
  expect(found?.purl).toBe("pkg:npm/%40sky/lens");
  expect(found?.declaredAs).toBe("pkg:npm/lens");
  expect(found?.spans.map(({ value }) => value)).toEqual(["^2.0.0"]);
});

it("names what nothing defines; a stand-in is no package, a key that is a name stays one", () => {
  const [linked] = linkRepositories([
    repository("dome", [
      file("package.json", {
        source: "npm-package-json",
        dependencies: [
          needs("pkg:npm/lens", { reference: "catalog:default:lens", line: 7 }),
          needs("pkg:generic/libs.mirror", { reference: "libs.mirror", line: 9 }),
        ],
      }),
    ]),
  ]);
  expect(linked?.files[0]?.dependencies.map(({ purl }) => purl)).toEqual(["pkg:npm/lens"]);
  expect(linked?.problems.map(({ problem }) => problem)).toEqual([
    {
      code: "unsupported",
      text: "catalog:default:lens is defined in no file that was read",
      line: 7,
    },
    { code: "unsupported", text: "libs.mirror is defined in no file that was read", line: 9 },
  ]);
});

it("gives a package the version of its workspace", () => {
  const [linked] = linkRepositories([
    repository("dome", [
      file("Cargo.toml", {
        source: "rust-cargo-toml",
        definitions: [defines("workspace.package.version", "3.1.0")],
      }),
      file("roof/Cargo.toml", {
        source: "rust-cargo-toml",
        packages: [
          offers("pkg:cargo/roof", {
            spans: [{ value: "${workspace.package.version}", from: since(born), to: null }],
          }),
        ],
      }),
    ]),
  ]);
  expect(linked?.files[1]?.packages[0]?.spans[0]?.value).toBe("3.1.0");
});

it("counts a list that others take in for each of them, as long as they do", () => {
  const day = 86_400;
  const list = file("shared/instruments.txt", {
    source: "python-requirements",
    isTakenIn: true,
    dependencies: [needs("pkg:pypi/lens")],
    includes: [takesIn("shared/base.txt", "python-requirements")],
  });
  const base = file("shared/base.txt", {
    source: "python-requirements",
    isTakenIn: true,
    dependencies: [needs("pkg:pypi/mount")],
    // Back to the one that names it: a circle.
    includes: [takesIn("shared/instruments.txt", "python-requirements")],
  });
  const program = (folder: string, to: number | null) =>
    file(`${folder}/requirements.txt`, {
      source: "python-requirements",
      dependencies: [needs("pkg:pypi/flask")],
      includes: [takesIn("shared/instruments.txt", "python-requirements", to)],
    });
  const sky = [
    repository("dome", [program("roof", null), program("floor", born + day), list, base]),
    repository("lens", [file("setup.py", { packages: [offers("pkg:pypi/lens")] })]),
    repository("mount", [file("setup.py", { packages: [offers("pkg:pypi/mount")] })]),
  ];
  const found = build(linkRepositories(sky));
  const seen = found.organisation.consumptions.map((one) => [
    one.consumerComponentId.replace(/^.*#/, ""),
    one.capabilityId.replace(/^.*!/, ""),
    one.to?.at ?? null,
  ]);
  expect(seen.map(String).toSorted()).toEqual([
    `floor,lens,${String(born + day)}`,
    `floor,mount,${String(born + day)}`,
    "roof,lens,",
    "roof,mount,",
  ]);
  expect(found.organisation.components.map(({ path }) => path)).not.toContain("shared");
});
