import { parseJson } from "#kernel/json-text.ts";
import { field, textOf } from "../untrusted-value.ts";
import type { RangeAnswer, RangeQuery, RangeSample } from "./range-query.ts";

/** The body of `/api/v1/query_range`: one series at most, for every query asked is a sum. Never throws. */
export function readRangeAnswer(
  text: string,
  status: number,
  host: string,
  asked: RangeQuery,
): RangeAnswer {
  let body: unknown;
  try {
    body = parseJson(text);
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
  // Until 3.0 Prometheus put remarks on a query among its warnings: they say nothing of what is missing.
  const isInPart = (one: unknown): boolean => !(textOf(one) ?? "").startsWith("PromQL info:");
  const partial: unknown[] = Array.isArray(warnings) ? warnings.filter(isInPart) : [];
  // VictoriaMetrics says so in a field of its own.
  if (field(body, "isPartial") === true) partial.push("some of its stores did not answer");
  if (partial.length > 0)
    return {
      code: "half-answer",
      reason: `${host} answered in part: ${textOf(partial[0], 200) ?? "no reason given"}`,
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
  if (Array.isArray(field(result[0], "histograms")))
    return {
      code: "histograms",
      reason: `${host} answered with native histograms, an objective counts events`,
      needs: "Ask for a number: histogram_count(…) or histogram_fraction(…).",
    };
  const values: unknown = field(result[0], "values") ?? [];
  const samples = Array.isArray(values) ? values.map(sampleOf) : [];
  if (samples.every((one, index) => isExpected(one, samples[index - 1], asked))) return { samples };
  return {
    code: "half-answer",
    reason: `${host} answered with moments that were not asked for, or out of order`,
    needs: "Check that the address is Prometheus' own.",
  };
}

/** NaN (0 ÷ 0) and infinities are no values. */
function sampleOf(pair: unknown): RangeSample {
  const [at, text]: readonly unknown[] = Array.isArray(pair) ? pair : [];
  const value = typeof text === "string" ? Number(text) : Number.NaN;
  return [typeof at === "number" ? at : Number.NaN, Number.isFinite(value) ? value : null];
}

/** On the grid of the query, later than the one before. */
function isExpected(
  [at]: RangeSample,
  before: RangeSample | undefined,
  { from, to, stepSeconds }: RangeQuery,
): boolean {
  return (
    at >= from && at <= to && (at - from) % stepSeconds === 0 && at > (before?.[0] ?? -Infinity)
  );
}
