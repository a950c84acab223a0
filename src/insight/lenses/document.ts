import { counted, some } from "#kernel/phrases.ts";
import type { DocumentationResult } from "../documentation/result.ts";
import { reachOf, type Ground } from "./ground.ts";
import { offersOf, type Offer } from "./offers.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product, sum } from "./spans.ts";

const poorlyDocumented = 0.6;
const fewestUsers = 2;
const hoursEach = { low: 4, likely: 12, high: 40 };

interface Poor {
  readonly offer: Offer;
  readonly worst: DocumentationResult & { readonly score: number };
}

/** What others use and can read little about. To write it down is one practice, however many pages it takes. */
export function document(ground: Ground): Proposal[] {
  const poor = offersOf(ground)
    .filter(({ userIds }) => userIds.length >= fewestUsers)
    .flatMap((offer) => poorest(offer, ground))
    .sort(
      (a, b) => b.offer.userIds.length - a.offer.userIds.length || a.worst.score - b.worst.score,
    );
  const [first] = poor;
  if (first === undefined) return [];
  const names = poor.map(({ offer }) => offer.name);
  const userIds = [...new Set(poor.flatMap(({ offer }) => offer.userIds))].sort();
  const strangerIds = [...new Set(poor.flatMap(({ offer }) => offer.strangerIds))];
  const uses = poor.reduce((all, { offer }) => all + offer.userIds.length, 0);
  const joined = poor.reduce((all, { offer }) => all + offer.joined.length, 0);
  return [
    proposal({
      kind: "make-easier",
      title:
        names.length === 1
          ? `Document ${names[0] ?? ""}: ${lackingOf(first)}`
          : `Document ${some(names, 3)}: others use them and find little to read`,
      subjectIds: poor.flatMap(({ offer }) => offer.capabilities.map(({ id }) => id)),
      affectedIds: userIds,
      reach: reachOf(strangerIds, ground),
      forWhom: `${counted(userIds.length, "component")} of other repositories that use ${names.length === 1 ? "it" : "them"}`,
      replaces: "asking around, and reading code to find out how to begin",
      firstStep: `Sit with the team that last began to use ${names[0] ?? "it"} and write down what it had to ask`,
      measure: {
        text: `documentation score of ${names[0] ?? "it"}`,
        present: Math.round(first.worst.score * 100) / 100,
        unit: "of 1",
      },
      against: [
        "The score sees what stands in the repository: pages kept elsewhere are not seen",
        "A page that nobody reads is upkeep as well: ask users first whether they miss it",
      ],
      reasons: poor
        .slice(0, 5)
        .map(
          (one) =>
            `${one.offer.name}: ${counted(one.offer.userIds.length, "component")} elsewhere use it, documentation ${one.worst.score.toFixed(2)} of 1, without ${lackingOf(one)}`,
        ),
      atStakePersonHours: sum(
        product(exactly(joined), { low: 0, likely: 4, high: 16 }),
        product(exactly(uses), { low: 0, likely: 0.5, high: 4 }),
      ),
      effortPersonHours: product(exactly(poor.length), hoursEach),
      confidence: confidenceOf(joined, false),
      restsOn: [
        `4 hours (0 to 16) for each of ${String(joined)} uses that began in the last year, half an hour a year (0 to 4) for each of ${String(uses)}: uncalibrated`,
        "4 to 40 hours to write each, likely 12: uncalibrated",
      ],
      evidence: poor.flatMap(({ worst }) =>
        worst.parts.flatMap((one) => ((one.score ?? 1) < 0.5 ? one.evidence.slice(0, 2) : [])),
      ),
    }),
  ];
}

function poorest(offer: Offer, { documentation }: Ground): Poor[] {
  const ids = new Set(offer.capabilities.map(({ id }) => id));
  const [worst] = documentation
    .flatMap((one) =>
      // A part of a larger repository without a page of its own is told of on another page, or nowhere: that is not seen here.
      one.score !== null && one.documentsCount > 0 && ids.has(one.capabilityId)
        ? [{ ...one, score: one.score }]
        : [],
    )
    .filter(({ score }) => score < poorlyDocumented)
    .sort((a, b) => a.score - b.score || (a.capabilityId < b.capabilityId ? -1 : 1));
  return worst === undefined ? [] : [{ offer, worst }];
}

function lackingOf({ worst }: Poor): string {
  const lacking = worst.parts.filter(({ score }) => score !== null && score < 0.5);
  return some(
    lacking.map(({ part }) => part),
    4,
  );
}
