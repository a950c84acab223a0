import { median } from "d3-array";
import { deliveryStages } from "#vocabulary/delivery.ts";
import type { Delivery } from "#web/api/report-rows.ts";
import type { Tile } from "#web/ui/tiles/tile.ts";
import { decimalWords, numberWords, percentWords, plural } from "#web/ui/words.ts";
import {
  durationWords,
  evidenceOfRollUp,
  isQuarterOver,
  membersOf,
  stageWords,
  type RollUp,
} from "./delivery-rows.ts";

const week = 7 * 86_400_000;

/** The four DORA measures of what is put together, each beside its own past where the report has one. */
export function deliveryTiles(rollUp: RollUp, deliveries: readonly Delivery[]): readonly Tile[] {
  const evidence = evidenceOfRollUp(deliveries, rollUp);
  return [
    frequencyTile(rollUp, evidence),
    leadTimeTile(rollUp, evidence),
    failureTile(rollUp, evidence),
    recoveryTile(rollUp, evidence),
  ];
}

function frequencyTile(rollUp: RollUp, evidence: readonly string[]): Tile {
  const { perWeek, componentPerWeek, componentsCount, deploymentsCount, quarters } = rollUp;
  const format = (value: number): string =>
    `${value < 20 ? decimalWords(value) : numberWords(value)} a week`;
  const each =
    componentPerWeek === null || componentsCount < 2
      ? ""
      : `; half of them at least ${decimalWords(componentPerWeek)} a week each`;
  return {
    id: "frequency",
    title: "Deployment frequency",
    href: null,
    value: perWeek === null ? null : format(perWeek),
    words: `${plural(deploymentsCount, "deployment")} of ${plural(componentsCount, "component")}${each}`,
    missing: "Fewer deployments were seen than a rate takes.",
    evidence,
    points: quarters.map(({ from, to, deploymentsCount: count }) => ({
      at: from,
      value: (count * week) / Math.max(week, Date.parse(to) - Date.parse(from)),
      isPartial: !isQuarterOver({ from, to }),
    })),
    format,
  };
}

function leadTimeTile(
  { leadTimeSeconds: lead, quarters }: RollUp,
  evidence: readonly string[],
): Tile {
  const range =
    lead?.low == null || lead.high === null
      ? ""
      : ` (95 %: ${durationWords(lead.low)} to ${durationWords(lead.high)})`;
  return {
    id: "lead-time",
    title: "Change lead time",
    href: null,
    value: lead === null ? null : durationWords(lead.p50),
    words: lead === null ? "" : `half of ${plural(lead.n, "commit")} are faster${range}`,
    missing:
      "Needs the deployed commit of each deployment: a tag, a digest or a commit in its record.",
    evidence,
    points: quarters.map(({ from, to, leadTimeSeconds }) => ({
      at: from,
      value: leadTimeSeconds,
      isPartial: !isQuarterOver({ from, to }),
    })),
    format: durationWords,
  };
}

function failureTile({ changeFailRate: rate }: RollUp, evidence: readonly string[]): Tile {
  return {
    id: "change-fail-rate",
    title: "Change fail rate",
    href: null,
    value: rate === null ? null : percentWords(rate.value),
    words:
      rate === null
        ? ""
        : `${numberWords(rate.numerator)} of ${plural(rate.denominator, "deployment")} (95 %: ${percentWords(rate.low)} to ${percentWords(rate.high)})`,
    missing: "Connect incidents, or commit rollbacks and reverts where they can be seen.",
    evidence,
    points: [],
    format: percentWords,
  };
}

function recoveryTile({ recoverySeconds: recovery }: RollUp, evidence: readonly string[]): Tile {
  const open =
    recovery === null || recovery.unresolvedCount === 0
      ? ""
      : `, ${numberWords(recovery.unresolvedCount)} not over yet`;
  return {
    id: "recovery",
    title: "Failed deployment recovery time",
    href: null,
    value: recovery?.p50 == null ? null : durationWords(recovery.p50),
    words:
      recovery === null ? "" : `half of ${plural(recovery.n, "failure")} were over by then${open}`,
    missing: "Connect incidents, or commit rollbacks and reverts where they can be seen.",
    evidence,
    points: [],
    format: durationWords,
  };
}

/** One part of the way of a change, over the components of which it is known. */
export interface StageRow {
  readonly stage: Delivery["stages"][number]["stage"];
  readonly words: string;
  /** Seconds: the median over components of their medians. */
  readonly p50: number;
  readonly componentsCount: number;
}

/** Where changes wait, in the order of their way: production only, the level of the roll-up only. */
export function stageRows(rollUp: RollUp, deliveries: readonly Delivery[]): readonly StageRow[] {
  const known = new Map<StageRow["stage"], number[]>();
  for (const { stages } of membersOf(rollUp, deliveries))
    for (const { stage, p50 } of stages) known.set(stage, [...(known.get(stage) ?? []), p50]);
  return deliveryStages.flatMap((stage) => {
    const found = known.get(stage) ?? [];
    const p50 = median(found);
    return p50 === undefined
      ? []
      : [{ stage, words: stageWords[stage], p50, componentsCount: found.length }];
  });
}
