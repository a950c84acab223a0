import { countedKeepers, keepersOf } from "#model/keepers.ts";
import type { Report } from "#contract/report.ts";
import { counted, dayOf, percentOf, some } from "../phrases.ts";
import { bullets, plainText, table } from "./markdown.ts";

const mostCapabilities = 25;
const mostDecisions = 15;

/** A draft of the platform's charter as Markdown, from what was found: to be edited by people, who decide what holds. */
export function draftCharter(report: Report): string {
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
    .map((id) => plainText(teamName.get(id) ?? id))
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
    `# Platform charter of ${plainText(report.organisation.name)} (draft)`,
    `Drafted from evidence as of ${dayOf(report.asOf)}. Every statement is a proposal: edit it, and delete what does not hold.`,
    "## Who it is for, and why",
    forWhom == null
      ? `${builders}${whoBuilds}. Why it exists is for people to say: fulcrum interview --topic charter.`
      : `${plainText(forWhom)}\n\n${builders}.`,
    "## What it offers",
    table(
      ["Capability", "Kind", "Owner", "In use by", "Adoption"],
      offered.slice(0, mostCapabilities).map((one) => {
        const adoption = adoptionOf.get(one.id);
        return [
          plainText(one.name),
          one.kind,
          one.ownerIds.length === 0
            ? "not known"
            : some(
                one.ownerIds.map((id) => plainText(teamName.get(id) ?? id)),
                2,
              ),
          counted(adoption?.adoptersNow ?? 0, "component"),
          adoption?.rate == null ? "not known" : percentOf(adoption.rate),
        ];
      }),
    ),
    offered.length > mostCapabilities
      ? `And ${counted(offered.length - mostCapabilities, "more capability", "more capabilities")}.`
      : "",
    `${counted(platform.length, "component")} of ${counted(report.components.length, "component")} are classed as platform.`,
    "## What it is not for",
    notFor == null
      ? bullets(
          leaving.map((one) => `${plainText(one.name)} is ${one.lifecycle}: no new uses`),
          "Nobody has said yet: fulcrum interview --topic charter.",
        )
      : plainText(notFor),
    "## Goals and measures",
    bullets(
      [
        ...general.map(
          (one) =>
            `${plainText(one.name)}: target ${plainText(one.target ?? "not set")}, actual ${plainText(one.actual ?? "not measured")}`,
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
            `${plainText(one.title)}${one.decidedAt === null ? "" : `, ${dayOf(one.decidedAt)}`} (\`${one.path.replaceAll("`", "")}\`)`,
        ),
      "No decision record was found.",
    ),
    inForce.length > mostDecisions ? `And ${counted(inForce.length - mostDecisions, "more")}.` : "",
    "## What is next",
    bullets(
      report.lenses.platform
        .slice(0, 8)
        .map((one) => `${plainText(one.title)}: ${one.reasons.map(plainText).join("; ")}`),
      "Nothing that evidence would raise.",
    ),
    "## What is not known",
    bullets(
      report.blindSpots
        .slice(0, 8)
        .map((one) => `${plainText(one.what)} (${String(one.count)}): ${plainText(one.sharpen)}`),
      "No blind spot was found.",
    ),
  ];
  return `${sections.filter((one) => one !== "").join("\n\n")}\n`;
}

/** What is measured already, with where it stands. */
function measures(report: Report): string[] {
  const used = report.adoption.filter((one) => one.adoptersNow > 0 && one.rate !== null);
  const newest = report.adoption.flatMap((one) => one.currency.onNewestMajor ?? []);
  const onNewest = newest.reduce((sum, one) => sum + one.numerator, 0);
  const ofNewest = newest.reduce((sum, one) => sum + one.denominator, 0);
  const scores = report.documentation.flatMap((one) => one.score ?? []);
  const leverage = report.value.platform?.leverage;
  return [
    ...(used.length === 0
      ? []
      : [
          `Adoption: ${counted(used.filter((one) => (one.rate ?? 0) >= 0.5).length, "capability", "capabilities")} of ${String(used.length)} are used by half of those that could`,
        ]),
    ...(ofNewest === 0
      ? []
      : [
          `Currency: ${String(onNewest)} of ${String(ofNewest)} uses are on the newest major version`,
        ]),
    ...(scores.length === 0
      ? []
      : [
          `Documentation: mean score ${(scores.reduce((sum, one) => sum + one, 0) / scores.length).toFixed(2)} over ${counted(scores.length, "capability", "capabilities")}`,
        ]),
    ...(leverage == null
      ? []
      : [
          `Leverage: ${leverage.likely.toFixed(1)} person-months saved for each put in (${leverage.low.toFixed(1)} to ${leverage.high.toFixed(1)})`,
        ]),
  ];
}
