import { stringify } from "yaml";
import { alertRules } from "#insight/reliability/alert-rules.ts";
import { promDuration } from "#insight/reliability/durations.ts";
import type { VerbContext } from "#ports/context.ts";
import {
  readObjectiveFiles,
  type ObjectiveFinding,
} from "./gathering/objectives/read-objective-files.ts";

export interface WriteAlertRulesInput {
  readonly paths: readonly string[];
  readonly workingFolder: string;
  /** Absolute; null: the text is only given back. Nothing is written where there are no rules. */
  readonly out: string | null;
}

export interface WrittenRules {
  /** A rule file of Prometheus. */
  readonly text: string;
  readonly groupsCount: number;
  readonly objectivesCount: number;
  /** What was left out, and why: objectives without rules, windows that cannot fire or mean nothing. */
  readonly leftOut: readonly {
    readonly slo: string;
    readonly what: string;
    readonly reason: string;
  }[];
  readonly findings: readonly ObjectiveFinding[];
}

/** Recording and alerting rules of every objective that Prometheus can measure. Throws `no-folder`, `write-failed`. */
export async function writeAlertRules(
  context: Pick<VerbContext, "signal" | "outputs">,
  { paths, workingFolder, out }: WriteAlertRulesInput,
): Promise<WrittenRules> {
  const { resolved, findings } = await readObjectiveFiles(paths, workingFolder);
  context.signal.throwIfAborted();
  const keys = new Set<string>();
  const written = resolved.objectives.map((objective) => {
    const isRepeated = keys.has(objective.key);
    keys.add(objective.key);
    return isRepeated
      ? {
          objective,
          group: null,
          reason: "another document declares the same name",
          dropped: [],
          silent: [],
        }
      : alertRules(objective);
  });
  const groups = written.flatMap((one) => one.group ?? []);
  const leftOut = written.flatMap(({ objective, reason, dropped, silent }) => [
    ...(reason === null ? [] : [{ slo: objective.key, what: "its rules", reason }]),
    ...dropped.map((one) => ({
      slo: objective.key,
      what: `the ${one.severity} of ${promDuration(one.longSeconds)} and ${promDuration(one.shortSeconds)}`,
      reason: one.reason,
    })),
    ...silent.map((name) => ({
      slo: objective.key,
      what: `the alert ${name}`,
      reason: "its policy says alertWhenBreaching: false",
    })),
  ]);
  const text = yamlOf({ groups });
  if (out !== null && groups.length > 0) await context.outputs.write(out, text);
  const objectivesCount = written.length;
  return { text, groupsCount: groups.length, objectivesCount, leftOut, findings };
}

const notPlain = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu;

/** YAML that a terminal shows as it stands: texts of a document may hold what clears the screen or turns the direction. */
function yamlOf(value: unknown): string {
  const how = { lineWidth: 0, aliasDuplicateObjects: false } as const;
  const text = stringify(value, how);
  if (text.search(notPlain) < 0) return text;
  // Such characters can be written as escapes between double quotes only.
  const quoted = {
    ...how,
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "QUOTE_DOUBLE",
  } as const;
  return stringify(value, quoted).replace(
    notPlain,
    (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`,
  );
}
