import type { CollectedFacts, Offer, Use } from "../collected-facts.ts";

/** Stands in an expanded text for what only a run would know; an image whose name holds it stays unnamed. */
export const unknownPart = "\uFFFD";

interface ImageReference {
  /** Host of the registry; null for Docker Hub. */
  readonly registry: string | null;
  /** Path in the registry in lower case, without Docker Hub's `library/`. */
  readonly name: string;
  /** Tag, else digest; null where neither is given or known. */
  readonly version: string | null;
}

const segment = /^-?[a-z0-9][a-z0-9._-]{0,127}$/;
const host = /^[a-z0-9][a-z0-9.-]{0,252}(?::\d{1,5})?$/;

/** `[registry/]path[:tag][@digest]` as Docker reads it; null for `scratch` and for what is no image's name. */
export function parseImageReference(written: string): ImageReference | null {
  const [beforeDigest = "", digest] = written.trim().split("@", 2);
  // A name and a password before a registry's are no image's: Docker knows no such form.
  if (digest !== undefined && digest !== "" && !/^[a-z0-9+._-]{1,30}:|[${}\uFFFD]/i.test(digest))
    return null;
  const lastSlash = beforeDigest.lastIndexOf("/");
  const colon = beforeDigest.indexOf(":", lastSlash + 1);
  const path = (colon === -1 ? beforeDigest : beforeDigest.slice(0, colon)).toLowerCase();
  const tag = colon === -1 ? null : beforeDigest.slice(colon + 1);
  const segments = path.split("/");
  const registry = isRegistry(segments[0] ?? "", segments.length) ? (segments.shift() ?? "") : null;
  if (registry !== null && !host.test(registry)) return null;
  const isHub = registry === null || /^(?:index\.|registry-1\.)?docker\.io$/.test(registry);
  if (isHub && segments.length > 1 && segments[0] === "library") segments.shift();
  const name = segments.join("/");
  if (segments.length > 20 || name === "scratch" || !segments.every((part) => segment.test(part)))
    return null;
  return { registry: isHub ? null : registry, name, version: known(tag) ?? known(digest) };
}

export function useImage(facts: CollectedFacts, written: string, use: Use): boolean {
  const image = parseImageReference(written);
  if (image === null) return false;
  facts.use("docker", image.name, { ...use, ...qualifiersOf(image), constraint: image.version });
  return true;
}

export function offerImage(facts: CollectedFacts, written: string, line: number): void {
  const image = parseImageReference(written);
  // A registry on the machine itself serves the run, not other people.
  if (image === null || /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(image.registry ?? "")) return;
  facts.offer("docker", image.name, { kind: "tooling", line, ...qualifiersOf(image) });
}

function qualifiersOf({ registry }: ImageReference): Pick<Offer, "qualifiers"> {
  return registry === null ? {} : { qualifiers: { repository_url: registry } };
}

function isRegistry(first: string, segmentsCount: number): boolean {
  return segmentsCount > 1 && (first.includes(".") || first.includes(":") || first === "localhost");
}

function known(version: string | null | undefined): string | null {
  if (version === null || version === undefined || version === "") return null;
  return /[$\uFFFD\s]/.test(version) ? null : version.slice(0, 200);
}
