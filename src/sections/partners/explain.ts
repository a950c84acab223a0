import { dayOf, numberOf, some } from "#kernel/phrases.ts";
import { placeOf } from "#kernel/reference.ts";
import { factsOf } from "../explanation/explanation.ts";
import type { Tells } from "../explanation/explaining.ts";
import type { ReportPartners } from "./schema.ts";

const mostNamed = 4;

/** To whom outside it is offered, and who was seen to use it. */
export const tellPartners: Tells<{ readonly partners: ReportPartners }> = {
  about: ["component", "capability"],
  tell: ({ partners: { offers, outsiders } }, { id }) => {
    const offer = offers.find(
      ({ componentId, capabilityIds }) => componentId === id || capabilityIds.includes(id),
    );
    const users = (outsiders ?? []).flatMap((one) => {
      const use = one.uses.find(({ subjectId }) => subjectId === id);
      return use === undefined ? [] : { ...one, ...use };
    });
    if (offer === undefined && users.length === 0) return null;
    const words = users.map(
      ({ name, callsCount, lastAt }) =>
        `${name}${callsCount === null ? "" : ` (${numberOf(callsCount)} calls)`}${lastAt === null ? "" : `, last ${dayOf(lastAt)}`}`,
    );
    return {
      facts: factsOf(
        ["offered outside", offer?.signs.map(({ text }) => text).join("; ") ?? null],
        ["used outside by", some(words, mostNamed)],
      ),
      evidenceIds: [
        ...(offer?.evidenceIds ?? []),
        ...users.flatMap(({ evidenceIds }) => evidenceIds),
      ],
      places: [placeOf("partners", null)],
    };
  },
};
