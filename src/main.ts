#!/usr/bin/env node
import { runCommandLine } from "#surfaces/cli/run.ts";
import { toolVersion } from "#operations/tool-version.ts";
import type { Session } from "#surfaces/cli/session.ts";
import { askOn } from "#surfaces/cli/ask.ts";
import { screenOn } from "#surfaces/cli/terminal.ts";
import { optimiseLater } from "#operations/engine-settings.ts";
import { FulcrumError, systemCodeOf } from "#kernel/errors.ts";

/* The composition root: the only file that wires everything together. What is large is loaded when it is needed. */

optimiseLater();
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(130); // asked twice: at once, the cache is whole at any moment
    stop.abort(new FulcrumError("interrupted", "Stopped.", "Run the same command again."));
  });
}
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (systemCodeOf(error) === "EPIPE") process.exit(0); // `| head` has read enough
    throw error;
  });
}

const session: Session = {
  terminal: {
    out: screenOn(process.stdout, process.env),
    notes: screenOn(process.stderr, process.env),
  },
  input: () => process.stdin,
  environment: process.env,
  workingFolder: process.cwd(),
  clock: { now: () => Date.now() },
  signal: stop.signal,
  version: toolVersion,
  assess: async (context, input) => {
    const { assessOrganisation } = await import("#operations/assess-organisation.ts");
    return assessOrganisation(context, input);
  },
  ask: askOn(() => process.stdin, process.stderr),
  openPage: async () => {
    const { readReportTemplate } = await import("#surfaces/report/report-template.ts");
    const { renderReport } = await import("#surfaces/report/write-report.ts");
    const { jsonOfPage } = await import("#surfaces/report/page-report.ts");
    const template = await readReportTemplate();
    return (result) => renderReport(jsonOfPage(result), template);
  },
};

process.exitCode = await runCommandLine(session, process.argv.slice(2));
// A thread or a git that is still winding down must not hold up whoever asked to stop.
if (stop.signal.aborted) process.exit();
