import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { assessArguments, median, run, succeed } from "./measure.ts";

/**
 * A cold `assess` of one repository over `git log --first-parent --raw` on it, in turn: `npm run bench -- mainline-floor
 * --folder FOLDER [--runs 3]`, where FOLDER holds that repository alone. Prints the ratios of wall time and (Linux) of
 * processor time, children included.
 */
const { values } = parseArgs({
  options: {
    folder: { type: "string" },
    runs: { type: "string", default: "3" },
    main: { type: "string", default: "dist/bundle/main.js" },
    flags: { type: "string", default: "--no-duplication" },
  },
});
if (values.folder === undefined) throw new Error("usage: mainline-floor --folder FOLDER");
const [name] = readdirSync(values.folder);
if (name === undefined) throw new Error(`no repository in ${values.folder}`);
const scratch = mkdtempSync(join(tmpdir(), "fulcrum-bench-"));
const assess = assessArguments(values, values.folder, scratch);
const log = ["-C", join(values.folder, name), "log", "--first-parent", "--raw", "HEAD"];

/** Seconds of processor time of children that ended: fields 16 and 17 of /proc/self/stat, in hundredths. */
function childSeconds(): number {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

async function cost(command: string, args: readonly string[]): Promise<[number, number]> {
  const before = childSeconds();
  const { seconds } = succeed(await run(command, args), command);
  return [seconds, childSeconds() - before];
}

const walls: number[] = [];
const processors: number[] = [];
for (let turn = 0; turn < Number(values.runs); turn++) {
  const floor = await cost("sh", ["-c", 'exec git "$@" >/dev/null', "git", ...log]);
  const whole = await cost("node", assess);
  walls.push(whole[0] / floor[0]);
  processors.push(whole[1] / floor[1]);
  console.log(
    `  assess ${whole[0].toFixed(2)} s (processor ${whole[1].toFixed(2)} s), git log ${floor[0].toFixed(2)} s (processor ${floor[1].toFixed(2)} s)`,
  );
}
console.log(
  `cold ÷ git log --first-parent --raw, median of ${String(walls.length)}: ${median(walls).toFixed(2)} of wall time, ${median(processors).toFixed(2)} of processor time (target ≤ 1.5)`,
);
rmSync(scratch, { recursive: true, force: true });
