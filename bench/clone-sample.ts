import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { rankBetweenOwners, type CopySite } from "#insight/duplication/between-owners.ts";
import { compareFiles } from "#operations/duplication/compare-files.ts";
import { wilsonInterval } from "#kernel/stats-summary.ts";
import type { ReadFilesTask } from "#operations/duplication/read-clone-files.ts";
import { Random } from "./clone-recall/random.ts";
import { comparing } from "./comparing.ts";

/**
 * `npm run bench -- clone-sample FOLDER [--count 100] [--seed 1]`: classes between the first-level folders (repositories),
 * drawn at random with both sides, to be judged by reading. With `--verdicts FILE` (`NUMBER VERDICT` a line, where
 * `act` and `true` count as right) it prints precision with its Wilson interval instead.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    lines: { type: "string", default: "60" },
    verdicts: { type: "string" },
  },
});

if (values.verdicts !== undefined) printPrecision(readFileSync(values.verdicts, "utf8"));
else if (positionals[0] !== undefined) await printSample(positionals[0]);
else throw new Error("usage: clone-sample FOLDER [--count N] [--seed N] | --verdicts FILE");

async function printSample(root: string): Promise<void> {
  const names = readdirSync(root).sort();
  const sources = names.map((name): ReadFilesTask => {
    return { name, from: { folder: join(root, name) } };
  });
  const nothing = (): undefined => undefined;
  const context = {
    ...comparing,
    clock: { now: () => 0 },
    signal: new AbortController().signal,
    progress: { start: nothing, advance: nothing, finish: nothing },
    log: { info: nothing, warn: nothing, debug: nothing },
  };
  const { classes, files } = await compareFiles(context, sources, availableParallelism());
  const told = rankBetweenOwners(
    classes.map((one) => ({
      ...one,
      copies: one.copies.map((copy): CopySite => {
        const { source, path } = files[copy.file]!;
        const repositoryId = names[source]!;
        const { start, end, fileShare } = copy;
        return {
          repositoryId,
          componentId: null,
          path,
          commit: null,
          start,
          end,
          fileShare,
          owners: [repositoryId],
          changeDays: [],
        };
      }),
    })),
  );
  const drawn = new Random(Number(values.seed)).shuffle(told).slice(0, Number(values.count));
  console.log(`${String(drawn.length)} of ${String(told.length)} classes, seed ${values.seed}`);
  drawn.forEach((one, index) => {
    const [first] = one.copies;
    const other = one.copies.find((copy) => copy.repositoryId !== first?.repositoryId);
    console.log(
      `\n=== ${String(index + 1)}: ${one.kind}, Type-${String(one.type)}, ${String(one.medianLines)} lines, ${String(one.copies.length)} copies, ${one.similarity.toFixed(2)} alike`,
    );
    for (const copy of [first, other]) {
      if (copy !== undefined) printCopy(root, copy);
    }
  });
}

function printCopy(root: string, { repositoryId, path, start, end }: CopySite): void {
  console.log(`--- ${repositoryId}:${path}:${String(start)}-${String(end)}`);
  const lines = readFileSync(join(root, repositoryId, path), "latin1").split("\n");
  const shown = lines.slice(start - 1, Math.min(end, start - 1 + Number(values.lines)));
  console.log(shown.map((line) => line.slice(0, 160)).join("\n"));
}

function printPrecision(text: string): void {
  const verdicts = text.split("\n").flatMap((line) => {
    const verdict = /^\d+\s+(\S+)/.exec(line)?.[1];
    return verdict === undefined ? [] : [verdict];
  });
  const counts = new Map<string, number>();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  for (const [verdict, count] of counts) console.log(`${verdict.padEnd(16)}${String(count)}`);
  for (const right of [["act"], ["act", "true"]]) {
    const good = verdicts.filter((verdict) => right.includes(verdict)).length;
    const { low, high } = wilsonInterval(good, verdicts.length);
    console.log(
      `${right.join(" or ")}: ${String(good)} of ${String(verdicts.length)} (95 %: ${percent(low)} to ${percent(high)})`,
    );
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
