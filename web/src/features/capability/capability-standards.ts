import type { Report } from "#sections/report.ts";
import type { Capability } from "#web/api/report-rows.ts";
import type { Standard } from "#web/ui/thing/standards.tsx";
import { dateWords, listWords, numberWords, plural } from "#web/ui/words.ts";
import { ownershipStandards } from "../found-standards.ts";
import { promiseStandards } from "../reliability/promise-standards.ts";

type StandardsReport = Pick<
  Report,
  "ownership" | "documentation" | "stability" | "reliability" | "reliabilityRollUps"
>;

/** What a good capability does, as far as this one could be judged. */
export function capabilityStandards(
  report: StandardsReport,
  capability: Capability,
): readonly Standard[] {
  const { id, providerComponentId } = capability;
  const findings = report.ownership.findings.filter((one) =>
    one.capabilityId === null ? one.componentId === providerComponentId : one.capabilityId === id,
  );
  return [
    ...ownershipStandards(findings),
    ...documented(report, id),
    ...stable(report, id),
    ...ends(report, id),
    ...promiseStandards(report, id),
  ];
}

const partsNamed = 3;

function documented({ documentation }: StandardsReport, id: string): readonly Standard[] {
  const found = documentation.find((one) => one.capabilityId === id);
  if (found === undefined || found.score === null) return [];
  const lacking = found.parts.filter((part) => part.score !== null && part.score < 1);
  const rest = lacking.length - partsNamed;
  const named = lacking.slice(0, partsNamed).map(({ part }) => part);
  return [
    {
      name: "Documented",
      isKept: lacking.length === 0,
      words: `${numberWords(found.n - lacking.length)} of ${plural(found.n, "part")} whole`,
      remedy:
        lacking.length === 0
          ? null
          : `Write or complete: ${listWords(rest > 0 ? [...named, `${numberWords(rest)} more`] : named)}.`,
      evidence: found.parts.flatMap(({ evidenceIds }) => evidenceIds),
    },
  ];
}

function stable({ stability }: StandardsReport, id: string): readonly Standard[] {
  const found = stability.find((one) => one.capabilityId === id);
  if (found === undefined || found.violations === null || found.comparedCount === 0) return [];
  const broken = found.violations.length;
  return [
    {
      name: "Breaks nobody without a major version",
      isKept: broken === 0,
      words: `${numberWords(broken)} of ${plural(found.comparedCount, "release")} took names away`,
      remedy: broken === 0 ? null : "Keep what was exported until the next major version.",
      evidence:
        broken === 0
          ? found.evidenceIds
          : found.violations.flatMap(({ evidenceIds }) => evidenceIds),
    },
  ];
}

function ends({ ownership }: StandardsReport, id: string): readonly Standard[] {
  return ownership.promises
    .filter((one) => one.capabilityId === id && one.state !== "unknown")
    .map((one) => ({
      name: "Ends when it said",
      isKept: one.state !== "past",
      words: `${one.text}${one.by === null ? "" : `, by ${dateWords(one.by)}`}`,
      remedy: one.state === "past" ? "Take it away, or name another day." : null,
      evidence: one.evidenceIds,
    }));
}
