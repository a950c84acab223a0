import { dayOf } from "#kernel/phrases.ts";
import type { Advisory } from "#evidence/advisories.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { ComponentRuntime } from "#model/component-runtimes.ts";
import { lockEvidence, type LockedUse } from "#model/locked-uses.ts";
import type { Component, Organisation } from "#model/organisation.ts";
import { versionScheme } from "../adoption/versions.ts";
import { fixedBy, isAffected, isOrdered } from "./affects.ts";
import { isBuildPin } from "./build-pins.ts";
import { cycleOf, endOfLifeOf } from "./end-of-life.ts";
import { defaultSharedRiskOptions, type SharedRiskOptions } from "./options.ts";
import { remedyFor } from "./remedy.ts";
import type { SharedRisk, SharedRiskResult } from "./result.ts";
import { vulnerabilitiesOf } from "./same-vulnerability.ts";
import type { SharedRiskKind } from "#vocabulary/measures.ts";
import { highest } from "#kernel/extremes.ts";

export interface SharedRiskInput {
  readonly organisation: Organisation;
  readonly runtimes: readonly ComponentRuntime[];
  /** Versions locked at as-of. */
  readonly locked: readonly LockedUse[];
  /** Versions that manifests fix at as-of where no lock file does; absent: none. */
  readonly declared?: readonly LockedUse[];
  /** Components that a lock file covers, whether or not it holds anything that they declare; absent: those of `locked`. */
  readonly underLock?: ReadonlySet<string>;
  /** Null: none were given. */
  readonly advisories: readonly Advisory[] | null;
}

interface Hit {
  readonly componentId: string;
  /** Of a runtime: what it is there for. */
  readonly use?: "building" | "function" | "running";
  readonly version: string;
  readonly evidence: EvidenceRef;
}

const individual = "team:individual-owned";
/** What ends later is not yet anybody's matter (uncalibrated). */
const soonSeconds = 365 * 86_400;

/** What hits many owners at once, so that one systemic answer is worth more than many small ones. */
export function assessSharedRisks(
  input: SharedRiskInput,
  options: SharedRiskOptions = defaultSharedRiskOptions,
): SharedRiskResult {
  const { organisation } = input;
  const present = new Map(
    organisation.components.filter((one) => one.goneAt === null).map((one) => [one.id, one]),
  );
  const runtimes = input.runtimes.filter((one) => present.has(one.componentId));
  const locked = input.locked.filter((one) => present.has(one.componentId));
  const declared = (input.declared ?? []).filter((one) => present.has(one.componentId));
  const underLock = [...(input.underLock ?? [])].filter((id) => present.has(id));
  const known = [...locked, ...declared, ...standardLibraries(runtimes)];
  const judgedComponents = known.filter(({ purl }) => !purl.startsWith("pkg:githubactions/"));
  const ended = runtimeRisks(runtimes, organisation, present, options);
  const told = [
    ...ended.drafts,
    ...advisoryRisks(known, input.advisories ?? []),
    ...outdatedMajors(locked),
  ];
  const judged = {
    runtime: ownersOf([...ended.judged], present),
    advisory: ownersOf(
      judgedComponents.map((one) => one.componentId),
      present,
    ),
    "outdated-major": ownersOf(
      locked.map((one) => one.componentId),
      present,
    ),
  };
  const risks = told
    .map((draft) => finish(draft, judged[draft.kind], present, organisation))
    .filter((one) => one.kind !== "outdated-major" || one.ownerIds.length >= options.minimumOwners)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0) || (a.id < b.id ? -1 : 1));
  return {
    risks,
    ending: ended.ending
      .map((draft) => finish(draft, judged.runtime, present, organisation))
      .sort((a, b) => (a.since ?? 0) - (b.since ?? 0) || (a.id < b.id ? -1 : 1)),
    runtimesJudged: ended.judged.size,
    componentsLocked: new Set([...locked.map((one) => one.componentId), ...underLock]).size,
    componentsJudged: new Set([...judgedComponents.map((one) => one.componentId), ...underLock])
      .size,
    advisoriesCount: input.advisories?.length ?? null,
    unknownCycles: ended.unknownCycles,
    unorderedVersions: unorderedVersions(known, input.advisories ?? []),
    unknown:
      input.advisories === null
        ? [
            {
              field: "advisoriesCount",
              code: "not-given",
              reason: "no advisories were given",
              needs: "files in OSV format, named under advisories in fulcrum.yaml",
            },
          ]
        : [],
  };
}

interface Draft {
  readonly id: string;
  readonly kind: SharedRiskKind;
  readonly title: string;
  readonly subject: string;
  readonly hits: readonly Hit[];
  readonly since: number | null;
  /** What to move to, in words. */
  readonly target: string;
}

function finish(
  { hits, target, ...draft }: Draft,
  judged: ReadonlySet<string>,
  present: ReadonlyMap<string, Component>,
  organisation: Organisation,
): SharedRisk {
  const componentIds = [...new Set(hits.map((one) => one.componentId))].sort();
  const owners = ownersOf(componentIds, present);
  return {
    ...draft,
    componentIds,
    ...(draft.kind === "runtime" ? usesOf(hits, componentIds) : {}),
    ownerIds: [...owners].sort(),
    share: judged.size === 0 ? null : owners.size / judged.size,
    ownersJudged: judged.size,
    versions: [...new Set(hits.map((one) => one.version))].sort(),
    remedy: remedyFor({ ...draft, target }, componentIds, organisation),
    evidence: hits.map((one) => one.evidence),
  };
}

/** What of a component runs on it goes before what only builds with it. */
function usesOf(
  hits: readonly Hit[],
  componentIds: readonly string[],
): Pick<SharedRisk, "buildingIds" | "functionIds"> {
  const of = (use: Hit["use"]): ReadonlySet<string> =>
    new Set(hits.flatMap((one) => (one.use === use ? one.componentId : [])));
  const [functions, running] = [of("function"), of("running")];
  return {
    buildingIds: componentIds.filter((id) => !functions.has(id) && !running.has(id)),
    functionIds: componentIds.filter((id) => functions.has(id)),
  };
}

function ownersOf(
  componentIds: readonly string[],
  present: ReadonlyMap<string, Component>,
): Set<string> {
  const owners = componentIds.flatMap((id) => present.get(id)?.ownerIds ?? []);
  return new Set(owners.filter((id) => id !== individual));
}

function runtimeRisks(
  runtimes: readonly ComponentRuntime[],
  { asOf }: Organisation,
  present: ReadonlyMap<string, Component>,
  { endsOfLife }: SharedRiskOptions,
): {
  drafts: Draft[];
  ending: Draft[];
  /** Components that pin a cycle whose end is known. */
  judged: ReadonlySet<string>;
  unknownCycles: string[];
} {
  const drafts = new Map<string, Draft & { hits: Hit[] }>();
  const unknownCycles = new Set<string>();
  const judged = new Set<string>();
  for (const one of runtimes) {
    const found = endOfLifeOf(one.runtime, one.version, endsOfLife);
    if (found === null) {
      unknownCycles.add(`${one.runtime} ${cycleOf(one.runtime, one.version, endsOfLife)}`);
      continue;
    }
    judged.add(one.componentId);
    const until = Date.parse(`${found.day}T00:00:00Z`) / 1000 + 86_400;
    if (until > asOf + soonSeconds) continue;
    const subject = `${one.runtime} ${found.cycle}`;
    const draft = drafts.get(subject) ?? {
      id: `runtime:${one.runtime}@${found.cycle}`,
      kind: "runtime" as const,
      title: `${subject} ${until > asOf ? "gets security fixes until" : "gets no more security fixes: they ended on"} ${dayOf(found.day)} (${found.source})`,
      subject,
      hits: [],
      since: until,
      target: `a supported ${one.runtime}`,
    };
    draft.hits.push({
      componentId: one.componentId,
      version: one.version,
      use: useOf(one, present.get(one.componentId)),
      evidence: {
        source: "runtimes",
        repositoryId: one.repositoryId,
        commit: one.commit,
        path: one.path,
        line: one.line,
        at: one.at,
        how: "declared",
        confidence: "high",
        text: `${one.runs === "function" ? "a function runs on" : "pins"} ${one.runtime} ${one.written}`,
      },
    });
    drafts.set(subject, draft);
  }
  const all = [...drafts.values()];
  return {
    drafts: all.filter(({ since }) => since === null || since <= asOf),
    ending: all.filter(({ since }) => since !== null && since > asOf),
    judged,
    unknownCycles: [...unknownCycles].sort(),
  };
}

function useOf(one: ComponentRuntime, component: Component | undefined): NonNullable<Hit["use"]> {
  if (one.runs === "function") return "function";
  return isBuildPin(one, component) ? "building" : "running";
}

function advisoryRisks(locked: readonly LockedUse[], advisories: readonly Advisory[]): Draft[] {
  const byPurl = groupByPurl(locked.map(asPublished));
  return vulnerabilitiesOf(advisories).flatMap(({ id, otherIds, summary, affected: all }) =>
    [...new Set(all.map((one) => one.purl))].flatMap((purl): Draft[] => {
      const uses = byPurl.get(purl);
      if (uses === undefined) return [];
      const scheme = versionScheme(purl);
      const affected = all.filter((one) => one.purl === purl);
      const hitVersions = new Set(
        [...new Set(uses.map(({ version }) => version))].filter((version) =>
          affected.some((one) => isAffected(one, version, scheme)),
        ),
      );
      if (hitVersions.size === 0) return [];
      const fixes = new Set(
        [...hitVersions].flatMap((version) => fixedBy(affected, version, scheme) ?? []),
      );
      const others = otherIds.length === 0 ? "" : ` (${otherIds.slice(0, 5).join(", ")})`;
      return [
        {
          id: `advisory:${id}:${purl}`,
          kind: "advisory",
          title: `${id}${others}: ${summary ?? "no summary"}`.slice(0, 400),
          subject: purl,
          hits: uses.filter(({ version }) => hitVersions.has(version)).map(lockedHit),
          since: null,
          target:
            fixes.size === 0 ? "a version without it, where there is one" : [...fixes].join(" or "),
        },
      ];
    }),
  );
}

/** Go's standard library comes with its toolchain, whose version OSV calls that of `stdlib`; one without its last number is none. */
function standardLibraries(runtimes: readonly ComponentRuntime[]): LockedUse[] {
  return runtimes
    .filter(({ runtime, version }) => runtime === "go" && /^\d+\.\d+\.\d+$/.test(version))
    .map(({ componentId, repositoryId, version, path, commit, at }) => ({
      componentId,
      repositoryId,
      purl: "pkg:golang/stdlib",
      version,
      from: at,
      to: null,
      path,
      commit,
      isDeclared: true as const,
    }));
}

/** Actions in folders of one repository (`bake/oven/init`) have its versions, and its advisories. */
function asPublished(use: LockedUse): LockedUse {
  const [repository = use.purl, folder] = use.purl.split("#", 2);
  const isAction = folder !== undefined && repository.startsWith("pkg:githubactions/");
  return isAction ? { ...use, purl: repository } : use;
}

/** Versions of packages that are both in use and in an advisory, but that cannot be put in order, so that ranges say nothing of them. */
function unorderedVersions(
  locked: readonly LockedUse[],
  advisories: readonly Advisory[],
): SharedRiskResult["unorderedVersions"] {
  const byPurl = groupByPurl(locked.map(asPublished));
  const found = new Map<string, Set<string>>();
  const add = (purl: string, version: string): void => {
    const versions = found.get(purl) ?? new Set<string>();
    found.set(purl, versions.add(version));
  };
  for (const { purl, ranges } of advisories.flatMap((one) => one.affected)) {
    const uses = byPurl.get(purl);
    if (uses === undefined || ranges.length === 0) continue;
    const scheme = versionScheme(purl);
    for (const { version } of uses) if (!scheme.isValid(version)) add(purl, version);
    for (const range of ranges)
      for (const event of isOrdered(range, scheme) ? [] : range.events)
        if (!isOrdered({ events: [event] }, scheme)) add(purl, event.version);
  }
  return [...found].map(([purl, versions]) => ({ purl, versions: [...versions].sort() }));
}

/** Against the newest major that any component of the organisation has locked: registries are not asked. */
function outdatedMajors(locked: readonly LockedUse[]): Draft[] {
  const byPurl = groupByPurl(locked);
  return [...byPurl].flatMap(([purl, uses]): Draft[] => {
    const scheme = versionScheme(purl);
    const read = uses.filter(({ version }) => scheme.isValid(version) && scheme.isStable(version));
    const newest = highest(read.map(({ version }) => scheme.major(version)));
    const onNewest = new Set(
      read.flatMap(({ version, componentId }) =>
        scheme.major(version) === newest ? componentId : [],
      ),
    );
    const behind = read.filter(({ componentId }) => !onNewest.has(componentId));
    if (behind.length === 0) return [];
    return [
      {
        id: `outdated-major:${purl}`,
        kind: "outdated-major",
        title: `${purl} is used below major ${String(newest)}, which others here use`,
        subject: purl,
        hits: behind.map(lockedHit),
        since: null,
        target: `major ${String(newest)}`,
      },
    ];
  });
}

function groupByPurl(locked: readonly LockedUse[]): Map<string, LockedUse[]> {
  const byPurl = new Map<string, LockedUse[]>();
  for (const use of locked) {
    const list = byPurl.get(use.purl);
    if (list === undefined) byPurl.set(use.purl, [use]);
    else list.push(use);
  }
  return byPurl;
}

function lockedHit(use: LockedUse): Hit {
  return {
    componentId: use.componentId,
    version: use.version,
    evidence: lockEvidence(use),
  };
}
