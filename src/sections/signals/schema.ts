import { z } from "zod";
import { chance, count, evidenceIds, fraction, instant } from "#contract/primitives.ts";
import {
  decayIds,
  facetIds,
  indicatorIds,
  indicatorUnits,
  leanings,
  signalStates,
  verdictAnswers,
} from "#vocabulary/decision.ts";

const score = z.number().min(-0.25).max(1.25);

/** One measurement that a signal or a decay rests on: definitions in docs/insights/signals.md. */
const signalIndicator = z
  .object({
    id: z.enum(indicatorIds),
    facet: z.enum(facetIds).describe("what it is a witness of"),
    title: z.string(),
    unit: z.enum(indicatorUnits),
    value: z.number().nullable(),
    score: score
      .nullable()
      .describe("0 at zeroPoint, 1 at onePoint, linear between, held a quarter beyond"),
    sigma: z.number().min(0).nullable().describe("standard error of the score"),
    clustersCount: count.describe("owners or repositories that it was counted from"),
    n: count.describe("what was counted"),
    minimumN: count.describe("with fewer nothing is said"),
    zeroPoint: z.number(),
    onePoint: z.number(),
    coverage: fraction
      .nullable()
      .describe("share of the organisation that it reaches; null counts as a half"),
    reliabilityFor: chance.describe("λ⁺: how far it is believed where it speaks for the facet"),
    reliabilityAgainst: chance.describe("λ⁻: how far where it speaks against"),
    weight: fraction.describe(
      "λ × coverage in the direction in which it speaks; 0: not known, or counted elsewhere",
    ),
    logRatio: z.number().describe("log-likelihood ratio of its score alone"),
    countedAs: z
      .enum(indicatorIds)
      .nullable()
      .describe(
        "the indicator that already speaks for the same measurement: this one is only shown",
      ),
    asking: z
      .object({ hours: z.number().min(0), by: z.string() })
      .nullable()
      .describe("how somebody would make it known; null: nobody could today"),
    origin: z.string().describe("where the two points come from"),
    isCalibrated: z.boolean(),
    text: z.string().nullable().describe("the figure in words"),
    history: z
      .array(z.object({ date: instant, value: z.number(), score }))
      .describe("where the evidence says what it was; empty: it does not"),
    evidenceIds,
  })
  .meta({ id: "SignalIndicator" });
export type ReportIndicator = z.infer<typeof signalIndicator>;

const facet = z
  .object({
    id: z.enum(facetIds),
    title: z.string(),
    prior: chance,
    logRatio: z.number().describe("what its witnesses say together"),
    mass: chance.describe("how much of it was looked at"),
    chance: chance.describe("that it holds, the other facets left aside"),
  })
  .meta({ id: "SignalFacet" });

const assessed = {
  title: z.string(),
  state: z
    .enum(signalStates)
    .describe(
      "present from ⅔, likely from ½, possible from ⅓; below, unlikely where enough was looked at",
    ),
  chance: chance.describe("that it holds; its prior where nothing was seen"),
  prior: chance,
  condition: chance.nullable().describe("of signal 6: that throughput rises; null: none"),
  facets: z.array(facet),
  strongest: z.string().nullable().describe("the figure that speaks loudest for it"),
  indicators: z.array(signalIndicator),
  evidenceIds,
  wouldChange: z.array(z.string()).describe("what would make it another state"),
};

const signal = z.object({ id: z.int().min(1).max(7), ...assessed }).meta({ id: "Signal" });

const decay = z.object({ id: z.enum(decayIds), ...assessed }).meta({ id: "Decay" });

const chances = z
  .object({ needed: chance, soon: chance, "not-yet": chance })
  .meta({ id: "VerdictChances" });

const personMonths = z
  .object({ low: z.number().min(0), likely: z.number().min(0), high: z.number().min(0) })
  .meta({ id: "PersonMonths", description: "a year, with the range" });

const verdict = z
  .object({
    answer: z.enum(verdictAnswers),
    leaning: z.enum(leanings).describe("the median of the three in their order, answered or not"),
    sentence: z.string().describe("the first line, as a person would say it"),
    chances,
    atPriors: z
      .array(z.object({ prior: chance, chances }))
      .describe("the same if a sign were rarer or more common: an answer must stand at each"),
    signs: z.object({
      mean: z.number().min(0),
      low: count.describe("eight of ten times the number lies from here"),
      high: count.describe("… to here"),
      chances: z.array(chance).length(8).describe("of 0, 1, 2 … 7 signs"),
    }),
    neededFrom: z
      .number()
      .min(0)
      .describe("k: signs that make it needed, fewer the larger the organisation"),
    soonFrom: z.number().min(0),
    teams: z.object({ count, reason: z.string() }),
    evidenceMass: chance.describe("mean over all facets of what was looked at; an answer takes ½"),
    reasons: z.array(z.string()),
    nextSteps: z
      .array(
        z.object({
          indicatorId: z.enum(indicatorIds),
          title: z.string(),
          what: z.string().describe("what to ask, after the word ask"),
          by: z.string().describe("a command, or what to write where"),
          hours: z.number().min(0),
          bits: z
            .number()
            .min(0)
            .describe("of the entropy of the three answers that it takes away"),
          changeChance: chance.describe("that the answer, or what it leans to, would be another"),
        }),
      )
      .describe("what would settle it, the most for an hour first"),
    isNothingCheap: z.boolean().describe("nothing that could be asked changes the answer in 5 %"),
    sensitivity: z.array(
      z.object({
        change: z.string(),
        chances,
        answer: z.enum(verdictAnswers),
        leaning: z.enum(leanings),
      }),
    ),
    avoidablePersonMonths: personMonths.nullable().describe("a year; null: nothing of it was seen"),
    avoidableParts: z.array(z.object({ text: z.string(), personMonths })),
    rolePersonMonths: z.number().min(0).describe("what the role costs a year"),
    isCostCovered: z
      .boolean()
      .nullable()
      .describe("what is avoidable pays for the role; null: its range holds the cost"),
    firstStep: z.string().describe("the smallest one that can be taken back"),
    holder: z
      .string()
      .nullable()
      .describe("who is said to hold the role; null: nobody is known to"),
    brings: z.array(z.object({ brings: z.string(), today: z.string(), measure: z.string() })),
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
