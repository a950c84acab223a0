/** Neither a pre-release nor a branch: digits, dots and an optional build suffix. */
export function isStableVersion(version: string): boolean {
  return /^v?\d{1,9}(?:\.\d{1,9}){0,4}(?:\+[0-9A-Za-z.-]{1,60})?$/.test(version);
}

export function majorOf(version: string): number | null {
  const found = /^v?(\d{1,9})/.exec(version)?.[1];
  return found === undefined ? null : Number(found);
}

interface Dated {
  readonly version: string;
  /** Seconds since the epoch. */
  readonly at: number;
}

/**
 * The highest stable version that was released, or that somebody has been seen to use since the last release that was seen: then
 * the clone is older than what is in use. Without a stable one the last of the others; null without any.
 */
export function newestVersion(released: readonly Dated[], used: readonly Dated[]): string | null {
  const last = released.at(-1);
  if (last === undefined) return null;
  const ahead = used.filter(({ at }) => at > last.at);
  let newest: string | null = null;
  for (const { version } of [...released, ...ahead]) {
    if (!isStableVersion(version)) continue;
    if (newest === null || isAbove(version, newest)) newest = version;
  }
  if (newest === null) return last.version;
  return last.version.startsWith("v") ? newest : newest.replace(/^v/, "");
}

/** Compared number by number; build suffixes count for nothing. */
function isAbove(one: string, other: string): boolean {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function numbersOf(version: string): number[] {
  return version.replace(/^v/, "").replace(/\+.*$/, "").split(".").map(Number);
}
