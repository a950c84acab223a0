import { execFile, spawn, type ChildProcess } from "node:child_process";
import { quietContext } from "#fixtures/quiet-context.ts";
import { createServer } from "node:http";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createSocket, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportObjectiveStatus } from "#operations/report-objective-status.ts";
import { writeAlertRules } from "#operations/write-alert-rules.ts";
import { bakeryObjectives } from "../fixtures/objectives.ts";
import { versionOf } from "./promtool.ts";

const run = promisify(execFile);
const isInstalled =
  (await versionOf("prometheus")) !== null && (await versionOf("promtool")) !== null;
const reason = isInstalled
  ? ""
  : " (skipped: prometheus is not installed; Debian: apt-get install prometheus)";

const day = 86_400;
const now = Math.floor(Date.now() / 1000 / 300) * 300;

/** Thirty-one days of loaves, a thousand in five minutes: one of two thousand burns, and half of the last half hour's. */
function history(): string {
  const golden: string[] = [];
  const burnt: string[] = [];
  let lost = 0;
  for (let index = 0; index <= (31 * day) / 300; index++) {
    const at = now - 31 * day + index * 300;
    if (at > now - 1_800) lost += 500;
    else if (index % 2 === 0) lost += 1;
    golden.push(
      `loaves_total{state="golden",job="ovens",instance="a"} ${String(index * 1_000 - lost)} ${String(at)}`,
    );
    burnt.push(
      `loaves_total{state="burnt",job="ovens",instance="a"} ${String(lost)} ${String(at)}`,
    );
  }
  return ["# TYPE loaves counter", ...golden, ...burnt, "# EOF", ""].join("\n");
}

describe.skipIf(!isInstalled)(`a real Prometheus${reason}`, () => {
  let folder = "";
  let url = "";
  let server: ChildProcess | undefined;
  const exporter = createServer((_, response) => {
    response.setHeader("content-type", "text/plain; version=0.0.4");
    response.end(
      'oven_celsius 200\nsales_total{ok="yes"} 10\nsales_total{ok="no"} 1\ncard_failures_ratio 0.01\n',
    );
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fulcrum-prometheus-"));
    await writeFile(join(folder, "bakery-slo.yaml"), bakeryObjectives);
    await writeFile(join(folder, "history.om"), history());
    await writeAlertRules(quietContext(), {
      paths: ["."],
      workingFolder: folder,
      out: join(folder, "rules.yml"),
    });
    await new Promise<void>((resolve) => exporter.listen(0, "127.0.0.1", resolve));
    await run(
      "promtool",
      [
        "tsdb",
        "create-blocks-from",
        "--max-block-duration=768h",
        "openmetrics",
        "history.om",
        "data",
      ],
      {
        cwd: folder,
      },
    );
    await writeFile(
      join(folder, "prometheus.yml"),
      `global: {scrape_interval: 1s, evaluation_interval: 1s}
rule_files: [rules.yml]
scrape_configs: [{job_name: door, static_configs: [{targets: ["127.0.0.1:${String(portOf(exporter.address()))}"]}]}]
`,
    );
    const port = await freePort();
    url = `http://127.0.0.1:${String(port)}`;
    server = spawn(
      "prometheus",
      [
        "--config.file=prometheus.yml",
        "--storage.tsdb.path=data",
        "--storage.tsdb.retention.time=60d",
        `--web.listen-address=127.0.0.1:${String(port)}`,
      ],
      { cwd: folder, stdio: "ignore" },
    );
    await until(async () => (await fetch(`${url}/-/ready`)).ok);
  }, 90_000);

  afterAll(async () => {
    const gone = new Promise((resolve) => server?.once("exit", resolve) ?? resolve(null));
    server?.kill("SIGKILL");
    await gone;
    exporter.closeAllConnections();
    exporter.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("loads the rules, and each of them evaluates", async () => {
    await until(async () => {
      const rules = await rulesOf(url);
      return rules.length > 0 && rules.every((one) => one.lastEvaluation > "2000");
    });
    const rules = await rulesOf(url);
    expect(rules.length).toBeGreaterThan(40);
    expect(rules.filter((one) => one.health !== "ok")).toEqual([]);
  });

  it("feeds them with what it scrapes from the exporter", async () => {
    const recorded = async (): Promise<number> =>
      valueOf(url, 'slo:error_ratio:window6h{slo="till/cards"}');
    await until(async () => Math.abs((await recorded()) - 0.01) < 1e-9);
    expect(await recorded()).toBeCloseTo(0.01, 9);
    expect(await valueOf(url, 'up{job="door"}')).toBe(1);
  });

  it("is asked in chunks for thirty days, and gives the budget that was planted", async () => {
    const status = await reportObjectiveStatus(quietContext({ now: now * 1000 }), {
      paths: ["."],
      workingFolder: folder,
      prometheus: url,
      files: [],
      dataFolder: folder,
      cacheFolder: join(folder, "cache"),
      at: now,
    });
    const loaves = status.objectives.find((one) => one.sloId.endsWith("#ovens/loaves"));
    const events = ((30 * day) / 300) * 1_000;
    const bad = (30 * day - 1_800) / 600 + 3_000;
    expect(Math.abs((loaves?.n ?? 0) / events - 1)).toBeLessThan(0.001);
    expect(loaves?.budgetLeft).toBeCloseTo(1 - bad / (0.001 * events), 2);
    expect(loaves?.state).toBe("burning");
    expect(loaves?.alerts.find((one) => one.longWindow === "1h")?.state).toBe("firing");
    const door = status.objectives.find((one) => one.sloId.endsWith("#door"));
    expect(door).toMatchObject({ state: "unjudgeable", budgetLeft: null });
    expect(status.problems).toEqual([]);
  });
});

interface Rule {
  readonly health: string;
  readonly lastEvaluation: string;
}

async function rulesOf(url: string): Promise<readonly Rule[]> {
  const body = (await (await fetch(`${url}/api/v1/rules`)).json()) as {
    data: { groups: { rules: Rule[] }[] };
  };
  return body.data.groups.flatMap((group) => group.rules);
}

/** NaN while there is no series. */
async function valueOf(url: string, query: string): Promise<number> {
  const address = `${url}/api/v1/query?query=${encodeURIComponent(query)}`;
  const body = (await (await fetch(address)).json()) as {
    data: { result: { value: [number, string] }[] };
  };
  return Number(body.data.result[0]?.value[1] ?? Number.NaN);
}

/** At most a minute. */
async function until(isDone: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await isDone().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("not ready within a minute");
}

function portOf(address: ReturnType<Server["address"]>): number {
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((resolve) => socket.listen(0, "127.0.0.1", resolve));
  const port = portOf(socket.address());
  await new Promise((resolve) => socket.close(resolve));
  return port;
}
