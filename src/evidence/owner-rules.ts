import { append } from "#kernel/lists-by-key.ts";
import type { OwnerRule, OwnersDialect } from "./facts.ts";
import { handleOf, RuleIndex, type IndexedPattern } from "./rule-index.ts";
import { globTokens, matchesSegments, type SegmentPattern } from "./segment-glob.ts";

/** Of rules that the same paths ask, `*a*` and `*b*` say: real files have a few, and each costs every file of a repository. */
const mostAlike = 500;
const mostTried = 2_000;

const compiled: Readonly<Record<OwnersDialect, WeakMap<OwnerRule, IndexedPattern>>> = {
  github: new WeakMap(),
  gitlab: new WeakMap(),
};

/** The rules that a forge reads, in the order of the file: see `OwnerRule.dialect`. */
export function rulesOf(rules: readonly OwnerRule[], dialect: OwnersDialect): readonly OwnerRule[] {
  return rules.filter(
    (rule) => rule.isSkipped !== true && (rule.dialect === undefined || rule.dialect === dialect),
  );
}

const indexes: Readonly<Record<OwnersDialect, WeakMap<readonly OwnerRule[], RuleIndex>>> = {
  github: new WeakMap(),
  gitlab: new WeakMap(),
};

/** Places of rules that are too many to be tried on every path that asks them: of those alike all but the last, which decide. */
export function tooManyAlike(
  rules: readonly Pick<OwnerRule, "pattern">[],
  dialect: OwnersDialect,
): ReadonlySet<number> {
  const alike = new Map<string, number[]>();
  for (const [place, { pattern }] of rules.entries())
    append(alike, handleOf(compile(pattern, dialect)), place);
  return new Set([...alike.values()].flatMap((places) => places.slice(0, -mostAlike)));
}

/** Worked out once for the rules of a file: every path of its repository asks. */
function indexOf(rules: readonly OwnerRule[], dialect: OwnersDialect): RuleIndex {
  const known = indexes[dialect].get(rules);
  if (known !== undefined) return known;
  const index = new RuleIndex(rules.map((rule) => patternOf(rule, dialect)));
  indexes[dialect].set(rules, index);
  return index;
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
  const matches = (rule: OwnerRule): boolean =>
    matchesSegments(patternOf(rule, dialect).segments, segments);
  const asked = indexOf(rules, dialect)
    .candidates(segments)
    .slice(-mostTried)
    .flatMap((place) => rules[place] ?? []);
  // GitHub knows no sections: the last that matches counts, whatever stands before it.
  if (dialect === "github") return asked.findLast(matches) ?? null;
  const bySection = new Map<string, OwnerRule>();
  for (const rule of asked) {
    const section = rule.section?.toLowerCase() ?? "";
    if (bySection.get(section)?.isExclusion === true) continue;
    if (matches(rule)) bySection.set(section, rule);
  }
  const found = [...bySection.values()].sort((one, other) => one.line - other.line);
  const last = found.at(-1);
  if (last === undefined || found.length === 1) return last ?? null;
  const required = found.filter((rule) => rule.isOptional !== true && rule.owners.length > 0);
  const answering = required.length > 0 ? required : found;
  return {
    ...(answering.at(-1) ?? last),
    owners: [...new Set(answering.flatMap((rule) => rule.owners))],
  };
}

function patternOf(rule: OwnerRule, dialect: OwnersDialect): IndexedPattern {
  let pattern = compiled[dialect].get(rule);
  if (pattern === undefined) {
    pattern = compile(rule.pattern, dialect);
    compiled[dialect].set(rule, pattern);
  }
  return pattern;
}

const anyName = globTokens("*", false);

function compile(pattern: string, dialect: OwnersDialect): IndexedPattern {
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
