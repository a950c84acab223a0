import type { FileFacts } from "#evidence/facts.ts";
import { headSources } from "#sources/registry-head.ts";

/** One path that each source reads, so that every reader meets every hostile text. */
export const headPaths = (
  "CODEOWNERS .gitlab/CODEOWNERS catalog-info.yaml compass.yml README.md docs/a.rst docs/a.adoc app/a.rb lib/a.rb src/index.ts a.py a.go " +
  "A.java a.html.erb config/a.yml main.tf compose.yml .env values.yaml pacts/a.json openapi.yaml openapi.json a.proto a.graphql Gemfile " +
  "package.json requirements.txt pom.xml go.mod config/routes.rb urls.py routes/web.php .github/workflows/a.yml spec/a_spec.rb slo/a.yaml manifest.json docs/decisions/0001-a.md opslevel.yml cortex.yaml service.datadog.yaml port.yml repos.json teams.csv " +
  ".github/dependabot.yml renovate.json build.gradle.kts build.sbt project/Common.scala Till.csproj till.nuspec AndroidManifest.xml pubspec.yaml Package.swift conf/routes Jenkinsfile A.scala A.kt A.cs A.swift " +
  "Dockerfile .goreleaser.yml deploy/ingress.yaml Makefile setup.py composer.json CMakeLists.txt mix.exs a.gemspec a.php a.rs src/lib.rs a.ex LICENSE"
).split(" ");

export function readAtHead(path: string, text: string): readonly FileFacts[] {
  return headSources
    .filter((source) => source.detect(path) !== "none")
    .map((source) => source.read({ path, text }));
}
