import type { OwnerRule, OwnersDialect } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import { languageOf } from "#evidence/languages.ts";
import { ownersOf, rulesOf } from "#evidence/owner-rules.ts";
import type { HeadFile, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { isTestPath } from "#evidence/test-path.ts";
import type { Forge } from "./forges.ts";
import { folderOf, nearest } from "./units.ts";

/** Where each forge looks, first to last; the first file that is there counts whole. */
const places: Readonly<Record<Forge, readonly string[]>> = {
  github: [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"],
  gitlab: ["CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"],
  bitbucket: [".bitbucket/CODEOWNERS", "CODEOWNERS"],
};
const anyPlace = [
  ".github/CODEOWNERS",
  "CODEOWNERS",
  "docs/CODEOWNERS",
  ".gitlab/CODEOWNERS",
  ".bitbucket/CODEOWNERS",
];

export interface CodeownersFile {
  readonly file: HeadFile;
  readonly dialect: OwnersDialect;
  /** Only the rules that the forge reads. */
  readonly rules: readonly OwnerRule[];
}

const filesOf = new WeakMap<RepositoryEvidence, CodeownersFile | null>();

/** The CODEOWNERS file that counts for a repository, as its forge reads it; null where there is none. */
export function codeownersFile(
  repository: RepositoryEvidence,
  forge: Forge | null,
): CodeownersFile | null {
  const known = filesOf.get(repository);
  if (known !== undefined) return known;
  const found = findFile(repository.headFiles, forge);
  filesOf.set(repository, found);
  return found;
}

function findFile(headFiles: readonly HeadFile[], forge: Forge | null): CodeownersFile | null {
  const order = forge === null ? anyPlace : places[forge];
  const named = headFiles.filter(({ ownerRules }) => ownerRules.length > 0);
  const file = order.flatMap((path) => named.find((one) => one.path === path) ?? [])[0];
  if (file === undefined) return null;
  const dialect = forge === null ? dialectOf(file) : forge === "gitlab" ? "gitlab" : "github";
  return { file, dialect, rules: rulesOf(file.ownerRules, dialect) };
}

/** By where it lies; elsewhere only GitLab has sections. */
function dialectOf({ path, ownerRules }: HeadFile): OwnersDialect {
  if (path.startsWith(".gitlab/")) return "gitlab";
  if (path.startsWith(".")) return "github";
  return ownerRules.some(({ section }) => section !== undefined) ? "gitlab" : "github";
}

const secondsPerDay = 86_400;

/** Asking about more files of one folder does not change who owns most of them. */
const mostAsked = 400;
const buildFile =
  /(?:^|\/)(?:Gemfile|Rakefile|[^/]{1,100}\.gemspec|setup\.py|(?:build|settings)\.(?:gradle|sbt)(?:\.kts)?|(?:build|settings)\.gradle\.kts|Package\.swift|mix\.exs|[^/]{1,100}\.(?:cabal|podspec)|conanfile\.py|noxfile\.py|Jenkinsfile)$/;

/**
 * By folder of `folders` the files whose owners tell whose the code is: code that belongs to no deeper folder; tests where there
 * is nothing else, then whatever is no manifest, then documents. Empty: nothing lies there that would tell. Of files at HEAD
 * those count that were there before `asOf` (seconds since the epoch).
 */
export function codePaths(
  { fileChanges, files }: RepositoryEvidence,
  folders: ReadonlySet<string>,
  asOf: number,
): ReadonlyMap<string, readonly string[]> {
  const { paths: atHead, ends, days } = fileChanges;
  const manifests = new Set(
    files
      .filter((one) => one.packages.length + one.dependencies.length > 0 || one.source === "locks")
      .map(({ path }) => path),
  );
  const byFolder = new Map<string, string[][]>();
  for (const [index, path] of atHead.entries()) {
    const firstDay = days[index === 0 ? 0 : (ends[index - 1] ?? 0)] ?? 0;
    const rank = firstDay * secondsPerDay < asOf ? rankOf(path, manifests.has(path)) : null;
    if (rank === null) continue;
    const folder = nearest(folderOf(path), folders);
    const ranked = byFolder.get(folder) ?? [[], [], [], []];
    byFolder.set(folder, ranked);
    ranked[rank]?.push(path);
  }
  return new Map(
    [...byFolder].map(([folder, ranked]) => [
      folder,
      sample(ranked.find((paths) => paths.length > 0) ?? []),
    ]),
  );
}

/** Code that is somebody's work here, tests and scripts of the build left out. */
export function isOwnCode(path: string): boolean {
  return rankOf(path, false) === 0;
}

/** 0: code, 1: tests, 2: other files, 3: documents; null: manifests, and what somebody else wrote. */
function rankOf(path: string, isManifest: boolean): number | null {
  if (isForeignPath(path) || buildFile.test(path)) return null;
  const kind = languageOf(path)?.kind ?? "data";
  if (kind === "doc") return 3;
  const isCode = kind === "code" || kind === "template" || kind === "style";
  if (isCode) return isTestPath(path) ? 1 : 0;
  const isOfForge = /(?:^|\/)\.[^/]{1,60}\//.test(path) || /(?:^|\/)CODEOWNERS$/.test(path);
  return isManifest || isOfForge ? null : 2;
}

function sample(paths: readonly string[]): readonly string[] {
  if (paths.length <= mostAsked) return paths;
  const step = paths.length / mostAsked;
  return Array.from({ length: mostAsked }, (_, at) => paths[Math.floor(at * step)] ?? "");
}

export interface CodeOwnership {
  /** As written, each once; several own as much. */
  readonly owners: readonly string[];
  /** The rule that decides about most of the files. */
  readonly rule: OwnerRule;
}

export interface OwnedCode {
  readonly folder: string;
  /** Of the files that tell. */
  readonly paths: readonly string[];
  readonly manifest: string | null;
}

/**
 * Who owns the most files of a folder by the names that `teamsIn` finds in a rule; null where most have no owner. A folder without
 * files that tell is asked about as if code were put there, then its manifest.
 */
export function ownersOfCode(
  { rules, dialect }: CodeownersFile,
  { folder, paths, manifest }: OwnedCode,
  teamsIn: (rule: OwnerRule) => readonly string[],
): CodeOwnership | null {
  const askAbout = (path: string): OwnerRule | null => ownersOf(rules, path, dialect);
  if (paths.length === 0) {
    const inside = askAbout(folder === "." ? "code" : `${folder}/code`);
    const rule = inside ?? (manifest === null ? null : askAbout(manifest));
    const owners = rule === null ? [] : teamsIn(rule);
    return rule === null || owners.length === 0 ? null : { owners, rule };
  }
  const files = new Map<string, number>();
  const byLine = new Map<string, { rule: OwnerRule; owners: readonly string[]; count: number }>();
  let unowned = 0;
  for (const path of paths) {
    const rule = askAbout(path);
    const owners = rule === null ? [] : teamsIn(rule);
    if (rule === null || owners.length === 0) {
      unowned++;
      continue;
    }
    for (const owner of owners) files.set(owner, (files.get(owner) ?? 0) + 1);
    const key = `${String(rule.line)} ${owners.join(" ")}`;
    const known = byLine.get(key);
    if (known === undefined) byLine.set(key, { rule, owners, count: 1 });
    else known.count++;
  }
  const most = Math.max(0, ...files.values());
  if (most === 0 || most < unowned) return null;
  const owners = [...files]
    .filter(([, count]) => count === most || count * 2 > paths.length)
    .map(([owner]) => owner);
  const telling = [...byLine.values()]
    .filter((one) => one.owners.some((owner) => owners.includes(owner)))
    .sort((a, b) => b.count - a.count)[0];
  return telling === undefined ? null : { owners, rule: telling.rule };
}
