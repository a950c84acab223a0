import type { Reference } from "#kernel/reference.ts";
import type { SignalsResult } from "../signals/result.ts";
import type { StaffingResult } from "../staffing/result.ts";

/** What this organisation's own report says, as far as the first days of a platform product manager need it. */
export interface OwnFindings {
  readonly signals: SignalsResult;
  readonly staffing: StaffingResult;
  readonly conversations: readonly {
    readonly teamId: string;
    readonly teamName: string;
    readonly why: string;
  }[];
  /** The job done in most ways although the platform has an answer, else the job done in most ways. */
  readonly job: {
    readonly title: string;
    readonly text: string;
    readonly reference: Reference;
  } | null;
  /** The code that most owners keep apart. */
  readonly copy: { readonly text: string; readonly reference: Reference } | null;
  /** The capability with most consumers on an old major version. */
  readonly behind: {
    /** The newest major version past its days of grace. */
    readonly major: string;
    readonly name: string;
    readonly text: string;
    readonly reference: Reference;
  } | null;
  /** The documentation of a used capability that scores lowest. */
  readonly undocumented: {
    readonly name: string;
    readonly text: string;
    readonly reference: Reference;
  } | null;
  readonly goalsCount: number;
  /** Declared: is a product manager named? Null: nobody said. */
  readonly hasProductOwner: boolean | null;
}
