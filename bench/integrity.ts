import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkAll } from "#sections/integrity/check.ts";
import { invariants } from "#sections/integrity/invariants.ts";
import { report as schema, type Report } from "#sections/report.ts";
import { run, succeed } from "./measure.ts";

const usage = `usage: npm run bench -- integrity FOLDER|REPORT.json… [--list]

Every invariant over whole organisations: folders of clones, which are assessed, or reports that were written before.
A line for each invariant: figures looked at, and contradictions that were withheld (of reports: found before and left).

  --list    name each contradiction`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { list: { type: "boolean", default: false } },
  });
  if (positionals.length === 0) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  succeed(await run("node", ["scripts/bundle.mjs"]), "the bundle");
  let contradictions = 0;
  for (const each of positionals) {
    const report = await reportOf(resolve(each));
    const checked = checkAll(invariants, report);
    const withheld = report.problems.filter(({ code }) => code === "contradiction");
    const left = checked.reduce((sum, { breaches }) => sum + breaches.length, 0);
    contradictions += withheld.length + left;
    const looked = checked.reduce((sum, { checkedCount }) => sum + checkedCount, 0);
    console.log(
      `${report.organisation.name}: ${String(looked)} figures looked at, ${String(withheld.length)} contradictions withheld, ${String(left)} left`,
    );
    for (const { invariant, checkedCount, breaches } of checked) {
      console.log(
        `  ${String(checkedCount).padStart(7)}  ${String(breaches.length).padStart(4)}  ${invariant.statement}`,
      );
      if (values.list)
        for (const { ids, found } of breaches) console.log(`      ${ids.join(", ")}: ${found}`);
    }
    if (values.list) for (const { where, text } of withheld) console.log(`      ${where}: ${text}`);
  }
  if (contradictions > 0) process.exitCode = 1;
}

/** Of a folder anew, with a cache of its own. */
async function reportOf(path: string): Promise<Report> {
  if (!(await stat(path)).isDirectory()) return parsed(await readFile(path, "utf8"));
  const work = await mkdtemp(join(tmpdir(), "fulcrum-integrity-"));
  try {
    const json = join(work, "report.json");
    const words = [
      "assess",
      path,
      "--name",
      basename(path),
      "--json",
      json,
      "--quiet",
      "--no-cache",
    ];
    const assess = ["dist/bundle/main.js", ...words, "--out", join(work, "report.html")];
    succeed(await run("node", assess), `the assessment of ${path}`);
    return parsed(await readFile(json, "utf8"));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function parsed(text: string): Report {
  return schema.parse(JSON.parse(text));
}

await main();
