import type { EvidenceItem } from "#contract/primitives.ts";
import type { JudgedClass } from "./classes.ts";
import type { JudgedOwner } from "./owners.ts";
import type { ShownUse, UseScore } from "./uses.ts";

export interface Counted {
  readonly what: string;
  readonly count: number;
}

/** Seconds and MB of one assessment from an empty cache; the floor is null where it was not asked for. */
export interface Cost {
  readonly seconds: number;
  /** Of the process and all its children. */
  readonly processorSeconds: number;
  readonly floorSeconds: number | null;
  readonly floorProcessorSeconds: number | null;
  /** 0 where the system does not tell. */
  readonly peakProcessMb: number;
  readonly peakTreeMb: number;
  readonly blobsCount: number;
}

export interface DrawnUse extends ShownUse {
  readonly evidence: readonly DrawnEvidence[];
}

export interface DrawnEvidence extends Pick<
  EvidenceItem,
  "path" | "line" | "commit" | "how" | "text"
> {
  /** Lines of the file at HEAD that name what is used, `NUMBER: TEXT`; null where there is no such file any more. */
  readonly linesAtHead: readonly string[] | null;
}

export interface Draw {
  readonly drawn: readonly DrawnUse[];
  readonly of: number;
}

export interface Measurement {
  readonly organisation: string;
  readonly asOf: string;
  readonly repositoriesCount: number;
  readonly componentsCount: number;
  /** Repositories of the set without a mirror: what is labelled of them counts as missed. */
  readonly notAtHand: readonly string[];
  /** With every catalogue hidden. */
  readonly classes: readonly JudgedClass[];
  readonly parts: readonly JudgedClass[];
  /** As in the report, catalogues read. */
  readonly reportedClasses: readonly JudgedClass[];
  readonly reportedParts: readonly JudgedClass[];
  readonly uses: UseScore;
  readonly serviceUsesCount: number;
  readonly owners: readonly JudgedOwner[];
  readonly ownerSources: readonly Counted[];
  readonly problems: readonly Counted[];
  readonly blindSpots: readonly Counted[];
  readonly cost: Cost;
  readonly draw: Draw | null;
}
