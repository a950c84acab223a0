import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { Capability, Component, Consumption, Organisation } from "#model/organisation.ts";

/** A small railway: lines are products, signals a platform, timetables of old supporting. */
export const DAY = 86_400;
export const asOf = Date.parse("2025-01-01T00:00:00Z") / 1000;
const born = { commit: "born", at: asOf - 2_000 * DAY };

export function mark(kind: SurfaceMark["mark"], count = 1, text: string = kind): SurfaceMark {
  return { mark: kind, text, count };
}

export function component(name: string, more: Partial<Component> = {}): Component {
  return {
    id: `component:${name}`,
    name,
    repositoryId: `repository:${name}`,
    path: ".",
    description: null,
    languages: [],
    ownerIds: [`team:${name}`],
    ownerSource: "codeowners",
    lifecycle: "production",
    isLive: true,
    born,
    lastHuman: { commit: "last", at: asOf - DAY },
    goneAt: null,
    artefacts: [{ type: "gem-application", from: born.at, to: null }],
    surface: [],
    catalogued: null,
    correction: null,
    evidence: [],
    ...more,
  };
}

export function capability(
  name: string,
  provider: string,
  more: Partial<Capability> = {},
): Capability {
  return {
    id: `capability:${name}`,
    name,
    kind: "library",
    providerComponentId: `component:${provider}`,
    ownerIds: [`team:${provider}`],
    packages: [`pkg:gem/${name}`],
    formerNames: [],
    description: null,
    releases: [],
    lifecycle: "production",
    serves: null,
    job: null,
    exports: null,
    evidence: [],
    ...more,
  };
}

export function use(consumer: string, of: string, more: Partial<Consumption> = {}): Consumption {
  return {
    id: `consumption:${consumer}:${of}`,
    consumerComponentId: `component:${consumer}`,
    capabilityId: `capability:${of}`,
    via: "declared",
    scope: "runtime",
    from: born,
    isFromCensored: false,
    to: null,
    constraint: null,
    versions: [],
    confidence: "observed",
    openedBy: "consumer",
    evidence: [
      {
        source: "manifest",
        repositoryId: `repository:${consumer}`,
        commit: "born",
        path: "Gemfile",
        line: 3,
        at: born.at,
        how: "observed",
        confidence: "observed",
        text: `begins: ${of}`,
      },
    ],
    ...more,
  };
}

export function railway(
  components: readonly Component[],
  capabilities: readonly Capability[] = [],
  consumptions: readonly Consumption[] = [],
): Organisation {
  return {
    name: "Railway",
    asOf,
    teams: [],
    components,
    capabilities,
    consumptions,
    thirdPartyUses: [],
    mandates: [],
    workarounds: [],
    usedNames: new Map(),
  };
}

const library = { artefacts: [{ type: "gem-library", from: born.at, to: null }] };
const pages = [mark("view", 40, "views"), mark("route", 12), mark("web-framework")];

/** Two lines with pages, signals that both build on, a manual and a sketch. */
export const sample = railway(
  [
    component("coast-line", { surface: pages }),
    component("hill-line", { surface: pages }),
    component("signals", library),
    component("manual", { surface: [mark("documentation-site"), mark("view", 30, "views")] }),
    component("sketch", { surface: [mark("experiment", 1, "sketch")], artefacts: [] }),
  ],
  [capability("signals", "signals")],
  [use("coast-line", "signals"), use("hill-line", "signals")],
);
