import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Configuration } from "#contract/configuration.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { assessObjective } from "#insight/reliability/assess-objective.ts";
import { componentOf } from "#insight/reliability/component-of.ts";
import type { ObjectiveFile } from "#insight/reliability/objective-registry.ts";
import { resolveObjectives } from "#insight/reliability/resolve-objectives.ts";
import type { PlacedStatus } from "#insight/reliability/result.ts";
import { worstFirst } from "#insight/reliability/roll-up.ts";
import type { OperationContext } from "#ports/context.ts";
import type { Organisation } from "#model/organisation.ts";
import type { EvidenceStore } from "#ports/evidence-store.ts";
import { collectSli } from "./collect-sli.ts";
import type { Problem } from "#evidence/problem.ts";

export interface ReliabilityFindings {
  /** Worst first. */
  readonly statuses: readonly PlacedStatus[];
  readonly problems: readonly Problem[];
}

export interface ReliabilityMaterial {
  readonly organisation: Organisation;
  readonly evidence: readonly RepositoryEvidence[];
  readonly configuration: Configuration["reliability"];
  readonly configurationFolder: string;
  readonly cache: EvidenceStore | null;
}

/** The objectives that repositories declare, and how they stand as of the assessment (now, where that lies ahead). */
export async function concludeReliability(
  context: Pick<OperationContext, "signal" | "progress" | "clock">,
  material: ReliabilityMaterial,
): Promise<ReliabilityFindings> {
  const { organisation, configuration } = material;
  const files = material.evidence.flatMap(objectiveFiles);
  if (files.length === 0 && configuration.files.length === 0) return { statuses: [], problems: [] };
  const { objectives, problems } = resolveObjectives(files);
  const at = Math.min(organisation.asOf, Math.floor(context.clock.now() / 1000));
  const { answers, problems: dataProblems } = await collectSli(
    context,
    objectives,
    { ...configuration, folder: material.configurationFolder, cache: material.cache },
    at,
  );
  const statuses = objectives.flatMap((objective) => {
    const answer = answers.get(objective.id);
    if (answer === undefined) return [];
    const component = componentOf(objective, objectives, organisation);
    return [{ status: assessObjective(objective, answer, at), componentId: component?.id ?? null }];
  });
  return {
    statuses: statuses.sort((one, other) => worstFirst(one.status, other.status)),
    problems: [
      ...problems.map(({ file, line, text }) => ({
        source: "objectives",
        code: "invalid",
        where: `${file.repositoryId ?? ""}: ${file.path}:${String(line)}`,
        text,
        needs: "Mend the document; `fulcrum slo validate` checks it.",
      })),
      ...dataProblems.map(({ where, line, ...one }) => ({
        ...one,
        source: "reliability",
        where: line === null ? where : `${where}:${String(line)}`,
      })),
    ],
  };
}

function objectiveFiles({ id, head, headFiles }: RepositoryEvidence): readonly ObjectiveFile[] {
  return headFiles.flatMap(({ path, objectives }) =>
    objectives === undefined
      ? []
      : [
          {
            repositoryId: id,
            commit: head?.commit ?? null,
            at: head?.at ?? null,
            path,
            objectives,
          },
        ],
  );
}

/** Part of what a report depends on: changes when a file of data does, and always where a server has to be asked. */
export async function reliabilityState(
  { prometheus, files }: Configuration["reliability"],
  folder: string,
  now: number,
): Promise<string> {
  const states = await Promise.all(
    files.map(async (path) => {
      const found = await stat(resolve(folder, path)).catch(() => null);
      return found === null
        ? `${path} absent`
        : `${path} ${String(found.size)} ${String(found.mtimeMs)}`;
    }),
  );
  return [...states, prometheus === null ? "" : `asked at ${String(now)}`].join("\n");
}
