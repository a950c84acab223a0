import { append } from "#kernel/lists-by-key.ts";
import { unknownGroup } from "#evidence/own-repository.ts";
import { hasPlaceholder, readablePurl } from "#evidence/placeholders.ts";
import type { DefinitionHistory, FileHistory } from "#evidence/repository-evidence.ts";
import { folderOf } from "../units.ts";
import { always } from "./always.ts";
import { expandOver, type Lookup } from "./expand.ts";
import type { RepositoryView, AllViews } from "./repository-view.ts";

interface Pom {
  readonly file: FileHistory;
  readonly view: RepositoryView;
}

const longestChain = 20;
/** Bills of materials import others. */
const deepestImport = 4;

/** The nearest come first: what so many others import as well says nothing more. */
const mostImported = 200;

/** Names of a pom: what is given from outside, its own, those of its parents, then what lists of versions say that it imports. */
export function mavenLookup(file: FileHistory, view: RepositoryView, all: AllViews): Lookup {
  return lookupOf({ file, view }, all, 0);
}

function lookupOf(pom: Pom, all: AllViews, depth: number): Lookup {
  const chain = [pom, ...parentsOf(pom, all)];
  const outside = pom.view.lookupIn(
    [...pom.view.definingAbove(folderOf(pom.file.path)), ...mavenFolders(pom)].filter(
      ({ source }) => source === "maven-folder",
    ),
  );
  const ownGroups = groupNames(pom.file);
  const known = new Map<string, readonly DefinitionHistory[]>();
  return (name) => {
    let rows = known.get(name);
    if (rows !== undefined) return rows;
    rows = [...outside(name), ...chain.flatMap((one) => one.view.definedIn(one.file, name))];
    if (name.startsWith("managed:") && depth < deepestImport)
      rows = [...rows, ...imported(name, chain, all, depth)];
    if (ownGroups.has(name)) rows = [...rows, always(name, unknownGroup)];
    known.set(name, rows);
    return rows;
  };
}

/** `.mvn` stands beside the pom that a build begins with. */
function mavenFolders({ file, view }: Pom): FileHistory[] {
  const found: FileHistory[] = [];
  for (let folder = folderOf(file.path); ; folder = folderOf(folder)) {
    for (const each of view.definingIn(folder === "." ? ".mvn" : `${folder}/.mvn`))
      found.push(each);
    if (folder === ".") return found;
  }
}

/** Names that only the group of what the pom offers asks for: where a parent that was not read sets them, it is unknown. */
function groupNames({ packages }: FileHistory): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { purl } of packages) {
    const group =
      /^pkg:maven\/([^/]{1,300})\//.exec(hasPlaceholder(purl) ? readablePurl(purl) : "")?.[1] ?? "";
    for (const [, name = ""] of group.matchAll(/\$\{([^${}]{1,200})\}/g)) names.add(name);
  }
  return names;
}

/** The nearest first; circles end where they close. */
function parentsOf(pom: Pom, all: AllViews): Pom[] {
  const chain: Pom[] = [];
  const seen = new Set([pom.file]);
  for (let at: Pom | null = pom; at !== null && chain.length < longestChain;) {
    const next: Pom | null = parentOf(at, all);
    if (next === null || seen.has(next.file)) break;
    seen.add(next.file);
    chain.push(next);
    at = next;
  }
  return chain;
}

/** Where the pom says that it lies, if that is the one it names; else by its coordinates, in whatever repository. */
function parentOf({ file, view }: Pom, all: AllViews): Pom | null {
  const rows = view.definedIn(file, "maven.parent").toSorted((a, b) => endOf(b) - endOf(a));
  for (const { purl = "", localPath } of rows) {
    const artefact = purl.slice(purl.lastIndexOf("/") + 1);
    const named = purl.startsWith("pkg:maven/-/") ? null : artefact;
    for (const path of localPath === undefined
      ? []
      : [localPath, localPath === "." ? "pom.xml" : `${localPath}/pom.xml`]) {
      const found = view
        .at(path)
        .find(
          (one) =>
            one.source === "maven" &&
            (named === null || one.packages.some((offer) => offer.purl.endsWith(`/${named}`))),
        );
      if (found !== undefined) return { file: found, view };
    }
    const elsewhere = named === null ? null : pomNamed(purl, view, all);
    if (elsewhere !== null) return elsewhere;
  }
  return null;
}

/** Of spans: when the last one ends, for "newest first". */
function endOf({ spans }: DefinitionHistory): number {
  const last = spans.at(-1);
  return last === undefined ? 0 : (last.to?.at ?? Infinity);
}

const indexes = new WeakMap<AllViews, ReadonlyMap<string, readonly Pom[]>>();

/** The pom of these coordinates; its own repository's first. A group that is itself inherited is not compared. */
function pomNamed(purl: string, view: RepositoryView, all: AllViews): Pom | null {
  let index = indexes.get(all);
  if (index === undefined) {
    const byArtefact = new Map<string, Pom[]>();
    for (const one of all) {
      for (const file of one.files) {
        if (file.source !== "maven") continue;
        for (const offer of file.packages) {
          const artefact = offer.purl.slice(offer.purl.lastIndexOf("/") + 1);
          append(byArtefact, artefact, { file, view: one });
        }
      }
    }
    indexes.set(all, (index = byArtefact));
  }
  const named = index.get(purl.slice(purl.lastIndexOf("/") + 1)) ?? [];
  const matching = named.filter(({ file }) =>
    file.packages.some(
      (one) => one.purl === purl || (hasPlaceholder(one.purl) && named.length === 1),
    ),
  );
  return matching.find((one) => one.view === view) ?? matching[0] ?? null;
}

const bomLookups = new WeakMap<AllViews, Map<FileHistory, Lookup>[]>();

/** By depth and file: twenty parents that import a list each, whose parents import others, would be gone through for each again. */
function bomLookup(bom: Pom, all: AllViews, depth: number): Lookup {
  let byDepth = bomLookups.get(all);
  if (byDepth === undefined) bomLookups.set(all, (byDepth = []));
  const known = (byDepth[depth] ??= new Map<FileHistory, Lookup>());
  let lookup = known.get(bom.file);
  if (lookup === undefined) known.set(bom.file, (lookup = lookupOf(bom, all, depth)));
  return lookup;
}

/** What the lists of versions say that a pom or its parents import, in the words of those lists. */
function imported(
  name: string,
  chain: readonly Pom[],
  all: AllViews,
  depth: number,
): DefinitionHistory[] {
  const rows: DefinitionHistory[] = [];
  for (const { file, view } of chain) {
    for (const bom of view.definedIn(file, "maven.bom")) {
      const found = pomNamed(bom.purl ?? "", view, all);
      if (found === null || found.file === file) continue;
      if (rows.length >= mostImported) return rows;
      const inBom = bomLookup(found, all, depth + 1);
      for (const row of inBom(name)) {
        const spans = row.spans.flatMap((span) => {
          // The list's own version is the one that is imported, whatever it has become since.
          const isOwn = /^\$\{(?:project\.(?:parent\.)?version|revision)\}$/.test(span.value);
          if (isOwn) return bom.spans;
          return expandOver(span.value, span, inBom).map((one) => ({
            ...one,
            value: one.value ?? "",
          }));
        });
        rows.push({ name, spans });
      }
    }
  }
  return rows;
}
