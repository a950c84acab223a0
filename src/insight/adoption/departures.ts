import type { Moment } from "#evidence/moment.ts";
import { endOf, type EndContext } from "./ends.ts";
import type { Departure, EndedConsumption } from "./result.ts";
import type { Use } from "./uses.ts";

/** The last use of each component that does not use it now, with why it ended; in the order of `uses`. */
export function departuresOf(uses: readonly Use[], context: EndContext): Departure[] {
  const last = new Map<string, Use>();
  for (const use of uses) last.set(use.componentId, use);
  return [...last.values()].flatMap((use) => {
    const end = endOf(use, context);
    if (end === null) return [];
    const hasStopped = end.reason === "substitute" || end.reason === "nothing";
    return [{ ...end, use, isLoss: hasStopped && !context.isRetired }];
  });
}

/** Why each consumption ended that is not simply part of a use that goes on. */
export function endedConsumptions(
  uses: readonly Use[],
  departures: readonly Departure[],
  continuesIn: ReadonlyMap<string, string> = new Map(),
): EndedConsumption[] {
  const departed = new Map(departures.map((one) => [one.use, one]));
  return uses.flatMap((use) => {
    const departure = departed.get(use);
    return use.consumptions.flatMap(
      ({ id, consumerComponentId: consumer, to }): EndedConsumption[] => {
        const heir = continuesIn.get(id);
        if (heir !== undefined) return [{ consumptionId: id, reason: "carried", to: heir }];
        if (departure !== undefined && !cameBack(consumer, to, use))
          return [{ consumptionId: id, reason: departure.reason, to: departure.to }];
        const isOver = use.to !== null && to !== null;
        return isOver ? [{ consumptionId: id, reason: "returned", to: null }] : [];
      },
    );
  });
}

/** One use may hold several spells of a component that others carried on in between. */
function cameBack(componentId: string, end: Moment | null, { consumptions }: Use): boolean {
  return (
    end !== null &&
    consumptions.some(
      ({ consumerComponentId, from }) => consumerComponentId === componentId && from.at > end.at,
    )
  );
}
