import { copyEvidence } from "../duplication/findings.ts";
import {
  countedKeepers,
  countedTeams,
  isTeam,
  keepersWords,
  ownersKnownOf,
  type Keepers,
} from "#model/keepers.ts";
import { requestEvidence } from "#evidence/request-evidence.ts";
import type { DemandRequest } from "#evidence/declared.ts";
import type { Capability, Component, ThirdPartyUse } from "#model/organisation.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { DocumentationResult } from "../documentation/result.ts";
import type { RankedClass } from "../duplication/between-owners.ts";
import type { JobResult } from "../jobs/result.ts";
import { lensItem, ranked, type LensItem, teamReach } from "./lens-item.ts";

export interface PlatformLensInput {
  readonly capabilities: readonly Capability[];
  readonly components: readonly Component[];
  readonly adoption: readonly AdoptionResult[];
  readonly jobs: readonly JobResult[];
  readonly documentation: readonly DocumentationResult[];
  /** Null: code was not compared. */
  readonly clones: readonly RankedClass[] | null;
  /** Null: none were fed in. */
  readonly requests: readonly DemandRequest[] | null;
  readonly thirdPartyUses: readonly ThirdPartyUse[];
  readonly asOf: number;
}

const mostItems = 40;
const mostClones = 10;
/** Lines of one stretch that count as much as can be gained by sharing it. */
const wholeClone = 200;
const wholeDemand = 10;
const leastOwners = 2;
const wellDocumented = 0.8;
const leastWeight = 0.3;

/** "What capabilities should we enable so that others build better, faster, safer?": candidates from all that was found. */
export function enableNext(input: PlatformLensInput): LensItem[] {
  return ranked(
    [
      ...input.jobs.flatMap((job) => answerJob(job, input)),
      ...(input.clones ?? []).slice(0, mostClones).map(shareCode),
      ...input.adoption.flatMap((adoption) => careFor(adoption, input)),
      ...demanded(input),
    ],
    mostItems,
  );
}

function answerJob(job: JobResult, input: PlatformLensInput): LensItem[] {
  if (job.isFragmented !== true || job.effectiveNumber === null) return [];
  const { capabilities } = input;
  const strength = (1 - 1 / job.effectiveNumber) * weightOf(job, input);
  const known = ownersKnownOf(input.components);
  const ways = `${countedTeams(job.ownersCount, known)} solve it in ${String(job.solutions.length)} ways, as many as ${job.effectiveNumber.toFixed(1)} of equal share`;
  const evidence = job.solutions.flatMap((one) => one.evidence.slice(0, 2));
  // What is given up is no answer to be promoted.
  const answer = capabilities.find((one) => job.platformAnswerIds.includes(one.id) && isLive(one));
  if (answer === undefined) {
    const title = `Offer one answer to: ${job.title} (${job.ecosystem})`;
    const reasons = [ways, "the platform offers none"];
    const reach = teamReach(job.ownersCount);
    return [lensItem("one-answer", title, [], reach, strength, reasons, evidence)];
  }
  const using = new Set(
    job.solutions
      .filter(
        (one) => one.capabilityId !== null && job.platformAnswerIds.includes(one.capabilityId),
      )
      .flatMap((one) => one.ownerIds),
  ).size;
  const others = job.ownersCount - using;
  const title = `Find out why teams do not use ${answer.name} for: ${job.title} (${job.ecosystem})`;
  const reasons = [
    ways,
    `${String(others)} of ${known === "mostly" ? "" : "the known "}${String(job.ownersCount)} teams do not use ${answer.name}`,
  ];
  return [
    lensItem("promote-answer", title, [answer.id], teamReach(others), strength, reasons, evidence),
  ];
}

/** A tool that stays on developers' machines costs less to vary than what runs in production (uncalibrated). */
function weightOf(job: JobResult, { thirdPartyUses, asOf }: PlatformLensInput): number {
  const packages = new Set(job.solutions.flatMap((one) => one.packages));
  const uses = thirdPartyUses.filter(
    (one) => packages.has(one.purl) && (one.to === null || one.to > asOf),
  );
  if (uses.length === 0) return 1;
  const running = uses.filter((one) => one.scope === "runtime" || one.scope === "build").length;
  return leastWeight + (1 - leastWeight) * (running / uses.length);
}

function shareCode(one: RankedClass): LensItem {
  const first = one.copies[0];
  const where =
    first === undefined ? "" : ` of ${first.path.slice(first.path.lastIndexOf("/") + 1)}`;
  const isOfTeams = one.ownerIds.every(isTeam);
  const homes = new Set(one.copies.map((copy) => copy.repositoryId)).size;
  return lensItem(
    "share-code",
    `Give the code${where} that ${keepersWords(one.ownerIds)} keep one home`,
    [...new Set(one.copies.flatMap((copy) => copy.componentId ?? []))],
    isOfTeams ? teamReach(one.ownerIds.length) : { count: homes, unit: "repository" },
    one.medianLines / wholeClone,
    [
      `${String(one.medianLines)} lines in ${String(one.copies.length)} places`,
      ...(one.coChangesCount > 0
        ? [`changed together ${String(one.coChangesCount)} times within 14 days`]
        : []),
    ],
    one.copies.slice(0, 4).map((copy) => copyEvidence(copy)),
  );
}

/** What a capability's own users need: reasons to stay, something to read, an easier way up. */
function careFor(adoption: AdoptionResult, input: PlatformLensInput): LensItem[] {
  const capability = input.capabilities.find((one) => one.id === adoption.capabilityId);
  const now = adoption.keepersNow;
  const ever: Keepers = now.unit === "team" ? teamReach(adoption.ownersEver) : now;
  if (capability === undefined || ever.count < leastOwners) return [];
  if (adoption.retirement !== null) return finishRetirement(adoption, capability, ever);
  const items: LensItem[] = [];
  const left = adoption.left.livedOn;
  const ids = [capability.id];
  if (left > 0 && adoption.adoptersNow > 0 && isLive(capability)) {
    const share = left / adoption.adoptersEver;
    const reasons = [
      `${String(left)} of ${String(adoption.adoptersEver)} components that used it have left and lived on`,
    ];
    items.push(
      lensItem(
        "keep-users",
        `Find out why components leave ${capability.name}`,
        ids,
        ever,
        share,
        reasons,
        adoption.evidence,
      ),
    );
  }
  const documented = input.documentation.find((one) => one.capabilityId === capability.id);
  if (
    documented !== undefined &&
    documented.score !== null &&
    documented.score < wellDocumented &&
    now.count > 0
  ) {
    const lacking = documented.parts.filter((one) => one.score !== null && one.score < 0.5);
    const reasons = [
      `${countedKeepers(now)} use it, and its documentation scores ${documented.score.toFixed(2)}`,
      ...lacking.slice(0, 3).map((one) => `${one.part}: ${one.text}`),
    ];
    // What is not there leaves no fact: then those who miss it are.
    const missed = lacking.flatMap((one) => one.evidence);
    const evidence = missed.length > 0 ? missed : adoption.evidence;
    items.push(
      lensItem(
        "document",
        `Document ${capability.name}`,
        ids,
        now,
        (1 - documented.score) / 2,
        reasons,
        evidence,
      ),
    );
  }
  const newest = adoption.currency.onNewestMajor;
  if (newest !== null && newest.numerator < newest.denominator) {
    const behind = newest.denominator - newest.numerator;
    const reasons = [
      `${String(behind)} of ${String(newest.denominator)} components are behind version ${newest.major}`,
    ];
    items.push(
      lensItem(
        "ease-upgrade",
        `Make upgrades of ${capability.name} easier`,
        ids,
        now,
        (1 - newest.share) / 2,
        reasons,
        adoption.evidence,
      ),
    );
  }
  return items;
}

/** Only what is alive can lose users: of what has no known provider nobody can say. */
function isLive({ lifecycle }: Capability): boolean {
  return lifecycle === "production" || lifecycle === "experimental";
}

/** Leaving what is retired is progress; the last ones are the work that remains. */
function finishRetirement(
  { retirement, adoptersNow, evidence }: AdoptionResult,
  capability: Capability,
  reach: Keepers,
): LensItem[] {
  if (retirement === null || retirement.state === "completed") return [];
  const reasons = [
    `retirement under way: ${String(retirement.left)} of ${String(retirement.of)} components have left it`,
    `${String(adoptersNow)} still ${adoptersNow === 1 ? "uses" : "use"} it`,
  ];
  return [
    lensItem(
      "finish-retirement",
      `Finish the retirement of ${capability.name}`,
      [capability.id],
      reach,
      adoptersNow / retirement.of / 2,
      reasons,
      evidence,
    ),
  ];
}

function demanded({ requests, capabilities, asOf }: PlatformLensInput): LensItem[] {
  const open = (requests ?? []).filter(
    (one) =>
      one.kind !== "feature" &&
      one.openedAt <= asOf &&
      (one.closedAt === null || one.closedAt > asOf),
  );
  const about = new Map<string, DemandRequest[]>();
  for (const request of open) {
    if (request.about === null) continue;
    const key = request.about.toLowerCase();
    about.set(key, [...(about.get(key) ?? []), request]);
  }
  return [...about.values()].map((list) => {
    const subject = list[0]?.about ?? "";
    const teams = new Set(list.flatMap((one) => one.team ?? [])).size;
    const capability = capabilities.find((one) => one.name.toLowerCase() === subject.toLowerCase());
    return lensItem(
      "requested",
      `Answer what teams ask of ${subject}`,
      capability === undefined ? [] : [capability.id],
      teamReach(Math.max(1, teams)),
      list.length / wholeDemand,
      [
        `${String(list.length)} open requests of ${String(teams)} teams`,
        ...list.slice(0, 2).map((one) => `“${one.title}”`),
      ],
      list.slice(0, 12).map(requestEvidence),
    );
  });
}
