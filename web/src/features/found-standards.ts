import type { Report } from "#sections/report.ts";
import type { OwnershipFindingKind, SharedRiskKind } from "#vocabulary/measures.ts";
import type { Standard } from "#web/ui/thing/standards.tsx";

type Finding = Report["ownership"]["findings"][number];

const missed: Readonly<
  Record<OwnershipFindingKind, { readonly name: string; readonly remedy: string }>
> = {
  unowned: {
    name: "A team owns it",
    remedy: "Name the team in CODEOWNERS or catalog-info.yaml.",
  },
  "individual-owned": {
    name: "A team owns it",
    remedy: "Name a team in the place of people.",
  },
  "multiply-owned": {
    name: "One team owns it",
    remedy: "Agree on one of them, and name it alone.",
  },
  abandoned: {
    name: "Somebody works on what others use",
    remedy: "Find it a team, or name the day on which it ends.",
  },
  "ad-hoc-service": {
    name: "More than one builds on a service that is kept up",
    remedy: "Offer it to others, or let its one consumer take it over.",
  },
  "maintenance-gap": {
    name: "What many use is worked on all year",
    remedy: "Give it time each quarter, or name who takes it over.",
  },
};

/** What was found about who answers for something, each as a standard that is missed. */
export function ownershipStandards(findings: readonly Finding[]): readonly Standard[] {
  return findings.map(({ kind, text, evidenceIds }) => ({
    ...missed[kind],
    isKept: false,
    words: text,
    evidence: evidenceIds,
  }));
}

type Risk = Report["sharedRisks"]["risks"][number];

const riskNames: Readonly<Record<SharedRiskKind, string>> = {
  runtime: "Its runtime is supported",
  advisory: "Without known flaws",
  "outdated-major": "On the major that others here use",
};

/** What hits it together with others, each as a standard that is missed. */
export function riskStandards(risks: readonly Risk[]): readonly Standard[] {
  return risks.map((one) => ({
    name: riskNames[one.kind],
    isKept: false,
    words: one.title,
    remedy: one.remedy.text,
    evidence: one.evidenceIds,
  }));
}
