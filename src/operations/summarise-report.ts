import type { ReportAdoption } from "#sections/adoption/schema.ts";
import { countedKeepers, countedTeams } from "#model/keepers.ts";
import type { AnswerContext } from "#ports/context.ts";
import { readParts, type Parts } from "./answering/read-parts.ts";
import { rateOf } from "#sections/adoption/explain.ts";
import { listCapabilities, type CapabilityRow } from "./list-capabilities.ts";
import { counted, lastDayBefore, dayOf, numberOf, percentOf } from "#kernel/phrases.ts";
import type { ReportBlindSpot } from "#sections/blind-spots/schema.ts";

export interface ReportFinding {
  readonly text: string;
  /** What to ask `explain` for. */
  readonly subject: string;
}

export interface ReportSummary {
  readonly title: string;
  readonly read: readonly string[];
  /** Whether a platform product manager is needed, in a few sentences; null: nothing was looked at that tells. */
  readonly verdict: string | null;
  /** What should be enabled next, what has most at stake first. */
  readonly proposals: readonly string[];
  /** The most telling first. */
  readonly findings: readonly ReportFinding[];
  /** Used capabilities, the most used first. */
  readonly capabilities: readonly CapabilityRow[];
  /** Capabilities that nothing uses now. */
  readonly unusedCount: number;
  readonly sharpen: ReportBlindSpot | null;
  readonly changes: string | null;
}

const summarised = [
  "organisation",
  "repositories",
  "components",
  "capabilities",
  "adoption",
  "problems",
  "changes",
  "blindSpots",
  "signals",
  "lenses",
] as const;
type Summarised = Parts<(typeof summarised)[number]>;

/** Days: a weekend without a commit is none to speak of. */
const longestSilence = 7;

/** Uncalibrated: fewer leavers than this, or a smaller share of those who ever used it, is no finding. */
const leastEnds = 3;
const proposalsShown = 3;
const leastEndedShare = 0.2;

/** What an engineering leader reads in ten seconds: what was read, the verdict and what next, findings, capabilities. */
export async function summariseReport(
  context: AnswerContext,
  { assessment }: { readonly assessment: string },
): Promise<ReportSummary> {
  const report = await readParts(context.assessments, assessment, summarised);
  const { rows, hiddenCount } = await listCapabilities(context, {
    assessment,
    kind: null,
    owner: null,
    withUnused: false,
  });
  const used = rows.filter((row) => row.adoptersNow > 0);
  return {
    title: `${report.organisation.name}, as of ${lastDayBefore(report.asOf)}`,
    read: whatWasRead(report),
    verdict: verdictWords(report),
    proposals: report.lenses.platform.slice(0, proposalsShown).map(({ title }) => title),
    findings: findingsOf(report, rows),
    capabilities: used,
    unusedCount: rows.length - used.length + hiddenCount,
    sharpen: report.blindSpots[0] ?? null,
    changes:
      report.previous === null
        ? null
        : `${counted(report.changes.length, "change")} since ${dayOf(report.previous.asOf)}`,
  };
}

function verdictWords({ signals: { verdict } }: Summarised): string | null {
  return verdict.answer === "not-looked-at" ? null : verdict.sentence;
}

function whatWasRead({ asOf, organisation, problems, repositories }: Summarised): string[] {
  const { repositoryCount, componentCount, teamCount, ownersKnown, commitCount, from, to } =
    organisation;
  const { askedForAt, olderClonesCount } = organisation;
  const missing = (Date.parse(askedForAt) - Date.parse(asOf)) / 86_400_000;
  const span = from === null || to === null ? "" : ` from ${dayOf(from)} to ${dayOf(to)}`;
  const unread = repositories.filter(({ head }) => head === null).length;
  const notes = [
    missing < longestSilence
      ? ""
      : `nothing was read of the ${counted(Math.round(missing), "day")} since`,
    olderClonesCount === 0
      ? ""
      : `${counted(olderClonesCount, "clone is", "clones are")} older than the others`,
    problems.length === 0 ? "" : `${counted(problems.length, "problem")}, listed in the report`,
    unread === 0 ? "" : `${counted(unread, "repository", "repositories")} without commits`,
  ].filter((note) => note !== "");
  return [
    `${counted(repositoryCount, "repository", "repositories")}, ${counted(componentCount, "component")}, ${countedTeams(teamCount, ownersKnown)}`,
    `${counted(commitCount, "commit")}${span}`,
    ...(notes.length === 0 ? [] : [notes.join("; ")]),
  ];
}

function findingsOf(report: Summarised, rows: readonly CapabilityRow[]): ReportFinding[] {
  const found = [
    mostUsed(report, rows),
    mostLeft(report, rows),
    furthestBehind(rows),
    unowned(report),
    unused(report),
    settled(rows),
  ].filter((finding) => finding !== null);
  if (rows.length > 0 || report.capabilities.length === 0) return found;
  return [
    {
      text: "Nothing that the repositories offer is seen in use by another component.",
      subject: report.capabilities[0]?.id ?? "",
    },
    ...found,
  ];
}

function mostUsed(report: Summarised, rows: readonly CapabilityRow[]): ReportFinding | null {
  const [first] = rows;
  if (first === undefined || first.adoptersNow === 0) return null;
  const adoption = adoptionOf(report, first);
  const rate = adoption === undefined ? null : rateOf(adoption);
  const reach = rate ?? counted(first.adoptersNow, "component");
  const owners = adoption === undefined ? "" : `, in ${countedKeepers(adoption.keepersNow)}`;
  return { text: `Most build on ${first.name}: ${reach}${owners}.`, subject: first.id };
}

/** What is given up or has no known provider does not lose users. */
function isLive(lifecycle: CapabilityRow["lifecycle"]): boolean {
  return lifecycle === "production" || lifecycle === "experimental";
}

function mostLeft(report: Summarised, rows: readonly CapabilityRow[]): ReportFinding | null {
  const losses = rows
    .filter((row) => isLive(row.lifecycle))
    .flatMap((row) => {
      const adoption = adoptionOf(report, row);
      return adoption === undefined ? [] : [{ row, adoption, lost: adoption.left?.livedOn ?? 0 }];
    })
    .filter(
      ({ lost, adoption: { adoptersEver } }) =>
        lost >= leastEnds && lost / adoptersEver >= leastEndedShare,
    )
    .sort((one, other) => other.lost - one.lost);
  const [worst] = losses;
  if (worst === undefined) return null;
  const { row, adoption, lost } = worst;
  const [target] = (adoption.retention?.leaversTo ?? [])
    .filter(({ reason }) => reason === "substitute")
    .sort((one, other) => other.count - one.count);
  const where =
    target === undefined || target.to === null
      ? ""
      : `; ${numberOf(target.count)} went to ${nameIn(report, target.to)}`;
  return {
    text: `${row.name} does not keep its users: ${numberOf(lost)} of ${counted(adoption.adoptersEver, "component")} that ever used it left and lived on${where}.`,
    subject: row.id,
  };
}

function furthestBehind(rows: readonly CapabilityRow[]): ReportFinding | null {
  const behind = (row: CapabilityRow): number =>
    row.onNewestMajor === null ? 0 : row.onNewestMajor.denominator - row.onNewestMajor.numerator;
  const [worst] = rows.toSorted((one, other) => behind(other) - behind(one));
  if (worst?.onNewestMajor === undefined || worst.onNewestMajor === null || behind(worst) < 2)
    return null;
  const { denominator, major } = worst.onNewestMajor;
  return {
    text: `${numberOf(behind(worst))} of ${counted(denominator, "component")} that use ${worst.name} are behind its major version ${major}.`,
    subject: worst.id,
  };
}

function unowned(report: Summarised): ReportFinding | null {
  const nobody = report.components.filter(({ ownerIds }) => ownerIds.length === 0);
  const [first] = nobody;
  if (first === undefined) return null;
  const share = percentOf(nobody.length / report.components.length);
  return {
    text: `Nobody is known to own ${numberOf(nobody.length)} of ${counted(report.components.length, "component")} (${share}).`,
    subject: first.id,
  };
}

function unused(report: Summarised): ReportFinding | null {
  const idle = report.adoption.filter(({ adoptersNow }) => adoptersNow === 0);
  const [first] = idle;
  if (first === undefined) return null;
  const all = counted(report.capabilities.length, "capability", "capabilities");
  return {
    text: `${numberOf(idle.length)} of ${all} are seen in use by no other component.`,
    subject: first.capabilityId,
  };
}

function settled(rows: readonly CapabilityRow[]): ReportFinding | null {
  const [first] = rows;
  if (first === undefined || rows.some(({ leftCount }) => leftCount > 0)) return null;
  return { text: "No use of any capability has ended so far.", subject: first.id };
}

function adoptionOf(report: Summarised, row: CapabilityRow): ReportAdoption | undefined {
  return report.adoption.find((one) => one.capabilityId === row.id);
}

function nameIn(report: Summarised, id: string): string {
  return report.capabilities.find((one) => one.id === id)?.name ?? id.replace(/^pkg:[^/]+\//, "");
}
