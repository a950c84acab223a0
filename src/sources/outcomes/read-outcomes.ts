import type { OutcomePoint, RefusedRecord } from "#evidence/declared.ts";
import { instantOf, looseFields, numberOf } from "../declared-values.ts";
import { readRows, type Row } from "../rows.ts";
import { textOf } from "../untrusted-value.ts";
import { outcomeKinds } from "#vocabulary/declared.ts";

export interface OutcomesRead {
  readonly points: readonly OutcomePoint[];
  readonly refused: readonly RefusedRecord[];
}

/**
 * Outcomes of products from CSV, JSON, YAML or NDJSON: component, metric, date, value, unit, source, and definition, target
 * and reach (people whom it concerns) where there are any. A component, metric, definition and date given twice with one value counts once; with two, neither does.
 */
export function readOutcomes(path: string, text: string): OutcomesRead {
  const { rows, problems } = readRows(path, text, null);
  const refused: RefusedRecord[] = problems.map((problem) => ({
    where: { file: path, line: problem.line ?? 1 },
    text: problem.text,
    needs: "One record for each value: component, metric, date, value, unit, source.",
  }));
  const points = new Map<string, OutcomePoint>();
  const contradicted = new Set<string>();
  for (const row of rows) {
    const point = pointOf(row, path);
    if (typeof point === "string") {
      refused.push({
        where: { file: path, line: row.line },
        text: point,
        needs: `Mend the record. Metrics: ${outcomeKinds.join(", ")}.`,
      });
      continue;
    }
    const key = JSON.stringify([point.component, point.metric, point.definition, point.at]);
    const earlier = points.get(key);
    if (earlier === undefined) points.set(key, point);
    else if (earlier.value !== point.value) {
      contradicted.add(key);
      refused.push({
        where: point.where,
        text: `it contradicts line ${String(earlier.where.line)}: neither is counted`,
        needs: "Keep the value that is right.",
      });
    }
  }
  for (const key of contradicted) points.delete(key);
  return { points: [...points.values()], refused };
}

function pointOf({ value, line }: Row, path: string): OutcomePoint | string {
  const fields = looseFields(value);
  const component = textOf(fields.get("component") ?? fields.get("product"));
  const metricText = textOf(fields.get("metric"))?.toLowerCase() ?? null;
  const metric = outcomeKinds.find((kind) => kind === metricText);
  const at = instantOf(fields.get("date") ?? fields.get("at"));
  const number = numberOf(fields.get("value"));
  const target = numberOf(fields.get("target"));
  const reach = numberOf(fields.get("reach"));
  const unit = textOf(fields.get("unit"));
  const source = textOf(fields.get("source"));
  if (component === null) return "the record names no component";
  if (metric === undefined) return `"${metricText ?? ""}" is no outcome metric`;
  if (at === null || at === undefined) return "its date cannot be read";
  if (number === null || number === undefined) return "its value is no number";
  if (target === undefined) return "its target is no number";
  if (reach === undefined || (reach !== null && reach < 0))
    return "its reach is no number of people";
  if (unit === null) return "it has no unit";
  if (source === null) return "it does not say where the value is from";
  if (metric === "nps" && (number < -100 || number > 100))
    return "an NPS lies between −100 and 100";
  return {
    component,
    metric,
    definition: textOf(fields.get("definition")) ?? metric,
    unit,
    source,
    at,
    value: number,
    target,
    reach,
    where: { file: path, line },
  };
}
