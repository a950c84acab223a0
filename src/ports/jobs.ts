import type { RequestKey } from "./request-key.ts";
import type { JobEventKind, JobState, WatchedKind } from "#vocabulary/jobs.ts";
import type { AssessmentStore } from "./assessment-store.ts";
import type { DeclaredFact } from "./declared-facts.ts";

export interface NewRepository {
  readonly kind: WatchedKind;
  /** An absolute path, or an address that git takes. */
  readonly address: string;
  /** `host/owner/name` in lower case, by which pushes name it; null: a folder. */
  readonly identity: string | null;
}

/** Instants are ISO 8601, UTC, by the clock of the database. */
export interface WatchedRepository extends NewRepository {
  readonly id: string;
  readonly organisation: string;
  readonly addedAt: string;
  /** Since when its copy is to be brought up to date; null: it is, or there is none. */
  readonly wantedAt: string | null;
  readonly fetchedAt: string | null;
  /** Why its copy could not be brought up to date the last time. */
  readonly problem: string | null;
}

export interface WatchedOrganisation {
  readonly name: string;
  readonly repositoriesCount: number;
  /** Five fields of cron, in UTC; null: scanned when somebody asks, or pushes. */
  readonly schedule: string | null;
}

/** What a job failed of: the words of a `FulcrumError`. */
export interface JobProblem {
  readonly code: string;
  readonly message: string;
  readonly next: string;
}

/** One scan of an organisation, asked for and done. */
export interface Job {
  readonly id: string;
  readonly organisation: string;
  readonly state: JobState;
  /** How often it was begun. */
  readonly attemptsCount: number;
  readonly askedAt: string;
  readonly beginsAfter: string;
  readonly begunAt: string | null;
  readonly endedAt: string | null;
  /** Of the last attempt that failed. */
  readonly problem: JobProblem | null;
  /** The id of the assessment that it made, or found to be the same still. */
  readonly assessment: string | null;
}

export interface JobEvent {
  /** Grows from event to event of a job. */
  readonly id: string;
  readonly at: string;
  readonly kind: JobEventKind;
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface JobsWanted {
  readonly organisation: string | null;
  readonly state: JobState | null;
  /** The last one of the page before; null: the newest first. */
  readonly after: string | null;
  readonly limit: number;
}

export interface Push {
  /** Who sends it: deliveries are counted by each for itself. */
  readonly source: string;
  /** As the sender counts them. */
  readonly delivery: string;
  /** Names under which the repository may be watched. */
  readonly identities: readonly string[];
}

/** What is watched, and the jobs that follow. All throw `database-failed`;
 * what takes a key `key-used` where that came with another request. */
export interface JobBoard {
  organisations(): Promise<readonly WatchedOrganisation[]>;
  /** In the order in which they were added. */
  repositories(organisation: string): Promise<readonly WatchedRepository[]>;
  /** Once each. */
  watch(
    organisation: string,
    repository: NewRepository,
    key?: RequestKey,
  ): Promise<WatchedRepository>;
  /** Gives what it was; null where it is not watched. */
  unwatch(organisation: string, id: string): Promise<WatchedRepository | null>;
  /** Null takes it away. Throws `not-watched`, `usage` for what is no schedule. */
  schedule(organisation: string, schedule: string | null): Promise<void>;
  /** A job that begins after now: one that waits already, or a new one. Throws `not-watched`. */
  scan(organisation: string, key?: RequestKey): Promise<Job>;
  /** The same for whoever watches the repository, with its copy brought up to date first; null: that delivery came before. */
  scanAfterPush(push: Push): Promise<readonly Job[] | null>;
  jobs(wanted: JobsWanted): Promise<readonly Job[]>;
  job(id: string): Promise<Job | null>;
  /** Tries it again that failed for good. Throws `unknown-job`, `job-not-failed`. */
  retry(id: string, key?: RequestKey): Promise<Job>;
  /** After that event; null: from the first. */
  events(id: string, after: string | null): Promise<readonly JobEvent[]>;
  /** Takes part in the work; for a process that works on one job after the other. */
  sitDown(): Promise<WorkerSeat>;
  /** Sees to schedules and to what is too old, until it is stopped; one process of many would do. */
  lookAfter(onFailure: (error: unknown) => void): Promise<{ stop(): Promise<void> }>;
}

/** The place of a worker: while it is held, its jobs are its own. When it is lost, others take them. */
export interface WorkerSeat {
  readonly lost: AbortSignal;
  /** The job that waits longest of those that may begin; null: none. */
  take(): Promise<RunningJob | null>;
  leave(): Promise<void>;
}

/** A job in the hands of one worker. What it says and does counts only while it is its own: else all throw `job-lost`. */
export interface RunningJob {
  readonly id: string;
  readonly organisation: string;
  readonly attempt: number;
  /** All that is watched, as it was when the job was taken. */
  readonly repositories: readonly WatchedRepository[];
  /** All that stands of what people state, as it was then, in the order in which it was declared. */
  readonly declared: readonly DeclaredFact[];
  /**
   * Answers as ever; saving an assessment in it, or using one again, completes the job in the same transaction. `beside` stands
   * in the event of completion.
   */
  assessments(beside: () => JobEvent["detail"]): Promise<AssessmentStore>;
  tell(kind: JobEventKind, detail: JobEvent["detail"]): Promise<void>;
  /** The copy of a repository was brought up to date, or why it was not. */
  fetched(repositoryId: string, problem: string | null): Promise<void>;
  /** It is tried again, later each time, unless that would be in vain. */
  fail(problem: JobProblem, isInVain: boolean): Promise<void>;
  /** As if it had never been taken. */
  giveBack(): Promise<void>;
}
