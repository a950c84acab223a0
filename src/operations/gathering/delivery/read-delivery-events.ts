import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { ConfiguredDeployments } from "#contract/configuration-delivery.ts";
import type { DeploymentEvents, IncidentEvent } from "#evidence/delivery-events.ts";
import { parseJson } from "#kernel/json-text.ts";
import { EventLog } from "#sources/events/event-log.ts";
import { readEvents } from "#sources/events/read-events.ts";
import { readRecord } from "#sources/events/read-record.ts";
import type { Problem } from "#evidence/problem.ts";
import type { Pushed } from "#ports/inbox.ts";
import type { ForgeOptions } from "#sources/events/forges.ts";
import { deliveryPlace } from "../delivery-place.ts";
import type { StatedText } from "../stated-texts.ts";

export interface DeliveryEvents {
  readonly deployments: readonly DeploymentEvents[];
  readonly incidents: readonly IncidentEvent[];
  /** When changes were opened, merged and built: see `EventLog.stageTimes`. */
  readonly stages: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

/** A day of grace for clocks that run ahead. */
const aheadSeconds = 86_400;

/** Reads the event files and folders of the configuration; every refused record becomes a problem with its file and line. */
export async function readDeliveryEvents(
  configured: ConfiguredDeployments,
  folder: string,
  { now, signal }: { readonly now: number; readonly signal: AbortSignal },
  { pushed, stated }: { readonly pushed: Pushed | null; readonly stated: readonly StatedText[] },
): Promise<DeliveryEvents> {
  if (configured.events.length === 0 && pushed === null && stated.length === 0)
    return { deployments: [], incidents: [], stages: new Map(), problems: [] };
  const log = new EventLog(now / 1000 + aheadSeconds);
  const incidentLabels = configured.incidentLabels.map((label) => label.toLowerCase());
  const paths = configured.events.map((path) => resolve(folder, path));
  const options = { incidentLabels, timeZone: configured.timeZone };
  await readEvents(paths, options, log, signal);
  if (pushed !== null) await readPushedEvents(pushed, options, log, signal);
  for (const { name, text } of stated)
    for (const [index, line] of text.trimEnd().split("\n").entries())
      for (const record of readRecord(parseJson(line), options)) log.take(record, name, index + 1);
  const incidents = log.incidents();
  const problems = log.refused.map(({ file, line, reason, isKept, needs }): Problem => ({
    source: "events",
    code: isKept ? "unusual-record" : "refused-record",
    where: line === 0 ? file : `${file}:${String(line)}`,
    text: reason,
    needs:
      needs ??
      (isKept ? "Nothing: the reading went on." : "Mend the record; the others were counted."),
  }));
  if (log.unlistedCount > 0) {
    problems.push({
      source: "events",
      code: "refused-record",
      where: configured.events.join(", ").slice(0, 500),
      text: `${String(log.unlistedCount)} more records were refused`,
      needs: "Mend the ones listed first; they mostly share a cause.",
    });
  }
  if (log.stagesLeftOut > 0) {
    problems.push({
      source: "events",
      code: "unusual-record",
      where: configured.events.join(", ").slice(0, 500),
      text: `${String(log.stagesLeftOut)} stages of changes beyond two million were not kept`,
      needs:
        "Older events in a file of their own: lead time is then told in stages for what is left.",
    });
  }
  return { deployments: log.deployments(), incidents, stages: log.stageTimes(), problems };
}

/** Evidence names the delivery, and the line in it. */
async function readPushedEvents(
  pushed: Pushed,
  options: ForgeOptions,
  log: EventLog,
  signal: AbortSignal,
): Promise<void> {
  for await (const page of pushed.events()) {
    signal.throwIfAborted();
    for (const { delivery, line, body } of page)
      for (const record of readRecord(parseJson(body), options))
        log.take(record, deliveryPlace(delivery), line);
  }
}

/** Changes when an event file does: part of what a report depends on. A folder may always have changed somewhere below. */
export async function eventsState(configured: readonly string[], folder: string): Promise<string> {
  const states = await Promise.all(
    configured.map(async (path) => {
      const found = await stat(resolve(folder, path)).catch(() => null);
      if (found === null) return `${path} absent`;
      return found.isDirectory()
        ? `${path} ${String(Date.now())}`
        : `${path} ${String(found.size)} ${String(found.mtimeMs)}`;
    }),
  );
  return states.join("\n");
}
