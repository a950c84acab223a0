import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Configuration } from "#contract/configuration.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { ObjectiveFile } from "#insight/reliability/objective-registry.ts";
import { resolveObjectives } from "#insight/reliability/resolve-objectives.ts";
import type { OperationContext } from "#ports/context.ts";
import type { Pushed } from "#ports/inbox.ts";
import type { GatheredObjectives } from "#sections/gathered.ts";
import type { EvidenceStore } from "#ports/evidence-store.ts";
import { collectSli } from "./collect-sli.ts";
import type { Problem } from "#evidence/problem.ts";

export interface ObjectivesFound {
  readonly objectives: GatheredObjectives;
  readonly problems: readonly Problem[];
}

export interface ObjectiveSources {
  /** Seconds since the epoch. */
  readonly asOf: number;
  readonly evidence: readonly RepositoryEvidence[];
  readonly configuration: Configuration["reliability"];
  readonly configurationFolder: string;
  /** Null: nothing is pushed here. */
  readonly pushed: Pushed | null;
  readonly cache: EvidenceStore | null;
}

/** The objectives that repositories declare, and their data up to as-of (now, where that lies ahead). */
export async function gatherObjectives(
  context: Pick<OperationContext, "signal" | "progress" | "clock">,
  { asOf, evidence, configuration, configurationFolder, pushed, cache }: ObjectiveSources,
): Promise<ObjectivesFound> {
  const files = evidence.flatMap(objectiveFiles);
  const at = Math.min(asOf, Math.floor(context.clock.now() / 1000));
  const given = (await pushed?.files("sli")) ?? [];
  if (files.length === 0 && configuration.files.length === 0 && given.length === 0)
    return { objectives: { objectives: [], answers: new Map(), at }, problems: [] };
  const { objectives, problems } = resolveObjectives(files);
  const { answers, problems: dataProblems } = await collectSli(
    context,
    objectives,
    { ...configuration, folder: configurationFolder, pushed: given, cache },
    at,
  );
  return {
    objectives: { objectives, answers, at },
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
