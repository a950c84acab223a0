import type { Span } from "#evidence/moment.ts";
import { hasPlaceholder, readablePurl } from "#evidence/placeholders.ts";
import type {
  DependencyHistory,
  FileHistory,
  PackageHistory,
  ReadProblem,
} from "#evidence/repository-evidence.ts";
import { expandOver, expandPurlOver, partsOf, type Lookup, type Stretch } from "./expand.ts";
import type { Scope } from "#vocabulary/adoption.ts";

export interface LinkedFile {
  readonly file: FileHistory;
  /** What stands for something that is defined nowhere in what was read. */
  readonly problems: readonly ReadProblem[];
}

/** Is there anything in a file that stands for something else? */
export function isSymbolic(file: FileHistory): boolean {
  return file.dependencies.some(isSymbolicDependency) || file.packages.some(isSymbolicPackage);
}

/** One file with what its placeholders and references stand for put in their place, over the whole of its history. */
export function linkFile(file: FileHistory, lookup: Lookup): LinkedFile {
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

function isSymbolicPackage({ purl, spans, alsoKnownAs = [] }: PackageHistory): boolean {
  return (
    hasPlaceholder(purl) ||
    alsoKnownAs.some(hasPlaceholder) ||
    spans.some(({ value }) => hasPlaceholder(value))
  );
}

/** What is asked for over a stretch of time: a package, its constraint, where it comes from. */
interface Asked extends Stretch {
  readonly purl: string;
  readonly constraint: string | null;
  readonly origin: string | null;
  readonly localPath: string | null;
  readonly scope: Scope;
  /** The name that no definition has. */
  readonly missing?: string;
}

/** Lists of lists are short; a hostile one may name itself. */
const deepestList = 8;
const mostAsked = 2_000;
/** Settings that may hold packages and may not: not knowing them is no news. */
const optional = /^settings:|\.argument-\d{1,3}$/;

function linkDependency(
  dependency: DependencyHistory,
  lookup: Lookup,
  unknown: Map<string, number | null>,
): DependencyHistory[] {
  const { reference: _stands, project: _project, ...rest } = dependency;
  const linked: DependencyHistory[] = [];
  for (const asked of dependency.spans.flatMap((span) => askedIn(dependency, span, lookup))) {
    const names = asked.purl === "" ? [] : expandPurlOver(asked.purl, asked, lookup);
    for (const named of names) {
      if (named.value === null) {
        if (named.to === null) unknown.set(shownPurl(asked.purl), dependency.line);
        continue;
      }
      const spans = constraintOver(asked.constraint, named, lookup);
      const { origin, localPath, scope } = asked;
      const { declaredAs = dependency.purl } = dependency;
      linked.push({ ...rest, scope, purl: named.value, declaredAs, origin, localPath, spans });
    }
    if (asked.missing !== undefined && asked.to === null && !optional.test(asked.missing))
      unknown.set(asked.missing, dependency.line);
  }
  return linked;
}

/** Empty purl: nothing is known of it at that time. */
function askedIn(
  dependency: DependencyHistory,
  span: Span<string | null>,
  lookup: Lookup,
): Asked[] {
  const { purl, reference, origin, localPath, scope } = dependency;
  const { from, to, value } = span;
  const written = { constraint: value, origin, localPath, scope };
  if (reference === undefined) return [{ ...written, purl, from, to }];
  const found: Asked[] = [];
  const standIn = isStandIn(purl) ? "" : purl;
  follow(found, { reference, standIn, lookup, depth: 0 }, { ...written, from, to });
  return found;
}

interface Following {
  readonly reference: string;
  /** What it is where no definition says so. */
  readonly standIn: string;
  readonly lookup: Lookup;
  readonly depth: number;
}

/** Goes after a reference to the packages that it stands for, one or a list of them. */
function follow(found: Asked[], following: Following, written: Omit<Asked, "purl">): void {
  const { reference, standIn, lookup, depth } = following;
  for (const { row, value, ...part } of partsOf(lookup(reference), written)) {
    const names = row === null || row.purl !== undefined ? null : listed(value);
    const scope = written.scope === "runtime" ? (row?.scope ?? written.scope) : written.scope;
    if (names !== null && depth < deepestList && found.length < mostAsked) {
      const inner = { ...written, ...part, scope };
      for (const name of names)
        follow(found, { reference: name, standIn: "", lookup, depth: depth + 1 }, inner);
      continue;
    }
    const purl = row?.purl ?? standIn;
    found.push({
      purl,
      constraint: written.constraint ?? (value === "" || row?.purl === undefined ? null : value),
      origin: row?.origin ?? written.origin,
      localPath: row?.localPath ?? written.localPath,
      scope,
      ...(row === null ? { missing: reference } : {}),
      ...part,
    });
  }
}

/** `${a}${b}` → a, b; null for any other text. */
function listed(value: string): string[] | null {
  if (!/^(?:\$\{[^${}]{1,300}\}){1,2000}$/.test(value)) return null;
  return value.slice(2, -1).split("}${");
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

function shownPurl(purl: string): string {
  return readablePurl(purl).replace(/^pkg:[^/]{1,40}\//, "");
}

function linkPackage(one: PackageHistory, lookup: Lookup): PackageHistory[] {
  const byPurl = new Map<string, { spans: Span<string | null>[]; aliases: Set<string> }>();
  for (const span of one.spans) {
    for (const named of expandPurlOver(one.purl, span, lookup)) {
      if (named.value === null) continue;
      const known = byPurl.get(named.value) ?? { spans: [], aliases: new Set<string>() };
      for (const each of constraintOver(span.value, named, lookup)) known.spans.push(each);
      for (const alias of one.alsoKnownAs ?? [])
        for (const { value } of expandPurlOver(alias, named, lookup))
          if (value !== null) known.aliases.add(value);
      byPurl.set(named.value, known);
    }
  }
  const { alsoKnownAs: _written, ...rest } = one;
  return [...byPurl].map(([purl, { spans, aliases }]) => ({
    ...rest,
    purl,
    ...(aliases.size === 0 ? {} : { alsoKnownAs: [...aliases] }),
    spans: touching(spans),
  }));
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
