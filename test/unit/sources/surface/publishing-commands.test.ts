import { describe, expect, it } from "vitest";
import { publishingCommands } from "#sources/surface/publishing-commands.ts";
import { marksOf } from "./marks-of.ts";

const path = ".github/workflows/release.yml";
const run = (command: string, where = path): readonly string[] =>
  marksOf(publishingCommands, where, `jobs:\n  x:\n    steps:\n      - run: ${command}\n`);

describe("commands that push", () => {
  it.each([
    ["mvn -B -Prelease clean deploy", "publishes Maven repository"],
    ["./mvnw deploy -DskipTests", "publishes Maven repository"],
    ["mvn release:perform", "publishes Maven repository"],
    [
      "./gradlew publishToSonatype closeAndReleaseSonatypeStagingRepository",
      "publishes Maven repository",
    ],
    ["gradle :oven:publish", "publishes Maven repository"],
    ["./gradlew publishPlugins -Pkey=x", "publishes Maven repository"],
    ['sbt "+publishSigned; sonatypeBundleRelease"', "publishes Maven repository"],
    ["sbt ci-release", "publishes Maven repository"],
    ["dotnet nuget push 'out/*.nupkg' -k x", "publishes NuGet"],
    ["nuget.exe push out.nupkg", "publishes NuGet"],
    ["pod trunk push Oven.podspec", "publishes CocoaPods"],
    ["dart pub publish --force", "publishes pub.dev"],
    ["bundle exec fastlane supply", "distribution Google Play"],
  ])("%s", (command, expected) => {
    expect(run(command)).toEqual([expected]);
  });

  it.each([
    "mvn verify",
    "mvn appengine:deploy",
    "mvn -Dmaven.deploy.skip deploy",
    "./gradlew publishToMavenLocal",
    "./gradlew publishDocs build",
    "sbt publishLocal",
    'sbt "Docker / publish"',
    "dotnet publish -c Release",
    "dotnet pack",
    "dart pub publish --dry-run",
    "echo done # mvn deploy",
    "kubectl apply deploy",
  ])("%s pushes nothing", (command) => {
    expect(run(command)).toEqual([]);
  });

  it("shared workflows that are named so push as well", () => {
    const uses = (what: string) =>
      marksOf(publishingCommands, path, `jobs:\n  x:\n    uses: ${what}\n`);
    expect(uses("bakery/scala-library-release/.github/workflows/release.yml@v2")).toEqual([
      "publishes a registry, by a shared workflow",
    ]);
    expect(uses("bakery/workflows/.github/workflows/release.yml@v2")).toEqual([]);
  });

  it("comments do not count, commands over several lines do", () => {
    expect(run("|\n          # mvn deploy\n          true")).toEqual([]);
    expect(run("|\n          mvn -B \\\n            deploy")).toEqual([
      "publishes Maven repository",
    ]);
  });

  it("of other pipelines and of scripts that are named so", () => {
    expect(run("mvn deploy", ".gitlab-ci.yml")).toEqual(["publishes Maven repository"]);
    expect(run("mvn deploy", "Jenkinsfile")).toEqual(["publishes Maven repository"]);
    expect(run("mvn deploy", "ci/release.sh")).toEqual(["publishes Maven repository"]);
    expect(
      marksOf(
        publishingCommands,
        "azure-pipelines.yml",
        "- task: NuGetCommand@2\n  inputs:\n    command: push\n",
      ),
    ).toEqual(["publishes NuGet"]);
    expect(publishingCommands.detect("src/deploy.ts")).toBe("none");
  });
});
