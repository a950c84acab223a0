import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import type { Capability, Component, Consumption, Organisation } from "#model/organisation.ts";

export interface Use {
  readonly consumption: Consumption;
  readonly capability: Capability;
  readonly consumer: Component;
  readonly provider: Component;
}

/**
 * What the features may look at: uses between components, none inside the other, and what each offers. What a catalogue
 * declares is not in it.
 */
export class View {
  readonly asOf: number;
  private readonly made = new Map<string, Use[]>();
  private readonly received = new Map<string, Use[]>();
  private readonly offered = new Map<string, Capability[]>();

  constructor(organisation: Organisation) {
    this.asOf = organisation.asOf;
    const components = new Map(organisation.components.map((one) => [one.id, one]));
    const { capabilities: offers, consumptions, inside } = organisation;
    const offered = [...offers, ...(inside?.capabilities ?? [])];
    const capabilities = new Map(offered.map((one) => [one.id, one]));
    const onlyTested = new Set<string>(capabilities.keys());
    const everUsed = new Set<string>();
    for (const consumption of [...consumptions, ...(inside?.consumptions ?? [])]) {
      everUsed.add(consumption.capabilityId);
      if (consumption.scope === "reverse-test" || consumption.confidence === "low") continue;
      onlyTested.delete(consumption.capabilityId);
      const capability = capabilities.get(consumption.capabilityId);
      const consumer = components.get(consumption.consumerComponentId);
      const provider = components.get(capability?.providerComponentId ?? "");
      if (capability === undefined || consumer === undefined) continue;
      if (provider === undefined || isInside(consumer, provider) || isInside(provider, consumer))
        continue;
      const use = { consumption, capability, consumer, provider };
      push(this.made, consumer.id, use);
      push(this.received, provider.id, use);
    }
    for (const [id, uses] of this.received) this.received.set(id, withoutRuns(uses));
    for (const capability of offered) {
      const isReverseTestOnly = onlyTested.has(capability.id) && everUsed.has(capability.id);
      if (capability.providerComponentId !== null && !isReverseTestOnly)
        push(this.offered, capability.providerComponentId, capability);
    }
  }

  /** Uses of what the component offers, by components of other owners; reverse tests and weak inferences left out. */
  usesByOthers(component: Component): readonly Use[] {
    return (this.received.get(component.id) ?? []).filter(({ consumer }) =>
      isOtherOwner(component, consumer),
    );
  }

  /** Every use of what the component offers. */
  usesOf(component: Component): readonly Use[] {
    return this.received.get(component.id) ?? [];
  }

  /** What the component uses of other components. */
  usesBy(component: Component): readonly Use[] {
    return this.made.get(component.id) ?? [];
  }

  /** Capabilities of the component, without those that others only ever test. */
  offers(component: Component): readonly Capability[] {
    return this.offered.get(component.id) ?? [];
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Where nobody is named, the repository stands for its owner. */
export function ownersOf(component: Component): readonly string[] {
  return component.ownerIds.length > 0 ? component.ownerIds : [component.repositoryId];
}

/**
 * One owner who runs the image of an application beside its own runs that application; more of them build on it. An image
 * of something that does not run by itself is a base for others.
 */
function withoutRuns(uses: readonly Use[]): Use[] {
  const isRun = ({ capability, provider }: Use): boolean =>
    capability.kind === "image" && marksOf(provider, "application-shape", "browser-app").length > 0;
  const runners = new Set(uses.filter(isRun).flatMap(({ consumer }) => ownersOf(consumer)));
  return runners.size < 2 ? uses.filter((use) => !isRun(use)) : [...uses];
}

/** The component itself, or a part of it: what a monorepo's root and its parts do for each other is nobody else's use. */
function isInside(one: Component, other: Component): boolean {
  if (one.repositoryId !== other.repositoryId) return false;
  return one.path === other.path || other.path === "." || one.path.startsWith(`${other.path}/`);
}

function isOtherOwner(one: Component, other: Component): boolean {
  const owners = ownersOf(one);
  return !ownersOf(other).some((owner) => owners.includes(owner));
}

/** Uses that last, or all of them where none does. */
export function currentOrPast(uses: readonly Use[]): {
  readonly uses: readonly Use[];
  readonly isPast: boolean;
} {
  const current = uses.filter(({ consumption }) => consumption.to === null);
  return current.length > 0 ? { uses: current, isPast: false } : { uses, isPast: uses.length > 0 };
}

/** The strongest evidence of the first five uses. */
export function evidenceOfUses(uses: readonly Use[]): EvidenceRef[] {
  return uses.slice(0, 5).flatMap(({ consumption }) => consumption.evidence.slice(0, 1));
}

/** What runs, now: an application or an image of it. */
export function isRunning({ artefacts }: Component): boolean {
  return artefacts.some(({ type, to }) => to === null && /-application$|^dockerfile$/.test(type));
}

/** What others could install, now. */
export function isLibrary({ artefacts }: Component): boolean {
  return artefacts.some(({ type, to }) => to === null && type.endsWith("-library"));
}

export function marksOf(
  component: Component,
  ...kinds: readonly SurfaceMark["mark"][]
): readonly SurfaceMark[] {
  return component.surface.filter(({ mark }) => kinds.includes(mark));
}

export function countOf(marks: readonly SurfaceMark[]): number {
  return marks.reduce((sum, { count }) => sum + count, 0);
}

/** Signs seen at HEAD, the five most frequent; the folder is the component's, the sign itself stands in the text. */
export function evidenceOfMarks(
  component: Component,
  marks: readonly SurfaceMark[],
): EvidenceRef[] {
  return marks.slice(0, 5).map(({ mark, text, count }) => ({
    source: "surface",
    repositoryId: component.repositoryId,
    commit: null,
    path: mark === "api-key" ? text : component.path === "." ? null : component.path,
    line: mark === "api-key" ? 1 : null,
    at: component.lastHuman?.at ?? null,
    how: "observed",
    confidence: "observed",
    text: `${mark.replaceAll("-", " ")}: ${text} (${String(count)})`.slice(0, 500),
  }));
}
