import { z } from "zod";
import { jobId } from "#contract/jobs.ts";
import { takePush, type PushInput } from "#operations/scanning/take-push.ts";
import { defineRoute, type Route, type RouteGroup } from "../route.ts";

/** GitHub sends 25 MB at most, and says the repository long before that. */
const largestPush = 25 * 1024 * 1024;

const taken = z
  .object({
    isNew: z.boolean().describe("false: that delivery came before, and nothing was done again"),
    jobs: z.array(jobId).describe("those that follow from it"),
  })
  .meta({ id: "Taken-Push" });

interface Names {
  readonly proof: string;
  readonly event: string;
  readonly delivery: string;
}

const pushesOf = (source: PushInput["source"], summary: string, names: Names): Route =>
  defineRoute({
    method: "post",
    path: `/api/v1/webhooks/${source}`,
    permission: "tell-of-pushes",
    summary,
    takesBytes: true,
    mostBytes: largestPush,
    answers: { 202: { description: "It was taken.", schema: taken } },
    problems: ["signature-refused"],
    answer: async (context, { headers, bytes }) => {
      const { isNew, jobs } = await takePush(context, {
        source,
        proof: headers.get(names.proof),
        event: headers.get(names.event),
        delivery: headers.get(names.delivery),
        body: bytes,
      });
      return { status: 202, body: { isNew, jobs: jobs.map(({ id }) => id) } };
    },
  });

export const pushes: RouteGroup = {
  name: "Webhooks",
  routes: [
    pushesOf("github", "GitHub tells of a push, signed (X-Hub-Signature-256)", {
      proof: "x-hub-signature-256",
      event: "x-github-event",
      delivery: "x-github-delivery",
    }),
    pushesOf("gitlab", "GitLab tells of a push, with its secret token (X-Gitlab-Token)", {
      proof: "x-gitlab-token",
      event: "x-gitlab-event",
      delivery: "x-gitlab-event-uuid",
    }),
  ],
};
