import { gunzipSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DatabaseContents } from "#ports/database-care.ts";
import { frameBytes, framesOf, titleBytes } from "#store/postgres/care/backup-format.ts";
import { servers } from "../shared-databases.ts";
import {
  bytesOf,
  dropAll,
  emptyDatabase,
  filledDatabase,
  inPieces,
  type OpenedDatabase,
} from "./filled-database.ts";

afterAll(dropAll);

const pairs = servers.flatMap((from) => servers.map((into) => ({ from, into })));
const restoreInto = async ({ care }: OpenedDatabase, bytes: Uint8Array, replaces = false) =>
  care.restore(inPieces(bytes, 1000), { replaces });

describe.each(pairs)("a backup of $from.name, restored into $into.name,", ({ from, into }) => {
  let source: OpenedDatabase;
  let bytes: Buffer;
  let held: DatabaseContents;
  beforeAll(async () => {
    source = await filledDatabase(from);
    const backup = source.care.backup();
    bytes = await bytesOf(backup.bytes);
    held = backup.contents();
  });

  it("has every table, row and number that sequences gave, and the same digests", async () => {
    const target = await emptyDatabase(into);
    const restored = await restoreInto(target, bytes);
    expect(restored).toEqual({ ...held, left: [], migrated: [] });
    const found = await target.care.contents();
    expect(found.tables).toEqual(held.tables);
    const tables = await source.query(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'migration%'",
    );
    expect(found.tables.map(({ name }) => name).toSorted()).toEqual(
      tables.map(({ name }) => String(name)).toSorted(),
    );
    expect(found.tables.find(({ name }) => name === "assessment")?.rowsCount).toBe(2);

    const [store, copied] = [
      await source.database.assessments(),
      await target.database.assessments(),
    ];
    expect(await copied.report("2")).toEqual(await store.report("2"));
    expect(await copied.latestPlace()).toBe(await store.latestPlace());
    const report = await store.report("1");
    const origin = { folders: ["/a"], configurationPath: null, generatedAt: report.generatedAt };
    const again = { place: "again", report, origin, reuseKey: null };
    expect(await copied.save(again)).toBe("3");
    expect(await target.database.state()).toMatchObject({ pending: [] });
    // It numbers no column, and goes on where it was.
    await source.query("select nextval('worker_seat')");
    const once = await bytesOf(source.care.backup().bytes);
    await restoreInto(target, once, true);
    const next = "select nextval('worker_seat')::int as seat";
    expect(await target.query(next)).toEqual(await source.query(next));
  });

  it("takes the place of what was there only when that is said, and then of all of it", async () => {
    const target = await filledDatabase(into);
    await target.query("create table guestbook as select 'somebody else''s' as word");
    await target.query("delete from assessment where id = 1");
    const before = await target.care.contents();
    await expect(restoreInto(target, bytes)).rejects.toMatchObject({
      code: "database-not-empty",
      next: expect.stringContaining("--replace"),
    });
    expect(await target.care.contents()).toEqual(before);
    await restoreInto(target, bytes, true);
    const after = await target.care.contents();
    expect(after.tables.filter(({ name }) => name !== "guestbook")).toEqual(held.tables);
    expect(await target.query("select word from guestbook")).toHaveLength(1);

    // A table that is somebody else's comes along, and is none that Fulcrum could put anywhere.
    const other = await emptyDatabase(into);
    const restored = await restoreInto(other, await bytesOf(target.care.backup().bytes));
    expect(restored.left).toEqual(["guestbook"]);
    expect((await other.care.contents()).tables).toEqual(held.tables);
  });

  it("goes into one that was only brought up to date", async () => {
    const target = await emptyDatabase(into);
    await target.database.migrate();
    await restoreInto(target, bytes);
    expect((await target.care.contents()).tables).toEqual(held.tables);
  });
});

describe("a backup", () => {
  const [server] = servers;
  let source: OpenedDatabase;
  let target: OpenedDatabase;
  let bytes: Buffer;
  beforeAll(async () => {
    if (server === undefined) throw new Error("there is one at least");
    source = await filledDatabase(server);
    bytes = await bytesOf(source.care.backup().bytes);
    target = await emptyDatabase(server);
  });
  const nothing = async (): Promise<void> => {
    expect(await target.database.state()).toMatchObject({ applied: [] });
    expect((await target.care.contents()).tables).toEqual([]);
  };
  const header = {
    format: 1,
    madeAt: "2026-01-01T00:00:00Z",
    server: "PostgreSQL 18.4",
    migrations: ["0001-assessments"],
    tables: [],
    sequences: {},
  } as const;

  it("sees one moment, whatever is written meanwhile", async () => {
    const backup = source.care.backup();
    const before = await source.care.contents();
    let isFirst = true;
    const slow = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of backup.bytes) {
        if (isFirst) await source.query("insert into setting values ('late', 'word')");
        isFirst = false;
        yield piece;
      }
    };
    await bytesOf(slow());
    expect(backup.contents()).toEqual(before);
    await source.query("delete from setting where name = 'late'");
  });

  it("that is cut anywhere is refused, and nothing of it is restored", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        await expect(restoreInto(target, bytes.subarray(0, length))).rejects.toMatchObject({
          code: "backup-invalid",
        });
      }),
      { numRuns: 25, examples: [[0], [1], [9], [12], [bytes.length - 1]] },
    );
    await nothing();
  });

  it("with a byte that is another is refused, or is the same backup still", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const other = Buffer.from(bytes);
          other[at] = (other[at] ?? 0) ^ change;
          const same = await bytesOf(decompressedOf(bytes));
          const told = await bytesOf(decompressedOf(other)).catch(() => null);
          if (told?.equals(same) === true) return; // the head of gzip says a time, and on which system
          await expect(restoreInto(target, other)).rejects.toMatchObject({
            code: "backup-invalid",
          });
        },
      ),
      { numRuns: 25 },
    );
    await nothing();
  });

  it("whose rows were changed by who knows the format is refused", async () => {
    const plain = gunzipSync(bytes);
    const at = plain.indexOf("bakery");
    plain.write("bakers", at);
    await expect(restoreInto(target, gzipSync(plain))).rejects.toMatchObject({
      code: "backup-invalid",
      message: expect.stringContaining("not those that were written"),
    });
    await nothing();
  });

  it("with something behind it, foreign files, and nothing at all are refused", async () => {
    const foreign = [
      Buffer.alloc(0),
      Buffer.from("PGDMP and more"),
      Buffer.from("SELECT 1;\n".repeat(1000)),
      gzipSync("{}"),
      gzipSync("Fulcrum backup"),
      Buffer.concat([bytes, Buffer.from("more")]),
      Buffer.concat([bytes, bytes]),
      gzipSync(titleBytes()),
      gzipSync(Buffer.concat([titleBytes(), Buffer.from([104, 255, 255, 255, 255])])),
      gzipSync(Buffer.concat([titleBytes(), Buffer.from("x\0\0\0\0")])),
      gzipSync(Buffer.concat([titleBytes(), frameBytes({ kind: "z" })])),
      gzipSync(
        Buffer.concat([
          titleBytes(),
          frameBytes({
            kind: "h",
            value: { ...header, migrations: [...header.migrations], tables: [] },
          }),
          frameBytes({ kind: "z" }),
        ]),
      ),
    ];
    for (const file of foreign)
      await expect(restoreInto(target, file)).rejects.toMatchObject({ code: "backup-invalid" });
    await nothing();
  });

  it("of a later version is refused as that", async () => {
    const text = JSON.stringify({ ...header, format: 2 });
    const head = Buffer.alloc(5);
    head.write("h");
    head.writeUInt32BE(text.length, 1);
    const later = { ...header, migrations: [...header.migrations, "9999-later"], tables: [] };
    const files = [
      Buffer.concat([titleBytes(), head, Buffer.from(text)]),
      Buffer.concat([titleBytes(), frameBytes({ kind: "h", value: later })]),
    ];
    for (const file of files)
      await expect(restoreInto(target, gzipSync(file))).rejects.toMatchObject({
        code: "database-version",
        message: expect.stringContaining("later version"),
      });
    await nothing();
  });

  it("of frames of any length reads as it was written, however it arrives", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 300 })),
        fc.integer({ min: 1, max: 400 }),
        async (rows, size) => {
          const frames = rows.map((one) => frameBytes({ kind: "d", rows: one }));
          const file = gzipSync(
            Buffer.concat([titleBytes(), ...frames, frameBytes({ kind: "z" })]),
          );
          const read = [];
          for await (const frame of framesOf(inPieces(file, size)))
            if (frame.kind === "d") read.push(new Uint8Array(frame.rows));
          expect(read).toEqual(rows);
        },
      ),
    );
  });

  it("that nobody reads to its end leaves no transaction open", async () => {
    for await (const _ of source.care.backup().bytes) break;
    const open = await source.query(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in%'",
    );
    expect(open).toEqual([{ n: 0 }]);
  });
});

async function* decompressedOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield gunzipSync(bytes);
}

it("no tables that migrations make refer in a circle", async () => {
  const [server] = servers;
  if (server === undefined) return;
  const one = await emptyDatabase(server);
  await one.database.migrate();
  const refers = await one.query(`
    select conrelid::regclass::text as one, confrelid::regclass::text as other from pg_constraint
    where contype = 'f' and conrelid <> confrelid and connamespace = 'public'::regnamespace`);
  const order = (await one.care.contents()).tables.map(({ name }) => name);
  for (const { one: name, other } of refers)
    expect(order.indexOf(String(name))).toBeGreaterThan(order.indexOf(String(other)));
});
