import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** Lines of an input, one for each question; what comes before a question waits for it. Null at the end of the input. */
export function askOn(
  input: () => Readable,
  output: Writable,
): (prompt: string) => Promise<string | null> {
  let lines: Interface | null = null;
  const waiting: string[] = [];
  const asking: ((line: string | null) => void)[] = [];
  let isOver = false;
  const open = (): void => {
    if (lines !== null) return;
    lines = createInterface({ input: input(), crlfDelay: Number.POSITIVE_INFINITY });
    lines.on("line", (line) => {
      const next = asking.shift();
      if (next === undefined) waiting.push(line);
      else next(line);
      // Nobody asks: the process may end though the input stays open.
      if (asking.length === 0) lines?.pause();
    });
    lines.on("close", () => {
      isOver = true;
      for (const next of asking.splice(0)) next(null);
    });
  };
  return (prompt) => {
    output.write(prompt);
    open();
    const line = waiting.shift();
    if (line !== undefined) return Promise.resolve(line);
    if (isOver) return Promise.resolve(null);
    lines?.resume();
    return new Promise((answer) => asking.push(answer));
  };
}
