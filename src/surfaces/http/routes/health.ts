import { z } from "zod";
import { messageOf } from "#kernel/errors.ts";
import { gaugesOf } from "../metrics/gauges.ts";
import { ProblemError } from "../problem.ts";
import { defineRoute, type RouteGroup } from "../route.ts";

const healthSchema = z
  .object({ status: z.literal("ok"), version: z.string().describe("of Fulcrum") })
  .meta({ id: "Health" });

const readinessSchema = z
  .object({ status: z.literal("ready"), database: z.string().describe("which server") })
  .meta({ id: "Readiness" });

/** Longer, and whoever asks for readiness has given up. */
const readyMs = 2_000;

/** The process answers: nothing else is asked. */
const alive = (path: `/${string}`) =>
  defineRoute({
    method: "get",
    path,
    permission: "see-health",
    summary: "Whether the service answers",
    answers: { 200: { description: "It does.", schema: healthSchema } },
    answer: async ({ version }) => ({ body: { status: "ok", version } }),
  });

const ready = defineRoute({
  method: "get",
  path: "/readyz",
  permission: "see-health",
  summary: "Whether the database can be reached and is up to date",
  answers: { 200: { description: "It can, and is.", schema: readinessSchema } },
  answer: async ({ database }) => {
    const { server, pending } = await withinTime(database.state());
    if (pending.length > 0)
      throw new ProblemError(
        "database-failed",
        "The database is not up to date.",
        "Bring it up to date: fulcrum db migrate",
      );
    return { body: { status: "ready", database: server } };
  },
});

const openMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8";
const prometheusText = "text/plain; version=0.0.4; charset=utf-8";

const measured = defineRoute({
  method: "get",
  path: "/metrics",
  permission: "read-metrics",
  summary: "What Prometheus gathers",
  answers: {
    200: {
      description: "OpenMetrics where it is asked for, else the older format of Prometheus.",
      schema: { mediaType: "text/plain" },
    },
  },
  answer: async (context, { headers }) => {
    const isOpen = (headers.get("accept") ?? "").includes("application/openmetrics-text");
    const text = context.metrics.text(
      await gaugesOf(context),
      isOpen ? "openmetrics" : "prometheus",
    );
    const type = isOpen ? openMetrics : prometheusText;
    const size = String(Buffer.byteLength(text));
    return {
      response: new Response(text, {
        headers: { "Content-Type": type, "Content-Length": size, "Cache-Control": "no-store" },
      }),
    };
  },
});

async function withinTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("it does not answer")), readyMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw new ProblemError(
      "database-failed",
      "The database does not answer, or was made by a later version.",
      "Look at the log of the service, and at the database: fulcrum db status",
      { cause: new Error(messageOf(error), { cause: error }) },
    );
  } finally {
    clearTimeout(timer);
  }
}

export const health: RouteGroup = {
  name: "Service",
  routes: [alive("/api/v1/health"), alive("/healthz"), ready, measured],
};
