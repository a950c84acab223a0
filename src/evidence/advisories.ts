/** One point of a range; `0` as introduced stands for the beginning, `introduced after` is GitHub's `> 1.0`: that one is not meant. */
export interface AdvisoryEvent {
  readonly kind: "introduced" | "introduced after" | "fixed" | "last_affected" | "limit";
  readonly version: string;
}

export interface AdvisoryRange {
  readonly events: readonly AdvisoryEvent[];
}

/** A known vulnerability, as OSV (https://ossf.github.io/osv-schema) describes it. */
export interface Advisory {
  readonly id: string;
  /** As it is written; of several records of one id the newest counts. Absent: not said. */
  readonly modified?: string | null;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly affected: readonly {
    readonly purl: string;
    readonly ranges: readonly AdvisoryRange[];
    /** Versions named one by one. */
    readonly versions: readonly string[];
  }[];
}
