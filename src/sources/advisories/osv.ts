import type { Advisory, AdvisoryRange } from "#evidence/advisories.ts";
import { messageOf } from "#kernel/errors.ts";
import { purl } from "../manifests/purl.ts";
import { isRecord, textOf, textsOf } from "../untrusted-value.ts";

/** OSV's names of ecosystems (https://ossf.github.io/osv-schema) with the type of their purls. */
const ecosystems: ReadonlyMap<string, string> = new Map([
  ["RubyGems", "gem"],
  ["npm", "npm"],
  ["PyPI", "pypi"],
  ["Go", "golang"],
  ["Maven", "maven"],
  ["Packagist", "composer"],
  ["crates.io", "cargo"],
  ["NuGet", "nuget"],
  ["GitHub Actions", "githubactions"],
]);
const mostAffected = 500;
const mostVersions = 20_000;

export interface OsvReading {
  readonly advisories: readonly Advisory[];
  readonly problem: string | null;
}

/** One advisory, or an array of them, in OSV's format. Withdrawn ones and other ecosystems are passed over. Never throws. */
export function readOsv(text: string): OsvReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { advisories: [], problem: `not valid JSON: ${messageOf(error).slice(0, 120)}` };
  }
  const entries: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  const advisories: Advisory[] = [];
  for (const entry of entries) {
    if (!isRecord(entry) || textOf(entry["id"]) === null || !Array.isArray(entry["affected"]))
      return { advisories, problem: "no OSV advisory: it needs an id and what is affected" };
    if (textOf(entry["withdrawn"]) === null) advisories.push(advisoryOf(entry));
  }
  return { advisories, problem: null };
}

function advisoryOf(entry: Readonly<Record<string, unknown>>): Advisory {
  const affected: readonly unknown[] = Array.isArray(entry["affected"]) ? entry["affected"] : [];
  return {
    id: textOf(entry["id"], 100) ?? "",
    aliases: textsOf(entry["aliases"] ?? []).slice(0, 20),
    summary: textOf(entry["summary"], 300) ?? textOf(entry["details"], 300),
    affected: affected.slice(0, mostAffected).flatMap((one) => {
      const named = isRecord(one) && isRecord(one["package"]) ? one["package"] : null;
      const name = textOf(named?.["name"]);
      const type = ecosystems.get((textOf(named?.["ecosystem"]) ?? "").split(":", 1)[0] ?? "");
      if (!isRecord(one) || name === null || type === undefined) return [];
      // A Maven package has no name without its group.
      if (type === "maven" && !/^[^:]{1,200}:[^:]{1,200}$/.test(name)) return [];
      const ranges: readonly unknown[] = Array.isArray(one["ranges"]) ? one["ranges"] : [];
      const versions: readonly unknown[] = Array.isArray(one["versions"]) ? one["versions"] : [];
      return {
        purl: purl(type, type === "maven" ? name.replace(":", "/") : name),
        ranges: ranges.slice(0, mostAffected).flatMap(rangeOf),
        versions: versions.slice(0, mostVersions).flatMap((version) => textOf(version, 100) ?? []),
      };
    }),
  };
}

/** Commits (GIT) are no versions of a lock file. */
function rangeOf(value: unknown): AdvisoryRange[] {
  if (!isRecord(value) || value["type"] === "GIT" || !Array.isArray(value["events"])) return [];
  const events: readonly unknown[] = value["events"];
  const read = events.slice(0, mostAffected).flatMap((event) => {
    const [kind, version] = Object.entries(isRecord(event) ? event : {})[0] ?? [];
    const said = textOf(version, 100);
    if (said === null) return [];
    return kind === "introduced" || kind === "fixed" || kind === "last_affected" || kind === "limit"
      ? [{ kind, version: said } as const]
      : [];
  });
  return [{ events: read }];
}
