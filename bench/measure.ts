import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Measured {
  readonly seconds: number;
  /** Processor time of the process and all that it waited for, user and system; 0 where the system does not tell. */
  readonly processorSeconds: number;
  /** Peak resident set of the process itself, MB; 0 where the system does not tell. */
  readonly peakProcessMb: number;
  /** Peak of the whole process tree, MB: proportional set size, so that shared pages (pack files) count once. */
  readonly peakTreeMb: number;
  readonly exitCode: number;
  readonly output: string;
}

/**
 * Runs a command to its end; `watch` samples memory from /proc (Linux), every 50 ms or as often as it says. That costs
 * time: seldom, or not at all, while timing.
 */
export function run(
  command: string,
  args: readonly string[],
  watch: boolean | { readonly everyMs: number } = false,
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const used = childrenSeconds();
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    let peakTreeMb = 0;
    let peakProcessMb = 0;
    const sample = (): void => {
      const pid = child.pid ?? 0;
      peakTreeMb = Math.max(
        peakTreeMb,
        treeOf(pid).reduce((sum, one) => sum + proportionalMb(one), 0),
      );
      peakProcessMb = Math.max(peakProcessMb, peakResidentMb(pid));
    };
    const everyMs = watch === true ? 50 : watch === false ? null : watch.everyMs;
    const timer = everyMs === null ? undefined : setInterval(sample, everyMs);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(timer);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      const processorSeconds = childrenSeconds() - used;
      resolve({
        seconds,
        processorSeconds,
        peakProcessMb,
        peakTreeMb,
        exitCode: code ?? -1,
        output,
      });
    });
  });
}

/** Of all children that have ended, as `man 5 proc` gives it: in hundredths of a second. */
export function childrenSeconds(): number {
  const fields = readOrEmpty("/proc/self/stat").split(") ").pop()?.split(" ") ?? [];
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100;
}

function treeOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const parent = /\) \S (\d+)/.exec(readOrEmpty(`/proc/${name}/stat`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const tree = [root];
  for (let at = 0; at < tree.length; at++) {
    for (const [pid, parent] of parents) if (parent === tree[at]) tree.push(pid);
  }
  return tree;
}

function proportionalMb(pid: number): number {
  return (
    Number(/^Pss:\s+(\d+)/m.exec(readOrEmpty(`/proc/${String(pid)}/smaps_rollup`))?.[1] ?? 0) / 1024
  );
}

function peakResidentMb(pid: number): number {
  return (
    Number(/^VmHWM:\s+(\d+)/m.exec(readOrEmpty(`/proc/${String(pid)}/status`))?.[1] ?? 0) / 1024
  );
}

/** A process may end between listing and reading: then it holds no memory. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Fails loudly: a benchmark of something that did not work says nothing. */
export function succeed(measured: Measured, what: string): Measured {
  if (measured.exitCode !== 0)
    throw new Error(`${what} ended with ${String(measured.exitCode)}:\n${measured.output}`);
  return measured;
}

/** How `values` grow with `sizes`: least squares of their logarithms. */
export function exponentOf(sizes: readonly number[], values: readonly number[]): number {
  const mean = (list: readonly number[]): number =>
    list.reduce((sum, value) => sum + value, 0) / list.length;
  const xs = sizes.map(Math.log);
  const ys = values.map(Math.log);
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, x, index) => sum + (x - mx) * ((ys[index] ?? 0) - my), 0);
  return covariance / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

/** Arguments for `node`: an assessment of `folder` that writes into `scratch`; `flags` as given, divided by blanks. */
export function assessArguments(
  { main, flags }: { readonly main: string; readonly flags: string },
  folder: string,
  scratch: string,
  cache: readonly string[] = ["--no-cache"],
): string[] {
  const report = ["--out", join(scratch, "report.html"), "--json", join(scratch, "report.json")];
  const further = flags.split(" ").filter((flag) => flag !== "");
  return [main, "assess", folder, ...cache, "--quiet", ...report, ...further];
}
