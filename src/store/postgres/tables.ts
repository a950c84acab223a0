import type { Generated, JSONColumnType } from "kysely";
import type { DeclaredKind, DeclaredState } from "#vocabulary/declared.ts";
import type { JobEventKind, WatchedKind } from "#vocabulary/jobs.ts";

/** A value that goes in as JSON, and is read as text (`::text`): see `json-text.ts`. */
type Json = JSONColumnType<object>;

/** Who may ask, and what they did. */
interface AccessTables {
  readonly actor: {
    readonly id: Generated<string>;
    /** Null, like `subject`, once they were forgotten. */
    readonly issuer: string | null;
    readonly subject: string | null;
    readonly name: string;
    readonly created_at: Date;
    readonly forgotten_at: Date | null;
  };
  readonly access_token: {
    readonly id: Generated<string>;
    readonly digest: Buffer;
    readonly name: string;
    readonly role: string;
    readonly organisations: string[] | null;
    readonly created_at: Date;
    readonly created_by: string | null;
    readonly expires_at: Date;
    readonly revoked_at: Date | null;
    /** A day; goes in and out as text. */
    readonly last_used_on: string | null;
  };
  readonly sign_in: {
    readonly state_digest: Buffer;
    readonly browser_digest: Buffer;
    readonly nonce: string;
    readonly verifier: string;
    readonly return_to: string;
    readonly expires_at: Date;
  };
  readonly session: {
    readonly id: Generated<string>;
    readonly digest: Buffer;
    readonly actor_id: string;
    readonly role: string;
    readonly started_at: Date;
    readonly ends_at: Date;
    readonly seen_at: Date;
    readonly ended_at: Date | null;
  };
  readonly audit_entry: {
    readonly id: Generated<string>;
    readonly at: Date;
    readonly identity: string;
    readonly actor_id: string | null;
    readonly token_id: string | null;
    readonly verb: string | null;
    readonly method: string;
    readonly target: string;
    readonly outcome: string;
    readonly reason: string | null;
    readonly status: number | null;
    readonly request_id: string;
  };
}

/** What people state in the service. */
interface DeclaredTables {
  readonly declared_fact: {
    readonly id: Generated<string>;
    readonly organisation: string;
    readonly kind: DeclaredKind;
    readonly subject: string;
    readonly statement: Json;
    readonly reason: string | null;
    readonly state: DeclaredState;
    readonly declared_at: Date;
    readonly identity: string;
    readonly actor_id: string | null;
    readonly token_id: string | null;
    readonly supersedes: string | null;
    readonly undone_at: Date | null;
    readonly undone_identity: string | null;
    readonly undone_actor_id: string | null;
    readonly undone_token_id: string | null;
    readonly job_id: string | null;
  };
}

/** The tables as the migrations leave them. Numbers of eight bytes are read as text. */
export interface Tables extends AccessTables, DeclaredTables {
  readonly assessment: {
    readonly id: Generated<string>;
    readonly place: string;
    readonly organisation: string;
    /** Null: it stands for no other. */
    readonly reuse_key: string | null;
    /** What stands in the report beside its sections. */
    readonly head: Json;
    readonly made_at: Generated<Date>;
  };
  readonly assessment_section: {
    readonly assessment_id: string;
    readonly name: string;
    readonly description: Json;
    /** All keys but those of `lists`. */
    readonly content: Json;
    /** Keys whose records are rows of `assessment_item`. */
    readonly lists: string[];
  };
  readonly assessment_item: {
    readonly assessment_id: string;
    readonly list: string;
    /** From 0, without a gap. */
    readonly position: number;
    /** How references call it: `keysOf`. */
    readonly entry: string;
    /** See `digestOf`. */
    readonly key: string;
    readonly item: Json;
  };
  /** What things of current assessments are called, for the search. */
  readonly assessment_name: {
    readonly assessment_id: string;
    readonly list: string;
    readonly entry: string;
    readonly name: string;
    /** Without case and marks. */
    readonly folded: string;
    /** Three letters at a time. */
    readonly grams: string[];
  };
  /** Which assessment answers for a place, and where that came from. */
  readonly current_assessment: {
    readonly place: string;
    readonly assessment_id: string;
    readonly origin: Json;
  };
  /** Single words of the store. */
  readonly setting: {
    readonly name: "latest-place" | "kept-assessments";
    readonly value: string;
  };
  readonly watched_organisation: {
    readonly name: string;
    /** Of pg-boss: one for each, so that none waits for another's. */
    readonly queue: string;
    readonly schedule: string | null;
    readonly added_at: Generated<Date>;
  };
  readonly watched_repository: {
    readonly id: Generated<string>;
    readonly organisation: string;
    readonly kind: WatchedKind;
    readonly address: string;
    readonly identity: string | null;
    readonly added_at: Generated<Date>;
    readonly wanted_at: Date | null;
    readonly fetched_at: Date | null;
    readonly problem: string | null;
  };
  /** Who works on a job of pg-boss. */
  readonly job_run: {
    readonly job_id: string;
    /** Of each taking another. */
    readonly run: Generated<string>;
    readonly queue: string;
    /** What the worker's connection holds a lock on. */
    readonly seat: number;
  };
  readonly job_event: {
    readonly id: Generated<string>;
    readonly job_id: string;
    readonly at: Generated<Date>;
    readonly kind: JobEventKind;
    readonly detail: Json;
  };
  readonly push_delivery: {
    readonly source: string;
    readonly delivery: string;
    readonly at: Generated<Date>;
  };
  readonly answered_request: {
    readonly key: string;
    readonly request: string;
    /** The id of what was made. */
    readonly answer: string;
    readonly at: Generated<Date>;
  };
}
