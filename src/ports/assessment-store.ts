import type { Section } from "#contract/primitives.ts";
import type { SectionName } from "#sections/index.ts";
import type { KeysOfSection, ReportHead } from "#sections/report-index.ts";
import type { Report } from "#sections/report.ts";

/** The keys of the report that hold one record after the other. */
export type ListKey = {
  [Key in keyof Report]: Report[Key] extends readonly object[] ? Key : never;
}[keyof Report];

/** One section, as the report has it. */
export interface StoredSection<Name extends SectionName> {
  readonly description: Section;
  readonly content: Pick<Report, KeysOfSection<Name>>;
}

/** Answers from assessments; ids are the store's own words. Throws `no-assessment` where one is not there, or not whole. */
export interface AssessmentReader {
  head(id: string): Promise<ReportHead>;
  section<Name extends SectionName>(id: string, name: Name): Promise<StoredSection<Name>>;
  /** The records of a list whose field has one of the values, in the order of the list. */
  items<Key extends ListKey>(
    id: string,
    key: Key,
    field: string & keyof Report[Key][number],
    values: ReadonlySet<string>,
  ): Promise<Report[Key]>;
}

/** Where an assessment came from. Paths are absolute. */
export interface AssessmentOrigin {
  readonly folders: readonly string[];
  readonly configurationPath: string | null;
  readonly generatedAt: string;
}

/** The assessment that questions about a place are answered from. */
export interface CurrentAssessment {
  readonly id: string;
  readonly origin: AssessmentOrigin;
}

/** An assessment that stands for the next one, too, while its key stays the same. */
export interface ReusableAssessment {
  readonly id: string;
  readonly key: string;
}

export interface NewAssessment {
  /** Where its evidence is kept as well. */
  readonly place: string;
  readonly report: Report;
  readonly origin: AssessmentOrigin;
  /** Null: another try might find more, so that it stands for no other. */
  readonly reuseKey: string | null;
}

/** Keeps the last assessment of each place; who reads sees one of them, never parts of two. */
export interface AssessmentStore extends AssessmentReader {
  /** The place of these folders, in whatever order they are named. */
  placeOf(folders: readonly string[]): string;
  /** The place of the assessment made last; null before the first. */
  latestPlace(): Promise<string | null>;
  /** Makes it the place that commands mean which name none. Throws `write-failed`. */
  makeLatest(place: string): Promise<void>;
  current(place: string): Promise<CurrentAssessment | null>;
  /** The last one of an organisation by that name that stands for others; null where there is none, or it is damaged. */
  reusable(place: string, organisation: string): Promise<ReusableAssessment | null>;
  /** All of it, for whoever knows by its key that this version made it. Throws `no-assessment`. */
  report(id: string): Promise<Report>;
  /** It takes the place of the one before, whole. Gives its id. Throws `write-failed`. */
  save(assessment: NewAssessment): Promise<string>;
  /** Answers come from that one again. Throws `write-failed`. */
  reuse(place: string, again: CurrentAssessment): Promise<void>;
  /** Removes all that is kept of a place. */
  forget(place: string): Promise<void>;
}
