import { z } from "zod";
import { correction, type ConfiguredCorrection } from "#contract/configuration.ts";
import type { DeclaredFact } from "#ports/declared-facts.ts";
import type { StatedTexts } from "../gathering/stated-texts.ts";
import { answerText, incidentText, outcomeText, surveyText } from "./read-statement.ts";

export interface StatedFacts {
  /** Behind those of `fulcrum.yaml`: of two about the same subject the later one counts. */
  readonly corrections: readonly ConfiguredCorrection[];
  readonly texts: StatedTexts;
}

const record = z.record(z.string(), z.unknown());
const survey = z.object({
  name: z.string(),
  invited: z.number().optional(),
  rows: z.array(record),
});

/** What stands, as an assessment takes it: corrections as of `fulcrum.yaml`, the rest as texts of its files. */
export function statedFacts(declared: readonly DeclaredFact[]): StatedFacts {
  const of = (kind: DeclaredFact["kind"]): readonly DeclaredFact[] =>
    declared.filter((fact) => fact.kind === kind);
  const texts =
    (write: (statement: object) => string, ending: string) =>
    ({ id, statement }: DeclaredFact) => ({
      name: `declared/${id}${ending}`,
      text: write(record.parse(statement)),
    });
  return {
    corrections: of("correction").map(({ statement, at, reason }) =>
      correction.parse({
        ...record.parse(statement),
        since: new Date(at).toISOString().slice(0, 10),
        reason,
      }),
    ),
    texts: {
      answers: of("answer").map(texts(answerText, ".yaml")),
      outcomes: of("outcome").map(texts(outcomeText, ".ndjson")),
      events: of("incident").map(texts(incidentText, ".ndjson")),
      surveys: of("survey").map(({ id, statement }) => {
        const { name, invited = null, rows } = survey.parse(statement);
        return { name: `declared/${id}.ndjson`, text: surveyText(rows), survey: name, invited };
      }),
    },
  };
}
