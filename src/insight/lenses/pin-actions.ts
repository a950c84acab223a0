import { counted, some } from "#kernel/phrases.ts";
import { append } from "#kernel/lists-by-key.ts";
import type { ThirdPartyUse } from "#model/organisation.ts";
import { lastPart, reachOf, type Ground } from "./ground.ts";
import { proposal, type Proposal } from "./proposal.ts";
import { exactly, product } from "./spans.ts";

const action = "pkg:githubactions/";
/** The forge's own: whoever could move these holds the repositories themselves. */
const ofTheForge = /^pkg:githubactions\/(?:actions|github)\//;
const fewestRepositories = 3;
const fewestUses = 6;

/** Pipelines that call what strangers can replace under the same name, with the secrets of the repository at hand. */
export function pinActions(ground: Ground): Proposal[] {
  const { components, costs, organisation } = ground;
  const uses = organisation.thirdPartyUses.filter(({ componentId, purl, to }) => {
    const component = components.get(componentId);
    const isMeant =
      component !== undefined &&
      component.isLive !== false &&
      component.goneAt === null &&
      organisation.olderClones?.has(component.repositoryId) !== true;
    return isMeant && to === null && purl.startsWith(action) && !ofTheForge.test(purl);
  });
  const all = calledIn(uses, ground);
  const loose = calledIn(
    uses.filter((one) => one.isMovable === true),
    ground,
  );
  const homes = byRepository(loose, ground);
  const names = [...homes].map(([id]) => lastPart(id));
  const [first] = names;
  const callers = byRepository(all, ground).length;
  if (first === undefined || homes.length < fewestRepositories || loose.length < fewestUses)
    return [];
  const pinned = callers - homes.length;
  const affectedIds = [...new Set(loose.map(({ componentId }) => componentId))].sort();
  const makers = commonest(loose);
  return [
    proposal({
      kind: "secure",
      title: `Pin the actions of other makers to commits: ${String(loose.length)} of ${String(all.length)} follow a tag or branch`,
      subjectIds: affectedIds,
      affectedIds,
      reach: reachOf(affectedIds, ground),
      forWhom: `${counted(homes.length, "repository", "repositories")}: ${some(names, 4)}`,
      replaces: `trust that nobody moves a tag of ${some(makers, 3)}: whoever does runs code with the secrets of these pipelines`,
      firstStep: `Name the commit in place of the tag in ${first}, with the version as a comment, and let the bot that raises versions raise both`,
      measure: {
        text: "actions of other makers that follow a tag or branch, once for each repository",
        present: loose.length,
        unit: "actions",
      },
      against: [
        "A commit that nobody raises gets no fixes either: pin only where a bot raises versions",
        "Makers that are trusted as much as the forge can be left out",
      ],
      reasons: [
        `${String(loose.length)} of ${counted(all.length, "action")} of other makers, each once for a repository, follow a tag or branch in ${counted(homes.length, "repository", "repositories")}: ${some(
          homes.map(([id, own]) => `${lastPart(id)} (${String(own.length)})`),
          5,
        )}`,
        ...(pinned > 0
          ? [
              `${counted(pinned, "repository", "repositories")} of ${String(callers)} that call any ${pinned === 1 ? "names" : "name"} commits only: it can be done here`,
            ]
          : []),
        `most often called so: ${some(makers, 4)}`,
      ],
      atStakePersonHours: product(
        exactly(homes.length),
        { low: 0, likely: 0.1, high: 1 },
        costs.change,
      ),
      effortPersonHours: product(
        exactly(homes.length),
        { low: 0.2, likely: 0.5, high: 1 },
        costs.change,
      ),
      confidence: "low",
      restsOn: [
        "for each repository a change to replace its secrets, every tenth year (never to every year), where a maker loses its account: uncalibrated; what is done with stolen secrets is not counted",
        costs.words.change,
      ],
      evidence: loose.flatMap(({ evidence }) => evidence.slice(0, 1)),
    }),
  ];
}

/** Each action once for a repository, whatever folder of it is called. */
function calledIn(uses: readonly ThirdPartyUse[], { components }: Ground): ThirdPartyUse[] {
  const found = new Map<string, ThirdPartyUse>();
  for (const one of uses) {
    const key = `${components.get(one.componentId)?.repositoryId ?? ""}\n${nameOf(one)}`;
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** Most first. */
function byRepository(
  uses: readonly ThirdPartyUse[],
  { components }: Ground,
): [string, ThirdPartyUse[]][] {
  const found = new Map<string, ThirdPartyUse[]>();
  for (const one of uses) append(found, components.get(one.componentId)?.repositoryId ?? "", one);
  return [...found].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
}

function nameOf({ purl }: ThirdPartyUse): string {
  return purl.slice(action.length).split(/[#@?]/)[0] ?? purl;
}

/** `owner/repository` without the folder, most used first. */
function commonest(uses: readonly ThirdPartyUse[]): string[] {
  const counts = new Map<string, number>();
  for (const one of uses) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([name]) => name);
}
