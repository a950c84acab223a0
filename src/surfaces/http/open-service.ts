import type { Clock } from "#ports/context.ts";
import { importReport } from "#operations/import-report.ts";
import type { PushSecrets } from "#operations/scanning/push-secrets.ts";
import type { WatchRules } from "#operations/scanning/watch-rules.ts";
import type { DatabaseWish, OpenDatabase } from "#ports/database.ts";
import { readAccessSettings } from "#operations/access/read-settings.ts";
import { AccessControl } from "./access/access-control.ts";
import { requireProtection } from "./access/require-protection.ts";
import type { Report } from "#sections/report.ts";
import { createApplication } from "./application.ts";
import type { OwnAddress } from "./guard-request.ts";
import { listen, usualLimits, type Limits } from "./listen.ts";
import { hostInAddress, listenAddress } from "./loopback.ts";
import { Metrics } from "./metrics/metrics.ts";
import { signingInWith } from "./sign-in/signing-in.ts";
import { routeGroups } from "./routes/index.ts";
import type { ServiceContext } from "./service-context.ts";
import type { ServiceLog } from "./service-log.ts";

/** What a service is given from outside. */
export interface ServiceSurroundings {
  readonly openDatabase: OpenDatabase;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly version: string;
  readonly log: ServiceLog;
}

export interface ServiceWish extends OwnAddress, Pick<DatabaseWish, "dataFolder" | "url"> {
  readonly limits?: Partial<Limits>;
  /** Put in before the first request; each becomes the current one of its organisation. */
  readonly reports?: readonly Report[];
  /** What an operator set of access. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Default: nothing may be watched. */
  readonly rules?: WatchRules;
  readonly secrets?: PushSecrets;
}

const nothingAllowed: WatchRules = { folders: [], hosts: [], privateHosts: [] };

export interface OpenedService {
  /** `http://127.0.0.1:4711/` */
  readonly address: string;
  /** Lets requests that run end, then closes the database. */
  stop(): Promise<void>;
}

/**
 * Opens the database, which is made and brought up to date where that is needed, and begins to take requests. Throws
 * `not-protected`, `configuration-invalid`, `address-in-use`, `address-refused`, and what `OpenDatabase` throws.
 */
export async function openService(
  { openDatabase, clock, signal, version, log }: ServiceSurroundings,
  { host, port, dataFolder, url, environment, limits = {}, reports = [], ...watching }: ServiceWish,
): Promise<OpenedService> {
  const { address: bound, isLoopback } = listenAddress(host);
  const settings = await readAccessSettings(environment);
  const { rules = nothingAllowed, secrets = {} } = watching;
  const database = await openDatabase({ dataFolder, url, make: true, signal });
  if (database === null) throw new Error("No database was made, though one was asked for.");
  try {
    await database.migrate();
    const metrics = new Metrics();
    const assessments = await database.assessments();
    const organisations = await database.organisations();
    const stores = { clock, database, assessments, organisations };
    for (const report of reports) await importReport(stores, { slug: null, report });
    const access = await database.access();
    const jobs = await database.jobs();
    let own: OwnAddress = { host: bound, port };
    await requireProtection({ host, isLoopback }, settings, { clock, access });
    const isOpen = isLoopback && settings.publicOrigin === null;
    const signIn = signingInWith(settings);
    const { session } = settings;
    const ways = { isOpen, session, signIn };
    const control = new AccessControl({ clock, access, ways, ownAddress: () => own });
    const work = { jobs, rules, secrets, stopping: signal };
    const parts = { ...stores, ...work, version, access, control, signIn, metrics, log };
    const answer = createApplication(parts satisfies ServiceContext, routeGroups);
    const listening = await listen(answer, own, { ...usualLimits, ...limits });
    own = listening;
    return {
      address: `http://${hostInAddress(own.host)}:${String(own.port)}/`,
      stop: async () => {
        await listening.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
