import type { Section } from "#contract/primitives.ts";
import type { ListKey } from "./assessment-store.ts";

/** One assessment among those that are kept of an organisation. Instants are ISO 8601, UTC. */
export interface KeptAssessment {
  readonly id: string;
  readonly generatedAt: string;
  readonly asOf: string;
  readonly savedAt: string;
  /** The one that questions are answered from which name none. */
  readonly isCurrent: boolean;
}

/** An organisation of the service, by what it is called in addresses. */
export interface KnownOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly current: KeptAssessment;
}

/** A value that a field of a record has to have; of a field that is a list one of its values. Null: the field is unknown. */
export interface WantedValue {
  readonly field: string;
  readonly isList: boolean;
  readonly values: readonly (string | number | boolean | null)[];
}

export interface ItemOrder {
  readonly field: string;
  readonly as: "text" | "number";
  readonly isDescending: boolean;
}

export interface ItemsWish {
  readonly list: ListKey;
  /** All of them. */
  readonly wanted: readonly WantedValue[];
  /** Null: that of the list. What has no value in the field comes last. */
  readonly order: ItemOrder | null;
  /** So many of those that are wanted come before. */
  readonly skip: number;
  readonly limit: number;
  /** Fields whose values are counted, each among the items that all other fields leave. */
  readonly facets: readonly { readonly field: string; readonly isList: boolean }[];
}

/** A record as it was written, and how it is called in references. */
export interface KeyedItem {
  readonly key: string;
  readonly item: unknown;
}

export interface FacetCount {
  /** As text; null: the field is unknown. */
  readonly value: string | null;
  readonly count: number;
}

export interface ItemsPage {
  readonly items: readonly KeyedItem[];
  /** How many there are with the wanted values, on all pages. */
  readonly total: number;
  /** By field, the most frequent first. */
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
}

/** An item as it was in one of the assessments; null: it was not there. */
export interface ItemThen {
  readonly assessment: KeptAssessment;
  readonly item: unknown;
}

export interface NamedThing {
  readonly list: ListKey;
  readonly key: string;
  readonly name: string;
}

export interface BeforeWish {
  /** Only those saved before this one; null: from the last one on. */
  readonly before: string | null;
  readonly limit: number;
}

/** What a service knows of its organisations, beside what every store of assessments answers. All throw `database-failed`. */
export interface OrganisationStore {
  /** Where assessments of the organisation are saved. */
  placeOf(slug: string): string;
  /** In the order of their slugs; those with an assessment. */
  all(): Promise<readonly KnownOrganisation[]>;
  find(slug: string): Promise<KnownOrganisation | null>;
  /** One of the assessments of that organisation; null where it has none of that id. */
  assessment(slug: string, id: string): Promise<KeptAssessment | null>;
  /** The newest first. */
  assessments(slug: string, wish: BeforeWish): Promise<readonly KeptAssessment[]>;
  /** What each section of an assessment says of itself, by name. */
  descriptions(assessment: string): Promise<Readonly<Record<string, Section>>>;
  /** How many records each list of an assessment has; those without any are left out. */
  listSizes(assessment: string): Promise<Readonly<Record<string, number>>>;
  items(assessment: string, wish: ItemsWish): Promise<ItemsPage>;
  item(assessment: string, list: ListKey, key: string): Promise<KeyedItem | null>;
  /** The newest first. */
  itemOverTime(
    slug: string,
    place: { readonly list: ListKey; readonly key: string },
    wish: BeforeWish,
  ): Promise<readonly ItemThen[]>;
  /** Things of a current assessment whose names are like the text, the likest first. */
  named(assessment: string, text: string, limit: number): Promise<readonly NamedThing[]>;
}
