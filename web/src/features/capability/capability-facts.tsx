import type { ReactNode } from "react";
import type { Adoption, Capability } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { RailFacts, type MaybeFact } from "#web/ui/thing/rail-facts.tsx";
import { daysWords, decimalWords, numberWords, percentWords, plural } from "#web/ui/words.ts";

interface CapabilityFactsProps {
  readonly capability: Capability;
  readonly adoption: Adoption;
  readonly pointer: string;
}

/** What it gives to those who build on it, and what it costs them. */
export function CapabilityFacts({
  capability,
  adoption,
  pointer,
}: CapabilityFactsProps): ReactNode {
  const evidence = [`adoption:${capability.id}`];
  const fact = <Value,>(
    term: string,
    [key, value]: readonly [string, Value | null],
    words: (value: Value) => ReactNode,
  ): MaybeFact => ({
    term,
    pointer: `${pointer}/${key}`,
    detail: value === null ? null : words(value),
  });
  const figure = (words: ReactNode, n?: number): ReactNode => (
    <Figure evidence={evidence} n={n}>
      {words}
    </Figure>
  );
  const { price } = adoption;
  const gives: readonly MaybeFact[] = [
    fact("Time to adopt", ["timeToAdoptDays", adoption.timeToAdoptDays], ({ p50, p85, n }) =>
      figure(`half within ${daysWords(p50)}, 85\u00a0% within ${daysWords(p85)}`, n),
    ),
    fact("Reuse", ["reuse", adoption.reuse], ({ value, adoptingOwners, eligibleOwners }) =>
      figure(
        `${adoptingOwners} of ${plural(eligibleOwners, "known eligible team")} (${percentWords(value)})`,
      ),
    ),
    fact("Scale", ["scale", adoption.scale], ({ unit, min, p50, max, n, source }) =>
      figure(
        `${numberWords(min)} to ${numberWords(max)} ${unit}, half below ${numberWords(p50)} (${source})`,
        n,
      ),
    ),
    fact("Consistency", ["consistency", adoption.consistency], ({ simpson, n }) =>
      figure(`${percentWords(simpson)} chance that two users are on the same version`, n),
    ),
    fact("Richness", ["richness", adoption.richness], ({ exportedCount, unit, usedShare }) =>
      figure(
        `${numberWords(exportedCount)} exported ${exportedCount === 1 ? unit.replace(/s$/, "") : unit}${usedShare === null ? "" : `, ${percentWords(usedShare)} of them used by somebody`}`,
      ),
    ),
  ];
  const costs: readonly MaybeFact[] = [
    fact("Upgrades imposed", ["price/upgradesImposed", price.upgradesImposed], (count) =>
      figure(
        `${numberWords(count)}${price.majorsCount === null ? "" : `, from ${plural(price.majorsCount, "major version")}`}`,
      ),
    ),
    fact(
      "Versions behind",
      ["currency/versionsBehind", adoption.currency.versionsBehind],
      ({ p50, max, n }) =>
        figure(
          `${p50 === 0 ? "half are on the newest" : `half are ${decimalWords(p50)} or fewer behind`}, the furthest ${decimalWords(max)} behind`,
          n,
        ),
    ),
    fact(
      "Age of what is used",
      ["currency/libyears", adoption.currency.libyears],
      ({ p50, total, n }) =>
        figure(
          `${p50 === 0 ? "half none" : `half ${decimalWords(p50)} or less`}, ${decimalWords(total)} libyears in all`,
          n,
        ),
    ),
    fact("Hours waited", ["price/hoursWaited", price.hoursWaited], (hours) =>
      figure(`${decimalWords(hours)} hours`),
    ),
    fact("Incidents caused", ["price/incidentsCaused", price.incidentsCaused], (count) =>
      figure(numberWords(count)),
    ),
  ];
  return (
    <RailFacts
      section="adoption"
      groups={[
        { title: "What it gives", facts: gives },
        { title: "What it costs its users", facts: costs },
      ]}
    />
  );
}
