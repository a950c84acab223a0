import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { placesOf } from "#store/postgres/embedded/places.ts";
import { serversIn } from "#store/postgres/embedded/processes.ts";
import { newFolder, removeAll, rowsOf, startIn, stopAll } from "./own-database.ts";

afterEach(stopAll);
afterAll(removeAll);

/** One database for most of these: making one costs the better part of a second. */
const home = newFolder();

const longQuery = "select count(*) from generate_series(1, 100000000000)";

describe("after an unclean end", () => {
  it.runIf(process.platform === "linux")(
    "of the server under a running query, it is there again at once, with all that was acknowledged",
    async () => {
      const server = await startIn(home);
      await rowsOf(server, "create table loaf (kind text)");
      await rowsOf(server, "insert into loaf values ('rye')");
      const client = new pg.Client(server.connection);
      client.on("error", () => undefined); // its server is about to be killed
      await client.connect();
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      await client.query("begin; insert into loaf values ('half')");
      const lost = client.query(longQuery).then(
        () => "answered",
        () => "lost",
      );
      await pause(50);
      process.kill(server.pid, "SIGKILL");
      await server.ended;
      await server.stop();
      const data = join(home, "postgresql", "data");
      expect(await serversIn(data)).toContain(rows[0]?.pid);

      const began = Date.now();
      const again = await startIn(home);
      expect(Date.now() - began).toBeLessThan(15_000);
      expect(again.quit).toContain(rows[0]?.pid);
      expect(await lost).toBe("lost");
      expect(await rowsOf(again, "select kind from loaf")).toEqual([{ kind: "rye" }]);
    },
  );

  it("of its owner, who left no word, another takes over, and removes what belonged to that run", async () => {
    const { folder, owner } = await placesOf(home);
    mkdirSync(join(folder, "run-0123456789ab", "socket"), { recursive: true });
    mkdirSync(join(folder, "data.0123456789ab.part"));
    const socketFolder = join(folder, "run-0123456789ab", "socket");
    const left = { pid: 4_194_305, mark: "", machine: "", host: "mill", socketFolder };
    writeFileSync(owner, JSON.stringify(left));
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(owner, longAgo, longAgo);
    const server = await startIn(home);
    expect(await rowsOf(server, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(existsSync(socketFolder)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("of its owner, whose number another process has by now, another takes over", async () => {
    const server = await startIn(home);
    const { owner } = await placesOf(home);
    const mine = readFileSync(owner, "utf8");
    await server.stop();
    const former = JSON.parse(mine) as { mark: string };
    writeFileSync(owner, JSON.stringify({ ...former, mark: "1" }));
    await expect(startIn(home)).resolves.toBeDefined();
  });
});

describe("the database is refused, with what to do,", () => {
  it("to who cannot ask an owner elsewhere that was heard of just now", async () => {
    const { owner } = await placesOf(home);
    const other = { pid: 7, mark: "", machine: "another", host: "mill", socketFolder: "/run/mill" };
    writeFileSync(owner, JSON.stringify(other));
    await expect(startIn(home)).rejects.toMatchObject({
      code: "database-in-use",
      message: expect.stringContaining("process 7 on mill"),
      next: expect.stringContaining("try again in 20 seconds"),
    });
    rmSync(owner);
  });

  it("where another major version made the data", async () => {
    const old = newFolder();
    const { data } = await placesOf(old);
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, "PG_VERSION"), "16\n");
    await expect(startIn(old)).rejects.toMatchObject({
      code: "database-version",
      message: expect.stringContaining("PostgreSQL 16"),
      next: expect.stringContaining("DATABASE_URL"),
    });
    expect(readFileSync(join(data, "PG_VERSION"), "utf8")).toBe("16\n");
  });

  it("where the password is lost, and where the data is torn", async () => {
    const { data, password } = await placesOf(home);
    const word = readFileSync(password, "utf8");
    rmSync(password);
    await expect(startIn(home)).rejects.toMatchObject({
      code: "database-failed",
      message: expect.stringContaining(password),
    });
    writeFileSync(password, word);
    rmSync(join(data, "global", "pg_control"));
    await expect(startIn(home)).rejects.toMatchObject({
      code: "database-failed",
      message: expect.stringMatching(/pg_control|control file/),
      next: expect.stringContaining("server.log"),
    });
  });

  it("where nothing may be written", async () => {
    await expect(startIn("/sys/fulcrum")).rejects.toMatchObject({ code: "write-failed" });
    const file = join(home, "file");
    writeFileSync(file, "");
    await expect(startIn(file)).rejects.toMatchObject({ code: "write-failed" });
  });
});

describe("the path of the data", () => {
  it("may have 200 characters, blanks and colons: the socket lies elsewhere", async () => {
    const long = join(newFolder(), "loaf, rye: ".repeat(18));
    const server = await startIn(long);
    expect(long.length).toBeGreaterThan(200);
    expect(server.connection.host.length).toBeLessThanOrEqual(90);
    expect(await rowsOf(server, "show data_directory")).toEqual([
      { data_directory: join(long, "postgresql", "data") },
    ]);
    await server.stop();
    expect(existsSync(server.connection.host)).toBe(false);
  });
});
