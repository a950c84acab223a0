import { z } from "zod";
import { takenDelivery } from "#contract/ingest.ts";
import { jobId } from "#contract/jobs.ts";
import { organisationSlug } from "#contract/service.ts";
import { ingestEvents } from "#operations/ingesting/ingest-events.ts";
import { takeWebhook } from "#operations/ingesting/take-webhook.ts";
import type { BearerSender, SignedSender } from "#vocabulary/ingest.ts";
import { defineRoute, type Route, type RouteGroup } from "../route.ts";

/** GitHub sends 25 MB at most, and says the repository long before that. */
const largest = 25 * 1024 * 1024;

const taken = z
  .object({
    isNew: z.boolean().describe("false: that delivery came before, and nothing was done again"),
    jobs: z.array(jobId).describe("those that follow from it"),
    deliveries: z
      .array(takenDelivery.extend({ organisation: organisationSlug }))
      .describe("what was kept of it, for each organisation that it concerns"),
  })
  .meta({ id: "Taken-Webhook" });

interface Names {
  readonly proof: string;
  readonly event: string;
  readonly delivery: string;
}

const signed = (source: SignedSender, summary: string, names: Names): Route =>
  defineRoute({
    method: "post",
    path: `/api/v1/webhooks/${source}`,
    permission: "tell-of-pushes",
    summary,
    takesBytes: true,
    mostBytes: largest,
    answers: { 202: { description: "It was taken, and is kept.", schema: taken } },
    problems: ["signature-refused", "key-used"],
    answer: async (context, { headers, bytes }) => {
      const { isNew, jobs, deliveries } = await takeWebhook(context, {
        source,
        proof: headers.get(names.proof),
        event: headers.get(names.event),
        delivery: headers.get(names.delivery),
        headers,
        body: bytes,
      });
      return { status: 202, body: { isNew, jobs: jobs.map(({ id }) => id), deliveries } };
    },
  });

/** They sign nothing: they send a token of ours, which may be one for this alone. */
const withToken = (sender: BearerSender, summary: string): Route =>
  defineRoute({
    method: "post",
    path: `/api/v1/webhooks/${sender}`,
    permission: "add-evidence",
    summary,
    organisationIn: "query",
    query: z.object({ organisation: organisationSlug.describe("whose alerts these are") }),
    takesBytes: true,
    mostBytes: largest,
    answers: { 202: { description: "It was taken, and is kept.", schema: takenDelivery } },
    problems: ["key-used"],
    answer: async (context, { query: { organisation }, headers, bytes }) => ({
      status: 202,
      body: await ingestEvents(context, {
        organisation,
        sender,
        key: null,
        format: "json",
        headers,
        body: bytes,
      }),
    }),
  });

export const pushes: RouteGroup = {
  name: "Webhooks",
  routes: [
    signed("github", "GitHub tells of what happened, signed (X-Hub-Signature-256)", {
      proof: "x-hub-signature-256",
      event: "x-github-event",
      delivery: "x-github-delivery",
    }),
    signed("gitlab", "GitLab tells of what happened, with its secret token (X-Gitlab-Token)", {
      proof: "x-gitlab-token",
      event: "x-gitlab-event",
      delivery: "x-gitlab-event-uuid",
    }),
    signed("pagerduty", "PagerDuty tells of an incident, signed (X-PagerDuty-Signature)", {
      proof: "x-pagerduty-signature",
      event: "x-webhook-subscription",
      delivery: "x-webhook-id",
    }),
    withToken("opsgenie", "Opsgenie tells of an alert, with a token of the service"),
    withToken("alertmanager", "Alertmanager tells of alerts, with a token of the service"),
  ],
};
