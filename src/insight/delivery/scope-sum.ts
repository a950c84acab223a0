import { sample } from "./lead-time.ts";
import type { DeliveryResult, Failures, Spell } from "./result.ts";
import type { DeploymentLevel, RollUpKind } from "#vocabulary/delivery.ts";

/** Whose deployments are put together. */
export interface RollUpScope {
  readonly kind: RollUpKind;
  readonly id: string;
  readonly name: string;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const week = 7 * 86_400;

/** What is put together for one team, product or organisation, series by series. */
export class ScopeSum {
  readonly scope: RollUpScope;
  readonly level: DeploymentLevel;
  readonly window: Range;
  deploymentsCount = 0;
  /** First deployment of all, before the window as well: in the time before it there was nothing to deploy. */
  first = Number.POSITIVE_INFINITY;
  settledCount = 0;
  failedCount = 0;
  reworkCount = 0;
  /** Components of which failures are known. */
  ratedCount = 0;
  readonly spells: Spell[] = [];
  readonly leads = sample();
  readonly components: {
    /** Null: an application that no component answers to. */
    readonly id: string | null;
    readonly perWeek: number | null;
    readonly leadTime: number | null;
  }[] = [];
  readonly quarterCounts: number[];
  readonly quarterLeads: number[][];
  private readonly quarters: readonly Range[];
  private seenTo = Number.NEGATIVE_INFINITY;
  private inSeries = 0;
  private firstInSeries = Number.POSITIVE_INFINITY;
  private own: Set<number> = new Set();
  private clusters = new Map<number, number>();
  private clusterCount = 0;

  constructor(
    scope: RollUpScope,
    level: DeploymentLevel,
    window: Range,
    quarters: readonly Range[],
  ) {
    this.scope = scope;
    this.level = level;
    this.window = window;
    this.quarters = quarters;
    this.quarterCounts = quarters.map(() => 0);
    this.quarterLeads = quarters.map(() => []);
  }

  addDeployment(at: number, isSuccessful: boolean, index: number, failures: Failures): void {
    if (!isSuccessful) return;
    this.first = Math.min(this.first, at);
    this.firstInSeries = Math.min(this.firstInSeries, at);
    const quarter = this.quarterOf(at);
    if (quarter >= 0) this.quarterCounts[quarter] = (this.quarterCounts[quarter] ?? 0) + 1;
    if (at < this.window.from || at >= this.window.to) return;
    this.deploymentsCount++;
    this.inSeries++;
    this.own.add(index);
    if (!failures.settled.has(index)) return;
    this.settledCount++;
    if (failures.failed.has(index)) this.failedCount++;
    if (failures.rework.has(index)) this.reworkCount++;
  }

  addCommit(at: number, lead: number, deployment: number): void {
    const quarter = this.quarterOf(at);
    if (quarter >= 0) this.quarterLeads[quarter]?.push(lead);
    if (at < this.window.from || at >= this.window.to) return;
    let cluster = this.clusters.get(deployment);
    if (cluster === undefined) this.clusters.set(deployment, (cluster = this.clusterCount++));
    this.leads.values.push(lead);
    this.leads.clusters.push(cluster);
  }

  /** After the last deployment and commit of a component. */
  endSeries({ series, failures, leadTimes, window }: DeliveryResult): void {
    if (this.inSeries > 0) {
      const weeks = this.weeksOf(this.firstInSeries, window.to);
      this.seenTo = Math.max(this.seenTo, window.to);
      const perWeek = weeks < 1 ? null : this.inSeries / weeks;
      const leadTime = leadTimes.committer?.p50 ?? null;
      this.components.push({ id: series.componentId, perWeek, leadTime });
      if (failures.changeFailRate !== null) this.ratedCount++;
    }
    for (const spell of failures.spells)
      if (this.own.has(spell.deployment)) this.spells.push(spell);
    this.inSeries = 0;
    this.firstInSeries = Number.POSITIVE_INFINITY;
    this.own = new Set();
    this.clusters = new Map();
  }

  /** Weeks of the window in which there was something to deploy, as far as any of its components was seen. */
  get weeks(): number {
    return this.weeksOf(this.first, this.seenTo);
  }

  private weeksOf(first: number, end: number): number {
    return (Math.min(this.window.to, end) - Math.max(this.window.from, first)) / week;
  }

  private quarterOf(at: number): number {
    return this.quarters.findIndex(({ from, to }) => at >= from && at < to);
  }
}
