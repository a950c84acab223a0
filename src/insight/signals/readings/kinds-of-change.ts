import type { ChangeKinds } from "#evidence/change-quarters.ts";
import { quarterOf, startOfQuarter } from "#evidence/change-quarters.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { seenUntil } from "#model/data-end.ts";
import { counted, numberOf, percentOf } from "#kernel/phrases.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import { newestCommit } from "#evidence/newest-commit.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOfShare } from "./spread.ts";

const quarters = 4;
/** History of an indicator: years that end so many quarters before the last. */
const mostQuartersBack = 8;
const mostEvidence = 12;

interface Counted {
  readonly repository: RepositoryEvidence;
  readonly kinds: readonly ChangeKinds[];
}

/** What is counted of a year: a share of changes, and how it opens. */
interface Share {
  readonly what: string;
  readonly part: (one: ChangeKinds) => number;
  readonly of: (one: ChangeKinds) => number;
  readonly text: (part: number, of: number, year: readonly Counted[]) => string;
  /** Of a repository that has some; without it where the changes of the repository were counted. */
  readonly evidence?: (one: Counted) => readonly EvidenceRef[];
}

/** Repositories that hold a product: whose own trade are pipelines, images and charts works on nothing else. */
function ofProducts(sources: IndicatorSources): IndicatorSources {
  const { organisation, productIds, repositories } = sources;
  const ids = new Set(
    organisation.components.flatMap((one) => (productIds.has(one.id) ? one.repositoryId : [])),
  );
  return { ...sources, repositories: repositories.filter(({ id }) => ids.has(id)) };
}

/** The last four whole quarters in which each repository was seen, or those that ended `back` quarters before. */
function yearOf({ repositories, organisation }: IndicatorSources, back = 0): Counted[] {
  return repositories.flatMap((repository) => {
    const last = quarterOf(seenUntil(organisation, repository.id)) - 1 - back;
    const kinds = repository.changes.kinds.filter(
      ({ quarter }) => quarter <= last && quarter > last - quarters,
    );
    return kinds.length === 0 ? [] : [{ repository, kinds }];
  });
}

/** Changes that do nothing but take dependencies, written or merged by people, out of all changes. */
export function dependencyUpdates(sources: IndicatorSources): IndicatorReading {
  return read(sources, {
    what: "change",
    part: (one) => one.humanUpdatesCount,
    of: (one) => one.changesCount,
    text: (byPeople, all, year) =>
      `${numberOf(total(year, (one) => one.updatesCount))} of ${numberOf(all)} changes of the last year do nothing but take dependencies, ${numberOf(byPeople)} of them written or merged by people (${percentOf(byPeople / all)} of all changes)`,
  });
}

/** In repositories that hold products: to a platform pipelines, images and charts are what it is for. */
export function pipelineChanges(sources: IndicatorSources): IndicatorReading {
  return read(ofProducts(sources), {
    what: "change by people to products",
    part: (one) => one.humanPipelinesCount,
    of: (one) => one.humanChangesCount,
    text: (pipelines, all) =>
      `${numberOf(pipelines)} of ${numberOf(all)} changes by people to products in the last year touch pipelines, images or charts (${percentOf(pipelines / all)})`,
  });
}

/** Work on pipelines that was taken back, and runs that fail now and then, as subjects tell: a weak sign. */
export function pipelineRepairs(sources: IndicatorSources): IndicatorReading {
  return read(ofProducts(sources), {
    what: "change by people to products",
    part: (one) => one.humanRepairsCount,
    of: (one) => one.humanChangesCount,
    text: (repairs, all) =>
      `${numberOf(repairs)} of ${numberOf(all)} changes by people to products in the last year take back work on pipelines, images or charts, or tell of flaky runs, retries and timeouts (${percentOf(repairs / all)})`,
    evidence: ({ repository, kinds }) =>
      kinds
        .flatMap(({ repairs }) => repairs)
        .slice(-2)
        .map(({ commit, at }) => ({
          source: "changes",
          repositoryId: repository.id,
          commit,
          path: null,
          line: null,
          at,
          how: "inferred",
          confidence: "medium",
          text: "takes back work on a pipeline, or tells of a flaky run, by its subject",
        })),
  });
}

function read(sources: IndicatorSources, share: Share): IndicatorReading {
  const year = yearOf(sources);
  const all = total(year, share.of);
  if (all === 0) {
    return notRead(
      "no-changes",
      `No ${share.what} was seen in the last four quarters.`,
      "Newer clones of the repositories.",
    );
  }
  const part = total(year, share.part);
  const loud = year
    .map((one) => ({ one, own: total([one], share.part) }))
    .filter(({ own }) => own > 0)
    .toSorted((a, b) => b.own - a.own);
  return reading({
    value: part / all,
    n: all,
    coverage: Math.min(1, year.length / Math.max(1, sources.repositories.length)),
    text: share.text(part, all, year),
    spread: spreadOfShare(
      year.map((one) => ({
        cluster: one.repository.id,
        part: total([one], share.part),
        of: total([one], share.of),
      })),
    ),
    history: historyOf(sources, share),
    evidence: loud
      .slice(0, mostEvidence)
      .flatMap(({ one, own }) =>
        share.evidence === undefined
          ? newestCommit(
              one.repository,
              `${counted(own, "such change")} of ${one.repository.name} in the last four quarters`,
            )
          : share.evidence(one),
      ),
  });
}

/** The same share of earlier years, each a quarter after the one before; what is kept of a clone ends with thirteen quarters. */
function historyOf(
  sources: IndicatorSources,
  { part, of }: Share,
): { at: number; value: number }[] {
  const { asOf } = sources.organisation;
  return Array.from(
    { length: mostQuartersBack + 1 },
    (_, index) => mostQuartersBack - index,
  ).flatMap((back) => {
    const year = yearOf(sources, back);
    const all = total(year, of);
    return all === 0
      ? []
      : [{ at: startOfQuarter(quarterOf(asOf) - back), value: total(year, part) / all }];
  });
}

function total(year: readonly Counted[], of: (one: ChangeKinds) => number): number {
  return year.reduce((sum, { kinds }) => sum + kinds.reduce((own, one) => own + of(one), 0), 0);
}
