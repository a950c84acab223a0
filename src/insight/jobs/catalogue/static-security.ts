import type { Job } from "../job.ts";

export const staticSecurity: Job = {
  id: "static-security",
  title: "Static security analysis",
  definition: "Looks for weaknesses in a program's own code.",
  countsIn: "any",
  solutions: [
    {
      packages: ["pkg:npm/eslint-plugin-security", "pkg:npm/eslint-plugin-no-unsanitized"],
      reason: "ESLint",
    },
    { packages: ["pkg:npm/snyk"], reason: "Snyk" },
    { packages: ["pkg:gem/brakeman"], reason: "Rails" },
    { packages: ["pkg:gem/dawnscanner"], reason: "Rails, Sinatra and Padrino" },
    { packages: ["pkg:pypi/bandit"], reason: "Bandit" },
    { packages: ["pkg:pypi/semgrep"], reason: "Semgrep" },
    { packages: ["pkg:pypi/dlint"], reason: "Flake8" },
    { packages: ["pkg:maven/com.h3xstream.findsecbugs/findsecbugs-plugin"], reason: "SpotBugs" },
    {
      packages: ["pkg:maven/org.sonarsource.scanner.maven/sonar-maven-plugin"],
      reason: "SonarQube",
    },
    {
      packages: ["pkg:golang/github.com/securego/gosec", "pkg:golang/github.com/securego/gosec/v2"],
      reason: "gosec",
    },
    {
      packages: [
        "pkg:githubactions/github/codeql-action",
        "pkg:githubactions/github/codeql-action#*",
      ],
      reason: "CodeQL",
    },
    {
      packages: [
        "pkg:githubactions/returntocorp/semgrep-action",
        "pkg:githubactions/semgrep/semgrep-action",
      ],
      reason: "Semgrep",
    },
    {
      packages: [
        "pkg:githubactions/sonarsource/sonarqube-scan-action",
        "pkg:githubactions/sonarsource/sonarcloud-github-action",
      ],
      reason: "SonarQube",
    },
    {
      packages: ["pkg:githubactions/snyk/actions", "pkg:githubactions/snyk/actions#*"],
      reason: "Snyk",
    },
  ],
  absent: {},
};
