import { isRecord, textOf } from "../untrusted-value.ts";

type Entry = Readonly<Record<string, unknown>>;

/** GitHub's names of ecosystems with OSV's. */
const ecosystems: ReadonlyMap<string, string> = new Map([
  ["actions", "GitHub Actions"],
  ["composer", "Packagist"],
  ["erlang", "Hex"],
  ["go", "Go"],
  ["maven", "Maven"],
  ["npm", "npm"],
  ["nuget", "NuGet"],
  ["pip", "PyPI"],
  ["pub", "Pub"],
  ["rubygems", "RubyGems"],
  ["rust", "crates.io"],
  ["swift", "SwiftURL"],
]);

/**
 * An advisory as GitHub's API lists it (`ghsa_id`, `vulnerabilities`), or as an alert of Dependabot holds it, in the words of OSV;
 * null: it is neither. An alert speaks of its advisory, whatever became of the alert.
 */
export function osvOfGithub(entry: Entry): Entry | null {
  const advisory = isRecord(entry["security_advisory"]) ? entry["security_advisory"] : entry;
  const id = textOf(advisory["ghsa_id"], 100);
  const listed = advisory["vulnerabilities"] ?? [entry["security_vulnerability"]];
  if (id === null || !Array.isArray(listed)) return null;
  const vulnerabilities: readonly unknown[] = listed;
  const cve = textOf(advisory["cve_id"], 100);
  return {
    id,
    modified: textOf(advisory["updated_at"], 100) ?? "unknown",
    summary: advisory["summary"],
    aliases: cve === null ? [] : [cve],
    withdrawn: textOf(advisory["withdrawn_at"], 100),
    affected: vulnerabilities.filter(isRecord).map((one) => {
      const named = isRecord(one["package"]) ? one["package"] : {};
      const ecosystem = textOf(named["ecosystem"], 60) ?? "";
      return {
        package: {
          name: named["name"],
          ecosystem: ecosystems.get(ecosystem.toLowerCase()) ?? ecosystem,
        },
        ...rangeOf(textOf(one["vulnerable_version_range"], 400) ?? ""),
      };
    }),
  };
}

/** `>= 1.0.0, < 1.4.2`, `<= 2.0`, `> 1.0`, `= 1.2.3`; anything else is told without events, and so counted. */
function rangeOf(written: string): Entry {
  const none = { ranges: [{ type: "ECOSYSTEM" }] };
  const parts = written.split(",");
  let begin: Entry | null = null;
  let end: Entry | null = null;
  for (const part of parts) {
    const [, operator, version = ""] =
      /^\s{0,10}(>=|<=|[<>=])\s{0,10}(\S{1,100})\s{0,10}$/.exec(part) ?? [];
    if (operator === "=" && parts.length === 1) return { versions: [version] };
    if (operator === undefined || operator === "=") return none;
    if (operator.startsWith(">")) {
      if (begin !== null) return none;
      begin = operator === ">" ? { "introduced after": version } : { introduced: version };
    } else {
      if (end !== null) return none;
      end = operator === "<" ? { fixed: version } : { last_affected: version };
    }
  }
  const events = [begin ?? { introduced: "0" }, ...(end === null ? [] : [end])];
  return { ranges: [{ type: "ECOSYSTEM", events }] };
}

const reports: readonly (readonly [keys: readonly string[], name: string])[] = [
  [["SchemaVersion", "Results"], "a report of Trivy"],
  [["matches", "descriptor"], "a report of Grype"],
  [["bomFormat", "specVersion"], "a bill of materials in CycloneDX"],
  [["spdxVersion"], "a bill of materials in SPDX"],
  [["containers", "cveMetadata"], "a CVE record"],
  [["CVE_Items"], "a feed of the NVD"],
  [["resultsPerPage", "vulnerabilities"], "an answer of the NVD"],
  [["auditReportVersion"], "a report of npm audit"],
  [["advisories", "metadata"], "a report of npm audit"],
  [["advisories", "abandoned"], "a report of composer audit"],
  [["lockfile", "vulnerabilities"], "a report of cargo audit"],
  [["dependencies", "fixes"], "a report of pip-audit"],
  [["type", "data"], "a report of yarn audit"],
  [["value", "children"], "a report of yarn npm audit"],
  [["projects", "parameters"], "a report of dotnet list package"],
  [["runs", "version"], "a report in SARIF"],
  [["document", "vulnerabilities"], "an advisory in CSAF"],
  [["document", "product_tree"], "an advisory in CSAF"],
  [["@context", "statements"], "a statement in OpenVEX"],
  [["results"], "a report of a scanner"],
  [["projectName", "vulnerabilities"], "a report of Snyk"],
  [["dependencies", "scanInfo"], "a report of Dependency-Check"],
  [["scan", "vulnerabilities"], "a security report of GitLab"],
  [["package_slug", "affected_range"], "an advisory of GitLab's database"],
];
export const govulncheckMessage = "a message of govulncheck";
/** What govulncheck prints beside the advisories. */
const messages: ReadonlySet<string> = new Set(["config", "progress", "finding", "SBOM"]);

/** What holds no advisory of OSV; null: nothing that is known. Of a list: what all of it is. */
export function nameOfReport(value: unknown): string | null {
  if (Array.isArray(value)) {
    const names = new Set(
      value.slice(0, 1_000).map((one) => (isRecord(one) ? nameOfReport(one) : null)),
    );
    const [name = null] = names;
    return names.size === 1 ? name : null;
  }
  if (!isRecord(value) || value["id"] !== undefined) return null;
  const keys = Object.keys(value);
  if (keys.length === 1 && messages.has(keys[0] ?? "")) return govulncheckMessage;
  if (keys.length === 1 && isRecord(value["data"])) return "an answer of GraphQL";
  return reports.find(([wanted]) => wanted.every((key) => Object.hasOwn(value, key)))?.[1] ?? null;
}
