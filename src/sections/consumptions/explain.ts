import { dayOf, some } from "#kernel/phrases.ts";
import { placeOf } from "#kernel/reference.ts";
import { factsOf } from "../explanation/explanation.ts";
import { entryOf, type Explains } from "../explanation/explaining.ts";
import type { ReportConsumption } from "./schema.ts";

export const explainConsumptions: Explains<{
  readonly consumptions: readonly ReportConsumption[];
}> = {
  kinds: ["consumption"],
  subjects: ({ consumptions }) =>
    consumptions.map(({ id }) => ({ kind: "consumption", id, name: id })),
  outline: ({ consumptions }, subject, { nameOf }) => {
    const use = entryOf(consumptions, subject);
    const consumer = nameOf(use.consumerComponentId);
    const capability = nameOf(use.capabilityId);
    return {
      id: use.id,
      kind: "consumption",
      title: `${consumer} uses ${capability}`,
      facts: factsOf(
        ["kind", use.via === "declared" ? "declared in a manifest" : "seen as use of a service"],
        ["scope", use.scope],
        [
          "since",
          use.fromCensored ? `before ${dayOf(use.from)}, the start was not seen` : dayOf(use.from),
        ],
        ["until", use.to === null ? "in use" : dayOf(use.to)],
        ["ended because", use.endReason],
        ["goes on in", use.continuesIn === null ? null : nameOf(use.continuesIn)],
        ["constraint", use.constraint],
        [
          "versions",
          some(use.versions.map((one) => `${one.version} from ${dayOf(one.from)}`).reverse(), 8),
        ],
        ["confidence", use.confidence],
      ),
      reasons: [],
      related: [
        { id: use.consumerComponentId, text: consumer },
        { id: use.capabilityId, text: capability },
      ],
      evidenceIds: use.evidenceIds,
      places: [placeOf("consumptions", use.id)],
      note: null,
    };
  },
};
