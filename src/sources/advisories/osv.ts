import type { Advisory, AdvisoryEvent, AdvisoryRange } from "#evidence/advisories.ts";
import { withoutPersonsOrNull, withoutQuotes } from "#evidence/without-persons.ts";
import { messageOf } from "#kernel/errors.ts";
import { jsonValues } from "../json-stream.ts";
import { purl } from "../manifests/purl.ts";
import { isRecord, textOf } from "../untrusted-value.ts";
import { readYamlTexts } from "../yaml-documents.ts";
import { govulncheckMessage, nameOfReport, osvOfGithub } from "./foreign-advisories.ts";
import { PassedOver } from "./passed-over.ts";

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
const mostAliases = 200;
const longestVersion = 100;

type Entry = Readonly<Record<string, unknown>>;

export interface OsvReading {
  readonly advisories: readonly Advisory[];
  /** Ids that are withdrawn, with when the record that says so was modified. */
  readonly withdrawn: ReadonlyMap<string, string | null>;
  readonly problem: string | null;
  /** What was passed over, in words, with how often: ecosystems whose versions no lock file here has, ranges that are no such. */
  readonly passedOver: ReadonlyMap<string, number>;
}

/**
 * Advisories in OSV's format, or as GitHub and Dependabot list them: one, a list, an answer of an API, or a stream of them.
 * Withdrawn ones and other ecosystems are passed over, and so is what is no advisory among others. Never throws.
 */
export function readOsv(text: string, isYaml = false): OsvReading {
  if (isYaml) {
    const { documents, problems } = readYamlTexts(text);
    const problem = problems[0]?.text;
    return problem === undefined ? reading(documents.map((one) => one.value)) : refused(problem);
  }
  let values: readonly unknown[];
  try {
    values = jsonValues(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return refused(`not valid JSON: ${withoutQuotes(messageOf(error))}`);
  }
  return reading(values);
}

function refused(problem: string): OsvReading {
  return { advisories: [], withdrawn: new Map(), problem, passedOver: new Map() };
}

/** What has been read so far. */
interface Found {
  readonly advisories: Advisory[];
  readonly withdrawn: Map<string, string | null>;
  readonly passedOver: PassedOver;
}

function reading(values: readonly unknown[]): OsvReading {
  const found: Found = { advisories: [], withdrawn: new Map(), passedOver: new PassedOver() };
  const refusals: string[] = [];
  // What govulncheck prints beside them: no fault where there are advisories among it.
  const isAmongMessages = values.some((value) => isRecord(value) && isRecord(value["osv"]));
  for (const value of values) {
    const report = nameOfReport(value);
    if (report !== null) {
      if (!isAmongMessages || report !== govulncheckMessage)
        refusals.push(`${report}, and no OSV advisory`);
    } else
      for (const written of entriesOf(value)) {
        const why = readEntry(written, found);
        if (why !== null) refusals.push(why);
      }
  }
  const [first = null] = refusals;
  return {
    advisories: found.advisories,
    withdrawn: found.withdrawn,
    passedOver: found.passedOver.counts,
    problem:
      first === null || refusals.length === 1
        ? first
        : `${String(refusals.length)} of its records: ${first}`,
  };
}

/** Why it is none; null: it was taken. */
function readEntry(written: unknown, found: Found): string | null {
  const entry = isRecord(written) ? (osvOfGithub(written) ?? written) : null;
  const affected = entry?.["affected"] ?? [];
  const why = whyNone(entry, affected);
  if (why !== null || entry === null || !Array.isArray(affected)) return why;
  const advisory = advisoryOf(entry, affected, found.passedOver);
  if (isWithdrawn(entry["withdrawn"], found.passedOver))
    found.withdrawn.set(advisory.id, advisory.modified ?? null);
  else found.advisories.push(advisory);
  return null;
}

/** Null: it is one. */
function whyNone(entry: Entry | null, affected: unknown): string | null {
  const isOne = entry !== null && textOf(entry["id"]) !== null;
  // A record that is withdrawn or still to be analysed may name no package at all.
  if (!isOne || (textOf(entry["modified"]) === null && !Array.isArray(entry["affected"])))
    return "no OSV advisory: it needs an id, and what is affected or when it was modified";
  return Array.isArray(affected) ? null : "no OSV advisory: what is affected is no list";
}

/** A time. Other marks say the same in words that OSV does not have; `null` and `~` are words in YAML. */
function isWithdrawn(value: unknown, passedOver: PassedOver): boolean {
  if (value === undefined || value === null || value === false) return false;
  const text = textOf(value, 100);
  if (text === null && typeof value === "string") return false;
  if (text === "null" || text === "~" || text === "false") return false;
  if (text === null || Number.isNaN(Date.parse(text)))
    passedOver.add("withdrawn without a time that can be read");
  return true;
}

/** One record, a list of them, the answer of OSV's API (`{ "vulns": [ … ] }`), or a message of govulncheck that holds one. */
function entriesOf(parsed: unknown): readonly unknown[] {
  if (Array.isArray(parsed)) return parsed;
  if (!isRecord(parsed) || parsed["id"] !== undefined) return [parsed];
  if (isRecord(parsed["osv"])) return [parsed["osv"]];
  return Array.isArray(parsed["vulns"]) ? parsed["vulns"] : [parsed];
}

function advisoryOf(entry: Entry, affected: readonly unknown[], passedOver: PassedOver): Advisory {
  return {
    id: textOf(entry["id"], 100) ?? "",
    modified: textOf(entry["modified"], 100),
    aliases: aliasesOf(entry["aliases"], passedOver),
    summary: withoutPersonsOrNull(textOf(entry["summary"], 300) ?? textOf(entry["details"], 300)),
    affected: passedOver
      .list(affected, "packages of a record", mostAffected)
      .flatMap((one) => affectedOf(one, passedOver)),
  };
}

function affectedOf(one: unknown, passedOver: PassedOver): Advisory["affected"] {
  if (!isRecord(one)) {
    passedOver.add("entries of what is affected that are no records");
    return [];
  }
  const found = purlOf(isRecord(one["package"]) ? one["package"] : null, passedOver);
  if (found === null) return [];
  const written = passedOver.list(one["ranges"], "ranges of a package", mostAffected);
  const ranges = written.flatMap((range) => rangeOf(range, passedOver));
  const versions = passedOver
    .list(one["versions"], "versions of a package", mostVersions)
    .flatMap((version) => versionOf(version, passedOver) ?? []);
  if (written.length === 0 && versions.length === 0)
    passedOver.add("packages without ranges and versions");
  return [{ purl: found, ranges, versions }];
}

/** `CVE-2024-12345`, `GHSA-…`; `N/A` and `CVE-0000-0000` stand where there is none, and would make one risk of all that have them. */
const alias = /^(?:(?!CVE-)[A-Za-z][\w.]{0,40}-\S{2,100}|CVE-(?!0000)\d{4}-(?!0+$)\d{1,19})$/;

function aliasesOf(value: unknown, passedOver: PassedOver): string[] {
  const listed = typeof value === "string" && value.trim() !== "" ? [value] : value;
  return passedOver.list(listed, "aliases", mostAliases).flatMap((one) => {
    const text = textOf(one, 150);
    if (text !== null && alias.test(text)) return [text];
    passedOver.add("aliases that are no ids");
    return [];
  });
}

/** A number has lost how it was written: 1.10 is 1.1. */
function versionOf(value: unknown, passedOver: PassedOver): string | null {
  if (typeof value === "number" && !Number.isInteger(value)) {
    passedOver.add("versions that are numbers, where 1.10 is 1.1");
    return null;
  }
  const text = textOf(value, longestVersion + 1);
  if (text !== null && text.length <= longestVersion) return text;
  passedOver.add(
    text === null
      ? "versions that are no texts"
      : `versions longer than ${String(longestVersion)} characters`,
  );
  return null;
}

function purlOf(named: Entry | null, passedOver: PassedOver): string | null {
  const name = textOf(named?.["name"]);
  // `Maven:https://repo.example/maven2` is the same ecosystem in another registry.
  const ecosystem = (textOf(named?.["ecosystem"], 60) ?? "").split(":", 1)[0] ?? "";
  const type = ecosystems.get(ecosystem);
  const pass = (what: string): null => {
    passedOver.add(what);
    return null;
  };
  // Of a repository alone, by its commits.
  if (named === null) return pass("records of commits without a package");
  if (ecosystem === "" || name === null) return pass("packages without a name or an ecosystem");
  if (type === undefined) return pass(`ecosystem ${ecosystem}`);
  // A Maven package has no name without its group.
  if (type === "maven" && !/^[^:]{1,200}:[^:]{1,200}$/.test(name))
    return pass("Maven packages without a group");
  try {
    return purl(type, nameIn(type, name));
  } catch {
    return pass(`names that no package of ${ecosystem} can have`);
  }
}

function nameIn(type: string, name: string): string {
  if (type === "swift") return name.replace(/^[a-z]{1,10}:\/\//i, "").replace(/\.git$/, "");
  return type === "maven" ? name.replace(":", "/") : name;
}

/** Commits (GIT) are no versions of a lock file: such a range is left to the others beside it, and to `versions`. */
function rangeOf(value: unknown, passedOver: PassedOver): AdvisoryRange[] {
  if (!isRecord(value)) {
    passedOver.add("ranges that are no records");
    return [];
  }
  if (value["type"] === "GIT") return [];
  if (!Array.isArray(value["events"])) {
    passedOver.add("ranges without events");
    return [];
  }
  const read: AdvisoryEvent[] = [];
  let isWhole = value["events"].length <= mostAffected;
  for (const event of passedOver.list(value["events"], "events of a range", mostAffected)) {
    const said = isRecord(event) ? Object.entries(event) : [];
    for (const [kind, written] of said.length === 0 ? [["", event] as const] : said) {
      const isKnown = isKind(kind);
      if (!isKnown) passedOver.add("events that are none of OSV's");
      const version = isKnown ? versionOf(written, passedOver) : null;
      if (isKnown && version !== null) read.push({ kind, version });
      else isWhole = false;
    }
  }
  // Without one of its ends it would be open: everything after it would be affected.
  return isWhole ? [{ events: read }] : [];
}

function isKind(text: string): text is AdvisoryEvent["kind"] {
  return kinds.has(text);
}

const kinds: ReadonlySet<string> = new Set<AdvisoryEvent["kind"]>([
  "introduced",
  "introduced after",
  "fixed",
  "last_affected",
  "limit",
]);
