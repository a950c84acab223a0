import { z } from "zod";
import { exportAudit } from "#operations/access/export-audit.ts";
import { defineRoute, type RouteGroup } from "../route.ts";

const mediaType = "application/x-ndjson";

const read = defineRoute({
  method: "get",
  path: "/api/v1/audit",
  permission: "read-audit",
  summary: "Every write and every denial, a line of JSON each, the earliest first",
  query: z.object({
    since: z.iso.date().optional().describe("a day, UTC"),
    until: z.iso.date().optional().describe("a day, UTC, which is not in it any more"),
  }),
  answers: { 200: { description: "The audit.", schema: { mediaType } } },
  answer: async ({ access }, { query: { since, until } }) => {
    const lines = exportAudit({ access }, { since: dayOf(since), until: dayOf(until) });
    const headers = { "Content-Type": mediaType, "Cache-Control": "no-store" };
    return { response: new Response(streamed(lines), { headers }) };
  },
});

function dayOf(day: string | undefined): number | null {
  return day === undefined ? null : Date.parse(`${day}T00:00:00Z`);
}

/** Read as fast as whoever asks takes it. */
function streamed(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await lines.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(`${value}\n`));
    },
    cancel: async () => void (await lines.return(undefined)),
  });
}

export const audit: RouteGroup = { name: "Audit", routes: [read] };
