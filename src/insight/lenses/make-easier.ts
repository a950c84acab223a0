import { counted, dayOf, some } from "#kernel/phrases.ts";
import { requestEvidence } from "#evidence/request-evidence.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { countedKeepers } from "#model/keepers.ts";
import type { Span } from "../value/options.ts";
import { offersOf, type Offer } from "./offers.ts";
import { besideWeight, besideWords } from "./taken-versions.ts";
import { componentNames, reachOf, type Ground } from "./ground.ts";
import { confidenceOf, proposal, type Proposal, type SuccessMeasure } from "./proposal.ts";
import { openRequests } from "./requests.ts";
import { exactly, product, sum } from "./spans.ts";
import { quoted } from "./stumbled-over.ts";
import { isOpenFinding } from "../usability/assess-usability.ts";

/** One thing that costs the users of an offer hours, with what would be done about it. */
interface Burden {
  readonly hours: Span;
  readonly counted: number;
  readonly title: string;
  readonly replaces: string;
  readonly firstStep: string;
  readonly measure: SuccessMeasure;
  readonly effort: Span;
  readonly against: string;
  readonly reason: string;
  readonly restsOn: string;
  readonly affectedIds: readonly string[];
  readonly evidence: readonly EvidenceRef[];
}

const fewestUsers = 2;
const fewestBehind = 2;
/** Of one repository: fewer are taken together. */
const fewestParts = 3;
/** One that keeps a wrapper has a design of its own. */
const fewestAround = 2;

/** What others use and could use with less work; all that one repository offers is one proposal, led by what costs most. */
export function makeEasier(ground: Ground): Proposal[] {
  return offersOf(ground).flatMap((offer) => {
    if (offer.userIds.length < fewestUsers) return [];
    const burdens = [
      late(offer, ground),
      around(offer, ground),
      asked(offer, ground),
      stumbled(offer, ground),
    ]
      .flatMap((one) => one ?? [])
      .filter((one) => one.hours.likely > 0)
      .sort((a, b) => b.hours.likely - a.hours.likely || (a.title < b.title ? -1 : 1));
    const [lead] = burdens;
    return lead === undefined ? [] : [easierBy(lead, burdens, offer, ground)];
  });
}

function easierBy(
  lead: Burden,
  burdens: readonly Burden[],
  { capabilities, strangerIds, name }: Offer,
  ground: Ground,
): Proposal {
  const affectedIds = [...new Set(burdens.flatMap((one) => one.affectedIds))].sort();
  const isStranger = new Set(strangerIds);
  const strangers = affectedIds.filter((id) => isStranger.has(id));
  const countedAll = burdens.reduce((all, one) => all + one.counted, 0);
  const reach = reachOf(strangers.length === 0 ? strangerIds : strangers, ground);
  return proposal({
    kind: "make-easier",
    title: lead.title,
    subjectIds: capabilities.map(({ id }) => id),
    affectedIds,
    reach,
    forWhom: `${countedKeepers(reach)} elsewhere that use ${name}`,
    replaces: lead.replaces,
    firstStep: lead.firstStep,
    measure: lead.measure,
    against: [...new Set(burdens.map((one) => one.against))].slice(0, 3),
    reasons: burdens.map((one) => one.reason),
    atStakePersonHours: sum(...burdens.map((one) => one.hours)),
    effortPersonHours: sum(...burdens.map((one) => one.effort)),
    confidence: confidenceOf(countedAll, ground.costs.isMeasured),
    restsOn: [...burdens.map((one) => one.restsOn), ground.costs.words.change],
    evidence: burdens.flatMap((one) => one.evidence.slice(0, 6)),
  });
}

/** What is measured of users that are behind. */
export const behindMeasure =
  "components of other repositories behind the major version that is asked for";

/** Users that are still behind a major version. */
function late(offer: Offer, ground: Ground): Burden | null {
  const { behind, behindRunning, behindEvidence, name, askedMajor } = offer;
  const { costs } = ground;
  const homes = new Set(behind.map((id) => ground.components.get(id)?.repositoryId)).size;
  if (homes < fewestBehind) return null;
  const where = componentNames(behind, ground, 3);
  const version =
    askedMajor === null ? "the major version that is asked for" : `version ${askedMajor}`;
  const beside = behind.length - behindRunning.length;
  const older = behind.flatMap((id) => {
    const repositoryId = ground.components.get(id)?.repositoryId ?? "";
    const seen = ground.organisation.olderClones?.get(repositoryId);
    return seen === undefined
      ? []
      : `${componentNames([id], ground, 1)} as it was on ${dayOf((seen - 1) * 1000)}`;
  });
  // Parts that are released together get a new major version together, whichever of them it is that breaks.
  const isOfParts = offer.capabilities.length >= fewestParts;
  const one = componentNames(behind.slice(0, 1), ground, 1);
  const partsOfOne = [...offer.parts.values()].filter(({ userIds }) =>
    userIds.includes(behind[0] ?? ""),
  ).length;
  return {
    hours: product(exactly(behindRunning.length + besideWeight * beside), costs.major),
    counted: behind.length,
    title: `Help ${counted(behind.length, "component")} up to ${version} of ${name}`,
    replaces: `older major versions in ${where}`,
    firstStep: isOfParts
      ? `See which of ${name} that ${one} uses (${counted(partsOfOne, "part")}) ${version} changed at all: where none was, the number can be raised alone`
      : `Do the upgrade for ${one} together with its team, and keep what it took as the guide for the others`,
    measure: {
      text: behindMeasure,
      present: behind.length,
      unit: "components",
    },
    effort: product(exactly(behind.length), costs.major),
    against: isOfParts
      ? "Its parts are numbered together: what they use may not have changed, and then nothing is broken and little is won"
      : "Those who stay behind may not need what is new: an older version that works costs nothing yet",
    reason: `${counted(behind.length, "component")} in ${counted(homes, "other repository", "other repositories")} are behind ${version}: ${where}${older.length === 0 ? "" : `; ${some(older, 2)}: its clone is older`}`,
    restsOn: `${counted(behind.length, "upgrade")} to a new major version × seven tenths of a change (a fifth to 3), or what fulcrum.yaml says${besideWords(beside)}`,
    affectedIds: behind,
    evidence: behindEvidence,
  };
}

/** Wrappers and copies that users keep of it. */
function around({ workarounds, name }: Offer, ground: Ground): Burden | null {
  const ids = [...new Set(workarounds.map((one) => one.componentId))];
  if (ids.length < fewestAround) return null;
  const where = componentNames(ids, ground, 3);
  return {
    hours: product(
      exactly(workarounds.length),
      { low: 0, likely: 1, high: 4 },
      ground.costs.change,
    ),
    counted: workarounds.length,
    title: `Take into ${name} what its users build around it`,
    replaces: `${counted(workarounds.length, "wrapper or copy", "wrappers and copies")} of it in ${where}`,
    firstStep: `Read ${workarounds[0]?.text ?? "the first of them"} with its owners: what does it add that ${name} lacks?`,
    measure: {
      text: "wrappers and copies of it that others keep",
      present: workarounds.length,
      unit: "places",
    },
    effort: product({ low: 2, likely: 5, high: 15 }, ground.costs.change),
    against: "A thin wrapper of one's own can be good design: it keeps a dependency in one place",
    reason: `others keep ${counted(workarounds.length, "wrapper or copy", "wrappers and copies")} of it: ${where}`,
    restsOn: `one change a year (0 to 4) for the upkeep of each: uncalibrated`,
    affectedIds: ids,
    evidence: workarounds.flatMap((one) => one.evidence.slice(0, 1)),
  };
}

/** What those who build on it stumbled over, as the work with Design found it. */
function stumbled({ capabilities, name, userIds }: Offer, ground: Ground): Burden | null {
  const about = new Set(capabilities.flatMap((one) => [one.id, one.providerComponentId ?? one.id]));
  const open = ground.findings.filter((one) => about.has(one.subjectId) && isOpenFinding(one));
  const [worst] = open;
  if (worst === undefined) return null;
  return {
    hours: product(exactly(open.length), { low: 0.5, likely: 2, high: 12 }, ground.costs.change),
    counted: open.length,
    title: `Mend what users of ${name} stumble over`,
    replaces: "what each of them finds out by trial, or asks",
    firstStep: `Watch somebody use it for the first time, and mend the worst: ${quoted(worst)}`,
    measure: { text: "open usability findings about it", present: open.length, unit: "findings" },
    effort: product(exactly(open.length), { low: 1, likely: 3, high: 10 }, ground.costs.change),
    against: "A few were watched: it may be easy for those who are used to it",
    reason: `${counted(open.length, "open usability finding")}: ${some(open.map(quoted), 2)}`,
    restsOn: `two changes a year (½ to 12) that each finding stands for: uncalibrated`,
    affectedIds: userIds,
    evidence: open.flatMap((one) => one.evidence),
  };
}

function asked({ capabilities, name, userIds }: Offer, ground: Ground): Burden | null {
  const names = new Set(capabilities.flatMap((one) => [one.id, one.name.toLowerCase()]));
  const open = openRequests(ground).filter((one) => names.has(one.about?.toLowerCase() ?? ""));
  if (open.length === 0) return null;
  const teams = new Set(open.flatMap((one) => one.team ?? [])).size;
  return {
    hours: product(exactly(open.length), { low: 0.5, likely: 2, high: 12 }, ground.costs.change),
    counted: open.length,
    title: `Answer what teams ask of ${name}`,
    replaces: `what ${counted(teams, "team")} do by themselves until then`,
    firstStep: `Answer the oldest request, “${open[0]?.title ?? ""}”, with a yes, a no, or a day`,
    measure: { text: "open requests about it", present: open.length, unit: "requests" },
    effort: product(exactly(open.length), { low: 1, likely: 3, high: 10 }, ground.costs.change),
    against:
      "Who asks loudest is not who needs most: requests count those who still hope for an answer",
    reason: `${counted(open.length, "open request")} of ${counted(teams, "team")}: ${some(
      open.map(({ title }) => `“${title}”`),
      2,
    )}`,
    restsOn: `two changes a year (½ to 12) that each request stands for: uncalibrated`,
    affectedIds: userIds,
    evidence: open.map(requestEvidence),
  };
}
