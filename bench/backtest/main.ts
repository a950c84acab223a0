import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Report } from "#sections/report.ts";
import { run, succeed } from "../measure.ts";
import { after, casesOf, firstYear, lastYear } from "./cases.ts";
import { cutClone, pathsAt, type CutClone } from "./cut-clone.ts";
import { pageLines } from "./page.ts";
import { yearFacts, type YearFacts } from "./year-facts.ts";

const usage = `usage: npm run bench -- backtest [--organisations FOLDER [--only NAME,…]] [--write]

The verdict as of 1 January of ${String(firstYear)} to ${String(lastYear)}, and what git shows ${String(after)} years later: owners called after a platform,
documents of direction, decision records, things retired, jobs that are no longer done in several ways. FOLDER holds a folder
of bare clones for each organisation. Each is assessed on clones that are cut back to the day: a clone of today would tell of
owners, documents and quarters that nobody knew then. Without FOLDER the table is made from what was gathered before.

  --write   keep what was gathered in bench/backtest/facts.json, and the table in docs/insights/signals.md`;

const factsFile = join("bench", "backtest", "facts.json");
const pageFile = join("docs", "insights", "signals.md");
const begin = "<!-- measured: npm run bench -- backtest --write -->";
const end = "<!-- end of the backtest -->";
/** With fewer that are a year old nothing can be shared between others: the history of the organisation does not allow it. */
const fewestRepositories = 3;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      organisations: { type: "string" },
      only: { type: "string" },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  let facts = await readFacts();
  if (values.organisations !== undefined) {
    succeed(await run("node", ["scripts/bundle.mjs"]), "the bundle");
    const wanted = values.only?.split(",");
    for (const name of (await readdir(values.organisations)).toSorted()) {
      if (wanted !== undefined && !wanted.includes(name)) continue;
      const gathered = await gather(name, resolve(values.organisations, name));
      facts = [...facts.filter(({ organisation }) => organisation !== name), ...gathered];
    }
    facts = facts.toSorted((a, b) => order(a).localeCompare(order(b)));
  }
  const lines = pageLines(casesOf(facts));
  console.log(lines.join("\n"));
  if (!values.write) return;
  await writeFile(factsFile, `[\n${facts.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`);
  const page = await readFile(pageFile, "utf8");
  const [before, behind] = [page.indexOf(begin), page.indexOf(end)];
  if (before < 0 || behind < before) throw new Error(`${pageFile} has no part to replace`);
  const kept = [page.slice(0, before + begin.length), page.slice(behind)];
  await writeFile(pageFile, kept.join(`\n\n${lines.join("\n")}\n\n`));
}

function order({ organisation, year }: YearFacts): string {
  return `${organisation} ${String(year)}`;
}

async function readFacts(): Promise<YearFacts[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this program wrote it
  return JSON.parse(await readFile(factsFile, "utf8")) as YearFacts[];
}

/** Every year of an organisation whose history allows it. */
async function gather(organisation: string, folder: string): Promise<YearFacts[]> {
  const work = await mkdtemp(join(tmpdir(), "fulcrum-backtest-"));
  const found: YearFacts[] = [];
  try {
    const names = (await readdir(folder)).toSorted();
    for (let year = firstYear; year <= lastYear + after; year++) {
      const clones = join(work, organisation);
      const until = new Date(Date.UTC(year, 0, 1));
      const cut: CutClone[] = [];
      await mkdir(clones, { recursive: true });
      for (const name of names)
        cut.push(await cutClone(join(folder, name), join(clones, name), until));
      const yearBefore = Date.UTC(year - 1, 0, 1) / 1000;
      const old = cut.filter(({ head, firstAt }) => head !== null && firstAt < yearBefore);
      if (old.length < fewestRepositories) {
        console.error(
          `${organisation} ${String(year)}: ${String(old.length)} repositories that are a year old, not looked at`,
        );
        continue;
      }
      const paths = new Map<string, readonly string[]>();
      for (const one of cut) paths.set(basename(one.path, ".git"), await pathsAt(one));
      const report = await assess(clones, organisation, year);
      found.push(yearFacts({ organisation, year }, report, paths));
      console.error(`${organisation} ${String(year)}: ${report.signals.verdict.sentence}`);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return found;
}

/** As of the end of the day before: the year has not begun. */
async function assess(clones: string, name: string, year: number): Promise<Report> {
  const json = join(clones, "..", "report.json");
  const asOf = `${String(year - 1)}-12-31`;
  const words = ["assess", clones, "--name", name, "--as-of", asOf, "--json", json];
  const flags = ["--no-out", "--no-cache", "--quiet"];
  succeed(await run("node", ["dist/bundle/main.js", ...words, ...flags]), `${name} as of ${asOf}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this version wrote it
  return JSON.parse(await readFile(json, "utf8")) as Report;
}

await main();
