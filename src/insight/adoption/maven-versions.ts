import { withoutPrefix, type VersionScheme } from "./version-scheme.ts";

type Part = number | string | readonly Part[];

const qualifiers = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];
const release = qualifiers.indexOf("");
const aliases: ReadonlyMap<string, string> = new Map([
  ["ga", ""],
  ["final", ""],
  ["release", ""],
  ["cr", "rc"],
]);
const shortened: ReadonlyMap<string, string> = new Map([
  ["a", "alpha"],
  ["b", "beta"],
  ["m", "milestone"],
]);
const longest = 100;

/**
 * Maven's ComparableVersion (https://maven.apache.org/pom.html#version-order-specification): `-` and every change between digits
 * and letters begin a list of their own, zeros and release words at the end of a list say nothing.
 */
export const mavenScheme: VersionScheme = {
  compare: (a, b) => comparePart(partsOf(a), partsOf(b)),
  isValid: (version) => version.length <= longest && /^v?\d/u.test(version),
  isStable: (version) => !hasPreRelease(partsOf(version)),
  major: (version) => Number(/^\d{1,9}/u.exec(withoutPrefix(version))?.[0] ?? 0),
};

function partsOf(version: string): readonly Part[] {
  const root: Part[] = [];
  const lists: Part[][] = [root];
  const begin = (): void => {
    const list: Part[] = [];
    lists.at(-1)?.push(list);
    lists.push(list);
  };
  const text = withoutPrefix(version.toLowerCase()).slice(0, longest);
  let previous: "digits" | "letters" | "separator" = "separator";
  for (const match of text.matchAll(/\d+|[.-]|[^\d.-]+/gu)) {
    const [word] = match;
    if (word === "." || word === "-") {
      // Two separators in a row have a zero between them.
      if (previous === "separator") lists.at(-1)?.push(0);
      if (word === "-") begin();
      previous = "separator";
      continue;
    }
    const kind = /^\d/u.test(word) ? "digits" : "letters";
    // `.rc` is `-rc`.
    if (kind === "letters" ? lists.at(-1)?.length !== 0 : previous === "letters") begin();
    const isCounted = /\d/u.test(text.charAt(match.index + word.length));
    lists.at(-1)?.push(kind === "digits" ? Number(word) : qualifierOf(word, isCounted));
    previous = kind;
  }
  for (const list of lists.reverse()) normalise(list);
  return root;
}

function qualifierOf(word: string, isCounted: boolean): string {
  const long = isCounted ? (shortened.get(word) ?? word) : word;
  return aliases.get(long) ?? long;
}

/** Takes away what says nothing at the end, and before a list at the end. */
function normalise(list: Part[]): void {
  for (let at = list.length - 1; at >= 0; at--) {
    const part = list[at];
    if (part === 0 || part === "" || (Array.isArray(part) && part.length === 0)) list.splice(at, 1);
    else if (!Array.isArray(part)) break;
  }
}

function comparePart(a: Part | undefined, b: Part | undefined): number {
  if (a === undefined) return b === undefined ? 0 : -comparePart(b, undefined);
  if (typeof a === "number") {
    if (b === undefined) return a === 0 ? 0 : 1;
    return typeof b === "number" ? Math.sign(a - b) : 1;
  }
  if (typeof a === "string") {
    if (b === undefined) return Math.sign(rankOf(a) - release);
    return typeof b === "string" ? compareQualifiers(a, b) : -1;
  }
  if (typeof b === "number") return -1;
  if (typeof b === "string") return 1;
  for (let at = 0; at < Math.max(a.length, b?.length ?? 0); at++) {
    const order = comparePart(a[at], b?.[at]);
    if (order !== 0) return order;
  }
  return 0;
}

/** Unknown words come after all known ones. */
function rankOf(word: string): number {
  const known = qualifiers.indexOf(word);
  return known === -1 ? qualifiers.length : known;
}

function compareQualifiers(a: string, b: string): number {
  return Math.sign(rankOf(a) - rankOf(b)) || (a === b ? 0 : a < b ? -1 : 1);
}

function hasPreRelease(part: Part): boolean {
  if (typeof part === "string") return rankOf(part) < release;
  return typeof part !== "number" && part.some(hasPreRelease);
}
