import { z } from "zod";
import { confidences, hows } from "#vocabulary/evidence.ts";
import { keeperUnits } from "#vocabulary/structure.ts";

/** Building blocks of every schema. Instants are UTC ISO 8601; fractions run from 0 to 1. */
export const instant = z.iso.datetime().meta({ id: "Instant", description: "UTC, ISO 8601" });
export const chance = z.number().min(0).max(1).meta({ id: "Chance", description: "0 to 1" });

export const fraction = z.number().min(0).max(1).meta({ id: "Fraction", description: "0 to 1" });
export const count = z.int().min(0).meta({ id: "Count" });
/** Beside an id: the same thing, safe in an address. See `slugOf` of the kernel. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .meta({ id: "Slug", description: "safe in an address" });
/** How many keep or use something; see `keepersOf` of the model. */
export const keepers = z.object({ count, unit: z.enum(keeperUnits) });
export const identifier = z.string().min(1).max(2048);
/** Of a figure over many records the first of them: its own counts say how many there are. */
export const evidenceIds = z.array(z.string().startsWith("evidence:"));

export const unknownGroup = z
  .object({
    section: z.string().describe("a key at the root of the report"),
    keys: z
      .array(z.string())
      .describe("entries of the section, by their keys; empty: the section itself"),
    fields: z
      .array(z.string())
      .describe("unknown in each of them, as in a reference; empty: all of it"),
    code: z.string(),
    reason: z.string(),
    needs: z.string().describe("the one addition that would make it known"),
  })
  .meta({ id: "Unknown" });
export type UnknownGroup = z.infer<typeof unknownGroup>;

/** See `Reference` of the kernel. */
export const reference = z
  .object({
    section: z.string().describe("a key at the root of the report"),
    key: z.string().nullable().describe("of an entry; null: the whole, or it is no list"),
    field: z
      .string()
      .nullable()
      .describe("steps below with slashes, entries of lists by key; null: all"),
  })
  .meta({ id: "Reference" });

export const section = z
  .object({
    noun: z.string().describe("what n counts, in the singular"),
    window: z.object({ from: instant.nullable(), to: instant }),
    n: count.describe("number of observations the section rests on"),
    coverage: fraction.nullable().describe("share of the organisation that the evidence reaches"),
    unknown: z.array(unknownGroup),
  })
  .meta({ id: "Section" });
export type Section = z.infer<typeof section>;

export const evidenceItem = z
  .object({
    id: z.string().startsWith("evidence:"),
    source: z.string(),
    repositoryId: z.string().nullable(),
    commit: z.string().nullable().describe("null for figures derived from persons"),
    path: z.string().nullable(),
    line: z.int().nullable(),
    at: instant.nullable(),
    how: z.enum(hows),
    confidence: z.enum(confidences),
    text: z.string().max(500),
  })
  .meta({ id: "Evidence" });
export type EvidenceItem = z.infer<typeof evidenceItem>;

export const problem = z
  .object({
    code: z.string(),
    source: z.string(),
    where: z.string().describe("repository, and path where it applies"),
    text: z.string().describe("what happened"),
    needs: z.string().describe("what to do next"),
  })
  .meta({ id: "Problem" });
export type ProblemItem = z.infer<typeof problem>;
