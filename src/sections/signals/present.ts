import type { ReportIndicator, ReportSignals } from "./schema.ts";
import type { Assessed, IndicatorResult, SignalsResult, Verdict } from "#insight/signals/result.ts";
import type { SignalId } from "#insight/signals/indicator.ts";
import { isoTime, type EvidenceList } from "../evidence-list.ts";
import type { DecayId } from "#vocabulary/decision.ts";
import type { UnknownEntry } from "../unknown-entries.ts";

const mostEvidence = 25;

export function mapSignals(result: SignalsResult, evidence: EvidenceList): ReportSignals {
  const { verdict, signals, decays, alignment } = result;
  return {
    verdict: mapVerdict(verdict),
    signals: signals.map((one) => mapAssessed(one, evidence)),
    decays: decays.map((one) => mapAssessed(one, evidence)),
    alignment:
      alignment === null
        ? null
        : {
            decisionsCount: alignment.decisionsCount,
            goalsCount: alignment.goalsCount,
            decisionsWithGoal: alignment.decisionsWithGoal,
            goalsWithDecision: alignment.goalsWithDecision,
            evidenceIds: evidence.add(alignment.evidence),
          },
  };
}

function mapVerdict(verdict: Verdict): ReportSignals["verdict"] {
  return {
    ...verdict,
    atPriors: verdict.atPriors.map((one) => ({ ...one })),
    signs: { ...verdict.signs, chances: [...verdict.signs.chances] },
    teams: { ...verdict.teams },
    reasons: [...verdict.reasons],
    nextSteps: verdict.nextSteps.map((one) => ({ ...one })),
    sensitivity: verdict.sensitivity.map((one) => ({ ...one })),
    avoidableParts: verdict.avoidableParts.map((one) => ({ ...one })),
    brings: verdict.brings.map((one) => ({ ...one })),
  };
}

function mapAssessed<Id extends SignalId | DecayId>(one: Assessed<Id>, evidence: EvidenceList) {
  return {
    id: one.id,
    title: one.title,
    state: one.state,
    chance: one.chance,
    prior: one.prior,
    condition: one.condition,
    facets: one.facets.map((facet) => ({ ...facet })),
    strongest: one.strongest,
    indicators: one.indicators.map((indicator) => mapIndicator(indicator, evidence)),
    evidenceIds: evidence.add(one.evidence),
    wouldChange: [...one.wouldChange],
  };
}

function mapIndicator(one: IndicatorResult, evidence: EvidenceList): ReportIndicator {
  const { evidence: refs, unknown: _, history, clusters, asking, ...rest } = one;
  return {
    ...rest,
    clustersCount: clusters,
    asking: asking === null ? null : { ...asking },
    history: history.map(({ at, value, score }) => ({ date: isoTime(at), value, score })),
    evidenceIds: evidence.add(refs.slice(0, mostEvidence)),
  };
}

/** An entry for each null of the section. */
export function signalUnknowns({
  signals,
  decays,
  alignment,
  verdict,
}: SignalsResult): UnknownEntry[] {
  return [
    ...signals.flatMap((one, index) => unknownsOf(`/signals/signals/${String(index)}`, one)),
    ...decays.flatMap((one, index) => unknownsOf(`/signals/decays/${String(index)}`, one)),
    ...(verdict.avoidablePersonMonths === null
      ? [
          {
            pointer: "/signals/verdict/avoidablePersonMonths",
            code: "nothing-counted",
            reason: "Neither copies that change together nor updates taken by people were seen.",
            needs: "Clones with a year of history, and code compared between owners.",
          },
        ]
      : []),
    ...(verdict.isCostCovered === null
      ? [
          {
            pointer: "/signals/verdict/isCostCovered",
            code: "not-shown",
            reason:
              verdict.avoidablePersonMonths === null
                ? "What could be avoided is not known."
                : "The range of what could be avoided holds what the role costs.",
            needs: "Requests, incidents and upgrade hours in fulcrum.yaml, which narrow it.",
          },
        ]
      : []),
    ...(alignment === null
      ? [
          {
            pointer: "/signals/alignment",
            code: "none-found",
            reason: "There are neither decision records nor goals.",
            needs: "Decision records in the repositories (MADR), and goals in fulcrum.yaml.",
          },
        ]
      : alignmentUnknowns(alignment)),
  ];
}

function alignmentUnknowns({
  decisionsWithGoal,
  goalsWithDecision,
  goalsCount,
}: NonNullable<SignalsResult["alignment"]>): UnknownEntry[] {
  const why =
    goalsCount === 0
      ? { code: "no-goals", reason: "No goal is named.", needs: "Goals in fulcrum.yaml." }
      : {
          code: "no-decisions",
          reason: "No decision record was found.",
          needs: "Decision records in the repositories (MADR).",
        };
  return [
    ...(decisionsWithGoal === null
      ? [{ pointer: "/signals/alignment/decisionsWithGoal", ...why }]
      : []),
    ...(goalsWithDecision === null
      ? [{ pointer: "/signals/alignment/goalsWithDecision", ...why }]
      : []),
  ];
}

function unknownsOf(pointer: string, { indicators }: Assessed<SignalId | DecayId>): UnknownEntry[] {
  const missing = indicators.find((one) => one.unknown !== null)?.unknown;
  return [
    ...(indicators.every((one) => one.text === null)
      ? [
          {
            pointer: `${pointer}/strongest`,
            code: "no-indicator",
            reason: "None of its indicators is known.",
            needs: missing?.needs ?? "More evidence.",
          },
        ]
      : []),
    ...indicators.flatMap(({ unknown: why, coverage }, index) => {
      const place = `${pointer}/indicators/${String(index)}`;
      if (why !== null)
        return ["value", "score", "sigma", "text", ...(coverage === null ? ["coverage"] : [])].map(
          (field) => ({ pointer: `${place}/${field}`, ...why }),
        );
      return coverage === null
        ? [
            {
              pointer: `${place}/coverage`,
              code: "no-whole",
              reason: "It is not known how many there are besides those that were seen.",
              needs: "Nothing: the figure holds for what was seen.",
            },
          ]
        : [];
    }),
  ];
}
