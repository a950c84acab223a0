import type { z } from "zod";
import type { Identity } from "#operations/access/identity.ts";
import type { Permission } from "#vocabulary/access.ts";
import type { ProblemCode } from "./problem.ts";
import type { ServiceContext } from "./service-context.ts";

/** What a request asked for, checked against the route's schemas. */
export interface RouteInput<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Of a route that takes bytes; else none. */
  readonly bytes: Buffer;
  /** As they came; nothing of them was checked. */
  readonly headers: Headers;
  readonly request: Request;
  readonly url: URL;
  /** Who asks; they may. */
  readonly identity: Identity;
  readonly requestId: string;
  /** Of a write: its entry in the audit, which can be ended with what is written. */
  readonly auditEntry: string | null;
  /** Aborted when whoever asks has gone, or the service stops. */
  readonly signal: AbortSignal;
}

/** A value that goes out as JSON, with an ETag made of its text. */
export interface JsonAnswer {
  readonly status?: 200 | 201 | 202;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** What `If-Match` may name: strong, of the thing and not of its text. Else one is made of the text. */
  readonly etag?: string;
}

/** A value that stays the same for as long as its version does: not made where the reader has it already. */
export interface VersionedAnswer {
  readonly version: string;
  readonly body: () => Promise<object>;
}

/** A response as it is: a stream of events, a text that is no JSON. */
export interface RawAnswer {
  readonly response: Response;
  /** Id of the actor whom it turned out to be, for the audit. */
  readonly doneBy?: string;
}

export type Answer = JsonAnswer | VersionedAnswer | RawAnswer;

/** Of what is not JSON: the media type, and of which records a stream of it is; null: nothing but headers. */
export interface Answering {
  readonly description: string;
  readonly schema: z.ZodType | { readonly mediaType: string; readonly of?: z.ZodType } | null;
}

type NoFields = z.ZodObject<Readonly<Record<string, never>>>;

/** One address and method. Everything about it stands here: who may, what is taken, what is answered. */
export interface RouteDefinition<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
> {
  readonly method: "get" | "post" | "put" | "delete";
  /** As OpenAPI writes it: `/api/v1/organisations/{organisation}`. */
  readonly path: `/${string}`;
  /** What somebody must be allowed to do to ask this. */
  readonly permission: Permission;
  /** What it asks besides, by what stands in the body. */
  readonly furtherPermissions?: readonly Permission[];
  readonly summary: string;
  /** A value that does not fit is an address at which there is nothing. */
  readonly params?: Params;
  /** A name that is not in it is refused; of a list each value is given by its own `name=value`. */
  readonly query?: Query;
  /** Where the organisation stands that it is about; default: in the address, where that has one. */
  readonly organisationIn?: "query";
  /** Others decide what stands in it: it is left to the route. */
  readonly takesAnyQuery?: true;
  /** JSON; at most `mostBytes` of it. */
  readonly body?: Body;
  readonly mostBytes?: number;
  /** In place of `body`: bytes as they came, which were signed as they are. */
  readonly takesBytes?: true;
  readonly answers: Readonly<Partial<Record<200 | 201 | 202 | 302, Answering>>>;
  /** Those that it throws by itself; what any route may say is added. */
  readonly problems?: readonly ProblemCode[];
  readonly answer: (
    context: ServiceContext,
    input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Answer>;
}

/** A route among others: its own types are known within it only. */
export interface Route extends Omit<
  RouteDefinition<z.ZodObject, z.ZodObject, z.ZodType>,
  "answer" | "problems"
> {
  readonly problems: readonly ProblemCode[];
  readonly answer: (
    context: ServiceContext,
    input: RouteInput<unknown, unknown, unknown>,
  ) => Promise<Answer>;
}

/** Routes about one thing, in a file of `routes` of their own. */
export interface RouteGroup {
  /** A plural noun, as the document of the API heads them. */
  readonly name: string;
  /** Pages for people stand in no document of the API. */
  readonly isForPeople?: boolean;
  readonly routes: readonly Route[];
}

export function defineRoute<
  Params extends z.ZodObject = NoFields,
  Query extends z.ZodObject = NoFields,
  Body extends z.ZodType = z.ZodUndefined,
>(route: RouteDefinition<Params, Query, Body>): Route {
  const { answer, problems = [], ...rest } = route;
  return {
    ...rest,
    problems,
    answer: (context, { params, query, body, ...request }) =>
      answer(context, {
        ...request,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whoever calls has parsed them by these very schemas
        params: params as z.output<Params>,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
        query: query as z.output<Query>,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
        body: body as z.output<Body>,
      }),
  };
}
