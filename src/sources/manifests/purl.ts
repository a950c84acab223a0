import { PackageURL } from "packageurl-js";

export interface PurlParts {
  readonly namespace?: string;
  readonly qualifiers?: Readonly<Record<string, string>>;
  readonly subpath?: string;
}

const cacheLimit = 20_000;
const cache = new Map<string, string>();

/** Unpaired surrogates cannot be percent-encoded: they become U+FFFD. */
const loneSurrogate = /\p{Surrogate}/gu;

/**
 * The package URL, without version, that names a package the same way wherever it is mentioned.
 * A name with slashes and no namespace is split at its last slash: `@acme/ui`, `acme/http`, `example.org/acme/http`.
 * Throws PurlError where the name is blank, or where the type demands a namespace (maven) and there is none.
 */
export function purl(type: string, name: string, parts: PurlParts = {}): string {
  if (parts.qualifiers !== undefined || parts.subpath !== undefined)
    return build(type, name, parts);
  const key = `${type}\n${parts.namespace ?? ""}\n${name}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const built = build(type, name, parts);
  // History repeats few names tens of thousands of times; the limit keeps hostile files from filling memory.
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(key, built);
  return built;
}

function build(type: string, name: string, parts: PurlParts): string {
  let wellFormed = name.replace(loneSurrogate, "\uFFFD").trim();
  let namespace = parts.namespace?.replace(loneSurrogate, "\uFFFD").trim();
  const slash = wellFormed.lastIndexOf("/");
  if (namespace === undefined && slash > 0 && slash < wellFormed.length - 1) {
    namespace = wellFormed.slice(0, slash);
    wellFormed = wellFormed.slice(slash + 1);
  }
  const normalise = normalisers.get(type) ?? ((text: string): string => text);
  return new PackageURL(
    type,
    namespace === undefined || namespace === "" ? undefined : normalise(namespace),
    normalise(wellFormed),
    undefined,
    parts.qualifiers,
    parts.subpath?.replace(loneSurrogate, "\uFFFD"),
  ).toString();
}

/** What the library leaves undone of each ecosystem's own rule for equal names. */
const normalisers: ReadonlyMap<string, (text: string) => string> = new Map([
  // PEP 503; the library folds underscores only.
  ["pypi", (text) => text.replace(/[-_.]+/g, "-").toLowerCase()],
  // The purl specification asks for lower case; hosts treat both spellings as one repository.
  ["golang", (text) => text.toLowerCase()],
  // NuGet ids are case-insensitive, and projects spell them as they like.
  ["nuget", (text) => text.toLowerCase()],
]);
