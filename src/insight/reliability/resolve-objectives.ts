import type {
  DeclaredAlertCondition,
  DeclaredSlo,
  DeclaredTarget,
  Indicator,
  MetricQuery,
} from "#evidence/objectives.ts";
import { secondsOf } from "./durations.ts";
import { withMetrics } from "./indicator-metrics.ts";
import type { AppliedCondition, ServiceLevelObjective } from "./objective.ts";
import { ObjectiveRegistry, type ObjectiveFile } from "./objective-registry.ts";

export interface ObjectiveProblem {
  readonly file: ObjectiveFile;
  readonly line: number;
  readonly text: string;
}

export interface ResolvedObjectives {
  readonly objectives: readonly ServiceLevelObjective[];
  readonly problems: readonly ObjectiveProblem[];
}

/** Follows the references between documents: of the same file, then of the same repository, then of any other. */
export function resolveObjectives(files: readonly ObjectiveFile[]): ResolvedObjectives {
  const registry = new ObjectiveRegistry(files);
  const problems: ObjectiveProblem[] = [];
  const found = new Map<string, ServiceLevelObjective>();
  for (const file of files) {
    for (const slo of file.objectives) {
      if (slo.kind !== "SLO") continue;
      const note = (line: number, text: string): null => {
        problems.push({ file, line, text });
        return null;
      };
      slo.targets.forEach((target, place) => {
        const objective = resolved(registry, file, slo, target, place, note);
        if (objective === null) return;
        if (found.has(objective.id))
          note(target.line, `${slo.name} is declared twice: the first counts`);
        else found.set(objective.id, objective);
      });
    }
  }
  return { objectives: [...found.values()], problems };
}

type Note = (line: number, text: string) => null;

function resolved(
  registry: ObjectiveRegistry,
  file: ObjectiveFile,
  slo: DeclaredSlo,
  target: DeclaredTarget,
  place: number,
  note: Note,
): ServiceLevelObjective | null {
  const indicator =
    target.indicator ??
    referred(registry, file, target.indicatorRef, target.line, note) ??
    slo.indicator ??
    referred(registry, file, slo.indicatorRef, slo.line, note);
  if (indicator === null) return null;
  if (indicator.shape === "threshold" && target.threshold === null)
    return note(
      target.line,
      `${slo.name} compares a metric, so that its objective needs op and value`,
    );
  const number = place === 0 ? "" : `/${String(place + 1)}`;
  const key = `${slo.service === null ? "" : `${slo.service}/`}${slo.name}${number}`;
  const serviceFile = slo.service === null ? null : registry.fileOf(file, "Service", slo.service);
  const home =
    file.repositoryId === null ? file.path : file.repositoryId.replace(/^repository:/, "");
  return {
    id: `slo:${home}#${key}`,
    key,
    sloName: slo.name,
    displayName: joined(slo.displayName, slo.targets.length > 1 ? target.displayName : null),
    description: slo.description,
    service: slo.service,
    serviceDeclared:
      serviceFile === null
        ? null
        : { repositoryId: serviceFile.repositoryId, path: serviceFile.path },
    format: slo.format,
    target: target.target,
    window: slo.window,
    method: slo.method,
    sliceTarget: target.sliceTarget,
    sliceSeconds: target.slice === null ? null : secondsOf(target.slice),
    indicator: withMetrics(indicator, (metric) => typed(registry, file, metric)),
    threshold: target.threshold,
    alerting: slo.alerting,
    conditions: conditionsOf(registry, file, slo, note),
    declared: {
      repositoryId: file.repositoryId,
      commit: file.commit,
      at: file.at,
      path: file.path,
      line: target.line,
    },
  };
}

function joined(name: string | null, part: string | null): string | null {
  return name === null || part === null ? (name ?? part) : `${name}: ${part}`;
}

function referred(
  registry: ObjectiveRegistry,
  file: ObjectiveFile,
  name: string | null,
  line: number,
  note: Note,
): Indicator | null {
  if (name === null) return null;
  const sli = registry.find(file, "SLI", name);
  return sli?.indicator ?? note(line, `indicatorRef ${name} names no SLI that was read`);
}

/** A metric without a type has that of its data source. */
function typed(registry: ObjectiveRegistry, file: ObjectiveFile, metric: MetricQuery): MetricQuery {
  const { type, dataSource } = metric;
  if (type !== null || dataSource === null) return metric;
  return { ...metric, type: registry.find(file, "DataSource", dataSource)?.type ?? null };
}

function conditionsOf(
  registry: ObjectiveRegistry,
  file: ObjectiveFile,
  slo: DeclaredSlo,
  note: Note,
): readonly AppliedCondition[] {
  return slo.alertPolicies.flatMap((item) => {
    const policy = "ref" in item ? registry.find(file, "AlertPolicy", item.ref) : item;
    if (policy === null)
      return (
        note(
          slo.line,
          `alertPolicyRef ${"ref" in item ? item.ref : ""} names no policy that was read`,
        ) ?? []
      );
    const { targetRefs, isOnBreach, isOnNoData } = policy;
    const applied = (one: DeclaredAlertCondition): AppliedCondition => ({
      ...one,
      targetRefs,
      isOnBreach,
      isOnNoData,
    });
    return policy.conditions.flatMap((one) => {
      if (!("ref" in one)) return [applied(one)];
      const condition = registry.find(file, "AlertCondition", one.ref);
      if (condition !== null) return [applied(condition)];
      return note(policy.line, `conditionRef ${one.ref} names no condition that was read`) ?? [];
    });
  });
}
