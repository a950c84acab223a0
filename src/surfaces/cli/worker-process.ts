import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ServiceLog } from "../http/service-log.ts";

export interface WorkerProcess {
  /** It gives back what it works on, and is gone. */
  stop(): Promise<void>;
}

export interface WorkerWish {
  /** The module that this program begins with. */
  readonly entry: URL;
  /** Absolute. */
  readonly dataFolder: string;
  readonly configuration: string;
  readonly concurrency: number;
  readonly log: ServiceLog;
}

/** Before another one is started in the place of one that ended by itself. */
const againMs = 5_000;
/** To give back what it works on. */
const stoppingMs = 20_000;

/**
 * Keeps one `fulcrum worker` running beside this process: scans compute for minutes, and what ends a scan by force must not end
 * the service. It ends when its input does, so that it never outlives this process.
 */
export function keepWorker(wish: WorkerWish): WorkerProcess {
  const { log } = wish;
  let isStopping = false;
  let again: NodeJS.Timeout | undefined;
  let child = startWorker(wish);
  const watch = (): void => {
    child.on("error", (error) =>
      log({ level: "error", message: "worker not started", about: { failure: error.message } }),
    );
    child.on("close", (code, signal) => {
      if (isStopping) return;
      log({ level: "warn", message: "worker ended", about: { code, signal } });
      again = setTimeout(() => {
        child = startWorker(wish);
        watch();
      }, againMs);
    });
  };
  watch();
  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(again);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => void child.once("close", () => resolve()));
      const late = setTimeout(() => child.kill("SIGKILL"), stoppingMs);
      child.stdin?.end();
      await ended;
      clearTimeout(late);
    },
  };
}

function startWorker({ entry, dataFolder, configuration, concurrency }: WorkerWish): ChildProcess {
  const args = ["--data", dataFolder, "--config", configuration, "--until-input-ends"];
  const child = spawn(
    process.execPath,
    [fileURLToPath(entry), "worker", ...args, "--concurrency", String(concurrency)],
    { stdio: ["pipe", "ignore", "inherit"] },
  );
  child.stdin?.on("error", () => undefined); // it has ended: `close` says so
  return child;
}
