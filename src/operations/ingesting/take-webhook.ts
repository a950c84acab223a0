import type { Taken } from "#ports/inbox.ts";
import type { PushSecrets } from "../scanning/push-secrets.ts";
import type { JobContext } from "../scanning/scan-context.ts";
import { deliveryOf, identitiesIn, takePush, type TakenPush } from "../scanning/take-push.ts";
import type { IngestContext } from "./ingest-context.ts";
import { ingestEvents } from "./ingest-events.ts";
import { verifyWebhook, type Signed } from "./verify-webhook.ts";

export interface WebhookInput extends Signed {
  /** How the sender calls what happened. */
  readonly event: string | null;
  /** How the sender calls this delivery. */
  readonly delivery: string | null;
  readonly headers: Headers;
}

export interface WebhookContext extends IngestContext, JobContext {
  readonly secrets: PushSecrets;
}

export interface TakenWebhook extends TakenPush {
  /** For each organisation that it concerns. */
  readonly deliveries: readonly (Taken & { readonly organisation: string })[];
}

/**
 * What a provider tells by itself. Of GitHub and GitLab it is kept for every organisation that watches the repository, and a push
 * has that repository scanned; of PagerDuty for the one that its secret belongs to. Throws `signature-refused`, `usage`, `key-used`.
 */
export async function takeWebhook(
  context: WebhookContext,
  input: WebhookInput,
): Promise<TakenWebhook> {
  const { source, delivery, headers, body } = input;
  const owner = verifyWebhook(context.secrets, input);
  const key = source === "pagerduty" ? null : deliveryOf({ source, delivery, body });
  const organisations = owner === null ? await context.inbox.watching(identitiesIn(body)) : [owner];
  const deliveries: (Taken & { readonly organisation: string })[] = [];
  for (const organisation of organisations) {
    const by = { organisation, sender: source, key };
    const taken = await ingestEvents(context, { ...by, format: "json", headers, body });
    deliveries.push({ organisation, ...taken });
  }
  // Last: a scan that follows finds what was kept.
  const pushed =
    source === "pagerduty"
      ? { isNew: deliveries.every(({ isNew }) => isNew), jobs: [] }
      : await takePush(context, { ...input, source });
  return { ...pushed, deliveries };
}
