import type { Scope } from "#vocabulary/adoption.ts";
import type { CapabilityKind } from "#vocabulary/structure.ts";

const deprecation =
  /\b(?:deprecated|no longer (?:maintained|supported)|unmaintained|obsolete|superseded by|do not use|end of life)\b/i;

/** The words, at most 160 characters, with which a description says that its package is deprecated. */
export function deprecationWords(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const found = deprecation.exec(text);
  if (found === null) return undefined;
  return text.slice(Math.max(0, found.index - 40), found.index + 120).trim();
}

/** Naming conventions of linters', compilers' and test runners' plug-in points. */
const toolingName =
  /^(?:rubocop|flake8|pylint|pytest|eslint-(?:config|plugin)|stylelint-config|stylelint-plugin|prettier-(?:config|plugin)|babel-(?:preset|plugin)|webpack-plugin|rollup-plugin|vite-plugin|postcss|tsconfig|danger)(?:-|$)|(?:^|[-_])(?:lint|linter|tsconfig|eslint-config|prettier-config|webpack-plugin|create-app|generator)$/;
const componentsName = /(?:^|[-_])(?:ui|ui-kit|components|design-system|web-components)(?:[-_]|$)/;

/** What a package offers, as far as its name follows a convention; a library otherwise. */
export function kindOfName(name: string): CapabilityKind {
  const bare = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  if (toolingName.test(bare)) return "tooling";
  return componentsName.test(bare) ? "ui-components" : "library";
}

const testWords = new Set(
  "test tests testing spec specs rspec minitest cucumber coverage e2e integration pact jasmine".split(
    " ",
  ),
);
const developmentWords = new Set(
  "dev devel develop development debug debugging local doc docs documentation lint linting linters format style typing types mypy console ci tools tooling".split(
    " ",
  ),
);
const buildWords = new Set("build assets deploy deployment release packaging compile".split(" "));

const scopeCache = new Map<string, Scope | null>();

/** The scope that the name of a dependency group, extra or requirements file says; null where it says none. */
export function scopeOfGroup(group: string): Scope | null {
  const known = scopeCache.get(group);
  if (known !== undefined) return known;
  const scope = scopeOfWords(group.toLowerCase().split(/[^a-z0-9]+/));
  // Files name groups as they like: the limit keeps hostile ones from filling memory.
  if (scopeCache.size < 1000) scopeCache.set(group, scope);
  return scope;
}

function scopeOfWords(words: readonly string[]): Scope | null {
  if (words.some((word) => testWords.has(word))) return "test";
  if (words.some((word) => developmentWords.has(word))) return "development";
  return words.some((word) => buildWords.has(word)) ? "build" : null;
}
