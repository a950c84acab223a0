import type { EventColumns } from "#evidence/event-columns.ts";
import { hashOfText, IdSet } from "#evidence/id-set.ts";
import type { EventRecord } from "./event-record.ts";
import type { RowGroup } from "./row-groups.ts";

type Deployment = Extract<EventRecord, { kind: "deployment" }>;

interface RunOnly {
  readonly row: number;
  readonly startedAt: number | null;
}

/** How long after a run's end its deployment may still be reported. */
const graceSeconds = 300;

/** Which messages speak of one deployment: by its id, by the run that made it, or by commit and time within that run. */
export class DeploymentMessages {
  isAnyDropped = false;
  private readonly columns: EventColumns;
  /** By hash of the id: rows of deployments that several messages may tell of. */
  private readonly rows = new Map<number, number>();
  /** Runs that made a deployment of their own. */
  private readonly runs = new IdSet();
  private readonly runsOnly = new Map<number, RunOnly[]>();

  constructor(columns: EventColumns) {
    this.columns = columns;
  }

  /** Takes what another message of a known deployment adds. */
  isKnown(record: Deployment, finishedAt: number): boolean {
    if (record.isOfThing !== true) return false;
    const run = record.run ?? null;
    if (record.isRunOnly === true && run !== null && this.runs.hasHash(hashOfText(run)))
      return true;
    const row = this.rows.get(hashOfText(record.id));
    if (row === undefined) return false;
    this.columns.hear(row, finishedAt, record.outcome !== "failed");
    return true;
  }

  /** The record's own row; returns how many others it makes superfluous. */
  put(record: Deployment, row: number): number {
    if (record.isOfThing !== true) return 0;
    this.rows.set(hashOfText(record.id), row);
    const run = record.run ?? null;
    if (run === null) return 0;
    const hash = hashOfText(run);
    const alike = this.runsOnly.get(hash) ?? [];
    if (record.isRunOnly === true) {
      alike.push({ row, startedAt: record.startedAt });
      this.runsOnly.set(hash, alike);
      return 0;
    }
    this.runs.addHash(hash);
    this.runsOnly.delete(hash);
    for (const one of alike) this.drop(one.row);
    return alike.length;
  }

  /** Runs that name no deployment of theirs, though one of the same commit was made while they ran; returns how many. */
  settle(groups: readonly RowGroup[]): number {
    if (this.runsOnly.size === 0) return 0;
    const runs = new Map([...this.runsOnly.values()].flat().map((one) => [one.row, one]));
    const byApplication = new Map<string, number[]>();
    for (const { application, project, rows } of groups) {
      const key = `${application}\n${project ?? ""}`;
      const list = byApplication.get(key) ?? [];
      for (const row of rows) list.push(row);
      byApplication.set(key, list);
    }
    let count = 0;
    for (const rows of byApplication.values()) {
      if (!rows.some((row) => runs.has(row))) continue;
      const made = new Map<string, number[]>();
      for (const row of rows) {
        const revision = runs.has(row) ? null : this.columns.revision(row);
        if (revision === null) continue;
        made.set(
          revision,
          [...(made.get(revision) ?? []), this.columns.at(row)].slice(-mostLooked),
        );
      }
      for (const row of rows) {
        const startedAt = runs.get(row)?.startedAt ?? null;
        const end = this.columns.at(row) + graceSeconds;
        const times = made.get(this.columns.revision(row) ?? "") ?? [];
        if (startedAt === null || !times.some((at) => at >= startedAt && at <= end)) continue;
        this.drop(row);
        count++;
      }
    }
    this.runsOnly.clear();
    return count;
  }

  private drop(row: number): void {
    this.columns.drop(row);
    this.isAnyDropped = true;
  }
}

/** Deployments of one commit that are compared with a run. */
const mostLooked = 100;
