import { z } from "zod";
import { pushedKinds } from "#vocabulary/ingest.ts";
import { count, instant } from "./primitives.ts";

const rowId = z.string().regex(/^[1-9]\d{0,17}$/);

export const takenDelivery = z
  .object({
    id: rowId.describe("evidence names it: `delivery:` and this number"),
    isNew: z.boolean().describe("false: it came before, and nothing was added"),
    takenCount: count.describe("records that the next scan reads"),
    refusedCount: count.describe("records that were not understood, and are listed"),
    passedCount: count.describe("records that were understood, and are of no concern"),
  })
  .meta({ id: "Taken-Delivery" });

export const refusalId = rowId;

export const refusedRecord = z
  .object({
    id: refusalId,
    delivery: rowId,
    sender: z.string(),
    kind: z.enum(pushedKinds),
    line: count.describe("in the delivery; of a JSON list the number of the entry"),
    reason: z.string(),
    needs: z.string().describe("what to do about it"),
    body: z.string().nullable().describe("as it was kept; null: it cannot be sent again"),
    at: instant,
  })
  .meta({ id: "Refused-Record" });

export const sentAgain = z
  .object({
    isTaken: z.boolean(),
    reason: z.string().nullable().describe("why it was refused once more; null: it was taken"),
    needs: z.string().nullable(),
  })
  .meta({ id: "Sent-Again" });

/** What a text is called that later ones take the place of. */
export const pushedName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u, "write letters, digits, blanks, dots, hyphens");
