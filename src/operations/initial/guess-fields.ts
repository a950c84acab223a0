import type { PublishedCatalogue } from "#sources/catalogue/published-catalogue.ts";
import { readRows, type Row } from "#sources/rows.ts";

export interface GuessedCatalogue extends PublishedCatalogue {
  readonly entriesCount: number;
  /** Entries that name a repository that was read. */
  readonly knownCount: number;
  /** Types that it uses, the most frequent first. */
  readonly types: readonly string[];
}

const places = [
  null,
  ..."items repositories repos services components applications apps".split(" "),
];

/** Names that organisations give these fields, compared without case and separators. */
const synonyms = {
  repository:
    "repository repo reponame repositoryname repositoryurl repourl githubrepo githubreponame github gitrepo source sourceurl scm $key",
  owner: "owner team teamname owningteam ownedby squad crew group maintainer ownerteam",
  type: "type kind category componenttype",
  name: "name appname servicename title",
  system: "system",
  domain: "domain area",
  lifecycle: "lifecycle status stage",
} as const;

const leastEntries = 2;

/** The list of repositories with owners that a file holds, by the names of its fields; null when it is something else. */
export function guessCatalogue(
  path: string,
  text: string,
  knownRepositories: ReadonlySet<string>,
): GuessedCatalogue | null {
  for (const itemsAt of places) {
    const { rows } = readRows(path, text, itemsAt);
    if (rows.length < leastEntries) continue;
    const repository = repositoryField(rows, knownRepositories);
    const owner = fieldFor(rows, "owner");
    if (repository === null || owner === null) continue;
    const type = fieldFor(rows, "type") ?? "type";
    const optional = (["name", "system", "domain", "lifecycle"] as const).flatMap((role) => {
      const field = fieldFor(rows, role);
      return field === null || field === repository.field ? [] : [[role, field] as const];
    });
    return {
      path,
      ...(itemsAt === null ? {} : { itemsAt }),
      fields: { repository: repository.field, owner, type, ...Object.fromEntries(optional) },
      entriesCount: rows.length,
      knownCount: repository.knownCount,
      types: mostFrequent(rows.flatMap((row) => textIn(row, type) ?? [])),
    };
  }
  return null;
}

/** Only values tell: a field of repositories names some that were read. */
function repositoryField(
  rows: readonly Row[],
  known: ReadonlySet<string>,
): { field: string; knownCount: number } | null {
  const counted = [...fieldsFor(rows, "repository"), ...fieldsFor(rows, "name")].map((field) => ({
    field,
    knownCount: rows.filter((row) => known.has(lastStep(textIn(row, field) ?? ""))).length,
  }));
  const [best] = counted.sort((one, other) => other.knownCount - one.knownCount);
  return best === undefined || best.knownCount < leastEntries ? null : best;
}

/** `name` of `https://host/owner/name.git`, lower case. */
export function lastStep(text: string): string {
  const bare = text.replace(/\/$/, "").replace(/\.git$/, "");
  return bare.slice(bare.lastIndexOf("/") + 1).toLowerCase();
}

function fieldFor(rows: readonly Row[], role: keyof typeof synonyms): string | null {
  return fieldsFor(rows, role)[0] ?? null;
}

/** Fields with such a name that at least half of the rows fill with text. */
function fieldsFor(rows: readonly Row[], role: keyof typeof synonyms): string[] {
  const sample = rows.slice(0, 200);
  const present = new Set(sample.flatMap((row) => Object.keys(row.value)));
  return synonyms[role].split(" ").flatMap((word) => {
    const field = [...present].find(
      (name) => name === word || name.toLowerCase().replaceAll(/[^a-z0-9$]/g, "") === word,
    );
    const filled = field === undefined ? [] : sample.filter((row) => textIn(row, field) !== null);
    return field !== undefined && filled.length * 2 >= sample.length ? [field] : [];
  });
}

function textIn(row: Row, field: string): string | null {
  const value = Object.hasOwn(row.value, field) ? row.value[field] : null;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function mostFrequent(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([word]) => word);
}
