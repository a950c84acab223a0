import type { ReportDelivery, ReportDeliveryRollUp } from "./schema.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { LeadTimes } from "#insight/delivery/lead-time.ts";
import type { DeliveryRollUp } from "#insight/delivery/roll-up.ts";
import type { DeliveryPoint, DeliveryResult, Failures } from "#insight/delivery/result.ts";
import type { Deployment, DeploymentSeries } from "#model/deployments.ts";
import { isoTime, isoTimeOrNull, type EvidenceList } from "../evidence-list.ts";
import type { UnknownEntry } from "../unknown-entries.ts";
import { digest, slugOf } from "#kernel/ids.ts";

const how: Readonly<Record<DeploymentSeries["level"], string>> = {
  event: "was deployed",
  gitops: "was asked for",
  release: "was released",
  merge: "was merged",
};

export function mapDelivery(result: DeliveryResult, evidence: EvidenceList): ReportDelivery {
  const { series, failures, predictability } = result;
  const recordedIn = {
    repositoryId: result.last?.repositoryId ?? null,
    path: result.last?.path ?? null,
  };
  const shown = [result.first, result.last].filter((one) => one !== null);
  return {
    id: deliveryId(series),
    slug: slugOf(deliveryId(series), `${series.application} in ${series.environment}`),
    componentId: series.componentId,
    application: series.application,
    environment: series.environment,
    isProduction: series.isProduction,
    level: series.level,
    window: { from: isoTime(result.window.from), to: isoTime(result.window.to) },
    first: isoTimeOrNull(result.first?.at),
    last: isoTimeOrNull(result.last?.at),
    deploymentsTotal: result.totalCount,
    deploymentsCount: result.windowCount,
    pendingCount: result.pendingCount,
    rollbacksCount: result.rollbackCount,
    revertsCount: result.revertCount,
    hotfixesCount: result.hotfixCount,
    perWeek: result.perWeek,
    activeWeeks: result.activeWeeks,
    leadTimeSeconds: mapLeadTimes(result.leadTimes),
    stages: result.stages.map((one) => ({ ...one })),
    changeFailRate: mapFailRate(failures),
    recoverySeconds: failures.recovery,
    reworkRate: failures.reworkRate,
    predictability:
      predictability === null
        ? null
        : {
            p85ToP50: predictability.ratio,
            throughput:
              predictability.throughput === null
                ? null
                : {
                    ...predictability.throughput,
                    points: predictability.throughput.points.map((point) => ({
                      ...point,
                      at: isoTime(point.at),
                      rules: [...point.rules],
                    })),
                  },
          },
    benchmark: result.benchmark.map((one) => ({ ...one })),
    tagFamilies: (series.tagFamilies ?? []).map((one) => ({
      ...one,
      first: isoTime(one.first),
      last: isoTime(one.last),
    })),
    recordedIn,
    points: result.points.map((one) => mapPoint(one, recordedIn.path)),
    evidenceIds: evidence.add(shown.map((one) => referenceOf(series, one))),
  };
}

function deliveryId({ application, environment, componentId }: DeploymentSeries): string {
  return `delivery:${digest(application, environment, componentId)}`;
}

function mapLeadTimes(lead: LeadTimes): ReportDelivery["leadTimeSeconds"] {
  const { skewedCount, squashedCount, ...times } = lead;
  return Object.values(times).every((one) => one === null)
    ? null
    : { ...times, skewedCount, squashedCount };
}

function mapFailRate({ changeFailRate }: Failures): ReportDelivery["changeFailRate"] {
  if (changeFailRate === null) return null;
  return {
    ...changeFailRate,
    byGrade: changeFailRate.byGrade.map((one) => ({ ...one })),
    sensitivity: changeFailRate.sensitivity.map(({ within, ...one }) => ({
      withinSeconds: within,
      ...one,
    })),
  };
}

function mapPoint(
  { deployment, outcome, leadTime, commitsCount, remedy }: DeliveryPoint,
  usualPath: string | null,
): ReportDelivery["points"][number] {
  const { path, line } = deployment;
  return {
    at: isoTime(deployment.at),
    version: deployment.version,
    outcome,
    leadTimeSeconds: leadTime,
    commitsCount,
    commit: deployment.commit,
    ...(remedy === null ? {} : { remedy }),
    ...(path === null || path === usualPath ? {} : { path }),
    ...(line === null ? {} : { line }),
  };
}

/** Organisation, products, teams: as the insight orders them. */
export function mapDeliveryRollUp(one: DeliveryRollUp): ReportDeliveryRollUp {
  const { scope, window, leadTime, componentLeadTime, recovery, quarters } = one;
  return {
    scope: scope.kind,
    id: scope.id,
    name: scope.name,
    level: one.level,
    window: { from: isoTime(window.from), to: isoTime(window.to) },
    componentsCount: one.componentsCount,
    componentIds: [...one.componentIds],
    deploymentsCount: one.deploymentsCount,
    perWeek: one.perWeek,
    componentPerWeek: one.componentPerWeek,
    leadTimeSeconds: leadTime,
    componentLeadTimeSeconds: componentLeadTime,
    changeFailRate: one.changeFailRate,
    recoverySeconds: recovery,
    reworkRate: one.reworkRate,
    quarters: quarters.map(({ from, to, leadTime: p50, ...counts }) => ({
      from: isoTime(from),
      to: isoTime(to),
      ...counts,
      leadTimeSeconds: p50,
    })),
  };
}

export function deliveryRollUpUnknowns(rollUps: readonly DeliveryRollUp[]): UnknownEntry[] {
  return rollUps.flatMap((one, index) => [
    ...one.unknown.map(({ field, code, reason, needs }) => ({
      pointer: `/deliveryRollUps/${String(index)}/${field}`,
      code,
      reason,
      needs,
    })),
    ...one.quarters.flatMap(({ leadTime, deploymentsCount }, quarter) =>
      leadTime === null
        ? [
            {
              pointer: `/deliveryRollUps/${String(index)}/quarters/${String(quarter)}/leadTimeSeconds`,
              code: "too-few",
              reason:
                deploymentsCount === 0
                  ? "nothing was deployed in that quarter"
                  : "too few commits are known to have been deployed in that quarter",
              needs: "more deployments whose versions are tags or commits",
            },
          ]
        : [],
    ),
  ]);
}

function referenceOf(series: DeploymentSeries, one: Deployment): EvidenceRef {
  const { application, environment, level } = series;
  return {
    source: level === "gitops" ? "gitops" : level === "event" ? "events" : "git",
    repositoryId: one.repositoryId,
    commit: one.commit,
    path: one.path,
    line: one.line,
    at: one.at,
    how: "observed",
    confidence: "observed",
    text: `${application} ${one.version} ${how[level]} in ${environment}`.slice(0, 500),
  };
}

export function deliveryUnknowns(results: readonly DeliveryResult[]): UnknownEntry[] {
  return results.flatMap((one, index) => [
    ...one.unknown.map(({ field, code, reason, needs }) => ({
      pointer: `/delivery/${String(index)}/${field.replaceAll(".", "/")}`,
      code,
      reason,
      needs,
    })),
    ...(one.series.componentId === null
      ? [
          {
            pointer: `/delivery/${String(index)}/componentId`,
            code: "no-component",
            reason: "no component of that name was read",
            needs: "a clone of its repository, or its name under deployments in fulcrum.yaml",
          },
        ]
      : []),
  ]);
}
