import type { Clock } from "#ports/context.ts";
import type { PushSecrets } from "#operations/scanning/push-secrets.ts";
import type { WatchRules } from "#operations/scanning/watch-rules.ts";
import type { DatabaseWish, OpenDatabase, ServiceDatabase } from "#ports/database.ts";
import { readAccessSettings } from "#operations/access/read-settings.ts";
import type { Report } from "#sections/report.ts";
import type { AnswerRequest } from "./application.ts";
import type { OwnAddress } from "./guard-request.ts";
import { listen, usualLimits, type Limits, type Listening } from "./listen.ts";
import { hostInAddress, listenAddress } from "./loopback.ts";
import { Metrics } from "./metrics/metrics.ts";
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
  readonly samplePath?: string;
}

const nothingAllowed: WatchRules = { folders: [], hosts: [], privateHosts: [] };

export interface OpenedService {
  /** `http://127.0.0.1:4711/` */
  readonly address: string;
  /** Aborted with the reason where its database ends by itself: nothing can be answered then, and it is to be stopped. */
  readonly gone: AbortSignal;
  /** Lets requests that run end, then closes the database. */
  stop(): Promise<void>;
}

/**
 * Takes the address, opens the database, which is made and brought up to date where that is needed, and answers; who asks
 * earlier waits. An address that others reach is taken last. Throws `not-protected`, `configuration-invalid`, `address-in-use`, `address-refused`, and what `OpenDatabase`
 * throws.
 */
export async function openService(
  surroundings: ServiceSurroundings,
  { host, port, dataFolder, url, environment, limits = {}, reports = [], ...watching }: ServiceWish,
): Promise<OpenedService> {
  const { address: bound, isLoopback } = listenAddress(host);
  const settings = await readAccessSettings(environment);
  const isOpen = isLoopback && settings.publicOrigin === null;
  const { rules = nothingAllowed, secrets = {}, samplePath } = watching;
  let begin: (answer: AnswerRequest) => void = () => undefined;
  const application = new Promise<AnswerRequest>((resolve) => (begin = resolve));
  const take = (): Promise<Listening> =>
    listen(
      async (request, from) => (await application)(request, from),
      { host: bound, port },
      { ...usualLimits, ...limits },
    );
  // First of all: who finds the address taken is told so at once, and touches no database. Where others could come, only once it
  // is known that they have to sign in.
  let listening = isOpen ? await take() : null;
  let database: ServiceDatabase | null = null;
  try {
    const { openDatabase, signal } = surroundings;
    const opening = openDatabase({ dataFolder, url, make: true, signal });
    // What answers is loaded while the database starts, which is another process.
    const [found, loaded] = await Promise.allSettled([opening, loadApplication()]);
    if (found.status === "rejected") throw found.reason;
    database = found.value;
    if (loaded.status === "rejected") throw loaded.reason;
    if (database === null) throw new Error("No database was made, though one was asked for.");
    await database.migrate();
    const { clock, version, log } = surroundings;
    const stores = {
      clock,
      database,
      assessments: await database.assessments(),
      organisations: await database.organisations(),
      jobs: await database.jobs(),
      inbox: await database.inbox(),
      facts: await database.declaredFacts(),
      access: await database.access(),
    };
    const { createApplication, routeGroups, importReport, ...signing } = loaded.value;
    const { AccessControl, requireProtection, signingInWith } = signing;
    const { access } = stores;
    await requireProtection({ host, isLoopback }, settings, { clock, access });
    const taken = (listening ??= await take());
    for (const report of reports) await importReport(stores, { slug: null, report });
    const signIn = signingInWith(settings);
    const { session } = settings;
    const ways = { isOpen, session, signIn };
    const control = new AccessControl({ clock, access, ways, ownAddress: () => taken });
    const about = { version, log, control, signIn, rules, secrets, stopping: signal };
    const sample = samplePath === undefined ? {} : { samplePath };
    const context: ServiceContext = { ...stores, ...about, ...sample, metrics: new Metrics() };
    begin(createApplication(context, routeGroups));
    const opened = database;
    return {
      address: `http://${hostInAddress(taken.host)}:${String(taken.port)}/`,
      gone: opened.gone,
      stop: async () => {
        await taken.stop();
        await opened.close();
      },
    };
  } catch (error) {
    await listening?.stop(0);
    await database?.close();
    throw error;
  }
}

async function loadApplication() {
  const [application, routes, report, control, protection, signIn] = await Promise.all([
    import("./application.ts"),
    import("./routes/index.ts"),
    import("#operations/import-report.ts"),
    import("./access/access-control.ts"),
    import("./access/require-protection.ts"),
    import("./sign-in/signing-in.ts"),
  ]);
  const { createApplication } = application;
  const { routeGroups } = routes;
  const { importReport } = report;
  const { AccessControl } = control;
  const { requireProtection } = protection;
  const { signingInWith } = signIn;
  return {
    createApplication,
    routeGroups,
    importReport,
    AccessControl,
    requireProtection,
    signingInWith,
  };
}
