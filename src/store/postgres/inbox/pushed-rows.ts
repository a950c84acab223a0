import { z } from "zod";
import type { Pushed, PushedEvent } from "#ports/inbox.ts";
import type { PushedKind } from "#vocabulary/ingest.ts";
import { originalText } from "../json-text.ts";

/** Rows that are read at once. */
const pageRows = 2_000;

const eventRows = z.array(
  z.object({
    moment: z.string(),
    digest: z.instanceof(Buffer),
    delivery: z.string(),
    line: z.number(),
    body: z.string(),
  }),
);
const fileRows = z.array(
  z.object({ name: z.string(), ending: z.string(), delivery: z.string(), text: z.string() }),
);

type Ask = (text: string, values: readonly unknown[]) => Promise<unknown[]>;

/** `organisation` as it is stored. */
export function pushedTo(ask: Ask, organisation: string): Pushed {
  return {
    state: async () => {
      const [row] = await ask(
        `select coalesce(max(id), 0)::text as last, count(*)::text as deliveries,
           (select count(*)::text from inbox_refused where organisation = $1) as refused
         from inbox_delivery where organisation = $1`,
        [organisation],
      );
      return JSON.stringify(row);
    },
    events: () => events(ask, organisation),
    files: async (kind: PushedKind) => {
      const rows = await ask(
        `select name, ending, delivery_id::text as delivery, body as text from inbox_file
         where organisation = $1 and kind = $2 order by name`,
        [organisation, kind],
      );
      return fileRows.parse(rows).map((one) => ({
        ...one,
        name: originalText(one.name),
        text: originalText(one.text),
      }));
    },
  };
}

async function* events(
  ask: Ask,
  organisation: string,
): AsyncGenerator<readonly PushedEvent[], void> {
  let after: { readonly moment: string; readonly digest: Buffer } | null = null;
  for (;;) {
    const rows: unknown[] = await ask(
      `select happened_at::text as moment, digest, delivery_id::text as delivery, line, body
       from inbox_event
       where organisation = $1
         and ($2::timestamptz is null or (happened_at, digest) > ($2::timestamptz, $3::bytea))
       order by happened_at, digest limit ${String(pageRows)}`,
      [organisation, after?.moment ?? null, after?.digest ?? null],
    );
    const page = eventRows.parse(rows);
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageRows) return;
    after = last;
  }
}
