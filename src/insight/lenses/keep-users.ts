import { counted, some } from "#kernel/phrases.ts";
import type { AdoptionResult, Departure } from "../adoption/result.ts";
import { packageName } from "#model/components.ts";
import type { Capability } from "#model/organisation.ts";
import { componentNames, isOthers, isRetired, reachOf, shortName, type Ground } from "./ground.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product, sum } from "./spans.ts";

const rememberedYears = 2;
const fewestLeavers = 2;

/** Live users that leave a living capability for something that can be named. */
export function keepUsers(ground: Ground): Proposal[] {
  return ground.adoption.flatMap((adoption) => {
    const capability = ground.capabilities.get(adoption.capabilityId);
    if (capability === undefined || isRetired(capability, adoption)) return [];
    const left = leavers(capability, adoption, ground);
    const staying = adoption.uses.filter((use) => use.to === null).map((use) => use.componentId);
    return left.length < fewestLeavers || staying.length === 0
      ? []
      : [stayWith(capability, adoption, left, staying, ground)];
  });
}

function leavers(
  capability: Capability,
  { departures }: AdoptionResult,
  ground: Ground,
): Departure[] {
  const since = ground.until - rememberedYears * (ground.until - ground.yearAgo);
  return departures.filter(
    ({ isLoss, to, reason, use }) =>
      isLoss &&
      reason === "substitute" &&
      to !== null &&
      use.to !== null &&
      use.to > since &&
      isOthers(ground.components.get(use.componentId), capability, ground) &&
      ground.components.get(use.componentId)?.isLive !== false,
  );
}

function stayWith(
  capability: Capability,
  adoption: AdoptionResult,
  left: readonly Departure[],
  staying: readonly string[],
  ground: Ground,
): Proposal {
  const { costs } = ground;
  const name = shortName(capability);
  const places = distinctNames(left.flatMap(({ to }) => (to === null ? [] : nameOf(to, ground))));
  const gone = left.map(({ use }) => use.componentId);
  const where = componentNames(gone, ground, 3);
  const affectedIds = [...new Set([...gone, ...staying])].sort();
  return proposal({
    kind: "keep",
    title: `Find out why ${counted(left.length, "component")} left ${name} for ${some(places, 2)}, and settle which is to stay`,
    subjectIds: [capability.id],
    affectedIds,
    reach: reachOf(affectedIds, ground),
    forWhom: `${counted(staying.length, "component")} that still use it, and those that left`,
    replaces: `two ways side by side: ${name} and ${some(places, 2)}`,
    firstStep: `Talk to the owners of ${where}: what did ${places[0] ?? "the other"} give them?`,
    measure: {
      text: "live components that left it for something else, in two years",
      present: left.length,
      unit: "components",
    },
    against: [
      `${some(places, 1)} may be the better answer: then ${name} is what should go`,
      "Few have left so far; what they have in common may be chance",
    ],
    reasons: [
      `${counted(left.length, "live component")} left it for ${some(places, 3)} within two years: ${where}`,
      `${counted(staying.length, "component")} of ${String(adoption.adoptersEver)} that ever used it still ${staying.length === 1 ? "does" : "do"}`,
    ],
    atStakePersonHours: sum(
      product(exactly(left.length / rememberedYears), costs.major),
      product(exactly(staying.length), { low: 0, likely: 0.2, high: 1 }, costs.major),
    ),
    effortPersonHours: sum(
      product(exactly(left.length), { low: 1, likely: 2, high: 3 }),
      product({ low: 1, likely: 4, high: 15 }, costs.change),
    ),
    confidence: confidenceOf(left.length, costs.isMeasured),
    restsOn: [
      "each year's moves × the work of a new major version, and for those that stay a fifth of a move (0 to 1)",
      costs.words.change,
    ],
    evidence: left.flatMap(({ use }) => use.consumptions.at(-1)?.evidence.slice(-1) ?? []),
  });
}

function nameOf(id: string, { capabilities }: Ground): string {
  const capability = capabilities.get(id);
  return capability === undefined ? packageName(id) : shortName(capability);
}

function distinctNames(names: readonly string[]): string[] {
  return [...new Set(names)];
}
