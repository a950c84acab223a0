export interface PendingHeredoc {
  /** The string token that stands where the heredoc was opened; it is given its text here. */
  readonly token: { text: string; isLiteral: boolean };
  readonly name: string;
  readonly isIndented: boolean;
  readonly isRaw: boolean;
}

/** Reads the bodies of the heredocs opened on the line before `start`; answers where they end, null where one never does. */
export function readHeredocs(
  source: string,
  start: number,
  pending: readonly PendingHeredoc[],
): number | null {
  let at = start;
  for (const heredoc of pending) {
    const bodyStart = at;
    let bodyEnd: number | null = null;
    while (bodyEnd === null && at < source.length) {
      const newline = source.indexOf("\n", at);
      const lineEnd = newline === -1 ? source.length : newline;
      const line = source.slice(at, lineEnd).replace(/\r$/, "");
      if ((heredoc.isIndented ? line.trimStart() : line) === heredoc.name) bodyEnd = at;
      at = lineEnd + 1;
    }
    if (bodyEnd === null) return null;
    const body = source.slice(bodyStart, bodyEnd);
    heredoc.token.text = body.trim();
    heredoc.token.isLiteral = heredoc.isRaw || !body.includes("#{");
  }
  return Math.min(at, source.length);
}
