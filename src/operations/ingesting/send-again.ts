import { FulcrumError } from "#kernel/errors.ts";
import { jsonIn } from "#kernel/json-text.ts";
import { EventGate } from "#sources/events/event-gate.ts";
import { aheadSeconds, type IngestContext } from "./ingest-context.ts";
import { digestOf } from "./ingest-events.ts";

export interface SendAgainInput {
  readonly organisation: string;
  readonly id: string;
}

export interface SentAgain {
  readonly isTaken: boolean;
  /** Null: it was taken. */
  readonly reason: string | null;
  readonly needs: string | null;
}

/**
 * Reads once more what was refused: another version may understand it, and another day is no future. Null: there is no such
 * refusal. Throws `usage` where nothing of it was kept.
 */
export async function sendAgain(
  { clock, inbox }: IngestContext,
  { organisation, id }: SendAgainInput,
): Promise<SentAgain | null> {
  const refusal = await inbox.refusal(organisation, id);
  if (refusal === null) return null;
  const { body, line } = refusal;
  if (body === null)
    throw new FulcrumError(
      "usage",
      "Nothing was kept that could be read again: it is no record by itself.",
      "Mend it where it comes from, and send that.",
    );
  const judged = new EventGate(clock.now() / 1000 + aheadSeconds).judge(jsonIn(body));
  if (judged.verdict === "refused") {
    const { reason, needs } = judged;
    return { isTaken: false, reason, needs };
  }
  const event =
    judged.verdict === "passed"
      ? null
      : { at: judged.at, digest: digestOf(judged.body).subarray(0, 16), line, body: judged.body };
  await inbox.settle(organisation, refusal, event);
  return { isTaken: true, reason: null, needs: null };
}
