import type { AssessmentStore } from "#ports/assessment-store.ts";
import type { KnownOrganisation, OrganisationStore } from "#ports/organisation-store.ts";
import { readParts } from "../answering/read-parts.ts";
import { catalogueSections, entitiesOf } from "./entities-of.ts";
import { EntityIndex } from "./entity-index.ts";

/** So many entities are held between two questions; those of the organisation that was asked about last in any case. */
const mostHeld = 500_000;

interface Held {
  readonly version: string;
  readonly index: Promise<EntityIndex>;
  /** Known once it was made. */
  size: number;
}

/** Catalogues of organisations, made of their current assessments and held until those change. */
export class Catalogues {
  private readonly stores: {
    readonly assessments: AssessmentStore;
    readonly organisations: OrganisationStore;
  };
  private readonly held = new Map<string, Held>();

  constructor(stores: Catalogues["stores"]) {
    this.stores = stores;
  }

  /** Throws `no-assessment` where another version wrote it. */
  async of({ slug, current }: KnownOrganisation): Promise<EntityIndex> {
    const version = `${current.id} ${current.savedAt}`;
    const known = this.held.get(slug);
    if (known?.version === version) {
      this.hold(slug, known);
      return known.index;
    }
    const held: Held = { version, index: this.made(slug, current.id), size: 0 };
    this.hold(slug, held);
    try {
      const index = await held.index;
      held.size = index.entities.length;
      this.letGo(slug);
      return index;
    } catch (error) {
      if (this.held.get(slug) === held) this.held.delete(slug);
      throw error;
    }
  }

  private async made(slug: string, assessment: string): Promise<EntityIndex> {
    const parts = await readParts(this.stores.assessments, assessment, catalogueSections);
    return new EntityIndex(entitiesOf(slug, parts));
  }

  /** The last one is the one that was asked about last. */
  private hold(slug: string, held: Held): void {
    this.held.delete(slug);
    this.held.set(slug, held);
  }

  private letGo(kept: string): void {
    let size = [...this.held.values()].reduce((sum, held) => sum + held.size, 0);
    for (const [slug, held] of this.held) {
      if (size <= mostHeld) return;
      if (slug === kept) continue;
      this.held.delete(slug);
      size -= held.size;
    }
  }
}
