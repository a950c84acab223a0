import { append } from "#kernel/lists-by-key.ts";
import type { DefinitionHistory, FileHistory } from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import { overlap, type Stretch } from "./expand.ts";

/** Sources whose files belong to a Gradle build. */
export const gradleSources: ReadonlySet<string> = new Set([
  "gradle",
  "gradle-properties",
  "gradle-constants",
  "gradle-plugin-descriptor",
  "gradle-version-catalog",
]);

const settingsFile = /(?:^|\/)settings\.gradle(?:\.kts)?$/;
const scriptSource = /(?:^|\/)src\/main\//;
/** Names by custom of builds that hold nothing but plugins for the build around them; Gradle's own is `buildSrc`. */
const logicFolder =
  /(?:^|\/)(?:buildSrc|build-?logic(?:-[\w-]{1,60})?|build-?conventions?|convention-?plugins?|build-?plugins?)$/i;

export interface GradleProject {
  readonly folder: string;
  readonly spans: readonly Stretch[];
}

/** The Gradle builds of one repository: where they begin, which projects they have, which folders hold plugins for them. */
export class GradleBuilds {
  readonly scripts: readonly FileHistory[];
  private readonly settings = new Map<string, FileHistory>();
  private readonly buildFolders = new Set<string>();
  private readonly logicFolders = new Map<string, string>();
  private readonly paths = new Map<string, Map<string, string[]>>();

  constructor(files: readonly FileHistory[]) {
    this.scripts = files.filter((file) => file.source === "gradle");
    for (const file of this.scripts) {
      const folder = folderOf(file.path);
      if (settingsFile.test(file.path)) this.settings.set(folder, file);
      else if (isBuildScript(file)) this.buildFolders.add(folder);
    }
    for (const file of this.scripts) {
      for (const folder of foldersAbove(folderOf(file.path)))
        if (logicFolder.test(folder)) this.logicFolders.set(folder, this.rootOf(folderOf(folder)));
    }
    for (const [root, file] of this.settings)
      for (const { name } of file.definitions ?? [])
        if (name.startsWith("gradle.build:"))
          this.addIncluded(name.slice("gradle.build:".length), root);
  }

  /** An included build is part of the build around it where it holds plugins that nobody publishes. */
  private addIncluded(folder: string, root: string): void {
    const inside = this.scripts.filter((file) => isBelow(file.path, folder) && isBuildScript(file));
    const isLogic =
      inside.length > 0 &&
      inside.every((file) => file.packages.every((one) => one.kind === "tooling" && one.isPrivate));
    if (isLogic && folder !== ".") this.logicFolders.set(folder, root);
  }

  /** Folder of the settings that a folder's project belongs to; without any the root of the repository. */
  rootOf(folder: string): string {
    for (const above of foldersAbove(folder)) if (this.settings.has(above)) return above;
    return ".";
  }

  settingsOf(root: string): FileHistory | null {
    return this.settings.get(root) ?? null;
  }

  /** The folder of the build for which a file only holds plugins; null for one of a product. */
  servedBy(path: string): string | null {
    const above = [...foldersAbove(folderOf(path))].toReversed();
    const logic = above.find((folder) => this.logicFolders.has(folder));
    return logic === undefined ? null : (this.logicFolders.get(logic) ?? ".");
  }

  /** Folder of the nearest build script at or above a folder. */
  projectFolder(folder: string): string {
    for (const above of foldersAbove(folder)) if (this.buildFolders.has(above)) return above;
    return this.rootOf(folder);
  }

  hasScript(folder: string): boolean {
    return this.buildFolders.has(folder);
  }

  /** Projects that the settings of a build name, without its root. */
  projectsOf(root: string): GradleProject[] {
    const prefix = "gradle.name:";
    return (this.settings.get(root)?.definitions ?? [])
      .filter(({ name }) => name.startsWith(prefix))
      .map(({ name, spans }) => ({ folder: name.slice(prefix.length), spans }));
  }

  /** Paths by which the settings of a build name the projects of each folder. */
  pathsOf(root: string): ReadonlyMap<string, readonly string[]> {
    let paths = this.paths.get(root);
    if (paths !== undefined) return paths;
    this.paths.set(root, (paths = new Map<string, string[]>()));
    for (const { name, localPath } of this.settings.get(root)?.definitions ?? [])
      if (localPath !== undefined && name.startsWith("gradle.project::"))
        append(paths, localPath, name.slice("gradle.project:".length));
    return paths;
  }

  /** What `gradle:*`, `gradle:**` and `gradle::path` mean in a script. */
  projectsMeant(words: string, script: FileHistory): GradleProject[] {
    const own = folderOf(script.path);
    const root = this.rootOf(own);
    const all = this.projectsOf(root).filter(
      ({ folder }) => own === root || isBelow(`${folder}/`, own),
    );
    if (words === "gradle:*") return all.length > 0 ? all : [{ folder: own, spans: script.spans }];
    if (words === "gradle:**") return [{ folder: own, spans: script.spans }, ...all];
    const path = words.slice("gradle:".length);
    const rows = definitionsOf(this.settings.get(root), `gradle.project:${path}`);
    const named = rows.flatMap(({ localPath, spans }) =>
      localPath === undefined ? [] : [{ folder: localPath, spans }],
    );
    return named.length > 0
      ? named
      : [{ folder: joinFolder(root, path.slice(1).replaceAll(":", "/")), spans: script.spans }];
  }
}

export function definitionsOf(
  file: FileHistory | undefined | null,
  name: string,
): readonly DefinitionHistory[] {
  return file?.definitions?.filter((one) => one.name === name) ?? [];
}

export function isBuildScript({ path, source }: FileHistory): boolean {
  if (source !== "gradle" || scriptSource.test(path)) return false;
  const base = path.slice(path.lastIndexOf("/") + 1).replace(/\.gradle(?:\.kts)?$/, "");
  const folder = folderOf(path);
  return base === "build" || base === folder.slice(folder.lastIndexOf("/") + 1);
}

export function isSettings({ path }: FileHistory): boolean {
  return settingsFile.test(path);
}

/** A folder and those above it, up to the root `.`. */
export function* foldersAbove(folder: string): Generator<string> {
  for (let at = folder; ; at = folderOf(at)) {
    yield at;
    if (at === ".") return;
  }
}

export function isBelow(path: string, folder: string): boolean {
  return folder === "." || path.startsWith(`${folder}/`);
}

export function joinFolder(base: string, relative: string): string {
  if (relative === "" || relative === ".") return base;
  return base === "." ? relative : `${base}/${relative}`;
}

/** The parts of spans during which a project was there. */
export function duringAny<Row extends Stretch>(
  spans: readonly Row[],
  times: readonly Stretch[],
): Row[] {
  return spans.flatMap((span) =>
    times.flatMap((time) => {
      const part = overlap(span, time);
      return part === null ? [] : [{ ...span, ...part }];
    }),
  );
}
