import { placeOf } from "#kernel/reference.ts";
import { entryOf, namedSubjects, type Explains } from "../explanation/explaining.ts";
import { factsOf } from "../explanation/explanation.ts";
import type { ReportLenses, ReportProposal } from "./schema.ts";

/** A proposal opens into how its hours were come by, and what it is about. */
export const explainLenses: Explains<{ readonly lenses: ReportLenses }> = {
  kinds: ["proposal"],
  subjects: ({ lenses }) =>
    namedSubjects(
      "proposal",
      lenses.platform.map(({ id, title: name }) => ({ id, name })),
    ),
  outline: ({ lenses }, subject, { nameOf }) => {
    const one = entryOf(lenses.platform, subject);
    const { measure, valuePerEffort: ratio } = one;
    return {
      id: one.id,
      kind: "proposal",
      title: one.title,
      facts: factsOf(
        ["kind", one.kind],
        ["at stake", `${spanText(one.atStakePersonHours)} person-hours a year`],
        ["effort", `${spanText(one.effortPersonHours)} person-hours`],
        ["value ÷ effort", ratio === null ? null : spanText(ratio)],
        ["for", one.forWhom],
        ["replaces", one.replaces],
        ["first step", one.firstStep],
        ["success", `${measure.text}: ${String(measure.present)} ${measure.unit} today`],
        ["against", one.against.join("; ")],
        ["confidence", one.confidence],
      ),
      reasons: [...one.reasons, ...one.restsOn.map((each) => `rests on ${each}`)],
      related: [...new Set([...one.subjectIds, ...one.affectedIds])].map((id) => ({
        id,
        text: nameOf(id),
      })),
      evidenceIds: one.evidenceIds,
      places: [placeOf("lenses", `platform/${one.id}`)],
      note: null,
    };
  },
};

/** likely (low to high), to a tenth. */
function spanText({ low, likely, high }: ReportProposal["atStakePersonHours"]): string {
  const [least, middle, most] = [low, likely, high].map((one) => String(Math.round(one * 10) / 10));
  return `${middle ?? ""} (${least ?? ""} to ${most ?? ""})`;
}
