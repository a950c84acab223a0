import { writeSync } from "node:fs";
import { constants } from "node:os";
import { Worker } from "node:worker_threads";
import { errorCodes, messageOf, systemCodeOf } from "#kernel/errors.ts";
import { terminalText } from "#kernel/terminal-text.ts";
import { stoppedNext, stoppedText } from "./stopped.ts";
import { systemLimit } from "./system-limit.ts";
import { lookOf, type FromThread, type ThreadStart, type ToThread } from "./thread-streams.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type Signal = (typeof signals)[number];

/** A command that computes, or waits for what does not come, is ended so long after it was asked to stop, unless it asked for more. */
const usualGraceMs = 500;
/** A thread within one long step of V8 ends only after it. */
const endingMs = 200;

/**
 * Runs the command in a thread of its own and stays awake beside it, for signals reach nobody but this thread: each is answered
 * within a second, whatever the command does. `removeTemporary` is called before the process is ended by force. Gives the exit code.
 */
export async function guardCommand(
  entry: URL,
  args: readonly string[],
  removeTemporary: () => Promise<void>,
): Promise<number> {
  const looks = (): ThreadStart => ({ out: lookOf(process.stdout), notes: lookOf(process.stderr) });
  const thread = new Worker(entry, { argv: [...args], workerData: looks() });
  const tell = (message: ToThread): void => thread.postMessage(message);
  let asked: Signal | null = null;
  let graceMs = usualGraceMs;

  const endByForce = async (signal: Signal): Promise<void> => {
    const isEnded = await Promise.race([
      thread.terminate().then(() => true),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), endingMs)),
    ]);
    await removeTemporary();
    // A bar that is drawn over hides the cursor.
    sayAtOnce(
      `${process.stderr.isTTY ? "\u001b[?25h\r\u001b[2K" : ""}Error: ${stoppedText}\n${stoppedNext}\n`,
    );
    if (isEnded) process.exit(exitCodeOf(signal));
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  };
  for (const signal of signals)
    process.on(signal, () => {
      if (asked !== null) return void endByForce(signal); // asked twice: at once
      asked = signal;
      tell({ kind: "stop" });
      setTimeout(() => void endByForce(signal), graceMs).unref();
    });

  for (const stream of [process.stdout, process.stderr])
    stream.on("resize", () => tell({ kind: "look", looks: looks() }));
  let isInputOpen = false;
  thread.on("message", (message: FromThread) => {
    if (message.kind === "wants-input") {
      isInputOpen = true;
      return handOnInput(tell);
    }
    if (message.kind === "grace") {
      graceMs = message.milliseconds;
      return;
    }
    const { to, bytes } = message;
    const stream = to === "out" ? process.stdout : process.stderr;
    stream.write(bytes, () => tell({ kind: "written", to, bytes: bytes.length }));
  });

  return new Promise((resolve) => {
    let lostCode: number | null = null;
    thread.on("error", (error) => {
      lostCode = systemLimit(error)?.exitCode ?? errorCodes.unexpected.exitCode;
      void removeTemporary();
      sayAtOnce(lossText(error));
    });
    thread.on("exit", (code) => {
      if (isInputOpen) process.stdin.pause(); // else it would be waited for
      if (lostCode !== null) resolve(lostCode);
      else
        resolve(
          asked !== null && code === errorCodes.interrupted.exitCode ? exitCodeOf(asked) : code,
        );
    });
  });
}

/** As shells count: 130 for Ctrl-C, 143 for SIGTERM. */
function exitCodeOf(signal: Signal): number {
  return 128 + constants.signals[signal];
}

/** The next piece of standard input, or its end. */
function handOnInput(tell: (message: ToThread) => void): void {
  const { stdin } = process;
  const done = (bytes: Uint8Array | null): void => {
    stdin.off("data", onData).off("end", onEnd).off("error", onEnd).pause();
    tell({ kind: "input", bytes });
  };
  const onData = (bytes: Buffer): void => done(bytes);
  const onEnd = (): void => done(null);
  if (stdin.readableEnded) return tell({ kind: "input", bytes: null });
  stdin.on("data", onData).on("end", onEnd).on("error", onEnd).resume();
}

/** Nothing else may be written after it: the process ends. */
function sayAtOnce(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // nobody listens
  }
}

function lossText(error: Error): string {
  if (systemCodeOf(error) === "ERR_WORKER_OUT_OF_MEMORY")
    return "Error: There was not enough memory.\nGive it more, with NODE_OPTIONS=--max-old-space-size=8192 (megabytes), or assess fewer repositories at once.\n";
  const limit = systemLimit(error);
  if (limit !== null) return `Error: ${limit.message}\n${limit.next}\n`;
  return `Error: ${errorCodes.unexpected.title}: ${terminalText(messageOf(error))}\nRun the command again with --debug and report what it prints; what was read is kept.\n`;
}
