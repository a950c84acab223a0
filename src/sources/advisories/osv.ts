import type { Advisory, AdvisoryRange } from "#evidence/advisories.ts";
import { withoutPersonsOrNull, withoutQuotes } from "#evidence/without-persons.ts";
import { messageOf } from "#kernel/errors.ts";
import { purl } from "../manifests/purl.ts";
import { nameOfReport, osvOfGithub } from "./foreign-advisories.ts";
import { readYamlDocuments } from "../yaml-documents.ts";
import { isRecord, textOf, textsOf } from "../untrusted-value.ts";

/** OSV's names of ecosystems (https://ossf.github.io/osv-schema/#defined-ecosystems) with the type of their purls. */
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
  ["Pub", "pub"],
  ["Hex", "hex"],
  ["Hackage", "hackage"],
  ["SwiftURL", "swift"],
]);
const mostAffected = 500;
const mostVersions = 20_000;
const mostKinds = 200;

export interface OsvReading {
  readonly advisories: readonly Advisory[];
  readonly problem: string | null;
  /** What was passed over, in words, with how often: ecosystems whose versions no lock file here has, ranges that are no such. */
  readonly passedOver: ReadonlyMap<string, number>;
}

/**
 * One advisory, or an array of them, in OSV's format or as GitHub and Dependabot list them. Withdrawn ones and other ecosystems
 * are passed over, and so is what is no advisory among others. Never throws.
 */
export function readOsv(text: string, isYaml = false): OsvReading {
  const passedOver = new Map<string, number>();
  if (isYaml) {
    const { documents, problems } = readYamlDocuments(text);
    const problem = problems[0]?.text;
    if (problem !== undefined) return { advisories: [], problem, passedOver };
    return reading(
      documents.map((one) => one.value),
      passedOver,
    );
  }
  try {
    return reading(JSON.parse(text.replace(/^\uFEFF/, "")), passedOver);
  } catch (error) {
    const problem = `not valid JSON: ${withoutQuotes(messageOf(error))}`;
    return { advisories: [], problem, passedOver };
  }
}

function reading(parsed: unknown, passedOver: Map<string, number>): OsvReading {
  const advisories: Advisory[] = [];
  const report = nameOfReport(parsed);
  if (report !== null) return { advisories, problem: `${report}, and no OSV advisory`, passedOver };
  let refusedCount = 0;
  let problem: string | null = null;
  for (const written of entriesOf(parsed)) {
    const entry = isRecord(written) ? (osvOfGithub(written) ?? written) : null;
    const affected = entry?.["affected"] ?? [];
    const why = whyNone(entry, affected);
    if (why !== null) {
      refusedCount++;
      problem ??= why;
    } else if (entry !== null && Array.isArray(affected) && textOf(entry["withdrawn"]) === null)
      advisories.push(advisoryOf(entry, affected, passedOver));
  }
  if (problem !== null && refusedCount > 1)
    problem = `${String(refusedCount)} of its records: ${problem}`;
  return { advisories, problem, passedOver };
}

/** Null: it is one. */
function whyNone(
  entry: Readonly<Record<string, unknown>> | null,
  affected: unknown,
): string | null {
  const isOne = entry !== null && textOf(entry["id"]) !== null;
  // A record that is withdrawn or still to be analysed may name no package at all.
  if (!isOne || (textOf(entry["modified"]) === null && !Array.isArray(entry["affected"])))
    return "no OSV advisory: it needs an id, and what is affected or when it was modified";
  return Array.isArray(affected) ? null : "no OSV advisory: what is affected is no list";
}

/** One record, a list of them, or the answer of OSV's API: `{ "vulns": [ … ] }`. */
function entriesOf(parsed: unknown): readonly unknown[] {
  if (Array.isArray(parsed)) return parsed;
  const vulns = isRecord(parsed) && parsed["id"] === undefined ? parsed["vulns"] : undefined;
  return Array.isArray(vulns) ? vulns : [parsed];
}

function advisoryOf(
  entry: Readonly<Record<string, unknown>>,
  affected: readonly unknown[],
  passedOver: Map<string, number>,
): Advisory {
  const pass = (what: string): void => {
    if (passedOver.size < mostKinds || passedOver.has(what))
      passedOver.set(what, (passedOver.get(what) ?? 0) + 1);
  };
  if (affected.length > mostAffected)
    pass(`packages after the first ${String(mostAffected)} of a record`);
  return {
    id: textOf(entry["id"], 100) ?? "",
    aliases: textsOf(entry["aliases"] ?? []).slice(0, 20),
    summary: withoutPersonsOrNull(textOf(entry["summary"], 300) ?? textOf(entry["details"], 300)),
    affected: affected.slice(0, mostAffected).flatMap((one) => {
      const named = isRecord(one) && isRecord(one["package"]) ? one["package"] : null;
      const found = purlOf(named, pass);
      if (!isRecord(one) || found === null) return [];
      const ranges: readonly unknown[] = Array.isArray(one["ranges"]) ? one["ranges"] : [];
      const versions: readonly unknown[] = Array.isArray(one["versions"]) ? one["versions"] : [];
      if (versions.length > mostVersions)
        pass(`versions after the first ${String(mostVersions)} of a package`);
      return {
        purl: found,
        ranges: ranges.slice(0, mostAffected).flatMap((range) => rangeOf(range, pass)),
        versions: versions.slice(0, mostVersions).flatMap((version) => textOf(version, 100) ?? []),
      };
    }),
  };
}

function purlOf(
  named: Readonly<Record<string, unknown>> | null,
  pass: (what: string) => void,
): string | null {
  const name = textOf(named?.["name"]);
  // `Maven:https://repo.example/maven2` is the same ecosystem in another registry.
  const ecosystem = (textOf(named?.["ecosystem"], 60) ?? "").split(":", 1)[0] ?? "";
  const type = ecosystems.get(ecosystem);
  if (name === null || type === undefined) {
    // Of a repository alone, by its commits.
    pass(named === null ? "records of commits without a package" : `ecosystem ${ecosystem}`);
    return null;
  }
  if (type === "swift")
    return purl(type, name.replace(/^[a-z]{1,10}:\/\//i, "").replace(/\.git$/, ""));
  if (type !== "maven") return purl(type, name);
  // A Maven package has no name without its group.
  if (/^[^:]{1,200}:[^:]{1,200}$/.test(name)) return purl(type, name.replace(":", "/"));
  pass("Maven packages without a group");
  return null;
}

/** Commits (GIT) are no versions of a lock file: such a range is left to the others beside it, and to `versions`. */
function rangeOf(value: unknown, pass: (what: string) => void): AdvisoryRange[] {
  if (!isRecord(value) || value["type"] === "GIT") return [];
  if (!Array.isArray(value["events"])) {
    pass("ranges without events");
    return [];
  }
  const events: readonly unknown[] = value["events"];
  const read = events.slice(0, mostAffected).flatMap((event) => {
    const said = isRecord(event) ? Object.entries(event) : [];
    const known = said.flatMap(([kind, version]) => {
      const text = textOf(version, 100);
      const isKnown =
        kind === "introduced" || kind === "fixed" || kind === "last_affected" || kind === "limit";
      return text !== null && isKnown ? [{ kind, version: text } as const] : [];
    });
    if (known.length === 0) pass("events that are none of OSV's");
    return known;
  });
  return [{ events: read }];
}
