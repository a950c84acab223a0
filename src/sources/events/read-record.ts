import { readAlertmanager, readOpsgenie, readPagerDuty } from "./alerts.ts";
import { readCdEvent } from "./cdevents.ts";
import { isObject } from "./fields.ts";
import type { ForgeOptions } from "./forges.ts";
import { readGithub } from "./github.ts";
import { readGitlab } from "./gitlab.ts";
import { refused, type EventRecord } from "./event-record.ts";
import { readPlainRecord } from "./plain-record.ts";

/** What a parsed record says, whichever of the known formats it is in. */
export function readRecord(value: unknown, options: ForgeOptions): readonly EventRecord[] {
  if (!isObject(value)) return [refused("it is no JSON object")];
  const one =
    readCdEvent(value) ??
    readPlainRecord(value) ??
    readGithub(value, options) ??
    readPagerDuty(value) ??
    readOpsgenie(value);
  if (one !== null) return [one];
  return (
    readGitlab(value, options) ??
    readAlertmanager(value) ?? [refused("its format is not known: see docs/insights/delivery.md")]
  );
}
