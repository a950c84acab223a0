import { spawn } from "node:child_process";
import { longestComplaint } from "./starter-protocol.ts";

/** A program to start, and what becomes of its output. */
export interface ProgramStart {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Null: nothing is to be read. */
  readonly input: string | Buffer | null;
  readonly onOutput: (chunk: Buffer) => void;
}

export interface ProgramEnding {
  readonly code: number | null;
  readonly signal: string | null;
  /** What it wrote to its standard error, cut. */
  readonly complaint: string;
}

export interface RunningProgram {
  /** When all of its output was handed on. Rejects where it could not be started, with the system's code. */
  readonly ended: Promise<ProgramEnding>;
  /** At once. */
  kill(): void;
}

export type Launch = (start: ProgramStart) => RunningProgram;

/** As a child of this process. */
export const launchHere: Launch = ({ program, args, environment, input, onOutput }) => {
  const child = spawn(program, args, {
    env: environment,
    stdio: [input === null ? "ignore" : "pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  let complaint = "";
  child.stderr?.setEncoding("latin1").on("data", (text: string) => {
    if (complaint.length < longestComplaint) complaint += text;
  });
  child.stdout?.on("data", onOutput);
  // A process that ends before it has read its input (a corrupt repository) breaks the pipe: its exit code tells why.
  child.stdin?.on("error", () => child.stdin?.destroy());
  if (input !== null) child.stdin?.end(input);
  const ended = new Promise<ProgramEnding>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({ code, signal, complaint });
    });
  });
  return { ended, kill: () => child.kill("SIGKILL") };
};
