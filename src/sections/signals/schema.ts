import { z } from "zod";
import { count, evidenceIds, fraction, instant } from "#contract/primitives.ts";
import {
  decayIds,
  indicatorIds,
  indicatorUnits,
  signalStates,
  verdictAnswers,
} from "#vocabulary/decision.ts";
import { levels } from "#vocabulary/evidence.ts";

/** One measurement that a signal or a decay rests on: definitions in docs/insights/signals.md. */
const signalIndicator = z
  .object({
    id: z.enum(indicatorIds),
    title: z.string(),
    unit: z.enum(indicatorUnits),
    value: z.number().nullable(),
    score: fraction.nullable().describe("0 at zeroPoint, 1 at onePoint, linear between"),
    n: count.describe("what was counted"),
    minimumN: count.describe("with fewer nothing is said"),
    zeroPoint: z.number(),
    onePoint: z.number(),
    coverage: fraction.nullable().describe("share of the organisation that it reaches"),
    family: z.string().describe("indicators of one family are not independent of each other"),
    origin: z.string().describe("where the two points come from"),
    isCalibrated: z.boolean(),
    text: z.string().nullable().describe("the figure in words"),
    history: z
      .array(z.object({ date: instant, value: z.number(), score: fraction }))
      .describe("where the evidence says what it was; empty: it does not"),
    evidenceIds,
  })
  .meta({ id: "SignalIndicator" });
export type ReportIndicator = z.infer<typeof signalIndicator>;

const assessed = {
  title: z.string(),
  state: z.enum(signalStates).describe("absent < 0.25 ≤ emerging < 0.5 ≤ present"),
  score: fraction.nullable().describe("median of the known indicators; null: unknown"),
  confidence: z.enum(levels),
  confidenceReason: z.string(),
  strongest: z.string().nullable().describe("the figure that speaks loudest for it"),
  indicators: z.array(signalIndicator),
  evidenceIds,
  wouldChange: z.array(z.string()).describe("what would make it another state"),
};

const signal = z.object({ id: z.int().min(1).max(7), ...assessed }).meta({ id: "Signal" });

const decay = z.object({ id: z.enum(decayIds), ...assessed }).meta({ id: "Decay" });

const verdict = z
  .object({
    answer: z.enum(verdictAnswers),
    confidence: z.enum(levels),
    reasons: z.array(z.string()),
    points: z.number().min(0).describe("1 for each signal present, ½ for each emerging"),
    neededFrom: z.number().min(0),
    soonFrom: z.number().min(0),
    size: z.enum(["small", "medium", "large"]).nullable(),
    sensitivity: z.array(
      z.object({
        change: z.string(),
        points: z.number().min(0),
        answer: z.enum(verdictAnswers),
      }),
    ),
  })
  .meta({ id: "Verdict" });

/** Architecture decisions that name a goal, and goals with a decision. */
const alignment = z
  .object({
    decisionsCount: count,
    goalsCount: count,
    decisionsWithGoal: fraction.nullable(),
    goalsWithDecision: fraction.nullable(),
    evidenceIds,
  })
  .meta({ id: "Alignment" });

export const signals = z
  .object({
    verdict,
    signals: z.array(signal).length(7),
    decays: z.array(decay).length(5),
    alignment: alignment.nullable(),
  })
  .meta({ id: "Signals" });
export type ReportSignals = z.infer<typeof signals>;
