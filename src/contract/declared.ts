import { z } from "zod";
import { identityKinds } from "#vocabulary/access.ts";
import { declaredKinds, declaredStates, outcomeKinds } from "#vocabulary/declared.ts";
import { correction } from "./configuration.ts";
import { jobId } from "./jobs.ts";
import { instant } from "./primitives.ts";
import { organisationSlug } from "./service.ts";

const text = z.string().trim().min(1).max(500);
const day = z.iso.date().describe("YYYY-MM-DD");
const moment = z.string().trim().min(1).max(40).describe("2026-03-31, or 2026-03-31T12:00:00Z");
const number = z.number().min(-1e15).max(1e15);

const [owner, className, edge, bot, name] = correction.options;
const stamped = { since: true, reason: true } as const;

/** One of `corrections` in `fulcrum.yaml`, by the very schema of that file: day and reason are those of the record. */
const statedCorrection = z
  .discriminatedUnion("kind", [
    owner.omit(stamped),
    className.omit(stamped),
    edge.omit(stamped),
    bot.omit(stamped),
    name.omit(stamped),
  ])
  .meta({ id: "Stated-Correction" });

/** As `fulcrum interview` writes it. */
const statedAnswer = z
  .strictObject({
    question: text.describe("its id, as the form of `fulcrum interview --form` has it"),
    answer: z.string().trim().min(1).max(2_000).describe("a choice, or text in your own words"),
    role: text.describe("of who answers: engineering lead; never a name"),
    at: day.exactOptional().describe("absent: today"),
    note: text.exactOptional(),
  })
  .meta({ id: "Stated-Answer" });

/** As the file of a survey; of each row nothing is kept but team, time and answers. */
const statedSurvey = z
  .strictObject({
    name: text.describe("what it is called: 2026 spring"),
    invited: z.int().min(1).max(1_000_000).exactOptional().describe("how many were asked"),
    columns: z.record(text, text).exactOptional().describe("column → item, where they differ"),
    rows: z
      .array(z.record(text, z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()])))
      .min(1)
      .max(5_000)
      .describe("one for each respondent, as in the file of a survey"),
  })
  .meta({ id: "Stated-Survey" });

/** A record of a file of outcomes. */
const statedOutcome = z
  .strictObject({
    component: text.describe("id or name"),
    metric: z.enum(outcomeKinds),
    date: day,
    value: number,
    unit: text,
    source: text.describe("where the figure is from"),
    definition: text.exactOptional().describe("what exactly is counted"),
    target: number.exactOptional(),
    reach: number.min(0).exactOptional().describe("people whom it concerns"),
  })
  .meta({ id: "Stated-Outcome" });

/** A record of a file of events, of the kind `incident`. */
const statedIncident = z
  .strictObject({
    id: z.string().trim().min(1).max(200),
    application: text.describe("what it befell"),
    environment: text.exactOptional().describe("absent: production"),
    started_at: moment,
    finished_at: moment.exactOptional().describe("absent: it goes on"),
    deployment_id: text.exactOptional().describe("of the deployment that is blamed"),
    artifact: text.exactOptional(),
  })
  .meta({ id: "Stated-Incident" });

const reason = text.nullable().default(null).describe("why it is right: shown beside the fact");

/** What may be declared: a kind, what is stated, and why. */
export const newDeclared = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("correction"), statement: statedCorrection, reason }),
    z.strictObject({ kind: z.literal("answer"), statement: statedAnswer, reason }),
    z.strictObject({ kind: z.literal("survey"), statement: statedSurvey, reason }),
    z.strictObject({ kind: z.literal("outcome"), statement: statedOutcome, reason }),
    z.strictObject({ kind: z.literal("incident"), statement: statedIncident, reason }),
  ])
  .meta({ id: "New-Declared" });
export type NewDeclared = z.infer<typeof newDeclared>;

/** What a record keeps: as it was given, with what the readers of files leave of it. */
export const declaredStatement = z.union([
  statedCorrection,
  statedAnswer,
  statedSurvey,
  statedOutcome,
  statedIncident,
]);

export const declaredId = z.string().regex(/^[1-9]\d{0,17}$/);

const named = z.object({ id: z.string(), name: z.string() });

const declaredBy = z
  .object({
    identity: z.enum(identityKinds),
    actor: named.nullable().describe("under a pseudonym once they were forgotten"),
    token: named.nullable(),
  })
  .meta({ id: "Declared-By" });

export const declaredRecord = z
  .object({
    id: declaredId,
    organisation: organisationSlug,
    kind: z.enum(declaredKinds),
    subject: z
      .array(z.string())
      .describe("what it is about, by ids: of each subject one record stands"),
    statement: declaredStatement,
    reason: z.string().nullable(),
    state: z.enum(declaredStates),
    at: instant,
    by: declaredBy,
    supersedes: declaredId.nullable().describe("which stood before"),
    supersededBy: declaredId.nullable(),
    undone: z.object({ at: instant, by: declaredBy }).nullable(),
    job: jobId
      .nullable()
      .describe(
        "the scan that concludes with it, or without it once it is undone; null: nothing is watched, and it counts from the first scan on",
      ),
  })
  .meta({ id: "Declared" });
export type DeclaredRecord = z.infer<typeof declaredRecord>;
