import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "#sections/report.ts";
import { gitFloor, readBlobList } from "../git-floor.ts";
import { run, succeed } from "../measure.ts";
import { judgeClasses } from "./classes.ts";
import { drawWithEvidence } from "./draw.ts";
import { classesWithoutCatalogue } from "./hidden.ts";
import { readExpected } from "./inputs.ts";
import { judgeOwners } from "./owners.ts";
import { prepareClones } from "./prepare.ts";
import type { Counted, Cost, Measurement } from "./result.ts";
import { scoreUses, shownUses } from "./uses.ts";

export interface Settings {
  readonly mirrors: string;
  readonly sets: string;
  readonly work: string;
  readonly main: string;
  readonly jobs: string;
  /** Further arguments of `assess`. */
  readonly flags: readonly string[];
  readonly withFloor: boolean;
  /** Take report, cache and cost that an earlier run left in `work`: to draw or to compare anew. */
  readonly reuse: boolean;
  readonly draw: { readonly count: number; readonly seed: number } | null;
}

/** Clones, assesses from an empty cache with nothing configured, and compares with what others wrote down. */
export async function measureOrganisation(
  organisation: string,
  names: readonly string[],
  settings: Settings,
): Promise<Measurement> {
  const folder = join(settings.work, "clones", organisation);
  const notAtHand = await prepareClones(settings.mirrors, folder, organisation, names);
  const cacheFolder = join(settings.work, "cache", organisation);
  const { report, cost } = await assess(organisation, folder, cacheFolder, settings);
  const expected = await readExpected(settings.sets, organisation);
  const asOf = Date.parse(report.asOf) / 1000 + 1;
  const hidden = await classesWithoutCatalogue(folder, cacheFolder, asOf);
  const shown = shownUses(report);
  return {
    organisation,
    asOf: report.asOf,
    repositoriesCount: report.repositories.length,
    componentsCount: report.components.length,
    notAtHand,
    classes: judgeClasses(expected.labels, hidden),
    parts: judgeClasses(expected.parts, hidden),
    reportedClasses: judgeClasses(expected.labels, report.components),
    reportedParts: judgeClasses(expected.parts, report.components),
    uses: scoreUses(shown, expected.edges, expected.tolerated),
    serviceUsesCount: shown.filter(({ via }) => via === "service").length,
    owners: judgeOwners(expected.labels, report),
    ownerSources: counted(report.components.map(({ ownerSource }) => ownerSource)),
    problems: counted(report.problems.map(({ code, source }) => `${code} (${source})`)),
    blindSpots: report.blindSpots.map(({ what, count }) => ({ what, count })),
    cost,
    draw:
      settings.draw === null
        ? null
        : await drawWithEvidence(report, shown, expected, folder, settings.draw),
  };
}

async function assess(
  organisation: string,
  folder: string,
  cacheFolder: string,
  { work, main, jobs, flags, withFloor, reuse }: Settings,
): Promise<{ readonly report: Report; readonly cost: Cost }> {
  const reports = join(work, "reports");
  const reportFile = join(reports, `${organisation}.json`);
  const costFile = join(reports, `${organisation}.cost.json`);
  if (reuse) return { report: await readJson<Report>(reportFile), cost: await readJson(costFile) };
  await mkdir(reports, { recursive: true });
  await rm(cacheFolder, { recursive: true, force: true });
  // An empty configuration of its own: none that lies about can be taken for it.
  const configuration = join(work, "nothing-configured.yaml");
  await writeFile(configuration, "");
  const blobsFile = join(reports, `${organisation}.blobs.txt`);
  const command = [main, "assess", folder, "--name", organisation, "--jobs", jobs, "--quiet"];
  const files = ["--config", configuration, "--cache", cacheFolder, "--no-out"];
  const results = ["--json", reportFile, "--list-blobs", blobsFile];
  const measured = succeed(
    await run("node", [...command, ...files, ...results, ...flags], { everyMs: 500 }),
    `assess of ${organisation}`,
  );
  const blobs = readBlobList(blobsFile);
  const floor = withFloor ? await gitFloor(blobs) : null;
  const cost: Cost = {
    seconds: measured.seconds,
    processorSeconds: measured.processorSeconds,
    floorSeconds: floor?.seconds ?? null,
    floorProcessorSeconds: floor?.processorSeconds ?? null,
    peakProcessMb: measured.peakProcessMb,
    peakTreeMb: measured.peakTreeMb,
    blobsCount: [...blobs.values()].reduce((sum, list) => sum + list.length, 0),
  };
  await writeFile(costFile, JSON.stringify(cost));
  return { report: await readJson<Report>(reportFile), cost };
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- assess, or this bench, has just written it so
async function readJson<Value>(file: string): Promise<Value> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  return JSON.parse(await readFile(file, "utf8")) as Value;
}

/** Most frequent first, then by the alphabet. */
function counted(values: readonly string[]): Counted[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([what, count]) => ({ what, count }))
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
}
