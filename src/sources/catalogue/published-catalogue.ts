import type { CatalogEntity } from "#evidence/facts.ts";
import { normaliseOwnerName } from "#evidence/owner-name.ts";
import type { FileSource } from "#evidence/source.ts";
import { field, textOf } from "../untrusted-value.ts";
import { entity } from "./entity.ts";
import { readRows, type Row } from "../rows.ts";

export interface PublishedCatalogue {
  /** Path of the file in its repository. */
  readonly path: string;
  /** Dotted path to the list, where it is not the whole file. */
  readonly itemsAt?: string;
  /** Names of the fields, dotted where nested. */
  readonly fields: {
    readonly repository: string;
    readonly owner: string;
    readonly type: string;
    readonly name?: string;
    readonly system?: string;
    readonly domain?: string;
    readonly lifecycle?: string;
  };
}

/** A list of repositories with owners and types that an organisation publishes in a format of its own. */
export function publishedCatalogue({ path, itemsAt, fields }: PublishedCatalogue): FileSource {
  return {
    id: "published-catalogue",
    version: 2,
    detect: (candidate) => (candidate === path ? "head" : "none"),
    read: ({ text }) => {
      const { rows, problems } = readRows(path, text, itemsAt ?? null);
      const entities = withOneSpelling(rows.flatMap((row) => entityOf(row, fields)));
      return { entities, ...(problems.length === 0 ? {} : { problems }) };
    },
  };
}

function entityOf({ value, line }: Row, fields: PublishedCatalogue["fields"]): CatalogEntity[] {
  const text = (name: string | undefined): string | null =>
    name === undefined ? null : textOf(field(value, ...name.split(".")));
  const repository = repositoryOf(text(fields.repository));
  const name = text(fields.name) ?? repository?.slice(repository.lastIndexOf("/") + 1) ?? null;
  if (repository === null || name === null) return [];
  const owner = text(fields.owner);
  return [
    entity({
      kind: "Component",
      name,
      type: text(fields.type),
      lifecycle: text(fields.lifecycle)?.toLowerCase() ?? null,
      owner: owner === null ? null : normaliseOwnerName(owner),
      system: text(fields.system),
      domain: text(fields.domain),
      repository,
      line,
    }),
  ];
}

/** `host/owner/name` of a URL or an SSH address; any other text as written. */
function repositoryOf(text: string | null): string | null {
  if (text === null) return null;
  const bare = text
    .replace(/^[a-z+]{2,12}:\/\/(?:[^@/]{1,100}@)?/i, "")
    .replace(/^git@([^:/]{1,200}):/, "$1/")
    .replace(/[?#].*/s, "")
    .replace(/\/$/, "")
    .replace(/\.git$/, "");
  return bare === "" ? null : bare;
}

/**
 * A type that is spelt in several ways takes its most frequent spelling; entries for the same repository and name become
 * one that keeps the first answer to each question. Entries that disagree about the owner stay apart.
 */
function withOneSpelling(entities: readonly CatalogEntity[]): readonly CatalogEntity[] {
  const spelling = spellings(entities.flatMap(({ type }) => type ?? []));
  const merged = new Map<string, CatalogEntity>();
  for (const each of entities) {
    const typed = { ...each, type: each.type === null ? null : (spelling(each.type) ?? each.type) };
    const key = [each.repository, each.name, each.owner].join("\n");
    const before = merged.get(key);
    merged.set(key, before === undefined ? typed : firstAnswers(before, typed));
  }
  return [...merged.values()];
}

function firstAnswers(before: CatalogEntity, after: CatalogEntity): CatalogEntity {
  return {
    ...before,
    type: before.type ?? after.type,
    lifecycle: before.lifecycle ?? after.lifecycle,
    system: before.system ?? after.system,
    domain: before.domain ?? after.domain,
  };
}

function spellings(types: readonly string[]): (type: string) => string | undefined {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  const chosen = new Map<string, string>();
  for (const [type] of [...counts].sort((one, other) => other[1] - one[1])) {
    const key = spellingKey(type);
    if (!chosen.has(key)) chosen.set(key, type);
  }
  return (type) => chosen.get(spellingKey(type));
}

/** Case, separators and a plural `s` do not tell two types apart. */
function spellingKey(type: string): string {
  return type
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word))
    .join(" ");
}
