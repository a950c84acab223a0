import { group } from "d3-array";
import type { Report } from "#sections/report.ts";
import type { OutsiderKind } from "#vocabulary/structure.ts";
import { dateWords, numberWords } from "#web/ui/words.ts";

type Partners = Report["partners"];
type Use = NonNullable<Partners["outsiders"]>[number]["uses"][number];

export interface PartnerUser extends Pick<Use, "callsCount" | "lastAt"> {
  readonly id: string;
  readonly name: string;
  readonly kind: OutsiderKind;
  readonly evidenceIds: readonly string[];
}

/** One thing on the way to those outside: what shows that it is there for them, and who was seen to use it. */
export interface PartnerRow {
  readonly id: string;
  readonly signs: readonly string[];
  readonly evidenceIds: readonly string[];
  readonly users: readonly PartnerUser[];
}

/** What is used outside first, then what is offered, the surest sign first. */
export function partnerRows({ offers, outsiders }: Partners): readonly PartnerRow[] {
  const users = new Map<string, PartnerUser[]>();
  for (const { id, name, kind, uses, evidenceIds } of outsiders ?? [])
    for (const { subjectId, callsCount, lastAt } of uses) {
      const user = { id, name, kind, evidenceIds, callsCount, lastAt };
      users.set(subjectId, [...(users.get(subjectId) ?? []), user]);
    }
  const rows = offers.map(({ componentId, capabilityIds, signs, evidenceIds }): PartnerRow => {
    const ids = [componentId, ...capabilityIds];
    const own = ids.flatMap((id) => users.get(id) ?? []);
    for (const id of ids) users.delete(id);
    return { id: componentId, signs: signs.map(({ text }) => text), evidenceIds, users: own };
  });
  const unoffered = [...users].map(([id, own]): PartnerRow => ({
    id,
    signs: [],
    evidenceIds: [],
    users: own,
  }));
  return [...rows, ...unoffered].toSorted(
    (a, b) => Number(b.users.length > 0) - Number(a.users.length > 0),
  );
}

/** So many that nobody is seen to use, for one and the same sign, are a sentence. */
const fewestAlike = 3;

/** Rows of their own, and those that say the same but for their name. */
export function foldedRows(all: readonly PartnerRow[]): {
  readonly rows: readonly PartnerRow[];
  readonly alike: readonly { readonly sign: string; readonly own: readonly PartnerRow[] }[];
} {
  const bySign = group(
    all.filter(({ users, signs }) => users.length === 0 && signs.length > 0),
    ({ signs }) => signs.join("; "),
  );
  const alike = Array.from(bySign, ([sign, own]) => ({ sign, own })).filter(
    ({ own }) => own.length >= fewestAlike,
  );
  const folded = new Set(alike.flatMap(({ own }) => own));
  return { rows: all.filter((row) => !folded.has(row)), alike };
}

/** "3,450,000 calls, last seen 30 Jun 2026" */
export function useWords({
  callsCount,
  lastAt,
}: Pick<PartnerUser, "callsCount" | "lastAt">): string {
  return [
    ...(callsCount === null ? [] : [`${numberWords(callsCount)} calls`]),
    ...(lastAt === null ? [] : [`last seen ${dateWords(lastAt)}`]),
  ].join(", ");
}
