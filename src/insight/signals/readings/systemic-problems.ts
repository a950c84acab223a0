import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import type { SharedRisk } from "#insight/shared-risk/result.ts";
import { counted, percentOf } from "#kernel/phrases.ts";
import { unreadSource } from "./common-readings.ts";
import { licences } from "./licences.ts";
import { patchDays } from "./patch-days.ts";
import { spreadOfInterval, spreadOf } from "./spread.ts";
import { wilsonInterval } from "#kernel/stats-summary.ts";
import type { IndicatorSources } from "./indicator-sources.ts";

/** Systemic security, compliance and performance. */
export function readSystemic(
  sources: IndicatorSources,
): Pick<
  IndicatorReadings,
  | "shared-runtimes"
  | "shared-advisories"
  | "patch-days"
  | "failing-standards"
  | "licences"
  | "shared-objective-misses"
> {
  return {
    "shared-runtimes": sharedRuntimes(sources),
    "shared-advisories": sharedAdvisories(sources),
    "patch-days": patchDays(sources),
    "failing-standards": unreadSource("standards"),
    licences: licences(sources),
    "shared-objective-misses": sharedObjectiveMisses(sources),
  };
}

function sharedRuntimes({ sharedRisks, organisation }: IndicatorSources): IndicatorReading {
  const { risks, runtimesJudged } = sharedRisks;
  if (runtimesJudged === 0) {
    return notRead(
      "no-runtimes",
      "No component pins a runtime whose end of support is known.",
      "Files such as .ruby-version or .nvmrc, or runtimes in fulcrum.yaml.",
    );
  }
  return widest(
    risks.filter(({ kind }) => kind === "runtime"),
    organisation.teams.length,
    "No runtime in use is past its end of support",
  );
}

function sharedAdvisories({ sharedRisks, organisation }: IndicatorSources): IndicatorReading {
  const { risks, advisoriesCount, componentsJudged } = sharedRisks;
  if (advisoriesCount === null || componentsJudged === 0) {
    return notRead(
      "no-advisories",
      advisoriesCount === null
        ? "No advisories were given."
        : "No lock file or manifest says which versions are used.",
      "Advisories in OSV format, named in fulcrum.yaml (advisories), and lock files.",
    );
  }
  return widest(
    risks.filter(({ kind }) => kind === "advisory"),
    organisation.teams.length,
    "No advisory that was given affects a locked version",
  );
}

/** The risk that hits the most owners, out of those of whom it could be judged. */
function widest(risks: readonly SharedRisk[], teamsCount: number, none: string): IndicatorReading {
  const worst = risks.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))[0];
  if (worst === undefined)
    return reading({
      value: 0,
      n: teamsCount,
      coverage: null,
      text: none,
      spread: spreadOf(teamsCount),
      evidence: [],
    });
  if (worst.share === null)
    return notRead(
      "no-owners",
      "No component hit has a known owner.",
      "CODEOWNERS, or a catalogue.",
    );
  const { ownerIds, ownersJudged, subject } = worst;
  return reading({
    value: worst.share,
    n: ownersJudged,
    coverage: teamsCount === 0 ? null : Math.min(1, ownersJudged / teamsCount),
    text: `${subject}: ${String(ownerIds.length)} of ${String(ownersJudged)} owners (${percentOf(worst.share)}), ${counted(worst.componentIds.length, "component")}`,
    spread: shareSpread(ownerIds.length, ownersJudged),
    evidence: worst.evidence.slice(0, 20),
  });
}

/** Budgets spent in components that build on one capability whose own budget is spent: one cause, many owners. */
function sharedObjectiveMisses({
  reliability,
  organisation,
  adoption,
}: IndicatorSources): IndicatorReading {
  const ownersOf = new Map(organisation.components.map((one) => [one.id, one.ownerIds]));
  const judged = reliability.filter(({ status }) => status.state !== "unjudgeable");
  const owners = new Set(
    judged.flatMap(({ componentId }) => ownersOf.get(componentId ?? "") ?? []),
  );
  if (owners.size === 0) {
    return notRead(
      "no-objectives",
      "No owner has an objective that can be judged.",
      "OpenSLO files in the repositories and the counts behind them (reliability in fulcrum.yaml).",
    );
  }
  const spent = judged.filter(({ status }) => status.state === "spent");
  const spentIn = new Set(spent.flatMap(({ componentId }) => componentId ?? []));
  const hit = organisation.capabilities
    .filter(({ providerComponentId }) => spentIn.has(providerComponentId ?? ""))
    .map((capability) => {
      const uses = adoption.find((one) => one.capabilityId === capability.id)?.uses ?? [];
      const affected = uses.filter((use) => use.to === null && spentIn.has(use.componentId));
      return {
        capability,
        componentIds: new Set(affected.map((use) => use.componentId)),
        owners: new Set(
          affected
            .flatMap((use) => use.ownerIds)
            .filter((owner) => !capability.ownerIds.includes(owner)),
        ),
      };
    })
    .toSorted((one, other) => other.owners.size - one.owners.size);
  const [worst] = hit;
  const count = worst?.owners.size ?? 0;
  return reading({
    value: count / owners.size,
    n: owners.size,
    coverage:
      organisation.teams.length === 0 ? null : Math.min(1, owners.size / organisation.teams.length),
    text:
      worst === undefined || count === 0
        ? "No owner's objective is spent together with one that it builds on"
        : `${String(count)} of ${String(owners.size)} owners with objectives miss theirs while ${worst.capability.name} misses its own (${percentOf(count / owners.size)})`,
    spread: shareSpread(count, owners.size),
    evidence:
      worst === undefined
        ? []
        : spent
            .filter(({ componentId }) => worst.componentIds.has(componentId ?? ""))
            .flatMap(({ status }) => status.evidence.slice(0, 2)),
  });
}

/** Owners are the clusters and the units at once. */
function shareSpread(part: number, of: number) {
  const { low, high } = wilsonInterval(part, of);
  return spreadOfInterval(low, high, of);
}
