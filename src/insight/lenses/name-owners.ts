import { counted, some } from "#kernel/phrases.ts";
import { isBeside } from "#model/locked-uses.ts";
import type { Component } from "#model/organisation.ts";
import { reachOf, shortName, type Ground } from "./ground.ts";
import { offersOf } from "./offers.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product, sum } from "./spans.ts";
import { titled } from "./title.ts";

const fewestUsers = 2;
const hoursToName = { low: 0.5, likely: 2, high: 8 };

/** Used by many, owned by nobody: however many they are, it is one thing to do. */
export function nameOwners(ground: Ground): Proposal[] {
  const { costs } = ground;
  const orphans = offersOf(ground)
    .flatMap((offer) => {
      const providers = offer.capabilities.flatMap(
        ({ providerComponentId }) => ground.components.get(providerComponentId ?? "") ?? [],
      );
      const unowned = [...new Set(providers.filter((one) => one.ownerIds.length === 0))];
      const userIds = offer.strangerIds.filter((id) => isUser(ground.components.get(id)));
      const isMeant = unowned.length > 0 && reachOf(userIds, ground).count >= fewestUsers;
      return isMeant ? [{ offer, unowned, userIds }] : [];
    })
    .sort((a, b) => b.userIds.length - a.userIds.length);
  if (orphans.length === 0) return [];
  const names = orphans.map(({ offer }) =>
    offer.capabilities.length === 1 && offer.capabilities[0] !== undefined
      ? shortName(offer.capabilities[0])
      : offer.name,
  );
  const userIds = [...new Set(orphans.flatMap((one) => one.userIds))].sort();
  const unowned = [...new Set(orphans.flatMap((one) => one.unowned.map(({ id }) => id)))];
  const reach = reachOf(userIds, ground);
  const changes = unowned.reduce((all, id) => all + (ground.changes.get(id) ?? 0), 0);
  return [
    proposal({
      kind: "own",
      title: titled(names, 3, (told) => `Name who answers for ${told}`),
      subjectIds: orphans.flatMap(({ offer }) => offer.capabilities.map(({ id }) => id)),
      affectedIds: userIds,
      reach,
      forWhom: `${counted(userIds.length, "component")} of others that build on them`,
      replaces: "asking around for whoever touched it last",
      firstStep: `Write CODEOWNERS into ${names[0] ?? "the most used of them"} with the team that made its last changes, and ask that team to object`,
      measure: {
        text: "of what others build on, without anybody who is named as its owner",
        present: names.length,
        unit: names.length === 1 ? "repository" : "repositories",
      },
      against: [
        ...(ground.ownersKnown === "mostly"
          ? []
          : [
              "Most owners here are not known: they may be written down where Fulcrum was not told to look (catalogues in fulcrum.yaml)",
            ]),
        "A name in a file is no time to do the work: the team needs room for it",
      ],
      reasons: [
        `${counted(names.length, "repository", "repositories")} that others build on ${names.length === 1 ? "has" : "have"} no known owner: ${some(names, 5)}`,
        `${counted(userIds.length, "component")} of others use them, and people changed them ${counted(changes, "time")} in the last year`,
      ],
      atStakePersonHours: sum(
        product(exactly(changes), { low: 0, likely: 0.05, high: 0.3 }, costs.change),
        product(exactly(reach.count), { low: 0, likely: 0.25, high: 1 }, costs.change),
      ),
      effortPersonHours: product(exactly(names.length), hoursToName),
      confidence: confidenceOf(
        changes + userIds.length,
        costs.isMeasured && ground.ownersKnown === "mostly",
      ),
      restsOn: [
        "a twentieth (0 to 30 %) of the changes that nobody is named for, and for each team or repository that would feel it a quarter of a change a year (0 to 1) to find somebody: uncalibrated",
        costs.words.change,
      ],
      evidence: unowned.flatMap((id) => ground.components.get(id)?.evidence.slice(0, 1) ?? []),
    }),
  ];
}

/** What stands below tests and examples asks nobody. */
function isUser(component: Component | undefined): boolean {
  return component !== undefined && !isBeside(`${component.path}/`, ".");
}
