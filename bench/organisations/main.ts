import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { run, succeed } from "../measure.ts";
import { changeLines } from "./compare.ts";
import { readSets } from "./inputs.ts";
import { measureOrganisation, type Settings } from "./measure-organisation.ts";
import { measurementLines, pooledLines } from "./print.ts";
import type { Measurement } from "./result.ts";

const usage = `usage: npm run bench -- organisations --mirrors FOLDER --sets FOLDER [options]

Classes, uses, owners and cost against what others wrote down of whole organisations, nothing configured.
FOLDER of mirrors holds OWNER+NAME/repo; FOLDER of sets holds sets.json, labels/ and edges/.

  --only ORG,ORG    these organisations alone
  --list            name each mistake
  --draw N          draw N further uses of each organisation, with their evidence, to be judged by reading
  --seed S          of the draw (default 1)
  --json FILE       all of it, for programs
  --against FILE    what an earlier --json FILE answered otherwise
  --work FOLDER     keep clones, caches and reports there (default: a temporary folder, removed)
  --reuse           take the reports that an earlier run left in --work: to draw or compare anew
  --jobs N          worker threads (default 2)
  --no-floor        leave out what git alone needs
  --flags FLAGS     further arguments of assess (default --no-duplication, which no figure but the cost rests on)`;

const number = /^\d{1,9}$/;

async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      mirrors: { type: "string" },
      sets: { type: "string" },
      only: { type: "string" },
      list: { type: "boolean", default: false },
      draw: { type: "string" },
      seed: { type: "string", default: "1" },
      json: { type: "string" },
      against: { type: "string" },
      work: { type: "string" },
      jobs: { type: "string", default: "2" },
      reuse: { type: "boolean", default: false },
      floor: { type: "boolean", default: true },
      main: { type: "string" },
      flags: { type: "string", default: "--no-duplication" },
    },
  });
  const { mirrors, sets } = values;
  const numbers = [values.draw ?? "0", values.seed, values.jobs];
  const isKept = values.work !== undefined;
  if (
    mirrors === undefined ||
    sets === undefined ||
    !numbers.every((one) => number.test(one)) ||
    (values.reuse && !isKept)
  ) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const known = await readSets(sets);
  const chosen = values.only?.split(",") ?? [...known.keys()];
  const strange = chosen.filter((one) => !known.has(one));
  if (strange.length > 0)
    throw new Error(
      `not in sets.json: ${strange.join(", ")}; there are ${[...known.keys()].join(", ")}`,
    );
  const work = resolve(values.work ?? (await mkdtemp(join(tmpdir(), "fulcrum-organisations-"))));
  await mkdir(work, { recursive: true });
  const settings: Settings = {
    mirrors: resolve(mirrors),
    sets: resolve(sets),
    work,
    main: values.main ?? (await builtMain()),
    jobs: values.jobs,
    flags: values.flags.split(" ").filter((flag) => flag !== ""),
    withFloor: values.floor,
    reuse: values.reuse,
    draw:
      values.draw === undefined ? null : { count: Number(values.draw), seed: Number(values.seed) },
  };
  const earlier = values.against === undefined ? [] : await readEarlier(values.against);
  const measured: Measurement[] = [];
  try {
    for (const organisation of chosen) {
      const one = await measureOrganisation(organisation, known.get(organisation) ?? [], settings);
      measured.push(one);
      const before = earlier.find((other) => other.organisation === organisation);
      const changes = before === undefined ? [] : changeLines(before, one);
      console.log([...measurementLines(one, values.list), ...changes, ""].join("\n"));
      if (values.json !== undefined)
        await writeFile(values.json, JSON.stringify(measured, null, 1));
    }
    console.log(pooledLines(measured).join("\n"));
  } finally {
    if (!isKept) await rm(work, { recursive: true, force: true });
  }
}

async function readEarlier(file: string): Promise<Measurement[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this bench wrote it
  return JSON.parse(await readFile(file, "utf8")) as Measurement[];
}

/** What users run, gathered anew: an old bundle would be measured without a word. */
async function builtMain(): Promise<string> {
  succeed(await run("node", ["scripts/bundle.mjs"]), "the bundle");
  return "dist/bundle/main.js";
}

await main();
