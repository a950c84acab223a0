import type { OwnFindings } from "./findings.ts";
import type { HandOver } from "./result.ts";

const maximumMonths = 9;

/** From an interim to an owner inside: what must hold before the interim goes, and how it stands today. */
export function handOver({
  staffing,
  signals,
  goalsCount,
  hasProductOwner,
}: OwnFindings): HandOver {
  const { signs } = signals.verdict;
  const holding = `about ${String(Math.round(signs.mean))} of 7, between ${String(signs.low)} and ${String(signs.high)}`;
  const isDeclared =
    staffing.domainsSource === "catalogue" || staffing.domainsSource === "configuration";
  return {
    purpose:
      "An interim establishes the role and leaves it to somebody inside. The end is in the contract, the criteria are measured each month.",
    maximumMonths,
    steps: [
      "Month 1: name the sponsor and the successor, or who looks for one; agree on the criteria below.",
      "Months 1 to 3: the interim leads, the successor is in every talk.",
      "Months 4 to 6: the successor leads, the interim is in every second talk.",
      "Months 7 to 9: the interim answers questions only; then goes, at the latest.",
    ],
    exitCriteria: [
      {
        criterion: "A product manager inside is named as owner of the platform",
        measuredBy: "fulcrum interview, question platform-product-owner",
        today:
          hasProductOwner === null
            ? "Nobody has said."
            : hasProductOwner
              ? "One is named."
              : "None is named.",
        isMet: hasProductOwner,
      },
      {
        criterion: "The domains of the platform are declared",
        measuredBy: "domains in catalogues or fulcrum.yaml",
        today: isDeclared
          ? `${String(staffing.domains.length)} are declared.`
          : "None is declared.",
        isMet: isDeclared,
      },
      {
        criterion: "The platform has goals with targets",
        measuredBy: "goals in fulcrum.yaml",
        today: `${String(goalsCount)} ${goalsCount === 1 ? "is" : "are"} declared.`,
        isMet: goalsCount > 0,
      },
      {
        criterion: `No more signs hold than today (${holding}), with at least as much looked at`,
        measuredBy: "fulcrum signals, two assessments three months apart",
        today: `${String(Math.round(signals.verdict.evidenceMass * 100))} % of what could be looked at was.`,
        isMet: null,
      },
      {
        criterion: "The successor has led three planning rounds without the interim in the room",
        measuredBy: "the sponsor",
        today: "Not seen from here.",
        isMet: null,
      },
    ],
  };
}
