import type { ServiceDatabase } from "#ports/database.ts";
import type { DatabaseCare } from "#ports/database-care.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import type { SharedServer } from "../servers.ts";
import { newDatabase, type OwnDatabase } from "../shared-databases.ts";

const opened: ServiceDatabase[] = [];
const made: OwnDatabase[] = [];

export interface OpenedDatabase extends OwnDatabase {
  readonly database: ServiceDatabase;
  readonly care: DatabaseCare;
}

/** An empty database of its own, opened. */
export async function emptyDatabase(server: SharedServer): Promise<OpenedDatabase> {
  const own = await newDatabase(server);
  made.push(own);
  const { signal } = new AbortController();
  const wish = { dataFolder: "/nowhere", url: own.url, make: false, signal };
  const database = await openDatabase(wish);
  if (database === null) throw new Error("a server was named");
  opened.push(database);
  return { ...own, database, care: await database.care() };
}

/** One with assessments of two places in it, and texts that are hard to write down. */
export async function filledDatabase(server: SharedServer): Promise<OpenedDatabase> {
  const own = await emptyDatabase(server);
  await own.database.migrate();
  const store = await own.database.assessments();
  for (const [place, hard] of [
    ["bakery", "plain"],
    ["back\\slash\ttab\nline \0 \ud800 \u{1f950} \\. \\N", '"quotes" $$ %s'],
  ] as const) {
    const report = { ...sampleReport(), asOf: "2026-02-01T23:59:59.000Z" };
    const organisation = { ...report.organisation, name: hard };
    const folders = [`/${hard}`];
    const origin = { folders, configurationPath: null, generatedAt: report.generatedAt };
    await store.save({ place, report: { ...report, organisation }, origin, reuseKey: hard });
    await store.makeLatest(place);
  }
  return own;
}

/** Closes and drops all of these. */
export async function dropAll(): Promise<void> {
  for (const one of opened.splice(0)) await one.close();
  for (const one of made.splice(0)) await one.drop();
}

export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}

/** In pieces of so many bytes. */
export async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
