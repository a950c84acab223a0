import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { Moment } from "#evidence/moment.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { counted, percentOf, some } from "#kernel/phrases.ts";
import type { Consumption } from "#model/organisation.ts";
import type { LicenceKind } from "#vocabulary/structure.ts";
import { notRead, reading, type IndicatorReading } from "../indicator.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { spreadOfShare } from "./spread.ts";

const secondsPerDay = 86_400;
const yearSeconds = 365 * secondsPerDay;
const historyYears = 3;
/** From this share of openly licensed repositories on, the others are taken to be meant for the public as well. */
const leastOpen = 0.5;
const mostEvidence = 12;

const open: ReadonlySet<LicenceKind> = new Set(["permissive", "weak-copyleft", "strong-copyleft"]);

/** What may not be taken into code that is given away under another kind of licence. */
const demanding: ReadonlySet<LicenceKind> = new Set(["strong-copyleft", "source-available"]);

interface Licensed {
  readonly repository: RepositoryEvidence;
  /** `other` also where there are several kinds: one may be chosen, or each is for a part. Null: it has none. */
  readonly kind: LicenceKind | null;
  readonly isOpen: boolean;
  /** When the first of them came; null: it has none. */
  readonly since: number | null;
}

/** A use of something of another repository whose licence asks for more than one's own gives. */
interface Conflict {
  readonly use: Consumption;
  readonly user: Licensed;
  readonly provider: Licensed;
}

/** Repositories without a licence, or with one at odds with what they are built from, where code is published as a rule. */
export function licences(sources: IndicatorSources): IndicatorReading {
  const { organisation, repositories } = sources;
  const read = repositories.filter(({ head }) => head !== null).map(licensed);
  const openCount = read.filter(({ isOpen }) => isOpen).length;
  if (read.length === 0 || openCount < leastOpen * read.length) {
    return notRead(
      "not-public",
      `${String(openCount)} of ${counted(read.length, "repository", "repositories")} carry an open licence: of the others the files do not say whether they are for the public.`,
      "Nothing yet: a later version reads which repositories are public.",
    );
  }
  const conflicts = conflictsOf(sources, read);
  const failing = (at: number): ReadonlySet<string> =>
    new Set([
      ...read.filter((one) => !isLicensedAt(one, at)).map(({ repository }) => repository.id),
      ...conflicts
        .filter(({ use }) => use.from.at <= at && (use.to === null || use.to.at > at))
        .map(({ user }) => user.repository.id),
    ]);
  const { asOf } = organisation;
  const now = failing(asOf);
  const without = read.filter((one) => !isLicensedAt(one, asOf));
  const current = conflicts.filter(({ use, user }) => use.to === null && isLicensedAt(user, asOf));
  return reading({
    value: now.size / read.length,
    n: read.length,
    coverage: read.length / repositories.length,
    text: textOf(read.length, without, current),
    spread: spreadOfShare(
      read.map(({ repository: { id } }) => ({ cluster: id, part: Number(now.has(id)), of: 1 })),
    ),
    history: Array.from({ length: historyYears + 1 }, (_, index) => historyYears - index).flatMap(
      (back) => {
        const at = asOf - back * yearSeconds;
        const there = read.filter(({ repository }) => (repository.first?.at ?? at) <= at);
        const failed = failing(at);
        const count = there.filter(({ repository }) => failed.has(repository.id)).length;
        // As-of is the end of its day: a point is of that day.
        return there.length === 0 ? [] : [{ at: at - 1, value: count / there.length }];
      },
    ),
    evidence: [
      ...without.flatMap(({ repository }) => absence(repository)),
      ...current.flatMap(({ use }) => use.evidence.slice(0, 1)),
      ...read.flatMap(presence),
    ].slice(0, mostEvidence),
  });
}

function licensed(repository: RepositoryEvidence): Licensed {
  const files = repository.headFiles.filter(({ licence }) => licence !== undefined);
  const kinds = [...new Set(files.flatMap(({ licence }) => licence ?? []))];
  const firstDays = files.flatMap(({ path }) => {
    const { paths, ends, days } = repository.fileChanges;
    const index = paths.indexOf(path);
    return index < 0 ? [] : [days[ends[index - 1] ?? 0] ?? 0];
  });
  return {
    repository,
    kind: kinds.length > 1 ? "other" : (kinds[0] ?? null),
    isOpen: kinds.some((one) => open.has(one)),
    since: files.length === 0 ? null : Math.min(...firstDays) * secondsPerDay,
  };
}

/** Where history does not say when it came, it was there. */
function isLicensedAt({ since }: Licensed, at: number): boolean {
  return since !== null && (!Number.isFinite(since) || since <= at);
}

/** Of products and platform: an example beside a library is not what is given away. */
function conflictsOf(
  { organisation, platformIds, productIds }: IndicatorSources,
  read: readonly Licensed[],
): Conflict[] {
  const byId = new Map(read.map((one) => [one.repository.id, one]));
  const repositoryOf = new Map(organisation.components.map((one) => [one.id, one.repositoryId]));
  const homeOf = new Map(
    organisation.capabilities.map((one) => [
      one.id,
      repositoryOf.get(one.providerComponentId ?? ""),
    ]),
  );
  return organisation.consumptions.flatMap((use) => {
    // What is asked over a network, or used to build and test, is not taken into what is given away.
    if (use.scope !== "runtime" || use.via !== "declared") return [];
    const consumer = use.consumerComponentId;
    if (!platformIds.has(consumer) && !productIds.has(consumer)) return [];
    const user = byId.get(repositoryOf.get(consumer) ?? "");
    const provider = byId.get(homeOf.get(use.capabilityId) ?? "");
    if (user === undefined || provider === undefined || user === provider) return [];
    return isAtOdds(user.kind, provider.kind) ? [{ use, user, provider }] : [];
  });
}

function isAtOdds(user: LicenceKind | null, provider: LicenceKind | null): boolean {
  if (user === null || provider === null || user === "other") return false;
  return demanding.has(provider) && user !== provider;
}

function textOf(
  count: number,
  without: readonly Licensed[],
  conflicts: readonly Conflict[],
): string {
  const names = (list: readonly Licensed[]): string =>
    some([...new Set(list.map(({ repository }) => repository.name))], 3);
  const users = new Set(conflicts.map(({ user }) => user));
  const share = (part: number): string => `(${percentOf(part / count)})`;
  const parts = [
    without.length === 0
      ? `All of ${counted(count, "repository", "repositories")} have a licence`
      : `${String(without.length)} of ${counted(count, "repository", "repositories")} have no licence ${share(without.length)}: ${names(without)}`,
    users.size === 0
      ? ""
      : `${String(users.size)} ${share(users.size)} build on something whose licence asks for more than their own: ${names([...users])}`,
  ];
  return parts.filter((one) => one !== "").join("; ");
}

/** Opens at the tree in which none was found. */
function absence({ id, head }: RepositoryEvidence): EvidenceRef[] {
  return head === null ? [] : [{ ...found(id, head), path: null, text: "no licence at its root" }];
}

function presence({ repository: { id, head, headFiles } }: Licensed): EvidenceRef[] {
  const file = headFiles.find(({ licence }) => licence !== undefined);
  if (head === null || file?.licence === undefined) return [];
  return [{ ...found(id, head), path: file.path, text: `a licence: ${file.licence}` }];
}

function found(repositoryId: string, { commit, at }: Moment): Omit<EvidenceRef, "text"> {
  return {
    source: "licence-files",
    repositoryId,
    commit,
    path: null,
    line: null,
    at,
    how: "observed",
    confidence: "high",
  };
}
