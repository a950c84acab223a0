import type {
  FileHistory,
  ReleaseExports,
  RepositoryEvidence,
} from "#evidence/repository-evidence.ts";
import { languageOf } from "#evidence/languages.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import { isTestPath } from "#evidence/test-path.ts";
import type { ObjectBatch } from "../git/object-batch.ts";
import type { TreeEntry } from "../git/tree.ts";
import { exportedNames, mayExport } from "../symbols/file-symbols.ts";
import { javascriptModule, type JavascriptModule } from "../symbols/javascript-symbols.ts";
import { entriesOf } from "../symbols/package-entries.ts";
import { packageExports } from "../symbols/package-exports.ts";
import { NeedsWholeHistory } from "./continuation.ts";
import { decodeText } from "./decode-text.ts";
import { folderOf, nearestRoot } from "./folders.ts";
import { objectAt } from "./revisions.ts";
import type { Mainline } from "./walk.ts";

/** Exports are compared over so many of a package's newest releases. */
const mostReleases = 12;
const mostNames = 4_000;
const largestFile = 1024 * 1024;
/** Of a package with more files of code nothing is compared. */
const mostModules = 4_000;
/** Ecosystems compared, with the languages in which their packages export. */
const ecosystems: ReadonlyMap<string, readonly string[]> = new Map([
  ["gem", ["Ruby"]],
  ["npm", ["JavaScript", "TypeScript", "Vue", "Svelte"]],
  ["golang", ["Go"]],
]);
const versionTag = /^((?:.{1,200}\/)?)v(\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+][0-9A-Za-z.+-]{1,60})?)$/;

interface ReleaseExportsRequest {
  readonly mainline: Mainline;
  readonly tree: readonly TreeEntry[];
  readonly files: readonly FileHistory[];
  /** Folders with a manifest. */
  readonly roots: ReadonlySet<string>;
  /** Tag → commit. */
  readonly tags: ReadonlyMap<string, string>;
  readonly earlier: RepositoryEvidence | null;
  /** Files that ended a reader: nothing of them is read again. */
  readonly without?: readonly string[] | undefined;
}

interface Release {
  readonly version: string;
  readonly commit: string;
  readonly at: number;
  /** Type of the purl: only files of its languages count. */
  readonly ecosystem: string;
  /** In the mainline; −1: before this reading. */
  readonly position: number;
}

/**
 * What the newest releases of gems, npm packages and Go modules exported, by the files as they stood at the commit that set the
 * version (Go: at the tag); of npm packages those that the manifest of that day leads to. Contents are read once, however many
 * releases share them.
 * Throws `NeedsWholeHistory` where a module of an earlier reading was tagged since.
 */
export function askForReleaseExports(
  batch: ObjectBatch,
  request: ReleaseExportsRequest,
): () => ReleaseExports[] {
  const contents = new Contents(request);
  const earlier = new Map((request.earlier?.releaseExports ?? []).map((one) => [one.folder, one]));
  const plans = [...releasesByFolder(request)].map(([folder, releases]) => {
    const known = earlier.get(folder);
    const old = (known?.releases ?? []).filter((one) =>
      releases.some(({ version, position }) => position < 0 && version === one.version),
    );
    const fresh = releases.filter(({ position }) => position >= 0);
    const kept = [...old, ...fresh].slice(-mostReleases);
    return {
      folder,
      releases: kept.map((release) => ({
        ...release,
        names:
          "exported" in release
            ? Array.from(release.exported, (index) => known?.names[index] ?? "")
            : null,
        keys: "exported" in release ? [] : contents.at(release, folder),
      })),
    };
  });
  contents.ask(batch);
  return () =>
    plans.map(({ folder, releases }) =>
      numbered(
        folder,
        releases.map((one) => {
          const { version, commit, at, names, keys } = one;
          const isModule = "ecosystem" in one && one.ecosystem === "npm";
          const found = isModule ? contents.packageAt(keys, folder) : null;
          const all = names ?? (found === null ? contents.namesOf(keys) : [...found.names].sort());
          const isOpen = found?.isOpen === true || ("isOpen" in one && one.isOpen);
          return {
            release: { version, commit, at, ...(isOpen ? { isOpen: true as const } : {}) },
            names: new Set(all.slice(0, mostNames)),
          };
        }),
      ),
    );
}

/** What one content says: names of a file, and what else is needed to put those of a package of npm together. */
interface Said {
  readonly names: readonly string[];
  readonly module: JavascriptModule | null;
  readonly entries: readonly string[];
}

const manifestName = "package.json";
const npmLanguages: ReadonlySet<string> = new Set(ecosystems.get("npm"));

/** Files that may export something, at any position, each content read once. */
class Contents {
  private readonly request: ReleaseExportsRequest;
  private readonly atHead: ReadonlyMap<string, string>;
  private readonly pathsOf = new Map<string, string[]>();
  private readonly wanted = new Map<string, { readonly path: string; readonly object: string }>();
  private readonly said = new Map<string, Said>();

  constructor(request: ReleaseExportsRequest) {
    this.request = request;
    this.atHead = new Map(request.tree.map(({ path, object }) => [path, object]));
    const paths = new Set([...request.mainline.revisions.keys(), ...this.atHead.keys()]);
    for (const path of paths) {
      if (request.without?.includes(path) === true) continue;
      if (isForeignPath(path) || !(mayExport(path) || isOfPackage(path))) continue;
      const folder = nearestRoot(folderOf(path), request.roots);
      const list = this.pathsOf.get(folder);
      if (list === undefined) this.pathsOf.set(folder, [path]);
      else list.push(path);
    }
  }

  /** Keys of the contents below a folder as they stood there, by path. */
  at({ position, ecosystem }: Release, folder: string): string[] {
    const languages = ecosystems.get(ecosystem) ?? [];
    const { revisions } = this.request.mainline;
    const keys = (this.pathsOf.get(folder) ?? []).flatMap((path) => {
      const isManifest = ecosystem === "npm" && nameOf(path) === manifestName;
      if (!isManifest && !languages.includes(languageOf(path)?.name ?? "")) return [];
      const atHead = this.atHead.get(path) ?? null;
      const object = objectAt(revisions.get(path), atHead, position);
      if (object === null) return [];
      return [{ key: `${object} ${path}`, path, object }];
    });
    if (ecosystem === "npm" && keys.length > mostModules) return [];
    for (const { key, path, object } of keys) this.wanted.set(key, { path, object });
    return keys.map(({ key }) => key);
  }

  ask(batch: ObjectBatch): void {
    const order = [...this.wanted];
    batch.ask(
      order.map(([, { object }]) => object),
      (index, content) => {
        const [key = "", one] = order[index] ?? [];
        if (content === null || one === undefined || content.length > largestFile) return;
        const text = decodeText(content);
        if (text !== null) this.said.set(key, saidBy(one.path, text));
      },
    );
  }

  namesOf(keys: readonly string[]): string[] {
    return [...new Set(keys.flatMap((key) => this.said.get(key)?.names ?? []))].sort();
  }

  /** Of the package of npm in a folder, whose files the keys are. */
  packageAt(keys: readonly string[], folder: string): ReturnType<typeof packageExports> {
    const modules = new Map<string, JavascriptModule>();
    let entries: readonly string[] = [];
    for (const key of keys) {
      const { path } = this.wanted.get(key) ?? { path: "" };
      const said = this.said.get(key);
      const inside = folder === "." ? path : path.slice(folder.length + 1);
      if (inside === manifestName) entries = said?.entries ?? [];
      else if (said?.module != null) modules.set(inside, said.module);
    }
    return packageExports(modules, entries);
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Any file of code may be the entry that the manifest names, or be passed on by it. */
function isOfPackage(path: string): boolean {
  if (nameOf(path) === manifestName) return true;
  return npmLanguages.has(languageOf(path)?.name ?? "") && !isTestPath(path);
}

function saidBy(path: string, text: string): Said {
  if (nameOf(path) === manifestName) return { names: [], module: null, entries: entriesOf(text) };
  const isModule = npmLanguages.has(languageOf(path)?.name ?? "");
  return isModule
    ? { names: [], module: javascriptModule(text), entries: [] }
    : { names: exportedNames(path, text), module: null, entries: [] };
}

function numbered(
  folder: string,
  read: readonly {
    readonly release: Omit<ReleaseExports["releases"][number], "exported">;
    readonly names: ReadonlySet<string>;
  }[],
): ReleaseExports {
  const names = [...new Set(read.flatMap((one) => [...one.names]))].sort();
  const numberOf = new Map(names.map((name, index) => [name, index]));
  return {
    folder,
    names,
    releases: read.map(({ release, names: exported }) => ({
      ...release,
      exported: Uint16Array.from([...exported], (name) => numberOf.get(name) ?? 0).sort(),
    })),
  };
}

function typeOf(purl: string): string {
  return /^pkg:([a-z]{1,20})\//.exec(purl)?.[1] ?? "";
}

/** Releases of the packages of each folder, each version once, when it first came. */
function releasesByFolder(request: ReleaseExportsRequest): Map<string, Release[]> {
  const { files, roots, mainline } = request;
  const found = new Map<string, Map<string, Release>>();
  const add = (folder: string, release: Release): void => {
    const versions = found.get(folder) ?? new Map<string, Release>();
    const known = versions.get(release.version);
    if (known === undefined || release.position < known.position)
      versions.set(release.version, release);
    found.set(folder, versions);
  };
  for (const { path, packages } of files) {
    const folder = nearestRoot(folderOf(path), roots);
    for (const { purl, isPrivate, spans } of packages) {
      if (isPrivate || !ecosystems.has(typeOf(purl))) continue;
      for (const { value, from } of spans) {
        if (value === null || value === "") continue;
        const position = mainline.positionOf(from.commit);
        add(folder, {
          version: value,
          commit: from.commit,
          at: from.at,
          ecosystem: typeOf(purl),
          position,
        });
      }
    }
  }
  for (const [folder, release] of taggedModules(request)) add(folder, release);
  return new Map(
    [...found].map(([folder, versions]) => [
      folder,
      [...versions.values()].sort(
        (a, b) => a.position - b.position || (a.version < b.version ? -1 : 1),
      ),
    ]),
  );
}

/** Versions of Go modules are tags: `v1.2.3` of the root's, `tools/v1.2.3` of that of `tools`; those off the mainline are left out. */
function* taggedModules(request: ReleaseExportsRequest): Generator<[string, Release]> {
  const { files, roots, mainline, tags, earlier } = request;
  const modules = new Map<string, number>();
  for (const { path, packages } of files) {
    for (const { purl, spans } of packages) {
      const first = spans[0]?.from.commit;
      if (first === undefined || typeOf(purl) !== "golang") continue;
      const folder = nearestRoot(folderOf(path), roots);
      const since = Math.min(modules.get(folder) ?? Infinity, mainline.positionOf(first));
      modules.set(folder, since);
    }
  }
  const known = new Map((earlier?.tags ?? []).map((tag) => [tag.name, tag.commit]));
  for (const [name, commit] of modules.size === 0 ? [] : tags) {
    const [, prefix = "", version] = versionTag.exec(name) ?? [];
    const folder = prefix === "" ? "." : prefix.slice(0, -1);
    const position = mainline.positionOf(commit);
    // A tag from before there was a module is no release of it.
    if (version === undefined || position < (modules.get(folder) ?? Infinity)) continue;
    if (position >= 0)
      yield [
        folder,
        { version, commit, at: mainline.momentAt(position).at, ecosystem: "golang", position },
      ];
    else if (known.get(name) === commit)
      yield [folder, { version, commit, at: 0, ecosystem: "golang", position }];
    else if (earlier !== null) throw new NeedsWholeHistory(name);
  }
}
