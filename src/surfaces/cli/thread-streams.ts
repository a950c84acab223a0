import { Readable, type Writable } from "node:stream";
import type { MessagePort } from "node:worker_threads";
import type { OutputStream } from "./terminal.ts";

/** How a stream of the process looks: its thread cannot see that for itself. */
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
  /** Of standard input; null: its end. */
  | { readonly kind: "input"; readonly bytes: Uint8Array | null };

/** From it. */
export type FromThread = { readonly kind: "wants-input" };

export function lookOf({ isTTY, columns }: OutputStream): StreamLook {
  return { isTTY: isTTY === true, columns: columns ?? 0 };
}

/** The thread's own stream with the look of the process's, which may change. */
export function lookingLike(stream: Writable, look: () => StreamLook): OutputStream {
  return Object.defineProperties(stream, {
    isTTY: { get: () => look().isTTY },
    columns: { get: () => look().columns },
  });
}

/** Standard input by messages; nothing is asked for before somebody reads, and a pause lets the thread end. */
export class ThreadInput extends Readable {
  private readonly port: MessagePort;
  private isWaiting = false;

  constructor(port: MessagePort) {
    super();
    this.port = port;
    this.on("pause", () => port.unref());
    this.on("resume", () => {
      if (this.isWaiting) port.ref();
    });
  }

  override _read(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.port.ref();
    const wish: FromThread = { kind: "wants-input" };
    this.port.postMessage(wish);
  }

  supply(bytes: Uint8Array | null): void {
    this.isWaiting = false;
    this.port.unref();
    this.push(bytes);
  }
}
