import type { Report } from "../report.ts";
import { counted, numberOf, percentOf, some } from "#kernel/phrases.ts";
import { factsOf, type Facts } from "./explanation.ts";

interface Measured {
  readonly facts: Facts;
  readonly evidenceIds: readonly string[];
  readonly pointers: readonly string[];
}

/** How a capability is documented and how often it breaks its consumers. */
export function measuresOfCapability(report: Report, id: string): Measured {
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

/** What nobody answers for, and what it shares with others that is at risk. */
export function measuresOfComponent(report: Report, id: string): Measured {
  const findings = report.ownership.findings.flatMap((one, index) =>
    one.componentId === id ? [{ one, pointer: `/ownership/findings/${index}` }] : [],
  );
  const risks = report.sharedRisks.risks.flatMap((one, index) =>
    one.componentIds.includes(id) ? [{ one, pointer: `/sharedRisks/risks/${index}` }] : [],
  );
  return {
    facts: factsOf(
      [
        "ownership",
        some(
          findings.map(({ one }) => `${one.kind}: ${one.text}`),
          5,
        ),
      ],
      [
        "shared risks",
        some(
          risks.map(({ one }) => one.title),
          5,
        ),
      ],
    ),
    evidenceIds: findings.flatMap(({ one }) => one.evidenceIds),
    pointers: [...findings, ...risks].map(({ pointer }) => pointer),
  };
}

/** What a team must know, and its own course over the quarters. */
export function measuresOfTeam(report: Report, id: string): Measured {
  const load = report.cognitiveLoad.findIndex((one) => one.teamId === id);
  const known = report.cognitiveLoad[load];
  const scope = report.maintainability.scopes.findIndex((one) => one.id === id);
  const course = report.maintainability.scopes[scope];
  return {
    facts: factsOf(
      [
        "must know",
        known === undefined
          ? null
          : `${numberOf(known.total)}: ${known.dimensions
              .filter(({ count }) => count > 0)
              .map(({ dimension, count }) => `${numberOf(count)} ${dimension}`)
              .join(", ")}`,
      ],
      [
        "a year",
        some(
          (course?.trends ?? []).flatMap(({ measure, relativePerYear, n }) =>
            relativePerYear === null
              ? []
              : `${measure} ${relativePerYear < 0 ? "−" : "+"}${percentOf(Math.abs(relativePerYear))} (${n} quarters)`,
          ),
          5,
        ),
      ],
    ),
    evidenceIds: course?.evidenceIds ?? [],
    pointers: [
      ...(known === undefined ? [] : [`/cognitiveLoad/${load}`]),
      ...(course === undefined ? [] : [`/maintainability/scopes/${scope}`]),
    ],
  };
}

function deadLinks({ deadLinks: dead, linksCount }: Report["documentation"][number]): string {
  return dead.length === 0
    ? ""
    : `; ${numberOf(dead.length)} of ${numberOf(linksCount)} links lead nowhere`;
}
