import { describe, expect, it } from "vitest";
import { dotnetShape } from "#sources/surface/dotnet-shape.ts";
import { marksOf } from "./marks-of.ts";

const sdk = (inside: string, name = "Microsoft.NET.Sdk"): string =>
  `<Project Sdk="${name}"><PropertyGroup>${inside}</PropertyGroup></Project>`;
const using = (name: string, packages: string, inside = ""): string =>
  `<Project Sdk="${name}"><PropertyGroup>${inside}</PropertyGroup><ItemGroup>${packages
    .split(" ")
    .map((one) => `<PackageReference Include="${one}" Version="1" />`)
    .join("")}</ItemGroup></Project>`;
const of = (text: string, path = "src/Till/Till.csproj") => marksOf(dotnetShape, path, text);

describe("programs", () => {
  it.each([
    [
      sdk("", "Microsoft.NET.Sdk.Web"),
      ["application-shape ASP.NET Core", "web-framework ASP.NET Core"],
    ],
    [
      using("Microsoft.NET.Sdk.Web", "Swashbuckle.AspNetCore"),
      ["api-framework OpenAPI description", "application-shape ASP.NET Core"],
    ],
    [
      using("Microsoft.NET.Sdk.Web", "Grpc.AspNetCore"),
      ["api-framework gRPC", "application-shape ASP.NET Core"],
    ],
    [
      using("Microsoft.NET.Sdk.Web", "Umbraco.Cms"),
      ["application-shape ASP.NET Core", "web-framework ASP.NET Core", "web-framework Umbraco"],
    ],
    [sdk("<OutputType>Library</OutputType>", "Microsoft.NET.Sdk.Web"), []],
    [sdk("", "Microsoft.NET.Sdk.Worker"), ["application-shape worker service"]],
    [
      sdk("", "Microsoft.NET.Sdk.BlazorWebAssembly"),
      ["application-shape Blazor WebAssembly", "browser-app Blazor WebAssembly"],
    ],
    [
      sdk("<AzureFunctionsVersion>v4</AzureFunctionsVersion><OutputType>Exe</OutputType>"),
      ["application-shape AWS Lambda or functions"],
    ],
    [sdk("<OutputType>Exe</OutputType>"), ["application-shape executable"]],
    [
      sdk("<OutputType>WinExe</OutputType><UseWPF>true</UseWPF>"),
      ["application-shape WPF", "desktop-app WPF"],
    ],
    [
      using("Microsoft.NET.Sdk", "Avalonia Avalonia.Desktop", "<OutputType>WinExe</OutputType>"),
      ["application-shape Avalonia", "desktop-app Avalonia"],
    ],
    [
      sdk(
        "<OutputType>Exe</OutputType><UseMaui>true</UseMaui><TargetFrameworks>net9.0-android;net9.0-ios</TargetFrameworks>",
      ),
      ["application-shape MAUI", "mobile-app MAUI"],
    ],
    [
      sdk("<OutputType>Exe</OutputType><PackAsTool>true</PackAsTool><PackageId>bake</PackageId>"),
      ["application-shape .NET tool", "application-shape executable", "cli .NET tool"],
    ],
    [
      '<Project ToolsVersion="12.0"><PropertyGroup><ProjectTypeGuids>{349C5851-65DF-11DA-9384-00065B846F21};{fae04ec0}</ProjectTypeGuids><OutputType>Library</OutputType></PropertyGroup></Project>',
      ["application-shape ASP.NET", "web-framework ASP.NET"],
    ],
  ])("%s", (text, expected) => {
    expect(of(text)).toEqual(expected);
  });
});

describe("packages", () => {
  it.each([
    [sdk("<IsPackable>True</IsPackable>"), ["library-shape NuGet package"]],
    [sdk("<PackageId>Bakery.Oven</PackageId>"), ["library-shape NuGet package"]],
    [sdk("<GeneratePackageOnBuild>true</GeneratePackageOnBuild>"), ["library-shape NuGet package"]],
    [sdk("<GeneratePackageOnBuild>false</GeneratePackageOnBuild>"), []],
    [sdk("<PackageReadmeFile>README.md</PackageReadmeFile>"), ["library-shape NuGet package"]],
    [sdk("<IsPackable>false</IsPackable>"), ["unpublished IsPackable false"]],
    [
      sdk("<PackageType>Template</PackageType><PackageId>T</PackageId>"),
      ["library-shape NuGet package", "template .NET templates"],
    ],
    [
      using("Microsoft.NET.Sdk", "Microsoft.CodeAnalysis.CSharp"),
      ["library-shape analyzer or generator"],
    ],
    // A class library of an application, and one for ASP.NET, are no programs.
    [sdk("<TargetFramework>net9.0</TargetFramework>"), []],
    [
      '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><PackageId>B</PackageId></PropertyGroup><ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup></Project>',
      ["library-shape NuGet package"],
    ],
    [using("Microsoft.NET.Sdk", "Microsoft.NET.Test.Sdk", "<OutputType>Exe</OutputType>"), []],
  ])("%s", (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  it("of a folder, by what is set for all projects below it", () => {
    const path = "src/Directory.Build.props";
    expect(of(sdk("<PackageIcon>i.png</PackageIcon>"), path)).toEqual([
      "library-shape NuGet packages below",
    ]);
    // A default that projects override says nothing.
    expect(of(sdk("<IsPackable>false</IsPackable>"), path)).toEqual([]);
  });

  it("by a nuspec", () => {
    const nuspec = "<package><metadata><id>Bakery.Oven</id></metadata></package>";
    expect(of(nuspec, "oven.nuspec")).toEqual(["library-shape NuGet package"]);
  });
});

it("what is no project says nothing", () => {
  for (const text of ["", "<a", "<Project", "<package/>", "<x>".repeat(200)])
    expect(dotnetShape.read({ path: "a.csproj", text })).toEqual({});
  expect(dotnetShape.detect("samples/Till/Till.csproj")).toBe("none");
});
