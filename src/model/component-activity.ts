import { append } from "#kernel/lists-by-key.ts";
import type { Moment } from "#evidence/moment.ts";
import type { FolderActivity, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { nearest, type Unit } from "./units.ts";
import type { LastWorked } from "./worked-days.ts";

const secondsPerDay = 86_400;

/** Birth and last human work of the folder, before as-of where history is finer than the summary; what came after its end is another's. */
export function activityOf(
  unit: Unit,
  { lastWorked, parted }: { readonly lastWorked: LastWorked; readonly parted: Parted },
  asOf: number,
  goneAt: number | null,
): { born: Moment | null; lastHuman: Moment | null } {
  const { repository, folder } = unit;
  if (folder === ".") {
    const { lastHuman: last } = repository;
    const lastHuman = last === null || last.at <= asOf ? last : lastHumanBefore(repository, asOf);
    return { born: bornAtRoot(repository), lastHuman };
  }
  const own = ownActivity(unit, parted);
  const first = unit.files
    .map((file) => file.spans[0]?.from)
    .filter((moment) => moment !== undefined);
  const born = own?.born ?? first.toSorted((a, b) => a.at - b.at)[0] ?? null;
  const last = own === undefined ? lastWorked(folder, asOf) : own.lastHuman;
  if (last !== null && goneAt !== null && last.at > goneAt && goneAt <= asOf)
    return { born, lastHuman: lastWorked(folder, goneAt) ?? { commit: "", at: goneAt } };
  if (last === null || last.at <= asOf) return { born, lastHuman: last };
  return { born, lastHuman: lastHumanBefore(repository, asOf) };
}

/** The first commit of its own mainline: what was merged in from another repository had its beginning there. */
function bornAtRoot({ first, folderActivity }: RepositoryEvidence): Moment | null {
  const begun = folderActivity.reduce<Moment | null>(
    (least, { born }) => (least === null || born.at < least.at ? born : least),
    null,
  );
  return begun ?? first;
}

/** By folder of a component: activity in folders with manifests below it that are no component, as one that only builds an image. */
export type Parted = ReadonlyMap<string, readonly FolderActivity[]>;

export function partsOf(
  repository: RepositoryEvidence,
  units: readonly Unit[],
  folders: ReadonlySet<string>,
): Parted {
  const former = new Set(units.flatMap(({ formerFolders }) => formerFolders));
  const found = new Map<string, FolderActivity[]>();
  for (const one of repository.folderActivity)
    if (!folders.has(one.folder) && !former.has(one.folder))
      append(found, nearest(one.folder, folders), one);
  return found;
}

const activities = new WeakMap<RepositoryEvidence, ReadonlyMap<string, FolderActivity>>();

function activityByFolder(repository: RepositoryEvidence): ReadonlyMap<string, FolderActivity> {
  const known = activities.get(repository);
  if (known !== undefined) return known;
  const found = new Map(repository.folderActivity.map((one) => [one.folder, one]));
  activities.set(repository, found);
  return found;
}

/** Of the folder, of where it lay before, and of what `partsOf` found below. */
export function ownActivity(
  { repository, folder, formerFolders }: Unit,
  parted: Parted,
): FolderActivity | undefined {
  const known = activityByFolder(repository);
  const parts = [
    ...[folder, ...formerFolders].flatMap((name) => known.get(name) ?? []),
    ...(parted.get(folder) ?? []),
  ];
  return parts.reduce<FolderActivity | undefined>((sum, one) => {
    if (sum === undefined) return one;
    const isLater = (one.lastHuman?.at ?? -1) > (sum.lastHuman?.at ?? -1);
    return {
      folder,
      born: one.born.at < sum.born.at ? one.born : sum.born,
      lastHuman: isLater ? one.lastHuman : sum.lastHuman,
    };
  }, undefined);
}

/** The last day with a human commit at or before as-of, from the days of activity (the commit itself is not kept). */
function lastHumanBefore(repository: RepositoryEvidence, asOf: number): Moment | null {
  let best = -1;
  for (const day of repository.activity.day) {
    const at = day * secondsPerDay;
    if (at <= asOf && at > best) best = at;
  }
  return best < 0 ? null : { commit: "", at: best };
}
