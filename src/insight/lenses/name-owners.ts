import { counted, dayOf, some } from "#kernel/phrases.ts";
import { isBeside } from "#model/locked-uses.ts";
import type { Component } from "#model/organisation.ts";
import { lastPart, reachOf, shortName, type Ground } from "./ground.ts";
import { offersOf, type Offer } from "./offers.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product, sum } from "./spans.ts";
import { titled } from "./title.ts";

const fewestUsers = 2;
const hoursToName = { low: 0.5, likely: 2, high: 8 };

/** Used by many, owned by nobody: however many they are, it is one thing to do. */
export function nameOwners(ground: Ground): Proposal[] {
  const { costs } = ground;
  const published = publishedOf(ground);
  const orphans = offersOf(ground)
    .flatMap((offer) => {
      const providers = offer.capabilities.flatMap(
        ({ providerComponentId }) => ground.components.get(providerComponentId ?? "") ?? [],
      );
      const unowned = [...new Set(providers)].filter(({ ownerIds }) => ownerIds.length === 0);
      const userIds = offer.strangerIds.filter((id) => isUser(ground.components.get(id)));
      const count = reachOf(userIds, ground).count;
      // What anybody may install is used by more than can be seen.
      const isMeant =
        unowned.length > 0 && (count >= fewestUsers || (count > 0 && isPublic(offer, published)));
      return isMeant ? [{ offer, unowned, userIds }] : [];
    })
    .sort((a, b) => b.userIds.length - a.userIds.length);
  if (orphans.length === 0) return [];
  const names = orphans.map(({ offer, unowned: [first] }) => nameOf(offer, first));
  const userIds = [...new Set(orphans.flatMap((one) => one.userIds))].sort();
  const unowned = [...new Set(orphans.flatMap((one) => one.unowned.map(({ id }) => id)))];
  const reach = reachOf(userIds, ground);
  // Where other parts of a repository have an owner, it is not told whose its changes are.
  const owned = new Set(
    [...ground.components.values()].flatMap((one) =>
      one.ownerIds.length > 0 && one.goneAt === null ? one.repositoryId : [],
    ),
  );
  const homes = new Set(
    orphans
      .flatMap((one) => one.unowned.map((each) => each.repositoryId))
      .filter((id) => !owned.has(id)),
  );
  const changes = [...homes].reduce((all, id) => all + (ground.repositoryChanges.get(id) ?? 0), 0);
  const installable = orphans.filter(({ offer }) => isPublic(offer, published));
  const [first] = orphans;
  const home = lastPart(first?.unowned[0]?.repositoryId ?? "");
  return [
    proposal({
      kind: "own",
      title: titled(names, 3, (told) => `Name who answers for ${told}`),
      subjectIds: orphans.flatMap(({ offer }) => offer.capabilities.map(({ id }) => id)),
      affectedIds: userIds,
      reach,
      forWhom: `${counted(userIds.length, "component")} of others that build on them`,
      replaces: "asking around for whoever touched it last",
      firstStep: `Write CODEOWNERS into ${home} with the team that made its last changes, and ask that team to object`,
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
        `${counted(userIds.length, "component")} of others use ${names.length === 1 ? "it" : "them"}${changes === 0 ? "" : `; ${counted(changes, "change")} by people came into the mainline of ${some([...homes].map(lastPart).sort(), 6)} in the last twelve months, those of documents alone left out`}`,
        ...olderOnes(orphans, ground),
        ...(installable.length === 0
          ? []
          : [
              `anybody may install ${some(
                installable.map(({ offer, unowned: [one] }) => nameOf(offer, one)),
                4,
              )} from a public registry: there are more users than can be seen here`,
            ]),
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

/** With the repository, where that is called otherwise: it is what is looked for, and what CODEOWNERS is written into. */
function nameOf({ capabilities, name }: Offer, provider: Component | undefined): string {
  const [only, ...others] = capabilities;
  const told = only !== undefined && others.length === 0 ? shortName(only) : name;
  const home = lastPart(provider?.repositoryId ?? "");
  const isTold = home === "" || told === home || told.split("/").at(-1) === home;
  return isTold ? told : `${told} (${home})`;
}

/** Whether somebody is named today is not known where the clone is older than the others. */
function olderOnes(
  orphans: readonly { readonly unowned: readonly Component[] }[],
  { organisation }: Ground,
): string[] {
  const seen = orphans.flatMap(({ unowned: [first] }) => {
    const until = organisation.olderClones?.get(first?.repositoryId ?? "");
    return first === undefined || until === undefined
      ? []
      : `${lastPart(first.repositoryId)} as it was on ${dayOf((until - 1) * 1000)}`;
  });
  return seen.length === 0
    ? []
    : [`${some(seen, 4)}: ${seen.length === 1 ? "its clone is" : "their clones are"} older`];
}

/** Registries that take packages straight from the tags of a public repository. */
const readsTags = /^pkg:(?:composer|golang)\//;

/** May anybody install it: does its repository publish to a public registry, or does a registry read what it tags? */
function isPublic({ capabilities }: Offer, published: ReadonlySet<string>): boolean {
  return capabilities.some(
    ({ packages, providerComponentId, releases }) =>
      published.has(providerComponentId ?? "") ||
      (releases.length > 0 && packages.some((purl) => readsTags.test(purl))),
  );
}

/** Components of repositories of which any part is published to a public registry. */
function publishedOf({ components }: Pick<Ground, "components">): ReadonlySet<string> {
  const homes = new Set(
    [...components.values()].flatMap(({ repositoryId, surface }) =>
      surface.some(({ mark }) => mark === "public-registry") ? repositoryId : [],
    ),
  );
  return new Set(
    [...components.values()].flatMap(({ id, repositoryId }) => (homes.has(repositoryId) ? id : [])),
  );
}
