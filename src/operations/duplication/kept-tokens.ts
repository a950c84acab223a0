import type { FileTokens } from "#insight/duplication/file-tokens.ts";
import { DamagedFile } from "#kernel/damaged-file.ts";
import { messageOf } from "#kernel/errors.ts";
import type { TokenReader, TokenShelves, TokenWriter } from "#ports/clone-store.ts";

/** Where tokens of a repository are kept between runs. */
export interface TokenShelf {
  readonly path: string;
  /** Today, in days since the epoch. */
  readonly day: number;
  /** Reserved for what is written; absent: any name. */
  readonly part?: string;
}

export interface WantedBlob {
  /** Hexadecimal. */
  readonly object: string;
  /** `languageKeyOf` its path. */
  readonly language: string;
}

/** Where each wanted blob's record now lies: place in the store, −1 where it could not be read. */
export interface KeptRecords {
  readonly path: string;
  readonly generation: string;
  readonly slots: Int32Array;
}

/** Tokens that nobody asked for on so many days are forgotten when a store is written anew. */
const FORGOTTEN_AFTER_DAYS = 60;
/** A store is written anew for the sake of its days alone when they are so old. */
const RESTAMPED_AFTER_DAYS = 7;

/**
 * Tokens of blobs that were read before, of whatever commit: only the others are read and tokenised. A store that is torn,
 * foreign or of another version reads as empty. Use: `take` what is known, `add` the rest, then `finish`.
 */
export class KeptTokens {
  /** Why nothing is kept for the next run; null: it is. */
  failure: string | null = null;

  private readonly shelf: TokenShelf;
  private readonly shelves: TokenShelves;
  private readonly store: TokenReader | null;
  private writer: TokenWriter | null = null;
  /** Places in the store, then in the one that is written. */
  private slots = new Int32Array(0);
  /** Wanted blobs by their place in the store that was found. */
  private users: number[][] = [];

  constructor(shelf: TokenShelf, shelves: TokenShelves) {
    this.shelf = shelf;
    this.shelves = shelves;
    this.store = shelves.tokensAt(shelf.path);
  }

  /** Hands over what is known of the blobs, and gives the places in the list of those that must be read. */
  take(wanted: readonly WantedBlob[], use: (index: number, file: FileTokens) => void): number[] {
    const { store } = this;
    this.slots = new Int32Array(wanted.length).fill(-1);
    this.users = Array.from({ length: store?.size ?? 0 }, () => []);
    const missing: number[] = [];
    wanted.forEach(({ object, language }, index) => {
      const slot = store?.find(object, language) ?? -1;
      if (slot < 0) missing.push(index);
      else this.users[slot]?.push(index);
    });
    this.users.forEach((indexes, slot) => {
      if (indexes.length === 0) return;
      const file = this.readOrNull(slot);
      if (file === null) {
        for (const each of indexes) missing.push(each);
        this.users[slot] = [];
      }
      for (const index of file === null ? [] : indexes) {
        this.slots[index] = slot;
        if (file !== null) use(index, file);
      }
    });
    return missing;
  }

  add(index: number, { object, language }: WantedBlob, file: FileTokens): void {
    this.write((writer) => {
      this.slots[index] = writer.add(object, language, file, this.shelf.day);
    });
  }

  finish(): KeptRecords | null {
    const { store } = this;
    const { path } = this.shelf;
    if (this.writer !== null || store === null || this.isOutOfDate()) this.carryOver();
    const generation = this.writer?.generation ?? store?.generation;
    this.write((writer) => writer.finish(), false);
    store?.close();
    return generation === undefined || this.failure !== null
      ? null
      : { path, generation, slots: this.slots };
  }

  /** Gives up: the store stays as it was. */
  discard(): void {
    this.writer?.discard();
    this.store?.close();
  }

  /** A torn record is read from the repository again. */
  private readOrNull(slot: number): FileTokens | null {
    try {
      return this.store?.read(slot) ?? null;
    } catch (error) {
      if (error instanceof DamagedFile) return null;
      throw error;
    }
  }

  private isOutOfDate(): boolean {
    const oldest = this.shelf.day - RESTAMPED_AFTER_DAYS;
    return this.users.some(
      (indexes, slot) => indexes.length > 0 && (this.store?.dayOf(slot) ?? 0) < oldest,
    );
  }

  /** What was found goes into the new store too, unless nobody asked for it for long. */
  private carryOver(): void {
    const { store, users, shelf } = this;
    const oldest = shelf.day - FORGOTTEN_AFTER_DAYS;
    this.write(() => undefined);
    users.forEach((indexes, slot) => {
      if (store === null || (indexes.length === 0 && store.dayOf(slot) < oldest)) return;
      const file = this.readOrNull(slot);
      if (file === null) return;
      const { blob, language } = store.keyParts(slot);
      const day = indexes.length > 0 ? shelf.day : store.dayOf(slot);
      this.write((writer) => {
        const kept = writer.add(blob, language, file, day);
        for (const index of indexes) this.slots[index] = kept;
      });
    });
  }

  /** Begins a new store where need be. A disk that is full costs the next run time, not this one its answer. */
  private write(action: (writer: TokenWriter) => void, mayBegin = true): void {
    if (this.failure !== null) return;
    try {
      if (mayBegin) this.writer ??= this.shelves.begin(this.shelf.path, this.shelf.part);
      if (this.writer !== null) action(this.writer);
    } catch (error) {
      this.failure = messageOf(error);
      this.writer = null;
    }
  }
}
