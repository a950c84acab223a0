import * as fc from "fast-check";
import { expect, it } from "vitest";
import { remotePartsSource } from "#sources/manifests/git-references/remote-parts.ts";
import { shown } from "../facts-shown.ts";

const read = (path: string, ...lines: string[]) => shown(remotePartsSource, path, lines.join("\n"));

it("reads what Earthly imports and builds from other repositories, not targets of its own", () => {
  expect(
    read(
      "Earthfile",
      "VERSION 0.8",
      "IMPORT github.com/bakery/oven:v1.2.0 AS oven",
      "IMPORT ./local",
      "build:",
      "  FROM oven+base",
      "  # FROM github.com/bakery/old+base",
      "  BUILD ./sub+x",
      "  COPY (github.com/bakery/mill/flour:main+image/out --KIND=rye) .",
      "  FROM docker.io/bakery/base:1",
    ),
  ).toEqual([
    "github/bakery/oven v1.2.0 build 2 from https://github.com/bakery/oven",
    "github/bakery/mill#flour main build 8 from https://github.com/bakery/mill",
  ]);
});

it("reads modules of Dagger, includes of Task, modules of CDKTF and what Atmos copies in", () => {
  expect(
    read(
      "ci/dagger.json",
      '{"name": "till", "dependencies": [{"name": "own", "source": "./own"},',
      '{"name": "oven", "source": "github.com/bakery/oven/ci@v1.4.0", "pin": "0123456789"}]}',
    ),
  ).toEqual(["github/bakery/oven#ci v1.4.0 build 2 from https://github.com/bakery/oven"]);
  expect(
    read(
      "Taskfile.yml",
      "version: '3'",
      "includes:",
      "  oven: https://github.com/bakery/oven.git//build/tasks.yml?ref=v1.5.0",
      "  mill: { taskfile: 'https://raw.githubusercontent.com/bakery/mill/v2/Taskfile.yml' }",
      "  own: ./own",
    ),
  ).toEqual([
    "github/bakery/oven#build/tasks.yml v1.5.0 build 3 from https://github.com/bakery/oven",
    "github/bakery/mill#Taskfile.yml v2 build 4 from https://github.com/bakery/mill",
  ]);
  expect(
    read(
      "cdktf.json",
      '{"terraformModules": ["bakery/oven/aws@~> 1.2",',
      '{"name": "mill", "source": "git::https://github.com/bakery/mill.git?ref=v3"}]}',
    ),
  ).toEqual([
    "terraform/bakery/oven/aws ~> 1.2 build 1",
    "github/bakery/mill v3 build 2 from https://github.com/bakery/mill",
  ]);
  const vendor = (kind: string) =>
    read(
      "vendor.yaml",
      `kind: ${kind}`,
      "spec:",
      "  sources:",
      "    - version: 1.5.0",
      '      source: "github.com/bakery/oven.git//modules/heat?ref={{.Version}}"',
    );
  expect(vendor("AtmosVendorConfig")).toEqual([
    "github/bakery/oven#modules/heat 1.5.0 build 4 from https://github.com/bakery/oven",
  ]);
  expect(vendor("Other")).toEqual([]);
});

it("takes any text without throwing", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("Earthfile", "dagger.json", "cdktf.json", "vendor.yaml", "Taskfile.yml"),
      fc.string({ maxLength: 300 }),
      (path, text) => {
        remotePartsSource.read({ path, text });
      },
    ),
  );
});
