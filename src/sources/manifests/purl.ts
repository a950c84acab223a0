import { PackageURL } from "packageurl-js";

export interface PurlParts {
  readonly namespace?: string;
  readonly qualifiers?: Readonly<Record<string, string>>;
  readonly subpath?: string;
}

const cacheLimit = 20_000;
/** By type, then by name and parts: both repeat tens of thousands of times over a history. */
const cache = new Map<string, Map<string, string>>();

/** Unpaired surrogates cannot be percent-encoded: they become U+FFFD. */
const loneSurrogate = /\p{Surrogate}/gu;

/**
 * The package URL, without version, that names a package the same way wherever it is mentioned.
 * A name with slashes and no namespace is split at its last slash: `@acme/ui`, `acme/http`, `example.org/acme/http`.
 * Throws PurlError where the name is blank, or where the type demands a namespace (maven) and there is none.
 */
export function purl(type: string, name: string, parts?: PurlParts): string {
  let ofType = cache.get(type);
  if (ofType === undefined) cache.set(type, (ofType = new Map<string, string>()));
  const key = parts === undefined ? plainKey(name) : keyOf(name, parts);
  const known = ofType.get(key);
  if (known !== undefined) return known;
  const built = build(type, name, parts ?? {});
  // The limit keeps hostile files from filling memory.
  if (ofType.size >= cacheLimit) ofType.clear();
  ofType.set(key, built);
  return built;
}

function plainKey(name: string): string {
  return ` ${name}`;
}

/** With their lengths, so that no two sets of parts have one key; an empty namespace is another than none. */
function keyOf(name: string, { namespace, qualifiers, subpath }: PurlParts): string {
  if (namespace === undefined && qualifiers === undefined && subpath === undefined)
    return plainKey(name);
  const parts = [
    namespace,
    subpath,
    qualifiers === undefined ? undefined : JSON.stringify(qualifiers),
  ];
  const lengths = parts.map((part) => String(part?.length ?? "-")).join(",");
  return `${lengths} ${parts.join("")}${name}`;
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
  // Without a version the library makes none of some types; the words of others are the same.
  const isRefused = versioned.has(type);
  const text = new PackageURL(
    isRefused ? "generic" : type,
    namespace === undefined || namespace === "" ? undefined : normalise(namespace),
    normalise(wellFormed),
    undefined,
    parts.qualifiers,
    parts.subpath?.replace(loneSurrogate, "\uFFFD"),
  ).toString();
  return isRefused ? text.replace("pkg:generic/", `pkg:${type}/`) : text;
}

/** Types of which the library makes no purl without a version. */
const versioned: ReadonlySet<string> = new Set(["swift", "cran"]);

/** What the library leaves undone of each ecosystem's own rule for equal names. */
const normalisers: ReadonlyMap<string, (text: string) => string> = new Map([
  // PEP 503; the library folds underscores only.
  ["pypi", (text) => text.replace(/[-_.]+/g, "-").toLowerCase()],
  // The purl specification asks for lower case; hosts treat both spellings as one repository.
  ["golang", (text) => text.toLowerCase()],
  // NuGet ids are case-insensitive, and projects spell them as they like.
  ["nuget", (text) => text.toLowerCase()],
]);
