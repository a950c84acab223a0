import { z } from "zod";
import { subjectKinds, type Explanation } from "#sections/explanation/explanation.ts";
import { placeOf } from "#operations/answering/placed-evidence.ts";
import { counted } from "#kernel/phrases.ts";
import { cutLine, evidenceField, evidenceLine, firstOf, pageOf, pageOutput } from "../fields.ts";
import type { Answer } from "../define-tool.ts";

/** What describe and explain answer, the one briefly, the other down to the commands that show each fact. */
export const explanationOutput = z.object({
  id: z.string(),
  kind: z.enum([...subjectKinds, "job"]),
  title: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  reasons: z.array(z.string()),
  reasonsCount: z.int(),
  related: z.array(z.object({ id: z.string(), text: z.string() })).describe("to explain next"),
  relatedCount: z.int(),
  unknown: z.array(z.object({ place: z.string(), reason: z.string(), needs: z.string() })),
  unknownCount: z.int(),
  evidence: z.array(
    evidenceField.extend({ command: z.string().nullable().describe("shows it in its clone") }),
  ),
  note: z.string().nullable(),
  page: pageOutput.describe("of evidence"),
});

export type ExplanationContent = z.infer<typeof explanationOutput>;

export interface Cut {
  /** Reasons, related things and unknowns: at most so many each. */
  readonly most: number;
  /** Which part of the evidence. */
  readonly limit: number;
  readonly offset: number;
  /** How to get the rest of the lists. */
  readonly how: string;
}

export function explanationAnswer(explanation: Explanation, cut: Cut): Answer<ExplanationContent> {
  const { id, kind, title, note } = explanation;
  const { shown, page, restLines } = pageOf(explanation.evidence, cut);
  const [reasons, related, unknown] = [
    firstOf(explanation.reasons, cut.most),
    firstOf(explanation.related, cut.most),
    firstOf(explanation.unknown, cut.most),
  ];
  return {
    content: {
      id,
      kind,
      title,
      note,
      facts: [...explanation.facts],
      reasons: [...reasons],
      reasonsCount: explanation.reasons.length,
      related: [...related],
      relatedCount: explanation.related.length,
      unknown: [...unknown],
      unknownCount: explanation.unknown.length,
      evidence: shown.map((item) => ({ ...placeOf(item), command: item.command })),
      page,
    },
    lines: [
      `${title}: ${kind} (${id})`,
      ...explanation.facts.map(({ label, value }) => `${label}: ${value}`),
      ...(note === null ? [] : [note]),
      ...reasons.map((reason) => `Reason: ${reason}`),
      ...cutLine(explanation.reasons.length, reasons.length, cut.how),
      ...related.map((one) => `Leads to: ${one.text} (${one.id})`),
      ...cutLine(explanation.related.length, related.length, cut.how),
      ...unknown.map((one) => `Not known: ${one.place}: ${one.reason}; needs ${one.needs}`),
      ...cutLine(explanation.unknown.length, unknown.length, cut.how),
      counted(explanation.evidence.length, "fact"),
      ...shown.flatMap((item) => [
        `- ${evidenceLine(placeOf(item))}`,
        ...(item.command === null ? [] : [`    ${item.command}`]),
      ]),
      ...restLines,
    ],
  };
}
