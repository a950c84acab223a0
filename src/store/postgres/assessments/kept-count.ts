import { sql, type Kysely, type RawBuilder, type SqlBool } from "kysely";
import { FulcrumError } from "#kernel/errors.ts";
import type { Tables } from "../tables.ts";

/** How many assessments of a place are kept where nobody has said: of each week those of two years. */
export const keptByDefault = 104;

const name = "kept-assessments";

export async function keptCountOf(db: Kysely<Tables>): Promise<number> {
  const found = await db
    .selectFrom("setting")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirst();
  if (found === undefined) return keptByDefault;
  if (!/^[1-9]\d{0,5}$/.test(found.value))
    throw new FulcrumError(
      "database-failed",
      `How many assessments are kept stands in the database as "${found.value.slice(0, 20)}", which is no number of them.`,
      "Say it again: fulcrum db keep 104",
    );
  return Number(found.value);
}

/** A whole number from 1 to 999,999. */
export async function setKeptCount(db: Kysely<Tables>, count: number): Promise<void> {
  const value = String(count);
  await db
    .insertInto("setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

/**
 * Removes, of each place that `of` is true of, all but the last ones; never one that answers for a place, nor one that somebody
 * holds at this moment. Gives how many.
 */
export async function removeEarlier(
  db: Kysely<Tables>,
  count: number,
  of: RawBuilder<SqlBool> = sql<SqlBool>`true`,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from assessment where id in (
      select id from assessment
      where id in (
          select id from (
            select id, row_number() over (partition by place order by id desc) as nth
            from assessment where ${of}) as ranked
          where nth > ${count}::integer)
        and id not in (select assessment_id from current_assessment)
      order by id for update skip locked)`.execute(db);
  return Number(numAffectedRows);
}
