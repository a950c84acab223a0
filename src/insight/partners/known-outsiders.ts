import { append } from "#kernel/lists-by-key.ts";
import type { DeclaredAt, OutsiderUse } from "#evidence/declared.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Organisation } from "#model/organisation.ts";
import type { OutsiderKind } from "#vocabulary/structure.ts";

/** One thing that somebody outside uses. */
export interface OutsideUse {
  /** A capability, or a component where no capability is called so. */
  readonly subjectId: string;
  readonly calls: number | null;
  readonly lastAt: number | null;
  readonly sources: readonly string[];
}

export interface Outsider {
  readonly name: string;
  readonly kind: OutsiderKind;
  readonly uses: readonly OutsideUse[];
  readonly evidence: readonly EvidenceRef[];
}

export interface KnownOutsiders {
  /** By name. Null: nobody was asked, no file is named. */
  readonly outsiders: readonly Outsider[] | null;
  /** Names of things that nothing here has, with the place where each was first seen. */
  readonly unmatched: readonly ({ readonly about: string } & DeclaredAt)[];
  /** Rows of own components and teams: gateways count those, too. */
  readonly ownCount: number;
}

type Named = Pick<Organisation, "components" | "capabilities" | "teams">;

/** Who outside was seen to use what by the day asked for; a component or team of the organisation's own is nobody outside. */
export function knownOutsiders(
  uses: readonly OutsiderUse[] | null,
  { components, capabilities, teams }: Named,
  asked: number,
): KnownOutsiders {
  if (uses === null) return { outsiders: null, unmatched: [], ownCount: 0 };
  const subjects = new Map([
    ...components.flatMap((one) => namesOf(one)),
    ...capabilities.flatMap((one) => [
      ...one.packages.map((purl) => [purl.toLowerCase(), one.id] as const),
      ...namesOf(one),
    ]),
  ]);
  const own = new Set(
    [...components, ...teams].flatMap(({ id, name }) => [id, name.toLowerCase()]),
  );
  const byName = new Map<string, OutsiderUse[]>();
  const unmatched = new Map<string, DeclaredAt>();
  let ownCount = 0;
  for (const one of uses) {
    if (one.at !== null && one.at > asked) continue;
    const key = one.outsider.toLowerCase();
    if (own.has(key)) ownCount++;
    else if (!subjects.has(one.about.toLowerCase())) {
      if (!unmatched.has(one.about)) unmatched.set(one.about, one.where);
    } else append(byName, key, one);
  }
  return {
    outsiders: [...byName.values()]
      .map((rows) => outsiderOf(rows, subjects))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    unmatched: [...unmatched].map(([about, where]) => ({ about, ...where })),
    ownCount,
  };
}

function namesOf({ id, name }: { readonly id: string; readonly name: string }) {
  return [
    [id.toLowerCase(), id],
    [name.toLowerCase(), id],
  ] as const;
}

function outsiderOf(rows: readonly OutsiderUse[], subjects: ReadonlyMap<string, string>): Outsider {
  const [first] = rows;
  const bySubject = new Map<string, OutsiderUse[]>();
  for (const row of rows) {
    const id = subjects.get(row.about.toLowerCase()) ?? row.about;
    append(bySubject, id, row);
  }
  return {
    name: first?.outsider ?? "",
    // One row that says so is enough: a partner may stand in the gateway's list of applications as well.
    kind: rows.some(({ kind }) => kind === "partner") ? "partner" : "external-integrator",
    uses: [...bySubject]
      .map(([subjectId, own]) => useOf(subjectId, own))
      .toSorted((a, b) => (b.calls ?? 0) - (a.calls ?? 0) || (a.subjectId < b.subjectId ? -1 : 1)),
    evidence: rows.map(evidenceOf),
  };
}

function useOf(subjectId: string, rows: readonly OutsiderUse[]): OutsideUse {
  const counted = rows.flatMap(({ calls }) => calls ?? []);
  const days = rows.flatMap(({ at }) => at ?? []);
  return {
    subjectId,
    calls: counted.length === 0 ? null : counted.reduce((sum, one) => sum + one, 0),
    lastAt: days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b)),
    sources: [...new Set(rows.map(({ source }) => source))].toSorted(),
  };
}

function evidenceOf({ outsider, about, calls, at, source, where }: OutsiderUse): EvidenceRef {
  return {
    source: "partners",
    repositoryId: null,
    commit: null,
    path: where.file,
    line: where.line,
    at,
    how: "declared",
    confidence: "medium",
    text: `${outsider} uses ${about}${calls === null ? "" : `, ${String(calls)} calls`}, from ${source}`.slice(
      0,
      500,
    ),
  };
}

/** Kinds of outsiders by component: those of what it is, and of what it offers. */
export function outsiderKindsByComponent(
  outsiders: readonly Outsider[],
  { capabilities }: Pick<Organisation, "capabilities">,
): ReadonlyMap<string, ReadonlySet<OutsiderKind>> {
  const providerOf = new Map(capabilities.map((one) => [one.id, one.providerComponentId]));
  const kinds = new Map<string, Set<OutsiderKind>>();
  for (const { kind, uses } of outsiders)
    for (const { subjectId } of uses) {
      const id = providerOf.has(subjectId) ? (providerOf.get(subjectId) ?? null) : subjectId;
      if (id !== null) kinds.set(id, (kinds.get(id) ?? new Set()).add(kind));
    }
  return kinds;
}
