import { prometheusText } from "./prometheus-text.ts";
import type { Comparison } from "#evidence/objectives.ts";
import { alertWindows, type AlertWindow, type DroppedWindow } from "./alert-windows.ts";
import { promDuration, secondsOf } from "./durations.ts";
import { errorBudget, type ServiceLevelObjective } from "./objective.ts";
import { promExpressions } from "./prom-expressions.ts";
import { type AlertSeverity, alertSeverities } from "#vocabulary/reliability.ts";

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly (RecordingRule | AlertRule)[];
}

export interface ObjectiveRules {
  readonly objective: ServiceLevelObjective;
  /** Null with the reason where no rules can be written. */
  readonly group: RuleGroup | null;
  readonly reason: string | null;
  readonly dropped: readonly DroppedWindow[];
  /** Alerts that are declared, but that their policy switches off. */
  readonly silent: readonly string[];
}

const labelName = /^[a-zA-Z_][a-zA-Z0-9_]{0,200}$/;

/** Recording rules of every window, and one alert for each severity (SRE Workbook, ch. 5), for one objective. */
export function alertRules(objective: ServiceLevelObjective): ObjectiveRules {
  const refused = (reason: string): ObjectiveRules => ({
    objective,
    group: null,
    reason,
    dropped: [],
    silent: [],
  });
  if (objective.window === null) return refused("it names no time window that can be used");
  const expressions = promExpressions(objective);
  if (typeof expressions === "string") return refused(expressions);
  const period = secondsOf(objective.window.duration);
  const { windows, dropped } = alertWindows(objective.target, period, objective.sliceSeconds ?? 0);
  const lengths = new Set(windows.flatMap((one) => [one.longSeconds, one.shortSeconds]));
  for (const condition of objective.conditions) lengths.add(secondsOf(condition.lookback));
  const identity = identityOf(objective);
  const recorded = [...lengths]
    .sort((one, other) => one - other)
    .map((seconds) => ({
      record: ratioName(seconds),
      expr: expressions.errorRatio(seconds),
      labels: identity,
    }));
  const constant = (record: string, value: number): RecordingRule => ({
    record,
    expr: `vector(${String(value)})`,
    labels: identity,
  });
  const rules = [
    constant("slo:objective:ratio", objective.target),
    constant("slo:error_budget:ratio", errorBudget(objective.target)),
    ...recorded,
    ...alertSeverities.flatMap((severity) => burnAlert(objective, severity, windows, identity)),
    ...conditionAlerts(objective, identity),
  ];
  const silent = objective.conditions.filter((one) => !one.isOnBreach).map((one) => one.name);
  const group = { name: `slo ${objective.key}`, rules };
  return { objective, group, reason: null, dropped, silent };
}

function identityOf({ sloName, service, key }: ServiceLevelObjective): Record<string, string> {
  return texts({
    slo: key,
    slo_name: sloName,
    ...(service === null ? {} : { slo_service: service }),
  });
}

function ratioName(seconds: number): string {
  return `slo:error_ratio:window${promDuration(seconds)}`;
}

function burnAlert(
  objective: ServiceLevelObjective,
  severity: AlertSeverity,
  windows: readonly AlertWindow[],
  identity: Readonly<Record<string, string>>,
): readonly AlertRule[] {
  const { alerting } = objective;
  const own = alerting === null ? {} : alerting[severity];
  const mine = windows.filter((one) => one.severity === severity);
  if (own === null || mine.length === 0) return [];
  const both = mine.map((window) => {
    const above = (seconds: number): string =>
      `${series(seconds, objective)} > ${limit(window.factor, objective)}`;
    return `(${above(window.longSeconds)} and ${above(window.shortSeconds)})`;
  });
  return [
    {
      alert: alertName(alerting?.name ?? null, "ErrorBudgetBurn"),
      expr: both.join(" or "),
      labels: texts({ severity, ...known(alerting?.labels), ...known(own), ...identity }),
      annotations: texts({
        summary: `${objective.key} burns its error budget${severity === "page" ? " fast" : ""}`,
        description: `Over both windows of one of: ${mine.map(windowWords).join("; ")}.`,
        ...known(alerting?.annotations),
      }),
    },
  ];
}

function windowWords({ factor, longSeconds, shortSeconds }: AlertWindow): string {
  return `${short(factor)} times over ${promDuration(longSeconds)} and ${promDuration(shortSeconds)}`;
}

const operators: Readonly<Record<Comparison, string>> = { lt: "<", lte: "<=", gt: ">", gte: ">=" };

/** Alert conditions that the document declares, as it declares them; whom to notify is a label for Alertmanager's routes. */
function conditionAlerts(
  objective: ServiceLevelObjective,
  identity: Readonly<Record<string, string>>,
): readonly AlertRule[] {
  return objective.conditions.flatMap((condition) => {
    const rate = series(secondsOf(condition.lookback), objective);
    const name = alertName(condition.name, "BurnRate");
    const { severity, targetRefs, isOnBreach, isOnNoData } = condition;
    const summary = `${objective.key}: ${condition.displayName ?? condition.name}`;
    const common = {
      ...(condition.alertAfter.count === 0
        ? {}
        : { for: promDuration(secondsOf(condition.alertAfter)) }),
      labels: texts({
        severity,
        ...(targetRefs.length === 0 ? {} : { notification_targets: targetRefs.join(",") }),
        ...identity,
      }),
    };
    const breach = `${rate} ${operators[condition.op]} ${limit(condition.threshold, objective)}`;
    return [
      ...(isOnBreach
        ? [{ alert: name, expr: breach, ...common, annotations: texts({ summary }) }]
        : []),
      ...(isOnNoData
        ? [
            {
              alert: `${name}_NoData`,
              expr: `absent(${rate})`,
              ...common,
              annotations: texts({ summary: `${summary}, no data` }),
            },
          ]
        : []),
    ];
  });
}

function series(seconds: number, { key }: ServiceLevelObjective): string {
  return `${ratioName(seconds)}{slo=${JSON.stringify(prometheusText(key))}}`;
}

function limit(factor: number, { target }: ServiceLevelObjective): string {
  return `(${short(factor)} * ${String(errorBudget(target))})`;
}

function short(factor: number): string {
  return String(Number(factor.toPrecision(6)));
}

/** Alert names are free text, but routing likes one word. */
function alertName(name: string | null, otherwise: string): string {
  const word = (name ?? "").replace(/[^A-Za-z0-9_]+/g, "_").replace(/^_+|_+$/g, "");
  return word === "" ? otherwise : word.slice(0, 200);
}

/** Prometheus expands templates in every value: no document writes one. */
function texts(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, prometheusText(value)]),
  );
}

/** Prometheus refuses a file with a label name that it does not know how to write. */
function known(labels: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels ?? {}).filter(([name]) => labelName.test(name) && name !== "__name__"),
  );
}
