import type { EvidenceItem } from "#contract/primitives.ts";
import type { ReportReliability } from "#sections/reliability/schema.ts";
import { assessObjective } from "#insight/reliability/assess-objective.ts";
import { worstFirst } from "#insight/reliability/roll-up.ts";
import type { VerbContext } from "#ports/context.ts";
import type { SliProblem } from "#sources/sli/sli-problem.ts";
import { collectSli } from "./gathering/objectives/collect-sli.ts";
import {
  readObjectiveFiles,
  type ObjectiveFinding,
} from "./gathering/objectives/read-objective-files.ts";
import { EvidenceList } from "#sections/evidence-list.ts";
import { mapReliability } from "#sections/reliability/present.ts";

export interface ReportObjectiveStatusInput {
  readonly paths: readonly string[];
  readonly workingFolder: string;
  readonly prometheus: string | null;
  readonly files: readonly string[];
  /** Where relative paths of `files` start. */
  readonly dataFolder: string;
  /** Keeps what Prometheus answered; null: nothing is kept. */
  readonly cacheFolder: string | null;
  /** Seconds since the epoch; null: now. */
  readonly at: number | null;
}

export interface ObjectiveStatusReport {
  readonly at: number;
  /** Worst first. */
  readonly objectives: readonly (ReportReliability & { readonly unknown: string | null })[];
  readonly evidence: readonly EvidenceItem[];
  readonly problems: readonly SliProblem[];
  readonly findings: readonly ObjectiveFinding[];
}

/** Budget, burn rates and state of every objective in the documents. Throws `no-folder`. */
export async function reportObjectiveStatus(
  context: Pick<VerbContext, "signal" | "progress" | "clock" | "openEvidence">,
  input: ReportObjectiveStatusInput,
): Promise<ObjectiveStatusReport> {
  const { resolved, findings } = await readObjectiveFiles(input.paths, input.workingFolder);
  const at = input.at ?? Math.floor(context.clock.now() / 1000);
  const { answers, problems } = await collectSli(
    context,
    resolved.objectives,
    {
      prometheus: input.prometheus,
      files: input.files,
      folder: input.dataFolder,
      cache: input.cacheFolder === null ? null : context.openEvidence(input.cacheFolder),
    },
    at,
  );
  const evidence = new EvidenceList();
  const statuses = resolved.objectives
    .flatMap((objective) => {
      const answer = answers.get(objective.id);
      return answer === undefined ? [] : [assessObjective(objective, answer, at)];
    })
    .sort(worstFirst);
  const objectives = statuses.map((status) => ({
    ...mapReliability(status, null, evidence),
    unknown:
      status.unknown === null ? null : `${status.unknown.reason}; needs ${status.unknown.needs}`,
  }));
  return { at, objectives, evidence: evidence.list(), problems, findings };
}
