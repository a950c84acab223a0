import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { FileReader } from "#insight/duplication/read-files.ts";
import { compareFiles } from "#operations/duplication/compare-files.ts";
import { searchIndex } from "#operations/duplication/index-search.ts";
import { locationIn } from "#operations/duplication/shadow-location.ts";
import { ownPlace, SimilarityAnswer } from "#operations/duplication/similarity-answer.ts";
import { inspectRepositories } from "#operations/reading/inspect-repositories.ts";
import { createShadow } from "#sources/git/shadow.ts";
import { CloneIndex } from "#store/files/clones/index-reader.ts";
import { median, run, succeed } from "./measure.ts";
import { comparing } from "./comparing.ts";

/**
 * `node build/bench/similar.js FOLDER [--cache CACHE] [--files 60] [--fresh 15]`: `similar` on files of about 500 lines against
 * the index of the repositories below FOLDER, in a warm process and as fresh commands, beside what cannot be saved (starting
 * Node, tokenising the one file) and what the index saves (reading and comparing everything). Without --cache it is made first.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cache: { type: "string" },
    files: { type: "string", default: "60" },
    fresh: { type: "string", default: "15" },
    main: { type: "string", default: "dist/bundle/main.js" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("usage: similar FOLDER [--cache CACHE] [--files N]");
const scratch = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
const cache = values.cache ?? join(scratch, "cache");
if (values.cache === undefined) {
  const assess = ["assess", folder, "--cache", cache, "--no-out", "--quiet"];
  succeed(await run("node", [values.main, ...assess]), "assess");
}

const signal = new AbortController().signal;
const { repositories } = await inspectRepositories([folder], signal);
const index = CloneIndex.open(cache);
if (index === null) throw new Error(`${cache} holds no index`);

interface Subject {
  readonly repository: number;
  readonly path: string;
  readonly number: number;
  readonly bytes: Buffer;
}

/** Every so many of the files with 450 to 550 lines. */
function chooseFiles(from: CloneIndex, most: number): Subject[] {
  const found: Subject[] = [];
  const step = Math.max(1, Math.floor(from.filesCount / 4000));
  for (let number = 0; number < from.filesCount && found.length < most * 4; number += step) {
    const row = from.row(number);
    const indexed = from.about.repositories[row.repository];
    const known = repositories.find(({ id }) => id === indexed?.id);
    if (row.record.tokens < 2000 || row.record.tokens > 8000 || known === undefined) continue;
    const path = from.pathOf(row);
    const bytes = execFileSync("git", ["show", `${indexed?.commit ?? ""}:${path}`], {
      cwd: known.folder,
      maxBuffer: 1 << 26,
    });
    const lines = bytes.toString("latin1").split("\n").length;
    if (lines >= 450 && lines <= 550)
      found.push({ repository: row.repository, path, number, bytes });
  }
  const every = Math.max(1, Math.floor(found.length / most));
  return found.filter((_, at) => at % every === 0).slice(0, most);
}

const reader = new FileReader();
function timeWarm(from: CloneIndex, { repository, path, number, bytes }: Subject) {
  const start = performance.now();
  const read = reader.read(path, bytes);
  const tokenised = performance.now();
  const copies = searchIndex(from, read, { before: number, excluded: new Set([number]) });
  const answer = new SimilarityAnswer(from, false);
  answer.add(path, ownPlace(from, repository, path), copies, null);
  const { regionsCount } = answer.take();
  return { whole: performance.now() - start, tokens: tokenised - start, regionsCount };
}

const subjects = chooseFiles(index, Number(values.files));
if (subjects.length === 0) throw new Error("no files of about 500 lines");
for (const subject of subjects) timeWarm(index, subject);
const warm = subjects.map((subject) => timeWarm(index, subject));
const sorted = warm.map(({ whole }) => whole).toSorted((a, b) => a - b);
const tokens = median(warm.map((one) => one.tokens));
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const { linesCount, fingerprintsCount } = index.about;
console.log(
  `${String(linesCount)} lines, ${String(fingerprintsCount)} fingerprints, ${String(index.filesCount)} files; ${String(subjects.length)} files of about 500 lines, ${String(warm.filter((one) => one.regionsCount > 0).length)} with copies`,
);
console.log(
  `warm process: median ${ms(median(sorted))} (target ≤ 50 ms), 90th percentile ${ms(sorted[Math.floor(sorted.length * 0.9)] ?? 0)}, most ${ms(sorted.at(-1) ?? 0)}; ${(median(sorted) / tokens).toFixed(1)} × tokenising the one file`,
);

const names = subjects.slice(0, Number(values.fresh)).map(({ path, bytes }, at) => {
  const place = join(scratch, String(at), basename(path));
  mkdirSync(join(scratch, String(at)));
  writeFileSync(place, bytes);
  return place;
});
const fresh: number[] = [];
const bare: number[] = [];
for (const name of names) {
  const command = [values.main, "similar", name, "--cache", cache, "--quiet"];
  fresh.push(succeed(await run("node", command), "similar").seconds * 1000);
  const nothing = `require("node:fs").readFileSync(process.argv[1])`;
  bare.push(succeed(await run("node", ["-e", nothing, name]), "node").seconds * 1000);
}
const extra = fresh.map((value, at) => value / (bare[at] ?? 1));
console.log(
  `fresh command: median ${ms(median(fresh))} (target ≤ 400 ms), of which starting Node and reading the file ${ms(median(bare))}; ratio ${median(extra).toFixed(1)}`,
);

const shadows = {
  sha1: await createShadow(scratch, "sha1"),
  sha256: await createShadow(scratch, "sha256"),
};
const silent = { start: () => undefined, advance: () => undefined, finish: () => undefined };
const log = { info: () => undefined, warn: () => undefined, debug: () => undefined };
const begun = performance.now();
await compareFiles(
  { ...comparing, clock: { now: () => Date.now() }, signal, progress: silent, log },
  repositories.map((one) => {
    const from = { commit: one.refs.head ?? "", location: locationIn(one, shadows), shelf: null };
    return { name: one.name, from };
  }),
  availableParallelism(),
);
const whole = performance.now() - begun;
console.log(
  `reading, tokenising and comparing everything: ${(whole / 1000).toFixed(1)} s, ${(whole / median(sorted)).toFixed(0)} × a warm search`,
);
index.close();
rmSync(scratch, { recursive: true, force: true });
