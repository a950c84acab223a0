import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import type { Launch, ProgramEnding, ProgramStart, RunningProgram } from "./program.ts";
import { headerLength, headerOf, type FromStarter, type ToStarter } from "./starter-protocol.ts";

let entry = new URL("./starter-process.js", import.meta.url);

/** Compiled `starter-process.ts`, where it is not beside this module: in tests from source. */
export function startThrough(compiled: URL): void {
  entry = compiled;
}

/** Whether the system has connections without a name in a folder, and the small process is compiled. */
export function hasStarter(): boolean {
  return process.platform === "linux" && existsSync(entry);
}

/** The small process is no more, or has not handed over what a program wrote: that says nothing of the program. */
export class StarterLost extends Error {}

/** Who connects says at once whose it is: what does not is somebody else's, who may read the name of the connection in the system's list. */
const strangerMilliseconds = 10_000;
const mostStrangers = 1_000;

interface Run {
  readonly start: ProgramStart;
  readonly resolve: (ending: ProgramEnding) => void;
  readonly reject: (error: Error) => void;
  ending: ProgramEnding | null;
  output: Socket | null;
  /** Whether all that it wrote was handed on. */
  hasFlowed: boolean;
}

/**
 * Starts programs through one small process of ours (`starter-process.ts`). Where memory is copied by the system's maps, a start
 * costs a large process several times what it costs a small one, and it does nothing else meanwhile
 * (measured by `npm run bench -- git-starts`).
 *
 * Output and input flow through connections that the small process hands to the program: their names are in no folder (Linux
 * has such), and who connects must say the unguessable id of a start.
 */
export class ProgramStarter {
  private readonly runs = new Map<string, Run>();
  private readonly child: ChildProcess;
  private readonly server: Server;
  /** The name by which the small process connects. */
  readonly socket = `\0fulcrum-${randomBytes(16).toString("hex")}`;
  private readonly strangers = new Set<Socket>();
  private whyLost: string | null = null;

  /** `under`: a program and its first arguments that start the small process, and so limit all that it starts. */
  constructor(under: readonly [string, ...string[]]) {
    const [program, ...first] = under;
    this.child = spawn(program, [...first, process.execPath, fileURLToPath(entry)], {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.child.on("message", (said: FromStarter) => this.hear(said));
    this.child.on("error", (error) => this.lose(error.message));
    this.child.on("exit", (code, signal) => this.lose(signal ?? `exit code ${String(code)}`));
    this.server = createServer((connection) => this.welcome(connection));
    this.server.on("error", (error) => this.lose(error.message));
    this.server.listen(this.socket);
    // What waits for a program keeps this process alive, not the chance that one is started.
    this.server.unref();
    this.child.unref();
    this.child.channel?.unref();
  }

  /** Then it starts nothing more. */
  get isLost(): boolean {
    return this.whyLost !== null;
  }

  readonly launch: Launch = (start) => {
    const id = randomBytes(16).toString("hex");
    const ended = new Promise<ProgramEnding>((resolve, reject) => {
      this.runs.set(id, { start, resolve, reject, ending: null, output: null, hasFlowed: false });
      this.child.channel?.ref();
      const { program, args, environment, input } = start;
      const hasInput = input !== null;
      this.tell({ kind: "start", id, program, args, environment, socket: this.socket, hasInput });
    });
    const kill = (): void => this.tell({ kind: "kill", id });
    return { ended, kill } satisfies RunningProgram;
  };

  /** With all that it started. */
  end(): void {
    this.lose("it was ended");
    if (this.child.connected) this.child.disconnect();
  }

  private tell(said: ToStarter): void {
    if (this.whyLost !== null) return this.lose(this.whyLost);
    this.child.send(said, (error) => {
      if (error !== null) this.lose(error.message);
    });
  }

  private hear(said: FromStarter): void {
    const run = this.runs.get(said.id);
    if (run === undefined) return;
    if (said.kind === "not-started") {
      this.forget(said.id);
      const { errorCode: code, text } = said;
      // A program that is not there is nowhere; for any other reason another process may start it.
      run.reject(
        code === "ENOENT" ? Object.assign(new Error(text), { code }) : new StarterLost(text),
      );
      return;
    }
    run.ending = said;
    this.settle(said.id, run);
    if (run.output === null) this.giveUpLater(said.id, run);
  }

  /** Of a program that has ended all output is on its way, unless its connection was refused. */
  private giveUpLater(id: string, run: Run): void {
    setTimeout(() => {
      if (run.output !== null || !this.forget(id)) return;
      run.reject(new StarterLost("what a program wrote was lost: its connection was refused"));
    }, strangerMilliseconds);
  }

  /** A connection says first whose it is; anything else is not ours. */
  private welcome(connection: Socket): void {
    this.admit(connection);
    let header = Buffer.alloc(0);
    const onHeader = (chunk: Buffer): void => {
      header = Buffer.concat([header, chunk]);
      if (header.length < headerLength) return;
      connection.off("data", onHeader);
      this.strangers.delete(connection);
      const said = header.toString("latin1", 0, headerLength);
      const id = said.slice(0, said.indexOf(" "));
      const run = this.runs.get(id);
      if (run !== undefined && said === headerOf(id, "output"))
        this.takeOutput(id, run, connection, header.subarray(headerLength));
      else if (run !== undefined && said === headerOf(id, "input"))
        connection
          .ref()
          .resume()
          .end(run.start.input ?? "");
      else connection.destroy();
    };
    // A program that ends before it has read its input breaks the connection: its exit code tells why.
    connection.on("error", () => connection.destroy());
    connection.on("data", onHeader);
  }

  /** A stranger neither keeps this process from ending nor takes all connections that the system allows. */
  private admit(connection: Socket): void {
    connection.unref();
    this.strangers.add(connection);
    const [oldest] = this.strangers;
    if (this.strangers.size > mostStrangers) oldest?.destroy();
    const patience = setTimeout(() => {
      if (this.strangers.has(connection)) connection.destroy();
    }, strangerMilliseconds);
    patience.unref();
    connection.on("close", () => {
      clearTimeout(patience);
      this.strangers.delete(connection);
    });
  }

  private takeOutput(id: string, run: Run, connection: Socket, first: Buffer): void {
    connection.ref();
    run.output = connection;
    if (first.length > 0) run.start.onOutput(first);
    connection.on("data", run.start.onOutput);
    // What is cut is no answer.
    connection.on("error", (error) => {
      if (this.forget(id)) run.reject(new StarterLost(error.message));
    });
    connection.on("close", () => {
      run.hasFlowed = true;
      this.settle(id, run);
    });
  }

  /** False: it is forgotten already. */
  private forget(id: string): boolean {
    const isKnown = this.runs.delete(id);
    if (this.runs.size === 0) this.child.channel?.unref();
    return isKnown;
  }

  private settle(id: string, run: Run): void {
    if (run.ending === null || !run.hasFlowed) return;
    this.forget(id);
    run.resolve(run.ending);
  }

  private lose(why: string): void {
    this.whyLost ??= why;
    this.server.close();
    for (const stranger of this.strangers) stranger.destroy();
    for (const { output, reject } of this.runs.values()) {
      // Whoever asked is told of the end: nothing more is handed on, and what still writes finds nobody.
      output?.destroy();
      reject(new StarterLost(`the process that starts programs was lost: ${this.whyLost}`));
    }
    this.runs.clear();
    this.child.channel?.unref();
  }
}
