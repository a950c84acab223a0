import { createHash } from "node:crypto";
import { z } from "zod";
import { FulcrumError } from "#kernel/errors.ts";
import { jsonIn } from "#kernel/json-text.ts";
import type { Job } from "#ports/jobs.ts";
import type { SignedSender } from "#vocabulary/ingest.ts";
import { parseRemoteAddress } from "#sources/git/remote-address.ts";
import type { JobContext } from "./scan-context.ts";

export interface PushInput {
  readonly source: Exclude<SignedSender, "pagerduty">;
  /** How the sender calls what happened. */
  readonly event: string | null;
  /** How the sender calls this delivery. */
  readonly delivery: string | null;
  readonly body: Buffer;
}

export interface TakenPush {
  /** False: that delivery came before, and nothing was done again. */
  readonly isNew: boolean;
  readonly jobs: readonly Job[];
}

/**
 * A push to a repository that is watched: its copy is brought up to date and its organisation scanned. All other events are taken
 * and nothing is done. Who sends it is known. Throws `usage`.
 */
export async function takePush(
  { jobs }: JobContext,
  { source, event, delivery, body }: PushInput,
): Promise<TakenPush> {
  if (!pushEvents.has(event ?? "")) return { isNew: true, jobs: [] };
  const told = await jobs.scanAfterPush({
    source,
    delivery: deliveryOf({ source, delivery, body }),
    identities: identitiesIn(body),
  });
  return { isNew: told !== null, jobs: told ?? [] };
}

/** GitHub's words, then GitLab's. */
const pushEvents: ReadonlySet<string> = new Set(["push", "Push Hook", "Tag Push Hook"]);

function digestOf(text: Buffer): Buffer {
  return createHash("sha256").update(text).digest();
}

/** GitHub's own id of a delivery is not signed: who repeats a body under another id repeats it all the same. */
export function deliveryOf({
  source,
  delivery,
  body,
}: Pick<PushInput, "source" | "delivery" | "body">): string {
  if (source === "github") return digestOf(body).toString("hex");
  if (delivery !== null && /^[\x21-\x7e]{1,200}$/.test(delivery)) return delivery;
  throw new FulcrumError(
    "usage",
    "The delivery has no id.",
    "Send X-Gitlab-Event-UUID, as GitLab does since 14.8.",
  );
}

const text = z.string().max(2000).optional().catch(undefined);
const pushed = z.object({
  repository: z.object({ clone_url: text, ssh_url: text }).optional().catch(undefined),
  project: z.object({ git_http_url: text, git_ssh_url: text }).optional().catch(undefined),
});

/** Names under which the repository may be watched that a body is about. Throws `usage` for what is no JSON. */
export function identitiesIn(body: Buffer): string[] {
  const parsed = pushed.safeParse(jsonIn(body.toString("utf8")));
  if (!parsed.success)
    throw new FulcrumError(
      "usage",
      "The push does not say which repository it is about.",
      "Let the webhook send JSON (application/json), not a form.",
    );
  const { repository, project } = parsed.data;
  const addresses = [
    repository?.clone_url,
    repository?.ssh_url,
    project?.git_http_url,
    project?.git_ssh_url,
  ];
  const identities = addresses.flatMap((one) => parseRemoteAddress(one ?? "")?.identity ?? []);
  return [...new Set(identities)];
}
