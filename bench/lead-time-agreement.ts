import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

/**
 * Lead times of sampled deployments against plain git commands: `npm run bench -- lead-time-agreement --report report.json
 * --folder REPOS [--applications 5] [--deployments 20] [--bots REGEX] [--seed 1] [--verbose]`. For each the time of the
 * deployment (`git log -1 --format=%ct` in the repository that asked for it) and the commits it brought (`git log B --not` every
 * version listed before it) are read anew; their number and their median time until then have to agree to the second.
 */
interface Row {
  readonly application: string;
  readonly isProduction: boolean;
  readonly level: string;
  readonly recordedIn: { readonly repositoryId: string | null };
  readonly points: readonly {
    readonly at: string;
    readonly version: string;
    readonly commit: string | null;
    readonly commitsCount: number | null;
    readonly leadTimeSeconds: number | null;
  }[];
}

const { values } = parseArgs({
  options: {
    report: { type: "string" },
    folder: { type: "string" },
    applications: { type: "string", default: "5" },
    deployments: { type: "string", default: "20" },
    bots: { type: "string", default: String.raw`\[bot\]@|dependabot|renovate|(^|[+._-])(bot|ci)@` },
    seed: { type: "string", default: "1" },
    verbose: { type: "boolean", default: false },
  },
});
if (values.report === undefined || values.folder === undefined)
  throw new Error("usage: lead-time-agreement --report report.json --folder REPOS");
const { folder } = values;
const bots = new RegExp(values.bots, "i");

const git = (repository: string, ...words: string[]): string =>
  execFileSync("git", ["-C", join(folder, `${repository}.git`), ...words], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });

/** Numbers in [0, 1) that depend on nothing but the seed (Park and Miller 1988). */
let state = Number(values.seed) * 48_271 + 11;
function random(): number {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

/** A version is a tag, or the commit itself. */
function revisionOf(version: string): string {
  return /^[0-9a-f]{40}$/.test(version) ? version : `refs/tags/${version}`;
}

function sampled<Value>(from: readonly Value[], count: number): Value[] {
  return from
    .map((value) => [random(), value] as const)
    .sort(([a], [b]) => a - b)
    .slice(0, count)
    .map(([, value]) => value);
}

const report = JSON.parse(readFileSync(values.report, "utf8")) as { delivery: readonly Row[] };
const rows = report.delivery.filter(
  (row) =>
    row.isProduction &&
    row.level === "gitops" &&
    row.points.filter((point) => point.leadTimeSeconds !== null).length > 20,
);
const perApplication = Math.ceil(Number(values.deployments) / Number(values.applications));
let compared = 0;
let agreeing = 0;
for (const row of sampled(rows, Number(values.applications))) {
  const candidates = row.points
    .map((point, index) => ({ point, index }))
    .filter(({ point, index }) => index > 0 && point.leadTimeSeconds !== null);
  for (const { point, index } of sampled(candidates, perApplication)) {
    const before = row.points.slice(0, index).map((one) => revisionOf(one.version));
    const asking = (row.recordedIn.repositoryId ?? "").split("/").at(-1) ?? "";
    const at = Number(git(asking, "log", "-1", "--format=%ct", point.commit ?? "HEAD"));
    const brought = ["--format=%ct %ae", revisionOf(point.version), "--not", ...new Set(before)];
    const lines = git(row.application, "log", ...brought)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split(" "));
    const leads = lines
      .filter(([, address = ""]) => !bots.test(address))
      .map(([committed]) => at - Number(committed))
      .filter((lead) => lead >= 0)
      .sort((a, b) => a - b);
    const middle = (leads.length - 1) / 2;
    const median =
      ((leads[Math.floor(middle)] ?? Number.NaN) + (leads[Math.ceil(middle)] ?? Number.NaN)) / 2;
    const isSame =
      Date.parse(point.at) / 1000 === at &&
      lines.length === point.commitsCount &&
      median === point.leadTimeSeconds;
    compared++;
    if (isSame) agreeing++;
    if (!isSame || values.verbose)
      console.log(
        `${row.application} ${point.version} ${point.at}: ${String(lines.length)} commits, median ${String(median)} s by git; ${String(point.commitsCount)}, ${String(point.leadTimeSeconds)} s in the report${isSame ? "" : "  DIFFERENT"}`,
      );
  }
}
console.log(
  `${String(agreeing)} of ${String(compared)} sampled deployments agree with plain git to the second`,
);
process.exitCode = agreeing === compared && compared > 0 ? 0 : 1;
