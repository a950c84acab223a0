import type { Report } from "#contract/report.ts";
import { counted, numberOf } from "../phrases.ts";
import { factsOf, type Facts } from "./explanation.ts";

interface MeasuredCapability {
  readonly facts: Facts;
  readonly evidenceIds: readonly string[];
  readonly pointers: readonly string[];
}

/** How a capability is documented and how often it breaks its consumers. */
export function measuresOfCapability(report: Report, id: string): MeasuredCapability {
  const documented = report.documentation.findIndex((one) => one.capabilityId === id);
  const stable = report.stability.findIndex((one) => one.capabilityId === id);
  const documentation = report.documentation[documented];
  const stability = report.stability[stable];
  const violations = stability?.violations ?? [];
  return {
    facts: factsOf(
      [
        "documentation",
        documentation === undefined || documentation.score === null
          ? null
          : `${documentation.score.toFixed(2)} of 1, over ${counted(documentation.n, "part")}${deadLinks(documentation)}`,
      ],
      [
        "majors",
        stability === undefined || stability.majorsPerYear === null
          ? null
          : `${stability.majorsPerYear.value.toFixed(1)} a year over ${stability.majorsPerYear.years.toFixed(1)} years`,
      ],
      [
        "names taken away without a major",
        violations.length === 0
          ? null
          : violations
              .slice(0, 5)
              .map(({ version, removedCount }) => `${version}: ${numberOf(removedCount)}`)
              .join(", "),
      ],
    ),
    evidenceIds: [
      ...(documentation?.parts.flatMap((one) => one.evidenceIds) ?? []),
      ...violations.flatMap((one) => one.evidenceIds),
    ],
    pointers: [
      ...(documentation === undefined ? [] : [`/documentation/${documented}`]),
      ...(stability === undefined ? [] : [`/stability/${stable}`]),
    ],
  };
}

function deadLinks({ deadLinks: dead, linksCount }: Report["documentation"][number]): string {
  return dead.length === 0
    ? ""
    : `; ${numberOf(dead.length)} of ${numberOf(linksCount)} links lead nowhere`;
}
