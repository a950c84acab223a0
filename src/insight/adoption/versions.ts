import * as pep440 from "@renovatebot/pep440";
import * as ruby from "@renovatebot/ruby-semver";
import * as semver from "semver";
import { mavenScheme } from "./maven-versions.ts";
import { composerScheme, nugetScheme } from "./package-versions.ts";
import { compareNumbers, withoutPrefix, type VersionScheme } from "./version-scheme.ts";

export { withoutPrefix, type VersionScheme } from "./version-scheme.ts";

const longest = 100;

/** The scheme of a package URL's type; unknown types are read as semantic versions. */
export function versionScheme(purl: string | undefined): VersionScheme {
  const type = /^pkg:([a-z0-9.+-]{1,40})\//u.exec(purl ?? "")?.[1];
  if (type === "gem") return numbersFirst(rubyScheme);
  if (type === "pypi") return numbersFirst(pep440Scheme);
  if (type === "maven") return numbersFirst(mavenScheme);
  if (type === "nuget") return numbersFirst(nugetScheme);
  if (type === "composer") return numbersFirst(composerScheme);
  if (type === "pub") return numbersFirst(pubScheme);
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

/** As semantic versions, only that of two with the same numbers the one with the later build (`1.2.3+1`) is newer. */
const pubScheme: VersionScheme = {
  ...semanticScheme,
  compare: (a, b) => semver.compareBuild(withBuild(a), withBuild(b)),
};

function withBuild(version: string): string {
  return `${semantic(version) ?? "0.0.0"}${/\+.*/su.exec(version)?.[0] ?? ""}`;
}

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
