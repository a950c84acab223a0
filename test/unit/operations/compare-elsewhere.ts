import { readFileSync, writeFileSync } from "node:fs";
import { compareFiles } from "#operations/duplication/compare-files.ts";
import { readCode } from "#operations/duplication/read-code.ts";
import type { ReadFilesTask } from "#operations/duplication/read-clone-files.ts";
import type { ReadLimits } from "#operations/reading/read-limits.ts";
import { cloneFiles } from "#store/files/clones/clone-files.ts";

/** What is asked of this program: processes start from what was compiled, which tests are not. */
export interface Asked {
  readonly sources: readonly ReadFilesTask[];
  /** Null: compared, not only read. */
  readonly limits: Partial<ReadLimits> | null;
  readonly thread: string;
}

const [askedFile = "", answerFile = ""] = process.argv.slice(2);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the test wrote it
const { sources, limits, thread } = JSON.parse(readFileSync(askedFile, "utf8")) as Asked;
const silent = (): void => {};
const context = {
  clones: cloneFiles,
  threads: { readCode: new URL(thread, import.meta.url) },
  clock: { now: () => 0 },
  signal: new AbortController().signal,
  log: { info: silent, warn: silent, debug: silent },
  progress: { start: silent, advance: silent, finish: silent },
};
const bounds = { bytes: 1e9, nameBytes: 1e8 };
if (limits === null) {
  const { classes, files, unreadable, linesCount } = await compareFiles(context, sources, 2, {
    bounds,
  });
  writeFileSync(answerFile, JSON.stringify({ classes, files, unreadable, linesCount }));
} else {
  const read = await readCode(context, sources, { jobs: 2, bounds, limits });
  const answer = read.map(({ paths, linesCount, unreadable, shards }) => {
    const tokens = shards.reduce((sum, shard) => sum + shard.tokens.length, 0);
    return { paths, linesCount, unreadable, tokens };
  });
  writeFileSync(answerFile, JSON.stringify(answer));
}
