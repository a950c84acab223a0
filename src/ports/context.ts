/** What every operation is handed; surfaces implement it, `main.ts` wires it. */

export interface Progress {
  /** Begins a stretch of work of `total` steps; `unit` is a plural noun: "repositories". */
  start(label: string, total: number, unit: string): void;
  /** `done` steps are finished; `detail` names what is being worked on. */
  advance(done: number, detail?: string): void;
  finish(): void;
}

export interface Log {
  info(text: string): void;
  warn(text: string): void;
  debug(text: string): void;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** What every operation receives. */
export interface OperationContext {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly log: Log;
}
