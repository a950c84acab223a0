import { keysOf } from "#contract/keys.ts";
import { plainStep } from "#kernel/reference.ts";
import type { BeforeWish, KeptAssessment, OrganisationStore } from "#ports/organisation-store.ts";
import type { RecordList } from "./answering/record-lists.ts";

export interface ItemHistoryInput extends BeforeWish {
  /** Of the organisation. */
  readonly slug: string;
  readonly list: RecordList;
  readonly key: string;
  /** Steps below the record as references have them: `versions/2.1/count`; null: all of it. */
  readonly field: string | null;
}

export interface ItemMoment {
  readonly assessment: KeptAssessment;
  readonly isThere: boolean;
  /** Null: unknown, or it was not there. */
  readonly value: unknown;
}

/** A record, or one field of it, through the assessments that are kept, the newest first. As each was written, whatever its version. */
export async function showItemHistory(
  { organisations }: { readonly organisations: OrganisationStore },
  { slug, list, key, field, before, limit }: ItemHistoryInput,
): Promise<readonly ItemMoment[]> {
  const then = await organisations.itemOverTime(slug, { list: list.key, key }, { before, limit });
  return then.map(({ assessment, item }) => {
    const value = field === null ? item : valueAt(item, field.split("/").map(plainStep));
    return { assessment, isThere: item !== null, value };
  });
}

/** Fields by their names, entries of lists by their keys; null where a step leads nowhere. */
function valueAt(from: unknown, steps: readonly string[]): unknown {
  let value = from;
  for (const step of steps) {
    if (Array.isArray(value)) value = value[keysOf(value).indexOf(step)];
    else if (typeof value === "object" && value !== null)
      value = Object.getOwnPropertyDescriptor(value, step)?.value;
    else return null;
  }
  return value ?? null;
}
