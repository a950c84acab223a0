import { z } from "zod";
import { jsonIn } from "#kernel/json-text.ts";
import type { EntityPlace, EntityQuestion } from "#operations/catalogue/query-entities.ts";
import { ProblemError } from "./problem.ts";

/** A list, for the client of Backstage reads what it takes for an object of its own backend. */
const written = z.tuple([
  z.array(z.string()).describe("filters"),
  z
    .array(z.tuple([z.string(), z.boolean()]))
    .max(5)
    .describe("order; downwards"),
  z.tuple([z.string(), z.array(z.string()).max(10)]).nullable(),
  z.tuple([z.array(z.string().nullable()), z.string()]),
  z.boolean().describe("the page lies before it"),
]);

export interface EntityCursor {
  readonly question: EntityQuestion;
  readonly place: EntityPlace;
  readonly isBefore: boolean;
}

/** All that the next page needs: whoever asks gives nothing else back. */
export function entityCursorOf({ question, place, isBefore }: EntityCursor): string {
  const { filters, order, text } = question;
  const parts = [
    filters,
    order.map(({ path, isDescending }) => [path, isDescending]),
    text === null ? null : [text.term, text.paths],
    place,
    isBefore,
  ];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** Throws ProblemError `malformed-request`. */
export function entityCursorIn(cursor: string): EntityCursor {
  const parsed = written.safeParse(jsonIn(Buffer.from(cursor, "base64url").toString("utf8")));
  if (!parsed.success)
    throw new ProblemError(
      "malformed-request",
      "The cursor is none that was given here.",
      "Give the one of an answer back as it came, or begin anew without a cursor.",
    );
  const [filters, order, text, place, isBefore] = parsed.data;
  return {
    question: {
      filters,
      order: order.map(([path, isDescending]) => ({ path, isDescending })),
      text: text === null ? null : { term: text[0], paths: text[1] },
    },
    place,
    isBefore,
  };
}
