import type { Report } from "#sections/report.ts";
import { countedUses } from "#web/api/look-ups.ts";
import { ownIds } from "./tiles.ts";

export type HappeningKind = "adopted" | "left" | "released" | "copied" | "burnt" | "asked";

/** Something that was seen to happen on a day. */
export interface Happening {
  readonly kind: HappeningKind;
  /** ISO instant; null: it is so on the day of the report, since when is not known. */
  readonly at: string | null;
  /** What it happened to: a capability, a component, an objective, a class of copies. */
  readonly subject:
    | { readonly capability: string }
    | { readonly objective: string; readonly name: string }
    | { readonly clone: string; readonly lines: number }
    | { readonly text: string };
  /** Components that did it. */
  readonly componentIds: readonly string[];
  /** A version, for a release. */
  readonly detail: string | null;
  readonly evidenceIds: readonly string[];
}

type HappenedReport = Pick<
  Report,
  "components" | "consumptions" | "capabilities" | "duplication" | "reliability" | "experience"
>;

interface Asked {
  readonly team: string | null;
  /** Milliseconds; null: from the beginning. */
  readonly from: number | null;
}

/** What happened in a range of time, the newest first within each kind, of one team or of all. */
export function happened(report: HappenedReport, { team, from }: Asked): readonly Happening[] {
  const own = ownIds(report, team);
  const isIn = (at: string | null): at is string =>
    at !== null && (from === null || Date.parse(at) >= from);
  const isOwn = (id: string | null): boolean => own === null || (id !== null && own.has(id));
  return [
    ...usesThat("adopted", report, (use) =>
      isOwn(use.consumerComponentId) && !use.fromCensored && isIn(use.from) ? use.from : null,
    ),
    ...usesThat("left", report, (use) =>
      isOwn(use.consumerComponentId) && use.continuesIn === null && isIn(use.to) ? use.to : null,
    ),
    ...releases(report, { isIn, isOwn }),
    ...copies(report, { isIn, isOwn }),
    ...burnt(report, isOwn),
    ...asked(report, { isIn, team }),
  ];
}

type Use = Report["consumptions"][number];

/** One happening for each capability: who took it up, or left it. */
function usesThat(
  kind: "adopted" | "left",
  { consumptions }: HappenedReport,
  dayOf: (use: Use) => string | null,
): readonly Happening[] {
  const found = new Map<string, { at: string; ids: Set<string>; evidence: string[] }>();
  for (const use of countedUses(consumptions)) {
    const at = dayOf(use);
    if (at === null) continue;
    const known = found.get(use.capabilityId) ?? { at, ids: new Set<string>(), evidence: [] };
    if (at > known.at) known.at = at;
    known.ids.add(use.consumerComponentId);
    known.evidence.push(...use.evidenceIds);
    found.set(use.capabilityId, known);
  }
  return Array.from(found, ([capability, { at, ids, evidence }]) => ({
    kind,
    at,
    subject: { capability },
    componentIds: [...ids],
    detail: null,
    evidenceIds: evidence,
  })).toSorted(newestFirst);
}

interface Narrowed {
  readonly isIn: (at: string | null) => at is string;
  readonly isOwn: (id: string | null) => boolean;
}

/** Of each capability the newest version of the range. */
function releases({ capabilities }: HappenedReport, { isIn, isOwn }: Narrowed): Happening[] {
  return capabilities
    .flatMap((one): Happening[] => {
      const newest = one.releases.findLast(({ at }) => isIn(at));
      if (newest === undefined || !isOwn(one.providerComponentId)) return [];
      return [
        {
          kind: "released",
          at: newest.at,
          subject: { capability: one.id },
          componentIds: [],
          detail: newest.version,
          evidenceIds: one.evidenceIds,
        },
      ];
    })
    .toSorted(newestFirst);
}

/** Copies that others keep since. */
function copies({ duplication }: HappenedReport, { isIn, isOwn }: Narrowed): Happening[] {
  return (duplication?.classes ?? [])
    .flatMap((one): Happening[] => {
      const born = one.copies.filter((copy) => isIn(copy.born) && isOwn(copy.componentId));
      const at = born
        .flatMap((copy) => copy.born ?? [])
        .toSorted()
        .at(-1);
      if (at === undefined) return [];
      return [
        {
          kind: "copied",
          at,
          subject: { clone: one.id, lines: one.medianLines },
          componentIds: [...new Set(born.flatMap((copy) => copy.componentId ?? []))],
          detail: null,
          evidenceIds: [],
        },
      ];
    })
    .toSorted(newestFirst);
}

function burnt({ reliability }: HappenedReport, isOwn: Narrowed["isOwn"]): Happening[] {
  return reliability
    .filter((one) => (one.state === "spent" || one.state === "burning") && isOwn(one.componentId))
    .map((one) => ({
      kind: "burnt",
      at: null,
      subject: { objective: one.sloId, name: one.name },
      componentIds: one.componentId === null ? [] : [one.componentId],
      detail: one.state,
      evidenceIds: one.evidenceIds,
    }));
}

function asked(
  { experience }: HappenedReport,
  { isIn, team }: Pick<Narrowed, "isIn"> & { readonly team: string | null },
): Happening[] {
  return experience.friction
    .filter((one) => isIn(one.openedAt) && (team === null || `team:${one.team ?? ""}` === team))
    .map((one) => ({
      kind: "asked" as const,
      at: one.openedAt,
      subject: { text: one.title },
      componentIds: [],
      detail: one.team,
      evidenceIds: [],
    }))
    .toSorted(newestFirst);
}

function newestFirst(a: Happening, b: Happening): number {
  const [one, other] = [a.at ?? "", b.at ?? ""];
  return one > other ? -1 : Number(one < other);
}
