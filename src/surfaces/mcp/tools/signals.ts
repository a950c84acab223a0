import { z } from "zod";
import { percentOf } from "#kernel/phrases.ts";
import { placedEvidence } from "#operations/answering/placed-evidence.ts";
import { listSignals } from "#operations/list-signals.ts";
import { leanings, signalStates, verdictAnswers } from "#vocabulary/decision.ts";
import { evidenceField, evidenceLine, firstOf } from "../fields.ts";
import { defineTool } from "../define-tool.ts";

const factsShown = 3;

export const signals = defineTool({
  name: "signals",
  title: "Does the organisation need a platform product manager",
  description:
    "The verdict with its seven signals and five decays: how likely each is, how much of it was looked at, what speaks loudest, and the first facts behind it. explain with “signal 3” or the id of a decay opens one down to its commits.",
  input: z.strictObject({}),
  output: z.object({
    verdict: z.object({
      answer: z.enum(verdictAnswers),
      leaning: z.enum(leanings),
      sentence: z.string(),
      reasons: z.array(z.string()),
    }),
    signals: z.array(
      z.object({
        id: z.string().describe("for explain: “signal 3”, or the id of a decay"),
        title: z.string(),
        state: z.enum(signalStates),
        chance: z.number().describe("that it holds, 0 to 1"),
        mass: z.number().describe("share of its evidence that was looked at, 0 to 1"),
        because: z.string(),
        evidence: z.array(evidenceField),
        evidenceCount: z.int(),
      }),
    ),
  }),
  answer: async (context) => {
    const opened = await context.open();
    const { signals: found, rows } = await listSignals(opened, { assessment: opened.id });
    const idsOf = new Map<string, readonly string[]>(
      [...found.signals, ...found.decays].map((one) => [String(one.id), one.evidenceIds]),
    );
    const facts = await placedEvidence(
      opened.assessments,
      opened.id,
      [...idsOf.values()].flatMap((ids) => firstOf(ids, factsShown)),
    );
    const shown = rows.map((row) => {
      const ids = idsOf.get(row.id) ?? [];
      return {
        ...row,
        id: /^\d+$/.test(row.id) ? `signal ${row.id}` : row.id,
        evidence: firstOf(ids, factsShown).flatMap((id) => facts.get(id) ?? []),
        evidenceCount: ids.length,
      };
    });
    return {
      content: { verdict: found.verdict, signals: shown },
      lines: [
        found.verdict.sentence,
        ...found.verdict.reasons.map((reason) => `- ${reason}`),
        ...shown.flatMap((one) => [
          `${one.id}: ${one.title}: ${one.state}, ${percentOf(one.chance)} (${percentOf(one.mass)} looked at). ${one.because}`,
          ...one.evidence.map((fact) => `  ${evidenceLine(fact)}`),
        ]),
      ],
    };
  },
});
