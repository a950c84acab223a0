import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/**
 * Compares the uses of a report with edges that somebody else derived: `node build/bench/edge-agreement.js --report
 * report.json --edges edges.json`. Edges: [{consumer, provider, via, spans: [[from, to|null]], current}], names of repositories.
 */
interface DerivedEdge {
  readonly consumer: string;
  readonly provider: string;
  readonly via: string;
  readonly spans: readonly (readonly [string, string | null])[];
  readonly current: boolean;
}

interface ReportPart {
  readonly components: readonly { readonly id: string; readonly repositoryId: string }[];
  readonly capabilities: readonly {
    readonly id: string;
    readonly name: string;
    readonly providerComponentId: string | null;
    readonly packages: readonly string[];
  }[];
  readonly consumptions: readonly {
    readonly consumerComponentId: string;
    readonly capabilityId: string;
    readonly via: string;
    readonly scope: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

const { values } = parseArgs({
  options: { report: { type: "string" }, edges: { type: "string" }, further: { type: "boolean" } },
});
if (values.report === undefined || values.edges === undefined) {
  console.error("usage: edge-agreement --report report.json --edges edges.json [--further]");
  process.exit(2);
}
const report = JSON.parse(readFileSync(values.report, "utf8")) as ReportPart;
const edges = JSON.parse(readFileSync(values.edges, "utf8")) as DerivedEdge[];

const baseName = (id: string): string => id.slice(id.lastIndexOf("/") + 1);
const repositoryOf = new Map(report.components.map((one) => [one.id, baseName(one.repositoryId)]));
const providerOf = new Map(
  report.capabilities.map((one) => [
    one.id,
    repositoryOf.get(one.providerComponentId ?? "") ?? null,
  ]),
);
const nameOf = new Map(report.capabilities.map((one) => [one.id, one.name]));

interface Pair {
  readonly from: string;
  readonly to: string | null;
  readonly capability: string;
}
const found = new Map<string, Pair[]>();
for (const one of report.consumptions) {
  if (one.via !== "declared" || one.scope === "reverse-test") continue;
  const provider = providerOf.get(one.capabilityId);
  const consumer = repositoryOf.get(one.consumerComponentId);
  if (
    provider === undefined ||
    provider === null ||
    consumer === undefined ||
    provider === consumer
  )
    continue;
  const key = `${consumer} → ${provider}`;
  found.set(key, [
    ...(found.get(key) ?? []),
    { from: one.from, to: one.to, capability: nameOf.get(one.capabilityId) ?? "" },
  ]);
}

// Edges of one consumer and provider are one pair: the derivation splits them by package, the report by capability.
const providersOfActions = new Set(
  edges.filter((edge) => !edge.via.startsWith("action:")).map((edge) => edge.provider),
);
const isReverse = (edge: DerivedEdge): boolean =>
  edge.via.startsWith("action:") &&
  edges.filter((other) => other.via === edge.via).length < 5 &&
  !providersOfActions.has(edge.provider);
const expected = new Map<string, DerivedEdge[]>();
for (const edge of edges) {
  if (isReverse(edge)) continue;
  const key = `${edge.consumer} → ${edge.provider}`;
  expected.set(key, [...(expected.get(key) ?? []), edge]);
}

const days = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
let current = 0;
let currentFound = 0;
let starts = 0;
let startsAgree = 0;
const missing: string[] = [];
const shifted: string[] = [];
for (const [key, list] of expected) {
  const isCurrent = list.some((edge) => edge.current);
  const pair = found.get(key);
  if (isCurrent) {
    current++;
    if (pair?.some((one) => one.to === null) === true) currentFound++;
    else missing.push(key);
  }
  const start = list.flatMap((edge) => edge.spans.map(([from]) => from)).sort()[0];
  const ours = pair?.map((one) => one.from).sort()[0];
  if (start === undefined || ours === undefined) continue;
  starts++;
  // The derivation gives days: an instant agrees when it lies on that day or within one of it.
  if (days(start, ours.slice(0, 10)) <= 1) startsAgree++;
  else shifted.push(`${key}: ${start} against ${ours.slice(0, 10)}`);
}
const further = [...found].filter(
  ([key, pairs]) => !expected.has(key) && pairs.some((one) => one.to === null),
);

const share = (part: number, whole: number): string =>
  `${String(part)} of ${String(whole)} (${((100 * part) / whole).toFixed(1)} %)`;
console.log(`current non-reverse edges found: ${share(currentFound, current)}`);
console.log(`start dates within a day: ${share(startsAgree, starts)}`);
console.log(`further current edges in the report: ${String(further.length)}`);
for (const key of missing) console.log(`  missing: ${key}`);
for (const text of shifted) console.log(`  start differs: ${text}`);
if (values.further === true) {
  for (const [key, pairs] of further)
    console.log(
      `  further: ${key} (${pairs.map((one) => `${one.capability} since ${one.from.slice(0, 10)}`).join("; ")})`,
    );
}
