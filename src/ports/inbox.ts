import type { PushedKind } from "#vocabulary/ingest.ts";

/** What others push: kept before it is answered, read by the next scan as files of the configuration are. */

export interface NewDelivery {
  /** Slug. */
  readonly organisation: string;
  /** Who sends it: `github`, or `api`. Deliveries are told apart by each for itself. */
  readonly sender: string;
  readonly kind: PushedKind;
  /** As the sender calls it; else made from what stands in it. */
  readonly delivery: string;
  /** SHA-256 of what was sent. */
  readonly content: Buffer;
  /** Entries that were understood and are of no concern. */
  readonly passedCount: number;
}

export interface NewEvent {
  /** Seconds since the epoch. */
  readonly at: number;
  /** 16 bytes, of the body. */
  readonly digest: Buffer;
  /** Of the delivery, from 1; of a JSON list the number of the entry. */
  readonly line: number;
  /** JSON. */
  readonly body: string;
}

export interface NewRefusal {
  readonly line: number;
  readonly reason: string;
  readonly needs: string;
  /** JSON that can be sent again; null: it is not kept. */
  readonly body: string | null;
}

/** A text that is read as a whole; a later one of the same name takes its place. */
export interface NewFile {
  readonly name: string;
  /** As the ending of a file would say it. */
  readonly ending: string;
  readonly text: string;
}

export interface Taken {
  readonly id: string;
  /** False: it came before, and nothing was added. */
  readonly isNew: boolean;
  /** Entries that will be read. */
  readonly takenCount: number;
  readonly refusedCount: number;
  readonly passedCount: number;
}

export interface Refusal extends NewRefusal {
  readonly id: string;
  readonly delivery: string;
  readonly sender: string;
  readonly kind: PushedKind;
  /** Instant, ISO 8601. */
  readonly at: string;
}

export interface RefusalsWish {
  readonly organisation: string;
  /** The last one of the page before; null: the newest first. */
  readonly after: string | null;
  readonly limit: number;
}

export interface PushedEvent {
  readonly delivery: string;
  readonly line: number;
  readonly body: string;
}

export interface PushedFile extends NewFile {
  readonly delivery: string;
}

/** All that was pushed for one organisation, as a scan reads it. */
export interface Pushed {
  /** Changes when something came or went. */
  state(): Promise<string>;
  /** By time, then by content: the same whatever came first. */
  events(): AsyncIterable<readonly PushedEvent[]>;
  /** By name. */
  files(kind: PushedKind): Promise<readonly PushedFile[]>;
}

/** All throw `database-failed`. */
export interface Inbox {
  /** Durable when it resolves. Throws `key-used` where that delivery came with another content. */
  takeEvents(
    delivery: NewDelivery,
    events: readonly NewEvent[],
    refused: readonly NewRefusal[],
  ): Promise<Taken>;
  /** Null: nothing of it can be read. Throws `key-used`. */
  takeFile(
    delivery: NewDelivery,
    file: NewFile | null,
    takenCount: number,
    refused: readonly NewRefusal[],
  ): Promise<Taken>;
  refusals(wish: RefusalsWish): Promise<readonly Refusal[]>;
  /** Null: there is none of that id, or not any more. */
  refusal(organisation: string, id: string): Promise<Refusal | null>;
  /** It is understood by now. */
  settle(organisation: string, refusal: Refusal, event: NewEvent | null): Promise<void>;
  /** Names of the organisations that watch one of these. */
  watching(identities: readonly string[]): Promise<readonly string[]>;
  pushed(organisation: string): Pushed;
}
