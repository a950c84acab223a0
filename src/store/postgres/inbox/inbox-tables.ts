import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { FulcrumError } from "#kernel/errors.ts";
import type {
  Inbox,
  NewDelivery,
  NewEvent,
  NewFile,
  NewRefusal,
  Pushed,
  Refusal,
  RefusalsWish,
  Taken,
} from "#ports/inbox.ts";
import { pushedKinds } from "#vocabulary/ingest.ts";
import { begin } from "../care/one-connection.ts";
import { databaseFailure } from "../database-failure.ts";
import { originalText, storableText } from "../json-text.ts";
import { copyEvents } from "./copy-events.ts";
import { pushedTo } from "./pushed-rows.ts";

/** From so many on events go in by COPY. */
const leastCopied = 1_000;

const number = z.coerce.number().int();
const takenRow = z.object({ id: z.string(), isNew: z.boolean() });
const knownRow = z.object({
  id: z.string(),
  content: z.instanceof(Buffer),
  taken: number,
  refused: number,
  passed: number,
});
const refusalRow = z.object({
  id: z.string(),
  delivery: z.string(),
  sender: z.string(),
  kind: z.enum(pushedKinds),
  line: number,
  reason: z.string(),
  needs: z.string(),
  body: z.string().nullable(),
  at: z.date(),
});

const insertDelivery = `
  insert into inbox_delivery
    (organisation, sender, kind, delivery, content, taken_count, refused_count, passed_count)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (organisation, sender, kind, delivery) do nothing returning id`;
const insertRefused = (delivery: string): string => `
  insert into inbox_refused (organisation, delivery_id, line, reason, needs, body)
  select $1, d.id, r.line, r.reason, r.needs, r.body
  from ${delivery} d, unnest($9::int[], $10::text[], $11::text[], $12::text[]) as r (line, reason, needs, body)`;

/** One statement is one transaction: a delivery with a few events needs one round to the database, and one flush. */
const takeFew = `
  with d as (${insertDelivery}),
    refused as (${insertRefused("d")}),
    events as (
      insert into inbox_event (organisation, happened_at, digest, delivery_id, line, body)
      select $1, e.at, e.digest, d.id, e.line, e.body
      from d, unnest($13::timestamptz[], $14::bytea[], $15::int[], $16::text[]) as e (at, digest, line, body)
      on conflict do nothing)
  select id::text, true as "isNew" from d`;
const takeOne = `
  with d as (${insertDelivery}),
    refused as (${insertRefused("d")}),
    file as (
      insert into inbox_file (organisation, kind, name, delivery_id, ending, body)
      select $1, $3, f.name, d.id, f.ending, f.body
      from d, unnest($13::text[], $14::text[], $15::text[]) as f (name, ending, body)
      on conflict (organisation, kind, name)
        do update set delivery_id = excluded.delivery_id, ending = excluded.ending, body = excluded.body)
  select id::text, true as "isNew" from d`;
const takeMany = `
  with d as (${insertDelivery}),
    refused as (${insertRefused("d")})
  select id::text, true as "isNew" from d`;
const known = `
  select id::text, content, taken_count as taken, refused_count as refused, passed_count as passed
  from inbox_delivery where organisation = $1 and sender = $2 and kind = $3 and delivery = $4`;
const refusals = `
  select r.id::text, r.delivery_id::text as delivery, d.sender, d.kind, r.line, r.reason, r.needs, r.body, r.at
  from inbox_refused r join inbox_delivery d on d.id = r.delivery_id
  where r.organisation = $1`;

type Values = readonly unknown[];

/** What others push, in tables of their own. `where` says which database, in words for a person. */
export class InboxTables implements Inbox {
  private readonly pool: Pool;
  private readonly where: string;

  constructor(pool: Pool, where: string) {
    this.pool = pool;
    this.where = where;
  }

  takeEvents(
    delivery: NewDelivery,
    events: readonly NewEvent[],
    refused: readonly NewRefusal[],
  ): Promise<Taken> {
    const about = { ...delivery, takenCount: events.length };
    if (events.length >= leastCopied) return this.takeByCopy(about, events, refused);
    const columns = [
      events.map(({ at }) => new Date(at * 1000).toISOString()),
      events.map(({ digest }) => digest),
      events.map(({ line }) => line),
      events.map(({ body }) => body),
    ];
    return this.take(this.pool, takeFew, about, refused, columns);
  }

  takeFile(
    delivery: NewDelivery,
    file: NewFile | null,
    takenCount: number,
    refused: readonly NewRefusal[],
  ): Promise<Taken> {
    const files = file === null ? [] : [file];
    const columns = [
      files.map(({ name }) => storableText(name)),
      files.map(({ ending }) => ending),
      files.map(({ text }) => storableText(text)),
    ];
    return this.take(this.pool, takeOne, { ...delivery, takenCount }, refused, columns);
  }

  refusals({ organisation, after, limit }: RefusalsWish): Promise<readonly Refusal[]> {
    return this.refusalsOf(
      `${refusals} and ($2::bigint is null or r.id < $2::bigint) order by r.id desc limit $3`,
      [storableText(organisation), after, limit],
    );
  }

  async refusal(organisation: string, id: string): Promise<Refusal | null> {
    const text = `${refusals} and r.id = $2::bigint`;
    const [found] = await this.refusalsOf(text, [storableText(organisation), id]);
    return found ?? null;
  }

  async settle(organisation: string, refusal: Refusal, event: NewEvent | null): Promise<void> {
    const { id, delivery } = refusal;
    const events = event === null ? [] : [event];
    await this.ask(
      `with gone as (delete from inbox_refused where organisation = $1 and id = $2::bigint returning id)
       insert into inbox_event (organisation, happened_at, digest, delivery_id, line, body)
       select $1, e.at, e.digest, $3::bigint, e.line, e.body
       from gone, unnest($4::timestamptz[], $5::bytea[], $6::int[], $7::text[]) as e (at, digest, line, body)
       on conflict do nothing`,
      [
        storableText(organisation),
        id,
        delivery,
        events.map(({ at }) => new Date(at * 1000).toISOString()),
        events.map(({ digest }) => digest),
        events.map(({ line }) => line),
        events.map(({ body }) => body),
      ],
    );
  }

  async watching(identities: readonly string[]): Promise<readonly string[]> {
    const rows = await this.ask(
      `select distinct organisation from watched_repository
       where identity = any($1::text[]) order by organisation`,
      [identities.map(storableText)],
    );
    return z
      .array(z.object({ organisation: z.string() }))
      .parse(rows)
      .map(({ organisation }) => originalText(organisation));
  }

  pushed(organisation: string): Pushed {
    return pushedTo((text, values) => this.ask(text, values), storableText(organisation));
  }

  private async takeByCopy(
    about: NewDelivery & { readonly takenCount: number },
    events: readonly NewEvent[],
    refused: readonly NewRefusal[],
  ): Promise<Taken> {
    try {
      const { client, commit, end } = await begin(this.pool, "read write");
      try {
        const taken = await this.take(client, takeMany, about, refused, []);
        if (taken.isNew)
          await copyEvents(client, events, {
            organisation: storableText(about.organisation),
            delivery: taken.id,
          });
        await commit();
        return taken;
      } finally {
        end();
      }
    } catch (error) {
      throw databaseFailure(this.where, error);
    }
  }

  private async take(
    client: Pool | PoolClient,
    statement: string,
    about: NewDelivery & { readonly takenCount: number },
    refused: readonly NewRefusal[],
    columns: Values,
  ): Promise<Taken> {
    const { takenCount, passedCount, content } = about;
    const place = [about.organisation, about.sender, about.kind, about.delivery].map(storableText);
    const values = [
      ...place,
      content,
      takenCount,
      refused.length,
      passedCount,
      refused.map(({ line }) => line),
      refused.map(({ reason }) => storableText(reason)),
      refused.map(({ needs }) => storableText(needs)),
      refused.map(({ body }) => body),
      ...columns,
    ];
    const [row] = await this.ask(statement, values, client);
    if (row !== undefined) {
      const { id } = takenRow.parse(row);
      return { id, isNew: true, takenCount, refusedCount: refused.length, passedCount };
    }
    const [before] = await this.ask(known, place, client);
    const { id, ...was } = knownRow.parse(before);
    if (was.content.equals(content))
      return {
        id,
        isNew: false,
        takenCount: was.taken,
        refusedCount: was.refused,
        passedCount: was.passed,
      };
    throw new FulcrumError(
      "key-used",
      "The delivery came with another content before.",
      "Give each delivery a key of its own, and the same one only where it is sent again.",
    );
  }

  private async refusalsOf(text: string, values: Values): Promise<readonly Refusal[]> {
    const rows = z.array(refusalRow).parse(await this.ask(text, values));
    return rows.map((row) => ({
      ...row,
      reason: originalText(row.reason),
      needs: originalText(row.needs),
      at: row.at.toISOString(),
    }));
  }

  private async ask(
    text: string,
    values: Values,
    client: Pool | PoolClient = this.pool,
  ): Promise<unknown[]> {
    try {
      return (await client.query<Record<string, unknown>>(text, [...values])).rows;
    } catch (error) {
      throw databaseFailure(this.where, error);
    }
  }
}
