import type { AssessmentStore } from "#ports/assessment-store.ts";
import type { Clock } from "#ports/context.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import type { OrganisationStore } from "#ports/organisation-store.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { ServiceLog } from "./service-log.ts";

/** What every route is handed; opened once, when the service starts. */
export interface ServiceContext {
  readonly clock: Clock;
  /** Of the program. */
  readonly version: string;
  readonly database: ServiceDatabase;
  /** Of that database. */
  readonly assessments: AssessmentStore;
  readonly organisations: OrganisationStore;
  readonly metrics: Metrics;
  readonly log: ServiceLog;
}
