import semver from "semver";
import type { RuntimeName } from "#vocabulary/structure.ts";

export type RangeDialect = "npm" | "composer" | "pep440" | "poetry" | "gem";

/** Whose cycles are whole majors. */
const byMajor: ReadonlySet<RuntimeName> = new Set(["node", "java", "dotnet"]);
/** The last minor release of majors that are over: `^7.4` of PHP fits no other cycle. */
const lastMinor: ReadonlyMap<string, number> = new Map([
  ["python 2", 7],
  ["php 5", 6],
  ["php 7", 4],
  ["ruby 1", 9],
  ["ruby 2", 7],
]);
const mostMajors = 40;
const mostMinors = 30;

/**
 * The version that a range pins: a number of it where all releases that fit are of one cycle (`^18.1`, `>=3.8,<3.9`, `~> 3.1.0`),
 * else null, as for what is no range.
 */
export function pinnedByRange(
  runtime: RuntimeName,
  written: string,
  dialect: RangeDialect,
): string | null {
  const said = written.trim();
  if (said.length > 120) return null;
  const range = semver.validRange(toSemver(said, dialect), { loose: true });
  if (range === null || range === "*") return null;
  const cycles = cyclesOf(runtime, range);
  const [cycle] = cycles;
  if (cycle === undefined || cycles.length > 1) return null;
  const number = /\d{1,4}(?:\.\d{1,5}){0,3}/.exec(said)?.[0] ?? cycle;
  return number === cycle || number.startsWith(`${cycle}.`) ? number : cycle;
}

/** At most two: more say no more. */
function cyclesOf(runtime: RuntimeName, range: string): string[] {
  const found: string[] = [];
  const isMajor = byMajor.has(runtime);
  for (let major = 0; major < mostMajors && found.length < 2; major++) {
    if (!semver.intersects(range, `${String(major)}.x`)) continue;
    if (isMajor) {
      found.push(String(major));
      continue;
    }
    const last = lastMinor.get(`${runtime} ${String(major)}`) ?? mostMinors;
    for (let minor = 0; minor <= last && found.length < 2; minor++) {
      const cycle = `${String(major)}.${String(minor)}`;
      if (semver.intersects(range, `${cycle}.x`)) found.push(cycle);
    }
  }
  return found;
}

/** Ranges of other tools in the words of Semantic Versioning's; what stays unclear makes no valid one. */
function toSemver(said: string, dialect: RangeDialect): string {
  if (dialect === "npm") return said;
  return said
    .split(/\s{0,20}\|{1,2}\s{0,20}/)
    .map((one) => alternative(one, dialect))
    .join(" || ");
}

const comparator =
  /^(~>|~=|===?|!=|>=|<=|[~^<>=])?\s{0,10}v?(\d{1,4}(?:\.\d{1,5}){0,3})(\.[*xX])?$/;

function alternative(said: string, dialect: RangeDialect): string {
  if (/\d\s+-\s+\d/.test(said)) return said;
  // A comparator may stand apart from its number; what is left between blanks or commas is one each.
  const parts = said.replace(/([<>=~^!])\s{1,10}(?=\d)/g, "$1").split(/[,\s]{1,20}/);
  return parts
    .filter((part) => part !== "")
    .map((part) => translated(part, dialect))
    .join(" ");
}

function translated(part: string, dialect: RangeDialect): string {
  const [, operator = "", number = "", wildcard] = comparator.exec(part) ?? [];
  if (number === "") return "unread";
  const numbers = number.split(".").map(Number);
  const [major = 0, minor = 0] = numbers;
  const base = `${numbers.slice(0, 3).join(".")}${numbers.length < 3 ? ".0".repeat(3 - numbers.length) : ""}`;
  if (operator === "!=") return "*";
  if (operator === "^" || (operator === "" && wildcard !== undefined)) {
    return operator === "^" ? `^${base}` : `${number}.x`;
  }
  if ((operator === "==" || operator === "=") && wildcard !== undefined) return `${number}.x`;
  // `~> 3.1` and `~=3.1` let the last number rise, Composer's `~8.0` as well; npm's and Poetry's `~3.8` do not.
  const isPessimistic =
    operator === "~>" || operator === "~=" || (operator === "~" && dialect === "composer");
  if (isPessimistic)
    return numbers.length > 2 ||
      (numbers.length === 2 && operator === "~" && dialect !== "composer")
      ? `>=${base} <${String(major)}.${String(minor + 1)}.0`
      : `>=${base} <${String(major + 1)}.0.0`;
  if (operator === "~") return `~${number}`;
  if (operator === "<" || operator === "<=" || operator === ">" || operator === ">=")
    return `${operator}${base}`;
  return `=${base}`;
}
