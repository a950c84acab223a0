import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Report } from "#sections/report.ts";
import { drawClaims, type Claim } from "./claims/draw-claims.ts";

const usage = `usage: npm run bench -- claims --reports FOLDER [--each 10] [--seed 1] [--only NAME]

Claims at random from the reports of FOLDER (NAME.json of an assessment for each organisation), to be checked by hand with
git or arithmetic: figures and sentences, every section equally likely, each with up to five of the facts it rests on.`;

const factsShown = 5;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      reports: { type: "string" },
      each: { type: "string", default: "10" },
      seed: { type: "string", default: "1" },
      only: { type: "string" },
    },
  });
  const each = Number(values.each);
  if (values.reports === undefined || !Number.isInteger(each) || each < 1) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const folder = values.reports;
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  for (const file of files) {
    const name = file.slice(0, -".json".length);
    if (values.only !== undefined && values.only !== name) continue;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this version wrote it
    const report = JSON.parse(await readFile(join(folder, file), "utf8")) as Report;
    const claims = drawClaims(report, { count: each, seed: `${values.seed} ${name}` });
    for (const [index, claim] of claims.entries())
      console.log(shown(`${name} ${String(index + 1)}`, claim, report.evidence));
  }
}

function shown(title: string, claim: Claim, evidence: Report["evidence"]): string {
  const known = new Map(evidence.map((fact) => [fact.id, fact]));
  const facts = claim.evidenceIds.slice(0, factsShown).map((id) => {
    const fact = known.get(id);
    if (fact === undefined) return `  fact: ${id}, not kept in the report`;
    const { repositoryId, commit, path, line, text } = fact;
    const place = line === null ? (path ?? "-") : `${path ?? "-"}:${String(line)}`;
    return `  fact: ${repositoryId ?? "-"} ${commit ?? "-"} ${place}: ${text}`;
  });
  return [
    `${title}: ${[claim.section, claim.key, claim.field].filter((part) => part !== null).join(" › ")}`,
    `  claims: ${String(claim.value)}`,
    ...claim.around.map((object) => `  around: ${object}`),
    ...facts,
    ...(claim.evidenceIds.length > factsShown
      ? [`  and ${String(claim.evidenceIds.length - factsShown)} facts more`]
      : []),
    "",
  ].join("\n");
}

await main();
