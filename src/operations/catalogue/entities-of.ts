import { slugOf } from "#kernel/ids.ts";
import type { CapabilityKind } from "#vocabulary/structure.ts";
import type { Parts } from "../answering/read-parts.ts";
import {
  entityEtag,
  entityName,
  entityRef,
  entityTags,
  entityUid,
  type Entity,
  type EntityKind,
} from "./entity.ts";
import { Relations } from "./relations.ts";
import { sourceAnnotations } from "./source-annotations.ts";

/** Sections that a catalogue is made of. */
export const catalogueSections = [
  "components",
  "teams",
  "capabilities",
  "consumptions",
  "repositories",
  "delivery",
  "staffing",
] as const;
export type CatalogueParts = Parts<(typeof catalogueSections)[number]>;

/** What others call, which Backstage keeps as an API; all else that is installed comes with the component that offers it. */
const apiKinds: ReadonlySet<CapabilityKind> = new Set(["api", "service", "contract"]);
/** What is taken as it is, without being code of the one who takes it. */
const resourceKinds: ReadonlySet<CapabilityKind> = new Set([
  "image",
  "chart",
  "infrastructure-module",
]);
const libraryKinds: ReadonlySet<CapabilityKind> = new Set([
  "library",
  "client-library",
  "ui-components",
  "plugin",
]);

/** Where Backstage asks for a word and an assessment has none. */
const notKnown = "unknown";

/** An entity before its relations are known. */
interface Draft {
  readonly kind: EntityKind;
  /** Of the thing that it stands for. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly annotations: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly spec: Entity["spec"];
}

/** What an assessment knows, as entities of Backstage in a namespace, ordered by their references. Ids and names are deterministic. */
export function entitiesOf(namespace: string, parts: CatalogueParts): readonly Entity[] {
  return new EntityMaker(namespace, parts).make();
}

class EntityMaker {
  private readonly namespace: string;
  private readonly parts: CatalogueParts;
  private readonly drafts = new Map<string, Draft>();
  private readonly relations = new Relations();
  /** References by the ids of what they stand for. */
  private readonly refs = new Map<string, string>();

  constructor(namespace: string, parts: CatalogueParts) {
    this.namespace = namespace;
    this.parts = parts;
  }

  make(): readonly Entity[] {
    this.addGroups();
    this.addComponents();
    this.addCapabilities();
    this.addGroupings();
    this.addUses();
    return [...this.drafts]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([ref, draft]) => this.entity(ref, draft));
  }

  private addGroups(): void {
    for (const { id, slug, name, kind, source } of this.parts.teams)
      this.add(slug, {
        kind: "Group",
        id,
        title: name,
        annotations: { "fulcrum/owner-source": source },
        spec: { type: kind, profile: { displayName: name }, children: [] },
      });
  }

  private addComponents(): void {
    const { components, capabilities, repositories } = this.parts;
    const offered = new Map<string, CapabilityKind>();
    for (const { providerComponentId: id, kind } of capabilities)
      if (id !== null && !offered.has(id)) offered.set(id, kind);
    const byId = new Map(repositories.map((one) => [one.id, one]));
    for (const one of components) {
      const repository = byId.get(one.repositoryId);
      const ref = this.add(one.slug, {
        kind: "Component",
        id: one.id,
        title: one.name,
        description: one.description,
        annotations: {
          ...(repository === undefined ? {} : sourceAnnotations(repository, one.path)),
          "fulcrum/class": one.class,
          "fulcrum/owner-source": one.ownerSource,
        },
        tags: entityTags(one.languages),
        spec: {
          type: componentType(one.audience, offered.get(one.id)),
          lifecycle: one.lifecycle,
          owner: this.ownerWord(one.ownerIds),
        },
      });
      this.own(ref, one.ownerIds);
    }
  }

  private addCapabilities(): void {
    for (const one of this.parts.capabilities) {
      const { kind, providerComponentId } = one;
      const provider = this.refs.get(providerComponentId ?? "");
      const isApi = apiKinds.has(kind);
      // What is installed from a component is depended upon as that component.
      if (!isApi && !resourceKinds.has(kind) && provider !== undefined) {
        this.refs.set(one.id, provider);
        continue;
      }
      const about = { lifecycle: one.lifecycle, owner: this.ownerWord(one.ownerIds) };
      const ref = this.add(one.slug, {
        kind: isApi ? "API" : "Resource",
        id: one.id,
        title: one.name,
        description: one.description,
        spec: isApi
          ? { type: kind, ...about, definition: definitionWords(one.documentation) }
          : { type: kind, owner: about.owner },
      });
      this.own(ref, one.ownerIds);
      if (provider === undefined) continue;
      if (isApi) this.relations.add(provider, "providesApi", ref);
      else this.relations.add(ref, "dependsOn", provider);
    }
  }

  /** Systems that catalogues of the organisation name, as far as something of them is deployed; domains of the platform. */
  private addGroupings(): void {
    const { deliveryRollUps, staffing } = this.parts;
    const systems = deliveryRollUps
      .filter(({ scope, id }) => scope === "product" && id.startsWith("product:"))
      .map(({ id, name, componentIds }) => ({ kind: "System" as const, id, name, componentIds }));
    const domains = staffing.domains.map(({ name, source, componentIds, capabilityIds }) => ({
      kind: "Domain" as const,
      id: `domain:${name}`,
      name,
      annotations: { "fulcrum/domain-source": source },
      componentIds: [...componentIds, ...capabilityIds],
    }));
    const owners = new Map(this.parts.components.map(({ id, ownerIds }) => [id, ownerIds]));
    for (const { kind, id, name, componentIds, ...more } of [...systems, ...domains]) {
      const owned = componentIds.flatMap((part) => {
        const found = owners.get(part);
        return found === undefined ? [] : [found];
      });
      const [first] = owned;
      const isOneOwner = owned.every((one) => one.join(" ") === first?.join(" "));
      const ownerIds = isOneOwner && first !== undefined ? first : [];
      const ref = this.add(slugOf(id, name), {
        kind,
        id,
        title: name,
        ...more,
        spec: { owner: this.ownerWord(ownerIds) },
      });
      this.own(ref, ownerIds);
      for (const part of componentIds) {
        const partRef = this.refs.get(part);
        if (partRef !== undefined) this.relations.add(partRef, "partOf", ref);
      }
    }
  }

  /** Those that last. */
  private addUses(): void {
    for (const { consumerComponentId, capabilityId, to } of this.parts.consumptions) {
      const consumer = this.refs.get(consumerComponentId);
      const used = this.refs.get(capabilityId);
      if (to !== null || consumer === undefined || used === undefined || used === consumer)
        continue;
      const type = used.startsWith("api:") ? "consumesApi" : "dependsOn";
      this.relations.add(consumer, type, used);
    }
  }

  private add(
    slug: string,
    draft: Pick<Draft, "kind" | "id" | "title" | "spec"> & Partial<Draft>,
  ): string {
    const name = entityName(slug);
    const ref = entityRef(draft.kind, this.namespace, name);
    this.drafts.set(ref, { description: null, annotations: {}, tags: [], name, ...draft });
    this.refs.set(draft.id, ref);
    return ref;
  }

  /** One owner has to be named there; all of them are relations. */
  private ownerWord(ids: readonly string[]): string {
    for (const id of ids) {
      const ref = this.refs.get(id);
      if (ref !== undefined) return ref;
    }
    return notKnown;
  }

  private own(ref: string, ownerIds: readonly string[]): void {
    for (const id of ownerIds) {
      const owner = this.refs.get(id);
      if (owner !== undefined) this.relations.add(ref, "ownedBy", owner);
    }
  }

  private entity(ref: string, draft: Draft): Entity {
    const { kind, id, name, title, description, tags, spec } = draft;
    const relations = this.relations.of(ref);
    const annotations = { ...draft.annotations, "fulcrum/id": id };
    const about = {
      namespace: this.namespace,
      name,
      title,
      ...(description === null || description === "" ? {} : { description }),
      annotations,
      ...(tags.length === 0 ? {} : { tags }),
    };
    const system = relations.find(
      ({ type, targetRef }) => type === "partOf" && targetRef.startsWith("system:"),
    );
    const whole = {
      kind,
      spec: system === undefined ? spec : { ...spec, system: system.targetRef },
      relations,
    };
    const metadata = {
      uid: entityUid(kind, this.namespace, id),
      etag: entityEtag({ about, ...whole }),
      ...about,
    };
    return { apiVersion: "backstage.io/v1alpha1", ...whole, metadata };
  }
}

function componentType(
  audience: CatalogueParts["components"][number]["audience"],
  offered: CapabilityKind | undefined,
): string {
  if (offered !== undefined && libraryKinds.has(offered)) return "library";
  if (audience === "staff" || audience === "public") return "website";
  if (audience === "machine" || (offered !== undefined && apiKinds.has(offered))) return "service";
  return offered ?? "other";
}

/** Backstage wants the text of the definition, which is not kept. */
function definitionWords(
  documentation: CatalogueParts["capabilities"][number]["documentation"],
): string {
  const [first] = documentation;
  return first === undefined
    ? "Fulcrum keeps no definitions: see the repository."
    : `Fulcrum keeps no definitions: see ${first.path} in the repository.`;
}
