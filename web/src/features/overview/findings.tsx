import type { ReactNode } from "react";
import type { Report } from "#sections/report.ts";
import type { Adoption } from "#web/api/report-rows.ts";
import { itemsOf } from "#web/api/section-items.ts";
import { Figure } from "#web/ui/figure.tsx";
import { CapabilityLink } from "#web/ui/names.tsx";
import { percentWords, plural } from "#web/ui/words.ts";
import { likelyWords } from "../next/proposal-words.ts";
import { rateWords, stayShare, stayWords } from "../capabilities/adoption-words.ts";

interface Finding {
  readonly key: string;
  readonly words: ReactNode;
}

type Found = Pick<Report, "adoption" | "capabilities" | "components" | "lenses">;

/** The things to say first: who carries most, what to change next, where use is being lost, what is out of date. Figures are the report's own. */
export function findings(found: Found): readonly Finding[] {
  return [widest(found), next(found), leaking(found), outdated(found), unowned(found)]
    .filter((finding) => finding !== null)
    .slice(0, 4);
}

const largest = (found: Found, sizeOf: (adoption: Adoption) => number | null): Adoption | null => {
  let best: Adoption | null = null;
  for (const one of found.adoption) {
    const size = sizeOf(one);
    if (size !== null && size > 0 && (best === null || size > (sizeOf(best) ?? 0))) best = one;
  }
  return best;
};

const evidenceOf = (adoption: Adoption): readonly string[] => [`adoption:${adoption.capabilityId}`];

function widest(found: Found): Finding | null {
  const one = largest(found, (adoption) => adoption.adoptersNow);
  if (one === null) return null;
  const stay = stayShare(one);
  return {
    key: "widest",
    words: (
      <>
        <CapabilityLink id={one.capabilityId} /> carries most:{" "}
        <Figure evidence={evidenceOf(one)}>{rateWords(one)}</Figure> use it
        {stay === null ? (
          "."
        ) : (
          <>
            , and{" "}
            {stay.events === 0
              ? "none has left"
              : `${stayWords(stay)} stay for ${plural(stay.years, "year")}`}
            .
          </>
        )}
      </>
    ),
  };
}

function next({ lenses }: Found): Finding | null {
  const [first] = lenses.platform;
  if (first === undefined) return null;
  return {
    key: "next",
    words: (
      <>
        <a href="#/next">What next</a>: {first.title} (
        <Figure evidence={first.evidenceIds}>{likelyWords(first.atStakePersonHours)}</Figure>{" "}
        person-hours a year at stake).
      </>
    ),
  };
}

/** What is given up, or has no known provider, does not lose users. */
function isLive(found: Found, capabilityId: string): boolean {
  const lifecycle = itemsOf.capabilities(found).get(capabilityId)?.lifecycle;
  return lifecycle === "production" || lifecycle === "experimental";
}

function leaking(found: Found): Finding | null {
  const one = largest(found, (adoption) =>
    isLive(found, adoption.capabilityId) ? (adoption.left?.livedOn ?? null) : null,
  );
  if (one === null) return null;
  const leaversTo = one.retention?.leaversTo ?? [];
  const substituted = leaversTo.filter((to) => to.reason === "substitute");
  const count = substituted.reduce((sum, to) => sum + to.count, 0);
  return {
    key: "leaking",
    words: (
      <>
        <CapabilityLink id={one.capabilityId} /> loses most:{" "}
        <Figure evidence={evidenceOf(one)}>
          {one.left?.livedOn} of {plural(one.adoptersEver, "component")}
        </Figure>{" "}
        that ever used it left and lived on{count > 0 && `, ${count} of them for a substitute`}.
      </>
    ),
  };
}

const behind = ({ currency }: Adoption): number | null =>
  currency.onNewestMajor === null
    ? null
    : currency.onNewestMajor.denominator - currency.onNewestMajor.numerator;

function outdated(found: Found): Finding | null {
  const one = largest(found, behind);
  const newest = one?.currency.onNewestMajor;
  if (one === null || newest === null || newest === undefined || (behind(one) ?? 0) < 2)
    return null;
  return {
    key: "outdated",
    words: (
      <>
        <CapabilityLink id={one.capabilityId} /> is upgraded slowest:{" "}
        <Figure evidence={evidenceOf(one)}>
          {behind(one)} of {plural(newest.denominator, "user")}
        </Figure>{" "}
        ({percentWords(1 - newest.share)}) {behind(one) === 1 ? "is" : "are"} not on its newest
        major version.
      </>
    ),
  };
}

function unowned(found: Found): Finding | null {
  const { components } = found;
  const count = components.filter((one) => one.ownerIds.length === 0).length;
  if (count === 0) return null;
  return {
    key: "unowned",
    words: (
      <>
        <Figure evidence={["section:components"]}>
          {count} of {plural(components.length, "component")}
        </Figure>{" "}
        have no known owner.
      </>
    ),
  };
}
