import type { ReactNode } from "react";
import type { Adoption } from "#web/api/report-view.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { monthWords, plural } from "#web/ui/words.ts";
import { lastForecast, rateWords, stayShare, stayWords } from "../capabilities/adoption-words.ts";

/** The first line: how many of how many, how many stay, what is next. */
export function CapabilityAnswer({
  adoption,
  pointer,
}: {
  readonly adoption: Adoption;
  readonly pointer: string;
}): ReactNode {
  const evidence = [`adoption:${adoption.capabilityId}`];
  const stay = stayShare(adoption);
  const next = lastForecast(adoption);
  return (
    <>
      <Figure evidence={evidence}>{rateWords(adoption)}</Figure>, in{" "}
      {plural(adoption.ownersNow, "team")}, use it now; {adoption.adoptersEver} ever did.{" "}
      {stay === null ? null : (
        <>
          {stay.events > 0 && "An estimated "}
          <Figure evidence={evidence} n={stay.n}>
            {stay.events > 0 ? stayWords(stay) : "None has left"}
          </Figure>
          {stay.events > 0 ? ` stay for ${plural(stay.years, "year")} or longer. ` : ". "}
        </>
      )}
      {next !== null && (
        <>
          By {monthWords(next.date)} about {Math.round(next.likely)} ({Math.round(next.low)} to{" "}
          {Math.round(next.high)}) will have it.{" "}
        </>
      )}
      {adoption.rate === null && (
        <>
          How many could use it: <Unknown pointer={`${pointer}/rate`} />
        </>
      )}
    </>
  );
}
