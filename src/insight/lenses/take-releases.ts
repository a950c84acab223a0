import { counted, some } from "#kernel/phrases.ts";
import type { UpdateBot } from "#evidence/automation.ts";
import { botFor } from "#model/automation.ts";
import { lastPart, reachOf, type Ground } from "./ground.ts";
import { offersOf } from "./offers.ts";
import {
  besideWords,
  changesByOffer,
  lighter,
  takingByHand,
  weightSum,
  type TakenVersion,
} from "./taken-versions.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";
import { titled } from "./title.ts";

const fewestVersions = 6;
const fewestRepositories = 2;

/** Releases that people take one by one: the way up is one thing to ease, however many things are released. */
export function takeReleases(ground: Ground): Proposal[] {
  const { costs } = ground;
  const all = offersOf(ground).map((offer) => ({
    ...offer,
    taken: sinceBots(offer.taken, ground),
  }));
  const byHand = takingByHand(all);
  const found = changesByOffer(
    all.map((offer) => ({
      ...offer,
      taken: offer.taken.filter(({ repositoryId }) => byHand.has(repositoryId)),
    })),
    "version",
    fewestVersions,
  );
  const offers = found.map(({ offer, taken }) => ({ ...offer, taken }));
  const taken = offers.flatMap((one) => one.taken);
  const affectedIds = [...new Set(taken.map(({ componentId }) => componentId))].sort();
  const homes = new Set(taken.map(({ repositoryId }) => repositoryId)).size;
  const isStranger = new Set(offers.flatMap(({ strangerIds }) => strangerIds));
  const [first] = offers;
  if (first === undefined || homes < fewestRepositories) return [];
  return [
    proposal({
      kind: "make-easier",
      title: titled(
        offers.map(({ name }) => name),
        3,
        (names) =>
          `Make releases of ${names} cheaper to take: ${counted(taken.length, "change")} a year only raise a version`,
      ),
      subjectIds: offers.flatMap(({ capabilities }) => capabilities.map(({ id }) => id)),
      affectedIds,
      reach: reachOf(
        affectedIds.filter((id) => isStranger.has(id)),
        ground,
      ),
      forWhom: `${counted(homes, "repository", "repositories")} that take them`,
      replaces: `${counted(taken.length, "change")} in the last year by people that only take a newer version`,
      firstStep: firstStepFor(first, ground),
      measure: {
        text: "changes by people that only take a newer version",
        present: taken.length,
        unit: "a year",
      },
      against: [
        "What is taken without a look brings its mistakes along: users need tests that would notice",
        "Some were raised by hand because a test or a person had to look first",
      ],
      reasons: offers
        .slice(0, 5)
        .map(
          ({ name, taken: own, releasesInYear }) =>
            `${name}: taken by hand ${counted(own.length, "time")} in ${counted(new Set(own.map((one) => one.repositoryId)).size, "repository", "repositories")}${releasesInYear === 0 ? "" : `, ${counted(releasesInYear, "release")} came out`}${botWords(own, ground)}`,
        ),
      atStakePersonHours: product(exactly(weightSum(taken)), costs.version),
      effortPersonHours: product(exactly(homes), { low: 0.3, likely: 1, high: 2 }, costs.change),
      confidence: confidenceOf(taken.length, costs.isMeasured) === "low" ? "low" : "medium",
      restsOn: [
        `${counted(taken.length, "change")} × a tenth of a change (3 to 30 %): counted is what people wrote, where that is five a year and more, and more than one of five${besideWords(lighter(taken))}`,
        "a change (0.3 to 2) in each repository to set it up: uncalibrated",
        costs.words.change,
      ],
      evidence: offers.flatMap((one) => one.taken.slice(-3).map(({ evidence }) => evidence)),
    }),
  ];
}

/** Before a bot that is set up now had raised anything there, people had to: what they did then is no argument. */
function sinceBots(taken: readonly TakenVersion[], ground: Ground): TakenVersion[] {
  const first = new Map<string, number>();
  for (const { repositoryId, work, at } of taken)
    if (work === "bot") first.set(repositoryId, Math.min(first.get(repositoryId) ?? Infinity, at));
  return taken.filter(
    (one) =>
      one.work !== "version" ||
      one.at >= (first.get(one.repositoryId) ?? -Infinity) ||
      botOf(one, ground) === null,
  );
}

function botOf(
  { repositoryId, purl }: TakenVersion,
  { automation }: Pick<Ground, "automation">,
): UpdateBot | null {
  const bot = purl === null ? null : botFor(automation, repositoryId, purl, null);
  return bot?.isSecurityOnly === true ? null : bot;
}

/** Where nothing is set up, a bot; where one is, what keeps its requests. */
function firstStepFor(
  { name, taken }: { readonly name: string; readonly taken: readonly TakenVersion[] },
  ground: Ground,
): string {
  const bare = homesOf(taken.filter((one) => botOf(one, ground) === null));
  const [one] = taken;
  const bot = one === undefined ? null : botOf(one, ground);
  return bare.length > 0
    ? `Let a bot raise ${name} in ${some(bare, 3)}, where none is set up for it, and merge minor and patch releases where tests pass, in one change a week`
    : `Look at the requests of ${bot?.bot ?? "the bot"} for ${name} in ${some(homesOf(taken), 2)}: it is set up for it, and people raise it all the same`;
}

function botWords(taken: readonly TakenVersion[], ground: Ground): string {
  const all = homesOf(taken);
  const set = homesOf(taken.filter((one) => botOf(one, ground) !== null));
  if (set.length === 0) return "; no bot is set up for it there";
  return set.length === all.length
    ? "; a bot is set up for it there"
    : `; a bot is set up for it in ${some(set, 3)}`;
}

function homesOf(taken: readonly TakenVersion[]): string[] {
  return [...new Set(taken.map(({ repositoryId }) => lastPart(repositoryId)))].sort();
}
