import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Unknown } from "#evidence/unknown.ts";
import type { SharedRiskKind } from "#vocabulary/measures.ts";

export interface SharedRisk {
  /** `runtime:ruby@3.1`, `advisory:ID:PURL`, `outdated-major:PURL`. */
  readonly id: string;
  readonly kind: SharedRiskKind;
  readonly title: string;
  readonly subject: string;
  readonly componentIds: readonly string[];
  /** Of a runtime: those of the components that only build with it. */
  readonly buildingIds?: readonly string[];
  /** Of a runtime: those of the components of which a function runs on it. */
  readonly functionIds?: readonly string[];
  readonly ownerIds: readonly string[];
  /** Owners hit ÷ owners of whom it could be judged; null where no owner is known. */
  readonly share: number | null;
  readonly ownersJudged: number;
  readonly versions: readonly string[];
  /** The day its support ended, or will; null for other kinds. */
  readonly since: number | null;
  /** What would remedy it once for all. */
  readonly remedy: {
    readonly text: string;
    readonly capabilityId: string | null;
    readonly reach: number;
  };
  readonly evidence: readonly EvidenceRef[];
}

export interface SharedRiskResult {
  /** Largest share first. */
  readonly risks: readonly SharedRisk[];
  /** Runtimes that get security fixes for less than a year from as-of on, the first to end first. */
  readonly ending: readonly SharedRisk[];
  /** Components that pin a runtime of which the end of support is known. */
  readonly runtimesJudged: number;
  /** Components for which a lock file, their own or their workspace's, holds versions. */
  readonly componentsLocked: number;
  /** Those of which versions are known: by lock files, or by manifests that fix them. */
  readonly componentsJudged: number;
  /** Null: none were given. */
  readonly advisoriesCount: number | null;
  /** Pinned cycles that no table has. */
  readonly unknownCycles: readonly string[];
  /** By package: versions in use, or in ranges of advisories, that the ecosystem's order does not know. */
  readonly unorderedVersions: readonly {
    readonly purl: string;
    readonly versions: readonly string[];
  }[];
  readonly unknown: readonly Unknown[];
}
