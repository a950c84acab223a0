import type { ParseProblem } from "#evidence/facts.ts";
import type { ReadProblem } from "#evidence/repository-evidence.ts";
import type { MissingReason } from "../git/blobs.ts";

/** Problems as they stand at HEAD, and what could not be read at all. */
export class ProblemLog {
  private readonly current = new Map<
    string,
    { source: string; path: string; problems: readonly ParseProblem[] }
  >();
  private readonly missing = new Map<string, string>();
  private readonly lasting: ReadProblem[] = [];

  /** What `source` says of the newest version of `path`: replaces what it said of the version before. */
  set(source: string, path: string, problems: readonly ParseProblem[]): void {
    const key = `${path}\n${source}`;
    if (problems.length === 0) this.current.delete(key);
    else this.current.set(key, { source, path, problems });
  }

  clear(path: string): void {
    for (const [key, entry] of this.current) if (entry.path === path) this.current.delete(key);
  }

  unreadable(path: string, object: string, reason: MissingReason): void {
    this.missing.set(
      object,
      `${path} (object ${object.slice(0, 12)} is ${reason === "missing" ? "missing" : "too large"})`,
    );
  }

  add(problem: ReadProblem): void {
    this.lasting.push(problem);
  }

  unreadableList(): string[] {
    return [...this.missing.values()].sort();
  }

  list(): ReadProblem[] {
    const problems: ReadProblem[] = [...this.lasting];
    for (const { source, path, problems: found } of this.current.values()) {
      for (const problem of found.slice(0, 20))
        problems.push({ source, path, commit: null, problem });
    }
    return problems;
  }
}
