import { append } from "#kernel/lists-by-key.ts";
import { counted } from "#kernel/phrases.ts";
import { versionScheme } from "../adoption/versions.ts";
import { reachOf, type Ground } from "./ground.ts";
import { offersOf } from "./offers.ts";
import {
  besideWords,
  changesByOffer,
  lighter,
  weightSum,
  type TakenVersion,
} from "./taken-versions.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";
import { titled } from "./title.ts";

const fewestMajors = 3;
/** Of one thing: two are no practice. */
const fewestOfOne = 3;
const mostNamed = 3;
/** Between a version that is taken and the user's own of that number (uncalibrated). */
const togetherSeconds = 90 * 86_400;
/** Changes of how major versions of one thing are made (uncalibrated). */
const changesForOne = { low: 2, likely: 6, high: 15 };

/** Major versions that users had to take: how they are made is one practice, however many things are released. */
export function takeMajors(ground: Ground): Proposal[] {
  const { costs } = ground;
  const all = changesByOffer(offersOf(ground), "upgrade", fewestOfOne)
    .map(({ offer, taken }) => ({ ...offer, taken: apart(taken, ground) }))
    .filter(({ taken }) => taken.length >= fewestOfOne)
    // What makes them is not seen where their repository was not read; with one user it is a matter between two.
    .filter(({ capabilities }) =>
      capabilities.some(({ providerComponentId }) => providerComponentId !== null),
    )
    .filter((one) => new Set(one.taken.map(({ repositoryId }) => repositoryId)).size > 1);
  const pays = (one: { readonly taken: readonly TakenVersion[] }): boolean =>
    weightSum(one.taken) * costs.major.likely >= changesForOne.likely * costs.change.likely;
  // Beside one that pays, what does not would only be done along with it.
  const offers = all.some(pays) ? all.filter(pays) : all.slice(0, 1);
  const taken = offers.flatMap((one) => one.taken);
  const affectedIds = [...new Set(taken.map(({ componentId }) => componentId))].sort();
  const isStranger = new Set(offers.flatMap(({ strangerIds }) => strangerIds));
  const homes = new Set(taken.map(({ repositoryId }) => repositoryId)).size;
  const [first] = offers;
  if (first === undefined || taken.length < fewestMajors || homes < 2) return [];
  return [
    proposal({
      kind: "make-easier",
      title: titled(
        offers.map(({ name }) => name),
        mostNamed,
        (names) =>
          `Make major versions of ${names} cost their users less: ${counted(taken.length, "upgrade")} in a year`,
      ),
      subjectIds: offers.flatMap(({ capabilities }) => capabilities.map(({ id }) => id)),
      affectedIds,
      reach: reachOf(
        affectedIds.filter((id) => isStranger.has(id)),
        ground,
      ),
      forWhom: `${counted(homes, "repository", "repositories")} that took them`,
      replaces: `${counted(taken.length, "upgrade")} to a new major version in the last year`,
      firstStep: `Ask two teams that took the last major version of ${first.name} what it made them change, and which of that a script or a deprecated name could have spared`,
      measure: {
        text: "upgrades to a new major version for which people changed more than manifests",
        present: taken.length,
        unit: "a year",
      },
      against: [
        "A major version may have broken nobody: some number them so by habit, or to be careful",
        "What keeps old names beside new ones is more to keep up for its own team",
      ],
      reasons: offers
        .slice(0, 5)
        .map(
          ({ name, taken: own, majorsInYear }) =>
            `${name}: ${counted(own.length, "upgrade")} to a new major version in ${counted(new Set(own.map((one) => one.repositoryId)).size, "repository", "repositories")}${majorsInYear === 0 ? "" : `, ${counted(majorsInYear, "major version")} came out`}`,
        ),
      atStakePersonHours: product(exactly(weightSum(taken)), costs.major),
      effortPersonHours: product(exactly(offers.length), changesForOne, costs.change),
      confidence: confidenceOf(taken.length, costs.isMeasured),
      restsOn: [
        `${counted(taken.length, "upgrade")} × seven tenths of a change (a fifth to 3), or what fulcrum.yaml says: what bots wrote, and what raised manifests and lock files alone, is not counted${besideWords(lighter(taken))}`,
        "2 to 15 changes, likely 6, for each thing released: uncalibrated",
        costs.words.change,
      ],
      evidence: offers.flatMap((one) => one.taken.slice(-3).map(({ evidence }) => evidence)),
    }),
  ];
}

/**
 * What is numbered together moves together: users whose own repository twice brought out the major version that it took, within
 * months, do new work with it, as for a new version of a protocol, and no script would spare them that.
 */
function apart(
  taken: readonly TakenVersion[],
  { organisation, components }: Ground,
): readonly TakenVersion[] {
  const own = new Map<string, { readonly major: number; readonly at: number }[]>();
  for (const { providerComponentId, packages, releases } of organisation.capabilities) {
    const repositoryId = components.get(providerComponentId ?? "")?.repositoryId;
    if (repositoryId === undefined) continue;
    const scheme = versionScheme(packages[0]);
    for (const { version, at } of releases)
      if (scheme.isValid(version)) append(own, repositoryId, { major: scheme.major(version), at });
  }
  const together = new Map<string, Set<number>>();
  for (const { repositoryId, purl, version, at } of taken) {
    const scheme = versionScheme(purl ?? undefined);
    const major = scheme.isValid(version) ? scheme.major(version) : 0;
    const isOwn = (own.get(repositoryId) ?? []).some(
      (one) => one.major === major && Math.abs(one.at - at) <= togetherSeconds,
    );
    if (major > 0 && isOwn)
      together.set(repositoryId, (together.get(repositoryId) ?? new Set<number>()).add(major));
  }
  return taken.filter(({ repositoryId }) => (together.get(repositoryId)?.size ?? 0) < 2);
}
