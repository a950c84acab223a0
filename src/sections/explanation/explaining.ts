import type { ReportCapability } from "../capabilities/schema.ts";
import type { ReportComponent } from "../components/schema.ts";
import type { ReportConsumption } from "../consumptions/schema.ts";
import type { Facts, Outline, SubjectKind } from "./explanation.ts";

/** A thing that can be asked for by its id, its slug, or its name. */
export interface Subject {
  readonly kind: Exclude<SubjectKind, "figure">;
  readonly id: string;
  readonly name: string;
  readonly slug?: string | undefined;
}

/** What every explanation may look up. */
export interface Lookups {
  readonly capabilities: readonly ReportCapability[];
  readonly components: readonly ReportComponent[];
  readonly uses: readonly ReportConsumption[];
  /** Those still in use first, then by start. */
  readonly usesOf: (capabilityId: string) => readonly ReportConsumption[];
  readonly usesBy: (componentId: string) => readonly ReportConsumption[];
  /** Name of a component, capability or team; the id where the report has none. */
  readonly nameOf: (id: string) => string;
}

/** How the things of a section open. */
export interface Explains<Shown> {
  readonly kinds: readonly Subject["kind"][];
  readonly subjects: (shown: Shown) => readonly Subject[];
  /** Of one of its subjects. */
  readonly outline: (shown: Shown, subject: Subject, lookups: Lookups) => Outline;
}

/** What a section adds to the explanation of things of others; without a reason to speak it is silent. */
export interface Tells<Shown> {
  readonly about: readonly Subject["kind"][];
  readonly tell: (shown: Shown, subject: Subject, lookups: Lookups) => Told | null;
}

export interface Told {
  readonly facts?: Facts;
  readonly reasons?: readonly string[];
  readonly evidenceIds?: readonly string[];
  /** See `Outline`. */
  readonly places?: readonly string[];
  readonly note?: string | null;
}

/** The explanation with what another section knows of its subject. */
export function withTold(outline: Outline, told: Told | null): Outline {
  if (told === null) return outline;
  return {
    ...outline,
    facts: [...outline.facts, ...(told.facts ?? [])],
    reasons: [...outline.reasons, ...(told.reasons ?? [])],
    evidenceIds: [...outline.evidenceIds, ...(told.evidenceIds ?? [])],
    places: [...outline.places, ...(told.places ?? [])],
    note: outline.note ?? told.note ?? null,
  };
}

/** Subjects of a list whose entries bear names. */
export function namedSubjects(
  kind: Subject["kind"],
  list: readonly Omit<Subject, "kind">[],
): Subject[] {
  return list.map(({ id, name, slug }) => ({ kind, id, name, slug }));
}

/** The entry that a subject was made of. */
export function entryOf<Entry extends { readonly id: string }>(
  list: readonly Entry[],
  { id }: Subject,
): Entry {
  const entry = list.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`${id} is no subject of this section`);
  return entry;
}
