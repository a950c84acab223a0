import type { Generated, JSONColumnType } from "kysely";

/** A value that goes in as JSON, and is read as text (`::text`): see `json-text.ts`. */
type Json = JSONColumnType<object>;

/** The tables as the migrations leave them. Numbers of eight bytes are read as text. */
export interface Tables {
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
    /** Digest of the record's id; null where it has none. */
    readonly key: string | null;
    readonly item: Json;
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
}
