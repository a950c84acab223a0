import type { ReactNode } from "react";
import { adoptionByCapability } from "#web/api/look-ups.ts";
import { useNames } from "#web/api/names-of-things.ts";
import { useReportIndex, useSections } from "#web/api/use-report.ts";
import { CapabilityLink } from "#web/ui/names.tsx";
import { plural } from "#web/ui/words.ts";
import { AdoptionChart } from "../capability/adoption-chart.tsx";
import { largestChange } from "./largest-change.ts";

/** What moved most in a year, drawn. */
export function BiggestChange({ team }: { readonly team: string | null }): ReactNode {
  const { adoption, consumptions } = useSections("adoption", "consumptions");
  const { asOf } = useReportIndex();
  const { capabilities, components } = useNames();
  const byCapability = adoptionByCapability(adoption, asOf);
  const used = new Set(
    consumptions
      .filter(
        (use) => components.get(use.consumerComponentId)?.ownerIds.includes(team ?? "") === true,
      )
      .map((use) => use.capabilityId),
  );
  const largest = largestChange(
    adoption,
    (id) => capabilities.has(id) && (team === null || used.has(id)),
  );
  const capability = largest === null ? undefined : capabilities.get(largest.capabilityId);
  const found = largest === null ? undefined : byCapability.get(largest.capabilityId);
  if (largest === null || capability === undefined || found === undefined)
    return (
      <section className="panel">
        <h2>Nothing has moved</h2>
        <p>No capability has more or fewer users than it ever had.</p>
      </section>
    );
  const { change, now, years } = largest;
  return (
    <section className="panel">
      <h2>
        <CapabilityLink id={capability.id} /> {change > 0 ? "gained" : "lost"}{" "}
        {plural(Math.abs(change), "user")} in {years === 1 ? "a year" : `${String(years)} years`},
        to {now}
      </h2>
      <p className="note">
        The largest change of all that is offered
        {found.adoption.retirement !== null && "; its provider retires it"}.
      </p>
      <AdoptionChart capability={capability} adoption={found.adoption} asOf={asOf} />
    </section>
  );
}
