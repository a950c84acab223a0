import type { AssessmentReader, AssessmentStore } from "./assessment-store.ts";
import type { CloneStore } from "./clone-store.ts";
import type { DeclaredStore } from "./declared-store.ts";
import type { OpenEvidence } from "./evidence-store.ts";
import type { OutputFiles } from "./output-files.ts";

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

/** Where things are kept. */
export interface Stores {
  readonly assessments: AssessmentStore;
  readonly openEvidence: OpenEvidence;
  readonly clones: CloneStore;
  readonly declared: DeclaredStore;
  readonly outputs: OutputFiles;
}

/** Modules that threads begin with which need more than operations may open: they stand beside the entry of the program. */
export interface Threads {
  readonly readCode: URL;
}

/** What a comparison of code is handed. */
export interface CompareContext extends OperationContext, Pick<Stores, "clones"> {
  readonly threads: Threads;
}

/** What a surface hands to the operations that it calls: each takes of it what it needs. */
export interface VerbContext extends OperationContext, Stores {
  readonly threads: Threads;
}

/** What a question is answered from. */
export interface AnswerContext {
  readonly assessments: AssessmentReader;
}
