import type {
  DefinitionHistory,
  FileHistory,
  InclusionHistory,
  PackageHistory,
} from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import { expandOver, partsOf, type Lookup } from "./expand.ts";
import { takenInBy } from "./taken-in.ts";
import type { RepositoryView } from "./repository-view.ts";

const source = "msbuild";
const projectFile = /proj$/i;
const sharedNames = [
  "Directory.Build.props",
  "Directory.Packages.props",
  "Directory.Build.targets",
];

/**
 * Projects with the shared files that MSBuild takes in by itself: of each name the nearest at or above the project, and from
 * there on those further up if it imports them. Where there are projects, shared files count for these and not where they lie.
 */
export function withSharedFiles(files: readonly FileHistory[]): readonly FileHistory[] {
  const shared = new Map(
    files.filter(isShared).map((file): [string, FileHistory] => [file.path, file]),
  );
  const hasProjects = files.some((file) => file.source === source && projectFile.test(file.path));
  if (!hasProjects) return files;
  const including = files.map((file) => {
    if (file.source !== source) return file;
    const more = impliedBy(file, shared);
    return more.length === 0 ? file : { ...file, includes: [...(file.includes ?? []), ...more] };
  });
  return withPackability(
    including.map((file) => (isShared(file) ? { ...file, isTakenIn: true as const } : file)),
    files,
  );
}

function isShared({ path, source: by }: FileHistory): boolean {
  return by === source && sharedNames.includes(path.slice(path.lastIndexOf("/") + 1));
}

function impliedBy(
  file: FileHistory,
  shared: ReadonlyMap<string, FileHistory>,
): InclusionHistory[] {
  if (projectFile.test(file.path))
    return sharedNames.flatMap((name) => nearestShared(file, folderOf(file.path), name, shared));
  return sharedNames.flatMap((name) => {
    const asks = `importsabove:${name.toLowerCase()}`;
    const isAsked = file.definitions?.some((one) => one.name === asks) === true;
    const folder = folderOf(file.path);
    if (!isAsked || folder === ".") return [];
    return nearestShared(file, folderOf(folder), name, shared);
  });
}

/** The nearest that is there at the time. */
function nearestShared(
  file: FileHistory,
  from: string,
  name: string,
  shared: ReadonlyMap<string, FileHistory>,
): InclusionHistory[] {
  const rows: DefinitionHistory[] = [];
  for (let folder = from; ; folder = folderOf(folder)) {
    const path = folder === "." ? name : `${folder}/${name}`;
    const found = shared.get(path);
    if (found !== undefined) rows.push({ name: path, spans: found.spans });
    if (folder === ".") break;
  }
  if (rows.length === 0) return [];
  const parts = file.spans.flatMap((span) => partsOf(rows, span));
  return rows.flatMap(({ name: path }) => {
    const mine = parts.filter(({ row }) => row?.name === path);
    const spans = mine.map(({ from: begin, to }) => ({ from: begin, to, value: null }));
    return spans.length === 0 ? [] : [{ path, reader: source, spans }];
  });
}

/** `IsPackable` of a shared file holds for every project that says nothing of its own. */
function withPackability(
  files: readonly FileHistory[],
  all: readonly FileHistory[],
): readonly FileHistory[] {
  const byPath = new Map(
    all.map((file): [string, FileHistory] => [`${file.path}\n${file.source}`, file]),
  );
  return files.map((file) => {
    if (file.source !== source || !projectFile.test(file.path)) return file;
    if (file.definitions?.some(({ name }) => name === "ispackable") === true) return file;
    const said = (file.includes ?? [])
      .filter((one) => one.spans.at(-1)?.to === null)
      .flatMap(({ path, reader }) => byPath.get(`${path}\n${reader}`)?.definitions ?? [])
      .find(({ name, spans }) => name === "ispackable" && spans.at(-1)?.to === null);
    const value = said?.spans.at(-1)?.value.toLowerCase();
    if (value !== "false") return file;
    return {
      ...file,
      packages: file.packages.map((one): PackageHistory => ({ ...one, isPrivate: true })),
    };
  });
}

/** Properties as the project sees them, `package-id` and `package-version` of its package, `project:PATH` of another's. */
export function msbuildLookup(file: FileHistory, view: RepositoryView): Lookup {
  const shared = projectFile.test(file.path) ? [] : [...view.definingAbove(folderOf(file.path))];
  const near = shared.filter((one) => one.source === source);
  const globals = [...view.definingAbove(folderOf(file.path))].filter(
    (one) => one.source === "dotnet-global",
  );
  const named = view.lookupIn([...takenInBy(file, view), ...near, ...globals]);
  return (name) => {
    if (name === "package-id")
      return ["packageid", "assemblyname", "msbuildprojectname"].flatMap(named);
    if (name === "package-version")
      return ["packageversion", "version", "versionprefix"].flatMap(named);
    if (name.startsWith("project:")) return packagesOf(name.slice("project:".length), view);
    return named(name);
  };
}

/** What a project's package was called over time. */
function packagesOf(path: string, view: RepositoryView): DefinitionHistory[] {
  const project = view.at(path).find((one) => one.source === source);
  if (project === undefined) return [];
  const [own] = project.packages;
  if (own === undefined) return [];
  const lookup = msbuildLookup(project, view);
  return project.packages.flatMap((one) =>
    one.spans.flatMap((span) =>
      expandOver(readableName(one.purl), span, lookup).flatMap(({ value, from, to }) =>
        value === null
          ? []
          : [{ name: path, purl: purlOf(value), spans: [{ from, to, value: "" }] }],
      ),
    ),
  );
}

function readableName(purl: string): string {
  return decodeURIComponent(purl.replace(/^pkg:nuget\//, ""));
}

function purlOf(name: string): string {
  return `pkg:nuget/${encodeURIComponent(name.toLowerCase())}`;
}
