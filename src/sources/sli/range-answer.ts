import { field, textOf } from "../untrusted-value.ts";
import type { RangeAnswer, RangeSample } from "./prometheus.ts";

/** The body of `/api/v1/query_range`: one series at most, for every query asked is a sum. Never throws. */
export function readRangeAnswer(text: string, status: number, host: string): RangeAnswer {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return {
      code: "half-answer",
      reason: `${host} answered with something that is no whole JSON (status ${String(status)})`,
      needs: "Check that the address is Prometheus' own and that nothing between cuts answers off.",
    };
  }
  if (textOf(field(body, "status")) !== "success")
    return {
      code: "query-refused",
      reason: `${host} refused the query: ${textOf(field(body, "error"), 200) ?? `status ${String(status)}`}`,
      needs: "Try the query in Prometheus' own screen.",
    };
  const warnings = field(body, "warnings");
  if (Array.isArray(warnings) && warnings.length > 0)
    return {
      code: "half-answer",
      reason: `${host} answered in part: ${textOf(warnings[0], 200) ?? "no reason given"}`,
      needs: "Try again when all its stores answer.",
    };
  const result = field(body, "data", "result");
  if (textOf(field(body, "data", "resultType")) !== "matrix" || !Array.isArray(result))
    return {
      code: "half-answer",
      reason: `${host} answered without a matrix`,
      needs: "Check that the address is Prometheus' own.",
    };
  if (result.length > 1)
    return {
      code: "many-series",
      reason: `the query gives ${String(result.length)} series, an objective has one`,
      needs: "Aggregate the query with sum() or avg().",
    };
  const values: unknown = field(result[0], "values") ?? [];
  return { samples: Array.isArray(values) ? values.flatMap(sampleOf) : [] };
}

/** NaN (0 ÷ 0) and infinities are no values. */
function sampleOf(pair: unknown): readonly RangeSample[] {
  if (!Array.isArray(pair)) return [];
  const at = Number(pair[0]);
  const value = Number(pair[1]);
  return Number.isFinite(at) && Number.isFinite(value) ? [[at, value]] : [];
}
