import { CollectedFacts } from "../collected-facts.ts";
import { baseName, pathTarget } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { namedReadme } from "../named-readme.ts";
import type { XmlElement } from "../xml-element.ts";
import { parseXml } from "../xml-scanner.ts";
import { offerPackage } from "./project-package.ts";
import { folderWritten, ProjectValues, withoutExtension } from "./project-values.ts";
import type { Scope } from "#vocabulary/adoption.ts";

const projectFile = /\.(?:cs|fs|vb|sql|vcx|wix)?proj$/i;
const packageProject = /\.(?:cs|fs|vb)proj$/i;
const sharedFile = /^Directory\.(?:Packages\.props|Build\.(?:props|targets))$/i;
const rootProperty =
  /^\$\{(?:solution|repo|repository)?_?(?:root|dir|directory)(?:dir|directory|path)?\}[\\/]?/;
const ownSdk = /^Microsoft\./i;
const testPackages =
  /^(?:microsoft\.net\.test\.sdk|xunit(?:\.v3)?|nunit|mstest(?:\.testframework)?|tunit)$/i;
/** Names of items have no case. */
const packageItems: ReadonlyMap<string, Scope | null> = new Map([
  ["packagereference", null],
  ["globalpackagereference", "development"],
  ["dotnetclitoolreference", "development"],
  ["packagedownload", "build"],
]);
const mostNames = 500;

/**
 * Projects of .NET, the shared files that MSBuild takes in by itself (`Directory.Build.props` …) and those that are imported:
 * packages, projects, SDKs; the package that a project makes. Properties of other files are `${name}`, see the model's linking.
 */
export const msbuildSource = manifestSource({
  id: "msbuild",
  version: 4,
  endings: [
    "csproj",
    "fsproj",
    "vbproj",
    "sqlproj",
    "vcxproj",
    "wixproj",
    "proj",
    "props",
    "targets",
  ],
  matches: (base) => projectFile.test(base) || sharedFile.test(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    const root = parseXml(text);
    if (root.name !== "Project") return {};
    const values = new ProjectValues(path, root);
    const all = itemsOf(root);
    const items = all.map(({ item }) => item);
    const isTest = isTestProject(path, values, items);
    const file: ProjectFile = { path, values, isTest };
    const removed = removedBy(items, values);
    for (const [name, version] of centralVersions(all, values)) facts.define(name, version);
    for (const item of items) readItem(facts, item, file, removed);
    for (const item of items)
      for (const name of packedReadmes(item, values))
        for (const one of namedReadme(path, name)) facts.define(one.name, one.value);
    readSdks(facts, root);
    readImports(facts, root, file);
    for (const [name, value] of values.definitions()) facts.define(name, value);
    if (projectFile.test(path)) facts.define("msbuildprojectname", withoutExtension(path));
    if (packageProject.test(path)) offerPackage(facts, root, values, isTest);
    return facts.toFileFacts();
  },
});

interface ProjectFile {
  readonly path: string;
  readonly values: ProjectValues;
  readonly isTest: boolean;
}

interface Item {
  readonly item: XmlElement;
  readonly isConditional: boolean;
}

function itemsOf(root: XmlElement): readonly Item[] {
  const choices = root.all("Choose").flatMap((choose) => choose.children);
  return [root, ...choices].flatMap((part) =>
    part.all("ItemGroup").flatMap((group) =>
      group.children.map((item) => ({
        item,
        isConditional:
          [group, item].some((one) => one.attribute("Condition") !== null) || part !== root,
      })),
    ),
  );
}

/** Files that go into the package as its README. */
function packedReadmes(item: XmlElement, values: ProjectValues): string[] {
  const isPacked = valueOf(item, "Pack")?.toLowerCase() === "true";
  if (!isPacked || !/^(?:None|Content)$/.test(item.name)) return [];
  return namesIn(item.attribute("Include"), values).filter((one) =>
    /(?:^|[\\/])README(?:\.[a-z]{1,10})?$/i.test(one),
  );
}

/** `A;B`, without lists of other items (`@(…)`) and patterns. */
function namesIn(written: string | null, values: ProjectValues): string[] {
  return partsOf(written)
    .slice(0, mostNames)
    .flatMap((one) => values.expand(one) ?? [])
    .filter((one) => one !== "" && !unnamed.test(one));
}

const unnamed = /[@%*?]/;

function partsOf(written: string | null): string[] {
  return (written ?? "")
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** Items of packages and projects that stand for others: which, only the build knows. */
function sayUnnamed(facts: CollectedFacts, item: XmlElement, values: ProjectValues): void {
  const parts = partsOf(item.attribute("Include"));
  if (parts.length > mostNames)
    facts.problem(
      "truncated",
      `only the first ${String(mostNames)} names of an item were read`,
      item.line,
    );
  for (const part of parts.slice(0, mostNames)) {
    const name = values.expand(part);
    if (name === null || unnamed.test(name))
      facts.problem(
        "unsupported",
        `${item.name} by a pattern, a list or a function: ${part.slice(0, 80)}`,
        item.line,
      );
  }
}

/** What `Remove` takes out again: the last word counts, as far as one file can tell. */
function removedBy(items: readonly XmlElement[], values: ProjectValues): ReadonlySet<string> {
  const removed = new Set<string>();
  for (const item of items) {
    for (const name of namesIn(item.attribute("Remove"), values)) removed.add(keyOf(item, name));
    for (const name of namesIn(item.attribute("Include"), values))
      removed.delete(keyOf(item, name));
  }
  return removed;
}

function keyOf(item: XmlElement, name: string): string {
  return `${item.name.toLowerCase()}\n${name.toLowerCase()}`;
}

/** `Update` changes items that are there already: it says a version, and no use. */
function readItem(
  facts: CollectedFacts,
  item: XmlElement,
  file: ProjectFile,
  removed: ReadonlySet<string>,
): void {
  const { values } = file;
  const kind = item.name.toLowerCase();
  if (kind !== "projectreference" && !packageItems.has(kind)) return;
  sayUnnamed(facts, item, values);
  const without = new Set(namesIn(item.attribute("Exclude"), values));
  const names = namesIn(item.attribute("Include"), values).filter(
    (one) => !without.has(one) && !removed.has(keyOf(item, one)),
  );
  const version = versionOf(item, values);
  for (const name of names)
    if (kind === "projectreference") useProject(facts, item, name, file);
    else
      facts.use("nuget", name, {
        scope: scopeOf(item, name, file.isTest),
        constraint: version ?? `\${${centralVersion(name)}}`,
        line: item.line,
      });
}

/**
 * Central package management, and `Update` in a shared file: what references without a version get. The last word counts, what
 * stands under a condition only where nothing else is said.
 */
function centralVersions(
  items: readonly Item[],
  values: ProjectValues,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { item, isConditional } of items) {
    const kind = item.name.toLowerCase();
    const isCentral = kind === "packageversion";
    if (!isCentral && !packageItems.has(kind)) continue;
    const version = versionOf(item, values);
    const named = [item.attribute("Update"), isCentral ? item.attribute("Include") : null];
    for (const name of named.flatMap((one) => namesIn(one, values)).map(centralVersion))
      if (version !== null && !(isConditional && found.has(name))) found.set(name, version);
  }
  return found;
}

function centralVersion(name: string): string {
  return `central:${name.toLowerCase()}`;
}

function useProject(
  facts: CollectedFacts,
  item: XmlElement,
  include: string,
  file: ProjectFile,
): void {
  const fromRoot = rootProperty.exec(include)?.[0] ?? "";
  const place = include.slice(fromRoot.length);
  if (place.includes("${")) {
    facts.problem("unsupported", `project reference by properties: ${include}`, item.line);
    return;
  }
  // Such properties are the folder of the solution by custom, and that mostly the repository's root.
  const base = fromRoot === "" ? file.path : "root";
  const target = pathTarget(base, place);
  facts.use("nuget", withoutExtension(place.replaceAll("\\", "/")), {
    scope: file.isTest ? "test" : isBuildOnly(item) ? "build" : "runtime",
    line: item.line,
    ...pathTarget(base, folderWritten(place)),
    ...("localPath" in target ? { reference: `project:${target.localPath}` } : {}),
  });
}

/** Analyzers and generators of the same build are referenced without their assembly. */
function isBuildOnly(item: XmlElement): boolean {
  return valueOf(item, "ReferenceOutputAssembly")?.toLowerCase() === "false";
}

function scopeOf(item: XmlElement, name: string, isTest: boolean): Scope {
  const fixed = packageItems.get(item.name.toLowerCase());
  if (fixed !== undefined && fixed !== null) return fixed;
  const assets = valueOf(item, "PrivateAssets")?.toLowerCase() ?? "";
  if (assets.split(/[;\s]/).includes("all")) return "development";
  if (/(?:^|\.)analyzers?(?:\.|$)/i.test(name)) return "development";
  return isTest ? "test" : "runtime";
}

function versionOf(item: XmlElement, values: ProjectValues): string | null {
  const written = valueOf(item, "VersionOverride") ?? valueOf(item, "Version");
  if (written === null || written.trim() === "") return null;
  return values.expand(written.trim())?.slice(0, 200) ?? null;
}

/** Metadata of an item may be an attribute or a child; its name has no case, other than `Include` and the like. */
function valueOf(item: XmlElement, name: string): string | null {
  const exactly = item.attribute(name) ?? item.textOf(name);
  if (exactly !== null) return exactly;
  const key = name.toLowerCase();
  const child = item.children.find((one) => one.text !== "" && one.name.toLowerCase() === key);
  return item.attributeInAnyCase(key) ?? child?.text ?? null;
}

function isTestProject(path: string, values: ProjectValues, items: readonly XmlElement[]): boolean {
  return (
    values.literal("istestproject")?.toLowerCase() === "true" ||
    /[.-]?Tests?\.\w{2}proj$/.test(path) ||
    items.some((item) => testPackages.test(item.attribute("Include") ?? ""))
  );
}

/** `<Project Sdk="Acme.Sdk/1.2">`, `<Sdk Name="Acme.Sdk" Version="1.2"/>`, `<Import Sdk="Acme.Sdk">`, except the platform's own. */
function readSdks(facts: CollectedFacts, root: XmlElement): void {
  const sdks = (root.attribute("Sdk") ?? "").split(";").map((written) => {
    const [name = "", version = null] = written.trim().split("/", 2);
    return { name, version, line: root.line };
  });
  for (const [elements, key] of [
    [root.all("Sdk"), "Name"],
    [root.all("Import"), "Sdk"],
  ] as const)
    for (const element of elements) {
      const name = element.attribute(key) ?? "";
      sdks.push({ name, version: element.attribute("Version"), line: element.line });
    }
  for (const { name, version, line } of sdks)
    if (name !== "" && !name.includes("$(") && !ownSdk.test(name))
      facts.use("nuget", name, {
        scope: "build",
        constraint: version ?? `\${sdk:${name.toLowerCase()}}`,
        line,
      });
}

/** Imported files count for the project; `importsabove:NAME` says that the file of the same name further up is one of them. */
function readImports(facts: CollectedFacts, root: XmlElement, file: ProjectFile): void {
  const groups = root.all("ImportGroup").flatMap((group) => group.all("Import"));
  for (const element of [...root.all("Import"), ...groups]) {
    const written = element.attribute("Project") ?? "";
    if (element.attribute("Sdk") !== null || written === "") continue;
    const above = /GetPathOfFileAbove\(\s{0,20}['"]?(\$\(MSBuildThisFile\)|[\w.]{1,100})/i.exec(
      written,
    )?.[1];
    if (above !== undefined) {
      const name = above.startsWith("$") ? baseName(file.path) : above;
      facts.define(`importsabove:${name.toLowerCase()}`, "true");
      continue;
    }
    const place = file.values.expand(written);
    if (place === null || place.includes("${") || place.includes("*")) continue;
    const target = pathTarget(file.path, place);
    if ("localPath" in target) facts.include(target.localPath, "msbuild");
  }
}
