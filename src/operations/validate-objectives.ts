import type { OperationContext } from "#ports/context.ts";
import {
  readObjectiveFiles,
  type ObjectiveFinding,
} from "./gathering/objectives/read-objective-files.ts";

export interface ValidateObjectivesInput {
  readonly paths: readonly string[];
  readonly workingFolder: string;
}

export interface ValidatedObjectives {
  readonly filesCount: number;
  /** Objects by kind, in the order of the formats. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly objectives: readonly {
    readonly id: string;
    readonly key: string;
    readonly target: number;
    readonly path: string;
    readonly line: number;
  }[];
  readonly findings: readonly ObjectiveFinding[];
}

/** Reads documents of objectives and says what is wrong with them. Throws `no-folder`. */
export async function validateObjectives(
  context: Pick<OperationContext, "signal">,
  { paths, workingFolder }: ValidateObjectivesInput,
): Promise<ValidatedObjectives> {
  const { files, resolved, findings } = await readObjectiveFiles(paths, workingFolder);
  context.signal.throwIfAborted();
  const counts = new Map<string, number>();
  for (const { kind } of files.flatMap((one) => one.objectives))
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return {
    filesCount: files.length,
    kinds: [...counts].map(([kind, count]) => ({ kind, count })),
    objectives: resolved.objectives.map(({ id, key, target, declared }) => ({
      id,
      key,
      target,
      path: declared.path,
      line: declared.line,
    })),
    findings,
  };
}
