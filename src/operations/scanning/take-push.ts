import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { FulcrumError } from "#kernel/errors.ts";
import { jsonIn } from "#kernel/json-text.ts";
import type { Job } from "#ports/jobs.ts";
import { parseRemoteAddress } from "#sources/git/remote-address.ts";
import type { PushSecrets } from "./push-secrets.ts";
import type { JobContext } from "./scan-context.ts";

export interface PushInput {
  readonly source: keyof PushSecrets;
  /** What shows that the sender knows the secret. */
  readonly proof: string | null;
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

export interface PushContext extends JobContext {
  readonly secrets: PushSecrets;
}

/**
 * A push to a repository that is watched: its copy is brought up to date and its organisation scanned. All other events are taken
 * and nothing is done. Throws `signature-refused`, `usage`.
 */
export async function takePush(
  { jobs, secrets }: PushContext,
  { source, proof, event, delivery, body }: PushInput,
): Promise<TakenPush> {
  const secret = secrets[source];
  if (secret === undefined || !isProven(source, { secret, proof, body })) throw refused(source);
  if (!pushEvents.has(event ?? "")) return { isNew: true, jobs: [] };
  const told = await jobs.scanAfterPush({
    source,
    delivery: deliveryOf({ source, proof, event, delivery, body }),
    identities: identitiesIn(body),
  });
  return { isNew: told !== null, jobs: told ?? [] };
}

/** GitHub's words, then GitLab's. */
const pushEvents: ReadonlySet<string> = new Set(["push", "Push Hook", "Tag Push Hook"]);

interface Proven {
  readonly secret: string;
  readonly proof: string | null;
  readonly body: Buffer;
}

/** GitHub signs the body; GitLab sends the secret itself. */
function isProven(source: PushInput["source"], { secret, proof, body }: Proven): boolean {
  const wanted =
    source === "github"
      ? `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`
      : secret;
  // Digests are of one length: comparing takes the same time, whatever was given.
  return timingSafeEqual(digestOf(wanted), digestOf(proof ?? ""));
}

function digestOf(text: string | Buffer): Buffer {
  return createHash("sha256").update(text).digest();
}

/** GitHub's own id of a delivery is not signed: who repeats a body under another id repeats it all the same. */
function deliveryOf({ source, delivery, body }: PushInput): string {
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

function identitiesIn(body: Buffer): string[] {
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

function refused(source: string): FulcrumError {
  return new FulcrumError(
    "signature-refused",
    "The sender of the push is not known here.",
    `Give the webhook the secret that service.yaml names under webhooks: ${source}.`,
  );
}
