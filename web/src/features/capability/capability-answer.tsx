import type { ReactNode } from "react";
import type { Adoption } from "#web/api/report-rows.ts";
import { Figure } from "#web/ui/figure.tsx";
import { Unknown } from "#web/ui/unknown.tsx";
import { keepersWords, monthWords, numberWords, plural } from "#web/ui/words.ts";
import {
  lastForecast,
  leftWords,
  rateWords,
  retirementWords,
  stayShare,
  stayWords,
} from "../capabilities/adoption-words.ts";

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
  const left = leftWords(adoption);
  const retirement = retirementWords(adoption);
  return (
    <>
      <Figure evidence={evidence}>{rateWords(adoption)}</Figure>, in{" "}
      {keepersWords(adoption.keepersNow)}, use it now; {adoption.adoptersEver} ever did
      {left === "" ? null : (
        <>
          ; <Figure evidence={evidence}>{left}</Figure>
        </>
      )}
      .{" "}
      {retirement !== "" && (
        <>
          <Figure evidence={evidence}>{retirement}</Figure>.{" "}
        </>
      )}
      {stay === null || retirement !== "" ? null : (
        <>
          {stay.events > 0 && stay.survival < 1 && "An estimated "}
          <Figure evidence={evidence} n={stay.n}>
            {stay.events === 0
              ? "None has left"
              : stay.survival === 1
                ? `None left within ${plural(stay.years, "year")}`
                : stayWords(stay)}
          </Figure>
          {stay.events > 0 &&
            stay.survival < 1 &&
            ` stay for ${plural(stay.years, "year")} or longer`}
          {stay.events > 0 && stay.survival === 1 && `; ${numberWords(stay.events)} left later`}
          .{" "}
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
