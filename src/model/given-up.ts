import type { PackageHistory, Tag } from "#evidence/repository-evidence.ts";
import { isStableVersion } from "#evidence/version-names.ts";
import { changeDays } from "./file-days.ts";
import { versionOfTag } from "./tag-version.ts";
import { folderOf, type Unit } from "./units.ts";

const secondsPerDay = 86_400;
const recentDays = 180;
/** Uncalibrated: a day or two put the notice right; a week of work is not spent on what is given up. */
const leastDays = 5;

/** A manifest marks its package so. At the root, work of people since its last change takes that back as it does a README's word. */
export function isMarkedDeprecated(
  unit: Unit,
  path: string,
  { deprecated }: Pick<PackageHistory, "deprecated">,
  until: number,
): boolean {
  if (deprecated === null) return false;
  return folderOf(path) !== unit.folder || !isStillWorkedOn(unit, path, until);
}

/**
 * Did work go on after the README, or manifest, last said that it is given up? Days of people since, or a release, of the last half year. Known of
 * whole repositories: work of people is not told apart by folder.
 */
export function isStillWorkedOn(
  { repository, folder }: Unit,
  path: string,
  until: number,
): boolean {
  if (folder !== ".") return false;
  const end = until / secondsPerDay;
  const said = changeDays(repository.fileChanges, path).findLast((day) => day < end);
  if (said === undefined) return false;
  const since = Math.max(said + 1, end - recentDays);
  const days = new Set(repository.activity.day.filter((day) => day >= since && day < end));
  return days.size >= leastDays || repository.tags.some((tag) => isReleaseIn(tag, since, end));
}

function isReleaseIn({ name, at }: Tag, from: number, to: number): boolean {
  const version = versionOfTag(name);
  const day = at / secondsPerDay;
  return version !== null && isStableVersion(version) && day >= from && day < to;
}
