import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/**
 * Compares the deployments of a report with an independent record: `node build/bench/deployment-agreement.js --report
 * report.json --tsv deployments.tsv`. Columns of the record: instant, application, environment, version; a heading line.
 */
interface ReportPart {
  readonly delivery: readonly {
    readonly application: string;
    readonly environment: string;
    readonly level: string;
    readonly deploymentsTotal: number;
    readonly points: readonly { readonly at: string; readonly version: string }[];
  }[];
}

interface Recorded {
  count: number;
  /** `true` and `false` in place of a version: a switch was turned, nothing was deployed. */
  switches: number;
  /** The same version as the record before: merges that changed nothing. */
  repeats: number;
  last: string;
  readonly moments: Set<string>;
}

const { values } = parseArgs({ options: { report: { type: "string" }, tsv: { type: "string" } } });
if (values.report === undefined || values.tsv === undefined)
  throw new Error("usage: deployment-agreement --report report.json --tsv deployments.tsv");

const report = JSON.parse(readFileSync(values.report, "utf8")) as ReportPart;
const recorded = new Map<string, Recorded>();
for (const line of readFileSync(values.tsv, "utf8").split("\n").slice(1)) {
  const [at, application, environment, version] = line.split("\t");
  if (at === undefined || version === undefined) continue;
  const key = `${application ?? ""} in ${environment ?? ""}`;
  const one = recorded.get(key) ?? {
    count: 0,
    switches: 0,
    repeats: 0,
    last: "",
    moments: new Set(),
  };
  one.count++;
  if (/^(?:true|false)/.test(version)) one.switches++;
  else if (one.last === version) one.repeats++;
  one.last = version;
  one.moments.add(`${String(Date.parse(at))} ${version}`);
  recorded.set(key, one);
}

let recordedCount = 0;
let agreeing = 0;
let explained = 0;
let points = 0;
let pointsFound = 0;
const apart: string[] = [];
for (const [key, one] of recorded) {
  const series = report.delivery.find(
    (found) => `${found.application} in ${found.environment}` === key && found.level === "gitops",
  );
  const derived = series?.deploymentsTotal ?? 0;
  recordedCount += one.count;
  agreeing += Math.max(0, one.count - Math.abs(one.count - derived));
  const meant = one.count - one.switches - one.repeats;
  explained += Math.max(0, meant - Math.abs(meant - derived)) + one.switches + one.repeats;
  for (const point of series?.points ?? []) {
    points++;
    if (one.moments.has(`${String(Date.parse(point.at))} ${point.version}`)) pointsFound++;
  }
  if (Math.abs(meant - derived) > Math.max(1, 0.005 * one.count))
    apart.push(
      `${key}: ${String(derived)} derived, ${String(one.count)} recorded (${String(one.switches)} switches, ${String(one.repeats)} repeats)`,
    );
}
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)} %`;
console.log(`applications and environments recorded: ${String(recorded.size)}`);
console.log(`deployments recorded: ${String(recordedCount)}`);
console.log(
  `counts agree: ${percent(agreeing, recordedCount)}; switches and repeats explained: ${percent(explained, recordedCount)}`,
);
console.log(
  `listed deployments found at their second with their version: ${String(pointsFound)} of ${String(points)} (${percent(pointsFound, points)})`,
);
for (const line of apart) console.log(`apart by more than 0.5 %: ${line}`);
