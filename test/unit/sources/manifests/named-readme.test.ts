import { expect, it } from "vitest";
import type { FileSource } from "#evidence/source.ts";
import { readmeNamed } from "#evidence/readme-named.ts";
import { msbuildSource } from "#sources/manifests/dotnet/msbuild.ts";
import { nuspecSource } from "#sources/manifests/dotnet/nuspec.ts";
import { pyprojectToml } from "#sources/manifests/python/pyproject-toml.ts";
import { cargoToml } from "#sources/manifests/rust/cargo-toml.ts";

const readmes = (source: FileSource, path: string, text: string) =>
  (source.read({ path, text }).definitions ?? []).flatMap(({ name, value }) =>
    name === readmeNamed ? value : [],
  );
const cargo = (line: string) =>
  readmes(cargoToml, "oven/Cargo.toml", `[package]\nname = "oven"\nversion = "1.0.0"\n${line}\n`);

it("is where manifests say that the README of a package lies", () => {
  expect(cargo(`readme = "../README.md"`)).toEqual(["README.md"]);
  expect(cargo(`readme = "docs/README.md"`)).toEqual(["oven/docs/README.md"]);
  expect(cargo(`readme = "../../README.md"`)).toEqual([]);
  expect(cargo("readme = false")).toEqual([]);
  const project = (line: string) =>
    readmes(pyprojectToml, "oven/pyproject.toml", `[project]\nname = "oven"\n${line}\n`);
  expect(project(`readme = "../README.rst"`)).toEqual(["README.rst"]);
  expect(project(`readme = { file = "OVEN.md", content-type = "text/markdown" }`)).toEqual([
    "oven/OVEN.md",
  ]);
  expect(
    readmes(
      msbuildSource,
      "src/oven/oven.csproj",
      `<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>
<None Include="..\\..\\README.md" Pack="true" PackagePath="\\" />
<None Include="NOTES.md" Pack="true" /><None Include="README.md" />
</ItemGroup></Project>`,
    ),
  ).toEqual(["README.md"]);
  expect(
    readmes(
      nuspecSource,
      "src/oven/oven.nuspec",
      `<package><metadata><id>oven</id><readme>docs\\README.md</readme></metadata>
<files><file src="..\\..\\README.md" target="docs\\" /></files></package>`,
    ),
  ).toEqual(["README.md"]);
});
