import { isEnvironmentName } from "#evidence/environment-name.ts";
import { isNamedVersion } from "./image-keys.ts";
import { versionOf } from "./one-value.ts";

/** One version that a file asks for. */
export interface AskedVersion {
  /** As the content says; null: the path has to. */
  readonly application: string | null;
  readonly environment: string | null;
  /** The same by keys that are called like environments; for files whose path names none. */
  readonly keyed?: NamedApplication;
  /** Name of the workload that runs it, where it is a manifest of one: counts where neither content nor path names the application. */
  readonly workload?: string;
  /** Which of several images: keys from the root, list items by their name. */
  readonly slot: string;
  readonly version: string;
}

export interface NamedApplication {
  readonly application: string | null;
  readonly environment: string | null;
}

/** A value that may be a version, where it was met. */
export interface Seen {
  readonly document: number;
  readonly slot: readonly string[];
  readonly item: ReadonlyMap<string, string> | null;
  readonly siblings: ReadonlyMap<string, string>;
  readonly version: string;
  readonly image: string | null;
}

/** What is known of a document as a whole. */
export interface DocumentHead {
  readonly kind: string;
  readonly name: string | null;
}

/** Keys around an image that name no application. */
const wrappers =
  /^(?:spec|source|sources|helm|values|valuesObject|images?|helmValues|parameters|template|containers|initContainers|ephemeralContainers|jobTemplate|podTemplate|items|global|environments?|envs?|applications?|apps|services|deployments|releases|components|versions|tags|ref|postBuild|substitute|patches|patch)$/i;

export function askedVersions(
  seen: readonly Seen[],
  heads: ReadonlyMap<number, DocumentHead>,
): AskedVersion[] {
  const slots = new Map<string, number>();
  return seen.filter(isAsked).map((one) => {
    const { slot, item, siblings, version, image } = one;
    const { kind, name } = heads.get(one.document) ?? { kind: "", name: null };
    const reference = siblings.get("newName") ?? siblings.get("repository") ?? image ?? null;
    const imageName = reference === null ? null : baseName(reference);
    const entryName = entryOf(one);
    const itemName = kind === "" && entryName === null ? (item?.get("name") ?? null) : null;
    const inElement = kind === "ApplicationSet" ? elementOf(item) : null;
    const wanted = [
      ...slot.slice(0, -1),
      itemName ?? imageName ?? entryName ?? item?.get("name") ?? "",
      inElement?.environment ?? "",
      slot.at(-1),
    ]
      .filter((part) => part !== "")
      .join(".");
    const copy = (slots.get(wanted) ?? 0) + 1;
    slots.set(wanted, copy);
    const unique = copy === 1 ? wanted : `${wanted}#${String(copy)}`;
    const isNamed = isDeployedKind.test(kind) && name !== null;
    const owning = slot.slice(0, -1).find((part) => !wrappers.test(part)) ?? null;
    const owner = isNamed
      ? (inElement?.application ?? name)
      : (itemName ?? (slot.length >= 3 && entryName === null ? owning : null));
    const split = owner === null ? { application: null, environment: null } : splitName(owner);
    const environment = inElement?.environment ?? split.environment;
    const keyed = isNamed ? null : byKeys(slot);
    return {
      application: split.application,
      environment,
      ...(keyed === null ? {} : { keyed }),
      ...(isWorkload.test(kind) && name !== null ? { workload: name } : {}),
      slot: unique.slice(0, 300),
      version,
    };
  });
}

const isDeployedKind = /^(?:Application|ApplicationSet|HelmRelease|GitRepository|OCIRepository)$/;

const isWorkload =
  /^(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob|Pod|Rollout|Service)$/;

/** A digest beside a tag that is a version names the same image. */
function isAsked({ slot, siblings }: Seen): boolean {
  const key = slot.at(-1) ?? "";
  if (key === "value") return isNamedVersion(siblings);
  if (!/digest$|^sha$/i.test(key)) return true;
  const tag = siblings.get("tag") ?? siblings.get("newTag") ?? siblings.get("imageTag") ?? "";
  return versionOf(tag) === null;
}

/** The entry of a list whose `value` is the version: it says which image, never which application. */
function entryOf({ slot, siblings }: Seen): string | null {
  if (slot.at(-1) !== "value") return null;
  return siblings.get("path") ?? siblings.get("name") ?? null;
}

/** What an element of a list generator of an ApplicationSet is for. */
function elementOf(item: ReadonlyMap<string, string> | null): NamedApplication | null {
  if (item === null) return null;
  const values = [...item].slice(0, 50);
  const environment = values.find(
    ([key, value]) =>
      /^(?:cluster|env|environment|stage|name)$/i.test(key) && isEnvironmentName(value),
  );
  const application = values.find(
    ([key, value]) =>
      /^(?:app|application|service|component|name)$/i.test(key) && !isEnvironmentName(value),
  );
  return { application: application?.[1] ?? null, environment: environment?.[1] ?? null };
}

/** `production.till.image.tag`, `till.production.tag`, `production.till` (the version itself): both in the keys. */
function byKeys(slot: readonly string[]): NamedApplication | null {
  const at = slot.findIndex(isEnvironmentName);
  const environment = slot[at];
  if (environment === undefined) return null;
  const isValue =
    !/^(?:tag|image|new[-_]?tag|image[-_]?tag|image[-_]?version|digest|sha|value)$/i.test(
      slot.at(-1) ?? "",
    );
  const owner = (isValue ? slot : slot.slice(0, -1)).find(
    (part, index) => index !== at && !wrappers.test(part),
  );
  return { application: owner ?? null, environment };
}

/** `checkout-production` names both. */
export function splitName(name: string): { application: string; environment: string | null } {
  const match = /^(.{1,100})[-_]([^-_]{1,40})$/.exec(name);
  if (match?.[1] !== undefined && match[2] !== undefined && isEnvironmentName(match[2]))
    return { application: match[1], environment: match[2] };
  return { application: name, environment: null };
}

function baseName(reference: string): string {
  return (reference.split("/").at(-1) ?? reference).split(/[:@=]/)[0] ?? reference;
}
