import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Report } from "#sections/report.ts";
import { run, succeed } from "./measure.ts";

const usage = `usage: npm run bench -- verdict-inputs (--organisations FOLDER | --reports FOLDER) [--out FILE]

Writes what the rule of the verdict was given for each organisation, and what came of it: bench/verdict-check.py computes
the chances anew. FOLDER holds a folder of clones for each organisation, or NAME.json of an assessment for each.`;

type Signals = Report["signals"];

/** What the rule reads, and what it answered: docs/insights/signals.md. */
function inputsOf(name: string, { signals, verdict }: Signals) {
  return {
    name,
    teams: verdict.teams.count,
    isFilled: verdict.holder !== null,
    signals: signals.map((signal) => ({
      id: signal.id,
      condition: signal.condition,
      facets: signal.facets.map((facet) => ({
        id: facet.id,
        witnesses: signal.indicators.flatMap((one) =>
          one.facet !== facet.id || one.score === null || one.countedAs !== null
            ? []
            : [
                {
                  id: one.id,
                  score: one.score,
                  sigma: one.sigma,
                  reliabilityFor: one.reliabilityFor,
                  reliabilityAgainst: one.reliabilityAgainst,
                  // A reach that cannot be said counts as half.
                  coverage: one.coverage ?? 0.5,
                },
              ],
        ),
      })),
    })),
    obtainable: signals.flatMap((signal) =>
      signal.indicators.flatMap((one) =>
        one.score !== null || one.asking === null || one.countedAs !== null
          ? []
          : [
              {
                id: one.id,
                signalId: signal.id,
                facetId: one.facet,
                reliabilityFor: one.reliabilityFor,
                reliabilityAgainst: one.reliabilityAgainst,
                hours: one.asking.hours,
              },
            ],
      ),
    ),
    answered: {
      answer: verdict.answer,
      leaning: verdict.leaning,
      chances: verdict.chances,
      atPriors: verdict.atPriors,
      counts: verdict.signs.chances,
      neededFrom: verdict.neededFrom,
      evidenceMass: verdict.evidenceMass,
      signals: signals.map(({ id, chance, state }) => ({ id, chance, state })),
      nextSteps: verdict.nextSteps.map(({ indicatorId, bits, changeChance }) => ({
        id: indicatorId,
        bits,
        changeChance,
      })),
    },
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      organisations: { type: "string" },
      reports: { type: "string" },
      out: { type: "string", default: "bench/verdict-inputs.json" },
      main: { type: "string", default: "dist/bundle/main.js" },
    },
  });
  const folder = values.organisations ?? values.reports;
  if (folder === undefined) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const work = await mkdtemp(join(tmpdir(), "fulcrum-verdicts-"));
  try {
    const reports =
      values.reports === undefined
        ? await assessAll(folder, work, values.main)
        : (await readdir(folder))
            .filter((name) => name.endsWith(".json"))
            .sort()
            .map((name) => ({ name: name.slice(0, -".json".length), file: join(folder, name) }));
    const organisations = [];
    for (const { name, file } of reports) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this version wrote it
      const report = JSON.parse(await readFile(file, "utf8")) as Report;
      organisations.push(inputsOf(name, report.signals));
      console.log(`${name}: ${report.signals.verdict.sentence}`);
    }
    await writeFile(values.out, `${JSON.stringify({ organisations }, null, 2)}\n`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function assessAll(folder: string, work: string, program: string) {
  const names = (await readdir(folder)).sort();
  const reports = [];
  for (const name of names) {
    const file = join(work, `${name}.json`);
    const flags = ["--no-out", "--quiet", "--cache", join(work, "cache")];
    const command = ["assess", resolve(folder, name), "--name", name, "--json", file, ...flags];
    succeed(await run("node", [program, ...command]), `assess ${name}`);
    reports.push({ name, file });
  }
  return reports;
}

await main();
