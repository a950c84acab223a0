import type { AccessStore } from "#ports/access-store.ts";
import type { AssessmentStore } from "#ports/assessment-store.ts";
import type { Clock } from "#ports/context.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import type { DeclaredFactStore } from "#ports/declared-facts.ts";
import type { OrganisationStore } from "#ports/organisation-store.ts";
import type { AccessControl } from "./access/access-control.ts";
import type { PushSecrets } from "#operations/scanning/push-secrets.ts";
import type { WatchRules } from "#operations/scanning/watch-rules.ts";
import type { Inbox } from "#ports/inbox.ts";
import type { JobBoard } from "#ports/jobs.ts";
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
  readonly jobs: JobBoard;
  readonly inbox: Inbox;
  /** The packed report of the sample organisation; left out: that of the package. */
  readonly samplePath?: string;
  readonly facts: DeclaredFactStore;
  readonly rules: WatchRules;
  readonly secrets: PushSecrets;
  /** Aborted when the service is to stop: what would go on without end, ends. */
  readonly stopping: AbortSignal;
  readonly metrics: Metrics;
  readonly log: ServiceLog;
}
