import { compareNumbers, withoutPrefix, type VersionScheme } from "./version-scheme.ts";

const longest = 100;
const numbers = String.raw`v?(\d{1,15}(?:\.\d{1,15}){0,3})`;

const nugetForm = new RegExp(
  String.raw`^${numbers}(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$`,
  "u",
);

/**
 * NuGet: four numbers, pre-releases after Semantic Versioning without regard to case, metadata without meaning
 * (https://learn.microsoft.com/nuget/concepts/package-versioning).
 */
export const nugetScheme: VersionScheme = {
  compare: (a, b) => {
    const [left, right] = [read(nugetForm, a), read(nugetForm, b)];
    const order = compareNumbers(left.numbers, right.numbers);
    if (order !== 0 || left.rest === right.rest) return order;
    if (left.rest === "" || right.rest === "") return left.rest === "" ? 1 : -1;
    return compareIdentifiers(left.rest.toLowerCase(), right.rest.toLowerCase());
  },
  isValid: (version) => version.length <= longest && nugetForm.test(version),
  isStable: (version) => nugetForm.test(version) && read(nugetForm, version).rest === "",
  major: (version) => Number.parseInt(withoutPrefix(version), 10),
};

function compareIdentifiers(a: string, b: string): number {
  const [left, right] = [a.split("."), b.split(".")];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [one, other] = [left[at], right[at]];
    if (one === other) continue;
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    const [isNumber, isOther] = [/^\d+$/u.test(one), /^\d+$/u.test(other)];
    if (isNumber && isOther) {
      if (Number(one) !== Number(other)) return Number(one) - Number(other);
      continue;
    }
    if (isNumber !== isOther) return isNumber ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return 0;
}

const composerForm = new RegExp(
  String.raw`^${numbers}(?:[._-]?(stable|alpha|beta|patch|dev|rc|pl|a|b|p)(?:[.-]?(\d{1,15}(?:[.-]\d{1,15}){0,3}))?)?(?:[.-]?(dev))?(?:\+[0-9A-Za-z.-]+)?$`,
  "iu",
);
const stabilities: ReadonlyMap<string, number> = new Map([
  ["dev", 0],
  ["alpha", 1],
  ["a", 1],
  ["beta", 2],
  ["b", 2],
  ["rc", 3],
  ["", 4],
  ["stable", 4],
  ["patch", 5],
  ["pl", 5],
  ["p", 5],
]);

/**
 * Composer: four numbers, then dev, alpha, beta, RC, stable, patch, each with a number of its own, whatever their case
 * (https://getcomposer.org/doc/04-schema.md#version); `-dev` behind one is before it. Branches are no versions.
 */
export const composerScheme: VersionScheme = {
  compare: (a, b) => {
    const [left, right] = [composerParts(a), composerParts(b)];
    return (
      compareNumbers(left.numbers, right.numbers) ||
      left.stability - right.stability ||
      compareNumbers(left.count, right.count) ||
      Number(right.isDev) - Number(left.isDev)
    );
  },
  isValid: (version) => version.length <= longest && composerForm.test(version),
  isStable: (version) => {
    const { stability, isDev } = composerParts(version);
    return composerForm.test(version) && stability >= 4 && !isDev;
  },
  major: (version) => Number.parseInt(version.replace(/^v/i, ""), 10),
};

function composerParts(version: string): {
  numbers: string;
  stability: number;
  count: string;
  isDev: boolean;
} {
  const [, digits = "0", word = "", count = "0", dev] = composerForm.exec(version) ?? [];
  return {
    numbers: digits,
    stability: stabilities.get(word.toLowerCase()) ?? 4,
    count: count.replaceAll("-", "."),
    isDev: dev !== undefined,
  };
}

function read(form: RegExp, version: string): { numbers: string; rest: string } {
  const [, plain = "0", rest = ""] = form.exec(version) ?? [];
  return { numbers: plain, rest };
}
