import type { VerbContext } from "#ports/context.ts";
import type { Inbox } from "#ports/inbox.ts";
import type { JobBoard } from "#ports/jobs.ts";
import type { UpdateMirror } from "#sources/git/mirror.ts";
import type { Resolve } from "#sources/git/public-address.ts";
import type { AssessInput, AssessResult } from "../gathering/assess-input.ts";
import type { WatchRules } from "./watch-rules.ts";

/** What verbs about jobs and what is watched are handed. */
export interface JobContext {
  readonly jobs: JobBoard;
}

export interface WatchContext extends JobContext {
  readonly rules: WatchRules;
}

/** What a worker is handed; `assessments` are those of each job. */
export interface WorkContext extends WatchContext, Omit<VerbContext, "assessments"> {
  /** Default: nothing is pushed here. */
  readonly inbox?: Inbox;
  /** Default: as the system does it. */
  readonly resolve?: Resolve;
  /** Default: by git. */
  readonly updateMirror?: UpdateMirror;
  /** Absolute; copies of repositories and evidence lie below it. */
  readonly dataFolder: string;
  /** Repositories that are read at once, of each scan; null: as many as cores. */
  readonly readers: number | null;
  readonly assess: (context: VerbContext, input: AssessInput) => Promise<AssessResult>;
  /** Told when a job has begun or ended. */
  readonly onJob: (event: WorkEvent) => void;
}

export interface WorkEvent {
  readonly message: "job begun" | "job completed" | "job given back" | "job lost" | "job failed";
  readonly job: string;
  readonly organisation: string;
  readonly attempt: number;
  /** Of a failure. */
  readonly failure?: unknown;
}
