import { unknownGroup } from "#evidence/own-repository.ts";
import type {
  DefinitionHistory,
  DependencyHistory,
  FileHistory,
} from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import { always } from "./always.ts";
import type { Lookup } from "./expand.ts";
import type { RepositoryView, AllViews } from "./repository-view.ts";

/** `project/` belongs to the build that it lies in, as does what lies below it. */
const buildFolder = /^(?:(.{1,500}?)\/)?project\//;

/** The folder of the build whose definition a file is part of; null for a file beside the sources of a project. */
function definedBuild(path: string): string | null {
  const found = buildFolder.exec(path);
  return found === null ? null : (found[1] ?? ".");
}

/**
 * Files below `project/` count for the build. What they define and nothing asks for, as far as that can be seen, is used by the
 * build as a whole: code chooses among it.
 */
export function arrangeSbt(files: readonly FileHistory[]): FileHistory[] {
  const roots = rootsOf(files);
  const asked = new Map<string, Set<string>>();
  for (const file of files) {
    if (file.source !== "sbt") continue;
    const root = rootOf(file.path, roots);
    const names = asked.get(root) ?? new Set<string>();
    for (const { reference } of file.dependencies)
      if (reference !== undefined) names.add(bare(reference));
    for (const { name, purl, spans } of file.definitions ?? [])
      if (purl === undefined)
        for (const { value } of spans)
          for (const one of namesIn(value)) if (!one.startsWith(`${name}#`)) names.add(bare(one));
    asked.set(root, names);
  }
  return files.map((file) => {
    const build = file.source === "sbt" ? definedBuild(file.path) : null;
    if (build === null || file.home !== undefined) return file;
    const unasked = unaskedIn(file, asked.get(rootOf(file.path, roots)) ?? new Set());
    return { ...file, home: build, dependencies: [...file.dependencies, ...unasked] };
  });
}

function bare(name: string): string {
  return name.replace(/^settings:/, "").replace(/#\d{1,6}$/, "");
}

function namesIn(value: string): string[] {
  return [...value.matchAll(/\$\{([^${}]{1,300})\}/g)].map(([, name = ""]) => name);
}

/** Members of lists, and packages, whose names, or endings of them, nothing asks for. */
function unaskedIn(
  { path, definitions = [] }: FileHistory,
  asked: ReadonlySet<string>,
): DependencyHistory[] {
  if (!path.endsWith(".scala")) return [];
  return definitions
    .filter(
      ({ purl, name }) =>
        purl !== undefined &&
        !endingsOf(bare(name)).some((one) => asked.has(one)) &&
        !isAskedAround(bare(name), asked),
    )
    .map(({ purl = "", scope = "runtime", spans }) => ({
      purl,
      scope,
      line: null,
      localPath: null,
      origin: null,
      spans: spans.map((span) => ({ ...span, value: span.value === "" ? null : span.value })),
    }));
}

/** `AppDependencies()` asks for what the object's function makes of its values. */
function isAskedAround(name: string, asked: ReadonlySet<string>): boolean {
  const dot = name.indexOf(".");
  return dot > 0 && asked.has(`${name.slice(0, dot)}.apply`);
}

/** `Dependencies.Rail.core` → itself, `Rail.core`, `core`. */
function endingsOf(name: string): string[] {
  const endings = [name];
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1))
    endings.push(name.slice(dot + 1));
  return endings;
}

function rootsOf(files: readonly FileHistory[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ source, path }) => (source === "sbt" ? (definedBuild(path) ?? []) : [])),
  );
}

/** The nearest folder with a `project/`; a build without one is the file's own folder. */
function rootOf(path: string, roots: ReadonlySet<string>): string {
  const build = definedBuild(path);
  if (build !== null) return build;
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (roots.has(folder)) return folder;
    if (folder === ".") return folderOf(path);
  }
}

interface Builds {
  readonly roots: ReadonlySet<string>;
  /** By folder of the build, then by name. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, DefinitionHistory[]>>;
}

const buildsOf = new WeakMap<RepositoryView, Builds>();

/** Names of an sbt build: the file's own, then those of its other files, by any ending: `import Dependencies._` leaves the rest out. */
export function sbtLookup(file: FileHistory, view: RepositoryView, _all: AllViews): Lookup {
  let builds = buildsOf.get(view);
  if (builds === undefined) {
    const roots = rootsOf(view.files);
    buildsOf.set(view, (builds = { roots, names: indexed(view, roots) }));
  }
  const index = builds.names.get(rootOf(file.path, builds.roots));
  const own = view
    .at(file.path)
    .filter((one) => one.source === "sbt" && one.definitions !== undefined);
  const rowsOf = (name: string): DefinitionHistory[] => [
    ...own.flatMap((one) => view.definedIn(one, name)),
    ...(index?.get(name) ?? []),
  ];
  return (name) => {
    if (name === "sbt.organization") return [...rowsOf(name), always(name, unknownGroup)];
    if (name.startsWith("settings:")) {
      const found = rowsOf(name);
      return found.length > 0
        ? found
        : rowsOf(name.slice("settings:".length)).filter(
            (one) => one.purl !== undefined || isList(one),
          );
    }
    const found = rowsOf(name);
    if (found.length > 0) return found;
    if (/^(?:organization|version|ThisBuild)(?:\.value)?$/.test(name))
      return rowsOf(`sbt.${name.split(".")[0] ?? ""}`);
    // `Dependencies.all.value`, `Compile.deps`: the last words may be the build's, the first ones Scala's.
    return endingsOf(name)
      .slice(1, 2)
      .flatMap((one) => (name.split(".").length > 2 ? rowsOf(one) : []));
  };
}

function isList({ spans }: DefinitionHistory): boolean {
  return spans.some(({ value }) => value.startsWith("${"));
}

function indexed(
  view: RepositoryView,
  roots: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlyMap<string, DefinitionHistory[]>> {
  const builds = new Map<string, Map<string, DefinitionHistory[]>>();
  for (const file of view.files) {
    if (file.source !== "sbt") continue;
    const root = rootOf(file.path, roots);
    const names = builds.get(root) ?? new Map<string, DefinitionHistory[]>();
    builds.set(root, names);
    for (const one of file.definitions ?? []) {
      const isSettings = one.name.startsWith("settings:");
      for (const ending of endingsOf(one.name.replace(/^settings:/, ""))) {
        const key = isSettings ? `settings:${ending}` : ending;
        const rows = names.get(key);
        if (rows === undefined) names.set(key, [one]);
        else if (ending === one.name || isSettings) rows.unshift(one);
        else rows.push(one);
      }
    }
  }
  return builds;
}
