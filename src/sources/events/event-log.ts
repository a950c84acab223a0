import type { DeploymentEvents, IncidentEvent } from "#evidence/delivery-events.ts";
import { EventColumns } from "#evidence/event-columns.ts";
import { IdSet } from "#evidence/id-set.ts";
import { withoutSecretsOrNull } from "#evidence/without-persons.ts";
import { blamedServices } from "./blamed-deployments.ts";
import { DeploymentMessages } from "./deployment-messages.ts";
import type { EventRecord } from "./event-record.ts";
import { IncidentLives, timesOf } from "./incident-lives.ts";
import { RowGroups } from "./row-groups.ts";
import { UnreadFormats } from "./unread-records.ts";
import type { RefusedRecord } from "./refused-record.ts";

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
  private readonly lives = new IncidentLives();
  private readonly columns = new EventColumns();
  private readonly groups = new RowGroups();
  private readonly messages = new DeploymentMessages(this.columns);
  /** By number of the group: whether its tool says that the environment is production. */
  private readonly tiers = new Map<number, boolean>();
  private readonly stages = new Map<string, number>();
  private readonly unread = new UnreadFormats();
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
    else if (record.kind === "unread") this.takeUnread(record, file, line);
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

  private takeUnread(
    { format, needs }: Extract<EventRecord, { kind: "unread" }>,
    file: string,
    line: number,
  ): void {
    const first = this.unread.take(format, needs, file, line);
    if (first === null) return;
    if (this.refused.length < mostListed) this.refused.push(first);
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
    const { incidents, refused, remarks } = this.lives.conclude((lives) =>
      blamedServices(this.columns, this.groups.list(), lives),
    );
    for (const { reason, file, line } of refused) this.refuse(reason, file, line);
    for (const { reason, file, line } of remarks) this.refuse(reason, file, line, true);
    return [...incidents];
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
        this.refuse(noTime, file, line);
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
    const { id, revision, startedAt, finishedAt } = record;
    const application = withoutSecretsOrNull(record.application);
    const environment = withoutSecretsOrNull(record.environment);
    const version = withoutSecretsOrNull(record.version);
    if (application === null || environment === null) {
      const missing = application === null ? "application" : "environment";
      this.refuse(`it names no ${missing}`, file, line);
    } else if (finishedAt === null || Number.isNaN(finishedAt) || Number.isNaN(startedAt ?? 0)) {
      this.refuse(noTime, file, line);
    } else if (startedAt !== null && finishedAt < startedAt) {
      this.refuse("it finishes before it starts", file, line);
    } else if (finishedAt > this.latest) {
      this.refuse("it is dated in the future", file, line);
    } else if (this.messages.isKnown(record, finishedAt)) {
      this.duplicatesCount++;
    } else {
      this.deploymentsCount++;
      if (record.isOfThing === true && record.remark != null)
        this.refuse(record.remark, file, line, true);
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

  private takeIncident(
    record: Extract<EventRecord, { kind: "incident" }>,
    file: string,
    line: number,
  ): void {
    const times = timesOf(record);
    if (times.some((one) => Number.isNaN(one))) return this.refuse(noTime, file, line);
    if (times.some((one) => one > this.latest))
      return this.refuse("it is dated in the future", file, line);
    const service = withoutSecretsOrNull(record.service);
    this.lives.take({ ...record, service }, file, line);
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

const noTime =
  "its time is missing or cannot be read: write 2026-03-31T12:00:00Z (31/03/2026 may be read in two ways)";
const mostListed = 10_000;
/** Keys of stages kept at once: about 200 MB. */
const mostStages = 2_000_000;
