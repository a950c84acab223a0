import { append } from "#kernel/lists-by-key.ts";
import type { CatalogEntity } from "#evidence/facts.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { offeredCapabilities, ownKey, type CapabilityContext } from "./capabilities.ts";
import { gatherCatalogue } from "./catalogue.ts";
import { componentsOf, type BuiltComponent } from "./components.ts";
import { means, type ModelConfiguration } from "./configuration.ts";
import { declaredConsumptions, mentionsIn, thirdPartyUses } from "./consumptions.ts";
import { applyEdgeCorrections } from "./edge-corrections.ts";
import { capabilitiesElsewhere, shownByUses } from "./elsewhere.ts";
import { isOwnPackage, ownNamespaces } from "./own-namespaces.ts";
import { leftOutOf, type LeftOut } from "./left-out.ts";
import { openedBy, PeopleIndex, type OpenedByContext } from "./opened-by.ts";
import { mergeRenamed } from "./renames/merge-renamed.ts";
import { renamedPackages } from "./renames/renamed-packages.ts";
import { takenOver, withMoved } from "./renames/taken-over.ts";
import { joinRepositories } from "./joins/join-repositories.ts";
import { applyNameCorrections } from "./name-corrections.ts";
import { OwnerRegister, isIndividual } from "./owner-register.ts";
import { codeownersMistakes, type CodeownersMistake } from "./owner-mistakes.ts";
import { forgesOf } from "./forges.ts";
import { sinceFreshStart } from "./fresh-starts.ts";
import { labelledOwners } from "./owner-labels.ts";
import { proposeOwners, withProposals } from "./owner-proposals.ts";
import { knownTeams, listedOwners, listedUnread } from "./published-lists.ts";
import { unitsOf } from "./units.ts";
import { ListedRepositories } from "./listed-repositories.ts";
import type { Capability, Component, Consumption, Organisation, Team } from "./organisation.ts";
import { isOthers } from "./offered.ts";
import { offeredPackages, resolvePurl, type OfferedPackage } from "./packages.ts";
import { markReverseTests, withoutOnlyTested } from "./reverse-tests.ts";
import { strayCapabilities } from "./strays.ts";
import { markTestHelp } from "./test-help.ts";
import type { ServiceMentionFound } from "./service-mentions.ts";
import { serviceUses } from "./service-uses.ts";
import { findWorkarounds, formerNames, namesUsed } from "./workarounds.ts";
import { highest } from "#kernel/extremes.ts";

export interface OrganisationInput {
  readonly name: string;
  /** Seconds since the epoch; evidence from then on is not looked at. */
  readonly asOf: number;
  /** See `DataEnd`. */
  readonly olderClones?: ReadonlyMap<string, number>;
  readonly repositories: readonly RepositoryEvidence[];
  readonly catalogues: readonly {
    readonly file: string;
    readonly entities: readonly CatalogEntity[];
  }[];
  readonly configuration: ModelConfiguration;
  /** See `JoinOptions`. */
  readonly isPublicName?: (name: string) => boolean;
  /** See `OwnerCensus`. */
  readonly isAuthor?: (name: string) => boolean;
}

export interface ModelFindings {
  readonly organisation: Organisation;
  /** Packages that more than one repository publishes: the first provider counts. */
  readonly publishedTwice: readonly {
    readonly purl: string;
    readonly components: readonly string[];
  }[];
  /** Folders with manifests that are no components because of what they are called, by repository. */
  readonly leftOut: readonly LeftOut[];
  /** Services that are named but not called. */
  readonly serviceMentions: readonly ServiceMentionFound[];
  /** Lines of CODEOWNERS that the repository's forge cannot read. */
  readonly codeownersMistakes: readonly CodeownersMistake[];
  /** Corrections that name nothing that was found. */
  readonly idleCorrections: readonly string[];
}

/** What the evidence means: components, teams, capabilities and who uses them. Pure; equal input, equal ids. */
export function buildOrganisation(input: OrganisationInput): ModelFindings {
  const { asOf, configuration } = input;
  const repositories = joinRepositories(
    input.repositories.map((one) => sinceFreshStart(one, asOf)),
    input,
  );
  const index = new ListedRepositories(repositories);
  const forges = forgesOf(repositories);
  const catalogue = gatherCatalogue(repositories, input.catalogues, index);
  const listed = listedOwners(repositories, index, knownTeams(repositories));
  const register = OwnerRegister.from({
    repositories,
    forges,
    further: [
      ...ownersNamedElsewhere(input),
      ...[...listed.values()].flat().map(({ owner }) => owner),
    ],
    isAuthor: input.isAuthor ?? (() => false),
  });
  const charts = chartsInUse(repositories);
  const foldersOf = (repository: RepositoryEvidence): ReadonlySet<string> => {
    const described = catalogue.folders.get(repository.id) ?? new Set<string>();
    return new Set(unitsOf(repository, asOf, charts, described).map(({ folder }) => folder));
  };
  const labels = labelledOwners(repositories, foldersOf, index);
  const context = {
    asOf,
    olderClones: input.olderClones ?? new Map<string, number>(),
    catalogue,
    configuration,
    register,
    forges,
    index,
    charts,
    listed,
    labels,
  };
  const declaredOwners = repositories.flatMap((repository) => componentsOf(repository, context));
  const built = withProposals(
    declaredOwners,
    proposeOwners(repositories, declaredOwners, asOf),
    (ownerId) => register.known.get(ownerId)?.name ?? ownerId,
  );
  const byId = new Map(built.map((one) => [one.component.id, one]));
  const { packages, twice } = offeredPackages(built, asOf);
  const offered = offeredCapabilities(packages, {
    asOf,
    configuration,
    built: byId,
    ...usedByOthers(built, packages, asOf),
  });
  const namespaces = ownNamespaces(
    repositories,
    packages.keys(),
    listedUnread(repositories, index),
    configuration,
  );
  const { capabilities: declaredOrTaken, byPurl: strays } = strayCapabilities(
    built,
    offered,
    namespaces,
    context,
  );
  const here = new Map([...offered.byPurl, ...strays]);
  const elsewhere = capabilitiesElsewhere(built, here, namespaces, context);
  const offers = ({ packages: purls }: Capability): OfferedPackage[] =>
    purls.flatMap((purl) => packages.get(purl) ?? []);
  const goneAt = (capability: Capability): number | null =>
    capability.providerComponentId === null ? null : goneSince(offers(capability));
  const namedBy = new Map([...here, ...elsewhere.byPurl]);
  const merged = mergeRenamed(
    { capabilities: [...declaredOrTaken, ...elsewhere.capabilities], byPurl: namedBy },
    renamedPackages(built, namedBy, asOf),
    (capability) => capability.providerComponentId !== null && goneAt(capability) === null,
  );
  const { apart: others, moved } = takenOver(built, merged, goneAt, context);
  const { capabilities: packaged, ids } = withMoved(moved, merged.capabilities, [
    merged.byPurl,
    offered.byOwn,
  ]);
  const [byPurl = merged.byPurl, byOwn = offered.byOwn] = ids;
  const capabilityById = new Map(
    [...packaged, ...offered.inside].map((capability) => [capability.id, capability]),
  );
  const opening = openingContext(repositories, built, byId);
  const declared = built.flatMap((one) =>
    declaredConsumptions(one, {
      asOf,
      byPurl,
      byOwn,
      capabilities: capabilityById,
      goneAt,
      takenOver: others,
      openedBy: (consumer, capability, beginning) =>
        openedBy(consumer, capability, beginning, opening),
    }),
  );
  const services = serviceUses(built, asOf, configuration, takenByOthers(declared, packaged));
  const named: Capability[] = applyNameCorrections(
    [...packaged, ...others.values(), ...services.capabilities],
    configuration,
  );
  const components = built.map((one) => one.component);
  const isInside = new Set(offered.inside.map(({ id }) => id));
  const insideUses = declared.filter((one) => isInside.has(one.capabilityId));
  const seen = [
    ...declared.filter((one) => !isInside.has(one.capabilityId)),
    ...services.consumptions,
  ];
  const meant = markTestHelp(seen, named, components, repositories);
  const marked = markReverseTests(meant, named, components);
  const capabilities = withoutOnlyTested(named, seen, marked);
  const kept = new Set(capabilities.map(({ id }) => id));
  const corrected = applyEdgeCorrections(
    marked.filter(({ capabilityId }) => kept.has(capabilityId)),
    components,
    capabilities,
    configuration,
  );
  const organisation: Organisation = {
    name: input.name,
    asOf,
    ...(input.olderClones === undefined ? {} : { olderClones: input.olderClones }),
    teams: teamsOf(built, register),
    components: components.map((one) => ({
      ...one,
      evidence: [...(corrected.removed.get(one.id) ?? []), ...one.evidence],
    })),
    capabilities: shownByUses(capabilities, corrected.consumptions),
    consumptions: corrected.consumptions,
    inside: { capabilities: offered.inside, consumptions: insideUses },
    thirdPartyUses: built.flatMap((one) =>
      thirdPartyUses(one, asOf, (purl) => byPurl.has(purl) || isOwnPackage(purl, namespaces)),
    ),
    mandates: configuration.mandates.flatMap((mandate) =>
      capabilities
        .filter((capability) =>
          means(mandate.capability, capability.id, capability.name, ...capability.packages),
        )
        .map((capability) => ({
          capabilityId: capability.id,
          at: mandate.at,
          text: mandate.text,
          evidence: [],
        })),
    ),
    workarounds: findWorkarounds(built, capabilities, corrected.consumptions),
    usedNames: namesUsed(byId, capabilities, corrected.consumptions),
    formerNamesUsed: namesUsed(byId, capabilities, corrected.consumptions, formerNames),
  };
  return {
    organisation,
    publishedTwice: twice,
    leftOut: repositories.flatMap((one) => leftOutOf(one, asOf, context.charts)),
    serviceMentions: services.mentions,
    codeownersMistakes: codeownersMistakes(repositories, forges),
    idleCorrections: [
      ...idleComponentCorrections(built, configuration),
      ...idleNameCorrections([...components, ...capabilities], configuration),
      ...corrected.idle,
    ],
  };
}

/** Components of which another takes a package. */
function takenByOthers(
  uses: readonly Consumption[],
  capabilities: readonly Capability[],
): ReadonlySet<string> {
  const provider = new Map(capabilities.map((one) => [one.id, one.providerComponentId]));
  return new Set(
    uses.flatMap(({ consumerComponentId, capabilityId }) => {
      const by = provider.get(capabilityId) ?? null;
      return by === null || by === consumerComponentId ? [] : by;
    }),
  );
}

function goneSince(offers: readonly OfferedPackage[]): number | null {
  const ends = offers.map(({ to }) => to);
  return ends.length === 0 || ends.includes(null) ? null : highest(ends.map((to) => to ?? 0));
}

function ownersNamedElsewhere({ catalogues, configuration }: OrganisationInput): string[] {
  return [
    ...catalogues.flatMap(({ entities }) => entities.flatMap(({ owner }) => owner ?? [])),
    ...configuration.corrections.flatMap((one) => (one.kind === "owner" ? one.owner : [])),
  ];
}

/** Helm charts that some chart depends on, as their own Chart.yaml names them. */
function chartsInUse(repositories: readonly RepositoryEvidence[]): Set<string> {
  return new Set(
    repositories.flatMap((repository) =>
      repository.files.flatMap((file) =>
        file.dependencies
          .filter((one) => one.purl.startsWith("pkg:helm/"))
          .map((one) => resolvePurl(one.purl, repository)),
      ),
    ),
  );
}

/**
 * Offered packages that others mention at any time, and those that only their own repository does. A name that two repositories
 * offer means, within one of them, its own; when it gave it up the package has moved, unless it used it no longer either.
 */
function usedByOthers(
  built: readonly BuiltComponent[],
  packages: ReadonlyMap<string, readonly OfferedPackage[]>,
  asOf: number,
): Pick<CapabilityContext, "used" | "usedInside" | "usedWithin"> {
  const used = new Set<string>();
  const usedInside = new Set<string>();
  const usedWithin = new Set<string>();
  for (const { component, ...one } of built) {
    for (const { purl, spans } of mentionsIn({ component, ...one }, asOf)) {
      const offers = packages.get(purl);
      const [first] = offers ?? [];
      if (offers === undefined || first === undefined || spans.length === 0) continue;
      const end = highest(spans.map(({ to }) => to?.at ?? Infinity));
      const own = offers.find(
        ({ component: by, to }) =>
          by.repositoryId === component.repositoryId && (to === null || end <= to),
      );
      const provider = own ?? first;
      if (provider.component.id === component.id) continue;
      const isFirst = provider.component.repositoryId === first.component.repositoryId;
      const key = ownKey(component.repositoryId, purl);
      if (!isOthers(provider.component, component)) usedInside.add(isFirst ? purl : key);
      else if (isFirst) used.add(purl);
      else usedWithin.add(key);
    }
  }
  return { used, usedInside, usedWithin };
}

function openingContext(
  repositories: readonly RepositoryEvidence[],
  built: readonly BuiltComponent[],
  byId: ReadonlyMap<string, BuiltComponent>,
): OpenedByContext {
  const repositoriesOf = new Map<string, Set<string>>();
  for (const { component } of built) {
    for (const owner of component.ownerIds) {
      if (isIndividual(owner)) continue;
      const set = repositoriesOf.get(owner) ?? new Set<string>();
      set.add(component.repositoryId);
      repositoriesOf.set(owner, set);
    }
  }
  return { people: new PeopleIndex(repositories), repositoriesOf, built: byId };
}

function teamsOf(built: readonly BuiltComponent[], { known }: OwnerRegister): Team[] {
  const byOwner = new Map<string, Component[]>();
  for (const { component } of built)
    for (const id of new Set(component.ownerIds)) append(byOwner, id, component);
  return [...known]
    .map(([id, { name, kind, source }]) => {
      const owned = byOwner.get(id) ?? [];
      return {
        id,
        name,
        source,
        kind,
        componentIds: owned.map((component) => component.id),
        evidence: owned
          .slice(0, 3)
          .flatMap((component) =>
            component.evidence
              .filter((ref) => /owner|CODEOWNERS/i.test(ref.text + ref.source))
              .slice(0, 1),
          ),
      };
    })
    .filter((team) => team.componentIds.length > 0)
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function idleComponentCorrections(
  built: readonly BuiltComponent[],
  configuration: ModelConfiguration,
): string[] {
  return configuration.corrections
    .filter((one) => one.kind === "owner" || one.kind === "class")
    .map((one) => one.component)
    .filter((text) => !built.some(({ component }) => means(text, component.id, component.name)));
}

function idleNameCorrections(
  named: readonly Pick<Capability, "name" | "evidence">[],
  { corrections }: ModelConfiguration,
): string[] {
  const given = new Set(
    named.filter(({ evidence }) => evidence[0]?.source === "correction").map(({ name }) => name),
  );
  return corrections.flatMap((one) =>
    one.kind === "name" && !given.has(one.name) ? [one.of] : [],
  );
}
