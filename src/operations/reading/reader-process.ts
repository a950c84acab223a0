import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ReadAnswer, ReadTask } from "./read-protocol.ts";

const longestComplaint = 4096;

/** What answers a task for good: all that is no part. */
export type LastAnswer = Exclude<ReadAnswer, { kind: "part" }>;

/** One process that reads repositories for us, or their code: what ends it ends nothing else. */
export class ReaderProcess {
  private readonly child: ChildProcess;
  private complaint = "";
  private settle: ((answer: LastAnswer) => void) | null = null;
  private onPart: ((part: Uint8Array) => void) | null = null;
  private ended: string | null = null;

  /** `entry`: compiled `read-guard-worker.ts`; `thread`: the compiled module of the thread in it that reads. */
  constructor(entry: URL, thread: URL) {
    this.child = fork(fileURLToPath(entry), [thread.href], {
      serialization: "advanced",
      // A group of its own: it is ended with every git that it started, and the terminal's Ctrl-C is for us to answer.
      detached: true,
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      if (this.complaint.length < longestComplaint) this.complaint += text;
    });
    this.child.on("message", (answer: ReadAnswer) => {
      if (answer.kind === "part") this.onPart?.(answer.part);
      else this.answer(answer);
    });
    this.child.on("error", (error) => this.lose(error.message));
    this.child.on("close", (code, signal) => this.lose(endingOf(code, signal, this.complaint)));
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** One task at a time. Never rejects. `onPart` must not throw. */
  ask(task: ReadTask, onPart: (part: Uint8Array) => void): Promise<LastAnswer> {
    return new Promise((resolve) => {
      this.settle = resolve;
      this.onPart = onPart;
      if (this.ended !== null) return this.lose(this.ended);
      this.child.send(task, (error) => {
        if (error !== null) this.lose(error.message);
      });
    });
  }

  /** At once, with its gits. */
  end(): void {
    this.ended ??= "it was ended";
    const { pid } = this.child;
    try {
      if (pid !== undefined) process.kill(-pid, "SIGKILL");
    } catch {
      this.child.kill("SIGKILL"); // no groups on this system, or gone already
    }
  }

  private answer(answer: LastAnswer): void {
    const { settle } = this;
    this.settle = null;
    this.onPart = null;
    settle?.(answer);
  }

  private lose(why: string): void {
    this.ended ??= why;
    this.answer({ kind: "lost", why });
  }
}

/** In the words of whoever reads the report: V8's own say where it was, which nobody can use. */
function endingOf(code: number | null, signal: string | null, complaint: string): string {
  if (/heap out of memory|Allocation failed/i.test(complaint)) return "it ran out of memory";
  const ending = signal === null ? `exit code ${String(code)}` : `signal ${signal}`;
  const fatal = /(?:Fatal error|FATAL ERROR)[^\n]{0,200}/.exec(complaint)?.[0];
  return fatal === undefined ? ending : `${ending}, ${fatal.trim()}`;
}
