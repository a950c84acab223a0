import { expect, it } from "vitest";
import { msbuildSource } from "#sources/manifests/dotnet/msbuild.ts";
import { packagesConfigSource } from "#sources/manifests/dotnet/packages-config.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const read = (path: string, ...lines: string[]) =>
  msbuildSource.read({ path, text: lines.join("\n") });
const uses = (path: string, ...lines: string[]) =>
  (read(path, ...lines).dependencies ?? []).map(({ purl, constraint, scope, line }) => [
    purl,
    constraint,
    scope,
    line,
  ]);

it("reads packages, projects and the package of a project", () => {
  const facts = read(
    "src/Oven/Oven.csproj",
    '<Project Sdk="Microsoft.NET.Sdk">',
    "  <PropertyGroup><Version>1.10</Version><YeastVersion>3.0</YeastVersion><Description>Bakes</Description></PropertyGroup>",
    "  <ItemGroup>",
    '    <PackageReference Include="Bakery.Yeast" Version="$(YeastVersion)" />',
    '    <PackageReference Include="Bakery.Salt"><Version>2.0</Version></PackageReference>',
    '    <PackageReference Include="Bakery.Style" Version="1" PrivateAssets="all" />',
    '    <PackageReference Include="Bakery.Analyzers" Version="1" />',
    '    <PackageReference Include="Bakery.Central" />',
    '    <ProjectReference Include="..\\Tins\\Tins.csproj" />',
    "  </ItemGroup>",
    "</Project>",
  );
  expect(facts.packages).toEqual([
    {
      purl: "pkg:nuget/%24%7Bpackage-id%7D",
      kind: "library",
      version: "1.10",
      isPrivate: false,
      description: "Bakes",
      line: 1,
    },
  ]);
  expect(facts.dependencies).toEqual([
    { purl: "pkg:nuget/bakery.yeast", constraint: "3.0", scope: "runtime", line: 4 },
    { purl: "pkg:nuget/bakery.salt", constraint: "2.0", scope: "runtime", line: 5 },
    { purl: "pkg:nuget/bakery.style", constraint: "1", scope: "development", line: 6 },
    { purl: "pkg:nuget/bakery.analyzers", constraint: "1", scope: "development", line: 7 },
    {
      purl: "pkg:nuget/bakery.central",
      constraint: "${central:bakery.central}",
      scope: "runtime",
      line: 8,
    },
    {
      purl: "pkg:nuget/tins",
      constraint: null,
      scope: "runtime",
      line: 9,
      localPath: "src/Tins",
      reference: "project:src/Tins/Tins.csproj",
    },
  ]);
});

it("takes what a test project uses for tests, and reads other SDKs", () => {
  expect(
    uses(
      "Oven.Tests.fsproj",
      '<Project Sdk="Bakery.Sdk/2.1">',
      '<ItemGroup><PackageReference Include="Taste" Version="1"/></ItemGroup></Project>',
    ),
  ).toEqual([
    ["pkg:nuget/taste", "1", "test", 2],
    ["pkg:nuget/bakery.sdk", "2.1", "build", 1],
  ]);
});

it.each([
  ["web", '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>', true],
  [
    "program",
    '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>',
    true,
  ],
  [
    "tool",
    '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><PackAsTool>true</PackAsTool></PropertyGroup></Project>',
    false,
  ],
  [
    "named",
    "<Project><PropertyGroup><PackageId>Bakery.Oven</PackageId></PropertyGroup></Project>",
    false,
  ],
])("%s project: private %s", (_kind, text, isPrivate) => {
  expect(read("Oven.csproj", text).packages?.[0]?.isPrivate).toBe(isPrivate);
});

it("defines central versions, and takes global packages for development", () => {
  const facts = read(
    "Directory.Packages.props",
    "<Project><ItemGroup>",
    '<PackageVersion Include="Bakery.Central" Version="5.1" />',
    '<GlobalPackageReference Include="Bakery.Style" Version="1" />',
    "</ItemGroup></Project>",
  );
  expect(facts.packages).toBeUndefined();
  expect(facts.definitions).toEqual([{ name: "central:bakery.central", value: "5.1" }]);
  expect(facts.dependencies).toMatchObject([
    { purl: "pkg:nuget/bakery.style", scope: "development" },
  ]);
});

it("reads packages.config", () => {
  const { dependencies } = packagesConfigSource.read({
    path: "Oven/packages.config",
    text: '<packages>\n<package id="Bakery.Yeast" version="3.0" />\n<package id="Mill" version="1" developmentDependency="true" />\n</packages>',
  });
  expect(dependencies).toEqual([
    { purl: "pkg:nuget/bakery.yeast", constraint: "3.0", scope: "runtime", line: 2 },
    { purl: "pkg:nuget/mill", constraint: "1", scope: "development", line: 3 },
  ]);
});

const versions = (...lines: string[]) =>
  uses("Oven.csproj", '<Project Sdk="Microsoft.NET.Sdk">', ...lines, "</Project>").map(
    ([purl, version]) => [purl, version],
  );

it("takes the last word, and what stands under a condition only where nothing else is said", () => {
  expect(
    versions(
      "<PropertyGroup><A>1</A><A>2</A><B>1</B><B Condition=\"'$(X)' == ''\">9</B><C Condition=\"'$(C)' == ''\">7</C><D>1</D><D>$(D).5</D></PropertyGroup>",
      "<PropertyGroup Condition=\"'$(X)' == ''\"><A>9</A></PropertyGroup>",
      '<ItemGroup><PackageReference Include="a" Version="$(A)"/><PackageReference Include="b" Version="$(B)"/>',
      '<packagereference Include="c" Version="$(C)"/><PackageReference Include="d" Version="$(D)"/></ItemGroup>',
    ),
  ).toEqual([
    ["pkg:nuget/a", "2"],
    ["pkg:nuget/b", "1"],
    ["pkg:nuget/c", "7"],
    ["pkg:nuget/d", "1.5"],
  ]);
  const central = read(
    "Directory.Packages.props",
    '<Project><ItemGroup><PackageVersion Include="A" Version="1"/><PackageVersion Update="A" Version="3"/>',
    '<PackageVersion Include="B" Version="1"/></ItemGroup>',
    '<ItemGroup Condition="x"><PackageVersion Include="B" Version="2"/><PackageVersion Include="C" Version="4"/></ItemGroup></Project>',
  );
  expect(central.definitions?.map(({ name, value }) => [name, value])).toEqual([
    ["central:a", "3"],
    ["central:b", "1"],
    ["central:c", "4"],
  ]);
});

it("says which items it cannot name", () => {
  const facts = read(
    "Oven.csproj",
    '<Project><ItemGroup><PackageReference Include="@(Shared)" Version="1"/>',
    '<ProjectReference Include="..\\**\\*.csproj"/><PackageReference Include="Bakery.$([System.String]::Copy(1))"/>',
    '<Compile Include="**/*.cs"/></ItemGroup></Project>',
  );
  expect(facts.dependencies).toBeUndefined();
  expect(facts.problems?.map(({ line }) => line)).toEqual([1, 2, 2]);
});

it("does not write a long property out again and again", () => {
  const items = Array.from(
    { length: 200 },
    (_, index) => `<PackageReference Include="p${String(index)}" Version="${"$(A)".repeat(70)}"/>`,
  );
  const before = processorMilliseconds();
  const found = versions(
    `<PropertyGroup><A>${"x".repeat(4_000)}</A><B>${"x".repeat(300_000)}</B></PropertyGroup><ItemGroup>`,
    ...items,
    ...items.map((item) => item.replaceAll("$(A)", "$(B)").replace('"p', '"q')),
    "</ItemGroup>",
  );
  expect(found[0]).toEqual(["pkg:nuget/p0", "${central:p0}"]);
  expect(processorMilliseconds() - before).toBeLessThan(4_000);
});

it("reads metadata of items whatever the case of its name", () => {
  expect(
    uses(
      "Till.csproj",
      '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>',
      '<PackageReference Include="Bakery.Yeast" version="3.0" privateassets="All" />',
      '<PackageReference Include="Bakery.Salt"><version>2.0</version></PackageReference>',
      "</ItemGroup></Project>",
    ),
  ).toEqual([
    ["pkg:nuget/bakery.yeast", "3.0", "development", 2],
    ["pkg:nuget/bakery.salt", "2.0", "runtime", 3],
  ]);
});
