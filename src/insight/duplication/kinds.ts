import type { CloneClass } from "./clones.ts";
import { highest } from "#kernel/extremes.ts";

export interface ClonedFile {
  /** Number of its repository. */
  readonly source: number;
  readonly path: string;
}

/** Two repositories are forks when the smaller shares this much of its code with the other, and has so many lines. */
const FORK_SHARE = 0.7;
const FORK_LINES = 100;
/** A class in more repositories than this makes no fork: pairs would grow with their square. */
const MAX_FORKS = 64;
/** Scaffolding stands in so many repositories, is this much alike, and for this share of them in the same place. */
const TEMPLATE_REPOSITORIES = 3;
const TEMPLATE_SIMILARITY = 0.9;
const TEMPLATE_SHARE = 0.75;

/** Places that a tool or framework prescribes: what stands there was written by its generator, then kept up by hand. */
const conventional =
  /(?:^|\/)\.[^/]{1,80}(?:\/|$)|(?:^|\/)(?:Dockerfile|Containerfile|Makefile|Rakefile|Jenkinsfile|Procfile|Vagrantfile|Guardfile|Capfile|Caddyfile|config\.ru|manage\.py|[aw]sgi\.py|gradlew|mvnw)(?:[.-][^/]{1,40})?$|(?:^|\/)(?:docker-)?compose(?:[.-][a-z]{1,20})?\.ya?ml$|(?:^|\/)bin\/(?:setup|update|dev|rails|rake|bundle|yarn|spring|webpack|webpack-dev-server|importmap|jobs|docker-entrypoint)$|(?:^|\/)config\/(?:(?:application|boot|environment|puma|unicorn|spring)\.rb|(?:environments|initializers)\/[^/]{1,80}|(?:database|cable|storage|secrets)\.yml)$|(?:^|\/)public\/\d{3}[^/]{0,40}\.html$|(?:^|\/)(?:spec|test)\/(?:spec|rails|test)_helper\.rb$|(?:^|\/)[^/]{1,60}\.config\.[cm]?[jt]s$/;
const configuration =
  /(?:^|\/)\.[^/]{1,80}(?:\/|$)|\.(?:ya?ml|tf|tfvars|hcl|mk|dockerfile|jsonnet|libsonnet)$|(?:^|\/)(?:Dockerfile|Makefile|Rakefile|Jenkinsfile|config\.ru)[^/]{0,40}$/i;

/**
 * Sets apart what needs another remedy than sharing code: `fork`, classes between repositories that are near-identical as
 * a whole; `template`, scaffolding: what stands where a tool prescribes it, what many repositories have at the same path,
 * or configuration that many have alike.
 * Judgements, uncalibrated. `linesOf` are the lines with code of each repository.
 */
export function withKinds(
  classes: readonly CloneClass[],
  files: readonly ClonedFile[],
  linesOf: readonly number[],
): CloneClass[] {
  const forkOf = findForks(classes, files, linesOf);
  return classes.map((one) => {
    const sources = sourcesOf(one, files);
    if (sources.size < 2) return one;
    if (new Set([...sources].map((source) => forkOf[source])).size === 1) {
      return { ...one, kind: "fork" };
    }
    return isTemplate(one, sources, files) ? { ...one, kind: "template" } : one;
  });
}

function sourcesOf(one: CloneClass, files: readonly ClonedFile[]): Set<number> {
  return new Set(one.copies.map((copy) => files[copy.file]!.source));
}

function isTemplate(
  { copies, similarity }: CloneClass,
  sources: ReadonlySet<number>,
  files: readonly ClonedFile[],
): boolean {
  if (copies.every((copy) => conventional.test(files[copy.file]!.path))) return true;
  if (sources.size < TEMPLATE_REPOSITORIES || similarity < TEMPLATE_SIMILARITY) return false;
  const byPath = new Map<string, Set<number>>();
  let isConfiguration = true;
  for (const copy of copies) {
    const { path, source } = files[copy.file]!;
    isConfiguration &&= configuration.test(path);
    const holders = byPath.get(path);
    if (holders === undefined) byPath.set(path, new Set([source]));
    else holders.add(source);
  }
  const most = highest([...byPath.values()].map((holders) => holders.size));
  return isConfiguration || most >= Math.max(TEMPLATE_REPOSITORIES, TEMPLATE_SHARE * sources.size);
}

/** For each repository the lowest number among those it is a fork of, directly or through others; else its own. */
function findForks(
  classes: readonly CloneClass[],
  files: readonly ClonedFile[],
  linesOf: readonly number[],
): number[] {
  const forkOf = linesOf.map((_, source) => source);
  for (const [pair, lines] of sharedLines(classes, files, linesOf.length)) {
    const a = Math.floor(pair / linesOf.length);
    const b = pair % linesOf.length;
    const smaller = Math.min(linesOf[a]!, linesOf[b]!);
    if (smaller < FORK_LINES || lines < FORK_SHARE * smaller) continue;
    const [from, to] = [Math.max(forkOf[a]!, forkOf[b]!), Math.min(forkOf[a]!, forkOf[b]!)];
    forkOf.forEach((fork, source) => {
      if (fork === from) forkOf[source] = to;
    });
  }
  return forkOf;
}

/** Lines shared by each pair of repositories (a × count + b, a < b), on the side that has fewer of them. */
function sharedLines(
  classes: readonly CloneClass[],
  files: readonly ClonedFile[],
  count: number,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const { copies } of classes) {
    const held = new Map<number, number>();
    for (const { file, codeLines } of copies) {
      const { source } = files[file]!;
      held.set(source, (held.get(source) ?? 0) + codeLines);
    }
    if (held.size < 2 || held.size > MAX_FORKS) continue;
    const holders = [...held].sort(([a], [b]) => a - b);
    holders.forEach(([a, linesA], at) => {
      for (const [b, linesB] of holders.slice(at + 1)) {
        const pair = a * count + b;
        shared.set(pair, (shared.get(pair) ?? 0) + Math.min(linesA, linesB));
      }
    });
  }
  return shared;
}
