import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readSets } from "../organisations/inputs.ts";
import { readFacts } from "./facts.ts";
import { gatherFacts } from "./gather.ts";
import { pageLines } from "./page.ts";
import { trainAndMeasure, type Results } from "./results.ts";

const usage = `usage: npm run bench -- classification [--write]
       npm run bench -- classification --gather --work FOLDER --sets FOLDER [--second FILE] [--write]

Trains product against platform on the labelled signs in bench/classification/facts.json, measures it leaving one
organisation out after the other, and prints what it found.

  --write           write the weights and the measured part of docs/insights/classification.md
  --gather          take the signs anew from what npm run bench -- organisations --work FOLDER left
  --second FILE     labels of a second reader: [{"organisation", "repository", "path", "class", "confidence"}]`;

const factsFile = "bench/classification/facts.json";
const weightsFile = "src/insight/classification/weights.ts";
const pageFile = "docs/insights/classification.md";
const begin = "<!-- measured: npm run bench -- classification --write -->";
const end = "<!-- end of measured -->";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      gather: { type: "boolean", default: false },
      work: { type: "string" },
      sets: { type: "string" },
      second: { type: "string" },
      write: { type: "boolean", default: false },
    },
  });
  const { work, sets } = values;
  if (values.gather && (work === undefined || sets === undefined)) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  if (values.gather && work !== undefined && sets !== undefined)
    await gather({ work, sets, second: values.second ?? null });
  const facts = await readFacts(factsFile);
  const results = trainAndMeasure(facts);
  const lines = pageLines(facts, results);
  console.log(lines.join("\n"));
  if (!values.write) return;
  await writeFile(weightsFile, weightsText(results));
  const page = await readFile(pageFile, "utf8");
  const [before, after] = [page.indexOf(begin), page.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`${pageFile} has no measured part to replace`);
  const kept = [page.slice(0, before + begin.length), page.slice(after)];
  await writeFile(pageFile, kept.join(`\n\n${lines.join("\n")}\n\n`));
}

async function gather(settings: {
  readonly work: string;
  readonly sets: string;
  readonly second: string | null;
}): Promise<void> {
  const facts = [];
  for (const organisation of (await readSets(settings.sets)).keys()) {
    facts.push(...(await gatherFacts(organisation, settings)));
    console.error(`gathered ${organisation}`);
  }
  const rows = facts.map((one) => JSON.stringify(one));
  await writeFile(factsFile, `[\n${rows.join(",\n")}\n]\n`);
}

function weightsText({ model }: Results): string {
  return `import type { Model } from "./score.ts";

/** Written by \`npm run bench -- classification --write\`; how it was trained and measured: docs/insights/classification.md. */
export const trainedModel: Model = ${JSON.stringify(model, null, 2)
    .replaceAll(/"([a-z]+)":/g, "$1:")
    .replace(/\n\}$/, ",\n}")
    .replace(/(\d)\n {2}\}/, "$1,\n  }")};
`;
}

await main();
