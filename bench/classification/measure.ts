import { parseArgs } from "node:util";
import { featureValues } from "#insight/classification/classify-components.ts";
import { featureIds } from "#insight/classification/feature.ts";
import { defaultClassificationOptions } from "#insight/classification/options.ts";
import { frozenWeights } from "#insight/classification/weights.ts";
import {
  confusionLines,
  isRight,
  judge,
  leaveOneOwnerOut,
  majorityBaseline,
  shareLine,
  type Judged,
  type Labelled,
} from "./agreement.ts";
import { fit } from "./fit.ts";
import { readLabels } from "./labels.ts";
import { nothing, prior } from "./prior.ts";
import { readFolder } from "./read-folder.ts";

const usage = `Usage: measure --folder REPOSITORIES --labels LABELS.json [--fit]

Agreement of the classification with labels, every catalogue hidden from it. --fit also prints weights fitted anew.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      folder: { type: "string" },
      labels: { type: "string" },
      fit: { type: "boolean" },
    },
  });
  if (values.folder === undefined || values.labels === undefined) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const labels = await readLabels(values.labels);
  const organisation = await readFolder(values.folder, (name) => console.error(`read ${name}`));
  const seen = featureValues(organisation);
  const labelled = labels.flatMap((label): Labelled[] => {
    const component = organisation.components.find(
      ({ name, path }) => path === "." && name === label.repository,
    );
    const found = component === undefined ? undefined : seen.get(component.id);
    return found === undefined ? [] : [{ ...label, values: found }];
  });
  const { threshold } = defaultClassificationOptions;
  const owners = new Set(labelled.map(({ owner }) => owner)).size;
  const leftOut = leaveOneOwnerOut(labelled, prior, threshold);
  const right = (judged: readonly Judged[]): number => judged.filter(isRight).length;
  const all = labelled.length;
  console.log(`${String(all)} labelled repositories of ${String(owners)} owners`);
  console.log(shareLine("Majority baseline", majorityBaseline(labelled), all));
  console.log(shareLine("Prior alone", right(judge(labelled, prior, threshold)), all));
  console.log(shareLine("Leaving one owner out", right(leftOut), all));
  const unguided = leaveOneOwnerOut(labelled, nothing, threshold);
  console.log(shareLine("The same, starting from no definitions", right(unguided), all));
  console.log(shareLine("Frozen weights", right(judge(labelled, frozenWeights, threshold)), all));
  for (const line of ["", "Leaving one owner out:", ...confusionLines(leftOut)]) console.log(line);
  for (const one of leftOut.filter((judged) => !isRight(judged))) {
    const { product, platform, supporting } = one.probabilities;
    const odds = [product, platform, supporting].map((share) => share.toFixed(2)).join(" / ");
    console.log(
      `mistake: ${one.repository}: ${one.answer} (${odds}), label ${one.classes.join(" or ")}`,
    );
  }
  if (values.fit !== true) return;
  const fitted = fit(labelled, prior);
  console.log("");
  for (const id of featureIds) console.log(`${JSON.stringify(id)}: ${JSON.stringify(fitted[id])},`);
}

await main();
