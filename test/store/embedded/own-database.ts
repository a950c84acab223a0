import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded, type EmbeddedServer } from "#store/postgres/embedded/embedded-server.ts";
import { packagedInstallation, thisMachine } from "#store/postgres/embedded/installation.ts";
import { placesOf } from "#store/postgres/embedded/places.ts";

const started: EmbeddedServer[] = [];
const folders: string[] = [];

/** A folder that everybody may go through, as folders of projects are. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "fulcrum-own-"));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

export const installation = await packagedInstallation(thisMachine());

export async function startIn(home: string, reachable?: string): Promise<EmbeddedServer> {
  const places = await placesOf(home, reachable);
  const server = await startEmbedded(places, installation, new AbortController().signal);
  started.push(server);
  return server;
}

export async function stopAll(): Promise<void> {
  for (const server of started.splice(0)) await server.stop();
}

/** Stops and removes all that these gave. */
export async function removeAll(): Promise<void> {
  await stopAll();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The rows of one statement, on a connection of its own. */
export async function rowsOf(
  server: EmbeddedServer,
  statement: string,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
