import { sql, type Selectable } from "kysely";
import type { Actor, ActorStore, NewActor } from "#ports/access-store.ts";
import { originalText, storableText } from "../json-text.ts";
import type { Tables } from "../tables.ts";
import { isRowId, timeOf, type Asking } from "./asking.ts";

const columns = ["id", "name", "created_at", "forgotten_at"] as const;
type Row = Pick<Selectable<Tables["actor"]>, (typeof columns)[number]>;

export class ActorTable implements ActorStore {
  private readonly asking: Asking;

  constructor(asking: Asking) {
    this.asking = asking;
  }

  know({ issuer, subject, name, at }: NewActor): Promise<Actor> {
    return this.asking(async (db) => {
      const row = await db
        .insertInto("actor")
        .values({
          issuer: storableText(issuer),
          subject: storableText(subject),
          name: storableText(name),
          created_at: new Date(at),
        })
        .onConflict((conflict) =>
          conflict
            .expression(sql`md5(issuer), md5(subject)`)
            .doUpdateSet({ name: storableText(name) }),
        )
        .returning(columns)
        .executeTakeFirstOrThrow();
      return actorOf(row);
    });
  }

  all(): Promise<readonly Actor[]> {
    return this.asking(async (db) => {
      const rows = await db.selectFrom("actor").select(columns).orderBy("id").execute();
      return rows.map(actorOf);
    });
  }

  forget(id: string, pseudonym: string, at: number): Promise<Actor | null> {
    if (!isRowId(id)) return Promise.resolve(null);
    return this.asking((db) =>
      db.transaction().execute(async (work) => {
        await work.deleteFrom("session").where("actor_id", "=", id).execute();
        const row = await work
          .updateTable("actor")
          .set({ issuer: null, subject: null, name: pseudonym, forgotten_at: new Date(at) })
          .where("id", "=", id)
          .where("forgotten_at", "is", null)
          .returning(columns)
          .executeTakeFirst();
        return row === undefined ? null : actorOf(row);
      }),
    );
  }
}

function actorOf(row: Row): Actor {
  return {
    id: row.id,
    name: originalText(row.name),
    createdAt: row.created_at.getTime(),
    forgottenAt: timeOf(row.forgotten_at),
  };
}
