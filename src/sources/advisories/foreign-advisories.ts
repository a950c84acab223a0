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

/** `>= 1.0.0, < 1.4.2`, `<= 2.0`, `= 1.2.3`; what begins after a version is no range of OSV: it is then told without events. */
function rangeOf(written: string): Entry {
  let introduced = "0";
  let end: Entry | null = null;
  for (const part of written.split(",")) {
    const [, operator, version = ""] =
      /^\s{0,10}(>=|<=|<|=)\s{0,10}(\S{1,100})\s{0,10}$/.exec(part) ?? [];
    if (operator === undefined) return { ranges: [{ type: "ECOSYSTEM" }] };
    if (operator === "=") return { versions: [version] };
    if (operator === ">=") introduced = version;
    else end = operator === "<" ? { fixed: version } : { last_affected: version };
  }
  const events = [{ introduced }, ...(end === null ? [] : [end])];
  return { ranges: [{ type: "ECOSYSTEM", events }] };
}

const reports: readonly (readonly [keys: readonly string[], name: string])[] = [
  [["SchemaVersion", "Results"], "a report of Trivy"],
  [["matches", "descriptor"], "a report of Grype"],
  [["bomFormat", "specVersion"], "a bill of materials in CycloneDX"],
  [["spdxVersion"], "a bill of materials in SPDX"],
  [["containers", "cveMetadata"], "a CVE record"],
  [["auditReportVersion"], "a report of npm audit"],
  [["runs", "version"], "a report in SARIF"],
  [["document", "vulnerabilities"], "an advisory in CSAF"],
  [["@context", "statements"], "a statement in OpenVEX"],
  [["results"], "a report of a scanner"],
  [["projectName", "vulnerabilities"], "a report of Snyk"],
  [["dependencies", "scanInfo"], "a report of Dependency-Check"],
  [["resultsPerPage", "vulnerabilities"], "an answer of the NVD"],
];

/** What a file is that holds no advisory of OSV; null: nothing that is known. */
export function nameOfReport(value: unknown): string | null {
  if (!isRecord(value)) return null;
  return reports.find(([keys]) => keys.every((key) => Object.hasOwn(value, key)))?.[1] ?? null;
}
