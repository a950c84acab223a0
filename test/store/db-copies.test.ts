import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#store/postgres/open-database.ts";
import { recordRun, type RecordedRun } from "../unit/surfaces/cli/recorded-session.ts";
import { startIn, stopAll } from "./embedded/own-database.ts";
import { servers } from "./shared-databases.ts";
import { dropAll, emptyDatabase, filledDatabase } from "./care/filled-database.ts";

const folder = mkdtempSync(join(tmpdir(), "fulcrum-copies-"));
chmodSync(folder, 0o755);
afterAll(async () => {
  await stopAll();
  await dropAll();
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: readonly string[], url?: string): Promise<RecordedRun> =>
  recordRun(["db", ...args], {
    workingFolder: folder,
    openDatabase,
    ...(url === undefined ? {} : { environment: { DATABASE_URL: url } }),
  });

const server = servers.at(-1);
if (server === undefined) throw new Error("there is one at least");

/** How much each part of a backup holds; rows come in as many frames as the server happens to send them in. */
function contentsOf(backup: Buffer): [kind: string, bytes: number][] {
  const bytes = gunzipSync(backup);
  const parts: [string, number][] = [];
  for (let at = bytes.indexOf("\n") + 1; at < bytes.length;) {
    const kind = bytes.toString("latin1", at, at + 1);
    const length = bytes.readUInt32BE(at + 1);
    const last = parts.at(-1);
    if (kind === "d" && last?.[0] === "d") last[1] += length;
    else parts.push([kind, length]);
    at += 5 + length;
  }
  return parts;
}

describe("fulcrum db backup and restore", () => {
  let url = "";
  beforeAll(async () => {
    ({ url } = await filledDatabase(server));
  });

  it("write one file that only its owner reads, and put it into the database that Fulcrum brings", async () => {
    const { code, out, notes } = await run(["backup", "fulcrum.backup"], url);
    expect([code, out]).toEqual([0, ""]);
    expect(notes).toMatch(
      /was written to fulcrum\.backup: \d+ tables, [\d,]+ rows, \d+ kB for \d\.\d MB/,
    );
    expect(statSync(join(folder, "fulcrum.backup")).mode & 0o777).toBe(0o600);
    expect(gunzipSync(readFileSync(join(folder, "fulcrum.backup"))).subarray(0, 14)).toEqual(
      Buffer.from("Fulcrum backup"),
    );

    const restored = await run(["restore", "fulcrum.backup"]);
    expect(restored.notes).toContain(
      `restored into The database in ${join(folder, ".fulcrum", "postgresql")} (PostgreSQL 18.4): `,
    );
    expect((await run(["status"])).out).toContain("Missing   nothing");
    const again = await run(["restore", "fulcrum.backup"]);
    expect([again.code, again.notes]).toEqual([6, expect.stringContaining("--replace")]);
    expect((await run(["restore", "fulcrum.backup", "--replace", "--quiet"])).notes).toBe("");
  });

  it("write through links, keep modes, write to pipes, and replace regular files alone", async () => {
    const file = join(folder, "kept.backup");
    writeFileSync(file, "old", { mode: 0o640 });
    symlinkSync("kept.backup", join(folder, "link.backup"));
    expect((await run(["backup", "link.backup"], url)).code).toBe(0);
    expect(readdirSync(folder).filter((name) => name.includes("link"))).toEqual(["link.backup"]);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    const whole = readFileSync(file);

    execFileSync("mkfifo", [join(folder, "pipe")]);
    const reader = spawn("cat", [join(folder, "pipe")], { stdio: ["ignore", "pipe", "inherit"] });
    const read: Buffer[] = [];
    reader.stdout.on("data", (chunk: Buffer) => read.push(chunk));
    const closed = once(reader, "close");
    expect((await run(["backup", "pipe"], url)).code).toBe(0);
    await closed;
    expect(contentsOf(Buffer.concat(read))).toEqual(contentsOf(whole));

    const refused = await run(["backup", "."], url);
    expect([refused.code, refused.notes]).toEqual([5, expect.stringContaining("is a folder")]);
  });

  it("leave the file that stood there as it was when the database fails", async () => {
    const file = join(folder, "safe.backup");
    writeFileSync(file, "as it was");
    const gone = await run(["backup", "safe.backup"], url.replace(/test_\w+/, "test_gone"));
    expect(gone.code).toBe(6);
    expect(readFileSync(file, "utf8")).toBe("as it was");
    const none = await run(["backup", "none.backup", "--data", "nothing"]);
    expect([none.code, none.notes]).toEqual([2, expect.stringContaining("no database in")]);
    expect(existsSync(join(folder, "none.backup"))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("say what is wrong with a file that cannot be restored", async () => {
    const missing = await run(["restore", "nowhere.backup", "--data", "other"]);
    expect([missing.code, missing.notes]).toEqual([2, expect.stringContaining("ENOENT")]);
    writeFileSync(join(folder, "notes.txt"), "milk, flour");
    const foreign = await run(["restore", "notes.txt", "--data", "other"]);
    expect([foreign.code, foreign.notes]).toEqual([2, expect.stringContaining("no backup")]);
  });
});

describe("fulcrum db move", () => {
  it("copies what Fulcrum's own database holds to a server, proves it, and changes nothing here", async () => {
    const target = await emptyDatabase(server);
    const before = await run(["backup", "before.backup"]);
    expect(before.code).toBe(0);
    const { code, out } = await run(["move", target.url]);
    expect(code).toBe(0);
    expect(out).toContain(`was copied to The database ${/test_\w+/.exec(target.url)?.[0] ?? ""}`);
    expect(out).toMatch(
      /\d+ tables, [\d,]+ rows\. Each table has the same number of rows and the same digest/,
    );
    expect(out).toContain("set DATABASE_URL");
    expect(out).not.toContain(server.connection.password);
    expect((await run(["status"], target.url)).out).toContain("Missing   nothing");
    expect((await run(["status"])).out).toContain("Missing   nothing");

    const again = await run(["move", target.url]);
    expect([again.code, again.notes]).toEqual([6, expect.stringContaining("--replace")]);
    expect((await run(["move", target.url, "--replace"])).code).toBe(0);
    const itself = await run(["move", target.url, "--replace"], target.url);
    expect([itself.code, itself.notes]).toEqual([2, expect.stringContaining("DATABASE_URL names")]);
  });

  it("does not say so where the database is written to meanwhile, and leaves the target empty", async () => {
    const [source, target] = [await filledDatabase(server), await emptyDatabase(server)];
    const moved = await recordRun(["db", "move", target.url], {
      workingFolder: folder,
      environment: { DATABASE_URL: source.url },
      openDatabase: async (wish) => {
        const opened = await openDatabase(wish);
        if (opened === null || wish.url !== target.url) return opened;
        const care = await opened.care();
        return {
          ...opened,
          care: () =>
            Promise.resolve({
              ...care,
              restore: (bytes, { accept, ...rest }) =>
                care.restore(bytes, {
                  ...rest,
                  accept: async (restored) => {
                    await source.query("update setting set value = 'elsewhere'");
                    await accept?.(restored);
                  },
                }),
            }),
        };
      },
    });
    expect([moved.code, moved.notes]).toEqual([
      6,
      expect.stringContaining("changed here meanwhile: setting"),
    ]);
    expect(await target.database.state()).toMatchObject({ applied: [] });
    expect(
      (await source.care.contents()).tables.find(({ name }) => name === "assessment"),
    ).toMatchObject({ rowsCount: 2 });
  });

  it("is refused while somebody keeps it running, who would go on writing to it", async () => {
    const target = await emptyDatabase(server);
    const running = await startIn(join(folder, ".fulcrum"));
    const { code, notes } = await run(["move", target.url]);
    expect([code, notes]).toEqual([6, expect.stringContaining(`process ${String(process.pid)}`)]);
    await running.stop();
  });

  it("onto itself by another address waits for nobody without end, and loses nothing", async () => {
    const source = await filledDatabase(server);
    const before = await source.care.contents();
    const other = `${source.url}&application_name=same`;
    const { code, notes } = await run(["move", other, "--replace"], source.url);
    expect([code, notes]).toEqual([6, expect.stringContaining("lock timeout")]);
    expect(await source.care.contents()).toEqual(before);
  });
});
