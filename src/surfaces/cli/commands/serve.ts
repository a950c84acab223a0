import { join, resolve } from "node:path";
import { terminalText } from "#kernel/terminal-text.ts";
import { readReport } from "#operations/open-assessment.ts";
import { readPushSecrets } from "#operations/scanning/push-secrets.ts";
import { readServiceConfiguration } from "#operations/scanning/read-service-configuration.ts";
import type { Report } from "#sections/report.ts";
import { ndjsonLog } from "#surfaces/http/service-log.ts";
import { openService } from "#surfaces/http/open-service.ts";
import type { CommonOptions, Session } from "../session.ts";
import { keepWorker } from "../worker-process.ts";

export interface ServeOptions extends CommonOptions {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  readonly report?: readonly string[];
  readonly config?: string;
  /** 0: workers are started otherwise. */
  readonly workers: number;
}

/** Requests that run are waited for, then the database is closed in good order. */
const stoppingMs = 30_000;

/** Serves until it is asked to stop; throws `database-failed` where its own database ends before. One line says where; the log of requests goes to standard error. */
export async function runServe(
  session: Session,
  { host, port, data, quiet, report: paths = [], config, workers }: ServeOptions,
): Promise<void> {
  const { terminal, workingFolder, environment, signal, clock, version, openDatabase } = session;
  session.askForGrace(stoppingMs);
  const url = environment["DATABASE_URL"] ?? "";
  const log = ndjsonLog(
    () => clock.now(),
    (line) => void terminal.notes.stream.write(line),
  );
  const reports: Report[] = [];
  for (const path of paths)
    reports.push(
      await readReport(path === "-" ? session.input() : resolve(workingFolder, path), signal),
    );
  const dataFolder = resolve(workingFolder, data);
  const configuration = resolve(workingFolder, config ?? join(data, "service.yaml"));
  const rules = await readServiceConfiguration(configuration);
  const service = await openService(
    { openDatabase, clock, signal, version, log: quiet === true ? () => undefined : log },
    {
      host,
      port,
      dataFolder,
      url: url === "" ? null : url,
      environment,
      reports,
      rules,
      secrets: await readPushSecrets(rules, configuration, environment),
    },
  );
  const { entry } = session;
  const worker =
    entry === null || workers === 0
      ? null
      : keepWorker({ entry, dataFolder, configuration, concurrency: workers, log });
  const { out } = terminal;
  out.line(`Fulcrum is at ${out.style.bold(terminalText(service.address))}`);
  await stopped(AbortSignal.any([signal, service.gone]));
  await worker?.stop();
  await service.stop();
  if (!signal.aborted) throw service.gone.reason;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolved) => {
    if (signal.aborted) resolved();
    else signal.addEventListener("abort", () => resolved(), { once: true });
  });
}
