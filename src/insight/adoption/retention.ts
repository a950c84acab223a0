import { known, unknown, type Answer, type Unknown } from "#evidence/unknown.ts";
import {
  aalenJohansen,
  clusteredSurvivalBand,
  kaplanMeier,
  medianSurvival,
  type Spell,
} from "#kernel/stats-survival.ts";
import { counted } from "#kernel/phrases.ts";
import type { Random } from "#kernel/stats-resample.ts";
import type { Component } from "#model/organisation.ts";
import { DAY } from "./calendar.ts";
import type { AdoptionOptions } from "./options.ts";
import type { Departure, Retention } from "./result.ts";
import { firstUses, type Use } from "./uses.ts";

const LEFT = 1;
const ARCHIVED = 2;

export interface RetentionInput {
  readonly uses: readonly Use[];
  readonly departures: readonly Departure[];
  readonly components: ReadonlyMap<string, Component>;
  /** Of the capability; null: not known. */
  readonly firstRelease: number | null;
  /** Up to when anything was seen of a component. */
  readonly untilOf: (componentId: string) => number;
}

/**
 * How long components keep using it, in days, from their first use to their last: who came back never left. The curve treats an archived consumer as censored: it did not choose to leave; the
 * competing incidences beside it count both. A use that was there when the record begins enters late, at the age it has
 * if it began as early as it could. Who uses it still is known to as far as `untilOf` its component anything was seen.
 */
export function retention(
  { uses, departures, components, firstRelease, untilOf }: RetentionInput,
  options: AdoptionOptions,
  random: Random,
): Answer<Retention> {
  const spells: Spell[] = [];
  const clusters: number[] = [];
  const clusterOf = new Map<string, number>();
  const left = new Map(departures.map((one) => [one.use.componentId, one]));
  for (const use of firstUses(uses)) {
    const departure = left.get(use.componentId);
    const entry = entryAge(use, components.get(use.componentId)?.born?.at ?? null, firstRelease);
    if (entry === null) continue;
    const lasted =
      ((departure?.use.to ?? Math.max(untilOf(use.componentId), use.from)) - use.from) / DAY;
    // A use that ended in the commit that began it lasted less than a day, yet it was at risk.
    const exit = entry + Math.max(lasted, 0.5);
    spells.push({ entry, exit, cause: causeOf(departure) });
    const team = use.ownerIds.length > 0 ? use.ownerIds.join("\n") : use.componentId;
    if (!clusterOf.has(team)) clusterOf.set(team, clusterOf.size);
    clusters.push(clusterOf.get(team)!);
  }
  if (spells.length < options.retentionMinimumUses) {
    return unknown(
      "retention",
      "too-few-uses",
      `${counted(spells.length, "component")} whose use has a known age; at least ${options.retentionMinimumUses} are needed`,
      "more adopters, or history reaching back to their first use",
    );
  }
  const points = kaplanMeier(spells, [LEFT]);
  const times = points.map((point) => point.time);
  return known({
    n: spells.length,
    events: points.reduce((sum, point) => sum + point.events, 0),
    curve: [
      { days: 0, survival: 1, low: 1, high: 1, atRisk: spells.filter((s) => s.entry === 0).length },
      ...points.map(({ time, survival, low, high, atRisk }) => ({
        days: time,
        survival,
        low,
        high,
        atRisk,
      })),
      ...closing(spells, points.at(-1)),
    ],
    clusteredBand:
      clusterOf.size < options.bandMinimumOwners
        ? null
        : clusteredSurvivalBand(
            { spells, clusters },
            times,
            options.bootstrapReplicates,
            random,
          ).map(({ time, low, high }) => ({ days: time, low, high })),
    medianDays: medianSurvival(points),
    competing: aalenJohansen(spells, [LEFT, ARCHIVED]).map(({ time, incidence }) => ({
      days: time,
      left: incidence[0] ?? 0,
      archived: incidence[1] ?? 0,
    })),
  });
}

/** Who moved with the provider, or left what it retires, did not choose to leave. */
function causeOf(departure: Departure | undefined): number {
  if (departure === undefined) return 0;
  const { reason, isLoss } = departure;
  if (reason === "archived") return ARCHIVED;
  return isLoss ? LEFT : 0;
}

/** Why parts of a retention curve are null. */
export function retentionGaps(
  value: Retention | null,
  { bandMinimumOwners }: Pick<AdoptionOptions, "bandMinimumOwners">,
): Unknown[] {
  const gaps: Unknown[] = [];
  if (value?.medianDays === null)
    gaps.push({
      field: "retention.medianDays",
      code: "not-reached",
      reason: "fewer than half of the uses are known to have ended",
      needs: "time: half of them must have ended",
    });
  if (value?.clusteredBand === null)
    gaps.push({
      field: "retention.clusteredBand",
      code: "too-few-owners",
      reason: `the uses belong to fewer than ${bandMinimumOwners} owners`,
      needs: "adopters of more owners",
    });
  return gaps;
}

/** Where observation ends: without it a curve nobody left looks as if nobody had been watched. */
function closing(
  spells: readonly Spell[],
  last: ReturnType<typeof kaplanMeier>[number] | undefined,
): Retention["curve"] {
  const end = spells.reduce((latest, spell) => Math.max(latest, spell.exit), 0);
  if (end <= (last?.time ?? 0)) return [];
  const atRisk = spells.filter((spell) => spell.exit >= end).length;
  const { survival, low, high } = last ?? { survival: 1, low: 1, high: 1 };
  return [{ days: end, survival, low, high, atRisk }];
}

/** Age in days at which a use came under observation; null where its start has no earliest bound. */
function entryAge(use: Use, born: number | null, firstRelease: number | null): number | null {
  if (!use.isFromCensored) return 0;
  if (born === null && firstRelease === null) return null;
  return Math.max(0, use.from - Math.max(born ?? -Infinity, firstRelease ?? -Infinity)) / DAY;
}
