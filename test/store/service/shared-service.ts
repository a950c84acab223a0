import { openDatabase } from "#store/postgres/open-database.ts";
import { openService, type OpenedService, type ServiceWish } from "#surfaces/http/open-service.ts";
import type { LogEntry } from "#surfaces/http/service-log.ts";
import { newDatabase, servers, type OwnDatabase } from "../shared-databases.ts";

export interface Asked<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the JSON says; an empty object where it is none. */
  readonly body: Body;
}

export interface RunningService {
  readonly address: string;
  readonly database: OwnDatabase;
  readonly logged: LogEntry[];
  ask<Body = Record<string, unknown>>(path: string, init?: RequestInit): Promise<Asked<Body>>;
  stop(): Promise<void>;
}

/** The service in this process, on an empty database of one of the shared servers. */
export async function startService(
  server = servers[0],
  watching: Pick<ServiceWish, "rules" | "samplePath" | "secrets"> = {},
): Promise<RunningService> {
  if (server === undefined) throw new Error("There is no server of PostgreSQL.");
  const database = await newDatabase(server);
  const logged: LogEntry[] = [];
  const stop = new AbortController();
  const service: OpenedService = await openService(
    {
      openDatabase,
      clock: { now: () => Date.now() },
      signal: stop.signal,
      version: "9.9",
      log: (entry) => logged.push(entry),
    },
    {
      host: "127.0.0.1",
      port: 0,
      dataFolder: "/nowhere",
      url: database.url,
      environment: {},
      ...watching,
    },
  );
  return {
    address: service.address,
    database,
    logged,
    ask: async <Body>(path: string, init?: RequestInit): Promise<Asked<Body>> => {
      const response = await fetch(new URL(path, service.address), init);
      const text = await response.text();
      const isJson = /json/.test(response.headers.get("content-type") ?? "");
      const { status, headers } = response;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is asked for is what a test is about
      const body = (isJson ? JSON.parse(text) : {}) as Body;
      return { status, headers, text, body };
    },
    stop: async () => {
      stop.abort();
      await service.stop();
      await database.drop();
    },
  };
}
