import { z } from "zod";
import {
  pushedName,
  refusalId,
  refusedRecord,
  sentAgain,
  takenDelivery,
} from "#contract/ingest.ts";
import { nextCursor } from "#contract/service.ts";
import { ingestEvents } from "#operations/ingesting/ingest-events.ts";
import { ingestFile, type IngestFileInput } from "#operations/ingesting/ingest-file.ts";
import { listRefused } from "#operations/ingesting/list-refused.ts";
import {
  eventFormat,
  eventTypes,
  fileEnding,
  fileTypes,
} from "#operations/ingesting/media-types.ts";
import { sendAgain } from "#operations/ingesting/send-again.ts";
import { ProblemError } from "../problem.ts";
import { requestKeyOf } from "../request-key.ts";
import { defineRoute, type Route, type RouteGroup } from "../route.ts";
import { organisationParams } from "../wanted-assessment.ts";

const path = "/api/v1/organisations/{organisation}/ingest";
const largest = 32 * 1024 * 1024;
const answers = {
  202: { description: "It is kept; the next scan reads it.", schema: takenDelivery },
} as const;

const events = defineRoute({
  method: "post",
  path: `${path}/events`,
  permission: "add-evidence",
  summary:
    "Deployments, incidents and stages of changes: CDEvents, CloudEvents, or as files of events hold them",
  params: organisationParams,
  takesBytes: true,
  mostBytes: largest,
  answers,
  problems: ["unsupported-media-type", "key-used"],
  answer: async (context, { params: { organisation }, headers, bytes }) => {
    const format = eventFormat(headers);
    if (format === null) throw unsupported(eventTypes);
    const by = { organisation, sender: "api", key: keyOf(headers) };
    const body = await ingestEvents(context, { ...by, format, headers, body: bytes });
    return { status: 202, body };
  },
});

const optionalName = z.object({
  name: pushedName.optional().describe("what comes later under it takes its place"),
});
const ownName = z.object({
  name: pushedName.describe("what it is called; what comes later under it takes its place"),
});

const file = (
  kind: IngestFileInput["kind"],
  query: typeof optionalName | typeof ownName,
  summary: string,
): Route =>
  defineRoute({
    method: "post",
    path: `${path}/${kind}`,
    permission: "add-evidence",
    summary,
    params: organisationParams,
    query,
    takesBytes: true,
    mostBytes: largest,
    answers,
    problems: ["unsupported-media-type", "key-used"],
    answer: async (context, { params: { organisation }, query: asked, headers, bytes }) => {
      const ending = fileEnding(kind, headers);
      if (ending === null) throw unsupported(fileTypes[kind]);
      const by = { organisation, sender: "api", key: keyOf(headers) };
      const name = asked.name ?? null;
      const body = await ingestFile(context, { ...by, kind, name, ending, body: bytes });
      return { status: 202, body };
    },
  });

const refused = defineRoute({
  method: "get",
  path: `${path}/refused`,
  permission: "read-refused",
  summary: "Records that were refused, each with its reason, kept for thirty days",
  params: organisationParams,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: refusalId.optional().describe("the `next` of an answer before"),
  }),
  answers: {
    200: {
      description: "The newest first.",
      schema: z
        .object({ refused: z.array(refusedRecord), next: nextCursor })
        .meta({ id: "Refused-Records" }),
    },
  },
  answer: async (context, { params: { organisation }, query: { limit, cursor = null } }) => {
    const wish = { organisation, after: cursor, limit: limit + 1 };
    const found = await listRefused(context, wish);
    const page = found.slice(0, limit);
    return {
      body: { refused: page, next: found.length > limit ? (page.at(-1)?.id ?? null) : null },
    };
  },
});

const again = defineRoute({
  method: "post",
  path: `${path}/{id}/again`,
  permission: "add-evidence",
  summary: "Reads once more what was refused",
  params: organisationParams.extend({ id: refusalId }),
  answers: { 200: { description: "What became of it.", schema: sentAgain } },
  answer: async (context, { params }) => {
    const body = await sendAgain(context, params);
    if (body !== null) return { body };
    throw new ProblemError(
      "not-found",
      `Nothing that was refused of ${params.organisation} has the id ${params.id}.`,
      `What was refused: /api/v1/organisations/${params.organisation}/ingest/refused`,
    );
  },
});

function keyOf(headers: Headers): string | null {
  return requestKeyOf(headers, []).key?.key ?? null;
}

function unsupported(types: string): ProblemError {
  return new ProblemError(
    "unsupported-media-type",
    "The body is of a kind that is not read here.",
    `Send it with a Content-Type of these: ${types}.`,
  );
}

export const ingest: RouteGroup = {
  name: "Ingestion",
  routes: [
    events,
    file(
      "sli",
      ownName,
      "Counts of good and total events by objective, as files of them hold them",
    ),
    file(
      "surveys",
      ownName,
      "Answers to a survey: of its rows nothing is kept but team, day and answers",
    ),
    file("outcomes", optionalName, "Outcomes of products"),
    refused,
    again,
  ],
};
