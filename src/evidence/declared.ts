import type { Problem } from "./problem.ts";
import type { FindingSeverity, OutcomeKind } from "#vocabulary/declared.ts";
import type { OutsiderKind } from "#vocabulary/structure.ts";

/** What people say or feed in: declared evidence. Times are seconds since the epoch, UTC; `where` is file and line. */

export interface DeclaredAt {
  readonly file: string;
  readonly line: number;
}

/** One answer to one item by somebody who is not known: respondents are never kept, only told apart within their file. */
export interface SurveyAnswer {
  readonly survey: string;
  /** Number within the survey. */
  readonly respondent: number;
  readonly team: string | null;
  readonly at: number | null;
  /** Item of the instrument (`src/insight/experience/instrument.ts`). */
  readonly item: string;
  readonly value: number;
}

export interface SurveyFile {
  readonly survey: string;
  readonly file: string;
  readonly respondentsCount: number;
  readonly answers: readonly SurveyAnswer[];
}

export type RequestKind = "platform" | "tooling" | "feature" | "support" | "friction" | "unknown";

/** Somebody asked for something. */
export interface DemandRequest {
  readonly id: string;
  readonly title: string;
  readonly kind: RequestKind;
  /** Name of the team that asks. */
  readonly team: string | null;
  /** Name or id of the capability or component it is about. */
  readonly about: string | null;
  readonly openedAt: number;
  readonly answeredAt: number | null;
  readonly closedAt: number | null;
  readonly where: DeclaredAt;
}

/** One value of a product's outcome, as fed in. */
export interface OutcomePoint {
  /** Name or id of the component. */
  readonly component: string;
  readonly metric: OutcomeKind;
  /** What exactly is counted, in words. */
  readonly definition: string;
  readonly unit: string;
  readonly source: string;
  readonly at: number;
  readonly value: number;
  readonly target: number | null;
  /** People whom it concerns; null: not said. */
  readonly reach: number | null;
  readonly where: DeclaredAt;
}

/** What users stumbled over, as the work with Design found it. */
export interface UsabilityFinding {
  /** Name or id of the component or capability. */
  readonly about: string;
  /** Where in it: a page, a step; null: not said. */
  readonly screen: string | null;
  readonly finding: string;
  readonly severity: FindingSeverity;
  /** How many met it, and how many took part; null: not said. */
  readonly users: number | null;
  readonly participants: number | null;
  /** Where it is from: sessions, support, analytics. */
  readonly source: string;
  readonly foundAt: number;
  readonly resolvedAt: number | null;
  readonly where: DeclaredAt;
}

/** One use of something here by an organisation outside, as a gateway counted or a person says. */
export interface OutsiderUse {
  /** Name of the organisation or of its application; never a person's. */
  readonly outsider: string;
  readonly kind: OutsiderKind;
  /** Name or id of the capability or component. */
  readonly about: string;
  /** Calls that were counted; null: nobody counted. */
  readonly calls: number | null;
  /** Last seen; null: not said. */
  readonly at: number | null;
  readonly source: string;
  readonly where: DeclaredAt;
}

/** An answer of the interview. */
export interface InterviewAnswer {
  readonly question: string;
  /** As given: a choice, `yes` or `no`, a number, or free text. */
  readonly answer: string;
  /** Role of who answered, never a name. */
  readonly role: string;
  readonly at: number;
  readonly note: string | null;
  readonly where: DeclaredAt;
}

/** A record that was refused, with what to do about it. */
export interface RefusedRecord {
  readonly where: DeclaredAt;
  readonly text: string;
  readonly needs: string;
}

/** All that people stated, from the files that are named for it. */
export interface Declared {
  readonly surveys: readonly SurveyFile[];
  readonly invited: ReadonlyMap<string, number>;
  /** Null: no file of requests is named. */
  readonly requests: readonly DemandRequest[] | null;
  readonly outcomes: readonly OutcomePoint[];
  /** Null: no file of findings is named. */
  readonly usability: readonly UsabilityFinding[] | null;
  /** Null: no file of partners is named. */
  readonly partners: readonly OutsiderUse[] | null;
  readonly answers: readonly InterviewAnswer[];
  readonly problems: readonly Problem[];
}
