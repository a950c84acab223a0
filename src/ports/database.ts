import type { AccessStore } from "./access-store.ts";
import type { AssessmentRetention } from "./assessment-retention.ts";
import type { AssessmentStore } from "./assessment-store.ts";
import type { DatabaseCare } from "./database-care.ts";
import type { Inbox } from "./inbox.ts";
import type { DeclaredFactStore } from "./declared-facts.ts";
import type { JobBoard } from "./jobs.ts";
import type { OrganisationStore } from "./organisation-store.ts";

/** What is known of the database of a service. */
export interface DatabaseState {
  /** Which one, in words for a person; without a password. */
  readonly where: string;
  /** "PostgreSQL 18.4". */
  readonly server: string;
  /** Who keeps it running: the number of a process of this machine; null where nobody did, or it is somebody else's server. */
  readonly ownerPid: number | null;
  readonly bytes: number;
  /** Names of migrations, in their order. */
  readonly applied: readonly string[];
  readonly pending: readonly string[];
}

/** Connections of this process to the database. */
export interface ConnectionCounts {
  readonly busy: number;
  readonly idle: number;
  /** Questions that wait for one. */
  readonly waiting: number;
}

/** The database of a service, opened; who opened it closes it. All throw `database-failed`. */
export interface ServiceDatabase {
  /** Throws `database-version` where a later version has migrated it. */
  state(): Promise<DatabaseState>;
  /** Gives the names of the migrations that it applied. Throws `database-version`. */
  migrate(): Promise<readonly string[]>;
  /** Throws `database-version` where it is not up to date. */
  assessments(): Promise<AssessmentStore>;
  /** Throws `database-version` where it is not up to date. */
  jobs(): Promise<JobBoard>;
  /** Throws `database-version` where it is not up to date. */
  organisations(): Promise<OrganisationStore>;
  access(): Promise<AccessStore>;
  inbox(): Promise<Inbox>;
  declaredFacts(): Promise<DeclaredFactStore>;
  retention(): Promise<AssessmentRetention>;
  /** Copies of the whole of it. */
  care(): Promise<DatabaseCare>;
  connections(): ConnectionCounts;
  /** Aborted with `database-failed` where the server that was started for it ends by itself. A server that others run comes back. */
  readonly gone: AbortSignal;
  close(): Promise<void>;
}

export interface DatabaseWish {
  /** Absolute; where the database lies that Fulcrum brings with it. */
  readonly dataFolder: string;
  /** `DATABASE_URL`: a server in its place; null: none. */
  readonly url: string | null;
  /** Whether one is made where there is none yet. */
  readonly make: boolean;
  readonly signal: AbortSignal;
}

/** Null where there is none yet, and none was to be made. */
export type OpenDatabase = (wish: DatabaseWish) => Promise<ServiceDatabase | null>;
