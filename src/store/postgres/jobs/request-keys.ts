import { sql, type Transaction } from "kysely";
import { FulcrumError } from "#kernel/errors.ts";
import type { RequestKey } from "#ports/request-key.ts";
import { storableText } from "../json-text.ts";
import type { Tables } from "../tables.ts";

/**
 * Acts once for a key: who comes again gets the id of what was made then. Two at once wait for each other. Throws `key-used`.
 */
export async function once(
  db: Transaction<Tables>,
  given: RequestKey | undefined,
  act: () => Promise<string>,
): Promise<string> {
  if (given === undefined) return act();
  const [key, request] = [storableText(given.key), storableText(given.request)];
  await sql`select pg_advisory_xact_lock(hashtext('fulcrum request'), hashtext(${key}))`.execute(
    db,
  );
  const before = await db
    .selectFrom("answered_request")
    .select(["request", "answer"])
    .where("key", "=", key)
    .executeTakeFirst();
  if (before !== undefined) {
    if (before.request === request) return before.answer;
    throw new FulcrumError(
      "key-used",
      "The key of this request came with another request before.",
      "Give each request a key of its own, and the same one only where it is sent again.",
    );
  }
  const answer = await act();
  await db.insertInto("answered_request").values({ key, request, answer }).execute();
  return answer;
}
