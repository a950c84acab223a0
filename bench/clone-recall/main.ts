/**
 * Recall of the clone engine on mutated copies, after Roy and Cordy (2009).
 * `node main.js [CORPUS] [--blocks N] [--rounds N] [--seed N] [--unrelated N] [--misses N] [--shown]`; first-level folders are
 * repositories. With `--shown` what is alike in form only is left out, as in reports; else all that the engine finds counts.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findBlocks, isDataTable, readSources } from "./blocks.ts";
import { operators, targets } from "./operators.ts";
import { makePair } from "./pairs.ts";
import { Random } from "./random.ts";
import { countFalseLinks, scorePairs } from "./score.ts";
import type { PairScore } from "./score.ts";
import { languages, type Language } from "./languages.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    blocks: { type: "string", default: "12" },
    rounds: { type: "string", default: "" },
    seed: { type: "string", default: "1" },
    unrelated: { type: "string", default: "400" },
    misses: { type: "string", default: "0" },
    only: { type: "string", default: "" },
    shown: { type: "boolean", default: false },
  },
});
const root = positionals[0] ?? join("bench", "clone-recall", "corpus");
const random = new Random(Number(values.seed));
const files = readSources(root);
const found = files.flatMap(findBlocks);
const blocks = random.shuffle(found.filter((block) => !isDataTable(block)));
const names = Object.keys(languages) as Language[];
const perLanguage = new Map(
  names.map((name) => [name, blocks.filter(({ file }) => file.language === name)] as const),
);

const scores = new Map<string, PairScore[]>();
let pairsCount = 0;
/** Our own corpus is small: each block is mutated several times with each operator. */
const rounds = values.rounds !== "" ? Number(values.rounds) : positionals.length > 0 ? 1 : 3;
for (const operator of operators) {
  if (!operator.name.includes(values.only)) continue;
  const reached: PairScore[] = [];
  for (let round = 0; round < rounds; round++) {
    const pairs = names.flatMap((name) =>
      perLanguage
        .get(name)!
        .slice(0, Number(values.blocks))
        .map((block) => makePair(block, operator, files, random, pairsCount++)),
    );
    reached.push(...scorePairs(pairs, values.shown));
  }
  scores.set(operator.name, reached);
}

const share = (list: readonly PairScore[]): string =>
  list.length === 0 ? "–" : (list.filter((score) => score.isFound).length / list.length).toFixed(3);
console.log(["operator".padEnd(36), ...names.map((name) => name.padEnd(11)), "all"].join(""));
for (const [name, list] of scores) {
  const cells = names.map((language) =>
    share(list.filter((score) => score.pair.language === language)).padEnd(11),
  );
  console.log([name.padEnd(36), ...cells, share(list)].join(""));
}
console.log(
  `${pairsCount} pairs; ${found.length - blocks.length} of ${found.length} blocks are tables of data and take no part`,
);
let failures = 0;
for (const [group, target] of Object.entries(targets)) {
  const list = operators
    .filter((operator) => operator.group === group)
    .flatMap((operator) => scores.get(operator.name) ?? []);
  const beyond = list.flatMap(({ overreach }) => overreach ?? []);
  const mean = beyond.reduce((sum, value) => sum + value, 0) / beyond.length;
  const isReached = list.length === 0 || Number(share(list)) >= target;
  if (!isReached) failures++;
  console.log(
    `${group.padEnd(20)} recall ${share(list)} (target ${target}${isReached ? "" : ": MISSED"}), n ${list.length}, lines beyond the copy ${(mean * 100).toFixed(1)} %`,
  );
}
const missed = [...scores].flatMap(([name, list]) =>
  list.filter((score) => !score.isFound).map(({ pair }) => ({ name, pair })),
);
for (const { name, pair } of random.shuffle(missed).slice(0, Number(values.misses))) {
  const cut = (text: string, lines: readonly number[]): string =>
    text
      .split("\n")
      .slice(lines[0]! - 1, lines.at(-1))
      .join("\n");
  console.log(
    `\n=== missed: ${name} (${pair.language})\n${cut(pair.originText, pair.originLines)}`,
  );
  console.log(`--- copy\n${cut(pair.hostText, pair.copyLines)}`);
}

const unrelated = countFalseLinks(
  names.flatMap((name) => perLanguage.get(name)!.slice(0, Number(values.unrelated))),
  values.shown,
);
console.log(
  `false links: ${unrelated.links.length} in ${unrelated.pairs} pairs of unrelated blocks (at most 1 in 100,000)`,
);
for (const pair of unrelated.links.slice(0, Number(values.misses))) {
  for (const { file, start, end } of pair) {
    console.log(`\n=== falsely linked: ${file.path}\n${file.lines.slice(start, end).join("\n")}`);
  }
}
if (unrelated.links.length * 100_000 > unrelated.pairs && unrelated.links.length > 1) failures++;
process.exitCode = failures === 0 ? 0 : 1;
