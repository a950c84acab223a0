import type { Report } from "../report.ts";
import { counted, numberOf, percentOf, some } from "#kernel/phrases.ts";
import { factsOf, type Facts } from "./explanation.ts";
import { escapedStep, placeOf } from "#kernel/reference.ts";
import { keysOf } from "#contract/keys.ts";

interface Measured {
  readonly facts: Facts;
  readonly evidenceIds: readonly string[];
  readonly places: readonly string[];
}

/** How a capability is documented and how often it breaks its consumers. */
export function measuresOfCapability(report: Report, id: string): Measured {
  const documentation = report.documentation.find((one) => one.capabilityId === id);
  const stability = report.stability.find((one) => one.capabilityId === id);
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
    places: [
      ...(documentation === undefined ? [] : [placeOf("documentation", id)]),
      ...(stability === undefined ? [] : [placeOf("stability", id)]),
    ],
  };
}

/** What nobody answers for, and what it shares with others that is at risk. */
export function measuresOfComponent(report: Report, id: string): Measured {
  const keys = keysOf(report.ownership.findings);
  const findings = report.ownership.findings.flatMap((one, index) =>
    one.componentId === id ? { one, field: `findings/${escapedStep(keys[index] ?? "")}` } : [],
  );
  const risks = report.sharedRisks.risks.filter((one) => one.componentIds.includes(id));
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
          risks.map(({ title }) => title),
          5,
        ),
      ],
    ),
    evidenceIds: findings.flatMap(({ one }) => one.evidenceIds),
    places: [
      ...findings.map(({ field }) => placeOf("ownership", null, field)),
      ...risks.map((one) => placeOf("sharedRisks", null, `risks/${escapedStep(one.id)}`)),
    ],
  };
}

/** What a team must know, and its own course over the quarters. */
export function measuresOfTeam(report: Report, id: string): Measured {
  const known = report.cognitiveLoad.find((one) => one.teamId === id);
  const course = report.maintainability.scopes.find((one) => one.id === id);
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
    places: [
      ...(known === undefined ? [] : [placeOf("cognitiveLoad", id)]),
      ...(course === undefined
        ? []
        : [placeOf("maintainability", null, `scopes/${escapedStep(id)}`)]),
    ],
  };
}

function deadLinks({ deadLinks: dead, linksCount }: Report["documentation"][number]): string {
  return dead.length === 0
    ? ""
    : `; ${numberOf(dead.length)} of ${numberOf(linksCount)} links lead nowhere`;
}
