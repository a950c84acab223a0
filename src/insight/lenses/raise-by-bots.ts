import { append } from "#kernel/lists-by-key.ts";
import { counted, some } from "#kernel/phrases.ts";
import type { UpdateBot } from "#evidence/automation.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { botFor } from "#model/automation.ts";
import { lockEvidence, type LockedUse } from "#model/locked-uses.ts";
import { versionScheme } from "../adoption/versions.ts";
import { ecosystemOf } from "../jobs/job-index.ts";
import { lastPart, reachOf, type Ground } from "./ground.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";
import { fewestByHand, mostByBots } from "./taken-versions.ts";
import { titled } from "./title.ts";

const secondsPerDay = 86_400;
const fewestRepositories = 2;

interface Raising {
  readonly repositoryId: string;
  /** Of purls: what was raised by hand most often. */
  readonly ecosystem: string;
  /** What is set up there to raise it; null: nothing. */
  readonly bot: UpdateBot | null;
  readonly componentIds: readonly string[];
  readonly hands: number;
  /** Changes by programs that raised anything of that ecosystem there. */
  readonly bots: number;
  readonly evidence: readonly EvidenceRef[];
}

/**
 * Versions of what others make that people raise in changes that do nothing else: where nothing is set up to do it, and where
 * something is set up and people do it all the same. These are two things to do.
 */
export function raiseByBots(ground: Ground): Proposal[] {
  const found = raisingIn(ground)
    .filter(({ hands, bots }) => hands >= fewestByHand && bots < mostByBots * (hands + bots))
    .sort(
      (a, b) =>
        b.hands - a.hands ||
        (`${a.repositoryId} ${a.ecosystem}` < `${b.repositoryId} ${b.ecosystem}` ? -1 : 1),
    );
  const isSetUp = ({ bot }: Raising): boolean => bot !== null && bot.isSecurityOnly !== true;
  return [
    ...proposed(
      found.filter((one) => !isSetUp(one)),
      missing,
      ground,
    ),
    ...proposed(found.filter(isSetUp), passedBy, ground),
  ];
}

interface Words {
  readonly title: (told: string, hands: number) => string;
  readonly firstStep: (one: Raising) => string;
  readonly against: string;
  readonly effort: string;
}

/** Nothing raises them, or only what has a known vulnerability. */
const missing: Words = {
  title: (told, hands) =>
    `Let bots raise versions in ${told}: ${counted(hands, "change")} a year by people do nothing else`,
  firstStep: ({ repositoryId, ecosystem, bot }) =>
    bot === null
      ? `Set up a bot for ${wordsOf(ecosystem)} in ${lastPart(repositoryId)}, with minor and patch versions in one change a week, merged where tests pass`
      : `Let ${bot.bot} in ${lastPart(repositoryId)} raise newer versions of ${wordsOf(ecosystem)} as well: it is set up for those with a known vulnerability only`,
  against: "What is taken without a look brings its mistakes along: tests have to notice",
  effort: "a change (0.3 to 2) in each repository to set it up: uncalibrated",
};

/** Something raises them, and people do so all the same. */
const passedBy: Words = {
  title: (told, hands) =>
    `Find out why people raise versions in ${told} though a bot is set up: ${counted(hands, "change")} a year`,
  firstStep: ({ repositoryId, ecosystem, bot }) =>
    `Look at the requests of ${bot?.bot ?? "the bot"} for ${wordsOf(ecosystem)} in ${lastPart(repositoryId)} that lie open or were closed: what kept them from being merged?`,
  against:
    "What is left to people may be what the bot cannot do, or what a person has to look at first",
  effort: "a change (0.3 to 2) in each repository to mend what keeps its requests: uncalibrated",
};

function proposed(found: readonly Raising[], words: Words, ground: Ground): Proposal[] {
  const { costs } = ground;
  const hands = found.reduce((all, one) => all + one.hands, 0);
  const names = [...new Set(found.map(({ repositoryId }) => lastPart(repositoryId)))];
  const [first] = found;
  if (first === undefined || names.length < fewestRepositories) return [];
  const affectedIds = [...new Set(found.flatMap((one) => one.componentIds))].sort();
  return [
    proposal({
      kind: "make-easier",
      title: titled(names, 3, (told) => words.title(told, hands)),
      subjectIds: affectedIds,
      affectedIds,
      reach: reachOf(affectedIds, ground),
      forWhom: `${counted(names.length, "repository", "repositories")} that raise versions by hand: ${some(names, 4)}`,
      replaces: `${counted(hands, "change")} in the last year by people that only raise versions of what others make`,
      firstStep: words.firstStep(first),
      measure: {
        text: "changes by people that only raise versions of what others make",
        present: hands,
        unit: "a year",
      },
      against: [words.against],
      reasons: found
        .slice(0, 5)
        .map(
          ({ repositoryId, ecosystem, hands: own, bots, bot }) =>
            `${lastPart(repositoryId)}, ${wordsOf(ecosystem)}: ${counted(own, "change")} by people that only raise versions, ${String(bots)} by bots; ${bot === null ? "no bot is set up for it" : `${bot.bot} is set up for it${bot.isSecurityOnly === true ? ", for known vulnerabilities only" : ""}`}`,
        ),
      atStakePersonHours: product(exactly(hands), costs.version),
      effortPersonHours: product(
        exactly(names.length),
        { low: 0.3, likely: 1, high: 2 },
        costs.change,
      ),
      confidence: confidenceOf(hands, costs.isMeasured) === "low" ? "low" : "medium",
      restsOn: [
        `${counted(hands, "change")} × a tenth of a change (3 to 30 %): lock files say what was raised, and a day of a repository counts once; what people raised before the first change of a bot is not counted where one is set up`,
        words.effort,
        costs.words.change,
      ],
      evidence: found.flatMap((one) => one.evidence.slice(-3)),
    }),
  ];
}

/** By repository and ecosystem the days of the last year on which versions were raised and nothing else was done, by people and by bots. */
function raisingIn({
  organisation,
  locked,
  components,
  changeOf,
  automation,
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
      const key = `${one.repositoryId}\n${ecosystemOf(one.purl)}`;
      const known = days.get(key) ?? { hands: new Map(), bots: new Set() };
      const day = Math.floor(one.from / secondsPerDay);
      if (change.isBot || change.isBegunByBot === true) known.bots.add(day);
      else if (!change.isBeyondManifests && !isRelease(one)) known.hands.set(day, one);
      days.set(key, known);
    }
  return [...days].map(([key, { hands: all, bots }]) => {
    const [repositoryId = "", ecosystem = ""] = key.split("\n");
    const [example] = all.values();
    const bot =
      example === undefined ? null : botFor(automation, repositoryId, example.purl, example.path);
    // Before a bot was there people had to.
    const since = bot === null ? -Infinity : Math.min(Infinity, ...bots);
    const hands = [...all].filter(([day]) => since === Infinity || day >= since);
    return {
      repositoryId,
      ecosystem,
      bot,
      componentIds: [...new Set(hands.map(([, { componentId }]) => componentId))],
      hands: hands.length,
      bots: bots.size,
      evidence: hands.sort(([a], [b]) => a - b).map(([, one]) => lockEvidence(one)),
    };
  });
}

/** As people call them who work with it. */
function wordsOf(ecosystem: string): string {
  return spoken.get(ecosystem) ?? ecosystem;
}

const spoken: ReadonlyMap<string, string> = new Map([
  ["githubactions", "actions"],
  ["golang", "Go modules"],
  ["maven", "JVM packages"],
  ["gem", "gems"],
  ["pypi", "Python packages"],
  ["npm", "npm packages"],
  ["cargo", "crates"],
  ["docker", "images"],
]);

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
