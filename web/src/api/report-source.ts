import type { OpenedSection, ReportIndex, SectionContent } from "#sections/report-index.ts";
import type { EvidenceItem } from "./report-rows.ts";
import type { ItemOf, SectionWithItems } from "./section-items.ts";

/**
 * Where the screens get a report from, part by part: the page itself, or a workspace that serves it. Each promise rejects
 * with a `ReportError` that says which part could not be had, and why.
 */
export interface ReportSource {
  /** What there is: the sections by name, with window, n and coverage. Asked first. */
  names(): Promise<ReportIndex>;
  section<Name extends OpenedSection>(name: Name): Promise<SectionContent<Name>>;
  /** One row of a section, by the key that stands in addresses; null: there is none. */
  item<Name extends SectionWithItems>(name: Name, key: string): Promise<ItemOf<Name> | null>;
  /** The facts of these ids, in their order; those that the report does not carry are left out. */
  evidence(ids: readonly string[]): Promise<readonly EvidenceItem[]>;
}

/** A part of the report that could not be had. */
export class ReportError extends Error {
  /** In words: `the section adoption`. */
  readonly part: string;
  /** Whether it is worth while to ask again: a service may be there a moment later, a page stays as it is. */
  readonly mayComeAgain: boolean = false;

  constructor(part: string, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = "ReportError";
    this.part = part;
  }
}

/** A part that a service did not answer with, this time. */
export class UnansweredError extends ReportError {
  override readonly mayComeAgain = true;
}
