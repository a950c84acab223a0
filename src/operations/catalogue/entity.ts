import { createHash } from "node:crypto";

/** Kinds of Backstage's model of a catalogue that an assessment knows something of. */
export type EntityKind = "API" | "Component" | "Domain" | "Group" | "Resource" | "System";

export interface EntityRelation {
  readonly type: string;
  /** `component:bakery/dough-kit-1a2b3c`, in lower case. */
  readonly targetRef: string;
}

/** As the catalogue of Backstage writes one (`backstage.io/v1alpha1`). */
export interface Entity {
  readonly apiVersion: "backstage.io/v1alpha1";
  readonly kind: EntityKind;
  readonly metadata: {
    readonly uid: string;
    readonly etag: string;
    /** The slug of the organisation. */
    readonly namespace: string;
    readonly name: string;
    readonly title: string;
    readonly description?: string;
    readonly annotations: Readonly<Record<string, string>>;
    readonly tags?: readonly string[];
  };
  readonly spec: Readonly<Record<string, string | readonly string[] | object>>;
  readonly relations: readonly EntityRelation[];
}

const longestName = 63;
/** A hyphen and six digits, by which a slug of Fulcrum ends. */
const endLength = 7;

/** A slug of Fulcrum as Backstage takes names: 63 characters at most, the end that tells it from others kept. */
export function entityName(slug: string): string {
  if (slug.length <= longestName) return slug;
  return slug.slice(0, longestName - endLength).replace(/-+$/, "") + slug.slice(-endLength);
}

export function entityRef(kind: EntityKind, namespace: string, name: string): string {
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

/** The same thing of the same organisation has the same, on every machine: a UUID of version 8 (RFC 9562) over what it is. */
export function entityUid(kind: EntityKind, namespace: string, id: string): string {
  const hash = sum("uid", kind, namespace, id);
  const hex = `${hash.slice(0, 12)}8${hash.slice(13, 16)}a${hash.slice(17, 32)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Changes when the entity does. */
export function entityEtag(entity: object): string {
  return sum("etag", JSON.stringify(entity)).slice(0, 40);
}

function sum(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\u0001");
  return hash.digest("hex");
}

/** Words that Backstage takes as tags, of those given. */
export function entityTags(words: readonly string[]): readonly string[] {
  const folded = words.map((word) => word.toLowerCase().replaceAll(/[\s_.]+/g, "-"));
  return [...new Set(folded.filter((word) => /^[a-z0-9+#]+(?:-[a-z0-9+#]+)*$/.test(word)))].filter(
    ({ length }) => length <= longestName,
  );
}
