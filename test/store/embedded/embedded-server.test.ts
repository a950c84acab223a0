import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EmbeddedServer } from "#store/postgres/embedded/embedded-server.ts";
import { makeRun, placesOf, planRun } from "#store/postgres/embedded/places.ts";
import { serversIn } from "#store/postgres/embedded/processes.ts";
import { installation, newFolder, removeAll, rowsOf, startIn } from "./own-database.ts";

/** Names, sizes and times of everything that npm has installed of it. */
const installed = (): string[] =>
  readdirSync(dirname(installation.root), { recursive: true, encoding: "utf8" }).map((name) => {
    const { size, mtimeMs } = statSync(join(dirname(installation.root), name));
    return `${name} ${String(size)} ${String(mtimeMs)}`;
  });

const before = installed();
const home = newFolder();
const folder = join(home, "postgresql");
let server: EmbeddedServer;
beforeAll(async () => {
  server = await startIn(home);
});
afterAll(removeAll);

describe("the embedded database", () => {
  it("is PostgreSQL 18 with all that keeps data, in UTF-8, sorted by code points", async () => {
    const names = ["fsync", "full_page_writes", "synchronous_commit", "data_checksums"];
    const settings = [...names, "server_encoding", "listen_addresses", "unix_socket_permissions"];
    const shown = settings.map((name) => `current_setting('${name}') as ${name}`).join(", ");
    expect(await rowsOf(server, `select ${shown}`)).toEqual([
      {
        fsync: "on",
        full_page_writes: "on",
        synchronous_commit: "on",
        data_checksums: "on",
        server_encoding: "UTF8",
        listen_addresses: "",
        unix_socket_permissions: "0700",
      },
    ]);
    const [about] = await rowsOf(
      server,
      "select current_setting('server_version_num')::int / 10000 as major, datcollate from pg_database where datname = current_database()",
    );
    expect(about).toEqual({ major: installation.major, datcollate: "C" });
  });

  it("opens for the password alone, kept with SCRAM, in a file for the owner", async () => {
    for (const password of ["guessed", undefined]) {
      const { host, port, user, database } = server.connection;
      const stranger = new pg.Client({ host, port, user, database, password });
      await expect(stranger.connect()).rejects.toThrow(/password/);
    }
    const [kept] = await rowsOf(server, "select rolpassword from pg_authid where rolcanlogin");
    expect(kept?.["rolpassword"]).toMatch(/^SCRAM-SHA-256\$/);
    const path = join(folder, "password");
    expect(readFileSync(path, "utf8")).toBe(server.connection.password);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("listens in a short folder for the owner alone", () => {
    const { host } = server.connection;
    expect(host.length).toBeLessThanOrEqual(90);
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
  });

  it.runIf(process.platform === "linux")("runs on the libraries of its package", async () => {
    const maps = readFileSync(`/proc/${String(server.pid)}/maps`, "utf8");
    const icu = [...maps.matchAll(/\S*libicui18n\S*/g)].map(([path]) => path);
    expect(icu[0]).toBe(join(installation.root, "lib", "libicui18n.so.60.2"));

    const places = await placesOf(home);
    const plan = planRun(places);
    const { bin, libraries } = await makeRun(plan, places, installation);
    const resolved = (path: string): string =>
      execFileSync("ldd", [join(bin, "initdb")], {
        env: { PATH: process.env["PATH"], LD_LIBRARY_PATH: path },
        encoding: "utf8",
      });
    expect(resolved("")).not.toContain(`libpq.so.5 => ${plan.run}`);
    expect(resolved(libraries.join(":"))).toContain(`libpq.so.5 => ${plan.libraries}/libpq.so.5`);
    expect(resolved(libraries.join(":"))).not.toContain("not found");
    rmSync(plan.run, { recursive: true });
  });

  it("writes nothing into what npm has installed", () => {
    expect(installed()).toEqual(before);
  });

  it("refuses a second owner in less than a second, and names the first", async () => {
    const began = Date.now();
    await expect(startIn(home)).rejects.toMatchObject({
      code: "database-in-use",
      message: expect.stringContaining(`process ${String(process.pid)}:`),
      next: expect.stringContaining("stop it first"),
    });
    expect(Date.now() - began).toBeLessThan(1000);
    expect(await rowsOf(server, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("stops in good order, leaves nothing running, and has everything when it starts again", async () => {
    await rowsOf(server, "create table loaf as select 'rye' as kind");
    const { host } = server.connection;
    await server.stop();
    await server.ended;
    expect(existsSync(dirname(host))).toBe(false);
    expect(readdirSync(folder).toSorted()).toEqual(["data", "password", "server.log"]);
    expect(await serversIn(join(folder, "data"))).toEqual([]);
    expect(readFileSync(join(folder, "server.log"), "utf8")).toContain(
      "database system is shut down",
    );

    server = await startIn(home);
    expect(server.quit).toEqual([]);
    expect(await rowsOf(server, "select kind from loaf")).toEqual([{ kind: "rye" }]);
  });
});
