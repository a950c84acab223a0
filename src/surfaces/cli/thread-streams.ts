import { Readable, Writable } from "node:stream";
import type { MessagePort } from "node:worker_threads";
import type { OutputStream } from "./terminal.ts";

/** How a stream of the process looks: a thread cannot see that for itself. */
export interface StreamLook {
  readonly isTTY: boolean;
  readonly columns: number;
}

/** What a command is started with, in its thread. */
export interface ThreadStart {
  readonly out: StreamLook;
  readonly notes: StreamLook;
}

/** To the thread that runs the command. */
export type ToThread =
  | { readonly kind: "stop" }
  | { readonly kind: "look"; readonly looks: ThreadStart }
  /** So many bytes have reached the stream. */
  | { readonly kind: "written"; readonly to: keyof ThreadStart; readonly bytes: number }
  /** Of standard input; null: its end. */
  | { readonly kind: "input"; readonly bytes: Uint8Array | null };

/** From it. */
export type FromThread =
  | { readonly kind: "write"; readonly to: keyof ThreadStart; readonly bytes: Uint8Array }
  | { readonly kind: "wants-input" }
  /** How long it may take to end once it is asked to. */
  | { readonly kind: "grace"; readonly milliseconds: number };

export function lookOf({ isTTY, columns }: OutputStream): StreamLook {
  return { isTTY: isTTY === true, columns: columns ?? 0 };
}

/** Keeps the thread alive while something is awaited through the port. */
class Wait {
  private readonly port: MessagePort;
  private readonly waiting: Set<object>;

  constructor(port: MessagePort, waiting: Set<object>) {
    this.port = port;
    this.waiting = waiting;
  }

  begin(): void {
    this.waiting.add(this);
    this.port.ref();
  }

  end(): void {
    this.waiting.delete(this);
    if (this.waiting.size === 0) this.port.unref();
  }
}

/** Written on its way, before whoever writes is asked to wait. */
const mostOnTheWay = 4 * 1024 * 1024;

/** A stream of the process, written from a thread: what is written to several stays in the order of its writing. */
class ThreadOutput extends Writable {
  private readonly tell: (bytes: Uint8Array) => void;
  private readonly wait: Wait;
  private look: StreamLook;
  private onTheWay = 0;
  private held: (() => void) | null = null;

  constructor(look: StreamLook, wait: Wait, tell: (bytes: Uint8Array) => void) {
    super();
    this.look = look;
    this.wait = wait;
    this.tell = tell;
  }

  get isTTY(): boolean {
    return this.look.isTTY;
  }

  get columns(): number {
    return this.look.columns;
  }

  looks(look: StreamLook): void {
    this.look = look;
    this.emit("resize");
  }

  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    this.onTheWay += bytes.length;
    this.tell(bytes);
    if (this.onTheWay <= mostOnTheWay) return done();
    this.held = done;
    this.wait.begin();
  }

  written(bytes: number): void {
    this.onTheWay -= bytes;
    const { held } = this;
    if (held === null || this.onTheWay > mostOnTheWay) return;
    this.held = null;
    this.wait.end();
    held();
  }
}

/** Standard input by messages; nothing is asked for before somebody reads, and a pause lets the thread end. */
class ThreadInput extends Readable {
  private readonly wait: Wait;
  private readonly ask: () => void;
  private isAsked = false;
  /** Not `isPaused`: that is also said of a stream whose reader takes piece by piece, and waits. */
  private isHalted = false;

  constructor(wait: Wait, ask: () => void) {
    super();
    this.wait = wait;
    this.ask = ask;
    this.on("pause", () => {
      this.isHalted = true;
      wait.end();
    });
    this.on("resume", () => {
      this.isHalted = false;
      if (this.isAsked) wait.begin();
    });
  }

  override _read(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    // A stream that is paused fills its room all the same; nobody waits for that.
    if (!this.isHalted) this.wait.begin();
    this.ask();
  }

  supply(bytes: Uint8Array | null): void {
    this.isAsked = false;
    this.wait.end();
    this.push(bytes);
  }
}

export interface ThreadStreams {
  readonly out: OutputStream;
  readonly notes: OutputStream;
  readonly input: Readable;
  /** From now on the command may take so long to end in good order. */
  readonly askForGrace: (milliseconds: number) => void;
}

/** The streams of the process for the command's thread; `onStop` is called when the command is to end. */
export function streamsThrough(
  port: MessagePort,
  start: ThreadStart,
  onStop: () => void,
): ThreadStreams {
  const waiting = new Set<object>();
  const tell = (message: FromThread): void => port.postMessage(message);
  const outputTo = (to: keyof ThreadStart): ThreadOutput =>
    new ThreadOutput(start[to], new Wait(port, waiting), (bytes) =>
      tell({ kind: "write", to, bytes }),
    );
  const outputs = { out: outputTo("out"), notes: outputTo("notes") };
  const input = new ThreadInput(new Wait(port, waiting), () => tell({ kind: "wants-input" }));
  port.on("message", (message: ToThread) => {
    if (message.kind === "stop") onStop();
    else if (message.kind === "written") outputs[message.to].written(message.bytes);
    else if (message.kind === "input") input.supply(message.bytes);
    else {
      outputs.out.looks(message.looks.out);
      outputs.notes.looks(message.looks.notes);
    }
  });
  port.unref();
  const askForGrace = (milliseconds: number): void => tell({ kind: "grace", milliseconds });
  return { ...outputs, input, askForGrace };
}
