import { FulcrumError } from "#kernel/errors.ts";
import { openAssessment, type OpenedAssessment } from "#operations/open-assessment.ts";
import { serveStdio } from "#surfaces/mcp/serve-stdio.ts";
import { tools } from "#surfaces/mcp/tools/index.ts";
import { contextOf, type Session } from "../session.ts";
import { noteOrigin, recall, type RecallOptions } from "./recall.ts";

export type McpOptions = RecallOptions;

/** Answers an agent over standard input and output. What there is to answer from is opened first: without it there is no handshake. */
export async function runMcp(session: Session, options: McpOptions): Promise<void> {
  if (options.report === "-")
    throw new FulcrumError(
      "usage",
      "Standard input carries what the agent asks, so that no report can come from there.",
      "Name a file: fulcrum mcp --report report.json",
    );
  const context = await contextOf(session, options);
  const first = await recall(session, context, options);
  await noteOrigin(context, first);
  const { terminal, version, signal } = session;
  // The assessment that is kept may be made again meanwhile; a file that was named is read once.
  const open = (): Promise<OpenedAssessment> =>
    first.origin === null
      ? Promise.resolve(first)
      : openAssessment(context, { reportPath: null, place: first.path });
  await serveStdio(
    { open, tools, version, log: context.log },
    { input: session.input(), output: terminal.out.stream, signal },
  );
}
