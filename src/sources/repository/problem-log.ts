import type { ParseProblem } from "#evidence/facts.ts";
import type { ReadProblem } from "#evidence/repository-evidence.ts";
import type { MissingReason } from "../git/blobs.ts";

const mostOfOneFile = 20;

/** Problems as they stand at HEAD, and what could not be read at all. */
export class ProblemLog {
  /** By path, then by source. */
  private readonly current = new Map<string, Map<string, readonly ParseProblem[]>>();
  private readonly missing = new Map<string, string>();
  private readonly lasting: ReadProblem[] = [];

  /** What `source` says of the newest version of `path`: replaces what it said of the version before. */
  set(source: string, path: string, problems: readonly ParseProblem[]): void {
    const ofPath = this.current.get(path);
    if (problems.length === 0) ofPath?.delete(source);
    else if (ofPath === undefined) this.current.set(path, new Map([[source, problems]]));
    else ofPath.set(source, problems);
  }

  clear(path: string): void {
    this.current.delete(path);
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
    for (const [path, ofPath] of this.current) {
      for (const [source, found] of ofPath) {
        for (const problem of found.slice(0, mostOfOneFile))
          problems.push({ source, path, commit: null, problem });
      }
    }
    return problems;
  }
}
