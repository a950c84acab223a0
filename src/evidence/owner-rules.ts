import type { OwnerRule } from "./facts.ts";
import { globTokens, matchesGlob, type GlobToken } from "./segment-glob.ts";

/** `**`: any number of folders, also none. */
type PatternSegment = readonly GlobToken[] | "**";

const compiled = new WeakMap<OwnerRule, readonly PatternSegment[]>();

/**
 * Who owns a path (POSIX, from the root, no leading slash) by the rules of one CODEOWNERS file: the last rule that matches;
 * with GitLab's sections the last of each section, their owners joined, optional sections only where no other answers.
 * Null: no rule matches. A rule without owners: explicitly nobody.
 */
export function ownersOf(rules: readonly OwnerRule[], path: string): OwnerRule | null {
  const segments = path.split("/").filter((segment) => segment !== "");
  const bySection = new Map<string, OwnerRule>();
  for (const rule of rules)
    if (matches(rule, segments)) bySection.set(rule.section?.toLowerCase() ?? "", rule);
  const found = [...bySection.values()].sort((one, other) => one.line - other.line);
  const last = found.at(-1);
  if (last === undefined || found.length === 1) return last ?? null;
  const required = found.filter((rule) => rule.isOptional !== true && rule.owners.length > 0);
  const asked = required.length > 0 ? required : found;
  return {
    ...(asked.at(-1) ?? last),
    owners: [...new Set(asked.flatMap((rule) => rule.owners))],
  };
}

function matches(rule: OwnerRule, path: readonly string[]): boolean {
  let pattern = compiled.get(rule);
  if (pattern === undefined) {
    pattern = compile(rule);
    compiled.set(rule, pattern);
  }
  return matchesSegments(pattern, path);
}

const anyName = globTokens("*", false);

function compile({ pattern, dialect }: OwnerRule): readonly PatternSegment[] {
  const isGitlab = dialect === "gitlab";
  const parts = pattern.split("/").filter((part) => part !== "");
  const segments: PatternSegment[] = parts.map((part) =>
    part === "**" ? "**" : globTokens(part, isGitlab),
  );
  const isAnchored = pattern.startsWith("/") || (!isGitlab && parts.length > 1);
  if (!isAnchored) segments.unshift("**");
  const last = parts.at(-1);
  if (pattern.endsWith("/") || last === "**") segments.push("**", anyName);
  // GitHub follows gitignore (a folder owns what is below it) except for `docs/*`; GitLab's fnmatch does not.
  else if (!isGitlab && last !== "*") segments.push("**");
  return segments;
}

/** Every pattern segment but `**` takes exactly one name, so that going back to the last `**` suffices. */
function matchesSegments(pattern: readonly PatternSegment[], path: readonly string[]): boolean {
  let at = 0;
  let name = 0;
  let retryAt = -1;
  let retryName = 0;
  while (name < path.length) {
    const segment = pattern[at];
    if (segment === "**") {
      retryAt = ++at;
      retryName = name;
    } else if (segment !== undefined && matchesGlob(segment, path[name] ?? "")) {
      at++;
      name++;
    } else if (retryAt >= 0) {
      at = retryAt;
      name = ++retryName;
    } else return false;
  }
  while (pattern[at] === "**") at++;
  return at === pattern.length;
}
