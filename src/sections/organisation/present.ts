import type { z } from "zod";
import { ownersKnownOf } from "#model/keepers.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { Organisation } from "#model/organisation.ts";
import { toldCommitsOfAll } from "#evidence/single-persons.ts";
import { isoTime } from "../evidence-list.ts";
import type { organisation as organisationSchema } from "./schema.ts";
import { highest, lowest } from "#kernel/extremes.ts";

export function mapOrganisation(
  organisation: Organisation,
  repositories: readonly RepositoryEvidence[],
  asked: number,
): z.infer<typeof organisationSchema> {
  const lasts = repositories.map((one) => one.head?.at ?? 0).filter((at) => at > 0);
  const archived = organisation.components.filter(
    ({ lifecycle }) => lifecycle === "archived",
  ).length;
  return {
    name: organisation.name,
    repositoryCount: repositories.length,
    componentCount: organisation.components.length - archived,
    archivedComponentCount: archived,
    teamCount: organisation.teams.filter(({ kind }) => kind === "team").length,
    ownersKnown: ownersKnownOf(organisation.components),
    commitCount: toldCommitsOfAll(repositories),
    mainlineCommitCount: sum(repositories.map((one) => one.mainlineCommitsCount)),
    from: firstDay(repositories),
    to: lasts.length === 0 ? null : isoTime(highest(lasts)),
    askedForAt: isoTime(asked - 1),
    olderClonesCount: organisation.olderClones?.size ?? 0,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** When the oldest history that was read begins; null where none was. */
export function firstDay(repositories: readonly RepositoryEvidence[]): string | null {
  const firsts = repositories.map((one) => one.first?.at ?? 0).filter((at) => at > 0);
  return firsts.length === 0 ? null : isoTime(lowest(firsts));
}
