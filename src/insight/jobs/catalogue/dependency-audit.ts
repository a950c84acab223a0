import type { Job } from "../job.ts";

export const dependencyAudit: Job = {
  id: "dependency-audit",
  title: "Audit of dependencies",
  definition: "Looks for known vulnerabilities in the packages that a program uses.",
  countsIn: "any",
  solutions: [
    { packages: ["pkg:npm/audit-ci"], reason: "npm audit for pipelines" },
    {
      packages: ["pkg:npm/better-npm-audit", "pkg:npm/npm-audit-resolver"],
      reason: "npm audit with exceptions",
    },
    { packages: ["pkg:npm/auditjs"], reason: "OSS Index" },
    { packages: ["pkg:npm/retire"], reason: "Retire.js" },
    { packages: ["pkg:gem/bundler-audit"], reason: "advisories of the Ruby community" },
    { packages: ["pkg:gem/ruby_audit"], reason: "advisories of Ruby itself" },
    { packages: ["pkg:gem/bundler-leak"], reason: "leaks of memory" },
    { packages: ["pkg:pypi/pip-audit"], reason: "advisories of the Python community" },
    { packages: ["pkg:pypi/safety"], reason: "Safety" },
    { packages: ["pkg:pypi/jake"], reason: "OSS Index" },
    {
      packages: [
        "pkg:maven/org.owasp/dependency-check-maven",
        "pkg:maven/org.owasp/dependency-check-gradle",
      ],
      reason: "National Vulnerability Database",
    },
    {
      packages: ["pkg:maven/org.sonatype.ossindex.maven/ossindex-maven-plugin"],
      reason: "OSS Index",
    },
    { packages: ["pkg:golang/golang.org/x/vuln"], reason: "advisories of the Go project" },
    { packages: ["pkg:golang/github.com/sonatype-nexus-community/nancy"], reason: "OSS Index" },
    {
      packages: ["pkg:githubactions/actions/dependency-review-action"],
      reason: "advisories of GitHub, for a change",
    },
    { packages: ["pkg:githubactions/aquasecurity/trivy-action"], reason: "Trivy" },
    { packages: ["pkg:githubactions/anchore/scan-action"], reason: "Grype" },
    {
      packages: [
        "pkg:githubactions/google/osv-scanner-action",
        "pkg:githubactions/google/osv-scanner-action#*",
      ],
      reason: "OSV",
    },
  ],
  absent: {},
};
