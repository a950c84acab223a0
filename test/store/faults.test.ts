import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import type { AssessmentStore } from "#ports/assessment-store.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import type {
  EmbeddedConnection,
  EmbeddedServer,
} from "#store/postgres/embedded/embedded-server.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { newFolder, removeAll, rowsOf, startIn } from "./embedded/own-database.ts";

const opened: ServiceDatabase[] = [];
const mounted: string[] = [];
afterAll(async () => {
  for (const one of opened) await one.close();
  for (const folder of mounted) spawnSync("umount", ["--lazy", folder]);
  await removeAll();
});

const sample = sampleReport();

async function open({
  host,
  user,
  password,
  database,
}: EmbeddedConnection): Promise<ServiceDatabase> {
  const url = `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}`;
  return openAt(url);
}

async function openAt(url: string): Promise<ServiceDatabase> {
  const { signal } = new AbortController();
  const database = await openDatabase({ dataFolder: "/nowhere", url, make: false, signal });
  if (database === null) throw new Error("a server was named");
  opened.push(database);
  return database;
}

const save = (store: AssessmentStore, place: string): Promise<string> => {
  const origin = {
    folders: [`/${place}`],
    configurationPath: null,
    generatedAt: sample.generatedAt,
  };
  return store.save({ place, report: sample, origin, reuseKey: null });
};

/** How many assessments have other rows than the first: halves. */
const halves = `select count(*)::int as n from assessment where
  (select count(*) from assessment_item where assessment_id = id) <>
  (select count(*) from assessment_item where assessment_id = 1)`;

/** A small disk of its own, where the system gives one to this user. */
function smallDisk(megabytes: number): string | null {
  const folder = newFolder();
  const options = `size=${String(megabytes)}m,mode=755`;
  if (process.geteuid?.() !== 0) return null;
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  if (status !== 0) return null;
  mounted.push(folder);
  return folder;
}

const disk = smallDisk(110);

describe("nothing that was acknowledged is lost", () => {
  it.runIf(disk !== null)(
    "where the disk becomes full, and room is made again (needs root, and a system that mounts)",
    async () => {
      const home = join(disk ?? "", "home");
      mkdirSync(home);
      const server = await startIn(home);
      const database = await open(server.connection);
      await database.migrate();
      const store = await database.assessments();
      const ids = [await save(store, "first")];
      const ballast = join(disk ?? "", "ballast");
      const failed = await fillUntilFull(ballast, async () => ids.push(await save(store, "more")));
      expect(failed).toMatchObject({ code: "database-failed" });

      rmSync(ballast);
      // Where the log of changes found no room the server starts anew by itself, or ends: then it is started.
      const [again, now] = await reopened(home, server);
      for (const id of ids) expect(await now.report(id)).toEqual(sample);
      expect(await rowsOf(again, halves)).toEqual([{ n: 0 }]);
      expect(await now.report(await save(now, "after"))).toEqual(sample);
      await again.stop();
    },
  );

  it("where a byte on the disk is another: it is found, said with the way back, and the rest can be read", async () => {
    const home = newFolder();
    const server = await startIn(home);
    const database = await open(server.connection);
    await database.migrate();
    const id = await save(await database.assessments(), "bakery");
    const [file] = await rowsOf(server, "select pg_relation_filepath('assessment_item') as path");
    await database.close();
    await server.stop();
    flipByte(join(home, "postgresql", "data", String(file?.["path"])), 5000);

    const again = await startIn(home);
    const damaged = await open(again.connection);
    const store = await damaged.assessments();
    await expect(store.report(id)).rejects.toMatchObject({
      code: "database-failed",
      message: expect.stringContaining("invalid page in block 0"),
      next: expect.stringContaining("fulcrum db restore FILE --data FOLDER"),
    });
    expect(await store.head(id)).toMatchObject({ generatedAt: sample.generatedAt });
    await again.stop();
  });

  it("where all connections are taken: that is said, and the next one that is free is used", async () => {
    const home = newFolder();
    const first = await startIn(home);
    await (await open(first.connection)).migrate();
    await rowsOf(first, "alter system set max_connections = 8");
    await first.stop();
    const server = await startIn(home);
    const taken = Array.from({ length: 8 }, () => new pg.Client(server.connection));
    for (const client of taken) await client.connect();
    await expect(open(server.connection)).rejects.toMatchObject({
      code: "database-failed",
      message: expect.stringContaining("too many clients"),
      next: expect.stringContaining("max_connections"),
    });
    for (const client of taken) await client.end();
    const store = await (await open(server.connection)).assessments();
    expect(await store.report(await save(store, "bakery"))).toEqual(sample);
    await server.stop();
  });

  it("where the network to a server is cut: the write under way is whole or not there, the next question is answered", async () => {
    const server = await startIn(newFolder());
    const wire = await wireTo(join(server.connection.host, ".s.PGSQL.5432"));
    const { user, password, database: name } = server.connection;
    const url = `postgres://${user}:${password}@127.0.0.1:${String(wire.port)}/${name}`;
    const database = await openAt(url);
    await database.migrate();
    const store = await database.assessments();
    const ids = [await save(store, "first")];
    for (const bytes of [1, 20_000, 200_000]) {
      wire.cutAfter(bytes);
      const told = await save(store, "cut").catch((error: unknown) => error);
      if (typeof told === "string") ids.push(told);
      else expect(told).toMatchObject({ code: "database-failed" });
    }
    expect(wire.cuts()).toBe(3);
    for (const id of ids) expect(await store.report(id)).toEqual(sample);
    expect(await rowsOf(server, halves)).toEqual([{ n: 0 }]);
    await database.close();
    wire.close();
    await server.stop();
  });
});

async function fillUntilFull(ballast: string, write: () => Promise<unknown>): Promise<unknown> {
  const file = openSync(ballast, "wx");
  let isFull = false;
  try {
    for (let count = 0; count < 1000; count++) {
      try {
        if (!isFull) writeSync(file, Buffer.alloc(4 << 20));
      } catch {
        isFull = true;
      }
      await write();
    }
    return null;
  } catch (error) {
    return error;
  } finally {
    closeSync(file);
  }
}

async function reopened(
  home: string,
  server: EmbeddedServer,
): Promise<[EmbeddedServer, AssessmentStore]> {
  await server.stop();
  const again = await startIn(home);
  return [again, await (await open(again.connection)).assessments()];
}

function flipByte(path: string, at: number): void {
  const file = openSync(path, "r+");
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  writeSync(file, Buffer.from([(byte[0] ?? 0) ^ 0x10]), 0, 1, at);
  closeSync(file);
}

interface Wire {
  readonly port: number;
  /** Cuts all connections when so many bytes more have gone to the server. */
  cutAfter(bytes: number): void;
  cuts(): number;
  close(): void;
}

/** Between a network address and the socket of a server. */
async function wireTo(socketPath: string): Promise<Wire> {
  const sockets = new Set<Socket>();
  let left = Infinity;
  let cutCount = 0;
  const cut = (): void => {
    left = Infinity;
    cutCount++;
    for (const socket of sockets) socket.destroy();
  };
  const listener: Server = createServer((near) => {
    const far = connect(socketPath);
    for (const socket of [near, far])
      sockets.add(socket.on("error", () => undefined).once("close", () => sockets.delete(socket)));
    near.on("data", (bytes) => {
      far.write(bytes);
      left -= bytes.length;
      if (left <= 0) cut();
    });
    far.pipe(near);
    near.once("close", () => far.destroy());
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("it listens on a port");
  return {
    port: address.port,
    cutAfter: (bytes) => void (left = bytes),
    cuts: () => cutCount,
    close: () => void listener.close(),
  };
}
