import type { NewDeclared } from "#contract/declared.ts";
import { withoutPersonsOrNull } from "#evidence/without-persons.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { AssessmentReader } from "#ports/assessment-store.ts";
import { readParts } from "../answering/read-parts.ts";
import { subjectsOf, type NewCorrection } from "../configuration/correction-words.ts";
import { resolveCorrection, type CorrectedFacts } from "../configuration/resolve-correction.ts";
import { readStatement } from "./read-statement.ts";

export interface CheckedStatement {
  readonly statement: object;
  /** Of each subject one record stands: texts that say what it is about. */
  readonly subject: readonly string[];
  readonly reason: string | null;
}

export interface CheckedAgainst {
  readonly assessments: AssessmentReader;
  /** Where names and ids of corrections are looked up. */
  readonly assessment: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Holds a statement to what the command line holds it to. Throws `statement-refused`. */
export async function checkStatement(
  against: CheckedAgainst,
  { reason: given, ...stated }: NewDeclared,
): Promise<CheckedStatement> {
  const reason = withoutPersonsOrNull(given);
  if (stated.kind !== "correction") return { ...readStatement(stated, against.now), reason };
  const wanted = { ...stated.statement, reason };
  const facts = await factsFor(against, wanted.kind);
  try {
    const correction = byIds(facts, resolveCorrection(facts, wanted).correction);
    const { reason: _, ...statement } = correction;
    return { statement, subject: [wanted.kind, ...subjectsOf(correction)], reason };
  } catch (error) {
    if (!(error instanceof FulcrumError) || error.code !== "unknown-id") throw error;
    throw new FulcrumError(
      "statement-refused",
      error.message,
      "Give a name or an id of the current assessment: /sections/components/items, /sections/capabilities/items.",
      { cause: error },
    );
  }
}

async function factsFor(
  { assessments, assessment }: CheckedAgainst,
  kind: string,
): Promise<CorrectedFacts> {
  if (kind === "bot") return { components: [], capabilities: [], teams: [], consumptions: [] };
  const names = ["components", "capabilities", "teams"] as const;
  return { ...(await readParts(assessments, assessment, names)), consumptions: [] };
}

/** Things by their ids, whatever they were called: another name that is declared later changes nothing about what is meant. */
function byIds(facts: CorrectedFacts, correction: NewCorrection): NewCorrection {
  const idIn = (list: readonly { readonly id: string; readonly name: string }[], text: string) =>
    (
      list.find(({ id }) => id === text) ??
      list.find(({ name }) => name.toLowerCase() === text.toLowerCase())
    )?.id ?? text;
  if (correction.kind === "owner" || correction.kind === "class")
    return { ...correction, component: idIn(facts.components, correction.component) };
  if (correction.kind === "edge")
    return {
      ...correction,
      consumer: idIn(facts.components, correction.consumer),
      capability: idIn(facts.capabilities, correction.capability),
    };
  if (correction.kind === "bot")
    return { ...correction, address: correction.address.toLowerCase() };
  return correction;
}
