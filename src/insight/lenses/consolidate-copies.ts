import { append } from "#kernel/lists-by-key.ts";
import { counted, some } from "#kernel/phrases.ts";
import { isTeam, keepersWords } from "#model/keepers.ts";
import { isOfAudience } from "#model/audience.ts";
import type { Capability } from "#model/organisation.ts";
import type { CopySite } from "../duplication/between-owners.ts";
import { copyEvidence } from "../duplication/findings.ts";
import type { Span } from "../value/options.ts";
import { isCopyOf, worthSharing, type Topic } from "./copies-worth-sharing.ts";
import {
  alikeShare,
  familiesOf,
  fileOf,
  partOf,
  repeatsOf,
  siblingsOf,
  type CopyFamily,
  type Repeats,
  type SweptOn,
} from "./families.ts";
import { isOthers, isRetired, lastPart, reachOf, shortName, type Ground } from "./ground.ts";
import { confidenceOf, proposal, type Proposal } from "./proposal.ts";
import { exactly, product, sum } from "./spans.ts";
import { fitting, titled } from "./title.ts";

const secondsPerDay = 86_400;

const homeOf: Readonly<Record<Topic, string>> = {
  pipelines: "shared workflow",
  infrastructure: "shared module",
  code: "shared library",
};
const thingOf: Readonly<Record<Topic, readonly [one: string, many: string]>> = {
  pipelines: ["pipeline file", "pipeline files"],
  infrastructure: ["file of infrastructure code", "files of infrastructure code"],
  code: ["source file", "source files"],
};

/** Code that is kept in several places and changes together: one proposal for each family, and one for each home that has a file of it. */
export function consolidateCopies(ground: Ground): Proposal[] {
  return familiesOf(worthSharing(ground.clones ?? [], ground)).flatMap((family) => {
    const home = homeAmong(family, ground);
    if (home === null) return shared(family, ground);
    const ofHome = new Set([home.copy, ...home.others].map(fileOf));
    const own = partOf(family, (copy) => ofHome.has(fileOf(copy)));
    const rest = partOf(
      family,
      (copy) => !ofHome.has(fileOf(copy)) && copy.repositoryId !== home.copy.repositoryId,
    );
    const repeated = own === null ? null : repeatedWork(own, ground);
    return [
      ...(own === null || repeated === null || repeated.count === 0
        ? []
        : [useOf(home, own, repeated, ground)]),
      ...(rest === null ? [] : shared(rest, ground)),
    ];
  });
}

function shared(family: CopyFamily, ground: Ground): Proposal[] {
  const repeated = repeatedWork(family, ground);
  return repeated.count === 0 ? [] : [shareOf(family, repeated, ground)];
}

/** In the last twelve months: what was work before, and is none now, spares nobody anything. */
interface RepeatedWork extends Repeats {
  /** As often as chance does not explain, as far as the copies make up their files. */
  readonly effective: Span;
}

function sweptDays(sweeps: Ground["sweeps"]): SweptOn {
  const days = new Map<string, number[]>();
  for (const [number, { places }] of sweeps.entries())
    for (const { repositoryId, at } of places)
      append(days, `${repositoryId}\n${String(Math.floor(at / secondsPerDay))}`, number);
  return (repositoryId, day) => days.get(`${repositoryId}\n${String(day)}`) ?? [];
}

/** With the days on which people changed them, and the day of birth. */
function byPeople(copies: readonly CopySite[], { isBotDay }: Ground): CopySite[] {
  return copies.map((copy) => ({
    ...copy,
    changeDays: Array.from(copy.changeDays).filter(
      (day, at) => at === 0 || !isBotDay(copy.repositoryId, day),
    ),
  }));
}

function repeatedWork(family: CopyFamily, ground: Ground): RepeatedWork {
  const { until } = ground;
  const to = Math.floor(until / secondsPerDay);
  const found = { count: 0, rounds: 0, partial: 0 };
  const sweptOn = sweptDays(ground.sweeps);
  let effective = exactly(0);
  for (const siblings of siblingsOf(family)) {
    const { count, rounds, partial } = repeatsOf(byPeople(siblings, ground), to - 365, to, sweptOn);
    found.count += count;
    found.rounds += rounds;
    found.partial += partial;
    const paths = new Set(siblings.map(({ repositoryId, path }) => `${repositoryId}\n${path}`));
    const own = family.classes.filter((one) =>
      one.copies.some(({ repositoryId, path }) => paths.has(`${repositoryId}\n${path}`)),
    );
    const beyond = Math.max(...own.map((one) => one.beyondChance));
    const share = alikeShare(own);
    effective = sum(effective, {
      low: count * beyond * share,
      likely: count * beyond * Math.sqrt(share),
      high: count,
    });
  }
  return { ...found, effective };
}

function shareOf(family: CopyFamily, repeated: RepeatedWork, ground: Ground): Proposal {
  const { topic, repositoryIds, files } = family;
  const { costs } = ground;
  const places = repositoryIds.length;
  const home = homeOf[topic];
  const names = distinctNames(family);
  const repositories = some(repositoryIds.map(lastPart), 4);
  const [one, many] = thingOf[topic];
  const what = `${counted(names.length, one, many)} (${some(names, 3)})`;
  const copied =
    places === 2
      ? `that ${repositories} both keep`
      : `that ${counted(places, "repository", "repositories")} copy`;
  const componentIds = [...new Set(files.flatMap((copy) => copy.componentId ?? []))].sort();
  const place = placeFor(family, componentIds, ground);
  const owners = [...new Set(files.flatMap((copy) => copy.owners))].sort();
  const reach = reachOf(componentIds, ground);
  const keepers = keepersOf(names[0] ?? "", files);
  const lines = family.classes.reduce((all, { medianLines }) => all + medianLines, 0);
  return proposal({
    kind: "consolidate",
    title:
      names.length === 1
        ? `Give ${names[0] ?? one} ${copied} one home: a ${home}`
        : fitting(
            titled(
              names,
              3,
              (told) =>
                `Give ${counted(names.length, one, many)} ${copied} one home, a ${home}: ${told}`,
            ),
            `Give ${counted(names.length, one, many)} ${copied} one home: a ${home}`,
          ),
    subjectIds: componentIds,
    affectedIds: componentIds,
    reach: reach.count === 0 ? { count: places, unit: "repository" } : reach,
    forWhom: owners.every(isTeam)
      ? `${keepersWords(owners)} that keep them: ${some(owners.map(nameOfTeam), 4)}`
      : `${counted(places, "repository", "repositories")} that keep them: ${repositories}`,
    replaces: `${counted(files.length, "copy", "copies")} with ${String(lines)} lines alike, changed once more ${counted(repeated.count, "time")} in the last year`,
    firstStep: `Move ${names[0] ?? "one of them"} of ${lastPart(keepers[0] ?? "")} into ${place === null ? `a ${home} with a version` : `${place.name}, from where ${counted(place.users, "component")} of theirs take such things already`}, and let ${lastPart(keepers[1] ?? "one other")} use it first`,
    measure: {
      text: "changes of a copy that had to be made again in another repository within 14 days or under one name",
      present: repeated.count,
      unit: "a year",
    },
    against: [
      "A shared home ties its users together: a mistake in it reaches all of them at once, and somebody has to own it",
      ...partialWords(repeated),
    ],
    reasons: [
      `${counted(places, "repository", "repositories")} keep ${what}: ${String(lines)} lines alike in ${counted(files.length, "file")}`,
      `in the last year ${counted(repeated.rounds, "round")} of changes by people touched several of them within 14 days or under one name, ${counted(repeated.count, "change")} of a copy more than one home would need`,
    ],
    atStakePersonHours: product(repeated.effective, costs.repeat),
    effortPersonHours: sum(
      topic === "code" ? costs.building : product(movedFile, costs.change),
      product(exactly(places), costs.repeat, exactly(2)),
    ),
    confidence: confidenceOf(repeated.effective.likely, costs.isMeasured),
    restsOn: [
      repeatedWords,
      costs.words.change,
      topic === "code"
        ? costs.words.building
        : "a file that is there already becomes a shared one in 1 to 10 changes, likely 3: uncalibrated",
    ],
    evidence: files.map((copy) => copyEvidence(copy)),
  });
}

function nameOfTeam(id: string): string {
  return id.slice("team:".length);
}

const offering: Readonly<Record<Topic, ReadonlySet<Capability["kind"]>>> = {
  pipelines: new Set(["workflow", "action", "pipeline-library"]),
  infrastructure: new Set(["infrastructure-module", "chart"]),
  code: new Set(["library", "client-library", "ui-components", "plugin"]),
};

interface Home {
  readonly capability: Capability;
  readonly copy: CopySite;
  /** Copies in other repositories, of components that are for the same people as its users. */
  readonly others: readonly CopySite[];
}

/**
 * A copy that stands in what others already take such things from, with the copies of that very file: what is like another copy
 * of the family is none of it, nor is a pipeline whose component calls the home already.
 */
function homeAmong(family: CopyFamily, ground: Ground): Home | null {
  const { topic, files } = family;
  for (const capability of ground.organisation.capabilities) {
    const { id, kind, providerComponentId } = capability;
    const adoption = ground.adoptionOf.get(id);
    if (!offering[topic].has(kind) || isRetired(capability, adoption)) continue;
    if ((adoption?.adoptersNow ?? 0) < 2) continue;
    const own = files.filter(({ componentId }) => componentId === providerComponentId);
    if (own.length === 0) continue;
    const callers = topic === "pipelines" ? usersOfHome(capability, ground) : new Set<string>();
    const [best] = own
      .map((copy) => ({
        copy,
        others: copiesOf(copy, family).filter(({ repositoryId, componentId }) => {
          const component = ground.components.get(componentId ?? "");
          const isMeant =
            isOthers(component, capability, ground) &&
            isOfAudience(component, adoption?.audience ?? null);
          return repositoryId !== copy.repositoryId && isMeant && !callers.has(component.id);
        }),
      }))
      .sort((a, b) => b.others.length - a.others.length || (a.copy.path < b.copy.path ? -1 : 1));
    if (best !== undefined) return { capability, ...best };
  }
  return null;
}

/** Files of which a stretch is a copy of this one's. */
function copiesOf(copy: CopySite, { classes }: CopyFamily): CopySite[] {
  const isSame = (one: CopySite): boolean =>
    one.repositoryId === copy.repositoryId && one.path === copy.path;
  const found = new Map<string, CopySite>();
  for (const { copies, medianLines } of classes) {
    const own = copies.find(isSame);
    if (own === undefined) continue;
    for (const one of copies)
      if (!isSame(one) && isCopyOf(own, one, medianLines))
        found.set(`${one.repositoryId}\n${one.path}`, one);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Components that use anything that the same repository offers to pipelines. */
function usersOfHome({ providerComponentId }: Capability, ground: Ground): ReadonlySet<string> {
  const home = ground.components.get(providerComponentId ?? "")?.repositoryId;
  return new Set(
    ground.organisation.capabilities.flatMap((one) => {
      const provider = ground.components.get(one.providerComponentId ?? "");
      if (provider?.repositoryId !== home || !offering.pipelines.has(one.kind)) return [];
      const uses = ground.adoptionOf.get(one.id)?.uses ?? [];
      return uses.flatMap((use) => (use.to === null ? [use.componentId] : []));
    }),
  );
}

/** Where most of them take such things from already, though none of these. */
function placeFor(
  { topic }: CopyFamily,
  componentIds: readonly string[],
  ground: Ground,
): { readonly name: string; readonly users: number } | null {
  const meant = new Set(componentIds);
  const [best] = ground.organisation.capabilities
    .filter(
      (one) => offering[topic].has(one.kind) && !isRetired(one, ground.adoptionOf.get(one.id)),
    )
    .map((one) => {
      const uses = ground.adoptionOf.get(one.id)?.uses ?? [];
      const users = uses.filter((use) => use.to === null && meant.has(use.componentId));
      return {
        name: one.name,
        users: new Set(users.map((use) => use.componentId)).size,
        isRead: one.providerComponentId !== null,
        all: ground.adoptionOf.get(one.id)?.adoptersNow ?? 0,
      };
    })
    // Of two that as many of them use: what was read can be looked into, and what serves more serves anything.
    .sort(
      (a, b) =>
        b.users - a.users ||
        Number(b.isRead) - Number(a.isRead) ||
        b.all - a.all ||
        (a.name < b.name ? -1 : 1),
    );
  return topic !== "code" && best !== undefined && best.users * 2 > meant.size ? best : null;
}

/** Who keeps a copy of what is offered already. */
function useOf(
  { capability, copy, others }: Home,
  family: CopyFamily,
  repeated: RepeatedWork,
  ground: Ground,
): Proposal {
  const { costs } = ground;
  const homes = [...new Set(others.map(({ repositoryId }) => lastPart(repositoryId)))].sort();
  const componentIds = [...new Set(others.flatMap(({ componentId }) => componentId ?? []))].sort();
  const reach = reachOf(componentIds, ground);
  const name = shortName(capability);
  const lines = family.classes.reduce((all, { medianLines }) => all + medianLines, 0);
  return proposal({
    kind: "adopt",
    title: `Let ${some(homes, 3)} use ${lastPart(copy.path)} of ${name} in place of ${homes.length === 1 ? "a copy" : "copies"}`,
    subjectIds: [capability.id, ...componentIds],
    affectedIds: componentIds,
    reach: reach.count === 0 ? { count: homes.length, unit: "repository" } : reach,
    forWhom: `those who keep the ${others.length === 1 ? "copy" : "copies"}: ${some(homes, 4)}`,
    replaces: `${counted(others.length, "copy", "copies")} with ${String(lines)} lines alike`,
    firstStep: `Put ${lastPart(copy.path)} of ${name} in the place of the copy in ${homes[0] ?? "one of them"}, and write down what it lacks there`,
    measure: { text: "copies of it kept elsewhere", present: others.length, unit: "files" },
    against: [
      "The copy may have been taken so that it could differ: ask before it is taken away",
      ...partialWords(repeated),
    ],
    reasons: [
      `${some(homes, 4)} ${homes.length === 1 ? "keeps" : "keep"} what stands in ${name} as well: ${String(lines)} lines alike`,
      `in the last year ${counted(repeated.rounds, "round")} of changes touched both within 14 days or under one name`,
    ],
    atStakePersonHours: product(repeated.effective, costs.repeat),
    effortPersonHours: product(
      exactly(others.length),
      { low: 0.3, likely: 1, high: 3 },
      costs.change,
    ),
    confidence: confidenceOf(repeated.effective.likely, costs.isMeasured),
    restsOn: [repeatedWords, costs.words.change, "a change (0.3 to 3) for each copy: uncalibrated"],
    evidence: [copy, ...others].map((one) => copyEvidence(one)),
  });
}

const repeatedWords =
  "changes repeated × hours of a repeated change (a fifth of a change; 3 to 40 %), less what chance would give and by the part of the file that is alike";

function partialWords({ partial, rounds }: Repeats): string[] {
  return partial === 0
    ? []
    : [
        `${String(partial)} of ${counted(rounds, "round")} of changes did not reach every copy: some may differ on purpose`,
      ];
}

/** What stands in one place already has to be moved, made to take parameters, and released. */
const movedFile: Span = { low: 1, likely: 3, high: 10 };

/** Repositories with a file of the name, then the others. */
function keepersOf(name: string, files: readonly CopySite[]): string[] {
  const isNamed = ({ path }: CopySite): boolean => lastPart(path) === name;
  const inOrder = [...files.filter(isNamed), ...files.filter((one) => !isNamed(one))];
  return [...new Set(inOrder.map(({ repositoryId }) => repositoryId))];
}

/** Of its files, the one first that has most lines kept more than once. */
function distinctNames({ classes }: CopyFamily): string[] {
  const spared = new Map<string, number>();
  for (const { copies, medianLines } of classes)
    for (const name of new Set(copies.map(({ path }) => lastPart(path)))) {
      const homes = new Set(
        copies.flatMap((one) => (lastPart(one.path) === name ? [one.repositoryId] : [])),
      );
      spared.set(name, (spared.get(name) ?? 0) + medianLines * Math.max(homes.size - 1, 0.5));
    }
  return [...spared]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([name]) => name);
}
