/** What comes before a release: SemVer's and Maven's usual words, with or without a number. */
const before =
  /(?:^|[-+._\d])(?:alpha|beta|rc|cr|pre|preview|prerelease|dev|snapshot|nightly|canary|next|ea|milestone|integration|m(?=[.-]?\d)|pr(?=[.-]?\d)|a(?=\d)|b(?=\d)|test|testing|insiders?|unstable|experimental)(?:[-._]?\d{1,20})?(?:$|[-+._])/i;

/** A commit within a version: its letters and digits (`…b54`) are no words. */
const commitPart =
  /(?<![A-Za-z0-9])(?=\d{0,63}[a-f])(?=[a-f]{0,63}\d)[0-9a-f]{7,64}(?![A-Za-z0-9])/g;

/** Says whether a version comes before a release (`1.2.0-rc.1`, `2.0-SNAPSHOT`), so that it is none. */
export function isBeforeRelease(version: string): boolean {
  const named = version.slice(0, 400).replace(commitPart, "0");
  const ending = /^\D{0,20}[\d.]{1,60}(.{0,80})/.exec(named)?.[1] ?? "";
  return before.test(ending.split("+")[0] ?? "");
}

/** What stands for something else every day: branches, `latest`. None of them is a version. */
export const movingNames: readonly string[] =
  "latest main master trunk head HEAD develop development dev edge nightly stable current unknown prod production staging test".split(
    " ",
  );

const moving = new Set(movingNames);

export function isMovingName(name: string): boolean {
  return moving.has(name.toLowerCase());
}

/** Neither a pre-release nor a branch: digits, dots and an optional build suffix. */
export function isStableVersion(version: string): boolean {
  return /^v?\d{1,9}(?:\.\d{1,9}){0,4}(?:\+[0-9A-Za-z.-]{1,60})?$/.test(version);
}

export function majorOf(version: string): number | null {
  const found = /^v?(\d{1,9})/.exec(version)?.[1];
  return found === undefined ? null : Number(found);
}

/**
 * Written where the release itself sets the number, or where there is none: `0.0.0`, `0.0.0-development`,
 * `1.0.0-semantically-released`, Go's zero pseudo-version, and what holds no number at all.
 */
const placeholder =
  /^v?0\.0\.0(?:\.0)?(?:-(?:dev|development|local|snapshot|00010101000000-0{12}))?$|^semantic/i;
/** No number stands for such a word, whatever stands before it. */
const filledInLater =
  /^v?\d{1,9}\.0\.0-(?:placeholder|semantic[\w.-]{0,40}|managed-by-[\w.-]{0,40}|(?:set|filled|released|replaced|versioned)-(?:by|in|at|on|during)-[\w.-]{0,40})$/i;

export function isPlaceholder(version: string): boolean {
  return placeholder.test(version) || filledInLater.test(version) || !/\d/.test(version);
}
