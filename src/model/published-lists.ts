import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { ListColumn, RepositoryList } from "#evidence/facts.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { NamedOwner } from "./owners.ts";
import type { ListedRepositories } from "./listed-repositories.ts";
import { teamNameOf } from "./team-names.ts";

interface FoundList {
  readonly owners: ReadonlyMap<string, readonly NamedOwner[]>;
  readonly namedCount: number;
}

/** A list speaks for an organisation when it names at least this share of the repositories read. */
const leastShare = 0.5;

/**
 * Owners by repository, from data files whose rows name half of the repositories that were read and have a field whose values repeat
 * as teams' do. `known` are ends of team names that other sources tell: a field that holds them holds owners.
 */
export function listedOwners(
  repositories: readonly RepositoryEvidence[],
  index: ListedRepositories,
  known: ReadonlySet<string>,
): ReadonlyMap<string, readonly NamedOwner[]> {
  const least = leastNamed(repositories);
  const found = repositories.flatMap((repository) =>
    repository.headFiles.flatMap(({ path, lists = [] }) =>
      lists.flatMap((list) => readList(list, repository, path, index, known, least) ?? []),
    ),
  );
  const owners = new Map<string, readonly NamedOwner[]>();
  for (const list of found.sort((a, b) => b.namedCount - a.namedCount))
    for (const [id, ofRepository] of list.owners) if (!owners.has(id)) owners.set(id, ofRepository);
  return owners;
}

function readList(
  list: RepositoryList,
  repository: RepositoryEvidence,
  path: string,
  index: ListedRepositories,
  known: ReadonlySet<string>,
  least: number,
): FoundList | null {
  const best = columnOfNames(list, index, least);
  if (best === null) return null;
  const rows = [...best.rows.keys()];
  const choices = list.owners
    .filter(({ field }) => field !== best.column.field)
    .map((column) => ({
      column,
      cells: cellsOf(column),
      score: scoreOf(column, rows, list.at, path, known),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [owner, rival] = choices;
  // Two fields that could as well be it: neither is.
  if (owner === undefined || owner.score === rival?.score) return null;
  const lines = list.lines.split(" ");
  const owners = new Map<string, NamedOwner[]>();
  for (const [row, id] of best.rows)
    for (const text of owner.cells[row] ?? []) {
      const ofRepository = owners.get(id) ?? [];
      owners.set(id, ofRepository);
      ofRepository.push({
        owner: text,
        ref: refOf(repository, path, Number(lines[row]), owner.column.field),
      });
    }
  return { owners, namedCount: best.count };
}

function leastNamed(repositories: readonly RepositoryEvidence[]): number {
  const readCount = repositories.filter(({ head }) => head !== null).length;
  return Math.max(2, readCount * leastShare);
}

/** The column that names most of the repositories read; null where none names enough of them for the list to speak. */
function columnOfNames(
  list: RepositoryList,
  index: ListedRepositories,
  least: number,
): ({ readonly column: ListColumn } & ReturnType<typeof namedBy>) | null {
  // No column can name more repositories than it has rows.
  if (list.rowsCount < least) return null;
  const columns = list.names.map((column) => ({ column, ...namedBy(column, index) }));
  const best = columns.sort((a, b) => b.count - a.count)[0];
  return best === undefined || best.count < least ? null : best;
}

/** What the organisation's lists call repositories that were not read, as they call them: a name, a path, an address. */
export function listedUnread(
  repositories: readonly RepositoryEvidence[],
  index: ListedRepositories,
): ReadonlySet<string> {
  const least = leastNamed(repositories);
  const unread = new Set<string>();
  for (const { headFiles } of repositories)
    for (const { lists = [] } of headFiles)
      for (const list of lists) {
        const best = columnOfNames(list, index, least);
        for (const [row, text] of (best?.column.values.split("\n") ?? []).entries())
          if (text !== "" && !text.includes("\t") && best?.rows.has(row) === false)
            unread.add(text);
      }
  return unread;
}

/** Row → id of the repository that it names. */
function namedBy(
  { values }: ListColumn,
  index: ListedRepositories,
): { rows: ReadonlyMap<number, string>; count: number } {
  const rows = new Map<number, string>();
  for (const [row, text] of values.split("\n").entries()) {
    const repository = text === "" || text.includes("\t") ? null : index.listed(text);
    if (repository !== null && repository.head !== null) rows.set(row, repository.id);
  }
  return { rows, count: new Set(rows.values()).size };
}

function cellsOf({ values }: ListColumn): string[][] {
  return values.split("\n").map((cell) => (cell === "" ? [] : cell.split("\t")));
}

/** Words for those who own, by how surely they mean it. */
const words: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:owner|owners|team|teams|squad|squads|teamname|ownerteam|owningteam|ownedby|codeowners?|codeowner)$/,
    8,
  ],
  [/owner|owned|owning|team|squad|crew|tribe|chapter|guild|custod|steward|responsib|maintain/, 6],
  [/group|unit|department|area|division/, 1],
];

/** Whom to tell is not always who owns. */
const notice = /alert|contact|slack|channel|support|oncall|notif/;

/**
 * How likely a column holds owners; 0: not. A word for owners, values that other sources know as teams, values written as teams';
 * without any of these the values must at least repeat among the repositories that were read.
 */
function scoreOf(
  column: ListColumn,
  rows: readonly number[],
  at: string,
  path: string,
  known: ReadonlySet<string>,
): number {
  const cells = cellsOf(column);
  const values = rows.flatMap((row) => cells[row] ?? []);
  const named = [...new Set(values)].map((text) => ({ text, name: teamNameOf(text) }));
  const persons = named.filter(({ text, name }) => name === "person" || /^@[^/]+$/.test(text));
  if (named.length === 0 || persons.length * 2 > named.length) return 0;
  const share = (isSo: (text: string, end: string) => boolean): number =>
    named.filter(
      ({ text, name }) => name !== null && name !== "person" && isSo(text, name.path.at(-1) ?? ""),
    ).length / named.length;
  const isKnown = share((_, end) => known.has(end.replaceAll("-", ""))) >= 0.5;
  const isWritten = share((text) => /^[#@]|\bteam\b|\bsquad\b|\/teams\//i.test(text)) >= 0.5;
  const word = wordScore(column.field, at, path);
  if (word <= 0 && !isKnown && !isWritten && new Set(values).size * 3 > values.length * 2) return 0;
  return Math.max(0.5, 1 + word) + (isKnown ? 4 : 0) + (isWritten ? 2 : 0);
}

/** Keys of maps and plain names are called what the list around them is called. */
function wordScore(field: string, at: string, path: string): number {
  const last = field.slice(Math.max(field.lastIndexOf("."), field.lastIndexOf("^")) + 1);
  const isPlain = /^(?:\$key|\$value|\$item|name|slug|id|title)$/i.test(last);
  const around = `${at.slice(at.lastIndexOf(".") + 1)} ${path.slice(path.lastIndexOf("/") + 1)}`;
  const text = isPlain ? `${field.includes(".") ? field : ""} ${around}` : last;
  const plain = text.toLowerCase().replaceAll(/[^\p{L}]/gu, "");
  const score = words.find(([word]) => word.test(plain))?.[1] ?? 0;
  return notice.test(plain) ? score - 3 : score;
}

/** Ends of the names of teams that CODEOWNERS and descriptors tell, without hyphens. */
export function knownTeams(repositories: readonly RepositoryEvidence[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { headFiles } of repositories)
    for (const { ownerRules, entities } of headFiles) {
      const owners = [
        ...ownerRules.flatMap((rule) => rule.owners).filter((owner) => owner.includes("/")),
        ...entities.flatMap(({ owner }) => owner ?? []),
      ];
      for (const owner of owners) {
        const name = teamNameOf(owner);
        if (name !== null && name !== "person")
          known.add((name.path.at(-1) ?? "").replaceAll("-", ""));
      }
    }
  return known;
}

function refOf(
  repository: RepositoryEvidence,
  path: string,
  line: number,
  field: string,
): EvidenceRef {
  return {
    source: "repository-lists",
    repositoryId: repository.id,
    commit: repository.head?.commit ?? null,
    path,
    line: Number.isInteger(line) && line > 0 ? line : null,
    at: repository.head?.at ?? null,
    how: "declared",
    confidence: "high",
    text: field.replace(/^\^/, ""),
  };
}
