import type { FileFacts } from "#evidence/facts.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { ProjectValues } from "../manifests/dotnet/project-values.ts";
import type { XmlElement } from "../manifests/xml-element.ts";
import { parseXml } from "../manifests/xml-scanner.ts";
import { addDotnetFramework, desktopKit } from "./dotnet-frameworks.ts";
import { MarkCounter } from "./marks.ts";

const projectFile = /\.(?:cs|fs|vb)proj$/i;
const sharedFile = /(?:^|\/)Directory\.Build\.(?:props|targets)$/i;
const nuspecFile = /\.nuspec$/i;
const testPackages =
  /^(?:microsoft\.net\.test\.sdk|xunit(?:\.v3)?|nunit|mstest(?:\.testframework|\.sdk)?|tunit|benchmarkdotnet)$/i;

/** What older projects say of their kind: https://learn.microsoft.com/visualstudio, project type GUIDs. */
const kinds: ReadonlyMap<string, readonly [mark: SurfaceMark["mark"], text: string]> = new Map([
  ["349c5851-65df-11da-9384-00065b846f21", ["web-framework", "ASP.NET"]],
  ["603c0e0b-db56-11dc-be95-000d561079b0", ["web-framework", "ASP.NET MVC"]],
  ["e53f8fea-eae0-44a6-8774-ffd645390401", ["web-framework", "ASP.NET MVC"]],
  ["efba0ad7-5a72-4c68-af49-83d382785dcf", ["mobile-app", "Xamarin"]],
  ["feacfbd2-3405-455c-9665-78fe426c6832", ["mobile-app", "Xamarin"]],
  ["6bc8ed88-2882-458c-8e55-dfd12b67127b", ["mobile-app", "Xamarin"]],
  ["a5a43c5b-de2a-4c0c-9213-0a381af9435a", ["desktop-app", "Universal Windows"]],
] as const);

/** Properties that nobody sets but for a package; a repository's address and a licence are set for packages as a rule. */
const packageProperties = [
  "packageid",
  "packagereadmefile",
  "packageicon",
  "packageiconurl",
  "packagetags",
  "packagelicenseexpression",
  "packagelicensefile",
  "packagereleasenotes",
  "generatepackageonbuild",
] as const;

/**
 * What projects of .NET say of their shape: programs by SDK, kind of output and windows, packages by what is set for packing, the
 * frameworks that they run with; `Directory.Build.props` for the projects below it, `.nuspec`.
 */
export const dotnetShape: FileSource = {
  id: "dotnet-shape",
  version: 1,
  endings: ["csproj", "fsproj", "vbproj", "props", "targets", "nuspec"],
  tellsOfItsFolder: true,
  detect: (path) =>
    (projectFile.test(path) || sharedFile.test(path) || nuspecFile.test(path)) &&
    !isForeignPath(path) &&
    !isTestPath(path)
      ? "head"
      : "none",
  read: ({ path, text }) => {
    let root: XmlElement;
    try {
      root = parseXml(text);
    } catch {
      // The source of the manifest says so.
      return {};
    }
    const counter = new MarkCounter();
    if (nuspecFile.test(path)) readNuspec(root, counter);
    else if (root.name === "Project") {
      const values = new ProjectValues(path, root);
      if (projectFile.test(path)) readProject(root, values, counter);
      else if (hasPackageProperties(values)) counter.add("library-shape", "NuGet packages below");
    }
    const surface = counter.marks();
    return surface.length === 0 ? {} : ({ surface } satisfies FileFacts);
  },
};

function readNuspec(root: XmlElement, counter: MarkCounter): void {
  const metadata = root.child("metadata");
  if (metadata?.textOf("id") == null) return;
  const types = metadata.child("packageTypes")?.all("packageType") ?? [];
  if (types.some((type) => type.attribute("name") === "Template"))
    counter.add("template", ".NET templates");
  counter.add("library-shape", "NuGet package");
}

function hasPackageProperties(values: ProjectValues): boolean {
  return packageProperties.some((name) => {
    const value = values.literal(name);
    return value !== null && value.toLowerCase() !== "false";
  });
}

function packagesOf(root: XmlElement): readonly string[] {
  const choices = root.all("Choose").flatMap((choose) => choose.children);
  return [root, ...choices]
    .flatMap((part) => part.all("ItemGroup"))
    .flatMap((group) => group.all("PackageReference"))
    .filter(
      (one) =>
        !/\ball\b/i.test(one.attribute("PrivateAssets") ?? one.textOf("PrivateAssets") ?? ""),
    )
    .flatMap((one) => one.attribute("Include") ?? []);
}

function isTrue(values: ProjectValues, name: string): boolean {
  return values.literal(name)?.toLowerCase() === "true";
}

function sdksOf(root: XmlElement): readonly string[] {
  const inside = [...root.all("Sdk"), ...root.all("Import")];
  const names = [
    ...(root.attribute("Sdk") ?? "").split(";"),
    ...inside.map((one) => one.attribute("Name") ?? one.attribute("Sdk") ?? ""),
  ];
  return names
    .map((name) => (name.trim().split("/")[0] ?? "").toLowerCase())
    .filter((name) => name !== "");
}

interface Program {
  readonly sdks: readonly string[];
  readonly packages: readonly string[];
  readonly values: ProjectValues;
}

function readProject(root: XmlElement, values: ProjectValues, counter: MarkCounter): void {
  const packages = packagesOf(root);
  if (isTrue(values, "istestproject") || packages.some((name) => testPackages.test(name))) return;
  const program: Program = { sdks: sdksOf(root), packages, values };
  const has = (mark: SurfaceMark["mark"]): boolean =>
    counter.marks().some((one) => one.mark === mark);
  readPackage(program, counter);
  readProgram(program, counter);
  if (has("application-shape")) for (const name of packages) addDotnetFramework(counter, name);
  if (isWeb(program) && has("application-shape") && !has("api-framework"))
    counter.add("web-framework", "ASP.NET Core");
}

function isWeb({ sdks }: Program): boolean {
  return sdks.includes("microsoft.net.sdk.web");
}

function readPackage({ values, packages }: Program, counter: MarkCounter): void {
  const packable = values.literal("ispackable")?.toLowerCase();
  const types = (values.literal("packagetype") ?? "").split(";").map((type) => type.trim());
  if (types.includes("Template")) counter.add("template", ".NET templates");
  if (packable === "false") counter.add("unpublished", "IsPackable false");
  else if (isTrue(values, "packastool")) {
    counter.add("application-shape", ".NET tool");
    counter.add("cli", ".NET tool");
  } else if (isTrue(values, "isroslyncomponent") || packages.some(isAnalyzerKit))
    counter.add("library-shape", "analyzer or generator");
  else if (packable === "true" || hasPackageProperties(values))
    counter.add("library-shape", "NuGet package");
}

function isAnalyzerKit(name: string): boolean {
  return /^Microsoft\.CodeAnalysis\.(?:CSharp|VisualBasic)(?:\.Workspaces)?$/i.test(name);
}

function readProgram(program: Program, counter: MarkCounter): void {
  const { sdks, packages, values } = program;
  const output = values.literal("outputtype")?.toLowerCase() ?? "";
  const isExe = output === "exe" || output === "winexe" || output === "appcontainerexe";
  const framework = `${values.literal("targetframework") ?? ""};${values.literal("targetframeworks") ?? ""}`;
  const run = (text: string): void => {
    counter.add("application-shape", text);
  };
  for (const guid of (values.literal("projecttypeguids") ?? "").split(";").slice(0, 20)) {
    const kind = kinds.get(guid.trim().replace(/[{}]/g, "").toLowerCase());
    if (
      kind === undefined ||
      (kind[0] === "mobile-app" && !isExe && !isTrue(values, "androidapplication"))
    )
      continue;
    counter.add(...kind);
    run(kind[1]);
  }
  if (isWeb(program) && output !== "library") run("ASP.NET Core");
  else if (sdks.includes("microsoft.net.sdk.worker")) run("worker service");
  else if (sdks.includes("microsoft.net.sdk.blazorwebassembly")) {
    run("Blazor WebAssembly");
    counter.add("browser-app", "Blazor WebAssembly");
  } else if (sdks.includes("aspire.apphost.sdk"))
    counter.add("unpublished", "host for development");
  else if (isFunction(program)) run("AWS Lambda or functions");
  else if (isExe) readWindows({ framework, packages, values, output }, counter);
}

function isFunction({ packages, values }: Program): boolean {
  return (
    values.has("azurefunctionsversion") ||
    values.literal("awsprojecttype")?.toLowerCase() === "lambda" ||
    packages.some((name) => /^Microsoft\.NET\.Sdk\.Functions$/i.test(name))
  );
}

function readWindows(
  {
    framework,
    packages,
    values,
    output,
  }: { framework: string; packages: readonly string[]; values: ProjectValues; output: string },
  counter: MarkCounter,
): void {
  const kit = packages.flatMap((name) => desktopKit(name) ?? [])[0];
  const isMaui = isTrue(values, "usemaui");
  if (isMaui || /-(?:android|ios)\b/.test(framework)) {
    counter.add("mobile-app", isMaui ? "MAUI" : "mobile .NET");
    counter.add("application-shape", isMaui ? "MAUI" : "mobile .NET");
    return;
  }
  const windows = isTrue(values, "usewpf")
    ? "WPF"
    : isTrue(values, "usewindowsforms")
      ? "Windows Forms"
      : isTrue(values, "usewinui")
        ? "WinUI"
        : (kit ?? (output === "winexe" ? "windows" : null));
  if (windows !== null) counter.add("desktop-app", windows);
  counter.add("application-shape", windows ?? "executable");
}
