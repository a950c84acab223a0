import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "#sections/report.ts";
import { projectRoot } from "../architecture/project-files.ts";

export interface RunningService {
  readonly address: string;
  /** Where its data lies. */
  readonly folder: string;
  /** As it was asked with SIGTERM; what it was doing is over. */
  stop(): Promise<{ readonly code: number | null; readonly log: string }>;
  remove(): void;
}

/** `fulcrum serve` as built, on a database of its own; resolves when it says where it is. */
export async function startServing(
  reports: readonly Report[] = [],
  options: readonly string[] = [],
  folder = mkdtempSync(join(tmpdir(), "fulcrum-serve-")),
): Promise<RunningService> {
  chmodSync(folder, 0o755);
  const files = reports.map((report, at) => {
    const path = join(folder, `report-${String(at)}.json`);
    writeFileSync(path, JSON.stringify(report));
    return path;
  });
  const main = join(projectRoot, "dist", "bundle", "main.js");
  const words = [
    main,
    "serve",
    "--port",
    "0",
    ...options,
    ...(files.length > 0 ? ["--report", ...files] : []),
  ];
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, words, { cwd: folder, env: environment });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString("utf8")));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const found = /http:\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error(`It ended before it served: ${log}`)));
  });
  return {
    address,
    folder,
    stop: async () => {
      child.kill("SIGTERM");
      return { code: await ended, log };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
