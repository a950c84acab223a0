import type { ServiceContext } from "#surfaces/http/service-context.ts";
import { accessInMemory } from "#fixtures/access-in-memory.ts";
import { createToken, type CreateTokenInput } from "#operations/access/manage-tokens.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import { AccessControl } from "#surfaces/http/access/access-control.ts";
import { createApplication } from "#surfaces/http/application.ts";
import { Metrics } from "#surfaces/http/metrics/metrics.ts";
import type { RouteGroup } from "#surfaces/http/route.ts";
import { routeGroups } from "#surfaces/http/routes/index.ts";
import type { SigningIn } from "#surfaces/http/sign-in/signing-in.ts";
import type { LogEntry } from "#surfaces/http/service-log.ts";

export const publicOrigin = "https://fulcrum.example";

/** Nobody is let in without a sign. */
export const closed: AskedWays = { isOpen: false, signIn: null };
/** As on a machine of one's own. */
export const open: AskedWays = { isOpen: true, signIn: null };

export interface AskedWays {
  readonly isOpen: boolean;
  readonly signIn: SigningIn | null;
}

export const session = { idleMs: 3_600_000, longestMs: 86_400_000 };

/** A service with its own routes, all about access in memory, and a clock that is set by hand. */
export function askedService(
  { isOpen, signIn }: AskedWays,
  groups: readonly RouteGroup[] = routeGroups,
) {
  const time = { now: Date.parse("2026-03-04T10:00:00Z") };
  const clock = { now: () => time.now };
  const access = accessInMemory();
  const unused = (): never => {
    throw new Error("no route of this test asks the database");
  };
  const database: ServiceDatabase = {
    state: unused,
    migrate: unused,
    assessments: unused,
    organisations: unused,
    jobs: unused,
    inbox: unused,
    declaredFacts: unused,
    retention: unused,
    care: unused,
    access: () => Promise.resolve(access),
    connections: unused,
    gone: new AbortController().signal,
    close: unused,
  };
  const logged: LogEntry[] = [];
  const log = (one: LogEntry): void => void logged.push(one);
  const control = new AccessControl({
    clock,
    access,
    ways: { isOpen, signIn, session },
    ownAddress: () => ({ host: "127.0.0.1", port: 4711 }),
  });
  const metrics = new Metrics();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a route that asks a store fails, after it was admitted
  const stores = { assessments: {}, organisations: {}, jobs: {}, inbox: {}, facts: {} } as Pick<
    ServiceContext,
    "assessments" | "organisations" | "jobs" | "inbox" | "facts"
  >;
  const work = {
    rules: { folders: [], hosts: [], privateHosts: [] },
    secrets: {},
    stopping: new AbortController().signal,
  };
  const parts = { clock, version: "9.9", database, access, control, signIn, metrics, log };
  const context = { ...parts, ...stores, ...work };
  const answer = createApplication(context, groups);
  const origin = isOpen ? "http://localhost:4711" : publicOrigin;
  return {
    access,
    time,
    logged,
    ask: (path: string, init: RequestInit & { from?: string } = {}) => {
      const { from = "192.0.2.1", headers, ...rest } = init;
      const host = new URL(origin).host;
      const all = { host, ...(headers as Record<string, string> | undefined) };
      return answer(new Request(`${origin}${path}`, { ...rest, headers: all }), from);
    },
    /** The headers of somebody with a new token. */
    bearer: async (about: Partial<CreateTokenInput> = {}) => {
      const usual = { name: "till", role: "viewer", organisations: null, days: 90 } as const;
      const made = await createToken(context, { ...usual, createdBy: null, ...about });
      return { id: made.token.id, headers: { authorization: `Bearer ${made.text}` } };
    },
  };
}

export async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { readonly code: string }).code;
}
