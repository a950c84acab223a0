import type { OrganisationStore } from "#ports/organisation-store.ts";
import type { RecordList } from "./answering/record-lists.ts";
import { record } from "./list-items.ts";

export interface ShowItemInput {
  readonly assessment: string;
  readonly list: RecordList;
  /** As references have it. */
  readonly key: string;
}

/** One record of a list; null: there is none by that key. Throws `no-assessment`. */
export async function showItem(
  { organisations }: { readonly organisations: OrganisationStore },
  { assessment, list, key }: ShowItemInput,
): Promise<{ readonly key: string; readonly item: object } | null> {
  const found = await organisations.item(assessment, list.key, key);
  return found === null ? null : { key: found.key, item: record(list, found.item) };
}
