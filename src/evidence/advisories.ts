/** One point of a range; `0` as introduced stands for the beginning. */
export interface AdvisoryEvent {
  readonly kind: "introduced" | "fixed" | "last_affected" | "limit";
  readonly version: string;
}

export interface AdvisoryRange {
  readonly events: readonly AdvisoryEvent[];
}

/** A known vulnerability, as OSV (https://ossf.github.io/osv-schema) describes it. */
export interface Advisory {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly affected: readonly {
    readonly purl: string;
    readonly ranges: readonly AdvisoryRange[];
    /** Versions named one by one. */
    readonly versions: readonly string[];
  }[];
}
