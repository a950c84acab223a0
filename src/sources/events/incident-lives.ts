import type { IncidentEvent } from "#evidence/delivery-events.ts";
import type { Blaming } from "./blamed-deployments.ts";
import type { EventRecord } from "./event-record.ts";

type IncidentRecord = Extract<EventRecord, { kind: "incident" }>;

interface Life {
  service: string | null;
  /** Others that it befell as well. */
  readonly further: Set<string>;
  environment: string | null;
  startedAt: number | null;
  /** Latest end and latest time at which it was open: what came last holds. */
  resolvedAt: number | null;
  openAt: number | null;
  cancelledAt: number | null;
  mergedInto: string | null;
  mergedAt: number | null;
  deploymentId: string | null;
  artifact: string | null;
  readonly file: string;
  readonly line: number;
}

export interface Told {
  readonly reason: string;
  readonly file: string;
  readonly line: number;
}

export interface ConcludedIncidents {
  /** By start. */
  readonly incidents: readonly IncidentEvent[];
  readonly refused: readonly Told[];
  /** Counted all the same. */
  readonly remarks: readonly Told[];
}

/** Every time that a record tells. */
export function timesOf(record: IncidentRecord): readonly number[] {
  const { startedAt, resolvedAt, openAt, cancelledAt, merged } = record;
  return [startedAt, resolvedAt, openAt, cancelledAt, merged?.at].filter((one) => one != null);
}

/**
 * Incidents from any number of messages in any order: one that was opened again is not over, one that was merged into another
 * is part of it, one that was cancelled was none.
 */
export class IncidentLives {
  private readonly lives = new Map<string, Life>();
  private readonly words = new Map<string, string>();

  take(record: IncidentRecord, file: string, line: number): void {
    let life = this.lives.get(record.incident);
    if (life === undefined) {
      life = { ...unborn, further: new Set(), file, line };
      this.lives.set(record.incident, life);
    }
    life.service ??= this.word(record.service);
    for (const name of record.furtherServices ?? []) life.further.add(name);
    life.environment ??= this.word(record.environment);
    life.deploymentId ??= record.deploymentId;
    life.artifact ??= record.artifact;
    life.startedAt = earlier(life.startedAt, record.startedAt);
    life.resolvedAt = later(life.resolvedAt, record.resolvedAt);
    life.openAt = later(life.openAt, record.openAt);
    life.cancelledAt = later(life.cancelledAt, record.cancelledAt);
    if (record.merged != null) {
      life.mergedInto = record.merged.into;
      life.mergedAt = later(life.mergedAt, record.merged.at);
    }
  }

  /** `blame`: the service of each that names none but what it blames. */
  conclude(
    blame: <One extends Blaming>(lives: Iterable<One>) => ReadonlyMap<One, string>,
  ): ConcludedIncidents {
    for (const [life, service] of blame(this.lives.values())) life.service = service;
    const found = new Map<string, IncidentEvent>();
    const refused: Told[] = [];
    const remarks: Told[] = [];
    const mains: [id: string, life: Life][] = [];
    const parts: [id: string, life: Life, main: string][] = [];
    for (const [id, life] of this.lives) {
      if (isCancelled(life)) continue;
      const main = this.mainOf(id);
      if (main === id) mains.push([id, life]);
      else parts.push([id, life, main]);
    }
    const untold = new Map<string, Life>();
    for (const [, life, main] of parts) {
      const known = this.lives.get(main) ?? untold.get(main);
      if (known === undefined) untold.set(main, { ...life, resolvedAt: null });
      // The main incident began with the first of its parts; one of another service is an incident there.
      else if (known.service === null || life.service === null || life.service === known.service) {
        known.service ??= life.service;
        known.startedAt = earlier(known.startedAt, life.startedAt);
        known.deploymentId ??= life.deploymentId;
        known.artifact ??= life.artifact;
      }
    }
    for (const [main, life] of untold) {
      const reason = `${main}, which incidents were merged into, is told of by no record: it is not known to be over`;
      remarks.push({ reason, file: life.file, line: life.line });
    }
    for (const [id, life] of [...mains, ...untold]) this.add(id, life, found, refused);
    for (const [id, life, main] of parts) {
      const whole = found.get(main);
      // A main incident that was cancelled or refused takes its parts with it.
      if (whole === undefined || life.service === null || life.service === whole.service) continue;
      this.add(id, { ...life, resolvedAt: whole.resolvedAt, openAt: null }, found, refused);
    }
    const incidents = [...found.values()].sort((one, other) => one.startedAt - other.startedAt);
    return { incidents, refused, remarks };
  }

  private add(id: string, life: Life, found: Map<string, IncidentEvent>, refused: Told[]): void {
    const { service, environment, startedAt, deploymentId, artifact, file, line } = life;
    const isOpenAgain = life.resolvedAt !== null && (life.openAt ?? 0) > life.resolvedAt;
    const resolvedAt = isOpenAgain ? null : life.resolvedAt;
    const told = (reason: string): number => refused.push({ reason, file, line });
    if (service === null) told("it names no service");
    else if (startedAt === null) told(`incident ${id} has no start`);
    else if (resolvedAt !== null && resolvedAt < startedAt)
      told(`incident ${id} ends before it starts`);
    else {
      const one = { environment, startedAt, resolvedAt, deploymentId, artifact, file, line };
      found.set(id, { id, service, ...one });
      for (const name of life.further)
        if (name !== service)
          found.set(`${id}#${name}`, { id: `${id}#${name}`, service: name, ...one });
    }
  }

  /** The incident that this one is part of in the end; itself where it is part of none. */
  private mainOf(id: string): string {
    let main = id;
    for (let steps = 0; steps < mostSteps; steps++) {
      const life = this.lives.get(main);
      if (life === undefined || life.mergedInto === null) return main;
      if (life.mergedInto === id) return id; // a circle
      if ((life.openAt ?? 0) > (life.mergedAt ?? 0)) return main; // taken out again
      main = life.mergedInto;
    }
    return id;
  }

  /** The same few names come again and again: one string for all. */
  private word(text: string | null): string | null {
    if (text === null) return null;
    const known = this.words.get(text);
    if (known !== undefined) return known;
    if (this.words.size < 100_000) this.words.set(text, text);
    return text;
  }
}

const mostSteps = 20;

const unborn: Omit<Life, "file" | "further" | "line"> = {
  service: null,
  environment: null,
  startedAt: null,
  resolvedAt: null,
  openAt: null,
  cancelledAt: null,
  mergedInto: null,
  mergedAt: null,
  deploymentId: null,
  artifact: null,
};

/** One that was over and then put away had been one all the same. */
function isCancelled({ cancelledAt, openAt, resolvedAt }: Life): boolean {
  return cancelledAt !== null && resolvedAt === null && cancelledAt >= (openAt ?? 0);
}

function earlier(one: number | null, other: number | null): number | null {
  if (other === null) return one;
  return one === null ? other : Math.min(one, other);
}

function later(one: number | null, other: number | null | undefined): number | null {
  if (other == null) return one;
  return one === null ? other : Math.max(one, other);
}
