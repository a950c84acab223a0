import { EventLog } from "./event-log.ts";
import type { EventRecord } from "./event-record.ts";
import type { ForgeOptions } from "./forges.ts";
import { timesOf } from "./incident-lives.ts";
import { readRecord } from "./read-record.ts";
import { NestedTooDeeply, withoutPersonKeys } from "./without-person-keys.ts";

/** What is to become of one entry that somebody pushed. */
export type Judged =
  | {
      readonly verdict: "kept";
      /** Seconds since the epoch: the first instant that it tells of. */
      readonly at: number;
      /** JSON, without people. */
      readonly body: string;
    }
  | {
      readonly verdict: "refused";
      readonly reason: string;
      readonly needs: string;
      /** Null: it is no JSON that could be read again. */
      readonly body: string | null;
    }
  /** Understood, and of no concern. */
  | { readonly verdict: "passed" };

/** Which labels are incidents is said where all is concluded; until then any may be. */
const anyLabel: ForgeOptions = { incidentLabels: { includes: () => true } };

const mend = "Mend the record, and send it again.";

/** Says of entries what a scan will make of them, by the readers and the rules that it uses. Holds what it saw: one for each delivery. */
export class EventGate {
  private readonly log: EventLog;
  private number = 0;

  /** Seconds since the epoch; records dated later are refused. */
  constructor(latest: number) {
    this.log = new EventLog(latest);
  }

  judge(written: unknown): Judged {
    let value: unknown;
    try {
      value = withoutPersonKeys(written);
    } catch (error) {
      if (!(error instanceof NestedTooDeeply)) throw error;
      return refused("it is nested too deeply", mend, null);
    }
    const body = JSON.stringify(value);
    const records = readRecord(value, anyLabel);
    for (const record of records) {
      if (record.kind === "unread")
        return refused(`not read: ${record.format}`, record.needs, body);
      const reason = this.reasonAgainst(record);
      if (reason !== null) return refused(reason, mend, body);
    }
    const times = records.flatMap(timesIn);
    return times.length === 0
      ? { verdict: "passed" }
      : { verdict: "kept", at: Math.min(...times), body };
  }

  /** Why a scan would refuse it; null: it would not. */
  private reasonAgainst(record: EventRecord): string | null {
    const { refused: listed } = this.log;
    const before = listed.length;
    this.log.take(record, "", ++this.number);
    const reason = listed.slice(before).find(({ isKept }) => !isKept)?.reason ?? null;
    listed.splice(before);
    return reason;
  }
}

function refused(reason: string, needs: string, body: string | null): Judged {
  return { verdict: "refused", reason, needs, body };
}

function timesIn(record: EventRecord): readonly number[] {
  if (record.kind === "deployment") return record.finishedAt === null ? [] : [record.finishedAt];
  if (record.kind === "incident") return timesOf(record);
  if (record.kind === "stage") return record.stages.flatMap(({ at }) => at ?? []);
  return [];
}
