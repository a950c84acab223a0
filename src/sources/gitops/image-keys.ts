import { isEnvironmentName } from "#evidence/environment-name.ts";
import { versionOf } from "./one-value.ts";

/** Where a value stands, as far as it has been read. */
export interface Place {
  /** Keys from the root, the value's own last; list items have none. */
  readonly path: readonly string[];
  /** What stands beside it, without quotes; later lines may add to it. */
  readonly siblings: ReadonlyMap<string, string>;
  /** `kind` of the document. */
  readonly kind: string;
}

const imageWord = /image/i;
const digest = /^["']?(?:sha256:|sha512:)?[0-9a-f]{64,128}["']?(?:\s|$)/;
/** Release numbers with three parts or a `v`, and commits: a bare `1.5` may be anything. */
const sureVersion =
  /^(?:v\d{1,9}|v?\d{1,9}\.\d{1,9}\.\d{1,9})(?:[-.+][\w.+-]{1,60})?$|^[0-9a-f]{40}$/;

/** The version that a value asks for; null: none. Values of lists that are named beside them: see `isNamedVersion`. */
export function versionAt(key: string, value: string, place: Place): string | null {
  if (value === "") return null;
  const { path, siblings, kind } = place;
  const parent = path.at(-2) ?? "";
  if (/^(?:new[-_]?tag|image[-_]?tag|image[-_]?version)$/i.test(key)) return versionOf(value);
  if (key === "image") return /[:@]\w/.test(value) ? versionOf(value) : null;
  if (key === "value") return versionOf(value);
  if (/^(?:GitRepository|OCIRepository)$/.test(kind) && parent === "ref")
    return /^(?:tag|commit|digest)$/.test(key) ? versionOf(value) : null;
  if (key === "tag" && (imageWord.test(parent) || siblings.has("repository")))
    return versionOf(value);
  if (/^(?:(?:image[-_]?)?digest|sha)$/i.test(key))
    return digest.test(value) && isOfImage(parent, key, siblings) ? versionOf(value) : null;
  if (kind === "Application" || kind === "ApplicationSet") {
    const isElement = kind === "ApplicationSet" && path.includes("elements");
    if (key === "targetRevision" || (isElement && elementKey.test(key))) {
      const version = versionOf(value);
      return version !== null && /^(?:v?\d[\w.+-]{0,60}|[0-9a-f]{7,64})$/.test(version)
        ? version
        : null;
    }
  }
  if (key === "version" && kind === "HelmRelease" && path.includes("chart"))
    return versionOf(value);
  if (kind === "Kustomization" && parent === "substitute")
    return /(?:^|[-_])(?:tag|version|digest)$/i.test(key) ? versionOf(value) : null;
  const version = sureVersionOf(value);
  return version !== null && isByEnvironment(parent, key) ? version : null;
}

const elementKey = /^(?:tag|version|revision|image[-_]?tag|target[-_]?revision|app[-_]?version)$/i;

/** `production: {till: v1.2.0}` and `till: {production: v1.2.0}`; settings such as `apiVersion` name no application. */
function isByEnvironment(parent: string, key: string): boolean {
  return isEnvironmentName(key) || (isEnvironmentName(parent) && !/version|api|schema/i.test(key));
}

function sureVersionOf(value: string): string | null {
  const version = versionOf(value);
  return version !== null && sureVersion.test(version) ? version : null;
}

function isOfImage(parent: string, key: string, siblings: ReadonlyMap<string, string>): boolean {
  return (
    imageWord.test(parent) ||
    imageWord.test(key) ||
    ["repository", "newName", "image"].some((name) => siblings.has(name))
  );
}

const namedVersion = /(?:^|[.\]])(?:image[-_.]?)?(?:tag|digest|version)$/i;
const patchedVersion = /\/(?:image|tag|newTag|image-?tag|digest|targetRevision)$/i;

/**
 * Says whether the `value` of an entry is a version: of Helm's parameters (`name: image.tag`) and JSON patches
 * (`path: /spec/…/containers/0/image`), asked when the whole entry is known.
 */
export function isNamedVersion(siblings: ReadonlyMap<string, string>): boolean {
  const name = siblings.get("name");
  const path = siblings.get("path");
  const value = siblings.get("value") ?? "";
  if (path !== undefined) {
    if (/^(?:test|remove)$/.test(siblings.get("op") ?? "")) return false;
    return patchedVersion.test(path) && (!path.endsWith("/image") || /[:@]\w/.test(value));
  }
  if (name === undefined) return false;
  if (/(?:^|\.)image$/i.test(name)) return /[:@]\w/.test(value);
  return namedVersion.test(name) && (!/version$/i.test(name) || imageWord.test(name));
}
