import { appendAll } from "#kernel/lists-by-key.ts";
import type {
  DependencyHistory,
  FileHistory,
  InclusionHistory,
  PackageHistory,
} from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import { isBuildScript, isSettings, type GradleBuilds, gradleSources } from "./gradle-builds.ts";

const marker = /^pkg:maven\/([^/]{1,300})\/\1\.gradle\.plugin$/;

/**
 * Gradle files put where they count: plugins written as scripts with the projects that apply them, scripts with those that
 * take them in, builds of plugins with the build that they serve; ids of published plugins with the package that holds them.
 */
export function arrangeGradle(files: readonly FileHistory[], builds: GradleBuilds): FileHistory[] {
  const own = new OwnPlugins(files, builds);
  const taken = new Set(files.flatMap(({ includes = [] }) => includes.map((one) => one.path)));
  const arranged = files.map((file) => {
    if (!gradleSources.has(file.source)) return file;
    return place(file.source === "gradle" ? own.applied(file) : file, builds, taken, own);
  });
  return [...arranged, ...withoutScript(builds)];
}

function place(
  file: FileHistory,
  builds: GradleBuilds,
  taken: ReadonlySet<string>,
  own: OwnPlugins,
): FileHistory {
  if (own.isPlugin(file)) return { ...file, isTakenIn: true, packages: [] };
  const served = builds.servedBy(file.path);
  if (served !== null) {
    const dependencies = file.dependencies.map((one): DependencyHistory =>
      one.scope === "runtime" ? { ...one, scope: "build" } : one,
    );
    return { ...file, dependencies, packages: [], home: served };
  }
  if (file.source !== "gradle") return { ...file, home: builds.projectFolder(folderOf(file.path)) };
  if (file.home !== undefined) return file;
  if (isSettings(file)) return file;
  if (isBuildScript(file)) return own.withMarkers(file);
  if (taken.has(file.path)) return { ...file, isTakenIn: true };
  return { ...file, home: builds.projectFolder(folderOf(file.path)) };
}

/** Projects that the settings name and another script configures: they publish all the same. */
function withoutScript(builds: GradleBuilds): FileHistory[] {
  return builds.scripts.filter(isSettings).flatMap((settings) =>
    builds
      .projectsOf(folderOf(settings.path))
      .filter(({ folder }) => !builds.hasScript(folder))
      .map(({ folder, spans }): FileHistory => {
        const offered: PackageHistory = {
          purl: "pkg:maven/%24%7Bgradle.own-group%7D/%24%7Bgradle.name%7D",
          kind: "library",
          isPrivate: false,
          description: null,
          deprecated: null,
          spans: spans.map(({ from, to }) => ({ value: "${gradle.version}", from, to })),
        };
        const { definitions: _defined, includes: _taken, ...rest } = settings;
        return { ...rest, dependencies: [], references: [], packages: [offered], home: folder };
      }),
  );
}

/** Plugins that a repository writes itself, by id. */
class OwnPlugins {
  private readonly scripts = new Map<string, FileHistory>();
  private readonly published = new Map<string, string[]>();
  private readonly ofLogic = new Set<string>();

  constructor(files: readonly FileHistory[], builds: GradleBuilds) {
    for (const file of files) {
      for (const { name } of file.definitions ?? []) {
        const script = prefixed(name, "gradle.plugin:");
        if (script !== null) for (const id of idsOf(script, file.path)) this.scripts.set(id, file);
        const described = prefixed(name, "gradle.own-plugin:");
        const ids =
          script === null ? (described === null ? [] : [described]) : idsOf(script, file.path);
        const folder = builds.projectFolder(folderOf(file.path));
        if (ids.length > 0) appendAll(this.published, folder, ids);
        if (builds.servedBy(file.path) !== null) for (const id of ids) this.ofLogic.add(id);
      }
      if (builds.servedBy(file.path) === null) continue;
      for (const alias of file.packages.flatMap((one) => one.alsoKnownAs ?? [])) {
        const id = marker.exec(alias)?.[1];
        if (id !== undefined) this.ofLogic.add(decodeURIComponent(id));
      }
    }
  }

  isPlugin(file: FileHistory): boolean {
    return file.definitions?.some(({ name }) => name.startsWith("gradle.plugin:")) === true;
  }

  /** A file with the plugins of this build that it applies taken in, instead of used. */
  applied(file: FileHistory): FileHistory {
    const includes: InclusionHistory[] = [...(file.includes ?? [])];
    const dependencies = file.dependencies.filter((one) => {
      const id = marker.exec(one.purl)?.[1];
      if (id === undefined) return true;
      const script = this.scripts.get(decodeURIComponent(id));
      if (script !== undefined && script.path !== file.path)
        includes.push({
          path: script.path,
          reader: script.source,
          spans: one.spans.map(({ from, to }) => ({ value: null, from, to })),
        });
      return script === undefined && !this.ofLogic.has(decodeURIComponent(id)) && id.includes(".");
    });
    return includes.length === (file.includes ?? []).length &&
      dependencies.length === file.dependencies.length
      ? file
      : { ...file, dependencies, includes };
  }

  /** The first package of a project is known by the ids of its plugins as well. */
  withMarkers(file: FileHistory): FileHistory {
    const ids = this.published.get(folderOf(file.path)) ?? [];
    const [first, ...others] = file.packages;
    if (ids.length === 0 || first === undefined) return file;
    const alsoKnownAs = new Set(first.alsoKnownAs ?? []);
    for (const id of ids) alsoKnownAs.add(`pkg:maven/${id}/${id}.gradle.plugin`);
    return { ...file, packages: [{ ...first, alsoKnownAs: [...alsoKnownAs] }, ...others] };
  }
}

function prefixed(name: string, prefix: string): string | null {
  return name.startsWith(prefix) ? name.slice(prefix.length) : null;
}

/** A script plugin below `src/main/kotlin/com/acme` may be in the package of its folder. */
function idsOf(id: string, path: string): string[] {
  const folders = /(?:^|\/)src\/main\/(?:kotlin|groovy|java)\/(.{1,300})\/[^/]{1,300}$/.exec(
    path,
  )?.[1];
  return folders === undefined ? [id] : [id, `${folders.replaceAll("/", ".")}.${id}`];
}
