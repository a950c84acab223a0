import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { densestWindow, scanStatistic, type DenseWindow } from "#kernel/stats-scan.ts";
import type { Random } from "#kernel/stats-resample.ts";
import type { Organisation } from "#model/organisation.ts";
import { DAY } from "./calendar.ts";
import type { AdoptionOptions } from "./options.ts";
import type { Wave } from "./result.ts";
import type { Use } from "./uses.ts";
import { lowest } from "#kernel/extremes.ts";

type Mandate = Organisation["mandates"][number];

/**
 * The wave in which a capability was adopted, if there was one: the shortest window holds a large share of the adopters, or
 * some window holds more than chance explains, and in it are enough adopters of enough owners. `firsts`: first use of
 * each component. Called mandated only when a decision precedes its end.
 */
export function waves(
  {
    firsts,
    mandates,
    firstRelease,
  }: {
    readonly firsts: readonly Use[];
    readonly mandates: readonly Mandate[];
    readonly firstRelease: number | null;
  },
  asOf: number,
  options: AdoptionOptions,
  random: Random,
): Wave[] {
  const seen = firsts.filter((use) => !use.isFromCensored).sort((a, b) => a.from - b.from);
  const starts = seen.map((use) => use.from);
  const first = starts[0];
  if (first === undefined || starts.length < options.waveMinimumAdopters) return [];
  const widths = options.waveWindowsDays.map((days) => days * DAY);
  const from = firstRelease === null ? first : Math.min(firstRelease, first);
  const scan = scanStatistic(
    starts,
    widths,
    { from, to: asOf, firstIsFixed: from === first, shortestFade: options.waveShortestFade },
    { replicates: options.scanReplicates, random },
  );
  const shortest = densestWindow(starts, lowest(widths));
  const isDense = shortest.count >= options.waveShare * starts.length;
  const candidates: { window: DenseWindow; reason: string }[] = [];
  if (isDense) {
    const share = percent(shortest.count / starts.length);
    candidates.push({
      window: shortest,
      reason: `${share} of the adopters began within ${shortest.width / DAY} days`,
    });
  }
  if (scan !== null && scan.pValue < options.waveSignificance) {
    const { densest, pValue } = scan;
    candidates.push({
      window: densest,
      reason: `${densest.count} adopters within ${densest.width / DAY} days: more than chance explains (p = ${pValue.toFixed(3)})`,
    });
  }
  for (const { window, reason } of candidates) {
    const adopters = seen.slice(window.first, window.end);
    const owners = new Set(adopters.flatMap((use) => use.ownerIds)).size;
    if (adopters.length < options.waveMinimumAdopters || owners < options.waveMinimumOwners)
      continue;
    const [start, end] = [adopters[0]!.from, adopters.at(-1)!.from];
    const mandate = mandates.find(({ at }) => at <= end && at >= start - options.mandateReach);
    return [
      {
        kind: mandate ? "mandated" : "synchronised",
        from: start,
        to: end,
        windowDays: window.width / DAY,
        adopters: adopters.length,
        owners,
        share: adopters.length / starts.length,
        pValue: scan?.pValue ?? null,
        reason: mandate ? `${reason}; decided: ${mandate.text}` : reason,
        evidence: [...(mandate?.evidence ?? []), ...adopters.flatMap(startEvidence)],
      },
    ];
  }
  return [];
}

function startEvidence(use: Use): readonly EvidenceRef[] {
  return use.consumptions[0]?.evidence.slice(0, 1) ?? [];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
