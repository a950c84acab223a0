import { append } from "#kernel/lists-by-key.ts";
import { counted, dayOf, some } from "#kernel/phrases.ts";
import type { AdoptionResult } from "../adoption/result.ts";
import type { Use } from "../adoption/uses.ts";
import type { Capability } from "#model/organisation.ts";
import { isElsewhere, isRetired, lastPart, reachOf, shortName, type Ground } from "./ground.ts";
import { proposal, type Proposal } from "./proposal.ts";
import { seenWhenUsed } from "./remove.ts";
import { exactly, product } from "./spans.ts";
import { titled } from "./title.ts";

const fewestLeft = 3;
/** One that stays is its own matter. */
const fewestStaying = 2;
/** Of all repositories that ever used it (uncalibrated). */
const mostStaying = 1 / 3;
const rememberedYears = 3;

interface Left {
  readonly capability: Capability;
  readonly staying: readonly Use[];
  readonly stayingHomes: readonly string[];
  readonly leftCount: number;
  /** Of the last that left, seconds since the epoch. */
  readonly lastLeft: number;
  /** Names of what those that left began to use in the very change, most often first. */
  readonly takenUp: readonly string[];
}

/** What most repositories have stopped using and a few still do, though nobody called it retired: one question, however many there are. */
export function finishLeaving(ground: Ground): Proposal[] {
  const { costs } = ground;
  const found = ground.adoption
    .flatMap((adoption) => leftBehind(adoption, ground) ?? [])
    .sort((a, b) => b.leftCount - a.leftCount || (a.capability.id < b.capability.id ? -1 : 1));
  const [first] = found;
  const names = found.map(({ capability }) => shortName(capability));
  const affectedIds = [
    ...new Set(found.flatMap(({ staying }) => staying.map((use) => use.componentId))),
  ].sort();
  const homes = [...new Set(found.flatMap(({ stayingHomes }) => stayingHomes.map(lastPart)))];
  const isOne = names.length === 1;
  if (first === undefined || homes.length < fewestStaying) return [];
  return [
    proposal({
      kind: "remove",
      title: titled(
        names,
        3,
        (told) =>
          `Finish leaving ${told}: ${counted(homes.length, "repository", "repositories")} still use what most have left`,
      ),
      subjectIds: found.map(({ capability }) => capability.id),
      affectedIds,
      reach: reachOf(affectedIds, ground),
      forWhom: `those that still use ${isOne ? "it" : "them"}: ${some(homes, 4)}`,
      replaces: `${some(names, 3)}, kept for the few that did not go along`,
      firstStep: firstStepOf(first),
      measure: {
        text: "repositories that use what two of three have left",
        present: homes.length,
        unit: homes.length === 1 ? "repository" : "repositories",
      },
      against: [
        "Nobody said that it is given up: those that stay may be right, and those that left may have had another need",
      ],
      reasons: found
        .slice(0, 5)
        .map(
          ({ capability, stayingHomes, leftCount, lastLeft }) =>
            `${shortName(capability)}: ${String(leftCount)} of ${counted(leftCount + stayingHomes.length, "repository", "repositories")} have stopped using it, the last in ${monthOf(lastLeft)}; still in ${some(stayingHomes.map(lastPart), 4)}`,
        ),
      atStakePersonHours: product(
        exactly(affectedIds.length),
        { low: 0.2, likely: 0.5, high: 1 },
        costs.major,
      ),
      effortPersonHours: product(exactly(affectedIds.length), costs.major),
      confidence: "low",
      restsOn: [
        "half of the move (a fifth to all) for each that is left, for a move that is put off grows",
        costs.words.change,
      ],
      evidence: found.flatMap(({ staying }) =>
        staying.flatMap((use) => use.consumptions.at(-1)?.evidence.slice(-1) ?? []),
      ),
    }),
  ];
}

function leftBehind(adoption: AdoptionResult, ground: Ground): Left | null {
  const { components, yearAgo, until } = ground;
  const capability = ground.capabilities.get(adoption.capabilityId);
  if (capability === undefined || isRetired(capability, adoption)) return null;
  if (!seenWhenUsed.has(capability.kind)) return null;
  const year = until - yearAgo;
  const byHome = new Map<string, Use[]>();
  for (const use of adoption.uses) {
    const component = components.get(use.componentId);
    if (!isElsewhere(component, capability, ground) || component.isLive === false) continue;
    append(byHome, component.repositoryId, use);
  }
  const staying = [...byHome].filter(([, uses]) => uses.some((use) => use.to === null));
  const ends = [...byHome]
    .filter(([, uses]) => uses.every((use) => use.to !== null))
    .map(([, uses]) => Math.max(...uses.map((use) => use.to ?? 0)))
    .sort((a, b) => a - b);
  const middle = ends[Math.floor(ends.length / 2)] ?? 0;
  const last = ends.at(-1) ?? 0;
  // Who came a while before most had left is no straggler: it lives on for them.
  const isFresh = staying.some(([, uses]) =>
    uses.some((use) => use.to === null && use.from > middle - year),
  );
  const isMeant =
    staying.length > 0 &&
    ends.length >= fewestLeft &&
    staying.length <= mostStaying * byHome.size &&
    last > until - rememberedYears * year &&
    !isFresh;
  if (!isMeant) return null;
  return {
    capability,
    staying: staying.flatMap(([, uses]) => uses.filter((use) => use.to === null)),
    stayingHomes: staying.map(([id]) => id).sort(),
    leftCount: ends.length,
    lastLeft: last,
    takenUp: takenUpBy(
      [...byHome].filter(([, uses]) => uses.every((use) => use.to !== null)),
      new Set(staying.flatMap(([, uses]) => uses.flatMap(placesOf))),
      ground,
    ),
  };
}

/** Of files that declare it the kind: a hook before commits is replaced by something else than a step of a pipeline. */
function placesOf({ consumptions }: Use): string[] {
  return consumptions.flatMap(({ evidence }) =>
    evidence.flatMap(({ path }) => {
      if (path === null) return [];
      return path.startsWith(".github/workflows/") ? "workflow" : lastPart(path);
    }),
  );
}

function takenUpBy(
  left: readonly (readonly [string, readonly Use[]])[],
  places: ReadonlySet<string>,
  ground: Ground,
): string[] {
  const counts = new Map<string, number>();
  for (const [, uses] of left) {
    const ids = uses
      .filter((use) => placesOf(use).some((place) => places.has(place)))
      .flatMap(({ consumptions }) =>
        consumptions.flatMap(({ takenUpBeside = [] }) => takenUpBeside),
      );
    for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .flatMap(([id]) => {
      const taken = ground.capabilities.get(id);
      return taken === undefined ? [] : shortName(taken);
    });
}

/** What the others took in its place is named where a change shows it, and asked for where none does. */
function firstStepOf({ capability, stayingHomes, takenUp }: Left): string {
  const name = shortName(capability);
  const where = some(stayingHomes.map(lastPart), 2);
  return takenUp.length > 0
    ? `See whether ${some(takenUp, 2)}, which others began to use in the change that left ${name}, serves ${where} as well, then call ${name} deprecated`
    : `Ask ${where} whether ${stayingHomes.length === 1 ? "it still needs" : "they still need"} ${name}: what the others do instead is not seen, and if nothing is needed it can be taken out and called deprecated`;
}

/** Nov 2024 */
function monthOf(at: number): string {
  return dayOf(at * 1000)
    .split(" ")
    .slice(1)
    .join(" ");
}
