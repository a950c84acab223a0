import { createHash } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import { FulcrumError } from "#kernel/errors.ts";
import type { NewEvent, NewRefusal, Taken } from "#ports/inbox.ts";
import { structuredEvent } from "#sources/events/cloud-events.ts";
import {
  beginsWithRecord,
  csvTaker,
  EntryLines,
  jsonTaker,
  takeWhole,
  type EntrySink,
} from "#sources/events/event-entries.ts";
import { EventGate } from "#sources/events/event-gate.ts";
import { aheadSeconds, listed, type IngestContext, type PushedBy } from "./ingest-context.ts";
import type { EventFormat } from "./media-types.ts";

export interface IngestEventsInput extends PushedBy {
  readonly format: EventFormat;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Others that ask are answered in between. */
const sliceBytes = 128 * 1024;
const sliceEntries = 500;

/**
 * Takes deployments, incidents and stages of changes, in every format that files of them may have; what is not understood is kept
 * with its reason. All is durable when it resolves, and the same again adds nothing. Throws `usage` for an empty body, `key-used`.
 */
export async function ingestEvents(
  { clock, inbox }: IngestContext,
  { organisation, sender, key, format, headers, body }: IngestEventsInput,
): Promise<Taken> {
  if (body.length === 0 && format !== "binary")
    throw new FulcrumError("usage", "The body is empty.", "Send one event at least.");
  const entries = new TakenEntries(clock.now() / 1000 + aheadSeconds);
  await takeAll({ format, headers, body }, entries);
  const content = digestOf(
    format === "binary" ? JSON.stringify(structuredEvent(headers, body)) : body,
  );
  return inbox.takeEvents(
    {
      organisation,
      sender,
      kind: "events",
      delivery: key ?? content.toString("hex"),
      content,
      passedCount: entries.passedCount,
    },
    entries.events,
    listed(entries.refused),
  );
}

export function digestOf(text: string | Buffer): Buffer {
  return createHash("sha256").update(text).digest();
}

/** What became of the entries of a delivery. */
class TakenEntries implements EntrySink {
  readonly events: NewEvent[] = [];
  readonly refused: NewRefusal[] = [];
  passedCount = 0;
  private readonly gate: EventGate;

  constructor(latest: number) {
    this.gate = new EventGate(latest);
  }

  take(value: unknown, line: number): void {
    const judged = this.gate.judge(value);
    if (judged.verdict === "passed") this.passedCount++;
    else if (judged.verdict === "kept") {
      const { at, body } = judged;
      this.events.push({ at, digest: digestOf(body).subarray(0, 16), line, body });
    } else {
      const { reason, needs, body } = judged;
      this.refused.push({ line, reason, needs, body });
    }
  }

  refuse(reason: string, line: number, isKept = false): void {
    if (isKept) return;
    this.refused.push({ line, reason, needs: "Mend it, and send it again.", body: null });
  }
}

type Body = Pick<IngestEventsInput, "format" | "headers" | "body">;

async function takeAll({ format, headers, body }: Body, entries: EntrySink): Promise<void> {
  if (format === "binary") return entries.take(structuredEvent(headers, body), 1);
  const head = body.toString("utf8", 0, 65_536);
  if (format === "json" && !beginsWithRecord(head)) return takeSliced(body, entries);
  const lines = new EntryLines(format === "csv" ? csvTaker(entries) : jsonTaker(entries), entries);
  for (let from = 0; from < body.length; from += sliceBytes) {
    lines.push(body.subarray(from, from + sliceBytes));
    await turn();
  }
  lines.end();
}

async function takeSliced(body: Buffer, entries: EntrySink): Promise<void> {
  const held: (readonly [value: unknown, line: number])[] = [];
  takeWhole(body, {
    take: (value, line) => held.push([value, line]),
    refuse: (reason, line, isKept) => entries.refuse(reason, line, isKept),
  });
  for (const [index, [value, line]] of held.entries()) {
    entries.take(value, line);
    if (index % sliceEntries === sliceEntries - 1) await turn();
  }
}
