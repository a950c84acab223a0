import { describe, expect, it } from "vitest";
import { linkedRepository, offersOf, usesOf } from "./linked-files.ts";

const project = (...lines: string[]) =>
  `<Project Sdk="Microsoft.NET.Sdk">${lines.join("")}</Project>`;
const shared = (...lines: string[]) => `<Project>${lines.join("")}</Project>`;
const items = (...lines: string[]) => `<ItemGroup>${lines.join("")}</ItemGroup>`;
const properties = (text: string) => `<PropertyGroup>${text}</PropertyGroup>`;
const use = (name: string, more = "") => `<PackageReference Include="${name}" ${more} />`;

describe("shared files of .NET", () => {
  it("give the nearest central versions, properties and items to each project, and to nothing else", () => {
    expect(
      usesOf({
        "src/Till/Till.csproj": project(items(use("Rail"), use("Track", 'VersionOverride="9"'))),
        "src/Shop/Shop.fsproj": project(items(use("Bogie", 'Version="$(BogieVersion)"'))),
        "Directory.Packages.props": shared(
          properties("<RailVersion>1.5</RailVersion>"),
          items('<PackageVersion Include="rail" Version="$(RailVersion)" />'),
        ),
        "src/Directory.Build.props": shared(
          properties("<BogieVersion>3.0</BogieVersion>"),
          items(use("Whistle", 'Version="2.0"')),
        ),
        "Directory.Build.props": shared(items(use("Hidden", 'Version="1"'))),
      }),
    ).toEqual([
      "src/Shop: nuget/bogie 3.0",
      "src/Shop: nuget/whistle 2.0",
      "src/Till: nuget/rail 1.5",
      "src/Till: nuget/track 9",
      "src/Till: nuget/whistle 2.0",
    ]);
  });

  it("reach further up where they import the one above, and other files that they import", () => {
    expect(
      usesOf({
        "src/Till/Till.csproj": project(items(use("Rail"))),
        "src/Directory.Build.props": shared(
          `<Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />`,
        ),
        "Directory.Build.props": shared(
          '<Import Project="$(MSBuildThisFileDirectory)eng\\lists.props" />',
          items(use("Whistle", 'Version="2.0"')),
        ),
        "eng/lists.props": shared(items('<PackageReference Update="Rail" Version="1.1" />')),
      }),
    ).toEqual(["src/Till: nuget/rail 1.1", "src/Till: nuget/whistle 2.0"]);
  });

  it("count where they lie only as long as no project takes them in", () => {
    const files = { "Directory.Build.targets": shared(items(use("Rail", 'Version="1"'))) };
    expect(usesOf(files)).toEqual([".: nuget/rail 1"]);
    expect(usesOf({ ...files, "till/Till.csproj": project() })).toEqual(["till: nuget/rail 1"]);
  });

  it("name packages, give their version, and keep them from being packed", () => {
    const files = {
      "src/Rail/Rail.csproj": project(),
      "Directory.Build.props": shared(
        properties(
          "<PackageId>Acme.$(MSBuildProjectName)</PackageId><VersionPrefix>4.2.0</VersionPrefix><IsPackable>false</IsPackable>",
        ),
      ),
    };
    expect(offersOf(files)).toEqual(["nuget/acme.rail 4.2.0"]);
    const packages = linkedRepository(files).files.flatMap((file) => file.packages);
    expect(packages.map((one) => one.isPrivate)).toEqual([true]);
  });
});

describe("projects of .NET", () => {
  it("are used by the package they make, also where several lie in one folder", () => {
    expect(
      usesOf({
        "app/App.csproj": project(
          items('<ProjectReference Include="..\\lib\\Rail.csproj;..\\lib\\Track.vbproj" />'),
        ),
        "lib/Rail.csproj": project(properties("<AssemblyName>Acme.Rail</AssemblyName>")),
        "lib/Track.vbproj": project(
          properties(
            "<PackageId>Acme.$(AssemblyName)</PackageId><AssemblyName>Track</AssemblyName>",
          ),
        ),
      }),
    ).toEqual(["app: nuget/acme.rail - from lib", "app: nuget/acme.track - from lib"]);
  });

  it("use what Include lists, less what Exclude and Remove take out", () => {
    expect(
      usesOf({
        "Till.csproj": project(
          items(
            '<PackageReference Include="Rail; Track;Bogie" Exclude="Track" Version="1.0" />',
            '<PackageReference Remove="Bogie" />',
            '<PackageReference Include="@(Listed)" Version="1" />',
            '<DotNetCliToolReference Include="Gauge" Version="2" />',
          ),
        ),
        "global.json": '{ "msbuild-sdks": { "Acme.Sdk": "5.0" } }',
        "Own.csproj": '<Project Sdk="Acme.Sdk"></Project>',
        ".config/dotnet-tools.json": '{ "tools": { "acme.lamp": { "version": "3.1" } } }',
      }),
    ).toEqual([
      ".: nuget/acme.sdk 5.0 (build)",
      ".: nuget/gauge 2 (development)",
      ".: nuget/rail 1.0",
      ".config: nuget/acme.lamp 3.1 (development)",
    ]);
  });

  it("use what paket's lists name, and nuspec files offer what they name", () => {
    const files = {
      "paket.dependencies":
        "source https://api.nuget.org/v3/index.json\nnuget Rail ~> 1.2 prerelease\nnuget Other 1\n",
      "src/Till/paket.references": "Rail\ngroup Test\nFile:x.fs .\n",
      "rail.nuspec":
        '<package><metadata><id>Acme.Rail</id><version>1.0</version><dependencies><group targetFramework="net8.0"><dependency id="Track" version="[2,3)" /></group></dependencies></metadata></package>',
      "own.nuspec": "<package><metadata><id>$id$</id></metadata></package>",
    };
    expect(usesOf(files)).toEqual([
      ".: nuget/track [2,3)",
      "src/Till: nuget/rail ~> 1.2 prerelease",
    ]);
    expect(offersOf(files)).toEqual(["nuget/acme.rail 1.0"]);
  });
});
