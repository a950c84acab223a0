import type { Span } from "#evidence/moment.ts";
import { hasPlaceholder } from "#evidence/placeholders.ts";
import type {
  DependencyHistory,
  FileHistory,
  PackageHistory,
  ReadProblem,
} from "#evidence/repository-evidence.ts";
import { expandOver, expandPurlOver, partsOf, type Lookup, type Stretch } from "./expand.ts";

export interface LinkedFile {
  readonly file: FileHistory;
  /** What stands for something that is defined nowhere in what was read. */
  readonly problems: readonly ReadProblem[];
}

/** One file with what its placeholders and references stand for put in their place, over the whole of its history. */
export function linkFile(file: FileHistory, lookup: Lookup): LinkedFile {
  const isSymbolic =
    file.dependencies.some(isSymbolicDependency) || file.packages.some(isSymbolicPackage);
  if (!isSymbolic) return { file, problems: [] };
  const unknown = new Map<string, number | null>();
  const dependencies = file.dependencies.flatMap((one) =>
    isSymbolicDependency(one) ? linkDependency(one, lookup, unknown) : [one],
  );
  const packages = file.packages.flatMap((one) =>
    isSymbolicPackage(one) ? linkPackage(one, lookup) : [one],
  );
  return {
    file: { ...file, dependencies: joined(dependencies), packages },
    problems: [...unknown].map(([name, line]) => ({
      source: file.source,
      path: file.path,
      commit: null,
      problem: {
        code: "unsupported" as const,
        text: `${name} is defined in no file that was read`.slice(0, 200),
        ...(line === null ? {} : { line }),
      },
    })),
  };
}

function isSymbolicDependency({ purl, reference, spans }: DependencyHistory): boolean {
  return (
    reference !== undefined ||
    hasPlaceholder(purl) ||
    spans.some(({ value }) => hasPlaceholder(value))
  );
}

function isSymbolicPackage({ purl, spans }: PackageHistory): boolean {
  return hasPlaceholder(purl) || spans.some(({ value }) => hasPlaceholder(value));
}

/** What is asked for over a stretch of time: a package, its constraint, where it comes from. */
interface Asked extends Stretch {
  readonly purl: string;
  readonly constraint: string | null;
  readonly origin: string | null;
  readonly localPath: string | null;
  /** No definition says so. */
  readonly isUnknown: boolean;
}

function linkDependency(
  dependency: DependencyHistory,
  lookup: Lookup,
  unknown: Map<string, number | null>,
): DependencyHistory[] {
  const { reference: _stands, ...rest } = dependency;
  const linked: DependencyHistory[] = [];
  for (const asked of dependency.spans.flatMap((span) => askedIn(dependency, span, lookup))) {
    const names = asked.purl === "" ? [] : expandPurlOver(asked.purl, asked, lookup);
    for (const named of names) {
      if (named.value === null) {
        if (named.to === null) unknown.set(nameShown(dependency), dependency.line);
        continue;
      }
      const spans = constraintOver(asked.constraint, named, lookup);
      const { origin, localPath } = asked;
      const { declaredAs = dependency.purl } = dependency;
      linked.push({ ...rest, purl: named.value, declaredAs, origin, localPath, spans });
    }
    if (asked.purl === "" && asked.to === null) unknown.set(nameShown(dependency), dependency.line);
  }
  return linked;
}

/** Empty purl: nothing is known of it at that time. */
function askedIn(
  { purl, reference, origin, localPath }: DependencyHistory,
  span: Span<string | null>,
  lookup: Lookup,
): Asked[] {
  const { from, to, value } = span;
  if (reference === undefined)
    return [{ purl, constraint: value, origin, localPath, isUnknown: false, from, to }];
  return partsOf(lookup(reference), span).map(({ row, value: defined, ...part }) => ({
    purl: row?.purl ?? (isStandIn(purl) ? "" : purl),
    constraint: value ?? (defined === "" ? null : defined),
    origin: row?.origin ?? origin,
    localPath: row?.localPath ?? localPath,
    isUnknown: row?.purl === undefined,
    ...part,
  }));
}

/** A constraint that is not understood is unknown; the use stands all the same. */
function constraintOver(
  constraint: string | null,
  stretch: Stretch,
  lookup: Lookup,
): Span<string | null>[] {
  const { from, to } = stretch;
  if (!hasPlaceholder(constraint)) return [{ value: constraint, from, to }];
  return expandOver(constraint ?? "", stretch, lookup).map((piece) => ({
    ...piece,
    value: piece.value === "" ? null : piece.value,
  }));
}

/**
 * `pkg:generic/libs.rail` names no package; an npm or Cargo dependency is known by its key until a definition says otherwise,
 * `pkg:generic/rails?type=jenkins-library` by its name.
 */
function isStandIn(purl: string): boolean {
  return purl.startsWith("pkg:generic/") && !purl.includes("?");
}

function nameShown({ reference, purl }: DependencyHistory): string {
  return reference ?? decodeURIComponent(purl.replace(/^pkg:[^/]{1,40}\//, ""));
}

function linkPackage(one: PackageHistory, lookup: Lookup): PackageHistory[] {
  const byPurl = new Map<string, Span<string | null>[]>();
  for (const span of one.spans) {
    for (const named of expandPurlOver(one.purl, span, lookup)) {
      if (named.value === null) continue;
      const spans = byPurl.get(named.value) ?? [];
      byPurl.set(named.value, [...spans, ...constraintOver(span.value, named, lookup)]);
    }
  }
  return [...byPurl].map(([purl, spans]) => ({ ...one, purl, spans: touching(spans) }));
}

/** Rows of one package, scope and kind of path are one. */
export function joined(dependencies: readonly DependencyHistory[]): DependencyHistory[] {
  const rows = new Map<string, DependencyHistory>();
  for (const one of dependencies) {
    const key = `${one.purl}\n${one.scope}\n${one.localPath === null ? "" : "local"}`;
    const known = rows.get(key);
    rows.set(
      key,
      known === undefined ? one : { ...known, spans: touching([...known.spans, ...one.spans]) },
    );
  }
  return [...rows.values()];
}

/** Oldest first; spans that follow each other with the same value are one. */
function touching<Value>(spans: readonly Span<Value>[]): Span<Value>[] {
  const sorted = spans.toSorted((a, b) => a.from.at - b.from.at);
  const kept: Span<Value>[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (
      last !== undefined &&
      last.value === span.value &&
      last.to !== null &&
      last.to.at >= span.from.at
    )
      kept[kept.length - 1] = {
        ...last,
        to: span.to === null || span.to.at > last.to.at ? span.to : last.to,
      };
    else kept.push(span);
  }
  return kept;
}
