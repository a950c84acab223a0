import { basename } from "node:path";
import type { ConfiguredCorrection, CorrectionKind } from "#contract/configuration.ts";
import { FulcrumError } from "#kernel/errors.ts";
import type { AnswerContext, OperationContext, VerbContext } from "#ports/context.ts";
import type { TextEdit } from "#ports/declared-store.ts";
import { readParts } from "./answering/read-parts.ts";
import { answerOf, subjectsOf, type NewCorrection } from "./configuration/correction-words.ts";
import { withCorrection, withoutCorrection } from "./configuration/edit-corrections.ts";
import { parseConfiguration } from "./configuration/parse-configuration.ts";
import {
  resolveCorrection,
  sameSubject,
  type CorrectedFacts,
} from "./configuration/resolve-correction.ts";
import { some } from "#kernel/phrases.ts";
import { textToEdit } from "./configuration/text-to-edit.ts";

export interface CorrectFactInput {
  /** Id of the assessment. */
  readonly assessment: string;
  /** The file to write; made when it is not there. */
  readonly configurationPath: string;
  readonly correction: NewCorrection;
  /** Takes the correction of that kind and subject back instead of making one. */
  readonly undo: boolean;
}

export interface CorrectedFact {
  readonly kind: CorrectionKind;
  readonly subject: string;
  /** What evidence or an earlier correction said. */
  readonly before: string;
  readonly after: string;
  readonly path: string;
}

/**
 * Writes a correction into `fulcrum.yaml` as it is at that moment, comments kept, one for each kind and subject. Throws `unknown-id` when nothing
 * bears that name, `configuration-invalid`, `write-failed`.
 */
export async function correctFact(
  context: OperationContext & Pick<VerbContext, "declared"> & AnswerContext,
  input: CorrectFactInput,
): Promise<CorrectedFact> {
  const { configurationPath, correction } = input;
  const report = await factsFor(context, input);
  const edit = (text: string): TextEdit<Edited["words"]> => {
    const configured = parseConfiguration(text, configurationPath).corrections;
    const index = configured.findIndex((one) => sameSubject(report, one, correction));
    const earlier = configured[index];
    const done = input.undo
      ? takeBack(text, index, earlier ?? noneOf(correction, configured, configurationPath))
      : make(text, index, earlier, report, correction, dayOfNow(context));
    parseConfiguration(done.text, configurationPath);
    return { text: done.text, result: done.words };
  };
  // Refused before anything is touched where it cannot be read, or where there is nothing to do.
  edit(await textToEdit(context, configurationPath, "--config"));
  const words = await context.declared.edit(configurationPath, edit, context.signal);
  return { kind: correction.kind, path: configurationPath, ...words };
}

/** Uses are many: they are read where one of them is put right. */
async function factsFor(
  { assessments }: AnswerContext,
  { assessment, correction }: CorrectFactInput,
): Promise<CorrectedFacts> {
  const names = ["components", "capabilities", "teams"] as const;
  const facts = await readParts(assessments, assessment, names);
  if (correction.kind !== "edge") return { ...facts, consumptions: [] };
  const { consumptions } = await readParts(assessments, assessment, ["consumptions"]);
  return { ...facts, consumptions };
}

interface Edited {
  readonly text: string;
  readonly words: Pick<CorrectedFact, "subject" | "before" | "after">;
}

function make(
  text: string,
  index: number,
  earlier: ConfiguredCorrection | undefined,
  report: CorrectedFacts,
  wanted: NewCorrection,
  since: string,
): Edited {
  const { correction, subject, before } = resolveCorrection(report, wanted);
  return {
    text: withCorrection(text, index, { ...correction, since }),
    words: {
      subject,
      before: earlier === undefined ? before : corrected(earlier),
      after: answerOf(correction),
    },
  };
}

function takeBack(text: string, index: number, earlier: ConfiguredCorrection): Edited {
  return {
    text: withoutCorrection(text, index),
    words: {
      subject: subjectsOf(earlier).join(" → "),
      before: corrected(earlier),
      after: "what the evidence says",
    },
  };
}

function corrected(earlier: ConfiguredCorrection): string {
  return `${answerOf(earlier)} (corrected on ${earlier.since})`;
}

function noneOf(
  correction: NewCorrection,
  configured: readonly ConfiguredCorrection[],
  path: string,
): never {
  const known = configured.map((one) => `${one.kind} of ${subjectsOf(one).join(" → ")}`);
  throw new FulcrumError(
    "unknown-id",
    `${basename(path)} corrects no ${correction.kind} of ${subjectsOf(correction).join(" → ")}.`,
    known.length === 0 ? "It holds no corrections." : `What it corrects: ${some(known, 6)}.`,
  );
}

function dayOfNow({ clock }: OperationContext): string {
  return new Date(clock.now()).toISOString().slice(0, 10);
}
