import type { ReactNode } from "react";
import type { Adoption, Capability } from "#web/api/report-rows.ts";
import { FactList, type Fact } from "#web/ui/fact-list.tsx";
import { Figure } from "#web/ui/figure.tsx";
import { Panel } from "#web/ui/screen.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
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
  const known = <Value,>(
    value: Value | null,
    key: string,
    words: (value: Value) => ReactNode,
  ): ReactNode => (value === null ? <Unknown pointer={`${pointer}/${key}`} /> : words(value));
  const figure = (words: ReactNode, n?: number): ReactNode => (
    <Figure evidence={evidence} n={n}>
      {words}
    </Figure>
  );
  const { price } = adoption;
  const gives: readonly Fact[] = [
    {
      term: "Time to adopt",
      detail: known(adoption.timeToAdoptDays, "timeToAdoptDays", ({ p50, p85, n }) =>
        figure(`half within ${daysWords(p50)}, 85\u00a0% within ${daysWords(p85)}`, n),
      ),
    },
    {
      term: "Reuse",
      detail: known(adoption.reuse, "reuse", ({ value, adoptingOwners, eligibleOwners }) =>
        figure(
          `${adoptingOwners} of ${plural(eligibleOwners, "known eligible team")} (${percentWords(value)})`,
        ),
      ),
    },
    {
      term: "Scale",
      detail: known(adoption.scale, "scale", ({ unit, min, p50, max, n, source }) =>
        figure(
          `${numberWords(min)} to ${numberWords(max)} ${unit}, half below ${numberWords(p50)} (${source})`,
          n,
        ),
      ),
    },
    {
      term: "Consistency",
      detail: known(adoption.consistency, "consistency", ({ simpson, n }) =>
        figure(`${percentWords(simpson)} chance that two users are on the same version`, n),
      ),
    },
    {
      term: "Richness",
      detail: known(adoption.richness, "richness", ({ exportedCount, unit, usedShare }) =>
        figure(
          `${numberWords(exportedCount)} exported ${exportedCount === 1 ? unit.replace(/s$/, "") : unit}${usedShare === null ? "" : `, ${percentWords(usedShare)} of them used by somebody`}`,
        ),
      ),
    },
  ];
  const costs: readonly Fact[] = [
    {
      term: "Upgrades imposed",
      detail: known(price.upgradesImposed, "price/upgradesImposed", (count) =>
        figure(
          `${numberWords(count)}${price.majorsCount === null ? "" : `, from ${plural(price.majorsCount, "major version")}`}`,
        ),
      ),
    },
    {
      term: "Versions behind",
      detail: known(
        adoption.currency.versionsBehind,
        "currency/versionsBehind",
        ({ p50, max, n }) =>
          figure(
            `${p50 === 0 ? "half are on the newest" : `half are ${decimalWords(p50)} or fewer behind`}, the furthest ${decimalWords(max)} behind`,
            n,
          ),
      ),
    },
    {
      term: "Age of what is used",
      detail: known(adoption.currency.libyears, "currency/libyears", ({ p50, total, n }) =>
        figure(
          `${p50 === 0 ? "half none" : `half ${decimalWords(p50)} or less`}, ${decimalWords(total)} libyears in all`,
          n,
        ),
      ),
    },
    {
      term: "Hours waited",
      detail: known(price.hoursWaited, "price/hoursWaited", (hours) =>
        figure(`${decimalWords(hours)} hours`),
      ),
    },
    {
      term: "Incidents caused",
      detail: known(price.incidentsCaused, "price/incidentsCaused", (count) =>
        figure(numberWords(count)),
      ),
    },
  ];
  return (
    <div className="pair">
      <Panel title="What it gives">
        <FactList facts={gives} />
      </Panel>
      <Panel title="What it costs its consumers">
        <FactList facts={costs} />
      </Panel>
    </div>
  );
}
