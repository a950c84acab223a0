import type { Clock } from "#ports/context.ts";
import type { DatabaseWish, OpenDatabase, ServiceDatabase } from "#ports/database.ts";
import type { Report } from "#sections/report.ts";
import type { AnswerRequest } from "./application.ts";
import type { OwnAddress } from "./guard-request.ts";
import { listen, usualLimits, type Limits } from "./listen.ts";
import { hostInAddress, loopbackAddress } from "./loopback.ts";
import { Metrics } from "./metrics/metrics.ts";
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
}

export interface OpenedService {
  /** `http://127.0.0.1:4711/` */
  readonly address: string;
  /** Lets requests that run end, then closes the database. */
  stop(): Promise<void>;
}

/**
 * Takes the address, opens the database, which is made and brought up to date where that is needed, and answers; who asks
 * earlier waits. Throws `not-protected`, `address-in-use`, `address-refused`, and what `OpenDatabase` throws.
 */
export async function openService(
  surroundings: ServiceSurroundings,
  { host, port, dataFolder, url, limits = {}, reports = [] }: ServiceWish,
): Promise<OpenedService> {
  const bound = loopbackAddress(host);
  let begin: (answer: AnswerRequest) => void = () => undefined;
  const application = new Promise<AnswerRequest>((resolve) => (begin = resolve));
  // First of all: who finds the address taken is told so at once, and touches no database.
  const listening = await listen(
    async (request) => (await application)(request),
    { host: bound, port },
    { ...usualLimits, ...limits },
  );
  let database: ServiceDatabase | null = null;
  try {
    const { openDatabase, signal } = surroundings;
    const opening = openDatabase({ dataFolder, url, make: true, signal });
    // What answers is loaded while the database starts, which is another process.
    const [found, parts] = await Promise.allSettled([opening, loadApplication()]);
    if (found.status === "rejected") throw found.reason;
    database = found.value;
    if (parts.status === "rejected") throw parts.reason;
    if (database === null) throw new Error("No database was made, though one was asked for.");
    await database.migrate();
    const { clock, version, log } = surroundings;
    const stores = {
      assessments: await database.assessments(),
      organisations: await database.organisations(),
    };
    const { createApplication, routeGroups, importReport } = parts.value;
    for (const report of reports) await importReport(stores, { slug: null, report });
    const context = { clock, version, log, database, ...stores, metrics: new Metrics() };
    begin(createApplication(context, routeGroups, () => listening));
  } catch (error) {
    await listening.stop(0);
    await database?.close();
    throw error;
  }
  const opened = database;
  return {
    address: `http://${hostInAddress(listening.host)}:${String(listening.port)}/`,
    stop: async () => {
      await listening.stop();
      await opened.close();
    },
  };
}

async function loadApplication() {
  const [{ createApplication }, { routeGroups }, { importReport }] = await Promise.all([
    import("./application.ts"),
    import("./routes/index.ts"),
    import("#operations/import-report.ts"),
  ]);
  return { createApplication, routeGroups, importReport };
}
