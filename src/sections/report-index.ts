import type { EvidenceItem, Section, UnknownGroup } from "#contract/primitives.ts";
import type { sections, SectionName } from "./index.ts";
import type { Report } from "./report.ts";

type Named<Name extends SectionName> = Extract<(typeof sections)[number], { readonly name: Name }>;

/** The keys of the report that a section owns; of several sections, of each. */
export type KeysOfSection<Name extends SectionName> = Name extends SectionName
  ? keyof Named<Name>["schema"] & keyof Report
  : never;

/** Facts are asked for by their id, every other section by its name. */
export type OpenedSection = Exclude<SectionName, "evidence">;

/** A section as it is served alone. */
export interface SectionContent<Name extends OpenedSection> {
  readonly shown: Pick<Report, KeysOfSection<Name>>;
  readonly unknown: readonly UnknownGroup[];
}

/** Facts in the order of their ids, a part of all: from `firstId` to before the next part's. */
export type EvidencePart = readonly EvidenceItem[];

/** What stands at the root of the report beside its sections. */
export type ReportHead = Pick<
  Report,
  "schemaVersion" | "generatedAt" | "asOf" | "tool" | "previous" | "evidenceOmittedCount"
>;

/** What a report holds, read before any of it: small. */
export interface ReportIndex extends ReportHead {
  readonly sections: Readonly<
    Record<
      SectionName,
      Omit<Section, "unknown"> & {
        /** Its keys in the whole report: a pointer begins with one of them. */
        readonly keys: readonly string[];
      }
    >
  >;
  readonly evidence: {
    readonly count: number;
    /** The first id of each part. */
    readonly firstIds: readonly string[];
  };
}
