import * as pep440 from "@renovatebot/pep440";
import * as ruby from "@renovatebot/ruby-semver";
import * as semver from "semver";

/** How one ecosystem orders its versions. Texts it cannot read give null. */
export interface VersionScheme {
  readonly compare: (a: string, b: string) => number;
  readonly isValid: (version: string) => boolean;
  readonly isStable: (version: string) => boolean;
  readonly major: (version: string) => number;
}

const longest = 100;

/** The scheme of a package URL's type; unknown types are read as semantic versions. */
export function versionScheme(purl: string | undefined): VersionScheme {
  const type = /^pkg:([a-z0-9.+-]{1,40})\//u.exec(purl ?? "")?.[1];
  if (type === "gem") return numbersFirst(rubyScheme);
  if (type === "pypi") return numbersFirst(pep440Scheme);
  if (type === "maven") return numbersFirst(mavenScheme);
  return numbersFirst(semanticScheme);
}

/** Plain numbers are ordered alike everywhere, and comparing them here is some 30 times as fast as the gem scheme. */
function numbersFirst(scheme: VersionScheme): VersionScheme {
  const isPlain = (version: string): boolean => /^v?\d{1,9}(?:\.\d{1,9}){0,5}$/u.test(version);
  return {
    compare: (a, b) => (isPlain(a) && isPlain(b) ? compareNumbers(a, b) : scheme.compare(a, b)),
    isValid: (version) => isPlain(version) || scheme.isValid(version),
    isStable: (version) => isPlain(version) || scheme.isStable(version),
    major: (version) =>
      isPlain(version) ? Number.parseInt(withoutPrefix(version), 10) : scheme.major(version),
  };
}

function compareNumbers(a: string, b: string): number {
  const left = withoutPrefix(a).split(".");
  const right = withoutPrefix(b).split(".");
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = Number(left[index] ?? 0) - Number(right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const rubyScheme: VersionScheme = {
  compare: (a, b) =>
    Number(ruby.gt(withoutPrefix(a), withoutPrefix(b))) -
    Number(ruby.lt(withoutPrefix(a), withoutPrefix(b))),
  isValid: (version) => version.length <= longest && ruby.valid(withoutPrefix(version)) !== null,
  isStable: (version) => ruby.prerelease(withoutPrefix(version)) === null,
  major: (version) => ruby.major(withoutPrefix(version)),
};

const pep440Scheme: VersionScheme = {
  compare: (a, b) => pep440.compare(a, b),
  isValid: (version) => version.length <= longest && pep440.valid(version) !== null,
  isStable: (version) => {
    const parsed = pep440.explain(version);
    return parsed !== null && !parsed.is_prerelease && !parsed.is_devrelease;
  },
  major: (version) => pep440.major(version),
};

const semanticScheme: VersionScheme = {
  compare: (a, b) => semver.compare(semantic(a) ?? "0.0.0", semantic(b) ?? "0.0.0"),
  isValid: (version) => semantic(version) !== null,
  isStable: (version) => semver.prerelease(semantic(version) ?? "0.0.0-0") === null,
  major: (version) => semver.major(semantic(version) ?? "0.0.0"),
};

/** Tags and modules leave parts out (`v2`, `1.4`); what is missing is 0. */
function semantic(version: string): string | null {
  if (version.length > longest) return null;
  const parts = /^[v=]?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:\.\d{1,9})?([-+].*)?$/u.exec(
    version,
  );
  if (!parts) return null;
  const [, major, minor = "0", patch = "0", rest = ""] = parts;
  return semver.valid(`${Number(major)}.${Number(minor)}.${Number(patch)}${rest}`);
}

/** Tags often begin with a `v` that manifests leave out. */
export function withoutPrefix(version: string): string {
  return version.startsWith("v") ? version.slice(1) : version;
}

/** Qualifiers of Maven's ComparableVersion, in order; an unknown one comes after them, a release at "". */
const qualifiers = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];
const aliases: ReadonlyMap<string, string> = new Map([
  ["a", "alpha"],
  ["b", "beta"],
  ["m", "milestone"],
  ["cr", "rc"],
  ["ga", ""],
  ["final", ""],
  ["release", ""],
  ["jre", ""],
  ["android", ""],
]);

const mavenScheme: VersionScheme = {
  compare: (a, b) => {
    const [left, right] = [mavenParts(a), mavenParts(b)];
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
      const order = mavenOrder(left[index]) - mavenOrder(right[index]);
      if (order !== 0) return order;
    }
    return 0;
  },
  isValid: (version) => version.length <= longest && /^v?\d/u.test(version),
  isStable: (version) =>
    !mavenParts(version).some((part) => typeof part === "string" && mavenOrder(part) < 0),
  major: (version) => Number(/^\d{1,9}/u.exec(withoutPrefix(version))?.[0] ?? 0),
};

function mavenParts(version: string): (number | string)[] {
  const parts: (number | string)[] = [];
  for (const word of withoutPrefix(version.toLowerCase()).match(/\d{1,15}|[a-z]{1,40}/gu) ?? []) {
    if (/^\d/u.test(word)) {
      parts.push(Number(word));
    } else {
      dropZeros(parts);
      parts.push(aliases.get(word) ?? word);
    }
  }
  dropZeros(parts);
  return parts;
}

/** `1.0.0`, `1` and `1.final` are one version: zeros before a word or the end, and release words, say nothing. */
function dropZeros(parts: (number | string)[]): void {
  while (parts.length > 1 && (parts.at(-1) === 0 || parts.at(-1) === "")) parts.pop();
}

/** Pre-release words below 0, nothing and zero at 0, `sp` and unknown words just above, numbers above those. */
function mavenOrder(part: number | string | undefined): number {
  if (part === undefined) return 0;
  if (typeof part === "number") return part === 0 ? 0 : part + 1;
  const known = qualifiers.indexOf(part);
  return known === -1 ? 0.75 : (known - qualifiers.indexOf("")) / 2;
}
