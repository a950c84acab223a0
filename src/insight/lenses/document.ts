import { counted, some } from "#kernel/phrases.ts";
import type { DocumentationResult } from "../documentation/result.ts";
import { reachOf, shortName, type Ground } from "./ground.ts";
import { offersOf, type Offer } from "./offers.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product, sum } from "./spans.ts";
import { titled } from "./title.ts";

/** Half of what a reader looks for is not there (uncalibrated). */
const poorlyDocumented = 0.5;
const fewestUsers = 2;
const hoursEach = { low: 4, likely: 12, high: 40 };

type Users = Pick<Offer, "userIds" | "strangerIds" | "joined">;

/** Of one repository what is documented so badly; who uses nothing but the rest of it misses nothing. */
interface Poor extends Users {
  readonly name: string;
  readonly capabilityIds: readonly string[];
  readonly worst: DocumentationResult & { readonly score: number };
}

/** What others began to use within the year and can read little about. To write it down is one practice, however many pages it takes. */
export function document(ground: Ground): Proposal[] {
  const poor = offersOf(ground)
    .flatMap((offer) => poorOf(offer, ground))
    .filter(({ strangerIds, joined }) => strangerIds.length > 0 && joined.length > 0)
    .sort(
      (a, b) =>
        b.userIds.length - a.userIds.length ||
        a.worst.score - b.worst.score ||
        (a.name < b.name ? -1 : 1),
    );
  const [first] = poor;
  if (first === undefined) return [];
  const names = poor.map(({ name }) => name);
  const userIds = [...new Set(poor.flatMap((one) => one.userIds))].sort();
  const strangerIds = [...new Set(poor.flatMap((one) => one.strangerIds))];
  const uses = poor.reduce((all, one) => all + one.userIds.length, 0);
  const joined = poor.reduce((all, one) => all + one.joined.length, 0);
  return [
    proposal({
      kind: "make-easier",
      title:
        names.length === 1
          ? `Document ${names[0] ?? ""}: ${lackingOf(first)}`
          : titled(names, 3, (told) => `Document ${told}: others use them and find little to read`),
      subjectIds: poor.flatMap((one) => one.capabilityIds),
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
            `${one.name}: ${counted(one.userIds.length, "component")} elsewhere use it, documentation ${one.worst.score.toFixed(2)} of 1, without ${lackingOf(one)}`,
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

function poorOf({ name, capabilities, parts }: Offer, { documentation }: Ground): Poor[] {
  const poor = documentation
    .flatMap((one) => {
      const part = parts.get(one.capabilityId);
      // A part of a larger repository without a page of its own is told of on another page, or nowhere: that is not seen here.
      return one.score !== null && (one.documentsCount ?? 0) > 0 && part !== undefined
        ? [{ result: { ...one, score: one.score }, part }]
        : [];
    })
    .filter(
      ({ result, part }) =>
        Math.round(result.score * 100) < 100 * poorlyDocumented &&
        part.userIds.length >= fewestUsers,
    )
    .sort(
      (a, b) =>
        a.result.score - b.result.score || (a.result.capabilityId < b.result.capabilityId ? -1 : 1),
    );
  const [first] = poor;
  if (first === undefined) return [];
  const union = (of: (part: Users) => readonly string[]): string[] =>
    [...new Set(poor.flatMap(({ part }) => of(part)))].sort();
  const own = capabilities.find(({ id }) => id === first.result.capabilityId);
  return [
    {
      name: poor.length === 1 && own !== undefined ? shortName(own) : name,
      capabilityIds: poor.map(({ result }) => result.capabilityId),
      worst: first.result,
      userIds: union(({ userIds }) => userIds),
      strangerIds: union(({ strangerIds }) => strangerIds),
      joined: union(({ joined }) => joined),
    },
  ];
}

function lackingOf({ worst }: Poor): string {
  const lacking = worst.parts.filter(({ score }) => score !== null && score < 0.5);
  return some(
    lacking.map(({ part }) => part),
    4,
  );
}
