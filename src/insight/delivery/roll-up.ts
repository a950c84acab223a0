import type { Unknown } from "#evidence/unknown.ts";
import { quantileOf } from "#kernel/stats-summary.ts";
import { rate, recoveryOf } from "./failures.ts";
import { summarise, type LeadTime } from "./lead-time.ts";
import type { ContainedCommits } from "./newly-contained.ts";
import { deliveryDefaults, type DeliveryOptions } from "./options.ts";
import { quartersUpTo } from "./quarters.ts";
import type { DeliveryResult, Failures, Rate } from "./result.ts";
import { ScopeSum, type RollUpScope } from "./scope-sum.ts";
import { type DeploymentLevel, rollUpScopes } from "#vocabulary/delivery.ts";

export interface RollUpInput {
  readonly asOf: number;
  readonly results: readonly DeliveryResult[];
  readonly contained: (result: DeliveryResult) => ContainedCommits | undefined;
  /** To whom a component's deployment of an instant belongs: the team of that day, its product, the organisation. */
  readonly scopesAt: (componentId: string | null, at: number) => readonly RollUpScope[];
}

export interface QuarterOfDelivery {
  readonly from: number;
  readonly to: number;
  readonly deploymentsCount: number;
  /** Null below the least number of commits. */
  readonly leadTime: number | null;
  readonly commitsCount: number;
}

/**
 * Delivery of a team, a product or the organisation: deployments and their commits put together, never rates averaged and
 * never bands added. One for each level of evidence; releases and merges are not rolled up.
 */
export interface DeliveryRollUp {
  readonly scope: RollUpScope;
  readonly level: DeploymentLevel;
  readonly window: { readonly from: number; readonly to: number };
  readonly componentsCount: number;
  /** Of those that were read. */
  readonly componentIds: readonly string[];
  readonly deploymentsCount: number;
  readonly perWeek: number | null;
  /** Median over components of their deployments a week. */
  readonly componentPerWeek: number | null;
  /** Of all commits together, by committer date; large components weigh more. */
  readonly leadTime: LeadTime | null;
  /** Median over components of their median: each weighs the same. */
  readonly componentLeadTime: { readonly p50: number; readonly n: number } | null;
  readonly changeFailRate: (Rate & { readonly componentsCount: number }) | null;
  readonly recovery: Failures["recovery"];
  readonly reworkRate: Rate | null;
  /** Oldest first; the last may not be over. A team is compared with itself. */
  readonly quarters: readonly QuarterOfDelivery[];
  readonly unknown: readonly Unknown[];
}

export function rollUpDelivery(
  input: RollUpInput,
  options: Partial<DeliveryOptions> = {},
): DeliveryRollUp[] {
  const all = { ...deliveryDefaults, ...options };
  const window = { from: input.asOf - all.window, to: input.asOf };
  const quarters = quartersUpTo(input.asOf, all.quarters);
  const sums = new Map<string, ScopeSum>();
  for (const result of productionOf(input.results)) {
    const { series } = result;
    const find = (scope: RollUpScope): ScopeSum => {
      const key = `${scope.kind} ${scope.id} ${series.level}`;
      let sum = sums.get(key);
      if (sum === undefined)
        sums.set(key, (sum = new ScopeSum(scope, series.level, window, quarters)));
      return sum;
    };
    const touched = new Set<ScopeSum>();
    const scopes = series.deployments.map(({ at, isSuccessful }, index) => {
      const own = input.scopesAt(series.componentId, at).map(find);
      for (const sum of own) {
        touched.add(sum);
        sum.addDeployment(at, isSuccessful, index, result.failures);
      }
      return own;
    });
    const times = series.deployments.map(({ at }) => at);
    addCommits(input.contained(result), times, scopes);
    for (const sum of touched) sum.endSeries(result);
  }
  return [...sums.values()]
    .filter((sum) => sum.deploymentsCount > 0)
    .map((sum) => conclude(sum, quarters, all))
    .sort(
      (a, b) =>
        rollUpScopes.indexOf(a.scope.kind) - rollUpScopes.indexOf(b.scope.kind) ||
        compare(a.scope.name, b.scope.name) ||
        compare(a.level, b.level),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A component in several production environments counts once: where it is deployed most. */
function productionOf(results: readonly DeliveryResult[]): DeliveryResult[] {
  const chosen = new Map<string, DeliveryResult>();
  for (const result of results) {
    const { componentId, application, isProduction, level } = result.series;
    if (!isProduction || level === "release" || level === "merge") continue;
    const key = componentId ?? `application ${application}`;
    const known = chosen.get(key);
    if (known === undefined || known.windowCount < result.windowCount) chosen.set(key, result);
  }
  return [...chosen.values()];
}

function addCommits(
  contained: ContainedCommits | undefined,
  times: readonly number[],
  scopes: readonly (readonly ScopeSum[])[],
): void {
  if (contained === undefined) return;
  for (let row = 0; row < contained.deployment.length; row++) {
    if (contained.isBot[row] === 1) continue;
    const index = contained.deployment[row] ?? 0;
    const at = times[index] ?? 0;
    const lead = at - (contained.committedAt[row] ?? 0);
    if (lead < 0) continue;
    for (const sum of scopes[index] ?? []) sum.addCommit(at, lead, index);
  }
}

function conclude(
  sum: ScopeSum,
  quarters: readonly { readonly from: number; readonly to: number }[],
  options: DeliveryOptions,
): DeliveryRollUp {
  const { scope, level, window, deploymentsCount } = sum;
  const weeks = sum.weeks;
  const lead = summarise(sum.leads, options);
  const isRated = sum.settledCount >= options.rateMinimum;
  const rates = isRated ? rate(sum.failedCount, sum.settledCount) : null;
  return {
    scope,
    level,
    window,
    componentsCount: sum.components.length,
    componentIds: sum.components.flatMap((one) => one.id ?? []),
    deploymentsCount,
    perWeek: weeks < 1 ? null : deploymentsCount / weeks,
    componentPerWeek: medianOf(sum.components.flatMap((one) => one.perWeek ?? [])),
    leadTime: lead,
    componentLeadTime: componentLead(sum),
    changeFailRate: rates === null ? null : { ...rates, componentsCount: sum.ratedCount },
    recovery: isRated ? recoveryOf(sum.spells) : null,
    reworkRate: isRated ? rate(sum.reworkCount, sum.settledCount) : null,
    quarters: quarters.map(({ from, to }, index) => {
      const values = sum.quarterLeads[index] ?? [];
      return {
        from,
        to,
        deploymentsCount: sum.quarterCounts[index] ?? 0,
        leadTime: values.length < options.leadMinimum ? null : quantileOf(values, 0.5),
        commitsCount: values.length,
      };
    }),
    unknown: unknownsOf(sum, lead, weeks, isRated, options),
  };
}

function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : quantileOf(values, 0.5);
}

function componentLead(sum: ScopeSum): DeliveryRollUp["componentLeadTime"] {
  const medians = sum.components.flatMap((one) => one.leadTime ?? []);
  const p50 = medianOf(medians);
  return p50 === null ? null : { p50, n: medians.length };
}

function unknownsOf(
  sum: ScopeSum,
  lead: LeadTime | null,
  weeks: number,
  isRated: boolean,
  options: DeliveryOptions,
): Unknown[] {
  const unknown: Unknown[] = [];
  if (weeks < 1)
    unknown.push({
      field: "perWeek",
      code: "too-short",
      reason: "less than a week lies between the first deployment and the day of the report",
      needs: "a week of deployments",
    });
  if (sum.components.every((one) => one.perWeek === null))
    unknown.push({
      field: "componentPerWeek",
      code: "too-short",
      reason: "no component has been deployed for a week",
      needs: "a week of deployments",
    });
  const fewCommits = {
    code: "too-few",
    reason: "too few commits of people are known to have been newly deployed in the window",
    needs: "tags named like the deployed versions, fetched with the clones",
  };
  if (lead === null) unknown.push({ field: "leadTimeSeconds", ...fewCommits });
  if (componentLead(sum) === null)
    unknown.push({ field: "componentLeadTimeSeconds", ...fewCommits });
  if (!isRated) {
    const reason =
      sum.ratedCount === 0
        ? "of none of its components failures are known"
        : `only ${String(sum.settledCount)} settled deployments are covered by incident records`;
    for (const field of ["changeFailRate", "recoverySeconds", "reworkRate"])
      unknown.push({
        field,
        code: sum.ratedCount === 0 ? "no-incident-source" : "too-few-deployments",
        reason,
        needs: `incident records that cover at least ${String(options.rateMinimum)} deployments`,
      });
  }
  return unknown;
}
