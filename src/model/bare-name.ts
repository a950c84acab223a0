import { packageName } from "./components.ts";

/** What stays of a package's name when its publisher, registry or major version changes. */
export interface BareName {
  /** `npm`, `maven`, … : packages of different ecosystems are never each other's new name. */
  readonly ecosystem: string;
  readonly name: string;
}

/**
 * Without scope, group, owner, registry, host and major: `@bakery/oven-kit` → `oven-kit`, `maven/com.bakery/till` → `till`,
 * `golang/github.com/bakery/till/v2` → `till`; `-`, `_` and `.` are one. What lies inside a repository keeps its path.
 */
export function bareName(purl: string): BareName | null {
  const ecosystem = /^pkg:([a-z]{1,20})\//.exec(purl)?.[1];
  if (ecosystem === undefined) return null;
  const [path = "", inside = ""] = packageName(purl).split("#", 2);
  const parts = path.split("/").filter((part) => part !== "");
  const isVersioned = ecosystem === "golang" && /^v\d{1,6}$/.test(parts.at(-1) ?? "");
  const last = isVersioned ? parts.at(-2) : parts.at(-1);
  if (last === undefined) return null;
  const plain = last
    .toLowerCase()
    .replace(/\.git$/, "")
    .replace(ecosystem === "golang" ? /\.v\d{1,6}$/ : /$^/, "")
    .replace(/[-_.]{1,10}/g, "-");
  return plain === "" ? null : { ecosystem, name: inside === "" ? plain : `${plain}#${inside}` };
}

/**
 * Is one the other's new name? Equal, or equal but for words put before (`bakery-till` and `till`): the longer ends in the
 * shorter. One word of three letters says too little.
 */
export function isSameThing(one: BareName, other: BareName): boolean {
  if (one.ecosystem !== other.ecosystem) return false;
  if (one.name === other.name) return true;
  const [shorter, longer] =
    one.name.length < other.name.length ? [one.name, other.name] : [other.name, one.name];
  return shorter.length > 3 && longer.endsWith(`-${shorter}`);
}
