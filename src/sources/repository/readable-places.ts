import { certainTemplate, folderSigns, type FolderSign } from "#evidence/folder-signs.ts";
import { languageOf } from "#evidence/languages.ts";
import type { FolderPlaces, LeftOutFolder } from "#evidence/repository-evidence.ts";
import { readBlobs } from "../git/blobs.ts";
import type { GitLocation } from "../git/run.ts";
import type { TreeEntry } from "../git/tree.ts";
import { folderOf } from "./folders.ts";
import { isTemplateFile, templateFoldersIn } from "./template-files.ts";

/** More manifests than these in one folder called `vendor` are a tree of dependencies, whatever else is in it. */
const mostManifests = 20;
const mostAdmitted = 100;
const mostListed = 30;
const mostTemplates = 50;
const mostRead = 80;
const largestRead = 256 * 1024;

const manifest =
  /(?:^|\/)(?:package\.json|composer\.json|go\.mod|Cargo\.toml|pyproject\.toml|setup\.(?:py|cfg)|requirements[\w.-]{0,60}\.txt|Pipfile|Gemfile|[^/]{1,100}\.(?:gemspec|csproj|fsproj|vbproj|sbt)|pom\.xml|build\.gradle(?:\.kts)?|Chart\.ya?ml|catalog-info\.ya?ml)$/;
/** Only such paths are looked at closely. */
const mayBeSigned =
  /(?:^|\/)(?:node_modules|bower_components|jspm_packages|site-packages|\.yarn|\.bundle|\.venv|\.terraform|Pods|Carthage|vendor|vendored|third[_-]?party|dist|__fixtures__|fixtures?|test[-_]?data)\//i;
/** What a tool that copies dependencies into a repository leaves beside them. */
const vendoringMark =
  /\/(?:modules\.txt|autoload\.php|installed\.json|\.package-lock\.json|\.cargo-checksum\.json|\.vendored|vendor\.conf|manifest\.json\.lock)$|\/(?:github\.com|golang\.org|gopkg\.in)\//;
const license = /\/(?:LICEN[CS]E|COPYING|NOTICE)[^/]{0,40}$/i;
/** Files that say which folders are built, owned or members. */
const referring =
  /^(?:(?:\.github\/|\.gitlab\/|docs\/)?CODEOWNERS|package\.json|pnpm-workspace\.yaml|lerna\.json|Cargo\.toml|go\.work|settings\.gradle(?:\.kts)?|pom\.xml|pyproject\.toml|composer\.json|build\.sbt|\.gitlab-ci\.yml|\.circleci\/config\.yml|skaffold\.yaml|\.github\/workflows\/[^/]{1,100}\.ya?ml|(?:[^/]{1,100}\/){0,2}(?:docker-)?compose[\w.-]{0,60}\.ya?ml)$/;

/** Which folders of a repository are read as its own, decided by the tree at HEAD and the few files that refer to folders. */
export class ReadablePlaces {
  readonly places: FolderPlaces;
  private readonly admitted: ReadonlySet<string>;
  private readonly templates: readonly string[];

  constructor(places: FolderPlaces) {
    this.places = places;
    this.admitted = new Set(places.admitted);
    this.templates = places.templates.map((folder) => `${folder}/`);
  }

  /** Does what is written there say nothing of the repository itself? Also asked of paths that are no longer at HEAD. */
  leavesOut(path: string): boolean {
    if (certainTemplate(path) !== null) return true;
    if (this.templates.some((folder) => path.startsWith(folder))) return true;
    if (!mayBeSigned.test(path)) return false;
    const sign = copiedSign(folderOf(path));
    return sign !== null && !this.admitted.has(sign.folder);
  }

  /** Does it lie in a folder that is called as others' folders are, and read nevertheless? */
  admits(path: string): boolean {
    if (this.admitted.size === 0 || !mayBeSigned.test(path)) return false;
    const sign = copiedSign(folderOf(path));
    return sign !== null && this.admitted.has(sign.folder);
  }

  /** Would another reading have asked for other histories? */
  differsFrom(earlier: FolderPlaces | undefined): boolean {
    const told = (places: FolderPlaces | undefined): string =>
      JSON.stringify([places?.admitted ?? [], places?.templates ?? []]);
    return told(earlier) !== told(this.places);
  }
}

interface Group {
  readonly folder: string;
  readonly sign: LeftOutFolder["sign"];
  manifests: string[];
  isMarked: boolean;
  hasCode: boolean;
}

export async function readPlaces(
  location: GitLocation,
  tree: readonly TreeEntry[],
  signal?: AbortSignal,
): Promise<ReadablePlaces> {
  const groups = groupsOf(tree);
  const texts = await textsOf(location, tree, groups.size > 0, signal);
  const templates = [...new Set(texts.flatMap(({ path, text }) => templateFoldersIn(path, text)))]
    .sort()
    .slice(0, mostTemplates);
  for (const folder of templates) addTemplate(groups, tree, folder);
  const mentions = texts.map(({ text }) => text).join("\n");
  const admitted: string[] = [];
  let admittedManifests = 0;
  for (const group of [...groups.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1))) {
    if (!isOwn(group, mentions)) continue;
    admittedManifests += group.manifests.length;
    if (admittedManifests > mostAdmitted) break;
    admitted.push(group.folder);
    groups.delete(group.folder);
  }
  const out = [...groups.values()].filter(({ manifests }) => manifests.length > 0);
  return new ReadablePlaces({
    leftOut: out
      .sort((a, b) => b.manifests.length - a.manifests.length || (a.folder < b.folder ? -1 : 1))
      .slice(0, mostListed)
      .map(({ folder, sign, manifests }) => ({ folder, sign, manifestsCount: manifests.length })),
    leftOutCount: out.length,
    admitted,
    templates,
  });
}

const copied: ReadonlySet<FolderSign> = new Set(["installed", "vendored", "test-data"]);

/** The topmost folder above that holds copies or inputs; what is installed below a vendored folder counts for that one. */
function copiedSign(folder: string): { folder: string; sign: FolderSign } | null {
  const signs = folderSigns(folder).filter(({ sign }) => copied.has(sign));
  return signs.find(({ sign }) => sign === "installed") ?? signs[0] ?? null;
}

function groupsOf(tree: readonly TreeEntry[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  const known = new Map<string, Group | null>();
  for (const { path } of tree) {
    const template = manifest.test(path) ? certainTemplate(path) : null;
    if (template !== null) groupAt(groups, template, "template").manifests.push(path);
    if (template !== null || !mayBeSigned.test(path)) continue;
    const folder = folderOf(path);
    let group = known.get(folder);
    if (group === undefined) {
      const found = copiedSign(folder);
      group = found === null ? null : groupAt(groups, found.folder, found.sign);
      known.set(folder, group);
    }
    if (group === null) continue;
    if (manifest.test(path)) group.manifests.push(path);
    else if (group.sign === "vendored") weigh(group, path);
  }
  return groups;
}

function groupAt(groups: Map<string, Group>, folder: string, sign: FolderSign): Group {
  const known = groups.get(folder);
  if (known !== undefined) return known;
  const named = sign === "installed" || sign === "vendored" || sign === "test-data" ? sign : null;
  const group: Group = {
    folder,
    sign: named ?? "template",
    manifests: [],
    isMarked: false,
    hasCode: false,
  };
  groups.set(folder, group);
  return group;
}

function weigh(group: Group, path: string): void {
  const below = path.slice(group.folder.length);
  if (vendoringMark.test(below) || (license.test(below) && below.lastIndexOf("/") > 0))
    group.isMarked = true;
  else if (languageOf(path)?.kind === "code") group.hasCode = true;
}

function addTemplate(groups: Map<string, Group>, tree: readonly TreeEntry[], folder: string): void {
  const inside = `${folder}/`;
  const group = groupAt(groups, folder, "template");
  for (const { path } of tree)
    if (path.startsWith(inside) && manifest.test(path) && !group.manifests.includes(path))
      group.manifests.push(path);
}

/** May it be the repository's own work? The model decides, from everything that was read. */
function isOwn(group: Group, mentions: string): boolean {
  const { sign, manifests, isMarked, hasCode, folder } = group;
  if (manifests.length === 0 || manifests.length > mostManifests || isMarked) return false;
  if (sign === "vendored") return hasCode || mentions.includes(folder);
  return sign === "test-data" && mentions.includes(folder);
}

async function textsOf(
  location: GitLocation,
  tree: readonly TreeEntry[],
  withReferring: boolean,
  signal: AbortSignal | undefined,
): Promise<{ path: string; text: string }[]> {
  const wanted = tree
    .filter(({ path }) => isTemplateFile(path) || (withReferring && referring.test(path)))
    .slice(0, mostRead);
  const texts: { path: string; text: string }[] = [];
  if (wanted.length === 0) return texts;
  await readBlobs(
    location,
    wanted.map(({ object }) => object),
    (index, content) => {
      const path = wanted[index]?.path;
      if (path === undefined || content === null || content.length > largestRead) return;
      texts.push({ path, text: content.toString("utf8") });
    },
    { signal, largest: largestRead },
  );
  return texts;
}
