import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { migrations } from "#store/postgres/migrations/index.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { recordRun, type RecordedRun } from "../unit/surfaces/cli/recorded-session.ts";
import { startIn, stopAll } from "./embedded/own-database.ts";
import { newDatabase, servers } from "./shared-databases.ts";

const names = Object.keys(migrations);
const applied = `${String(names.length)} migrations, the last one ${names.at(-1) ?? ""}`;
const folder = mkdtempSync(join(tmpdir(), "fulcrum-db-command-"));
chmodSync(folder, 0o755);
afterAll(async () => {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: readonly string[], url?: string): Promise<RecordedRun> =>
  recordRun(["db", ...args], {
    workingFolder: folder,
    openDatabase,
    ...(url === undefined ? {} : { environment: { DATABASE_URL: url } }),
  });

describe("fulcrum db, where no server is named,", () => {
  const data = join(folder, ".fulcrum");

  it("says that there is none yet, and makes nothing", async () => {
    const { code, out } = await run(["status"]);
    expect(code).toBe(0);
    expect(out).toContain(`There is no database in ${data} yet`);
    expect(out).toContain("fulcrum db migrate");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("makes one, brings it up to date once, and says how it is", async () => {
    expect(await run(["migrate"])).toMatchObject({
      code: 0,
      out: `The database in ${join(data, "postgresql")} (PostgreSQL 18.4) was brought up to date: ${applied}.\n`,
    });
    expect((await run(["migrate"])).out).toContain("is up to date.");
    const { code, out } = await run(["status"]);
    expect([code, out.split("\n").slice(1)]).toEqual([
      0,
      [
        "Server    PostgreSQL 18.4",
        expect.stringMatching(/^Size {6}\d+(?:\.\d)? MB$/),
        `Applied   ${applied}`,
        "Missing   nothing",
        "",
      ],
    ]);
    expect(
      readdirSync(join(data, "postgresql")).filter((name) => /^run-|owner/.test(name)),
    ).toEqual([]);
  });

  it("asks the one that another process keeps running, and says which", async () => {
    const server = await startIn(data);
    expect((await run(["status"])).out).toContain(
      `PostgreSQL 18.4, kept running by process ${String(process.pid)}`,
    );
    expect((await run(["migrate"])).out).toContain("is up to date.");
    await server.stop();
  });

  it("takes another folder with --data", async () => {
    const { out } = await run(["status", "--data", "other"]);
    expect(out).toContain(join(folder, "other"));
  });
});

describe.each(servers)("fulcrum db on a named $name", (server) => {
  it("says what is missing, applies it, and repeats no password", async () => {
    const database = await newDatabase(server);
    const before = await run(["status"], database.url);
    expect(before.out).toContain(`Missing   ${names.join(", ")}: fulcrum db migrate`);
    expect((await run(["migrate"], database.url)).code).toBe(0);
    const after = await run(["status"], database.url);
    expect(after.out).toContain("Missing   nothing");
    expect(before.out + after.out).not.toContain(server.connection.password);
    await database.drop();
    const gone = await run(["status"], database.url);
    expect([gone.code, gone.notes]).toEqual([6, expect.stringContaining("createdb")]);
    expect(gone.notes).not.toContain(server.connection.password);
  });
});

it("fulcrum db refuses an address that is none, without repeating it", async () => {
  const { code, notes } = await run(["status"], "mysql://baker:s3cret@db/bread");
  expect([code, notes]).toEqual([2, expect.stringContaining("postgres://user:password@host")]);
  expect(notes).not.toContain("s3cret");
});
