import { isDescribing } from "#evidence/describing-words.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { DocumentFacts } from "#evidence/facts.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { isCodeLanguage } from "#evidence/languages.ts";
import type { Moment } from "#evidence/moment.ts";
import { unknownGroup } from "#evidence/own-repository.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { artefactsOf } from "./artefacts.ts";
import { bundleName } from "./bundles.ts";
import { cataloguedFacts, entitiesAbout, entitiesFor } from "./catalogue.ts";
import { codePaths } from "./code-owners.ts";
import { means } from "./configuration.ts";
import { correctionEvidence } from "./correction-evidence.ts";
import { seenUntil } from "./data-end.ts";
import { isMarkedDeprecated, isStillWorkedOn } from "./given-up.ts";
import { documentMarks, readmeOf } from "./document-marks.ts";
import { activityOf, ownActivity, partsOf, type Parted } from "./component-activity.ts";
import { componentId } from "./identifiers.ts";
import type { Component } from "./organisation.ts";
import { ownerHistoryOf, type OwnerHistoryContext } from "./owner-history.ts";
import { ownershipOf } from "./owners.ts";
import { homeOf } from "./folder-paths.ts";
import { goneSince } from "./gone-since.ts";
import { nearest, folderOf, unitsOf, type Unit } from "./units.ts";
import { lastWorkedIn, type LastWorked } from "./worked-days.ts";
import type { Lifecycle } from "#vocabulary/structure.ts";

const secondsPerDay = 86_400;
/** A human commit within this many days makes a component live (insights §3). */
export const liveDays = 180;
const dormantDays = 730;

export interface BuiltComponent {
  readonly component: Component;
  readonly unit: Unit;
}

export interface ComponentContext extends OwnerHistoryContext {
  /** Helm charts that other charts depend on: see `unitsOf`. */
  readonly charts: ReadonlySet<string>;
  readonly olderClones: ReadonlyMap<string, number>;
}

/** Those that were there before as-of. */
export function componentsOf(
  repository: RepositoryEvidence,
  context: ComponentContext,
): BuiltComponent[] {
  if (repository.head === null) return [];
  const described = context.catalogue.folders.get(repository.id) ?? new Set<string>();
  const units = unitsOf(repository, context.asOf, context.charts, described);
  const folders = new Set(units.map((unit) => unit.folder));
  const paths = codePaths(repository, folders, context.asOf);
  const around: Around = {
    folders,
    units: new Map(units.map((unit) => [unit.folder, unit])),
    lastWorked: lastWorkedIn(repository, folders),
    parted: partsOf(repository, units, folders),
  };
  return units
    .map((unit) => ({
      unit,
      component: buildComponent(unit, around, paths.get(unit.folder) ?? [], context),
    }))
    .filter(({ component: { born } }) => born === null || born.at < context.asOf)
    .filter(({ unit, component }) => component.goneAt === null || !isPassing(unit));
}

/** All components of the repository. */
interface Around {
  readonly folders: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly lastWorked: LastWorked;
  readonly parted: Parted;
}

function buildComponent(
  unit: Unit,
  { folders, units, lastWorked, parted }: Around,
  paths: readonly string[],
  context: ComponentContext,
): Component {
  const { asOf, catalogue, configuration } = context;
  const { repository, folder } = unit;
  const id = componentId(repository.id, folder);
  const said = entitiesFor(unit, catalogue);
  const entities = entitiesAbout(said, folder);
  const given = nameOf(unit, entities[0]?.entity.name ?? null);
  const renamed = configuration.corrections.findLast(
    (one) => one.kind === "name" && means(one.of, id, given),
  );
  const name = renamed?.kind === "name" ? renamed.name : given;
  const owned = { unit, id, name, entities: said, paths };
  const ownership = ownershipOf(owned, context);
  const ownerHistory =
    ownership.source === "correction" ? undefined : ownerHistoryOf(owned, context);
  const gone = goneSince(unit, paths, units, asOf);
  const goneAt = gone?.at ?? null;
  const activity = activityOf(unit, { lastWorked, parted }, asOf, goneAt);
  const into = gone?.foldedInto ?? null;
  const surface = surfaceOf(unit, folders);
  const catalogued = cataloguedFacts(entities);
  // What was last fetched a year ago lay still for nobody knows how long: it is what it was then.
  const until = seenUntil(context, repository.id);
  const isLive =
    activity.lastHuman === null ? null : until - activity.lastHuman.at <= liveDays * secondsPerDay;
  return {
    id,
    name,
    repositoryId: repository.id,
    path: folder,
    description: descriptionOf(unit),
    languages: languagesOf(unit),
    ownerIds: ownership.ownerIds,
    ownerSource: ownership.source,
    ...(ownerHistory === undefined ? {} : { ownerHistory }),
    lifecycle: lifecycleOf(
      unit,
      parted,
      catalogued?.lifecycle ?? null,
      goneAt,
      activity.lastHuman,
      until,
    ),
    isLive: goneAt === null ? isLive : false,
    born: activity.born,
    lastHuman: activity.lastHuman,
    goneAt,
    ...(into === null ? {} : { foldedInto: componentId(repository.id, into) }),
    artefacts: artefactsOf(unit, asOf),
    surface,
    catalogued,
    correction: ownership.correction,
    evidence: [
      ...(renamed?.kind === "name"
        ? [correctionEvidence(renamed, `name set to ${name}; it overrides: ${given}`)]
        : []),
      ...birthEvidence(unit, activity.born),
      ...ownership.evidence,
      ...entities.map(({ ref }) => ref),
    ],
  };
}

/** It stood for less than a day, on the way to something else, and was nothing that anybody had. */
function isPassing({ files, formerFolders }: Unit): boolean {
  if (formerFolders.length > 0) return false;
  const began = Math.min(...files.map(({ spans }) => spans[0]?.from.at ?? -Infinity));
  const ended = Math.max(...files.map(({ spans }) => spans.at(-1)?.to?.at ?? Infinity));
  return ended - began < secondsPerDay;
}

function nameOf(unit: Unit, catalogued: string | null): string {
  if (unit.folder === ".")
    return unit.repository.name.slice(unit.repository.name.lastIndexOf("/") + 1);
  if (catalogued !== null) return catalogued;
  const declared = unit.files
    .filter((file) => homeOf(file) === unit.folder && file.source !== "ruby-version-file")
    .flatMap((file) => file.packages)
    .find((one) => one.spans.at(-1)?.to === null && namesComponents.test(one.purl));
  if (declared === undefined) return unit.folder.slice(unit.folder.lastIndexOf("/") + 1);
  return packageName(declared.purl);
}

/** Images and actions are called after where they lie, and stand beside what they are made of. */
const namesComponents = /^pkg:(?:npm|gem|pypi|cargo|golang|maven|nuget|composer|helm)\//;

const unseenGroup = new RegExp(`^${unknownGroup}/`);

/** `pkg:npm/%40acme/ui` → `@acme/ui`, `pkg:gem/rails` → `rails`; a group that nobody can see is not shown. */
export function packageName(purl: string): string {
  const bare = purl
    .replace(/^pkg:[^/]{1,40}\//, "")
    .replace(/\?[^#]{0,2000}/, "")
    .replace(unseenGroup, "");
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare; // an escape that is none: the name as it stands is the best there is
  }
}

function lifecycleOf(
  unit: Unit,
  parted: Parted,
  catalogued: string | null,
  goneAt: number | null,
  lastHuman: Moment | null,
  asOf: number,
): Lifecycle {
  if (goneAt !== null) return "archived";
  const words = catalogued?.toLowerCase() ?? "";
  if (/retired|archived|decommission/.test(words)) return "archived";
  const atHead = readmeOf(unit);
  const readme = atHead?.document;
  // What is worked on and released is not given up, whatever a README once said.
  const isToldNow =
    (lastHuman === null || isLastWord(unit, parted, lastHuman)) &&
    !(atHead !== undefined && isStillWorkedOn(unit, atHead.path, asOf));
  if (isArchivedBy(readme) && lastHuman !== null && isToldNow) return "archived";
  const isMarked = (readme?.isDeprecated === true && isToldNow) || isOfDeprecated(unit, asOf);
  if (/deprecated/.test(words) || isMarked) return "deprecated";
  if (lastHuman !== null && asOf - lastHuman.at > dormantDays * secondsPerDay) return "dormant";
  if (/experimental|alpha|beta/.test(words)) return "experimental";
  return words === "" && lastHuman === null ? "unknown" : "production";
}

/** All that it is called after is marked so: one chart or package of several says nothing of the others. */
function isOfDeprecated(unit: Unit, asOf: number): boolean {
  const named = unit.files.flatMap((file) =>
    file.packages
      .filter(({ purl, spans }) => spans.at(-1)?.to === null && namesComponents.test(purl))
      .map((one) => ({ file, one })),
  );
  const own = named.filter(({ file }) => homeOf(file) === unit.folder);
  const meant = own.length > 0 ? own : named;
  return (
    meant.length > 0 &&
    meant.every(({ file, one }) => isMarkedDeprecated(unit, file.path, one, asOf))
  );
}

/** Its own README says so of the whole: "This repository is archived". */
function isArchivedBy(readme: DocumentFacts | null | undefined): boolean {
  if (readme?.isDeprecated !== true) return false;
  return /\b(?:archived|decommissioned|retired)\b/i.test(
    `${readme.title ?? ""} ${readme.summary ?? ""}`,
  );
}

/** A README is known as it stands at HEAD only: it says nothing of a time before the last human work. */
function isLastWord(unit: Unit, parted: Parted, lastHuman: Moment): boolean {
  const { repository, folder } = unit;
  const own = folder === "." ? repository.lastHuman : ownActivity(unit, parted)?.lastHuman;
  return lastHuman.at === own?.at;
}

/** Does a mark about this folder or package of npm mean the unit? */
function isCalled(unit: Unit, member: string): boolean {
  if (unit.folder === member) return true;
  const purl = `pkg:npm/${member.replace(/^@/, "%40")}`;
  // What a folder was called once is another's name now.
  return unit.files.some((file) =>
    file.packages.some((one) => one.purl === purl && one.spans.at(-1)?.to === null),
  );
}

interface MarksIn {
  /** By the folder of the unit that they lie in, or are about. */
  readonly byUnit: ReadonlyMap<string, readonly SurfaceMark[]>;
  /** About members that they name. */
  readonly ofMembers: readonly SurfaceMark[];
}

const marksBefore = new WeakMap<ReadonlySet<string>, MarksIn>();

/** Worked out once for a repository, whose units are `folders`: each of them asks. */
function marksIn({ folders: facts, headFiles }: RepositoryEvidence, folders: ReadonlySet<string>) {
  const before = marksBefore.get(folders);
  if (before !== undefined) return before;
  const byUnit = new Map<string, SurfaceMark[]>();
  const ofMembers: SurfaceMark[] = [];
  const put = (folder: string, mark: SurfaceMark): void => {
    const unit = nearest(folder, folders);
    const list = byUnit.get(unit);
    if (list === undefined) byUnit.set(unit, [mark]);
    else list.push(mark);
  };
  for (const { folder, surface } of facts) for (const mark of surface) put(folder, mark);
  for (const { path, surface } of headFiles)
    for (const mark of surface)
      if (mark.member !== undefined) ofMembers.push(mark);
      else put(mark.folder ?? folderOf(path), mark);
  const found: MarksIn = { byUnit, ofMembers };
  marksBefore.set(folders, found);
  return found;
}

/** Marks of the folder, with those of files and folders below it that belong to no deeper unit; counts added up. */
function surfaceOf(unit: Unit, folders: ReadonlySet<string>): SurfaceMark[] {
  const sums = new Map<string, SurfaceMark>();
  const add = (marks: readonly SurfaceMark[]): void => {
    for (const mark of marks) {
      const key = `${mark.mark}\n${mark.text}`;
      const known = sums.get(key);
      const { mark: kind, text, count } = mark;
      sums.set(key, { mark: kind, text, count: count + (known?.count ?? 0) });
    }
  };
  const { byUnit, ofMembers } = marksIn(unit.repository, folders);
  add(byUnit.get(unit.folder) ?? []);
  add(ofMembers.filter(({ member = "" }) => isCalled(unit, member)));
  add(documentMarks(unit));
  if (isKeptBack(unit)) add([{ mark: "unpublished", text: "left out of deploying", count: 1 }]);
  if (unit.isSample) add([{ mark: "sample", text: unit.folder, count: 1 }]);
  return [...sums.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function isKeptBack({ files }: Unit): boolean {
  const packages = files.flatMap((file) => file.packages);
  const live = packages.filter(({ spans }) => spans.at(-1)?.to === null);
  return (
    live.some((one) => one.isKeptBack === true) &&
    live.every((one) => one.isPrivate || bundleName(one.purl) !== null)
  );
}

const mostLanguages = 5;

/** At HEAD, languages of code before others, the one with most files first. */
function languagesOf({ repository, folder }: Unit): string[] {
  const counts =
    folder === "." ? repository.languages : (repository.folderLanguages?.[folder] ?? {});
  const rank = (name: string): number => (isCodeLanguage(name) ? 0 : 1);
  return Object.entries(counts)
    .sort(([a, one], [b, other]) => rank(a) - rank(b) || other - one || (a < b ? -1 : 1))
    .slice(0, mostLanguages)
    .map(([name]) => name);
}

/** One of several workflows speaks for itself alone, and what is gone for nothing that is there. */
function descriptionOf(unit: Unit): string | null {
  const whole = unit.files
    .flatMap((file) => file.packages)
    .filter(({ purl }) => bundleName(purl) === null);
  const live = whole.filter(({ spans }) => spans.at(-1)?.to === null);
  const declared = (live.length > 0 ? live : whole).flatMap(({ description }) =>
    description !== null && isDescribing(description) ? description : [],
  );
  return readmeOf(unit)?.document?.description ?? declared[0] ?? null;
}

function birthEvidence(unit: Unit, born: Moment | null): EvidenceRef[] {
  if (born === null) return [];
  return [
    {
      source: "git",
      repositoryId: unit.repository.id,
      commit: born.commit,
      path: unit.folder === "." ? null : unit.folder,
      line: null,
      at: born.at,
      how: "observed",
      confidence: "observed",
      text:
        unit.formerFolders.length === 0
          ? "first commit"
          : `first commit, then in ${unit.formerFolders.join(", ")}`.slice(0, 500),
    },
  ];
}
