import { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { append } from "#kernel/lists-by-key.ts";
import { problemCodes, problemSchema, type ProblemCode } from "./problem.ts";
import type { Answering, Route, RouteGroup } from "./route.ts";

/** What any route may say, whatever it does. */
const anywhere: readonly ProblemCode[] = [
  "malformed-request",
  "wrong-host",
  "unexpected",
  "database-failed",
];

type PathConfig = Parameters<OpenAPIHono["openAPIRegistry"]["registerPath"]>[0];

function pathConfig(group: string, route: Route): PathConfig {
  const { method, path, permission, summary, params, query, body, answers, takesBytes } = route;
  const headers = takesKey(route) ? { headers: keyHeader } : {};
  return {
    method,
    path,
    tags: [group],
    summary,
    operationId: operationId(route),
    "x-permission": permission,
    request: {
      ...headers,
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined
        ? {}
        : { body: { required: true, content: { "application/json": { schema: body } } } }),
      ...(takesBytes === true
        ? {
            body: {
              required: true,
              content: { "application/json": { schema: z.looseObject({}) } },
            },
          }
        : {}),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [status, answered(answer)]),
      ),
      ...refusals(route),
    },
  };
}

/** A request that may come twice says so by what it refuses. */
export function takesKey({ path, problems }: Route): boolean {
  // Senders of webhooks name a delivery in their own way.
  return problems.includes("key-used") && !path.startsWith("/api/v1/webhooks/");
}

const keyHeader = z.object({
  "Idempotency-Key": z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .optional()
    .describe("such as a UUID: acted upon once, however often it is sent, within 30 days"),
});

function answered({ description, schema }: Answering): PathConfig["responses"][string] {
  if (schema === null) return { description };
  const content =
    schema instanceof z.ZodType
      ? { "application/json": { schema } }
      : { [schema.mediaType]: { schema: z.string() } };
  return { description, content };
}

/** Several codes may share a status. */
function refusals({ problems, params, body, method, takesBytes }: Route): PathConfig["responses"] {
  const codes = new Set<ProblemCode>([
    ...anywhere,
    ...(params === undefined ? [] : (["not-found"] as const)),
    ...(method === "get" ? [] : (["cross-site"] as const)),
    ...(body === undefined ? [] : (["unsupported-media-type", "too-large"] as const)),
    ...(takesBytes === true ? (["too-large"] as const) : []),
    ...problems,
  ]);
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status, title } = problemCodes[code];
    append(byStatus, status, `${code}: ${title}`);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, said]) => [
      status,
      {
        description: said.join("; "),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]),
  );
}

/** `getOrganisationsSections`: the words of the path, and the parameters at its end. */
function operationId({ method, path }: Route): string {
  const words = path
    .replace(/^\/api\/v1/, "")
    .split(/[/.]/)
    .filter((word) => word !== "")
    .map((word) => word.replace(/^\{(.+)\}$/, "By-$1"));
  return [method, ...words]
    .join("-")
    .replaceAll(/-+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The document of OpenAPI 3.1 of all routes. */
export function openApiDocument(groups: readonly RouteGroup[], version: string): object {
  const app = new OpenAPIHono();
  for (const { name, isForPeople = false, routes } of groups)
    for (const route of isForPeople ? [] : routes) {
      app.openAPIRegistry.registerPath(pathConfig(name, route));
      for (const { schema } of Object.values(route.answers))
        if (schema !== null && !(schema instanceof z.ZodType) && schema.of !== undefined)
          // A copy: what was made before the library was loaded lacks its methods.
          app.openAPIRegistry.register(schema.of.meta()?.id ?? "", schema.of.clone());
    }
  return app.getOpenAPI31Document(
    {
      openapi: "3.1.0",
      info: {
        title: "Fulcrum",
        version,
        description:
          "What Fulcrum knows of an organisation's platform, section by section. Every refusal is a problem of RFC 9457 with a code of a closed list: docs/api.md.",
      },
    },
    { unionPreferredType: "oneOf" },
  );
}
