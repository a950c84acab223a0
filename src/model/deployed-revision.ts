import type { Tag } from "#evidence/repository-evidence.ts";
import { versionInTag } from "./release-series.ts";

export interface TagIndex {
  readonly byName: ReadonlyMap<string, string>;
  /** By the version in the name alone; null where two families share it. */
  readonly byVersion: ReadonlyMap<string, string | null>;
}

export function tagIndex(tags: readonly Tag[]): TagIndex {
  const byVersion = new Map<string, string | null>();
  for (const { name, commit } of tags) {
    const version = versionInTag(name);
    if (version === null) continue;
    const known = byVersion.get(version);
    byVersion.set(version, known === undefined || known === commit ? commit : null);
  }
  return { byName: new Map(tags.map((tag) => [tag.name, tag.commit])), byVersion };
}

/**
 * A tag of that name, with or without `v`, or the only one with that version (`release_300` of 300); else the version itself
 * when it looks like a commit id, or the one that is a part of it (`release-SHA`, `SHA-arm`, `1.4.0-3-gSHA`).
 */
export function revisionIn(tags: TagIndex | undefined, version: string): string | null {
  const bare = version.replace(/^v(?=\d)/, "");
  const { byName, byVersion } = tags ?? {};
  const tagged = byName?.get(version) ?? byName?.get(`v${bare}`) ?? byName?.get(bare);
  if (tagged !== undefined) return tagged;
  if (isHexadecimal.test(version) && /[a-f]/.test(version) && /[0-9]/.test(version)) return version;
  const alone = byVersion?.get(bare) ?? byVersion?.get(afterWord.exec(version)?.[1] ?? "");
  if (alone != null) return alone;
  return isHexadecimal.test(version) && /[0-9]/.test(version) ? version : commitWithin(version);
}

/** `300` of `release-300`, `release/v300`. */
const afterWord = /^[A-Za-z]{1,40}[-_/]v?(\d{1,9}(?:\.\d{1,9}){0,3})$/;
const isHexadecimal = /^[0-9a-f]{7,64}$/;

/** Letters and digits both: neither a word nor a day nor a number of a build. */
const partOfVersion =
  /(?:^|[-_.+/])(?:g|sha)?((?=\d{0,63}[a-f])(?=[a-f]{0,63}\d)[0-9a-f]{7,64})(?=$|[-_.+/])/g;

/** The only commit id that a longer version holds as a part of its own; null: none, or several. */
function commitWithin(version: string): string | null {
  const [found, further] = version.slice(0, 400).matchAll(partOfVersion);
  return further === undefined ? (found?.[1] ?? null) : null;
}

/** The whole commit ids that versions are or hold: what tells a repository whatever the application is called. */
export function wholeCommits(versions: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const version of versions) {
    const revision = revisionIn(undefined, version);
    if (revision !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)) found.add(revision);
  }
  return [...found];
}
