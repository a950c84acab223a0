import type {
  Capability,
  Component,
  Consumption,
  Organisation,
  ThirdPartyUse,
} from "#model/organisation.ts";

/** A small organisation of bakeries: shops are components, `oven-kit` is a gem of the oven team. */
export const DAY = 86_400;

export function on(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}

export const asOf = on("2025-01-01");

const moment = (at: number) => ({ commit: `c${at}`, at });

export function shop(name: string, more: Partial<Component> = {}): Component {
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
    born: moment(on("2015-01-01")),
    lastHuman: moment(asOf - DAY),
    goneAt: null,
    artefacts: [{ type: "ruby-web-application", from: on("2015-01-01"), to: null }],
    surface: [],
    catalogued: null,
    correction: null,
    evidence: [],
    ...more,
  };
}

export function kit(name: string, more: Partial<Capability> = {}): Capability {
  return {
    id: `capability:${name}`,
    name,
    kind: "library",
    providerComponentId: "component:oven",
    ownerIds: ["team:oven"],
    packages: [`pkg:gem/${name}`],
    formerNames: [],
    description: null,
    releases: [],
    lifecycle: "production",
    serves: ["ruby-web-application"],
    job: null,
    exports: null,
    evidence: [],
    ...more,
  };
}

export function release(version: string, date: string): Capability["releases"][number] {
  return { version, at: on(date), commit: version };
}

/** `from` and `to` as dates; the id follows from them. */
export function use(
  consumer: string,
  capability: string,
  from: string,
  to: string | null = null,
  more: Partial<Consumption> = {},
): Consumption {
  return {
    id: `consumption:${consumer}:${capability}:${from}`,
    consumerComponentId: `component:${consumer}`,
    capabilityId: `capability:${capability}`,
    via: "declared",
    scope: "runtime",
    // A commit is of one repository.
    from: { commit: `${consumer} ${from}`, at: on(from) },
    isFromCensored: false,
    to: to === null ? null : moment(on(to)),
    constraint: null,
    versions: [],
    confidence: "observed",
    openedBy: "consumer",
    evidence: [
      {
        source: "bundler",
        repositoryId: `repository:${consumer}`,
        commit: from,
        path: "Gemfile",
        line: 1,
        at: on(from),
        how: "declared",
        confidence: "observed",
        text: `${consumer} uses ${capability}`,
      },
    ],
    ...more,
  };
}

export function bought(
  consumer: string,
  purl: string,
  from: string,
  to: string | null = null,
): ThirdPartyUse {
  return {
    componentId: `component:${consumer}`,
    purl,
    scope: "runtime",
    from: on(from),
    to: to === null ? null : on(to),
    evidence: [],
  };
}

export function bakery(parts: Partial<Organisation>): Organisation {
  return {
    name: "Bakery",
    asOf,
    teams: [],
    components: [
      shop("oven"),
      ...["rye", "spelt", "oat", "bun", "roll", "pie"].map((n) => shop(n)),
    ],
    capabilities: [kit("oven-kit")],
    consumptions: [],
    thirdPartyUses: [],
    mandates: [],
    workarounds: [],
    usedNames: new Map(),
    ...parts,
  };
}
