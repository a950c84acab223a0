import type { ReportCapabilityValue, ReportValue } from "./schema.ts";
import type { MoneyRate, Span } from "#insight/value/options.ts";
import type { CapabilityValue, ValueResult } from "#insight/value/result.ts";
import type { EvidenceList } from "../evidence-list.ts";
import { paybackWords } from "./payback-words.ts";
import type { UnknownEntry } from "../unknown-entries.ts";

export function mapValue(result: ValueResult, evidence: EvidenceList): ReportValue {
  const { rate, platform } = result;
  return {
    usedCount: result.usedCount,
    knownCount: result.knownCount,
    assumedCount: result.assumedCount,
    capabilities: result.capabilities.map((one) => mapCapabilityValue(one, rate, evidence)),
    platform:
      platform === null
        ? null
        : {
            investedPersonMonths: platform.investedPersonMonths,
            avoidedPersonMonths: platform.avoidedPersonMonths,
            leverage: platform.leverage,
            payback: platform.payback,
            capabilityIds: [...platform.capabilityIds],
            narrowedBy: [...platform.narrowedBy],
            summary: paybackWords(platform),
            investedMoney: rate === null ? null : moneyOf(platform.investedPersonMonths, rate),
            avoidedMoney: moneySpanOf(platform.avoidedPersonMonths, rate),
          },
    assumptions: result.assumptions.map((one) => ({ ...one })),
  };
}

function mapCapabilityValue(
  { unknown: _unknown, evidence: refs, reusingOwners, reusingComponents, ...one }: CapabilityValue,
  rate: MoneyRate | null,
  evidence: EvidenceList,
): ReportCapabilityValue {
  return {
    ...one,
    narrowedBy: [...one.narrowedBy],
    avoidedMoney: moneySpanOf(one.avoidedPersonMonths, rate),
    reusingOwnersCount: reusingOwners,
    reusingComponentsCount: reusingComponents,
    negatives: one.negatives.map((negative) => ({ ...negative })),
    association: one.association.map(({ adoptingOwners, comparisonOwners, ...association }) => ({
      ...association,
      adoptingOwnersCount: adoptingOwners,
      comparisonOwnersCount: comparisonOwners,
      curve: association.curve.map((point) => ({ ...point })),
    })),
    evidenceIds: evidence.add(refs),
  };
}

function moneyOf(personMonths: number, rate: MoneyRate) {
  return { amount: personMonths * rate.amount, currency: rate.currency, rateSource: rate.source };
}

function moneySpanOf(span: Span | null, rate: MoneyRate | null) {
  if (span === null || rate === null) return null;
  return {
    low: moneyOf(span.low, rate),
    likely: moneyOf(span.likely, rate),
    high: moneyOf(span.high, rate),
  };
}

const noRate = {
  code: "not-configured",
  reason: "money is only shown with a rate",
  needs: "value.rate in fulcrum.yaml: amount, currency and source",
};

/** An entry for each null of the section. */
export function valueUnknowns(result: ValueResult): UnknownEntry[] {
  const entries = result.capabilities.flatMap((one, index) => {
    const pointer = `/value/capabilities/${String(index)}`;
    const own = one.unknown.map(({ field, ...entry }) => ({
      pointer: `${pointer}/${field.replaceAll(".", "/")}`,
      ...entry,
    }));
    const likely = one.unknown.find(({ field }) => field === "avoidedPersonMonths");
    const { code, reason, needs } = likely ?? noRate;
    const money = { pointer: `${pointer}/avoidedMoney`, code, reason, needs };
    const payback =
      one.payback === null
        ? (one.unknown.find(({ field }) => field === "avoidedPersonMonths") ?? null)
        : null;
    const undecided =
      payback === null
        ? []
        : [
            {
              pointer: `${pointer}/payback`,
              code: payback.code,
              reason: payback.reason,
              needs: payback.needs,
            },
          ];
    return result.rate !== null && likely === undefined
      ? [...own, ...undecided]
      : [...own, ...undecided, money];
  });
  const whole = result.unknown.map(({ field, ...entry }) => ({
    pointer: `/value/${field.replaceAll(".", "/")}`,
    ...entry,
  }));
  const moneyless =
    result.platform === null || result.rate !== null
      ? []
      : ["investedMoney", "avoidedMoney"].map((field) => ({
          pointer: `/value/platform/${field}`,
          ...noRate,
        }));
  return [...entries, ...whole, ...moneyless];
}
