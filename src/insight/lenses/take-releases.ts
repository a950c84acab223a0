import { counted, some } from "#kernel/phrases.ts";
import { reachOf, type Ground } from "./ground.ts";
import { offersOf } from "./offers.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";

const fewestVersions = 6;
const fewestRepositories = 2;

/** Releases that each user takes by itself: the way up is one thing to ease, however many things are released. */
export function takeReleases(ground: Ground): Proposal[] {
  const { costs } = ground;
  const offers = offersOf(ground)
    .map((offer) => ({ ...offer, taken: offer.taken.filter(({ isMajor }) => !isMajor) }))
    .filter(({ taken }) => taken.length >= fewestVersions)
    .sort((a, b) => b.taken.length - a.taken.length || (a.name < b.name ? -1 : 1));
  const taken = offers.flatMap((one) => one.taken);
  const affectedIds = [...new Set(taken.map(({ componentId }) => componentId))].sort();
  const homes = new Set(taken.map(({ repositoryId }) => repositoryId)).size;
  const isStranger = new Set(offers.flatMap(({ strangerIds }) => strangerIds));
  const [first] = offers;
  if (first === undefined || homes < fewestRepositories) return [];
  const names = some(
    offers.map(({ name }) => name),
    3,
  );
  return [
    proposal({
      kind: "make-easier",
      title: `Make releases of ${names} cheaper to take: ${counted(taken.length, "change")} a year only raise a version`,
      subjectIds: offers.flatMap(({ capabilities }) => capabilities.map(({ id }) => id)),
      affectedIds,
      reach: reachOf(
        affectedIds.filter((id) => isStranger.has(id)),
        ground,
      ),
      forWhom: `${counted(homes, "repository", "repositories")} that take them`,
      replaces: `${counted(taken.length, "change")} in the last year that only take a newer version`,
      firstStep: `Let minor and patch releases of ${first.name}, the most taken, be merged by a bot where tests pass, in one change a week`,
      measure: {
        text: "changes of users that take a newer minor or patch version",
        present: taken.length,
        unit: "a year",
      },
      against: [
        "What is taken without a look brings its mistakes along: users need tests that would notice",
        "A bot may take most of them already: lock files do not say who did",
      ],
      reasons: offers
        .slice(0, 5)
        .map(
          ({ name, taken: own, releasesInYear }) =>
            `${name}: taken ${counted(own.length, "time")} in ${counted(new Set(own.map((one) => one.repositoryId)).size, "repository", "repositories")}${releasesInYear === 0 ? "" : `, ${counted(releasesInYear, "release")} came out`}`,
        ),
      atStakePersonHours: product(exactly(taken.length), costs.version),
      effortPersonHours: product(exactly(homes), { low: 0.3, likely: 1, high: 2 }, costs.change),
      confidence: confidenceOf(taken.length, costs.isMeasured) === "low" ? "low" : "medium",
      restsOn: [
        `${counted(taken.length, "version")} taken × a tenth of a change (3 to 30 %): how many a bot took is not counted`,
        "a change (0.3 to 2) in each repository to set it up: uncalibrated",
        costs.words.change,
      ],
      evidence: offers.flatMap((one) => one.taken.slice(-3).map(({ evidence }) => evidence)),
    }),
  ];
}
