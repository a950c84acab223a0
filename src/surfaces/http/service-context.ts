import type { AccessStore } from "#ports/access-store.ts";
import type { AssessmentStore } from "#ports/assessment-store.ts";
import type { Clock } from "#ports/context.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import type { OrganisationStore } from "#ports/organisation-store.ts";
import type { AccessControl } from "./access/access-control.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { SigningIn } from "./sign-in/signing-in.ts";
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
  readonly access: AccessStore;
  readonly control: AccessControl;
  /** Null: there is no provider. */
  readonly signIn: SigningIn | null;
  readonly metrics: Metrics;
  readonly log: ServiceLog;
}
