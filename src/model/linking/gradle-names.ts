import { ownRepository, unknownGroup } from "#evidence/own-repository.ts";
import type { DefinitionHistory, FileHistory } from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import { always } from "./always.ts";
import type { Lookup } from "./expand.ts";
import {
  foldersAbove,
  GradleBuilds,
  isBelow,
  isBuildScript,
  isSettings,
  joinFolder,
} from "./gradle-builds.ts";
import type { RepositoryView, AllViews } from "./repository-view.ts";

type Rows = readonly DefinitionHistory[];

const namesOf = new WeakMap<RepositoryView, GradleNames>();

/** Where the files of a Gradle build look for names: https://docs.gradle.org/current/userguide/build_environment.html */
export function gradleLookup(file: FileHistory, view: RepositoryView, all: AllViews): Lookup {
  let names = namesOf.get(view);
  if (names === undefined) namesOf.set(view, (names = new GradleNames(view, all)));
  return names.lookupFor(file);
}

class GradleNames {
  private readonly view: RepositoryView;
  private readonly all: AllViews;
  private readonly builds: GradleBuilds;
  private readonly catalogs: readonly FileHistory[];
  /** Constants, by each ending of their names: scripts import objects and leave the rest out. */
  private readonly constants = new Map<string, DefinitionHistory[]>();
  private readonly general = new Map<string, Lookup>();
  /** Files with definitions, by source and path. */
  private readonly defining = new Map<string, readonly FileHistory[]>();

  constructor(view: RepositoryView, all: AllViews) {
    this.view = view;
    this.all = all;
    this.builds = new GradleBuilds(
      view.files.filter((file) => file.home === undefined || !isCopy(file)),
    );
    this.catalogs = view.files.filter(({ source }) => source === "gradle-version-catalog");
    for (const file of view.files) {
      if (file.source !== "gradle-constants") continue;
      for (const one of file.definitions ?? []) {
        for (let name = one.name; name !== ""; name = endOf(name)) {
          const rows = this.constants.get(name);
          if (rows === undefined) this.constants.set(name, [one]);
          else rows.push(one);
        }
      }
    }
  }

  lookupFor(file: FileHistory): Lookup {
    const folder = file.home ?? folderOf(file.path);
    const root = this.builds.rootOf(folder);
    // A project of the settings may hold no file of its own.
    const own = [...this.originals(file), ...this.takenIn(file)];
    const around = this.aroundOf(folder);
    return (name) => {
      const special = this.special(name, { folder, root, own });
      if (special !== null) return special;
      const plain = own.flatMap((one) => this.view.definedIn(one, name));
      if (plain.length > 0 && name !== "version" && name !== "group")
        return [...plain, ...around(name)];
      const [first = "", ...rest] = name.split(".");
      const entries = rest.length === 0 ? [] : this.entries(first, rest.join("."), folder);
      const found = [...plain, ...entries, ...around(name)];
      if (
        found.length > 0 ||
        !/^(?:name|group|version|archivesName|base\.archivesName|archivesBaseName)$/.test(name)
      )
        return found;
      // The name of the project itself, not that of what it publishes: that is often made from it.
      if (name !== "group" && name !== "version") return this.nameOf(folder, root, null);
      return this.inherited(name, folder, root, own);
    };
  }

  /** A copy for another folder knows what its file defines. */
  private originals(file: FileHistory): readonly FileHistory[] {
    // Settings have a copy for each project without a script.
    const key = `${file.source}\n${file.path}`;
    let found = this.defining.get(key);
    if (found === undefined) {
      found = this.view
        .at(file.path)
        .filter((one) => one.source === file.source && one.definitions !== undefined);
      this.defining.set(key, found);
    }
    return found;
  }

  /** Scripts that a file applies, and those that these apply. */
  private takenIn(file: FileHistory): FileHistory[] {
    const found: FileHistory[] = [];
    const open = [file, ...this.originals(file)];
    for (let next = open.pop(); next !== undefined && found.length < 200; next = open.pop()) {
      for (const { path } of next.includes ?? []) {
        for (const one of this.view.at(path)) {
          if (one.source !== "gradle" || found.includes(one)) continue;
          found.push(one);
          open.push(one);
        }
      }
    }
    return found;
  }

  /** Properties and scripts from a folder up, settings, constants of builds of plugins. */
  private aroundOf(folder: string): Lookup {
    const known = this.general.get(folder);
    if (known !== undefined) return known;
    const files: FileHistory[] = [];
    for (const above of foldersAbove(folder)) {
      const here = this.view.definingIn(above);
      for (const each of here.filter(({ source }) => source === "gradle-properties"))
        files.push(each);
      for (const script of here.filter((one) => isBuildScript(one) || isSettings(one)))
        files.push(script, ...this.takenIn(script));
    }
    const direct = this.view.lookupIn(files);
    const lookup: Lookup = (name) => [...direct(name), ...(this.constants.get(name) ?? [])];
    this.general.set(folder, lookup);
    return lookup;
  }

  private special(
    name: string,
    place: { readonly folder: string; readonly root: string; readonly own: readonly FileHistory[] },
  ): Rows | null {
    const { folder, root, own } = place;
    if (name === "gradle.name") return this.nameOf(folder, root, own);
    if (name === "gradle.group" || name === "gradle.own-group" || name === "gradle.version") {
      const key = name === "gradle.version" ? "version" : "group";
      const found = this.inherited(key, folder, root, own);
      return name === "gradle.group" ? [...found, always(name, unknownGroup)] : found;
    }
    if (name === "rootProject.name") return this.nameOf(root, root, null);
    if (name === "rootProject.group" || name === "rootProject.version")
      return this.inherited(
        name.slice("rootProject.".length),
        root,
        root,
        this.view.definingIn(root).filter(isBuildScript),
      );
    if (name.startsWith("gradle.project:")) {
      const path = name.slice("gradle.project:".length).replace(/^(?:accessor)?:/, "");
      const relative = path.replace(/[:.]/g, "/");
      const settings = this.settingsAbove(folder).flatMap((one) => this.view.definedIn(one, name));
      const localPath = joinFolder(root, relative);
      return [
        ...settings,
        always(name, "", { purl: `pkg:generic/${relative === "" ? "root" : relative}`, localPath }),
      ];
    }
    return null;
  }

  private nameOf(folder: string, root: string, own: readonly FileHistory[] | null): Rows {
    const written = (own === null ? [] : [...own, ...this.propertiesIn(folder)]).flatMap((one) =>
      this.view.definedIn(one, "gradle.artifact"),
    );
    const settings = this.builds.settingsOf(root);
    const named =
      settings === null
        ? []
        : this.view.definedIn(settings, folder === root ? "gradle.root" : `gradle.name:${folder}`);
    const last = folder === "." ? ownRepository : folder.slice(folder.lastIndexOf("/") + 1);
    return [...written, ...named, always("gradle.name", last)];
  }

  /** Group or version: the project's own, that of scripts it applies, of properties, of what the root sets for all. */
  private inherited(key: string, folder: string, root: string, own: readonly FileHistory[]): Rows {
    const rows = [...own, ...this.propertiesIn(folder)].flatMap((one) =>
      this.view.definedIn(one, `gradle.${key}`),
    );
    const paths = this.builds.pathsOf(root).get(folder) ?? [];
    for (const above of foldersAbove(folder)) {
      if (!isBelow(`${above}/`, root)) break;
      for (const script of this.view.definingIn(above).filter((one) => isBuildScript(one))) {
        for (const one of [script, ...this.takenIn(script)]) {
          for (const path of paths)
            for (const each of this.view.definedIn(one, `gradle.${path}.${key}`)) rows.push(each);
          if (above !== folder)
            for (const each of this.view.definedIn(one, `gradle.subprojects.${key}`))
              rows.push(each);
          for (const each of this.view.definedIn(one, `gradle.allprojects.${key}`)) rows.push(each);
        }
      }
    }
    if (root !== folder)
      for (const one of this.propertiesIn(root))
        for (const each of this.view.definedIn(one, `gradle.${key}`)) rows.push(each);
    return rows;
  }

  private propertiesIn(folder: string): FileHistory[] {
    return this.view.definingIn(folder).filter(({ source }) => source === "gradle-properties");
  }

  private settingsAbove(folder: string): FileHistory[] {
    return [...foldersAbove(folder)].flatMap((above) => this.builds.settingsOf(above) ?? []);
  }

  /** An entry of the catalog that scripts in a folder call `accessor`; the one of `*` may be in any. */
  private entries(accessor: string, rest: string, folder: string): Rows {
    if (accessor === "catalog" || accessor === "*")
      return this.nearestCatalogs(folder).flatMap((one) =>
        this.view.definedIn(one, `catalog.${rest}`),
      );
    const rows: DefinitionHistory[] = [];
    for (const settings of this.settingsAbove(folder)) {
      for (const each of this.view.definedIn(settings, `${accessor}.${rest}`)) rows.push(each);
      for (const { spans } of this.view.definedIn(settings, `gradle.catalog:${accessor}`))
        for (const path of new Set(spans.map(({ value }) => value)))
          for (const one of this.view.at(path))
            for (const each of this.view.definedIn(one, `catalog.${rest}`)) rows.push(each);
    }
    for (const settings of this.settingsAbove(folder))
      for (const { purl } of this.view.definedIn(settings, `gradle.catalog:${accessor}`))
        if (purl !== undefined)
          for (const each of this.publishedEntries(purl, rest)) rows.push(each);
    if (rows.length > 0) return rows;
    const called = new RegExp(
      `(?:^|/)(?:gradle/)?${accessor.replace(/\W/g, "")}\\.versions\\.toml$`,
    );
    return this.nearestCatalogs(folder)
      .filter(({ path }) => called.test(path))
      .flatMap((one) => this.view.definedIn(one, `catalog.${rest}`));
  }

  /** Entries of a catalog that another repository publishes under a name: written into its script, or in the file it names. */
  private publishedEntries(purl: string, rest: string): DefinitionHistory[] {
    const artefact = decodeURIComponent(purl.slice(purl.lastIndexOf("/") + 1));
    return this.all.flatMap((view) => {
      if (view === this.view) return [];
      const isNamed = view.files.some(({ definitions = [] }) =>
        definitions.some(
          ({ name, spans }) =>
            /^gradle\.(?:root$|name:)/.test(name) && spans.some(({ value }) => value === artefact),
        ),
      );
      const scripts = isNamed ? view.files.filter(({ source }) => source === "gradle") : [];
      return scripts.flatMap((script) => [
        ...view.definedIn(script, `catalog.${rest}`),
        ...view
          .definedIn(script, "gradle.catalog:catalog")
          .flatMap(({ spans }) => spans.flatMap(({ value }) => view.at(value)))
          .flatMap((one) => view.definedIn(one, `catalog.${rest}`)),
      ]);
    });
  }

  /** Catalogs below `gradle/` of a folder or one above it come first, then any other. */
  private nearestCatalogs(folder: string): FileHistory[] {
    const depth = (file: FileHistory): number => {
      const base = folderOf(file.path).replace(/(?:^|\/)gradle$/, "") || ".";
      return isBelow(`${folder}/`, base) ? base.length : -1;
    };
    return this.catalogs.toSorted((a, b) => depth(b) - depth(a) || (a.path < b.path ? -1 : 1));
  }
}

function isCopy({ definitions, source }: FileHistory): boolean {
  return source === "gradle" && definitions === undefined;
}

/** `Libs.Acme.rail` → `Acme.rail` → `rail` → nothing. */
function endOf(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1);
}
