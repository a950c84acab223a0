import type { Unknown } from "#evidence/unknown.ts";
import type { IncidentEvent } from "#evidence/delivery-events.ts";
import { quantileOf, wilsonInterval } from "#kernel/stats-summary.ts";
import type { Deployment } from "#model/deployments.ts";
import { chanceLinks, linkIncidents, type IncidentLink } from "./link-incidents.ts";
import type { DeliveryOptions } from "./options.ts";
import type { RemedySigns } from "./remedies.ts";
import type { Failures, Linking, Rate, Spell } from "./result.ts";
import { type LinkGrade, linkGrades } from "#vocabulary/delivery.ts";

export interface FailureInput {
  readonly deployments: readonly Deployment[];
  /** Incidents of this service and environment. */
  readonly incidents: readonly IncidentEvent[];
  /** What git says of deployments that put something right. */
  readonly signs: RemedySigns;
  /** From when on incident records exist at all, for any service; null: there is no source. */
  readonly recordsSince: number | null;
  readonly from: number;
  readonly to: number;
  /** The day of the report; absent: `to`. What is deployed a day before it may still fail. */
  readonly asOf?: number;
}

export const nothingFailed: Failures = {
  changeFailRate: null,
  recovery: null,
  reworkRate: null,
  unknown: [],
  failed: new Set(),
  settled: new Set(),
  rework: new Set(),
  spells: [],
};

const sure: readonly LinkGrade[] = ["explicit", "remediated"];

/** Change fail rate, recovery time and rework rate of one service and environment over [from, to). */
export function assessFailures(input: FailureInput, options: DeliveryOptions): Failures {
  const { deployments, recordsSince } = input;
  if (recordsSince === null)
    return nothing(
      "no-incident-source",
      "no incident records were given",
      "incident records: see docs/insights/delivery.md",
    );
  const from = Math.max(input.from, recordsSince);
  const settledBefore = (input.asOf ?? input.to) - options.pendingFor;
  const settled = new Set(
    deployments.flatMap((one, index) =>
      one.isSuccessful && one.at >= from && one.at < input.to && one.at < settledBefore
        ? [index]
        : [],
    ),
  );
  if (settled.size < options.rateMinimum) {
    return nothing(
      "too-few-deployments",
      `only ${String(settled.size)} settled deployments lie in the part of the window that incident records cover`,
      `at least ${String(options.rateMinimum)} deployments, or older incident records`,
    );
  }
  const all = linkIncidents(deployments, input.incidents, input.signs, options);
  const links = settledOnly(all, settled);
  const certain = links.filter(isSure);
  const failed = deploymentsOf(certain);
  const rework = reworkOf(deployments, certain, settled);
  const inWindow = input.incidents.filter(
    (one) => one.startedAt >= from && one.startedAt < input.to,
  );
  const settledDeployments = deployments.filter((_, index) => settled.has(index));
  const byGrade = linkGrades.map((grade) => ({
    grade,
    numerator: deploymentsOf(links.filter((one) => one.grade === grade)).size,
    denominator: settled.size,
    byChance: grade === "time-only" ? chanceLinks(settledDeployments, inWindow, options) : null,
  }));
  return {
    changeFailRate: {
      ...rate(failed.size, settled.size),
      byGrade,
      sensitivity: sensitivityOf(input, inWindow, settled, options),
      unlinkedCount: all.filter(
        ({ incident, deployment }) =>
          deployment === null && incident.startedAt >= from && incident.startedAt < input.to,
      ).length,
    },
    recovery: recoveryOf(spellsOf(certain, input.to)),
    reworkRate: rate(rework.size, settled.size),
    unknown: [],
    failed,
    settled,
    rework,
    spells: spellsOf(certain, input.to),
  };
}

function settledOnly(
  links: readonly IncidentLink[],
  settled: ReadonlySet<number>,
): readonly IncidentLink[] {
  return links.filter(({ deployment }) => deployment !== null && settled.has(deployment));
}

function isSure({ grade }: IncidentLink): boolean {
  return sure.includes(grade ?? "time-only");
}

/** The rate as other ways of linking would have it: other reaches, surer links only, time-only links taken in. */
function sensitivityOf(
  { deployments, incidents, signs }: FailureInput,
  inWindow: readonly IncidentEvent[],
  settled: ReadonlySet<number>,
  options: DeliveryOptions,
): readonly Linking[] {
  const settledDeployments = deployments.filter((_, index) => settled.has(index));
  return options.linkReaches.map((within) => {
    const reach = { ...options, linkWithin: within };
    const links = settledOnly(linkIncidents(deployments, incidents, signs, reach), settled);
    const explicit = deploymentsOf(links.filter(({ grade }) => grade === "explicit")).size;
    const linked = deploymentsOf(links.filter(isSure)).size;
    const timed = deploymentsOf(links).size - linked;
    const byChance = chanceLinks(settledDeployments, inWindow, reach);
    const share = (count: number): number => Math.min(1, count / settled.size);
    return {
      within,
      explicitOnly: share(explicit),
      linked: share(linked),
      withExcess: share(linked + Math.max(0, timed - byChance)),
      withTimeOnly: share(linked + timed),
    };
  });
}

function nothing(code: string, reason: string, needs: string): Failures {
  const unknown = ["changeFailRate", "recoverySeconds", "reworkRate"].map((field): Unknown => ({
    field,
    code,
    reason,
    needs,
  }));
  return { ...nothingFailed, unknown };
}

function deploymentsOf(links: readonly IncidentLink[]): Set<number> {
  return new Set(links.flatMap(({ deployment }) => (deployment === null ? [] : [deployment])));
}

export function rate(numerator: number, denominator: number): Rate {
  const value = denominator === 0 ? 0 : numerator / denominator;
  return { value, ...wilsonInterval(numerator, denominator), numerator, denominator };
}

/** How long each linked incident lasted, or has lasted by `to`. */
function spellsOf(links: readonly IncidentLink[], to: number): readonly Spell[] {
  return links.map(({ incident, deployment }) => ({
    deployment: deployment ?? 0,
    length: (incident.resolvedAt ?? to) - incident.startedAt,
    isOver: incident.resolvedAt !== null,
  }));
}

/** Median with censoring: where the product-limit estimate (Kaplan and Meier 1958) falls to one half. */
export function recoveryOf(lasting: readonly Spell[]): NonNullable<Failures["recovery"]> {
  const spells = lasting.toSorted(
    (a, b) => a.length - b.length || Number(b.isOver) - Number(a.isOver),
  );
  const unresolvedCount = spells.filter((one) => !one.isOver).length;
  if (unresolvedCount === 0) {
    const p50 =
      spells.length === 0
        ? null
        : quantileOf(
            spells.map((one) => one.length),
            0.5,
          );
    return { p50, n: spells.length, unresolvedCount };
  }
  let survival = 1;
  let p50: number | null = null;
  for (const [index, { length, isOver }] of spells.entries()) {
    if (isOver) survival *= 1 - 1 / (spells.length - index);
    if (survival <= 0.5 + 1e-12) {
      p50 = length;
      break;
    }
  }
  return { p50, n: spells.length, unresolvedCount };
}

/** Unplanned deployments: what remedied a linked incident, and what was deployed while it lasted. */
function reworkOf(
  deployments: readonly Deployment[],
  links: readonly IncidentLink[],
  settled: ReadonlySet<number>,
): ReadonlySet<number> {
  const rework = new Set<number>();
  for (const { incident, deployment, remedy } of links) {
    if (remedy !== null && settled.has(remedy)) rework.add(remedy);
    const until = incident.resolvedAt ?? incident.startedAt;
    for (let index = (deployment ?? 0) + 1; index < deployments.length; index++) {
      const one = deployments[index];
      if (one === undefined || one.at > until) break;
      if (one.at >= incident.startedAt && settled.has(index)) rework.add(index);
    }
  }
  return rework;
}
