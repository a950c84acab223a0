import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { FulcrumError } from "#kernel/errors.ts";
import type { SignedSender } from "#vocabulary/ingest.ts";
import type { PushSecrets } from "../scanning/push-secrets.ts";

export interface Signed {
  readonly source: SignedSender;
  /** What shows that the sender knows the secret. */
  readonly proof: string | null;
  readonly body: Buffer;
}

/** PagerDuty signs with each of its secrets while one takes the place of another. */
const mostSignatures = 10;

/**
 * GitHub signs the body, GitLab sends the secret itself, PagerDuty lists signatures of the body. Gives the organisation that the
 * secret belongs to; null: it may be any. Throws `signature-refused`.
 */
export function verifyWebhook(
  secrets: PushSecrets,
  { source, proof, body }: Signed,
): string | null {
  if (source === "pagerduty") {
    const given = (proof ?? "").split(",").slice(0, mostSignatures);
    // Each is compared, whichever fits.
    let fitting: string | null = null;
    for (const { secret, organisation } of secrets.pagerduty ?? []) {
      const wanted = `v1=${hmac(secret, body)}`;
      if (given.map((one) => isSame(wanted, one.trim())).includes(true)) fitting ??= organisation;
    }
    if (fitting === null) throw refused(source);
    return fitting;
  }
  const secret = secrets[source];
  const wanted =
    secret === undefined ? null : source === "github" ? `sha256=${hmac(secret, body)}` : secret;
  if (wanted === null || !isSame(wanted, proof ?? "")) throw refused(source);
  return null;
}

function hmac(secret: string, body: Buffer): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}

/** Digests are of one length: comparing takes the same time, whatever was given. */
function isSame(wanted: string, given: string): boolean {
  return timingSafeEqual(sha256(wanted), sha256(given));
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function refused(source: Signed["source"]): FulcrumError {
  return new FulcrumError(
    "signature-refused",
    "The sender of the webhook is not known here.",
    `Give the webhook the secret that service.yaml names under webhooks: ${source}.`,
  );
}
