import { z } from "zod";
import { count, evidenceIds, fraction, instant } from "#contract/primitives.ts";
import { surveyTopics } from "#vocabulary/declared.ts";

const share = z
  .object({ value: fraction, low: fraction, high: fraction, n: count })
  .meta({ id: "SurveyShare" });

const score = z
  .object({ survey: z.string(), value: z.number(), low: z.number(), high: z.number(), n: count })
  .nullable();

const surveyItem = z
  .object({
    itemId: z.string(),
    survey: z.string(),
    topic: z.enum(surveyTopics),
    text: z.string(),
    origin: z.string(),
    favourable: share.nullable().describe("upper two points; null: withheld"),
    unfavourable: share.nullable(),
    mean: z.number().nullable(),
    n: count.describe("0 where withheld"),
    byTeam: z
      .array(z.object({ team: z.string(), favourable: share }))
      .describe("teams with enough respondents, by name"),
    suppressedTeamsCount: count,
  })
  .meta({ id: "SurveyItem" });

/** Definitions in docs/insights/experience.md. */
export const experience = z
  .object({
    surveys: z.array(
      z.object({
        survey: z.string(),
        from: instant.nullable(),
        to: instant.nullable(),
        respondentsCount: count,
        invitedCount: count.nullable(),
        responseRate: fraction.nullable(),
      }),
    ),
    items: z.array(surveyItem),
    nps: score.describe("−100 to 100"),
    csat: score.describe("per cent"),
    ces: score.describe("1 to 7"),
    isMostlyCaptive: z
      .boolean()
      .nullable()
      .describe("most uses of which that is known had no alternative; null: too few are known"),
    choicesKnownCount: count.describe(
      "uses of which it is known whether there was an alternative when they began",
    ),
    choicesCount: count.describe("all uses of capabilities of other repositories"),
    requests: z.array(
      z.object({
        kind: z.string(),
        count,
        openCount: count,
        openAgeSeconds: z.number().min(0).nullable().describe("median; null: none is open"),
        answerSeconds: z.number().min(0).nullable().describe("median; null: none was answered"),
        answeredCount: count,
      }),
    ),
    requestsCount: count.nullable(),
    timeToFirstUseDays: z
      .object({
        p50: z.number(),
        p85: z.number().nullable().describe("null: of fewer than five components"),
        n: count,
      })
      .nullable()
      .describe(
        "from a component's birth to its first use; those born with it apart, examples and uses by tests left out",
      ),
    bornWithCount: count.describe(
      "components whose first use came within a day of the first commit: born with it",
    ),
    friction: z.array(
      z.object({ title: z.string(), team: z.string().nullable(), openedAt: instant }),
    ),
    evidenceIds,
  })
  .meta({ id: "Experience" });
export type ReportExperience = z.infer<typeof experience>;
