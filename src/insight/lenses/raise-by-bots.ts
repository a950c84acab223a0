import { append } from "#kernel/lists-by-key.ts";
import { counted, some } from "#kernel/phrases.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { lockEvidence, type LockedUse } from "#model/locked-uses.ts";
import { versionScheme } from "../adoption/versions.ts";
import { lastPart, reachOf, type Ground } from "./ground.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";
import { fewestByHand, mostByBots } from "./taken-versions.ts";
import { titled } from "./title.ts";

const secondsPerDay = 86_400;
const fewestRepositories = 2;

interface Raising {
  readonly repositoryId: string;
  readonly componentIds: readonly string[];
  readonly hands: number;
  readonly bots: number;
  readonly evidence: readonly EvidenceRef[];
}

/** Versions of what others make that people raise in changes that do nothing else, where hardly any bot does it. */
export function raiseByBots(ground: Ground): Proposal[] {
  const { costs } = ground;
  const found = raisingIn(ground)
    .filter(({ hands, bots }) => hands >= fewestByHand && bots < mostByBots * (hands + bots))
    .sort((a, b) => b.hands - a.hands || (a.repositoryId < b.repositoryId ? -1 : 1));
  const hands = found.reduce((all, one) => all + one.hands, 0);
  const names = found.map(({ repositoryId }) => lastPart(repositoryId));
  if (found.length < fewestRepositories) return [];
  const affectedIds = [...new Set(found.flatMap((one) => one.componentIds))].sort();
  const bots = found.reduce((all, one) => all + one.bots, 0);
  return [
    proposal({
      kind: "make-easier",
      title: titled(
        names,
        3,
        (told) =>
          `Let bots raise versions in ${told}: ${counted(hands, "change")} a year by people do nothing else`,
      ),
      subjectIds: affectedIds,
      affectedIds,
      reach: reachOf(affectedIds, ground),
      forWhom: `${counted(found.length, "repository", "repositories")} that raise versions by hand: ${some(names, 4)}`,
      replaces: `${counted(hands, "change")} in the last year by people that only raise versions of what others make`,
      firstStep: `Let a bot raise minor and patch versions in ${names[0] ?? "the first"}, in one change a week, merged where tests pass`,
      measure: {
        text: "changes by people that only raise versions of what others make",
        present: hands,
        unit: "a year",
      },
      against: [
        "What is taken without a look brings its mistakes along: tests have to notice",
        ...(bots === 0
          ? []
          : ["A bot is there already: what is left to people may be what it could not do"]),
      ],
      reasons: found
        .slice(0, 5)
        .map(
          (one) =>
            `${lastPart(one.repositoryId)}: ${counted(one.hands, "change")} by people that only raise versions, ${String(one.bots)} by bots`,
        ),
      atStakePersonHours: product(exactly(hands), costs.version),
      effortPersonHours: product(
        exactly(found.length),
        { low: 0.3, likely: 1, high: 2 },
        costs.change,
      ),
      confidence: confidenceOf(hands, costs.isMeasured) === "low" ? "low" : "medium",
      restsOn: [
        `${counted(hands, "change")} × a tenth of a change (3 to 30 %): lock files say what was raised, and a day of a repository counts once`,
        "a change (0.3 to 2) in each repository to set it up: uncalibrated",
        costs.words.change,
      ],
      evidence: found.flatMap((one) => one.evidence.slice(-3)),
    }),
  ];
}

/** By repository the days of the last year on which versions were raised and nothing else was done, by people and by bots. */
function raisingIn({
  organisation,
  locked,
  components,
  changeOf,
  yearAgo,
  until,
}: Ground): Raising[] {
  const own = new Set(organisation.capabilities.flatMap(({ packages }) => packages));
  const released = new Set(
    organisation.capabilities.flatMap(({ providerComponentId, releases }) =>
      releases.map(
        ({ at }) =>
          `${components.get(providerComponentId ?? "")?.repositoryId ?? ""}\n${String(at)}`,
      ),
    ),
  );
  // What releases the repository's own is that work, whatever it raises beside.
  const isRelease = ({ repositoryId, from }: LockedUse): boolean =>
    released.has(`${repositoryId}\n${String(from)}`);
  const byPackage = new Map<string, LockedUse[]>();
  for (const one of locked) {
    const component = components.get(one.componentId);
    if (own.has(one.purl) || component === undefined || component.isLive === false) continue;
    append(byPackage, `${one.componentId}\n${one.path}\n${one.purl}`, one);
  }
  const days = new Map<string, { hands: Map<number, LockedUse>; bots: Set<number> }>();
  for (const uses of byPackage.values())
    for (const one of newer(uses)) {
      const change = changeOf(one.repositoryId, one.from);
      if (one.from <= yearAgo || one.from > until || change === null) continue;
      const known = days.get(one.repositoryId) ?? { hands: new Map(), bots: new Set() };
      const day = Math.floor(one.from / secondsPerDay);
      if (change.isBot || change.isBegunByBot === true) known.bots.add(day);
      else if (!change.isBeyondManifests && !isRelease(one)) known.hands.set(day, one);
      days.set(one.repositoryId, known);
    }
  return [...days].map(([repositoryId, { hands, bots }]) => ({
    repositoryId,
    componentIds: [...new Set([...hands.values()].map(({ componentId }) => componentId))],
    hands: hands.size,
    bots: bots.size,
    evidence: [...hands].sort(([a], [b]) => a - b).map(([, one]) => lockEvidence(one)),
  }));
}

/** Those that are above the one before: what came in first is no upgrade, nor is what went back. */
function newer(uses: readonly LockedUse[]): LockedUse[] {
  const inOrder = [...uses].sort((a, b) => a.from - b.from);
  const scheme = versionScheme(inOrder[0]?.purl);
  return inOrder.filter((one, at) => {
    const before = inOrder[at - 1];
    return (
      before !== undefined &&
      scheme.isValid(before.version) &&
      scheme.isValid(one.version) &&
      scheme.compare(one.version, before.version) > 0
    );
  });
}
