import type { Report } from "#sections/report.ts";
import type { Component } from "#web/api/report-rows.ts";
import { routeHref } from "#web/ui/route.ts";
import type { Standard } from "#web/ui/thing/standards.tsx";
import { numberWords, plural } from "#web/ui/words.ts";
import { isOlderMajor } from "../capability/behind-by-team.ts";
import { ownershipStandards, riskStandards } from "../found-standards.ts";
import { promiseStandards } from "../reliability/promise-standards.ts";

type StandardsReport = Pick<
  Report,
  "ownership" | "sharedRisks" | "adoption" | "capabilities" | "reliability" | "reliabilityRollUps"
>;

/** What a good component does, as far as this one could be judged. */
export function componentStandards(
  report: StandardsReport,
  component: Component,
): readonly Standard[] {
  return [
    ...owners(report, component),
    ...majors(report, component),
    ...riskStandards(
      report.sharedRisks.risks.filter((one) => one.componentIds.includes(component.id)),
    ),
    ...promiseStandards(report, component.id),
    ...catalogue(component),
  ];
}

function owners({ ownership }: StandardsReport, component: Component): readonly Standard[] {
  const findings = ownership.findings.filter((one) => one.componentId === component.id);
  const isNamed = findings.every(({ kind }) => !ofOwners.has(kind));
  const kept: Standard = {
    name: "A team owns it",
    isKept: true,
    words: `${plural(component.ownerIds.length, "owner")} known`,
    remedy: null,
    evidence: component.evidenceIds,
  };
  return [
    ...ownershipStandards(findings),
    ...(isNamed && component.ownerIds.length > 0 ? [kept] : []),
  ];
}

const ofOwners: ReadonlySet<string> = new Set(["unowned", "individual-owned", "multiply-owned"]);

/** Of what it builds on, as far as versions and majors are known. */
function majors(
  { adoption, capabilities }: StandardsReport,
  component: Component,
): readonly Standard[] {
  const judged = adoption.flatMap(({ capabilityId, currency }) => {
    const newest = currency.onNewestMajor?.major;
    const used = currency.versionsInUse.find((one) => one.componentIds.includes(component.id));
    if (newest === undefined || used === undefined) return [];
    return [{ capabilityId, newest, isBehind: isOlderMajor(used.version, newest), used }];
  });
  const behind = judged.filter((one) => one.isBehind);
  if (judged.length === 0) return [];
  const name = "On the major versions that are asked for";
  if (behind.length === 0)
    return [
      {
        name,
        isKept: true,
        words: `of all ${numberWords(judged.length)} whose versions are seen`,
        remedy: null,
        evidence: judged.map(({ capabilityId }) => `adoption:${capabilityId}`),
      },
    ];
  const nameOf = (id: string): string => capabilities.find((one) => one.id === id)?.name ?? id;
  return behind.map(({ capabilityId, newest, used }) => ({
    name,
    isKept: false,
    words: `${nameOf(capabilityId)} ${used.version}`,
    remedy: `Raise it to ${newest}`,
    href: routeHref("capabilities", capabilityId, new URLSearchParams({ tab: "versions" })),
    evidence: [`adoption:${capabilityId}`],
  }));
}

function catalogue(component: Component): readonly Standard[] {
  return component.contradictions.map((text) => ({
    name: "Its catalogue says what its code shows",
    isKept: false,
    words: text,
    remedy: "Put right whichever is wrong, once: `fulcrum correct class`.",
    evidence: [],
  }));
}
