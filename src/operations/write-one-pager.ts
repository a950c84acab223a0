import { countedKeepers, countedTeams } from "#model/keepers.ts";
import type { Report } from "#sections/report.ts";
import type { AnswerContext } from "#ports/context.ts";
import { readParts } from "./answering/read-parts.ts";
import { markdownText } from "./documents/foreign-text.ts";
import { findSubject } from "#sections/explanation/find-subject.ts";
import { leftWords, retirementWords } from "#sections/adoption/left-words.ts";
import { counted, dayOf, percentOf, some } from "#kernel/phrases.ts";
import { bullets, table } from "./documents/markdown.ts";

export interface WriteOnePagerInput {
  /** Id of the assessment. */
  readonly assessment: string;
  /** Name or id of a capability. */
  readonly capability: string;
  /** Names of teams and components give way to letters, for readers outside. */
  readonly redacted: boolean;
}

const mostConsumers = 20;

const sectionsOfOnePager = [
  "organisation",
  "teams",
  "components",
  "capabilities",
  "adoption",
  "documentation",
  "lenses",
  "decisions",
  "goals",
  "value",
] as const;

/**
 * One capability on one page, as Markdown: what it is, who builds on it, whether they stay, what it is worth, what is next.
 * Throws `unknown-id`.
 */
export async function writeOnePager(
  { assessments }: AnswerContext,
  { assessment, capability: meant, redacted }: WriteOnePagerInput,
): Promise<string> {
  const report = await readParts(assessments, assessment, sectionsOfOnePager);
  const { capabilities } = report;
  const { id } = findSubject({ capabilities }, meant, ["capability"]);
  const capability = capabilities.find((one) => one.id === id)!; // findSubject took it from this list
  const uses = await assessments.items(assessment, "consumptions", "capabilityId", new Set([id]));
  const names = namer(report, redacted);
  const adoption = report.adoption.find((one) => one.capabilityId === id);
  const value = report.value.capabilities.find((one) => one.capabilityId === id);
  const documented = report.documentation.find((one) => one.capabilityId === id);
  const goals = report.goals.filter((one) => one.capabilityId === id);
  const next = report.lenses.platform.filter((one) => one.subjectIds.includes(id));
  const decisions = report.decisions.filter((one) => one.capabilityIds.includes(id));
  const users = uses.filter((one) => one.to === null && one.scope !== "reverse-test");
  const componentIds = [...new Set(users.map((one) => one.consumerComponentId))];
  const sections = [
    `# ${markdownText(capability.name)}`,
    `${capability.description === null ? "" : `${markdownText(capability.description)} `}Kind: ${capability.kind}. Lifecycle: ${capability.lifecycle}. Owner: ${ownersOf(capability.ownerIds, names)}.`,
    "## Who builds on it, and do they stay?",
    adoptionText(adoption),
    ...(componentIds.length === 0
      ? []
      : [
          table(
            ["In use by", "Owner"],
            componentIds
              .slice(0, mostConsumers)
              .map((component) => [
                names(component),
                ownersOf(
                  report.components.find((one) => one.id === component)?.ownerIds ?? [],
                  names,
                ),
              ]),
          ),
          componentIds.length > mostConsumers
            ? `And ${counted(componentIds.length - mostConsumers, "more component")}: fulcrum explain with this name, and --all.`
            : "",
        ]),
    "## What is it worth?",
    valueText(value, report.organisation.ownersKnown),
    "## How well is it documented?",
    documented?.score == null
      ? "Not known: its repository was not read, or holds nothing to judge."
      : `Score ${documented.score.toFixed(2)} of 1. ${bulletsOfParts(documented.parts)}`,
    "## Goals and guardrails",
    bullets(
      goals.map(
        (one) =>
          `${markdownText(one.name)}: target ${markdownText(one.target ?? "not set")}, actual ${markdownText(one.actual ?? "not measured")}${one.by === null ? "" : `, by ${dayOf(one.by)}`}`,
      ),
      "None is set: goals in fulcrum.yaml.",
    ),
    "## What is next",
    bullets(
      next.map(
        (one) =>
          `${markdownText(redact(one.title, redacted))}: ${one.reasons.map((reason) => markdownText(redact(reason, redacted))).join("; ")}`,
      ),
      "Nothing that evidence would raise.",
    ),
    "## Decisions",
    bullets(
      decisions.map(
        (one) =>
          `${markdownText(one.title)} (${one.status}${one.decidedAt === null ? "" : `, ${dayOf(one.decidedAt)}`})`,
      ),
      "No decision record names it.",
    ),
    `Made by Fulcrum ${markdownText(report.tool.version)} from evidence as of ${dayOf(report.asOf)}${redacted ? "; names of teams and components are replaced" : ""}.`,
  ];
  return `${sections.filter((one) => one !== "").join("\n\n")}\n`;
}

/** Names, or letters in the order of first mention. */
function namer(
  report: Pick<Report, "components" | "teams">,
  redacted: boolean,
): (id: string) => string {
  const known = new Map(
    [...report.components, ...report.teams].map((one) => [one.id, one.name] as const),
  );
  const letters = new Map<string, string>();
  return (id) => {
    if (!redacted) return markdownText(known.get(id) ?? id);
    const kind = id.startsWith("team:") ? "Team" : "Component";
    const given =
      letters.get(id) ??
      `${kind} ${letterOf([...letters.values()].filter((one) => one.startsWith(kind)).length)}`;
    letters.set(id, given);
    return given;
  };
}

/** A, B … Z, AA, AB … */
function letterOf(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

/** What requests say is in their own words: only their number leaves. */
function redact(text: string, redacted: boolean): string {
  return redacted ? text.replace(/“[^”]{0,300}”/g, "“…”") : text;
}

function ownersOf(ids: readonly string[], names: (id: string) => string): string {
  return ids.length === 0 ? "not known" : some(ids.map(names), 3);
}

function adoptionText(adoption: Report["adoption"][number] | undefined): string {
  if (adoption === undefined || adoption.adoptersEver === 0)
    return "Nothing was ever seen to use it.";
  const rate =
    adoption.rate === null || adoption.eligibleCount === null
      ? ""
      : ` ${percentOf(adoption.rate)} of the ${counted(adoption.eligibleCount, "component")} that could use it do.`;
  const left = leftWords(adoption);
  const retired = retirementWords(adoption);
  const { onNewestMajor: behind } = adoption.currency;
  const newest = markdownText(adoption.currency.newestMajor ?? "");
  const versions =
    behind === null
      ? ""
      : ` ${String(behind.numerator)} of ${String(behind.denominator)} are on ${adoption.currency.newestMajor === behind.major ? `the newest major version, ${newest}` : `major version ${markdownText(behind.major)} or newer (${newest} is out and in its days of grace)`}.`;
  return `${counted(adoption.adoptersNow, "component")} of ${countedKeepers(adoption.keepersNow)} use it; ${counted(adoption.adoptersEver, "component")} ever did${left === null ? "" : `; ${left}`}.${retired === null ? "" : ` ${retired[0]?.toUpperCase() ?? ""}${retired.slice(1)}.`}${rate}${versions}`;
}

function valueText(
  value: Report["value"]["capabilities"][number] | undefined,
  known: Report["organisation"]["ownersKnown"],
): string {
  if (value === undefined || value.investedPersonMonths === null)
    return "Not known: its repository was not read, or too few people worked on it to show their effort.";
  const invested = `${value.investedPersonMonths.toFixed(0)} person-months were put in`;
  if (value.avoidedPersonMonths === null)
    return `${invested}; what it saved cannot be said, for how much of it is used cannot be seen.`;
  const { low, likely, high } = value.avoidedPersonMonths;
  return `${invested}; it saved ${likely.toFixed(0)} person-months (${low.toFixed(0)} to ${high.toFixed(0)}) to ${value.reusingOwnersCount === null ? "users whose teams are not known" : countedTeams(value.reusingOwnersCount, known, "other team")}.`;
}

function bulletsOfParts(parts: Report["documentation"][number]["parts"]): string {
  const lacking = parts.filter((one) => one.score !== null && one.score < 0.5);
  return lacking.length === 0
    ? "Nothing that was looked for is missing."
    : `Weak: ${lacking.map((one) => `${one.part} (${markdownText(one.text)})`).join(", ")}.`;
}
