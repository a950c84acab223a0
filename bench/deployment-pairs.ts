import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { deploymentsFrom } from "#model/find-deployments.ts";
import { noDeploymentConfiguration, type Deployment } from "#model/deployments.ts";
import { isMovingName } from "#evidence/version-names.ts";
import { discoverRepositories } from "#sources/git/discover.ts";
import { locateRepository } from "#sources/git/locate.ts";
import { listRefs } from "#sources/git/refs.ts";
import { createShadow } from "#sources/git/shadow.ts";
import { readRepository } from "#sources/repository/read-repository.ts";

/**
 * Every deployment of a deployment repository against an independent record, for each application and environment: `npm run
 * bench -- deployment-pairs --folder REPOSITORY --tsv deployments.tsv [--summary summary.json] [--list]`. A record agrees
 * when a deployment of the same version stands at the same second; `true/VERSION` (a branch named so) is that version.
 * Switches (`true`, `false`), names that move (`main`, `latest`) and records that repeat the version before them deploy none. `--list` prints every difference with the commit to look up.
 */
const { values } = parseArgs({
  options: {
    folder: { type: "string" },
    tsv: { type: "string" },
    summary: { type: "string" },
    list: { type: "boolean", default: false },
  },
});
if (values.folder === undefined || values.tsv === undefined)
  throw new Error("usage: deployment-pairs --folder REPOSITORY --tsv deployments.tsv");

interface Recorded {
  readonly at: number;
  readonly version: string;
}

function readRecord(path: string): Map<string, Recorded[]> {
  const pairs = new Map<string, Recorded[]>();
  for (const line of readFileSync(path, "utf8").split("\n").slice(1)) {
    const [at = "", application = "", environment = "", version] = line.split("\t");
    if (version === undefined) continue;
    const key = `${application} in ${environment}`;
    const list = pairs.get(key) ?? [];
    list.push({ at: Date.parse(at) / 1000, version: version.replace(/^(?:true|false)\//, "") });
    pairs.set(key, list);
  }
  return pairs;
}

async function derive(folder: string): Promise<Map<string, readonly Deployment[]>> {
  const shadows = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
  try {
    const [found] = (await discoverRepositories(folder)).repositories;
    if (found === undefined) throw new Error(`no repository in ${folder}`);
    const paths = await locateRepository(found);
    if ("code" in paths) throw new Error(paths.text);
    const refs = await listRefs(paths.gitDir, paths.commonDir);
    const shadowDir = await createShadow(shadows, refs.head?.length === 64 ? "sha256" : "sha1");
    const evidence = await readRepository({
      id: found.name,
      name: found.name,
      location: { ...paths, shadowDir },
      refs,
      sources: { files: [], trees: [] },
      personKey: "bench",
      bots: [],
      earlier: null,
    });
    const series = deploymentsFrom({
      asOf: Number.POSITIVE_INFINITY,
      repositories: [evidence],
      components: [],
      events: [],
      configuration: noDeploymentConfiguration,
    });
    return new Map(
      series.map((one) => [`${one.application} in ${one.environment}`, one.deployments]),
    );
  } finally {
    rmSync(shadows, { recursive: true, force: true });
  }
}

interface Difference {
  readonly key: string;
  readonly kind: string;
  readonly text: string;
}

const counts = new Map<string, number>();
const differences: Difference[] = [];
function note(key: string, kind: string, text: string): void {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  differences.push({ key, kind, text });
}

/** Share of the records that deployed something which stand at their second with their version. */
function compare(key: string, recorded: readonly Recorded[], derived: readonly Deployment[]) {
  const open = new Map(derived.map((one) => [`${String(one.at)} ${one.version}`, one]));
  let agreeing = 0;
  let meant = 0;
  let last = "";
  for (const { at, version } of recorded.toSorted((a, b) => a.at - b.at)) {
    const isFound = open.delete(`${String(at)} ${version}`);
    const text = `${new Date(at * 1000).toISOString()} ${version}`;
    if (isFound) agreeing++;
    if (isFound) meant++;
    else if (/^(?:true|false)$/.test(version)) note(key, "recorded: a switch, no version", text);
    else if (isMovingName(version)) note(key, "recorded: a name that moves, no version", text);
    else if (version === last) note(key, "recorded: the version before, again", text);
    else {
      meant++;
      note(key, "recorded only", text);
    }
    if (!/^(?:true|false)$/.test(version)) last = version;
  }
  for (const [moment, one] of open)
    note(
      key,
      one === derived[0] ? "derived only: the file came to be" : "derived only: later",
      `${moment} ${one.commit ?? ""}`,
    );
  return { agreeing, meant };
}

interface SummaryRow {
  readonly app: string;
  readonly production_deployments: number;
  readonly first: string;
  readonly last: string;
}

function checkSummary(path: string, derived: ReadonlyMap<string, readonly Deployment[]>): void {
  const rows = JSON.parse(readFileSync(path, "utf8")) as readonly SummaryRow[];
  let within = 0;
  let days = 0;
  for (const { app, production_deployments: count, first, last } of rows) {
    const found = derived.get(`${app} in production`) ?? [];
    const dayOf = (one: Deployment | undefined): string =>
      one === undefined ? "" : new Date(one.at * 1000).toISOString().slice(0, 10);
    const isWithin = Math.abs(found.length - count) <= Math.max(2, 0.005 * count);
    if (isWithin) within++;
    if (dayOf(found.at(-1)) === last) days++;
    if (!isWithin || dayOf(found.at(-1)) !== last)
      console.log(
        `  summary: ${app}: ${String(found.length)} derived, ${String(count)} published; ${dayOf(found[0])} to ${dayOf(found.at(-1))}, published ${first} to ${last}`,
      );
  }
  console.log(
    `summary: ${String(within)} of ${String(rows.length)} production counts agree to 0.5 % or two deployments; ${String(days)} last days are the same`,
  );
}

const recorded = readRecord(values.tsv);
const derived = await derive(values.folder);
let total = 0;
let agreeing = 0;
const low: string[] = [];
for (const [key, list] of recorded) {
  const found = compare(key, list, derived.get(key) ?? []);
  total += found.meant;
  agreeing += found.agreeing;
  const share = found.meant === 0 ? 1 : found.agreeing / found.meant;
  if (share < 0.995) low.push(`${key}: ${String(found.agreeing)} of ${String(found.meant)}`);
}
console.log(
  `${String(recorded.size)} applications and environments; ${String(agreeing)} of ${String(total)} records that deployed something stand at their second with their version (${((100 * agreeing) / total).toFixed(3)} %)`,
);
console.log(`${String(low.length)} of them below 99.5 %`);
for (const line of low) console.log(`  ${line}`);
for (const [kind, count] of counts) console.log(`${String(count)} ${kind}`);
if (values.list)
  for (const { key, kind, text } of differences) console.log(`  ${kind}: ${key}: ${text}`);
if (values.summary !== undefined) checkSummary(values.summary, derived);
