import type { Scope } from "#evidence/facts.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { baseName, folderOf, pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import type { XmlElement } from "../xml-element.ts";
import { parseXml } from "../xml-scanner.ts";

const projectFile = /\.(?:cs|fs|vb)proj$/i;
const sharedFile = /^Directory\.(?:Packages\.props|Build\.(?:props|targets))$/i;
const ownSdk = /^Microsoft\./i;

/** .NET projects and the shared files they inherit from: packages, projects, SDKs; the package a project makes. */
export const msbuildSource = manifestSource({
  id: "msbuild",
  version: 2,
  matches: (base) => projectFile.test(base) || sharedFile.test(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const root = parseXml(text);
    if (root.name !== "Project") return {};
    const properties = propertiesOf(root);
    const items = itemsOf(root);
    const isTest = isTestProject(path, properties, items);
    for (const item of items) readItem(facts, item, { path, properties, isTest });
    readSdks(facts, root);
    if (projectFile.test(path)) offerPackage(facts, path, root, properties, isTest);
    return facts.toFileFacts();
  },
});

type Properties = ReadonlyMap<string, string>;

interface ProjectFile {
  readonly path: string;
  readonly properties: Properties;
  readonly isTest: boolean;
}

/** Property names are case-insensitive; the first literal value counts, as conditions are not evaluated. */
function propertiesOf(root: XmlElement): Properties {
  const properties = new Map<string, string>();
  for (const group of root.all("PropertyGroup"))
    for (const { name, text } of group.children)
      if (!properties.has(name.toLowerCase())) properties.set(name.toLowerCase(), text);
  return properties;
}

function itemsOf(root: XmlElement): readonly XmlElement[] {
  const choices = root.all("Choose").flatMap((choose) => choose.children);
  return [root, ...choices]
    .flatMap((part) => part.all("ItemGroup"))
    .flatMap((group) => group.children);
}

function readItem(facts: CollectedFacts, item: XmlElement, file: ProjectFile): void {
  const include = item.attribute("Include") ?? item.attribute("Update");
  if (include === null || include === "") return;
  if (item.name === "ProjectReference") {
    if (!include.includes("$(")) useProject(facts, item, include.replaceAll("\\", "/"), file);
    return;
  }
  const version = versionOf(item, file.properties);
  if (item.name === "PackageVersion") {
    // Central versions: what the projects' references without version get.
    if (version !== null) facts.lock("nuget", include, version);
  } else if (item.name === "PackageReference" || item.name === "GlobalPackageReference")
    facts.use("nuget", include, {
      scope: scopeOf(item, include, file.isTest),
      constraint: version,
      line: item.line,
    });
}

function useProject(
  facts: CollectedFacts,
  item: XmlElement,
  include: string,
  file: ProjectFile,
): void {
  facts.use("nuget", baseName(include).replace(projectFile, ""), {
    scope: file.isTest ? "test" : "runtime",
    line: item.line,
    ...pathTarget(file.path, folderOf(include)),
  });
}

function scopeOf(item: XmlElement, name: string, isTest: boolean): Scope {
  const assets = valueOf(item, "PrivateAssets")?.toLowerCase() ?? "";
  if (item.name === "GlobalPackageReference" || assets.split(/[;\s]/).includes("all"))
    return "development";
  if (/(?:^|\.)analyzers?(?:\.|$)/i.test(name)) return "development";
  return isTest ? "test" : "runtime";
}

function versionOf(item: XmlElement, properties: Properties): string | null {
  const written = valueOf(item, "VersionOverride") ?? valueOf(item, "Version");
  if (written === null) return null;
  const resolved = written
    .slice(0, 200)
    .replace(
      /\$\(([\w.]{1,100})\)/g,
      (whole, name: string) => properties.get(name.toLowerCase()) ?? whole,
    );
  return resolved.includes("$(") ? null : resolved.slice(0, 200);
}

/** Metadata of an item may be an attribute or a child. */
function valueOf(item: XmlElement, name: string): string | null {
  return item.attribute(name) ?? item.textOf(name);
}

function isTestProject(
  path: string,
  properties: Properties,
  items: readonly XmlElement[],
): boolean {
  return (
    properties.get("istestproject")?.toLowerCase() === "true" ||
    /[.-]?Tests?\.\w{2}proj$/.test(path) ||
    items.some((item) => item.attribute("Include")?.toLowerCase() === "microsoft.net.test.sdk")
  );
}

/** `<Project Sdk="Acme.Sdk/1.2">` and `<Sdk Name="Acme.Sdk" Version="1.2"/>`, except the platform's own. */
function readSdks(facts: CollectedFacts, root: XmlElement): void {
  const sdks = (root.attribute("Sdk") ?? "").split(";").map((written) => {
    const [name = "", version = null] = written.trim().split("/", 2);
    return { name, version, line: root.line };
  });
  for (const element of root.all("Sdk"))
    sdks.push({
      name: element.attribute("Name") ?? "",
      version: element.attribute("Version"),
      line: element.line,
    });
  for (const { name, version, line } of sdks)
    if (name !== "" && !ownSdk.test(name))
      facts.use("nuget", name, { scope: "build", constraint: version, line });
}

function offerPackage(
  facts: CollectedFacts,
  path: string,
  root: XmlElement,
  properties: Properties,
  isTest: boolean,
): void {
  const literal = (name: string): string | null => {
    const value = properties.get(name) ?? "";
    return value === "" || value.includes("$(") ? null : value;
  };
  const name =
    literal("packageid") ?? literal("assemblyname") ?? baseName(path).replace(projectFile, "");
  const isProgram = /^(?:exe|winexe)$/i.test(literal("outputtype") ?? "");
  const isWeb = /^Microsoft\.NET\.Sdk\.(?:Web|Worker|BlazorWebAssembly)/i.test(
    root.attribute("Sdk") ?? "",
  );
  const packable = literal("ispackable")?.toLowerCase();
  const packsTool = literal("packastool")?.toLowerCase() === "true";
  facts.offer("nuget", name, {
    kind: packsTool ? "tooling" : "library",
    version: literal("packageversion") ?? literal("version") ?? literal("versionprefix"),
    description: literal("description"),
    // SDK projects can be packed unless they say otherwise or are programs; older ones need a package id.
    isPrivate:
      packable === "false" ||
      (packable !== "true" &&
        !packsTool &&
        !properties.has("packageid") &&
        (isTest || isProgram || isWeb || root.attribute("Sdk") === null)),
    line: root.line,
  });
}
