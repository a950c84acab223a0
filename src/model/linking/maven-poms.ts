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

/** Where the version of a package may be said besides the pom itself. */
interface Surroundings {
  /** The pom and its parents, the nearest first. */
  readonly chain: readonly Pom[];
  readonly isChainCut: boolean;
  /** What the chain imports, and what these import: each before what it imports, in the order written. */
  readonly lists: readonly ImportedList[];
  readonly areListsCut: boolean;
}

/** A list of versions (a bill of materials) that a pom, or another list, imports. */
interface ImportedList {
  readonly asked: DefinitionHistory;
  /** What it says itself and inherits. */
  readonly said: Lookup;
  /** The list that imports it; null: the pom does. */
  readonly by: ImportedList | null;
}

const longestChain = 20;
/** Bills of materials import others. */
const deepestImport = 4;

/** In all, those that others import among them: each is asked for each name. */
const mostImported = 200;

/** Names of a pom: what is given from outside, its own, those of its parents, then what lists of versions say that it imports. */
export function mavenLookup(file: FileHistory, view: RepositoryView, all: AllViews): Lookup {
  const pom = { file, view };
  const { lists } = surroundingsOf(pom, all);
  const { said } = inheritanceOf(pom, all);
  return (name) =>
    name.startsWith("managed:")
      ? [...said(name), ...lists.flatMap((list) => rowsOf(name, list))]
      : said(name);
}

/** In words, what was left out of a pom's surroundings: versions that only stand there are not known. */
export function mavenCuts(file: FileHistory, view: RepositoryView, all: AllViews): string[] {
  const { isChainCut, areListsCut } = surroundingsOf({ file, view }, all);
  return [
    ...(isChainCut ? [`only the nearest ${String(longestChain)} parents of a pom were asked`] : []),
    ...(areListsCut
      ? [`only the first ${String(mostImported)} lists of versions that a pom imports were asked`]
      : []),
  ];
}

function surroundingsOf(pom: Pom, all: AllViews): Surroundings {
  const { chain, isCut } = inheritanceOf(pom, all);
  const lists: ImportedList[] = [];
  const areListsCut = !addLists(lists, chain, all, null, 0);
  return { chain, isChainCut: isCut, lists, areListsCut };
}

/** False where there are more than are asked. */
function addLists(
  lists: ImportedList[],
  chain: readonly Pom[],
  all: AllViews,
  by: ImportedList | null,
  depth: number,
): boolean {
  if (depth >= deepestImport) return true;
  for (const { file, view } of chain) {
    for (const asked of view.definedIn(file, "maven.bom")) {
      const found = pomNamed(asked.purl ?? "", view, all);
      if (found === null || found.file === file) continue;
      if (lists.length >= mostImported) return false;
      const { chain: ofList, said } = inheritanceOf(found, all);
      const list = { asked, said, by };
      lists.push(list);
      if (!addLists(lists, ofList, all, list, depth + 1)) return false;
    }
  }
  return true;
}

/** What a pom and its parents say, what is given from outside before all. */
function saidBy(pom: Pom, chain: readonly Pom[]): Lookup {
  const outside = pom.view.lookupIn(
    [...pom.view.definingAbove(folderOf(pom.file.path)), ...mavenFolders(pom)].filter(
      ({ source }) => source === "maven-folder",
    ),
  );
  const ownGroups = groupNames(pom.file);
  return (name) => {
    const rows = [...outside(name), ...chain.flatMap((one) => one.view.definedIn(one.file, name))];
    return ownGroups.has(name) ? [...rows, always(name, unknownGroup)] : rows;
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

/** The pom itself, then its parents, the nearest first; and what they say. */
interface Inheritance {
  readonly chain: readonly Pom[];
  readonly isCut: boolean;
  readonly said: Lookup;
}

const inheritances = new WeakMap<AllViews, Map<FileHistory, Inheritance>>();

/** Once for each pom: as a list of versions it may be imported by all others. */
function inheritanceOf(pom: Pom, all: AllViews): Inheritance {
  let byFile = inheritances.get(all);
  if (byFile === undefined) inheritances.set(all, (byFile = new Map<FileHistory, Inheritance>()));
  let found = byFile.get(pom.file);
  if (found === undefined) {
    const { chain, isCut } = chainOf(pom, all);
    byFile.set(pom.file, (found = { chain, isCut, said: saidBy(pom, chain) }));
  }
  return found;
}

/** Circles end where they close. */
function chainOf(pom: Pom, all: AllViews): { readonly chain: Pom[]; readonly isCut: boolean } {
  const chain = [pom];
  const seen = new Set([pom.file]);
  for (let at = pom; ;) {
    const next = parentOf(at, all);
    if (next === null || seen.has(next.file)) return { chain, isCut: false };
    if (chain.length > longestChain) return { chain, isCut: true };
    seen.add(next.file);
    chain.push(next);
    at = next;
  }
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

interface PomIndex {
  readonly byPurl: ReadonlyMap<string, readonly Pom[]>;
  readonly byArtefact: ReadonlyMap<string, readonly Pom[]>;
}

const indexes = new WeakMap<AllViews, PomIndex>();

/** The pom of these coordinates; its own repository's first. A group that is itself inherited is not compared. */
function pomNamed(purl: string, view: RepositoryView, all: AllViews): Pom | null {
  let index = indexes.get(all);
  if (index === undefined) indexes.set(all, (index = indexOf(all)));
  const [sole, ...others] = index.byArtefact.get(artefactOf(purl)) ?? [];
  if (sole === undefined) return null;
  const isPlaced = ({ file }: Pom): boolean =>
    file.packages.some((one) => hasPlaceholder(one.purl));
  const matching = index.byPurl.get(purl) ?? (others.length === 0 && isPlaced(sole) ? [sole] : []);
  return matching.find((one) => one.view === view) ?? matching[0] ?? null;
}

function indexOf(all: AllViews): PomIndex {
  const byPurl = new Map<string, Pom[]>();
  const byArtefact = new Map<string, Pom[]>();
  for (const view of all)
    for (const file of view.files) {
      if (file.source !== "maven") continue;
      for (const { purl } of file.packages) {
        append(byPurl, purl, { file, view });
        append(byArtefact, artefactOf(purl), { file, view });
      }
    }
  return { byPurl, byArtefact };
}

function artefactOf(purl: string): string {
  return purl.slice(purl.lastIndexOf("/") + 1);
}

/** What a list says of a name, in the words of the lists that lead to it. */
function rowsOf(name: string, from: ImportedList): DefinitionHistory[] {
  let rows = from.said(name);
  for (let list: ImportedList | null = from; list !== null && rows.length > 0; list = list.by) {
    const { asked, said } = list;
    rows = rows.map(({ spans }) => ({
      name,
      spans: spans.flatMap((span) => {
        // The list's own version is the one that is imported, whatever it has become since.
        const isOwn = /^\$\{(?:project\.(?:parent\.)?version|revision)\}$/.test(span.value);
        if (isOwn) return asked.spans;
        return expandOver(span.value, span, said).map((one) => ({
          ...one,
          value: one.value ?? "",
        }));
      }),
    }));
  }
  return [...rows];
}
