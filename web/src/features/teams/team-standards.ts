import type { Report } from "#sections/report.ts";
import type { Team } from "#web/api/report-rows.ts";
import { routeHref } from "#web/ui/route.ts";
import type { Standard } from "#web/ui/thing/standards.tsx";
import { ownershipStandards, riskStandards } from "../found-standards.ts";
import { promiseStandards } from "../reliability/promise-standards.ts";

type StandardsReport = Pick<
  Report,
  "ownership" | "sharedRisks" | "components" | "reliability" | "reliabilityRollUps"
>;

/** What its components miss, each with what to do, and whether its promises are kept. */
export function teamStandards(report: StandardsReport, team: Team): readonly Standard[] {
  const own = new Set(team.componentIds);
  const nameOf = (id: string): string => report.components.find((one) => one.id === id)?.name ?? id;
  const found = report.ownership.findings.filter((one) => own.has(one.componentId));
  return [
    ...found.flatMap((one) =>
      ownershipStandards([one]).map((standard) => ({
        ...standard,
        words: `${nameOf(one.componentId)}: ${one.text}`,
        href: routeHref("components", one.componentId),
      })),
    ),
    ...riskStandards(report.sharedRisks.risks.filter((one) => one.ownerIds.includes(team.id))),
    ...promiseStandards(report, team.id),
  ];
}
