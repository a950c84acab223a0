import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { ServiceReference } from "#evidence/facts.ts";
import type { Span } from "#evidence/moment.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { serviceNameOf } from "#evidence/service-name.ts";
import type { BuiltComponent } from "./components.ts";
import { jobOf } from "./capabilities.ts";
import type { ModelConfiguration } from "./configuration.ts";
import { capabilityId, consumptionId } from "./identifiers.ts";
import type { Capability, Component, Consumption } from "./organisation.ts";
import { cutAt, joinUses } from "./spans.ts";

interface Sighting {
  readonly consumer: BuiltComponent;
  readonly provider: BuiltComponent;
  readonly reference: ServiceReference;
  readonly confidence: "high" | "medium";
  readonly path: string;
  readonly source: string;
  readonly spans: readonly Span<number>[];
}

export interface ServiceUses {
  readonly capabilities: readonly Capability[];
  readonly consumptions: readonly Consumption[];
  /** References that name a component but too weakly to count. */
  readonly weakCount: number;
}

/** Services that components call, from references in code and configuration whose name is a component's name (insights §1). */
export function serviceUses(
  built: readonly BuiltComponent[],
  asOf: number,
  configuration: ModelConfiguration,
): ServiceUses {
  const providers = servicesByName(built);
  const sightings: Sighting[] = [];
  let weakCount = 0;
  for (const consumer of built) {
    for (const file of consumer.unit.files) {
      const user = callerIn(file, consumer, providers);
      for (const { reference, spans } of file.references) {
        if (reference.scope === "test") continue;
        const provider =
          providers.get(reference.name) ??
          providers.get(reference.name.replace(/-(?:api|service|app)$/, ""));
        if (provider === undefined || provider === user) continue;
        const confidence = gradeOf(reference);
        if (confidence === null || user === null) weakCount++;
        else
          sightings.push({
            consumer: user,
            provider,
            reference,
            confidence,
            path: file.path,
            source: file.source,
            spans: cutAt(spans, asOf),
          });
      }
    }
  }
  const capabilities = new Map<string, Capability>();
  const groups = new Map<string, Sighting[]>();
  const reached = new Set(sightings.filter(reaches).map(pairOf));
  for (const sighting of sightings) {
    if (sighting.spans.length === 0) continue;
    if (!reached.has(pairOf(sighting))) {
      weakCount++;
      continue;
    }
    const capability =
      capabilities.get(sighting.provider.component.id) ??
      describe(sighting.provider, configuration);
    capabilities.set(sighting.provider.component.id, capability);
    const key = `${sighting.consumer.component.id}\n${capability.id}`;
    groups.set(key, [...(groups.get(key) ?? []), sighting]);
  }
  const consumptions = [...groups.values()].flatMap((group) => {
    const first = group[0];
    const capability =
      first === undefined ? undefined : capabilities.get(first.provider.component.id);
    return capability === undefined ? [] : consume(capability, group);
  });
  return { capabilities: [...capabilities.values()], consumptions, weakCount };
}

/** Files that set an address for whoever may read it: copied from template to template, often with nobody to read it. */
const onlySets =
  /(?:^|\/)(?:\.env[\w.-]{0,60}|[\w.-]{1,60}\.env|app\.json|(?:jest\.)?setup[-_]?tests?\.[jt]sx?)$/i;

/** Does it show that the service is reached: code that reads the name, or what is deployed, not a line that only sets it? */
function reaches({ path, spans }: Sighting): boolean {
  return spans.length > 0 && !onlySets.test(path);
}

function pairOf({ consumer, provider }: Sighting): string {
  return `${consumer.component.id}\n${provider.component.id}`;
}

/** Components that can answer a call: applications and those that publish a contract, while they are there. */
function servicesByName(built: readonly BuiltComponent[]): Map<string, BuiltComponent> {
  const services = new Map<string, BuiltComponent>();
  for (const one of built) {
    if (!isService(one.component) || one.component.goneAt !== null) continue;
    const name = serviceNameOf(one.component.name);
    if (name !== null && name.length >= 3 && !services.has(name)) services.set(name, one);
  }
  return services;
}

function isService(component: Component): boolean {
  const types = new Set(component.artefacts.map((artefact) => artefact.type));
  const isLibraryOnly =
    [...types].some((type) => type.endsWith("-library")) && !types.has("dockerfile");
  if (isLibraryOnly) return false;
  return (
    [...types].some((type) => type.endsWith("-application")) ||
    component.surface.some(
      (mark) =>
        mark.mark === "api-contract" ||
        mark.mark === "api-framework" ||
        mark.mark === "web-framework",
    ) ||
    component.catalogued?.type === "service"
  );
}

/**
 * Who makes the call that a file sets up. In a repository of charts it is the service that the chart is named after; null
 * where that is none of those read: the repository itself calls nobody.
 */
function callerIn(
  file: FileHistory,
  consumer: BuiltComponent,
  providers: ReadonlyMap<string, BuiltComponent>,
): BuiltComponent | null {
  if (isService(consumer.component)) return consumer;
  const isCharts = consumer.component.artefacts.some(({ type }) => type === "helm-chart");
  if (file.source !== "helm-values" && !isCharts) return consumer;
  const folders = file.path.split("/").slice(0, -1).reverse();
  for (const folder of folders) {
    const named = providers.get(serviceNameOf(folder) ?? "");
    if (named !== undefined) return named;
  }
  return null;
}

/** A link that a reader follows (`external_url_for`) is no call; a bare host or a weak word is not enough. */
function gradeOf(reference: ServiceReference): "high" | "medium" | null {
  if (reference.confidence === "low" || /external|public_url|website/i.test(reference.text))
    return null;
  return reference.confidence;
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

function consume(capability: Capability, group: readonly Sighting[]): Consumption[] {
  const consumer = group[0]?.consumer.component.id ?? "";
  return joinUses(group.flatMap((sighting) => sighting.spans)).map((use) => {
    const inside = group.filter((sighting) =>
      sighting.spans.some((span) => span.from.at >= use.from.at),
    );
    const confidence = inside.some((sighting) => sighting.confidence === "high")
      ? "high"
      : "medium";
    return {
      id: consumptionId(consumer, capability.id, "service", use.from.at),
      consumerComponentId: consumer,
      capabilityId: capability.id,
      via: "service",
      scope: "runtime",
      from: use.from,
      isFromCensored: false,
      to: use.to,
      constraint: null,
      versions: [],
      confidence,
      openedBy: "unclear",
      evidence: evidenceOf(inside),
    };
  });
}

/** The earliest sightings of the strongest kinds, at most three: the literal text stands in each. */
function evidenceOf(sightings: readonly Sighting[]): EvidenceRef[] {
  return sightings
    .toSorted((a, b) =>
      a.confidence === b.confidence ? firstAt(a) - firstAt(b) : a.confidence === "high" ? -1 : 1,
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

function firstAt(sighting: Sighting): number {
  return sighting.spans[0]?.from.at ?? 0;
}
