import type { ChangeKinds } from "#evidence/change-quarters.ts";
import { quarterOf } from "#evidence/change-quarters.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { seenUntil } from "#model/data-end.ts";
import { counted, numberOf, percentOf } from "#kernel/phrases.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import { newestCommit } from "#evidence/newest-commit.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOfShare } from "./spread.ts";

const quarters = 4;

interface Counted {
  readonly repository: RepositoryEvidence;
  readonly kinds: readonly ChangeKinds[];
}

/** The last four whole quarters in which each repository was seen. */
function lastYear({ repositories, organisation }: IndicatorSources): Counted[] {
  return repositories.flatMap((repository) => {
    const last = quarterOf(seenUntil(organisation, repository.id)) - 1;
    const kinds = repository.changes.kinds.filter(
      ({ quarter }) => quarter <= last && quarter > last - quarters,
    );
    return kinds.length === 0 ? [] : [{ repository, kinds }];
  });
}

/** Changes that do nothing but take dependencies, written or merged by people, out of all changes. */
export function dependencyUpdates(sources: IndicatorSources): IndicatorReading {
  const year = lastYear(sources);
  const all = total(year, (one) => one.changesCount);
  const updates = total(year, (one) => one.updatesCount);
  const byPeople = total(year, (one) => one.humanUpdatesCount);
  return share(
    year,
    sources,
    (one) => one.humanUpdatesCount,
    (one) => one.changesCount,
    `${numberOf(updates)} of ${numberOf(all)} changes of the last year do nothing but take dependencies, ${numberOf(byPeople)} of them written or merged by people (${percentOf(byPeople / Math.max(1, all))} of all changes)`,
  );
}

/** Of what changes in products: whose own trade are pipelines, images and charts works on nothing else. */
export function pipelineChanges(sources: IndicatorSources): IndicatorReading {
  const repositories = ofProducts(sources);
  if (repositories.length === 0) {
    return notRead(
      "no-products",
      "No component is classed as a product.",
      "Repositories of products, or their class: fulcrum correct class.",
    );
  }
  const year = lastYear({ ...sources, repositories });
  const all = total(year, (one) => one.humanChangesCount);
  const pipelines = total(year, (one) => one.humanPipelinesCount);
  return share(
    year,
    { ...sources, repositories },
    (one) => one.humanPipelinesCount,
    (one) => one.humanChangesCount,
    `${numberOf(pipelines)} of ${numberOf(all)} changes by people to products in the last year touch pipelines, images or charts (${percentOf(pipelines / Math.max(1, all))})`,
  );
}

function ofProducts({ repositories, organisation, productIds }: IndicatorSources) {
  const ids = new Set(
    organisation.components.flatMap((one) => (productIds.has(one.id) ? one.repositoryId : [])),
  );
  return repositories.filter(({ id }) => ids.has(id));
}

function share(
  year: readonly Counted[],
  { repositories }: IndicatorSources,
  partOf: (one: ChangeKinds) => number,
  of: (one: ChangeKinds) => number,
  text: string,
): IndicatorReading {
  const all = total(year, of);
  if (all === 0) {
    return notRead(
      "no-changes",
      "No change was seen in the last four quarters.",
      "Newer clones of the repositories.",
    );
  }
  const loud = year
    .map((one) => ({ one, part: total([one], partOf) }))
    .filter(({ part }) => part > 0)
    .toSorted((a, b) => b.part - a.part);
  return reading({
    value: total(year, partOf) / all,
    n: all,
    coverage: Math.min(1, year.length / Math.max(1, repositories.length)),
    text,
    spread: spreadOfShare(
      year.map((one) => ({
        cluster: one.repository.id,
        part: total([one], partOf),
        of: total([one], of),
      })),
    ),
    evidence: loud
      .slice(0, 12)
      .flatMap(({ one, part }) =>
        newestCommit(
          one.repository,
          `${counted(part, "such change")} of ${one.repository.name} in the last four quarters`,
        ),
      ),
  });
}

function total(year: readonly Counted[], of: (one: ChangeKinds) => number): number {
  return year.reduce((sum, { kinds }) => sum + kinds.reduce((own, one) => own + of(one), 0), 0);
}
