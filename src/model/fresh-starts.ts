import type { Moment, Span } from "#evidence/moment.ts";
import type { FileHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { continuationDays } from "./spans.ts";

/**
 * A repository that was cut out of another has that one's history before the commit that deleted nearly everything: what was
 * declared, offered and worked on until then was the other's. Where nothing is built after that commit, it was the end instead.
 */
export function sinceFreshStart(repository: RepositoryEvidence, asOf: number): RepositoryEvidence {
  const { freshStart, lastHuman } = repository;
  if (freshStart === undefined || freshStart.at >= asOf) return repository;
  const { before, ...start } = freshStart;
  const files = repository.files.flatMap((file) => fileSince(file, start));
  const isBuilt = files.some(
    ({ packages, dependencies, spans }) =>
      packages.length + dependencies.length > 0 && spans.at(-1)?.to === null,
  );
  const isWorkedOn =
    lastHuman !== null && lastHuman.at > start.at + continuationDays * secondsPerDay;
  if (!isBuilt || !isWorkedOn) return repository;
  return {
    ...repository,
    first: start,
    commitsCount: repository.commitsCount - before.commitsCount,
    botCommitsCount: repository.botCommitsCount - before.botCommitsCount,
    mainlineCommitsCount: repository.mainlineCommitsCount - before.mainlineCommitsCount,
    files,
    folderActivity: repository.folderActivity.map((one) =>
      one.born.at < start.at ? { ...one, born: start } : one,
    ),
    tags: repository.tags.filter(({ at }) => at >= start.at),
    releaseExports: repository.releaseExports.map((one) => ({
      ...one,
      releases: one.releases.filter(({ at }) => at >= start.at),
    })),
  };
}

const secondsPerDay = 86_400;

function fileSince(file: FileHistory, start: Moment): FileHistory[] {
  const spans = spansSince(file.spans, start);
  if (spans.length === 0) return [];
  return [
    {
      ...file,
      spans,
      packages: rowsSince(file.packages, start),
      dependencies: rowsSince(file.dependencies, start),
      locked: rowsSince(file.locked, start),
      references: rowsSince(file.references, start),
      ...(file.definitions === undefined
        ? {}
        : { definitions: rowsSince(file.definitions, start) }),
      ...(file.includes === undefined ? {} : { includes: rowsSince(file.includes, start) }),
    },
  ];
}

function rowsSince<Row extends { readonly spans: readonly Span<unknown>[] }>(
  rows: readonly Row[],
  start: Moment,
): Row[] {
  return rows.flatMap((row) => {
    const spans = spansSince(row.spans, start);
    return spans.length === 0 ? [] : [{ ...row, spans }];
  });
}

function spansSince<Value>(spans: readonly Span<Value>[], start: Moment): Span<Value>[] {
  return spans
    .filter(({ to }) => to === null || (to.at > start.at && to.commit !== start.commit))
    .map((span) => (span.from.at < start.at ? { ...span, from: start } : span));
}
