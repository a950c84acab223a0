import { z } from "zod";
import { digest } from "#kernel/ids.ts";
import { jsonIn } from "#kernel/json-text.ts";
import { ProblemError } from "./problem.ts";

/** Where a page begins. */
const place = z.tuple([
  z.string().max(20).describe("of which assessment; before which one"),
  z.int().min(0).describe("items before it"),
  z.string().max(64).describe("digest of what was asked for"),
]);

export interface PagePlace {
  readonly assessment: string;
  readonly skip: number;
}

/** A place among what was asked for, as a text that says nothing to anybody else. */
export function cursorOf({ assessment, skip }: PagePlace, asked: object): string {
  const parts: z.infer<typeof place> = [assessment, skip, digestOf(asked)];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** Throws ProblemError `malformed-request` for a text that is none, or belongs to another question. */
export function placeIn(cursor: string, asked: object): PagePlace {
  const parsed = place.safeParse(jsonIn(Buffer.from(cursor, "base64url").toString("utf8")));
  if (parsed.success && parsed.data[2] === digestOf(asked)) {
    const [assessment, skip] = parsed.data;
    return { assessment, skip };
  }
  throw new ProblemError(
    "malformed-request",
    "The cursor belongs to another question.",
    "Give the `next` of an answer back with the very parameters that it was asked with, or begin anew without a cursor.",
  );
}

function digestOf(asked: object): string {
  return digest(JSON.stringify(asked)).slice(0, 16);
}
