import { FulcrumError } from "#kernel/errors.ts";
import type { JobContext } from "./scan-context.ts";

export interface ScheduleInput {
  readonly organisation: string;
  /** Five fields of cron, in UTC; null: none. */
  readonly schedule: string | null;
}

/** Minutes, hours, days of the month, months, days of the week; names (`@daily`) and seconds are left out. */
const fiveFields = /^[\d*,/-]{1,40}(?: [\d*,/-]{1,40}){4}$/;

/** Scans the organisation by itself, at these minutes. Throws `usage`, `not-watched`. */
export async function scheduleScans(
  { jobs }: JobContext,
  { organisation, schedule }: ScheduleInput,
): Promise<void> {
  if (schedule !== null && !fiveFields.test(schedule))
    throw new FulcrumError(
      "usage",
      "The schedule is not five fields of cron.",
      "Write them in UTC: 0 3 * * 1-5 is three in the morning from Monday to Friday.",
    );
  await jobs.schedule(organisation, schedule);
}
