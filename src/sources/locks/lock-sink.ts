import type { LockedPackage } from "#evidence/facts.ts";
import { withoutSecrets } from "#evidence/without-persons.ts";
import { purl, type PurlParts } from "../manifests/purl.ts";

/** Who sees a locked version; as in `LockedPackage`. */
export interface Visibility {
  readonly range?: string | null;
  readonly member?: string;
  readonly isNested?: boolean;
}

/** Besides its name and version; `parts` are those of its purl. */
export interface LockedMore extends Visibility {
  readonly parts?: PurlParts;
}

/** Takes what a lock file says, in any order. */
export interface LockSink {
  add(type: string, name: string, version: unknown, more?: LockedMore): void;
  /** Names a key that its parser lets stand only once; a second claim sends the file to the whole-file reading. */
  claim(key: string): void;
}

/** A lock file that holds more than any tool writes. */
export class LockTooLarge extends Error {}

export interface Counted {
  readonly package: LockedPackage;
  readonly count: number;
}

/** Far more than the largest lock file in the wild holds. */
const mostAdditions = 500_000;
const shortestAddition = 4;
const fewestAdditions = 1000;

/** How often a lock file of so many bytes may name a package: only aliases of YAML name more than they have room for. */
export function additionsAllowed(bytes: number): number {
  return Math.min(mostAdditions, fewestAdditions + bytes / shortestAddition);
}

const longestName = 300;
const longestVersion = 300;
const named = /[^\s/]/;

/** A multiset of locked packages and of claimed keys; `sign` says whether what comes is added or taken away. */
export class PackageTally implements LockSink {
  readonly packages = new Map<string, Counted>();
  readonly claims = new Map<string, number>();
  readonly #wanted: (purl: string) => boolean;
  readonly #most: number;
  #calls = 0;
  sign: 1 | -1 = 1;
  /** Packages named by what was added, less those by what was taken away; wanted or not. */
  additions = 0;

  /** Throws LockTooLarge at more than `most` packages, added and taken away together. */
  constructor(wanted: (purl: string) => boolean, most: number) {
    this.#wanted = wanted;
    this.#most = most;
  }

  add(type: string, name: string, version: unknown, more: LockedMore = {}): void {
    if (++this.#calls > this.#most) throw new LockTooLarge();
    this.additions += this.sign;
    if (typeof version !== "string" || version === "" || version.length > longestVersion) return;
    if (name.length > longestName || !named.test(name)) return;
    const id = purlOrNull(type, name, more.parts);
    if (id === null || !this.#wanted(id)) return;
    const found: LockedPackage = {
      purl: id,
      version: withoutSecrets(version),
      ...(typeof more.range === "string"
        ? { range: withoutSecrets(more.range.slice(0, longestVersion)) }
        : {}),
      ...(more.member === undefined ? {} : { member: more.member }),
      ...(more.isNested === true ? { isNested: true } : {}),
    };
    const key = packageKey(found);
    const count = (this.packages.get(key)?.count ?? 0) + this.sign;
    this.packages.set(key, { package: found, count });
  }

  claim(key: string): void {
    this.claims.set(key, (this.claims.get(key) ?? 0) + this.sign);
  }
}

/** Null for a name that its ecosystem cannot have: no manifest can name it either. */
function purlOrNull(type: string, name: string, parts: PurlParts | undefined): string | null {
  try {
    return purl(type, name, parts);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("Invalid purl")) return null;
    throw error;
  }
}

export function packageKey(found: LockedPackage): string {
  const nested = found.isNested === true ? "nested" : "";
  return `${found.purl}\n${found.version}\n${found.range ?? ""}\n${found.member ?? ""}\n${nested}`;
}
