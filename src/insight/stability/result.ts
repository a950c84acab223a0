import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { PromisedBump } from "#vocabulary/adoption.ts";

/** Names that a minor or patch release took away. */
export interface SemverViolation {
  readonly version: string;
  readonly previous: string;
  readonly bump: PromisedBump;
  readonly at: number;
  readonly removedNames: readonly string[];
  /** Consumers whose code still mentions such a name at HEAD. */
  readonly hit: readonly { readonly componentId: string; readonly names: readonly string[] }[];
  readonly evidence: readonly EvidenceRef[];
}

/** Exports of one release against the one before it, by version. */
export interface ComparedRelease {
  readonly version: string;
  readonly at: number;
  readonly exportedCount: number;
  /** Null for the first that was read. */
  readonly addedCount: number | null;
  readonly removedCount: number | null;
}

export interface StabilityResult {
  readonly capabilityId: string;
  /** Null: its repository was not read, and nobody locks a version of it. */
  readonly releasesCount: number | null;
  /** First releases of majors in the window ÷ its years. */
  readonly majorsPerYear: {
    readonly value: number;
    readonly majorsCount: number;
    readonly years: number;
  } | null;
  /** Over all of history. */
  readonly daysBetweenMajors: { readonly p50: number; readonly n: number } | null;
  readonly majors: readonly { readonly version: string; readonly at: number }[];
  /** The newest release is below 1.0: anything may change. */
  readonly isInitialDevelopment: boolean | null;
  readonly violations: readonly SemverViolation[] | null;
  /** Pairs of releases whose exports were compared and that promise to break nothing. */
  readonly comparedCount: number;
  readonly releases: readonly ComparedRelease[];
  readonly unknown: readonly Unknown[];
  readonly evidence: readonly EvidenceRef[];
}
