import { z } from "zod";
import { jsonIn } from "#kernel/json-text.ts";
import { ProblemError } from "./problem.ts";
import type { Route } from "./route.ts";

/** Bytes of a body, where a route says nothing else. */
const usualBytes = 1024 * 1024;

export interface ReadInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly bytes: Buffer;
}

/** What a request says, checked by the schemas of its route. Throws ProblemError. */
export async function readInput(
  route: Route,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<ReadInput> {
  const place = (route.params ?? nothing).safeParse(params);
  if (!place.success)
    throw new ProblemError(
      "not-found",
      `There is nothing at this address: ${wordsOf(place.error)}.`,
      "Take addresses from the answers of the API, or from /api/v1/openapi.json.",
    );
  const asked = new URL(request.url).searchParams;
  const given = route.takesAnyQuery === true ? {} : queryOf(asked, route.query);
  const query = (route.query ?? nothing).strict().safeParse(given);
  if (!query.success) throw malformed(`The query is not understood: ${wordsOf(query.error)}.`);
  return {
    params: place.data,
    query: query.data,
    body: route.body === undefined ? undefined : await readBody(route, route.body, request),
    bytes:
      route.takesBytes === true
        ? await readBytes(request, route.mostBytes ?? usualBytes)
        : Buffer.alloc(0),
  };
}

const nothing = z.object({});

function queryOf(asked: URLSearchParams, schema: z.ZodObject | undefined): object {
  const names = new Set(asked.keys());
  return Object.fromEntries(
    [...names].map((name): [string, unknown] => {
      const values = asked.getAll(name);
      const takesMany = schema !== undefined && isList(schema.shape[name]);
      return [name, takesMany || values.length > 1 ? values : values[0]];
    }),
  );
}

function isList(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return isList(schema.unwrap());
  return schema instanceof z.ZodArray;
}

async function readBody(
  { mostBytes = usualBytes }: Route,
  schema: z.ZodType,
  request: Request,
): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type))
    throw new ProblemError(
      "unsupported-media-type",
      "The body of this request has to be JSON.",
      "Send it with Content-Type: application/json.",
    );
  const bytes = await readBytes(request, mostBytes);
  const body = schema.safeParse(jsonIn(bytes.toString("utf8")));
  if (!body.success) throw malformed(`The body is not understood: ${wordsOf(body.error)}.`);
  return body.data;
}

/** The body of a request, as it came. Throws ProblemError `too-large`. */
export async function readBytes(request: Request, mostBytes: number): Promise<Buffer> {
  const tooLarge = (): ProblemError =>
    new ProblemError(
      "too-large",
      `The body is larger than ${String(mostBytes)} bytes.`,
      "Send less at once.",
    );
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > mostBytes) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function malformed(detail: string): ProblemError {
  return new ProblemError(
    "malformed-request",
    detail,
    "Correct what is named; /api/v1/openapi.json says what is taken.",
  );
}

/** The first few things that a schema says, without what was sent. */
function wordsOf(error: z.ZodError): string {
  const said = error.issues.slice(0, 3).map(({ path, message, ...issue }) => {
    if (issue.code === "unrecognized_keys") return "a name that is not known here";
    return `${path.length === 0 ? "it" : path.map(String).join(".")}: ${message}`;
  });
  return said.join("; ").slice(0, 500);
}
