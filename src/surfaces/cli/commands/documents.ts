import { resolve } from "node:path";
import { terminalText } from "#kernel/terminal-text.ts";
import type { VerbContext } from "#ports/context.ts";
import { onePagerPage } from "#operations/documents/one-pager-page.ts";
import { draftCharter } from "#operations/draft-charter.ts";
import { keepDocument } from "#operations/keep-document.ts";
import { writeOnePager } from "#operations/write-one-pager.ts";
import { contextOf, type Session } from "../session.ts";
import { noteOrigin, recall, type RecallOptions } from "./recall.ts";

export interface DocumentOptions extends RecallOptions {
  readonly out?: string;
  readonly force?: true;
}

export interface OnePagerOptions extends DocumentOptions {
  readonly redacted?: true;
  readonly format: "markdown" | "html";
}

/** A draft of the charter: on standard output, or in a file that is not there yet. */
export async function runCharter(session: Session, options: DocumentOptions): Promise<void> {
  const context = await contextOf(session, options);
  const recalled = await recall(session, context, options);
  await hand(session, context, await draftCharter(recalled, { assessment: recalled.id }), options);
  await noteOrigin(context, recalled);
}

/** One capability on one page, names left out on demand. */
export async function runOnePager(
  session: Session,
  capability: string,
  options: OnePagerOptions,
): Promise<void> {
  const context = await contextOf(session, options);
  const recalled = await recall(session, context, options);
  const text = await writeOnePager(recalled, {
    assessment: recalled.id,
    capability,
    redacted: options.redacted === true,
  });
  await hand(session, context, options.format === "html" ? onePagerPage(text) : text, options);
  await noteOrigin(context, recalled);
}

async function hand(
  session: Session,
  context: VerbContext,
  text: string,
  { out, force }: DocumentOptions,
): Promise<void> {
  if (out === undefined) {
    session.terminal.out.line(text.trimEnd());
    return;
  }
  const path = resolve(session.workingFolder, out);
  await keepDocument(context, { path, text, replace: force === true });
  session.terminal.out.line(terminalText(`Written to ${out}.`));
}
