import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface ToolAnswer {
  readonly exitCode: number;
  readonly output: string;
}

/** A program of Debian's package `prometheus`; null where it is not installed. */
export async function versionOf(program: "promtool" | "prometheus"): Promise<string | null> {
  try {
    const { stdout } = await run(program, ["--version"], { timeout: 10_000 });
    return stdout.split("\n")[0] ?? "";
  } catch {
    return null;
  }
}

export async function promtool(folder: string, ...args: readonly string[]): Promise<ToolAnswer> {
  try {
    const { stdout, stderr } = await run("promtool", args, { cwd: folder, timeout: 60_000 });
    return { exitCode: 0, output: stdout + stderr };
  } catch (error) {
    if (!(error instanceof Error && "stdout" in error && "stderr" in error)) throw error;
    return { exitCode: 1, output: `${String(error.stdout)}${String(error.stderr)}` };
  }
}
