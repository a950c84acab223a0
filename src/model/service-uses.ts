import { append, appendAll } from "#kernel/lists-by-key.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { ServiceReference } from "#evidence/facts.ts";
import type { Span } from "#evidence/moment.ts";
import type { BuiltComponent } from "./components.ts";
import { jobOf } from "./capabilities.ts";
import type { ModelConfiguration } from "./configuration.ts";
import { capabilityId, consumptionId } from "./identifiers.ts";
import type { Capability, Consumption } from "./organisation.ts";
import { bridges } from "./service-bridges.ts";
import { isTestHarness, UnaskedNames, whileKept } from "./service-callers.ts";
import { callerIn, clientsOf, pairOf, ServiceIndex } from "./service-index.ts";
import { findMentions, type ServiceMentionFound } from "./service-mentions.ts";
import { ServiceNames } from "./service-names.ts";
import { headReferences } from "./service-references.ts";
import { cutAt, joinUses, type Use } from "./spans.ts";
import type { Level } from "#vocabulary/evidence.ts";

interface Sighting {
  readonly consumer: BuiltComponent;
  readonly provider: BuiltComponent;
  readonly reference: ServiceReference;
  readonly confidence: Exclude<Level, "low">;
  readonly path: string;
  readonly source: string;
  readonly spans: readonly Span<number>[];
}

export interface ServiceUses {
  readonly capabilities: readonly Capability[];
  readonly consumptions: readonly Consumption[];
  /** One for each pair and reason. */
  readonly mentions: readonly ServiceMentionFound[];
}

/**
 * Services that components call (insights §1): a client made or called, an address read from the environment or looked up, an
 * address at which one of the components answers. What only names a service is a mention. `taken`: ids of components whose packages
 * others depend on.
 */
export function serviceUses(
  built: readonly BuiltComponent[],
  asOf: number,
  configuration: ModelConfiguration,
  taken: ReadonlySet<string>,
): ServiceUses {
  const atHead = headReferences(built);
  const names = new ServiceNames(built);
  const index = new ServiceIndex(built, atHead, names);
  const clients = clientsOf(built, atHead, index, taken);
  const unasked = new UnaskedNames(built);
  const sightings: Sighting[] = [];
  const named = new Map<string, Use[]>();
  for (const consumer of built) {
    for (const file of consumer.unit.files) {
      const user = callerIn(file.path, file.source, consumer, index);
      if (user === null) continue;
      const isOfTests = isTestHarness(user);
      for (const { reference, spans } of file.references) {
        const known = keepsNaming(reference) ? index.namedBy(reference) : undefined;
        if (known !== undefined) {
          const pair = pairOf({ consumer: user, provider: known });
          appendAll(named, pair, cutAt(spans, asOf));
        }
        if ((reference.scope === "test" || isOfTests) && reference.how !== "contract-file")
          continue;
        for (const { provider, confidence } of index.calledBy(reference, user)) {
          if (provider === user || clients.has(pairOf({ consumer: user, provider }))) continue;
          const { path, source } = file;
          const called = unasked.calls(reference, spans, file, user);
          const cut = cutAt(whileKept(called, user), asOf);
          if (cut.length === 0) continue;
          sightings.push({
            consumer: user,
            provider,
            reference,
            confidence,
            path,
            source,
            spans: cut,
          });
        }
      }
    }
  }
  const capabilities = new Map<string, Capability>();
  const groups = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    const { component } = sighting.provider;
    const capability = capabilities.get(component.id) ?? describe(sighting.provider, configuration);
    capabilities.set(component.id, capability);
    append(groups, pairOf(sighting), sighting);
  }
  const consumptions = [...groups].flatMap(([pair, group]) => {
    const first = group[0];
    const capability =
      first === undefined ? undefined : capabilities.get(first.provider.component.id);
    return capability === undefined ? [] : consume(capability, group, named.get(pair) ?? []);
  });
  const called = new Set(sightings.filter(({ spans }) => spans.at(-1)?.to === null).map(pairOf));
  return {
    capabilities: [...capabilities.values()],
    consumptions,
    mentions: findMentions(atHead, index, { called, clients, unasked }),
  };
}

/** A mention by which a component goes on naming what it calls elsewhere: no link, no test, no empty line of a template. */
function keepsNaming({ mention = "link", scope }: ServiceReference): boolean {
  return mention !== "link" && mention !== "empty" && scope !== "test";
}

function describe(
  { component, unit }: BuiltComponent,
  configuration: ModelConfiguration,
): Capability {
  const id = capabilityId(component.id, "service");
  const endpoints = unit.repository.symbols
    .find((one) => one.folder === unit.folder)
    ?.exports.find((one) => one.unit === "endpoints");
  return {
    id,
    name: component.name,
    kind: component.surface.some((mark) => mark.mark === "api-contract") ? "api" : "service",
    providerComponentId: component.id,
    ownerIds: component.ownerIds,
    packages: [],
    formerNames: [],
    description: component.description,
    releases: [],
    lifecycle: component.lifecycle,
    serves: applicationTypes,
    job: jobOf(configuration, [id, component.name]),
    exports: endpoints ?? null,
    evidence: component.evidence.slice(0, 1),
  };
}

const applicationTypes = ["application"];

function consume(
  capability: Capability,
  group: readonly Sighting[],
  named: readonly Use[],
): Consumption[] {
  const consumer = group[0]?.consumer.component.id ?? "";
  const calls = group.flatMap((sighting) => sighting.spans);
  return joinUses([...calls, ...bridges(calls, named)]).map((use) => {
    const inside = group.filter((sighting) =>
      sighting.spans.some((span) => span.from.at >= use.from.at),
    );
    const running = inside.filter(({ reference }) => reference.scope !== "test");
    const confidence = inside.some((sighting) => sighting.confidence === "high")
      ? "high"
      : "medium";
    return {
      id: consumptionId(consumer, capability.id, "service", use.from.at),
      consumerComponentId: consumer,
      capabilityId: capability.id,
      via: "service",
      scope: running.length > 0 ? "runtime" : "test",
      from: use.from,
      isFromCensored: false,
      to: use.to,
      constraint: null,
      versions: [],
      confidence,
      openedBy: "unclear",
      evidence: evidenceOf(running.length > 0 ? running : inside),
    };
  });
}

/** The earliest sightings of the strongest kinds, at most three: the literal text stands in each. */
function evidenceOf(sightings: readonly Sighting[]): EvidenceRef[] {
  return sightings
    .toSorted((a, b) =>
      a.confidence === b.confidence
        ? environmentOrder(a.path) - environmentOrder(b.path) || firstAt(a) - firstAt(b)
        : a.confidence === "high"
          ? -1
          : 1,
    )
    .slice(0, 3)
    .map(({ consumer, reference, confidence, path, source, spans }) => ({
      source,
      repositoryId: consumer.unit.repository.id,
      commit: spans[0]?.from.commit ?? null,
      path,
      line: spans.at(-1)?.to === null ? reference.line : null,
      at: spans[0]?.from.at ?? null,
      how: "inferred",
      confidence,
      text: reference.text.slice(0, 500),
    }));
}

/** What production is told before what other environments are. */
function environmentOrder(path: string): number {
  if (/(?:^|[-_./])prod(?:uction)?(?:[-_./]|$)/i.test(path)) return 0;
  return /(?:^|[-_./])(?:dev\w{0,10}|pre-?prod\w{0,10}|stag\w{0,6}|test|train|uat|qa)(?:[-_./]|$)/i.test(
    path,
  )
    ? 2
    : 1;
}

function firstAt(sighting: Sighting): number {
  return sighting.spans[0]?.from.at ?? 0;
}
