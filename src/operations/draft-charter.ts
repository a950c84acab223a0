import { askedMajors } from "#insight/adoption/currency.ts";
import { countedKeepers, keepersOf } from "#model/keepers.ts";
import type { Report } from "#sections/report.ts";
import type { AnswerContext } from "#ports/context.ts";
import { readParts } from "./answering/read-parts.ts";
import { markdownText } from "./documents/foreign-text.ts";
import { counted, dayOf, numberOf, percentOf, some } from "#kernel/phrases.ts";
import { bullets, table } from "./documents/markdown.ts";

const mostCapabilities = 25;
const mostDecisions = 15;
const mostNext = 8;

const sectionsOfCharter = [
  "organisation",
  "teams",
  "components",
  "capabilities",
  "consumptions",
  "adoption",
  "documentation",
  "interview",
  "lenses",
  "decisions",
  "goals",
  "value",
  "blindSpots",
] as const;

/** A draft of the platform's charter as Markdown, from what was found: to be edited by people, who decide what holds. */
export async function draftCharter(
  { assessments }: AnswerContext,
  { assessment }: { readonly assessment: string },
): Promise<string> {
  const report = await readParts(assessments, assessment, sectionsOfCharter);
  const said = new Map(report.interview.map((one) => [one.questionId, one.answer]));
  const adoptionOf = new Map(report.adoption.map((one) => [one.capabilityId, one]));
  const teamName = new Map(report.teams.map((one) => [one.id, one.name]));
  const platform = report.components.filter((one) => one.class === "platform");
  const offered = report.capabilities
    .filter(
      (one) => (adoptionOf.get(one.id)?.adoptersNow ?? 0) > 0 && one.providerComponentId !== null,
    )
    .sort(
      (a, b) => (adoptionOf.get(b.id)?.adoptersNow ?? 0) - (adoptionOf.get(a.id)?.adoptersNow ?? 0),
    );
  const consumers = new Set(
    report.consumptions.flatMap((one) => (one.to === null ? one.consumerComponentId : [])),
  );
  const building = report.components.filter(({ id }) => consumers.has(id));
  const keepers = keepersOf(building);
  const builders = `${countedKeepers(keepers)} build on it today`;
  const named = [...new Set(building.flatMap(({ ownerIds }) => ownerIds))]
    .map((id) => markdownText(teamName.get(id) ?? id))
    .sort();
  const whoBuilds = keepers.unit === "team" && named.length > 0 ? `: ${some(named, 12)}` : "";
  const inForce = report.decisions.filter((one) => one.status === "accepted");
  const general = report.goals.filter((one) => one.capabilityId === null);
  const forWhom = said.get("charter-for-whom");
  const notFor = said.get("charter-not");
  const leaving = offered.filter(
    (one) => one.lifecycle === "deprecated" || one.lifecycle === "archived",
  );
  const sections = [
    `# Platform charter of ${markdownText(report.organisation.name)} (draft)`,
    `Drafted from evidence as of ${dayOf(report.asOf)}. Every statement is a proposal: edit it, and delete what does not hold.`,
    "## Who it is for, and why",
    forWhom == null
      ? `${builders}${whoBuilds}. Why it exists is for people to say: fulcrum interview --topic charter.`
      : `${markdownText(forWhom)}\n\n${builders}.`,
    "## What it offers",
    table(
      ["Capability", "Kind", "Owner", "In use by", "Adoption"],
      offered.slice(0, mostCapabilities).map((one) => {
        const adoption = adoptionOf.get(one.id);
        return [
          markdownText(one.name),
          one.kind,
          one.ownerIds.length === 0
            ? "not known"
            : some(
                one.ownerIds.map((id) => markdownText(teamName.get(id) ?? id)),
                2,
              ),
          counted(adoption?.adoptersNow ?? 0, "component"),
          adoption?.rate == null ? "not known" : percentOf(adoption.rate),
        ];
      }),
    ),
    offered.length > mostCapabilities
      ? `And ${counted(offered.length - mostCapabilities, "more capability", "more capabilities")}: fulcrum capabilities lists them.`
      : "",
    `${counted(platform.length, "component")} of ${counted(report.components.length, "component")} are classed as platform.`,
    "## What it is not for",
    notFor == null
      ? bullets(
          leaving.map((one) => `${markdownText(one.name)} is ${one.lifecycle}: no new uses`),
          "Nobody has said yet: fulcrum interview --topic charter.",
        )
      : markdownText(notFor),
    "## Goals and measures",
    bullets(
      [
        ...general.map(
          (one) =>
            `${markdownText(one.name)}: target ${markdownText(one.target ?? "not set")}, actual ${markdownText(one.actual ?? "not measured")}`,
        ),
        ...measures(report),
      ],
      "None is set: goals in fulcrum.yaml.",
    ),
    "## Decisions in force",
    bullets(
      inForce
        .slice(0, mostDecisions)
        .map(
          (one) =>
            `${markdownText(one.title)}${one.decidedAt === null ? "" : `, ${dayOf(one.decidedAt)}`} (${markdownText(one.path)})`,
        ),
      "No decision record was found.",
    ),
    inForce.length > mostDecisions ? moreOf(inForce.length - mostDecisions, "decisions") : "",
    "## What is next",
    bullets(
      report.lenses.platform
        .slice(0, mostNext)
        .map(
          (one) =>
            `${markdownText(one.title)}. First step: ${markdownText(one.firstStep)}. Because ${one.reasons.map(markdownText).join("; ")}`,
        ),
      "Nothing that evidence would raise.",
    ),
    moreOf(report.lenses.platform.length - mostNext, "lenses.platform"),
    "## What is not known",
    bullets(
      report.blindSpots
        .slice(0, mostNext)
        .map(
          (one) => `${markdownText(one.what)} (${String(one.count)}): ${markdownText(one.sharpen)}`,
        ),
      "No blind spot was found.",
    ),
    moreOf(report.blindSpots.length - mostNext, "blindSpots"),
  ];
  return `${sections.filter((one) => one !== "").join("\n\n")}\n`;
}

/** Empty where nothing is left out; else how many, and where the JSON report has them. */
function moreOf(count: number, where: string): string {
  return count <= 0 ? "" : `And ${numberOf(count)} more, under \`${where}\` of the JSON report.`;
}

/** What is measured already, with where it stands. */
function measures(report: Pick<Report, "adoption" | "documentation" | "value">): string[] {
  const inUse = report.adoption.filter((one) => one.adoptersNow > 0);
  const used = inUse.filter((one) => one.rate !== null);
  const newest = report.adoption.flatMap((one) => one.currency.onNewestMajor ?? []);
  const onNewest = newest.reduce((sum, one) => sum + one.numerator, 0);
  const ofNewest = newest.reduce((sum, one) => sum + one.denominator, 0);
  const consumers = new Map(inUse.map((one) => [one.capabilityId, one.adoptersNow]));
  const scores = report.documentation.flatMap(({ capabilityId, score }) => {
    const weight = consumers.get(capabilityId) ?? 0;
    return score === null || weight === 0 ? [] : [{ score, weight }];
  });
  const weights = scores.reduce((sum, { weight }) => sum + weight, 0);
  const weighed = scores.reduce((sum, { score, weight }) => sum + score * weight, 0);
  const value = report.value.platform;
  return [
    ...(used.length === 0
      ? []
      : [
          `Adoption: ${counted(used.filter((one) => (one.rate ?? 0) >= 0.5).length, "capability", "capabilities")} of ${String(used.length)} are used by half of those that could`,
        ]),
    ...(ofNewest === 0
      ? []
      : [`Currency: ${String(onNewest)} of ${String(ofNewest)} uses are on ${askedMajors}`]),
    ...(scores.length === 0
      ? []
      : [
          `Documentation: mean score ${(weighed / weights).toFixed(2)} over ${counted(scores.length, "capability", "capabilities")} in use, weighted by consumers`,
        ]),
    ...(value === null ? [] : [`Value: ${markdownText(value.summary)}`]),
  ];
}
