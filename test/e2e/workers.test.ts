import { spawn, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository } from "#fixtures/repository-builder.ts";
import { projectRoot } from "../architecture/project-files.ts";
import { startServing, type RunningService } from "./running-service.ts";

const main = join(projectRoot, "dist", "bundle", "main.js");
let service: RunningService;
let clones = "";
const workers: Worker[] = [];

interface Worker {
  readonly process: ChildProcess;
  readonly log: () => string;
  readonly ended: Promise<void>;
}

interface Job {
  readonly id: string;
  readonly state: string;
  readonly assessment: string | null;
}

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "fulcrum-workers-"));
  chmodSync(folder, 0o755);
  clones = join(folder, "clones");
  repository("shop")
    .commit({
      at: "2024-02-02",
      author: "Ada Oven <ada@bakery.example>",
      message: "Begin",
      files: { "package.json": '{ "name": "shop", "dependencies": { "left-pad": "^1.0.0" } }' },
    })
    .write(clones);
  const rules = `folders: [${JSON.stringify(clones)}]\n`;
  mkdirSync(join(folder, ".fulcrum"));
  writeFileSync(join(folder, ".fulcrum", "service.yaml"), rules);
  service = await startServing([], ["--workers", "0"], folder);
});
afterAll(async () => {
  for (const { process: child, ended } of workers) {
    child.kill("SIGTERM");
    await ended;
  }
  await service.stop();
  service.remove();
});

/** `fulcrum worker` beside the service; `path` comes before all others where programs are looked for. */
function startWorker(path = ""): Worker {
  const { DATABASE_URL: _, PATH = "", ...environment } = process.env;
  const child = spawn(process.execPath, [main, "worker"], {
    cwd: service.folder,
    env: { ...environment, PATH: path === "" ? PATH : `${path}${delimiter}${PATH}` },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString("utf8")));
  const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
  const worker = { process: child, log: () => log, ended };
  workers.push(worker);
  return worker;
}

async function ask<Body>(path: string, body?: object): Promise<Body> {
  const sent =
    body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body),
        };
  const answer = await fetch(`${service.address}api/v1${path}`, sent);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is asked for is what the test is about
  return (await answer.json()) as Body;
}

async function scan(organisation: string): Promise<Job> {
  await ask(`/organisations/${organisation}/repositories`, { folder: clones });
  return ask<Job>(`/organisations/${organisation}/scans`, {});
}

async function completed({ id }: Job): Promise<Job> {
  await expect
    .poll(async () => (await ask<Job>(`/jobs/${id}`)).state, { timeout: 60_000 })
    .toBe("completed");
  return ask<Job>(`/jobs/${id}`);
}

async function componentsOf(organisation: string): Promise<readonly unknown[]> {
  const path = `/organisations/${organisation}/sections/components/items`;
  return (await ask<{ items: readonly unknown[] }>(path)).items;
}

describe("workers", () => {
  it("killed in the middle of a job lose nothing: another one does it", async () => {
    const slow = join(service.folder, "slow");
    mkdirSync(slow);
    const pid = join(slow, "pid");
    writeFileSync(join(slow, "git"), `#!/bin/sh\necho $$ > '${pid}'\nexec sleep 120\n`);
    chmodSync(join(slow, "git"), 0o755);
    const first = startWorker(slow);
    const job = await scan("bakery");
    await expect.poll(() => existsSync(pid), { timeout: 60_000 }).toBe(true);
    expect(await ask(`/jobs/${job.id}`)).toMatchObject({ state: "running", assessment: null });
    first.process.kill("SIGKILL");
    await first.ended;
    const second = startWorker();
    const done = await completed(job);
    expect(done.assessment).not.toBeNull();
    expect(second.log()).toContain("job completed");
    expect(await componentsOf("bakery")).toHaveLength(1);
    // What it had started ends by itself where it listens; this one did not.
    const left = Number(readFileSync(pid, "utf8"));
    if (existsSync(`/proc/${String(left)}`)) process.kill(left, "SIGKILL");
  });

  it("read one repository for two organisations at once, each whole", async () => {
    startWorker();
    const jobs = await Promise.all([scan("left"), scan("right")]);
    for (const job of jobs) await completed(job);
    const [left, right] = await Promise.all([componentsOf("left"), componentsOf("right")]);
    expect(left).toHaveLength(1);
    expect(left).toEqual(right);
  });
});
