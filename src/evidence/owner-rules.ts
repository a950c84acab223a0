import type { OwnerRule, OwnersDialect } from "./facts.ts";
import { globTokens, matchesSegments, type SegmentPattern } from "./segment-glob.ts";

interface Pattern {
  readonly segments: readonly SegmentPattern[];
  /** Folders that every path it matches begins with, as far as the pattern spells them out. */
  readonly start: readonly string[];
}

const compiled: Readonly<Record<OwnersDialect, WeakMap<OwnerRule, Pattern>>> = {
  github: new WeakMap(),
  gitlab: new WeakMap(),
};

/** The rules that a forge reads, in the order of the file: see `OwnerRule.dialect`. */
export function rulesOf(rules: readonly OwnerRule[], dialect: OwnersDialect): readonly OwnerRule[] {
  return rules.filter(
    (rule) => rule.isSkipped !== true && (rule.dialect === undefined || rule.dialect === dialect),
  );
}

/** Leaves out rules that can match nothing below a folder (`.`: all), so that many paths of it are asked about cheaply. */
export function rulesBelow(
  rules: readonly OwnerRule[],
  dialect: OwnersDialect,
  folder: string,
): readonly OwnerRule[] {
  if (folder === ".") return rules;
  const names = folder.split("/");
  return rules.filter((rule) => {
    const { start } = patternOf(rule, dialect);
    return names.every((name, at) => start[at] === undefined || start[at] === name);
  });
}

/**
 * Who owns a path (POSIX, from the root, no leading slash) by the rules of one CODEOWNERS file as `rulesOf` gives them: the last
 * rule that matches; with GitLab's sections the last of each section, their owners joined, optional sections only where no other
 * answers; what a section excludes has no owner in it. Null: no rule matches. A rule without owners: explicitly nobody.
 */
export function ownersOf(
  rules: readonly OwnerRule[],
  path: string,
  dialect: OwnersDialect,
): OwnerRule | null {
  const segments = path.split("/").filter((segment) => segment !== "");
  const bySection = new Map<string, OwnerRule>();
  for (const rule of rules) {
    const section = rule.section?.toLowerCase() ?? "";
    if (bySection.get(section)?.isExclusion === true) continue;
    if (matchesSegments(patternOf(rule, dialect).segments, segments)) bySection.set(section, rule);
  }
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

function patternOf(rule: OwnerRule, dialect: OwnersDialect): Pattern {
  let pattern = compiled[dialect].get(rule);
  if (pattern === undefined) {
    pattern = compile(rule.pattern, dialect);
    compiled[dialect].set(rule, pattern);
  }
  return pattern;
}

const anyName = globTokens("*", false);

function compile(pattern: string, dialect: OwnersDialect): Pattern {
  const isGitlab = dialect === "gitlab";
  const parts = pattern.split("/").filter((part) => part !== "");
  const segments: SegmentPattern[] = parts.map((part) =>
    part === "**" ? "**" : globTokens(part, isGitlab),
  );
  const isAnchored = pattern.startsWith("/") || (!isGitlab && parts.length > 1);
  const special = parts.findIndex((part) => /[*?[\]\\]/.test(part));
  const start = isAnchored ? parts.slice(0, special === -1 ? parts.length : special) : [];
  if (!isAnchored) segments.unshift("**");
  const last = parts.at(-1);
  if (pattern.endsWith("/") || last === "**") segments.push("**", anyName);
  // GitHub follows gitignore (a folder owns what is below it) except for `docs/*`; GitLab's fnmatch does not.
  else if (!isGitlab && last !== "*") segments.push("**");
  return { segments, start };
}
