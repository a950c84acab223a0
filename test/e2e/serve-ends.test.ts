import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serversIn } from "#store/postgres/embedded/processes.ts";
import { projectRoot } from "../architecture/project-files.ts";

const main = join(projectRoot, "dist", "bundle", "main.js");
let folder = "";
const started: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-ends-"));
  chmodSync(folder, 0o755); // else root keeps the database elsewhere, for its own account cannot come here
});
afterAll(async () => {
  for (const one of started)
    if (one.exitCode === null && one.signalCode === null) {
      one.kill("SIGTERM");
      await once(one, "exit");
    }
  rmSync(folder, { recursive: true, force: true });
});

interface Served {
  readonly process: ChildProcess;
  readonly address: string;
  readonly log: () => string;
  readonly ended: Promise<number | null>;
}

/** `fulcrum serve` with a worker that works. */
async function serve(): Promise<Served> {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [main, "serve", "--port", "0"], { cwd: folder, env });
  started.push(child);
  let out = "";
  let log = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString("utf8")));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  await until(() => out.includes("http") && log.includes('"working"'));
  const address = /http:\S+/.exec(out)?.[0] ?? "";
  return { process: child, address, log: () => log, ended };
}

async function until(isSo: () => boolean): Promise<void> {
  const last = Date.now() + 60_000;
  while (!isSo()) {
    if (Date.now() > last) throw new Error("It did not come within a minute.");
    await pause(20);
  }
}

const data = (): string => join(folder, ".fulcrum", "postgresql", "data");
const postmaster = (): number =>
  Number(readFileSync(join(data(), "postmaster.pid"), "utf8").split("\n")[0]);

async function watched(address: string): Promise<unknown> {
  const answer = await fetch(`${address}api/v1/organisations`);
  return { status: answer.status, body: await answer.json() };
}

describe("serve", () => {
  it("stops at once, its worker and its database with it", async () => {
    const before = performance.now();
    const { process: child, ended } = await serve();
    const startMs = performance.now() - before;
    expect(await serversIn(data())).toContain(postmaster());
    const begun = performance.now();
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    // A fifteenth of a first start; with a timer that was waited for it took as long as one.
    expect((performance.now() - begun) / startMs).toBeLessThan(0.6);
    expect(await serversIn(data())).toEqual([]);
  });

  it("ends with a reason where its database is killed, and answers as before when it is started again", async () => {
    const { address, ended, log } = await serve();
    const before = await watched(address);
    expect(before).toMatchObject({ status: 200 });
    process.kill(postmaster(), "SIGKILL");
    expect(await ended).toBe(6);
    expect(log()).toContain("The database that Fulcrum keeps running has ended by itself");
    const again = await serve();
    expect(await watched(again.address)).toEqual(before);
    again.process.kill("SIGTERM");
    expect(await again.ended).toBe(0);
  });

  it("leaves no worker behind where it is killed itself, and the next one takes the database over", async () => {
    const { process: child, address, ended } = await serve();
    const before = await watched(address);
    const database = postmaster();
    child.kill("SIGKILL");
    // The worker holds standard error open until it is gone as well.
    await ended;
    const again = await serve();
    // Not by its number alone, which stays until the system has taken note of the end.
    expect(await serversIn(data())).not.toContain(database);
    expect(await serversIn(data())).toContain(postmaster());
    expect(await watched(again.address)).toEqual(before);
    again.process.kill("SIGTERM");
    expect(await again.ended).toBe(0);
  });
});
