import type { EvidenceItem } from "#contract/primitives.ts";

export const subjectKinds = [
  "capability",
  "component",
  "consumption",
  "team",
  "repository",
  "evidence",
  "signal",
  "decay",
  "proposal",
  "figure",
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A fact of the report with the command that shows it in its repository. */
export interface ExplainedEvidence extends EvidenceItem {
  readonly command: string | null;
}

/** What stands behind one id or figure of a report. Texts are as repositories wrote them: a surface makes them safe. */
export interface Explanation {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly reasons: readonly string[];
  /** Ids to explain next. */
  readonly related: readonly { readonly id: string; readonly text: string }[];
  readonly unknown: readonly {
    readonly place: string;
    readonly reason: string;
    readonly needs: string;
  }[];
  readonly evidence: readonly ExplainedEvidence[];
  /** Said where a figure was counted from people, so that it opens into its sum only. */
  readonly note: string | null;
}

/** An explanation before its evidence is looked up. */
export interface Outline extends Omit<Explanation, "evidence" | "unknown"> {
  readonly evidenceIds: readonly string[];
  /** References whose unknowns belong to it, with all below them. */
  readonly places: readonly string[];
}

export type Facts = { label: string; value: string }[];

/** Keeps the facts that are known. */
export function factsOf(...rows: readonly (readonly [string, string | null])[]): Facts {
  return rows.flatMap(([label, value]) => (value === null || value === "" ? [] : { label, value }));
}

export const personNote =
  "Counted from the authors of changes: it opens into its sum only, never into commits or people.";
