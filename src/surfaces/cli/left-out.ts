import type { OperationContext } from "#ports/context.ts";
import { markdownText } from "#operations/documents/foreign-text.ts";
import type { Session } from "./session.ts";

/**
 * Says what an answer lacks and how to get it: inside Markdown, which is handed on without the notes and also when quiet, else
 * among the notes.
 */
export function sayLeftOut(
  { terminal }: Session,
  { log }: Pick<OperationContext, "log">,
  format: string,
  text: string,
): void {
  if (format !== "markdown") return log.info(text);
  terminal.out.line();
  terminal.out.line(markdownText(text));
}
