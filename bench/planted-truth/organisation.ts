import type { Random } from "#kernel/stats-resample.ts";
import type {
  Capability,
  Component,
  Consumption,
  Organisation,
  Team,
  ThirdPartyUse,
} from "#model/organisation.ts";
import { chance, times } from "./draw.ts";
import type { Truth } from "./truth.ts";

const day = 86_400;
const year = 365.25 * day;
export const asOf = Date.UTC(2026, 0, 1) / 1000;
/** When everything of it began. */
const beganOf = ({ years }: Truth): number => asOf - years * year;
const jobsCount = 24;
export const jobs = Array.from({ length: jobsCount }, (_, index) => ({
  job: `job-${String(index)}`,
  packages: ["a", "b", "c"].map((one) => `pkg:gem/job-${String(index)}-${one}`),
}));

const moment = (at: number) => ({ commit: `c${String(Math.round(at))}`, at });

/** The model of an organisation of which that is true. */
export function organisationOf(truth: Truth, random: Random): Organisation {
  const teamIds = Array.from({ length: truth.teams }, (_, index) => `team:t${String(index)}`);
  const components = teamIds.flatMap((owner) =>
    Array.from({ length: truth.componentsPerTeam }, (_, index) =>
      componentOf(`${owner.slice(5)}-${String(index)}`, owner, beganOf(truth)),
    ),
  );
  const providers = components.filter((_, index) => index % truth.componentsPerTeam === 0);
  const spread = Math.max(1, Math.min(truth.providers, providers.length));
  const capabilities = Array.from({ length: truth.capabilities }, (_, index) =>
    capabilityOf(index, providers[index % spread]!, truth, random),
  );
  const consumptions = capabilities.flatMap((capability, index) =>
    usesOf(capability, index, components, truth, random),
  );
  return {
    name: "simulated",
    asOf,
    teams: teamIds.map((id): Team => ({
      id,
      name: id.slice(5),
      source: "codeowners",
      kind: "team",
      componentIds: components.filter((one) => one.ownerIds[0] === id).map((one) => one.id),
      evidence: [],
    })),
    components,
    capabilities,
    consumptions,
    thirdPartyUses: thirdParties(components, truth, random),
    mandates: truth.isMandated
      ? [
          {
            capabilityId: capabilities[0]!.id,
            at: mandatedAt - 20 * day,
            text: "everybody",
            evidence: [],
          },
        ]
      : [],
    workarounds: consumptions
      .filter((use) => use.to === null && chance(random, truth.workaround))
      .map((use) => ({
        capabilityId: use.capabilityId,
        componentId: use.consumerComponentId,
        kind: "wrapper" as const,
        text: "lib/wrapper.rb",
        since: null,
        evidence: [],
      })),
    usedNames: new Map(),
  };
}

const mandatedAt = asOf - 2 * year;

function componentOf(name: string, owner: string, began: number): Component {
  return {
    id: `component:${name}#.`,
    name,
    repositoryId: `repository:${name}`,
    path: ".",
    description: null,
    languages: [],
    ownerIds: [owner],
    ownerSource: "codeowners",
    lifecycle: "production",
    isLive: true,
    born: moment(began),
    lastHuman: moment(asOf - 5 * day),
    goneAt: null,
    artefacts: [{ type: "gem-web-application", from: began, to: null }],
    surface: [],
    catalogued: null,
    correction: null,
    evidence: [],
  };
}

function capabilityOf(
  index: number,
  provider: Component,
  truth: Truth,
  random: Random,
): Capability {
  const name = `capability-${String(index)}`;
  const began = beganOf(truth);
  const majors = [began, ...times(random, began, asOf, truth.majorsPerYear)];
  return {
    id: `capability:${provider.name}!${name}`,
    name,
    kind: "library",
    providerComponentId: provider.id,
    ownerIds: provider.ownerIds,
    packages: [`pkg:gem/${name}`],
    formerNames: [],
    description: null,
    releases: majors.map((at, major) => ({
      version: `${String(major + 1)}.0.0`,
      at,
      commit: `r${String(major)}`,
    })),
    lifecycle: "production",
    serves: ["gem-web-application"],
    job: null,
    exports: null,
    evidence: [],
  };
}

function usesOf(
  capability: Capability,
  index: number,
  components: readonly Component[],
  truth: Truth,
  random: Random,
): Consumption[] {
  const began = beganOf(truth);
  const isMandate = truth.isMandated && index === 0;
  const newest = capability.releases.filter((one) => one.at <= asOf - 90 * day).length;
  return components.flatMap((component, at): Consumption[] => {
    if (component.id === capability.providerComponentId) return [];
    if (component.ownerIds[0] === capability.ownerIds[0]) return [];
    // In two domains half of the components build on the even capabilities, half on the odd ones.
    const isStranger = truth.hasTwoDomains && index % 2 !== (at < components.length / 2 ? 0 : 1);
    const share = isMandate ? 1 : isStranger ? 0.03 : truth.use;
    if (!chance(random, share)) return [];
    const from = isMandate
      ? mandatedAt + random() * 20 * day
      : began + 30 * day + random() * (asOf - began - 60 * day);
    const isBehind = newest > 1 && chance(random, truth.behind);
    const version = `${String(isBehind ? newest - 1 : Math.max(newest, capability.releases.length))}.0.0`;
    return [
      {
        id: `consumption:${component.name}:${capability.name}`,
        consumerComponentId: component.id,
        capabilityId: capability.id,
        via: "declared",
        scope: "runtime",
        from: moment(from),
        isFromCensored: false,
        to: null,
        constraint: null,
        versions: [{ version, from, to: null }],
        confidence: "observed",
        openedBy: "consumer",
        evidence: [],
      },
    ];
  });
}

/** Most do a job the same way; who does not takes one of the two others. */
function thirdParties(
  components: readonly Component[],
  truth: Truth,
  random: Random,
): ThirdPartyUse[] {
  const began = beganOf(truth);
  return jobs.flatMap(({ packages }) =>
    components
      .filter(() => chance(random, 0.8))
      .map((component) => ({
        componentId: component.id,
        purl: chance(random, truth.otherWay)
          ? packages[1 + Math.floor(random() * 2)]!
          : packages[0]!,
        scope: "runtime" as const,
        from: began + random() * 3 * year,
        to: null,
        evidence: [],
      })),
  );
}
