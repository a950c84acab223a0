import type { LockSink } from "./lock-sink.ts";
import type { SegmentGrammar } from "./segment-grammar.ts";
import { sharedPrefix, sharedSuffix } from "./shared-bytes.ts";

/** The context that holds from a byte onwards. */
interface Mark {
  readonly at: number;
  readonly context: string;
}

/** A content that its grammar accepts, with the places where the context changes. */
export interface SegmentedContent {
  readonly content: Buffer;
  readonly marks: readonly Mark[];
}

/** What a walk adds to and takes from; see `PackageTally`. */
export interface SignedSink extends LockSink {
  sign: 1 | -1;
}

export const nothingRead: SegmentedContent = { content: Buffer.alloc(0), marks: [] };

const newline = 10;
const headLength = 200;
const conflictMarker = /^(?:<{7}|={7}|>{7})(?:[ \r\n]|$)/m;

/** Says whether a text holds the markers of an unresolved merge. */
export function hasConflict(text: string): boolean {
  return conflictMarker.test(text);
}

/**
 * Reads `after` by what sets it apart from `before`: runs of equal bytes from segment to segment in equal contexts
 * count on both sides alike and are skipped, all other segments of `before` are taken from the sink and those of
 * `after` added to it. Exact however the two are aligned; null where the grammar does not accept `after`.
 */
export function readDifference(
  grammar: SegmentGrammar,
  before: SegmentedContent,
  after: Buffer,
  sink: SignedSink,
): SegmentedContent | null {
  return new DifferenceWalk(grammar, before, after, sink).walk();
}

class DifferenceWalk {
  readonly #grammar: SegmentGrammar;
  readonly #sink: SignedSink;
  readonly #old: Buffer;
  readonly #new: Buffer;
  readonly #oldMarks: readonly Mark[];
  readonly #newMarks: Mark[] = [];
  #oldAt = 0;
  #newAt = 0;
  #oldEnd: number;
  #newEnd: number;
  #oldContext: string;
  #newContext: string;
  #nextMark = 0;

  constructor(grammar: SegmentGrammar, before: SegmentedContent, after: Buffer, sink: SignedSink) {
    this.#grammar = grammar;
    this.#sink = sink;
    this.#old = before.content;
    this.#oldMarks = before.marks;
    this.#new = after;
    this.#oldEnd = before.content.length;
    this.#newEnd = after.length;
    this.#oldContext = grammar.initial;
    this.#newContext = grammar.initial;
  }

  walk(): SegmentedContent | null {
    this.#skipEqual();
    this.#setTailAside();
    while (true) {
      if (this.#oldAt < this.#oldEnd || this.#newAt < this.#newEnd) {
        if (!this.#step()) return null;
        continue;
      }
      if (this.#newEnd === this.#new.length) break;
      if (this.#oldContext === this.#newContext && this.#joins()) {
        this.#adopt(this.#old.length - this.#oldEnd);
        break;
      }
      this.#oldEnd = this.#old.length;
      this.#newEnd = this.#new.length;
    }
    if (!this.#grammar.isComplete(this.#newContext)) return null;
    return { content: this.#new, marks: this.#newMarks };
  }

  /** Moves past equal segments, or past one segment on at least one side. False: not in the tool's layout. */
  #step(): boolean {
    const isOldLeft = this.#oldAt < this.#oldEnd;
    const isNewLeft = this.#newAt < this.#newEnd;
    if (!isNewLeft) return this.#takeOld();
    if (!isOldLeft) return this.#takeNew();
    if (this.#oldContext === this.#newContext && this.#skipEqual()) return true;
    const order = this.#grammar.compare(
      this.#sortKey(this.#old, this.#oldAt),
      this.#sortKey(this.#new, this.#newAt),
    );
    if (order < 0) return this.#takeOld();
    return order > 0 ? this.#takeNew() : this.#takeOld() && this.#takeNew();
  }

  #skipEqual(): boolean {
    if (!this.#joins()) return false;
    const old = { content: this.#old, start: this.#oldAt, end: this.#oldEnd };
    const fresh = { content: this.#new, start: this.#newAt, end: this.#newEnd };
    let length = sharedPrefix(old, fresh);
    while (
      length > 0 &&
      !(
        this.#isBoundary(this.#old, this.#oldAt + length) &&
        this.#isBoundary(this.#new, this.#newAt + length)
      )
    ) {
      length--;
      while (length > 0 && this.#old[this.#oldAt + length - 1] !== newline) length--;
    }
    if (length === 0) return false;
    this.#adopt(length);
    return true;
  }

  /** The equal end of both contents is left for last, from a segment's start onwards. */
  #setTailAside(): void {
    const old = { content: this.#old, start: this.#oldAt, end: this.#old.length };
    const fresh = { content: this.#new, start: this.#newAt, end: this.#new.length };
    const shared = sharedSuffix(old, fresh);
    let at = this.#old.length - shared;
    do {
      at = this.#old.indexOf(newline, at) + 1;
      if (at === 0 || at === this.#old.length) return;
    } while (!this.#grammar.startsSegment(this.#old, at));
    this.#oldEnd = at;
    this.#newEnd = this.#new.length - (this.#old.length - at);
  }

  #adopt(length: number): void {
    const shift = this.#newAt - this.#oldAt;
    this.#oldAt += length;
    this.#newAt += length;
    const first = this.#nextMark;
    this.#readMarks();
    for (const { at, context } of this.#oldMarks.slice(first, this.#nextMark))
      this.#newMarks.push({ at: at + shift, context });
    this.#newContext = this.#oldContext;
  }

  #takeOld(): boolean {
    const end = this.#segmentEnd(this.#old, this.#oldAt, this.#oldEnd);
    this.#sink.sign = -1;
    this.#grammar.read(this.#old.toString("utf8", this.#oldAt, end), this.#oldContext, this.#sink);
    this.#oldAt = end;
    this.#readMarks();
    return true;
  }

  #takeNew(): boolean {
    if (!this.#joins()) return false;
    const end = this.#segmentEnd(this.#new, this.#newAt, this.#newEnd);
    const segment = this.#new.toString("utf8", this.#newAt, end);
    if (hasConflict(segment)) return false;
    this.#sink.sign = 1;
    const context = this.#grammar.read(segment, this.#newContext, this.#sink);
    if (context === null) return false;
    this.#newAt = end;
    if (context !== this.#newContext) this.#newMarks.push({ at: end, context });
    this.#newContext = context;
    return true;
  }

  #readMarks(): void {
    let mark = this.#oldMarks[this.#nextMark];
    while (mark !== undefined && mark.at <= this.#oldAt) {
      this.#oldContext = mark.context;
      this.#nextMark++;
      mark = this.#oldMarks[this.#nextMark];
    }
  }

  #joins(): boolean {
    return this.#newAt === 0 || (this.#grammar.joins?.(this.#new, this.#newAt) ?? true);
  }

  #isBoundary(content: Buffer, at: number): boolean {
    if (at === content.length) return true;
    return content[at - 1] === newline && this.#grammar.startsSegment(content, at);
  }

  #segmentEnd(content: Buffer, start: number, limit: number): number {
    let at = start;
    do {
      while (at < limit && content[at] !== newline) at++;
      at++;
      if (at >= limit) return limit;
    } while (!this.#grammar.startsSegment(content, at));
    return at;
  }

  #sortKey(content: Buffer, at: number): string {
    return this.#grammar.sortKey(
      content.toString("latin1", at, Math.min(at + headLength, content.length)),
    );
  }
}
