import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { messageOf } from "#kernel/errors.ts";
import { AccessDenied } from "./access/access-denied.ts";
import { RequestAccess } from "./access/request-access.ts";
import { ProblemError, problemCodes, problemOf } from "./problem.ts";
import { problemFrom } from "./problem-from.ts";
import { readInput } from "./read-input.ts";
import { jsonResponse, respond, type Sending } from "./respond.ts";
import type { Route, RouteGroup } from "./route.ts";
import type { ServiceContext } from "./service-context.ts";
import { wayIn } from "./sign-in/way-in.ts";

/** Answers one request, which came from an address; never throws. */
export type AnswerRequest = (request: Request, from?: string) => Promise<Response>;

/** What is known of a request while it is answered. */
interface Trace extends Pick<Sending, "requestId"> {
  /** The pattern of the route that answers; `none` where nothing does. */
  route: string;
  /** What a problem was made of that is told to nobody outside. */
  failure: unknown;
  readonly access: RequestAccess;
}

const documentPath = "/api/v1/openapi.json";

/**
 * All routes as one function from request to response. Of each request the host is checked first, then its route is looked
 * up; who asks has to be allowed what the route names before anything is read. Whatever is thrown becomes a problem. Then it
 * is counted and logged.
 */
export function createApplication(
  context: ServiceContext,
  groups: readonly RouteGroup[],
): AnswerRequest {
  const { clock, control, log, metrics, version } = context;
  const app = new Hono<{ Bindings: Trace }>();
  const routes = groups.flatMap((group) => group.routes);
  const sending = (request: Request, { requestId }: Trace): Sending => ({
    request,
    requestId,
    version,
  });
  const refuse = async (request: Request, trace: Trace, error: unknown): Promise<Response> => {
    const thrown = await refused(problemFrom(error), trace);
    const problem = problemOf(thrown, trace.requestId);
    // Who is refused is not told why by the provider; who looks after the service reads it in the log.
    const isExplained = error instanceof AccessDenied && error.cause !== undefined;
    if (problem.status >= 500 || isExplained) trace.failure = error;
    const { status } = problem;
    const way = wayIn(request, thrown, context.signIn);
    if (way !== null) {
      const response = new Response(null, { status: 302, headers: { Location: way } });
      return respond({ response }, sending(request, trace));
    }
    const headers = {
      ...(status === 405 ? { Allow: methodsOf(routes, request).join(", ") } : {}),
      ...(status === 401 ? { "WWW-Authenticate": 'Bearer realm="Fulcrum"' } : {}),
    };
    return jsonResponse(sending(request, trace), {
      body: problem,
      status,
      headers,
      type: "application/problem+json",
    });
  };

  app.use(async (c, next) => {
    c.env.access.guard();
    await next();
  });
  for (const route of routes)
    app.on(route.method.toUpperCase(), honoPath(route), async (c) => {
      c.env.route = route.path;
      const { raw } = c.req;
      const { requestId, access } = c.env;
      const { permission } = route;
      const parameters = parametersOf(route, raw);
      const organisation = organisationOf(route, raw, parameters);
      const identity = await access.admit({ permission, organisation });
      const read = await readInput(route, raw, parameters);
      const { headers, signal } = raw;
      const about = { request: raw, url: new URL(raw.url), headers, signal, requestId, identity };
      const auditEntry = await access.begin();
      const answer = await route.answer(context, { ...read, ...about, auditEntry });
      const response = await respond(answer, sending(raw, c.env));
      await access.end(response.status, "doneBy" in answer ? (answer.doneBy ?? null) : null);
      return response;
    });
  let document: object | null = null;
  app.get(documentPath, async (c) => {
    c.env.route = documentPath;
    await c.env.access.admit({ permission: "read-description", organisation: null });
    // Loaded and made when somebody asks for it: a service that starts needs none.
    const { openApiDocument } = await import("./open-api.ts");
    document ??= openApiDocument(groups, version);
    return jsonResponse(sending(c.req.raw, c.env), { body: document });
  });
  app.notFound((c) => refuse(c.req.raw, c.env, unknownAddress(routes, c.req.raw)));
  app.onError((error, c) => refuse(c.req.raw, c.env, error));

  return async (request, from = "unknown") => {
    const began = clock.now();
    const requestId = requestIdOf(request);
    const access = new RequestAccess(control, { request, requestId, from });
    const trace: Trace = { requestId, route: "none", failure: null, access };
    const response = await app.fetch(request, trace);
    for (const [name, value] of Object.entries(access.headers())) response.headers.set(name, value);
    const { route, failure } = trace;
    const { status } = response;
    const milliseconds = clock.now() - began;
    const method = knownMethods.has(request.method) ? request.method : "OTHER";
    const bytes = Number(response.headers.get("content-length") ?? 0);
    metrics.count({ route, method, status, seconds: milliseconds / 1000, bytes });
    log({
      level: status >= 500 ? "error" : "info",
      message: `${method} ${route}`,
      about: {
        status,
        milliseconds,
        bytes,
        requestId,
        path: new URL(request.url).pathname.slice(0, 500),
        ...(failure === null ? {} : { failure: failureText(failure) }),
      },
    });
    return response;
  };
}

/** Where the audit cannot be written, nobody is let in for that; the log says it. */
async function refused(problem: ProblemError, trace: Trace): Promise<ProblemError> {
  try {
    return await trace.access.refused(problem);
  } catch (error) {
    trace.failure = error;
    return problem;
  }
}

const knownMethods = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]);

/** `/organisations/{organisation}` reads `/organisations/:organisation`. */
function honoPath({ path }: Route): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}

/** Each step decoded once: a name may hold slashes and signs of percent itself. */
function parametersOf({ path }: Route, { url }: Request): Readonly<Record<string, string>> {
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = ""]) => name);
  const [, ...steps] = pathPattern(path).exec(new URL(url).pathname) ?? [];
  return Object.fromEntries(names.map((name, at) => [name, decodedStep(steps[at] ?? "")]));
}

/** Null: it is about none, or about all. Several are about none: the schema refuses them. */
function organisationOf(
  { organisationIn }: Route,
  { url }: Request,
  parameters: Readonly<Record<string, string>>,
): string | null {
  if (organisationIn !== "query") return parameters["organisation"] ?? null;
  const named = new URL(url).searchParams.getAll("organisation");
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** What is no text at all is no address of anything. */
function decodedStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return "";
  }
}

function methodsOf(routes: readonly Route[], { url }: Request): string[] {
  const { pathname } = new URL(url);
  return routes
    .filter(({ path }) => pathPattern(path).test(pathname))
    .map(({ method }) => method.toUpperCase());
}

function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "([^/]+)")}$`);
}

function unknownAddress(routes: readonly Route[], request: Request): ProblemError {
  const methods = methodsOf(routes, request);
  if (methods.length > 0)
    return new ProblemError(
      "method-not-allowed",
      `${problemCodes["method-not-allowed"].title}.`,
      `Use ${methods.join(" or ")}.`,
    );
  return new ProblemError(
    "not-found",
    "There is nothing at this address.",
    `Every address of the API is in ${documentPath}.`,
  );
}

/** That of whoever asks, where it is one, so that it can be followed through several programs. */
function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id") ?? "";
  return /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}

function failureText(failure: unknown): string {
  const causes: string[] = [];
  for (let at = failure; at !== undefined && causes.length < 5;) {
    causes.push(
      at instanceof Error && causes.length === 0 ? (at.stack ?? at.message) : messageOf(at),
    );
    at = at instanceof Error ? at.cause : undefined;
  }
  return causes.join(" because ").slice(0, 4000);
}
