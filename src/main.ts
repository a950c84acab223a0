#!/usr/bin/env node
import type { Readable } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import type { Session } from "#surfaces/cli/session.ts";
import type { OutputStream } from "#surfaces/cli/terminal.ts";
import type { ThreadStart } from "#surfaces/cli/thread-streams.ts";

/* The entry: what surfaces are given from outside is wired here. What is large is loaded when it is needed. */

if (parentPort === null)
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error) => {
      if ("code" in error && error.code === "EPIPE") process.exit(0); // `| head` has read enough
      throw error;
    });

const args = process.argv.slice(2);
const isHelp =
  args.length === 0 || args.some((arg) => /^(?:help|--help|-h|--version|-V)$/.test(arg));
if (parentPort !== null) await runInThread(parentPort);
// Help is there at once, and the system itself ends it on a signal.
else if (isHelp) await runHere();
else {
  const { optimiseLater } = await import("#operations/reading/engine-settings.ts");
  optimiseLater();
  const { guardCommand } = await import("#surfaces/cli/guard-command.ts");
  const { collectTemporaryPaths } = await import("#store/files/temporary-paths.ts");
  const removeNoted = collectTemporaryPaths();
  process.exitCode = await guardCommand(new URL(import.meta.url), args, async () => {
    removeNoted();
    const { removeOwnTemporaryFolders } = await import("#sources/git/temporary-folder.ts");
    await removeOwnTemporaryFolders();
  });
}

/** In the thread that `guardCommand` started. */
async function runInThread(port: NonNullable<typeof parentPort>): Promise<void> {
  const { streamsThrough } = await import("#surfaces/cli/thread-streams.ts");
  const { FulcrumError } = await import("#kernel/errors.ts");
  const stop = new AbortController();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own main thread sends it
  const streams = streamsThrough(port, workerData as ThreadStart, () => {
    stop.abort(new FulcrumError("interrupted", "Stopped.", "Run the same command again."));
  });
  process.exitCode = await run({ ...streams, signal: stop.signal });
  // A thread or a git that is still winding down must not hold up whoever asked to stop.
  if (stop.signal.aborted) process.exit();
}

async function runHere(): Promise<void> {
  const { signal } = new AbortController();
  const { stdout: out, stderr: notes } = process;
  process.exitCode = await run({ out, notes, input: null, signal, askForGrace: () => undefined });
}

interface Surroundings {
  readonly out: OutputStream;
  readonly notes: OutputStream;
  /** Null: the process's own. */
  readonly input: Readable | null;
  readonly signal: AbortSignal;
  readonly askForGrace: (milliseconds: number) => void;
}

async function run({ out, notes, input: own, signal, askForGrace }: Surroundings): Promise<number> {
  const input = (): Readable => own ?? process.stdin;
  const { runCommandLine } = await import("#surfaces/cli/run.ts");
  const { toolVersion } = await import("#kernel/tool-version.ts");
  const { askOn } = await import("#surfaces/cli/ask.ts");
  const { screenOn } = await import("#surfaces/cli/terminal.ts");
  const session: Session = {
    terminal: { out: screenOn(out, process.env), notes: screenOn(notes, process.env) },
    input,
    environment: process.env,
    workingFolder: process.cwd(),
    clock: { now: () => Date.now() },
    signal,
    askForGrace,
    version: toolVersion,
    entry: new URL(import.meta.url),
    stores: async () => {
      const { cacheHome } = await import("#store/files/cache-home.ts");
      const { fileStores } = await import("#store/files/stores.ts");
      return fileStores(cacheHome(process.env));
    },
    openDatabase: async (wish) => {
      const { openDatabase } = await import("#store/postgres/open-database.ts");
      return openDatabase(wish);
    },
    threads: { readCode: new URL("./read-code-worker.js", import.meta.url) },
    assess: async (context, request) => {
      const { assessOrganisation } = await import("#operations/assess-organisation.ts");
      return assessOrganisation(context, request);
    },
    ask: askOn(input, notes),
    openPage: async () => {
      const { readReportTemplate } = await import("#surfaces/report/report-template.ts");
      const { renderReport } = await import("#surfaces/report/write-report.ts");
      const { shortenedReport } = await import("#surfaces/report/shortened-report.ts");
      const template = await readReportTemplate();
      return (report) => renderReport(shortenedReport(report), template);
    },
  };
  return runCommandLine(session, args);
}
