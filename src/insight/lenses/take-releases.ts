import { counted } from "#kernel/phrases.ts";
import { reachOf, type Ground } from "./ground.ts";
import { offersOf } from "./offers.ts";
import { besideWords, changesByOffer, lighter, takingByHand, weightSum } from "./taken-versions.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";
import { titled } from "./title.ts";

const fewestVersions = 6;
const fewestRepositories = 2;

/** Releases that people take one by one: the way up is one thing to ease, however many things are released. */
export function takeReleases(ground: Ground): Proposal[] {
  const { costs } = ground;
  const all = offersOf(ground);
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
      firstStep: `Let a bot raise ${first.name}, which is raised by hand most often, and merge minor and patch releases where tests pass, in one change a week`,
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
            `${name}: taken ${counted(own.length, "time")} in ${counted(new Set(own.map((one) => one.repositoryId)).size, "repository", "repositories")}${releasesInYear === 0 ? "" : `, ${counted(releasesInYear, "release")} came out`}`,
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
