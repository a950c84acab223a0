import { describe, expect, it } from "vitest";
import { readOsv } from "#sources/advisories/osv.ts";

const vulnerability = (range: string, ecosystem = "rubygems", name = "oven") => ({
  package: { ecosystem, name },
  vulnerable_version_range: range,
  first_patched_version: "1.2.3",
});
const advisory = (more: object = {}) => ({
  ghsa_id: "GHSA-oven-oven-oven",
  cve_id: "CVE-2024-1",
  summary: "Door opens while hot",
  updated_at: "2024-05-01T10:00:00Z",
  withdrawn_at: null,
  vulnerabilities: [vulnerability(">= 1.0.0, < 1.2.3")],
  ...more,
});
const affected = (value: unknown) =>
  readOsv(JSON.stringify(value)).advisories.flatMap((one) => one.affected);

describe("advisories as GitHub lists them", () => {
  it("are those of OSV, with their number as an alias", () => {
    const { advisories, problem } = readOsv(JSON.stringify([advisory()]));
    expect(problem).toBeNull();
    expect(advisories).toMatchObject([
      {
        id: "GHSA-oven-oven-oven",
        aliases: ["CVE-2024-1"],
        affected: [
          {
            purl: "pkg:gem/oven",
            ranges: [
              {
                events: [
                  { kind: "introduced", version: "1.0.0" },
                  { kind: "fixed", version: "1.2.3" },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    [
      "< 2.0",
      [
        ["introduced", "0"],
        ["fixed", "2.0"],
      ],
      [],
    ],
    [
      "<= 2.0",
      [
        ["introduced", "0"],
        ["last_affected", "2.0"],
      ],
      [],
    ],
    [">= 2.0", [["introduced", "2.0"]], []],
    [
      "> 1.0, <= 2.0",
      [
        ["introduced after", "1.0"],
        ["last_affected", "2.0"],
      ],
      [],
    ],
    ["= 1.0, = 1.2", null, []],
    ["< 1.0, < 2.0", null, []],
    ["= 2.0", null, ["2.0"]],
  ])("%s", (range, events, versions) => {
    const [one] = affected(advisory({ vulnerabilities: [vulnerability(range)] }));
    expect(one?.ranges[0]?.events.map(({ kind, version }) => [kind, version]) ?? null).toEqual(
      events,
    );
    expect(one?.versions).toEqual(versions);
  });

  it("what no range of OSV says is counted, and so are ecosystems that nobody knows", () => {
    const { passedOver } = readOsv(
      JSON.stringify(
        advisory({ vulnerabilities: [vulnerability("~> 1.0"), vulnerability("< 2", "other")] }),
      ),
    );
    expect([...passedOver.keys()]).toEqual(["ranges without events", "ecosystem other"]);
  });

  it("by the names of every ecosystem", () => {
    const names = [
      ["pip", "flask"],
      ["maven", "org.bakery:oven"],
      ["go", "example.org/oven"],
      ["rust", "oven"],
      ["actions", "bakery/oven"],
    ] as const;
    const vulnerabilities = names.map(([ecosystem, name]) => vulnerability("< 2", ecosystem, name));
    expect(affected(advisory({ vulnerabilities })).map((one) => one.purl)).toEqual([
      "pkg:pypi/flask",
      "pkg:maven/org.bakery/oven",
      "pkg:golang/example.org/oven",
      "pkg:cargo/oven",
      "pkg:githubactions/bakery/oven",
    ]);
  });

  it("alerts of Dependabot hold one, withdrawn ones say nothing", () => {
    const alert = { number: 1, state: "dismissed", security_advisory: advisory() };
    expect(affected([alert])).toEqual(affected(advisory()));
    const { vulnerabilities: _, ...bare } = advisory();
    const brief = { security_advisory: bare, security_vulnerability: vulnerability("< 2") };
    expect(affected(brief)).toHaveLength(1);
    expect(readOsv(JSON.stringify(advisory({ withdrawn_at: "2024-06-01" })))).toMatchObject({
      advisories: [],
      problem: null,
    });
  });
});

describe("files of other tools", () => {
  it.each([
    [{ SchemaVersion: 2, Results: [] }, "Trivy"],
    [{ matches: [], descriptor: { name: "grype" } }, "Grype"],
    [{ bomFormat: "CycloneDX", specVersion: "1.5", vulnerabilities: [] }, "CycloneDX"],
    [{ spdxVersion: "SPDX-2.3" }, "SPDX"],
    [{ dataType: "CVE_RECORD", cveMetadata: {}, containers: {} }, "CVE record"],
    [{ auditReportVersion: 2, vulnerabilities: {} }, "npm audit"],
    [{ version: "2.1.0", runs: [] }, "SARIF"],
    [{ document: {}, vulnerabilities: [] }, "CSAF"],
    [{ "@context": "https://openvex.dev/ns/v0.2.0", statements: [] }, "OpenVEX"],
    [{ results: [{ packages: [] }] }, "scanner"],
    [{ dependencies: [{ name: "oven", vulns: [] }], fixes: [] }, "pip-audit"],
    [{ actions: [], advisories: {}, metadata: {} }, "npm audit"],
    [{ advisories: {}, abandoned: {} }, "composer audit"],
    [{ database: {}, lockfile: {}, vulnerabilities: { list: [] } }, "cargo audit"],
    [{ type: "auditAdvisory", data: {} }, "yarn audit"],
    [{ value: "oven", children: {} }, "yarn npm audit"],
    [{ version: 1, parameters: "--vulnerable", projects: [] }, "dotnet"],
    [{ CVE_Items: [] }, "NVD"],
    [{ document: { category: "csaf_vex" }, product_tree: {} }, "CSAF"],
    [{ scan: {}, vulnerabilities: [] }, "GitLab"],
    [{ identifier: "CVE-1", package_slug: "gem/oven", affected_range: "<1" }, "GitLab"],
    [{ data: { securityAdvisories: { nodes: [] } } }, "GraphQL"],
    [[{ SchemaVersion: 2, Results: [] }], "Trivy"],
  ])("%j is named", (value, name) => {
    expect(readOsv(JSON.stringify(value)).problem).toContain(name);
  });

  it("one that is none among others leaves them read, and is counted", () => {
    const found = readOsv(JSON.stringify([{ loaf: 1 }, advisory(), { loaf: 2 }]));
    expect(found.advisories).toHaveLength(1);
    expect(found.problem).toMatch(/^2 of its records: no OSV advisory/);
  });
});
