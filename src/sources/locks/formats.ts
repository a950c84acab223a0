import { isForeignPath } from "#evidence/foreign-path.ts";

export type LockFormat =
  | "gemfile"
  | "npm"
  | "yarn"
  | "pnpm"
  | "poetry"
  | "uv"
  | "pipfile"
  | "cargo"
  | "composer"
  | "nuget"
  | "gradle";

/** Part of the key of cached evidence: raised whenever a lock file would be read differently. */
export const lockVersion = 2;

const byName: ReadonlyMap<string, LockFormat> = new Map([
  ["Gemfile.lock", "gemfile"],
  ["gems.locked", "gemfile"],
  ["package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"],
  ["yarn.lock", "yarn"],
  ["pnpm-lock.yaml", "pnpm"],
  ["poetry.lock", "poetry"],
  ["uv.lock", "uv"],
  ["Pipfile.lock", "pipfile"],
  ["Cargo.lock", "cargo"],
  ["composer.lock", "composer"],
  ["packages.lock.json", "nuget"],
]);

const bySuffix: readonly (readonly [string, LockFormat])[] = [
  // Appraisal: one Gemfile for each version of a dependency.
  [".gemfile.lock", "gemfile"],
  [".lockfile", "gradle"],
];

/**
 * The format of a lock file by its POSIX path; null for every other file and for what somebody else's folder holds, unless it is
 * known that nobody else's it is (`isOwn`).
 */
export function lockFormatOf(path: string, isOwn = false): LockFormat | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const format = byName.get(name) ?? bySuffix.find(([suffix]) => name.endsWith(suffix))?.[1];
  return format === undefined || (!isOwn && isForeignPath(path)) ? null : format;
}
