import type { DeploymentEvents, IncidentEvent } from "#evidence/delivery-events.ts";
import { EventColumns } from "#evidence/event-columns.ts";
import { IdSet } from "#evidence/id-set.ts";
import { blamedServices } from "./blamed-deployments.ts";
import { DeploymentMessages } from "./deployment-messages.ts";
import type { EventRecord } from "./event-record.ts";
import { RowGroups } from "./row-groups.ts";

export interface RefusedRecord {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  /** Counted all the same: only remarkable. */
  readonly isKept: boolean;
}

interface OpenIncident {
  /** Null: no message has named one yet. */
  service: string | null;
  environment: string | null;
  startedAt: number | null;
  resolvedAt: number | null;
  deploymentId: string | null;
  artifact: string | null;
  readonly file: string;
  readonly line: number;
}

/** Records of different files together: each id once, incidents of several messages as one. */
export class EventLog {
  deploymentsCount = 0;
  readonly refused: RefusedRecord[] = [];
  /** Refused beyond those listed. */
  unlistedCount = 0;
  duplicatesCount = 0;
  othersCount = 0;
  /** Stages beyond what is kept: their lead times stay in one piece. */
  stagesLeftOut = 0;
  private readonly seen = new IdSet();
  private readonly open = new Map<string, OpenIncident>();
  private readonly columns = new EventColumns();
  private readonly groups = new RowGroups();
  private readonly messages = new DeploymentMessages(this.columns);
  /** By number of the group: whether its tool says that the environment is production. */
  private readonly tiers = new Map<number, boolean>();
  private readonly words = new Map<string, string>();
  private readonly stages = new Map<string, number>();
  /** Records dated later than this are refused: their clock is wrong. */
  private readonly latest: number;

  constructor(latest: number) {
    this.latest = latest;
  }

  take(record: EventRecord, file: string, line: number): void {
    if (record.kind === "other") {
      this.othersCount++;
      if (record.remark != null) this.refuse(record.remark, file, line, true);
    } else if (record.kind === "refused") this.refuse(record.reason, file, line);
    else if (record.kind === "deployment" && record.isOfThing === true)
      this.takeDeployment(record, file, line);
    else if (!this.seen.add(messageOf(record))) this.duplicatesCount++;
    else {
      if (record.remark != null) this.refuse(record.remark, file, line, true);
      if (record.kind === "deployment") this.takeDeployment(record, file, line);
      else if (record.kind === "stage") this.takeStages(record, file, line);
      else this.takeIncident(record, file, line);
    }
  }

  refuse(reason: string, file: string, line: number, isKept = false): void {
    if (this.refused.length < mostListed) this.refused.push({ file, line, reason, isKept });
    else this.unlistedCount++;
  }

  deployments(): DeploymentEvents[] {
    const { columns } = this;
    const groups = this.groups.list();
    const droppedCount = this.messages.settle(groups);
    this.deploymentsCount -= droppedCount;
    this.duplicatesCount += droppedCount;
    return groups.flatMap(({ number, ...group }) => {
      const rows = this.messages.isAnyDropped
        ? group.rows.filter((row) => !columns.isDropped(row))
        : group.rows;
      const isProduction = this.tiers.get(number) ?? null;
      return rows.length === 0 ? [] : [{ ...group, rows, isProduction, columns }];
    });
  }

  incidents(): IncidentEvent[] {
    const found: IncidentEvent[] = [];
    const blamed = blamedServices(this.columns, this.groups.list(), this.open.values());
    for (const [id, incident] of this.open) {
      const { startedAt, resolvedAt, ...one } = incident;
      const service = one.service ?? blamed.get(incident) ?? null;
      if (service === null) this.refuse("it names no service", one.file, one.line);
      else if (startedAt === null) this.refuse(`incident ${id} has no start`, one.file, one.line);
      else if (resolvedAt !== null && resolvedAt < startedAt)
        this.refuse(`incident ${id} ends before it starts`, one.file, one.line);
      else found.push({ id, ...one, startedAt, resolvedAt, service });
    }
    return found.sort((a, b) => a.startedAt - b.startedAt);
  }

  /** When a stage was first reached, by `STAGE KEY`: see `stageKeys`. */
  stageTimes(): ReadonlyMap<string, number> {
    return this.stages;
  }

  private takeStages(
    record: Extract<EventRecord, { kind: "stage" }>,
    file: string,
    line: number,
  ): void {
    for (const { stage, keys, at } of record.stages) {
      if (at === null || Number.isNaN(at)) {
        this.refuse("its time is missing or cannot be read", file, line);
        return;
      }
      if (at > this.latest) {
        this.refuse("it is dated in the future", file, line);
        return;
      }
      for (const key of keys) {
        const name = `${stage} ${key}`;
        const known = this.stages.get(name);
        if (known === undefined && this.stages.size >= mostStages) this.stagesLeftOut++;
        else if (known === undefined || at < known) this.stages.set(name, at);
      }
    }
  }

  private takeDeployment(
    record: Extract<EventRecord, { kind: "deployment" }>,
    file: string,
    line: number,
  ): void {
    const { id, application, environment, version, revision, startedAt, finishedAt } = record;
    if (application === null || environment === null) {
      const missing = application === null ? "application" : "environment";
      this.refuse(`it names no ${missing}`, file, line);
    } else if (finishedAt === null || Number.isNaN(finishedAt) || Number.isNaN(startedAt ?? 0)) {
      this.refuse("its time is missing or cannot be read", file, line);
    } else if (startedAt !== null && finishedAt < startedAt) {
      this.refuse("it finishes before it starts", file, line);
    } else if (finishedAt > this.latest) {
      this.refuse("it is dated in the future", file, line);
    } else if (this.messages.isKnown(record, finishedAt)) {
      this.duplicatesCount++;
    } else {
      this.deploymentsCount++;
      const facts = {
        id,
        at: finishedAt,
        version: version ?? revision ?? "unknown",
        isRollback: record.outcome === "rolled-back",
        isSuccessful: record.outcome !== "failed",
        revision,
        artifact: record.artifact,
        chain: record.chain ?? null,
        path: file,
        line,
      };
      const group = this.groups.add(application, environment, record.project ?? null);
      const row = this.columns.append(facts, group);
      if (record.isProduction != null) this.tiers.set(group, record.isProduction);
      const superfluousCount = this.messages.put(record, row);
      this.deploymentsCount -= superfluousCount;
      this.duplicatesCount += superfluousCount;
    }
  }

  /** Messages may come in any order: the earliest start and the latest end count. */
  private takeIncident(
    record: Extract<EventRecord, { kind: "incident" }>,
    file: string,
    line: number,
  ): void {
    const { startedAt, resolvedAt } = record;
    if (Number.isNaN(startedAt ?? 0) || Number.isNaN(resolvedAt ?? 0))
      return this.refuse("its time cannot be read", file, line);
    if (Math.max(startedAt ?? 0, resolvedAt ?? 0) > this.latest)
      return this.refuse("it is dated in the future", file, line);
    const known = this.open.get(record.incident);
    if (known === undefined) {
      const environment = record.environment === null ? null : this.word(record.environment);
      const { deploymentId, artifact } = record;
      const service = record.service === null ? null : this.word(record.service);
      this.open.set(record.incident, {
        service,
        environment,
        startedAt,
        resolvedAt,
        deploymentId,
        artifact,
        file,
        line,
      });
      return;
    }
    if (startedAt !== null) known.startedAt = Math.min(startedAt, known.startedAt ?? startedAt);
    if (resolvedAt !== null)
      known.resolvedAt = Math.max(resolvedAt, known.resolvedAt ?? resolvedAt);
    known.service ??= record.service;
    known.environment ??= record.environment;
    known.deploymentId ??= record.deploymentId;
    known.artifact ??= record.artifact;
  }

  /** The same few names come again and again: one string for all. */
  private word(text: string): string {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    if (this.words.size < 100_000) this.words.set(text, text);
    return text;
  }
}

function messageOf({
  id,
  source,
}: {
  readonly id: string;
  readonly source?: string | null;
}): string {
  return source == null ? id : `${source}\n${id}`;
}

const mostListed = 10_000;
/** Keys of stages kept at once: about 200 MB. */
const mostStages = 2_000_000;
