import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { FileSource } from "#evidence/source.ts";
import { allSources } from "#sources/registry.ts";
import { endingOf, SourcesByEnding } from "#sources/repository/sources-by-ending.ts";

const names =
  "README readme.md CHANGES History.txt guide.adoc CHANGELOG.rst urls.py routes.rb router.ex web.php play.routes routes angular.json manifest.config.mts app.config.CJS config.xml opslevel.yml cortex.yaml AndroidManifest.xml Project.swift service.datadog.yaml port.yml nuxt.config.js routes.JS Dockerfile Dockerfile.dev bakery.dockerfile Containerfile Makefile Jenkinsfile Procfile Podfile Cartfile Cartfile.private Puppetfile Berksfile Policyfile.rb metadata.rb metadata.json Gemfile gems.rb Appraisals oven.gemspec version.rb Pipfile CNAME CODEOWNERS .gitmodules .gitrepo .renovaterc renovate.json5 renovate.JSON default.json package.json lerna.json deno.jsonc composer.json global.json dotnet-tools.json .devcontainer.json jsonnetfile.json cookiecutter.json .cruft.json app.json now.json openapi.json orders-swagger.YAML baker.proto oven.graphqls vercel.json docker-bake.HCL oven.pkr.hcl terragrunt.hcl main.tf main.tf.json main.tofu bakery.tfvars repos.csv repos.YML owners.Yaml go.mod go.work pom.xml oven.pom gradle.properties build.gradle build.gradle.kts libs.versions.toml build.sbt Build.scala Libs.kt Libs.java Libs.groovy maven.config extensions.xml id.properties default.xml mix.exs rebar.config oven.app.src MODULE.bazel WORKSPACE WORKSPACE.bzlmod Oven.csproj Oven.FSPROJ Directory.Packages.props Directory.Build.targets Oven.nuspec paket.dependencies oven.paket.references Packages.config project.pbxproj Package.swift Oven.podspec oven.podfile pubspec.yml pyproject.toml setup.py setup.cfg tox.ini requirements.txt requirements-dev.in base.pip environment.yml Cargo.toml oven.cabal Kustomization kustomization.yaml Chart.yaml values.yaml values-live.yml compose.yml docker-compose.YAML catalog-info.yaml compass.yml openslo.yaml .travis.yml .drone.yml pipeline.yml .gitlab-ci.yml azure-pipelines.YML action.yaml plugin.yml @orb.yml galaxy.yml skaffold.yaml .goreleaser.yml .pre-commit-config.yaml lefthook.yml updatecli.yaml.tpl updatecli.yml.tmpl jenkins.yaml.erb casc.yaml.j2 vendir.yml west.yml copier.yml fly.toml wrangler.toml 0001-oven.MD 0002-bread.markdown bakery.rb main.go".split(
    " ",
  );
const folders =
  ".github/workflows .buildkite .circleci .mvn .concourse ci buildSrc/src/main/kotlin project src src/main/resources/META-INF/gradle-plugins lib/oven meta vars pacts docs/adr updatecli.d azure-pipelines k8s slo requirements modules/oven deploy backstage conf .cortex docs config".split(
    " ",
  );

it("leaves out no source that wants a path", () => {
  const index = new SourcesByEnding(allSources.files);
  const wanting = (sources: readonly FileSource[], path: string): string[] =>
    sources.filter((source) => source.detect(path) !== "none").map(({ id }) => id);
  const wrong = ["", ...folders.map((folder) => `${folder}/`)]
    .flatMap((folder) => names.map((name) => folder + name))
    .filter(
      (path) => wanting(index.of(path), path).join() !== wanting(allSources.files, path).join(),
    );
  expect(wrong).toEqual([]);
});

it("finds with every name the sources that say they want it, and few with the name of code", () => {
  const index = new SourcesByEnding(allSources.files);
  const unmet = allSources.files.filter(
    ({ endings = [] }) => !endings.every((ending) => ending === ending.toLowerCase()),
  );
  expect(unmet).toEqual([]);
  expect(index.of("bakery/oven.ts").length * 3).toBeLessThan(allSources.files.length);
});

it("takes for the ending what follows the last dot of a name, or the whole name", () => {
  expect(["a.b/Podfile", "a/.gitmodules", "oven.TF", "Podfile", "a.", ""].map(endingOf)).toEqual([
    "podfile",
    "gitmodules",
    "tf",
    "podfile",
    "",
    "",
  ]);
  fc.assert(
    fc.property(fc.string(), (path) => !/[./]/.test(endingOf(path))),
    { numRuns: 50 },
  );
});
