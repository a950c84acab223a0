import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { MarkCounter } from "./marks.ts";

const pipeline =
  /^\.github\/workflows\/[^/]{1,200}\.ya?ml$|(?:^|\/)(?:\.gitlab-ci|azure-pipelines[\w.-]{0,60}|bitbucket-pipelines|\.travis|\.drone|\.appveyor|appveyor|codemagic|bitrise)\.ya?ml$|^\.(?:circleci|buildkite|azure-?pipelines|azuredevops|gitlab|teamcity)\/(?:[^/]{1,100}\/){0,4}[^/]{1,200}\.ya?ml$|(?:^|\/)Jenkinsfile[^/]{0,60}$|\.jenkinsfile$/i;
const script =
  /(?:^|\/)[\w.-]{0,60}(?:publish|release|deploy)[\w.-]{0,60}\.(?:sh|bash|ps1|cmd|bat)$|(?:^|\/)(?:Fastfile|Deliverfile|Makefile|build\.(?:fsx|cake|cs|sh|ps1))$/i;

const endings = new Set("yml yaml sh bash ps1 cmd bat fsx cake cs jenkinsfile".split(" "));
const wholeNames = /(?:Jenkinsfile[^/]{0,60}|Fastfile|Deliverfile|Makefile)$/i;

/** Cheaper than the patterns, which it stands before. */
function mayBeOne(path: string): boolean {
  const dot = path.lastIndexOf(".");
  return endings.has(path.slice(dot + 1).toLowerCase()) || wholeNames.test(path);
}

interface Command {
  readonly mark: SurfaceMark["mark"];
  readonly text: string;
  readonly pattern: RegExp;
  /** What the found words may not hold. */
  readonly except?: RegExp;
}

/** Names of Gradle's tasks that push packages; those of other publishers (`publishDocs`, `publishToMavenLocal`) are none. */
const gradleTasks =
  "publish|publishAll\\w{0,80}|publishMavenPublication\\w{0,80}|publish\\w{1,60}Publications?To\\w{1,60}Repository|publishTo(?:Sonatype|MavenCentral|CentralPortal|GitHubPackages)|publishAndReleaseToMavenCentral|publishPlugins?|uploadArchives|bintrayUpload|artifactoryPublish|closeAndRelease\\w{0,60}|releaseTo\\w{1,40}|jreleaser(?:Deploy|FullRelease|Release|Upload)";

const commands: readonly Command[] = [
  {
    mark: "publishes",
    text: "Maven repository",
    pattern:
      /\bmvnw?(?:\.cmd)?["']?(?=[ \t])[^\n#]{0,300}?[ \t"'](?:deploy|deploy:deploy|release:perform|nexus-staging:(?:deploy|release)|central-publishing:publish|jreleaser:(?:deploy|full-release))(?=[ \t"'\r\n]|$)/g,
    except: /-Dmaven\.deploy\.skip(?:=true)?(?=[ \t"']|$)|--help/,
  },
  {
    mark: "publishes",
    text: "Maven repository",
    pattern: new RegExp(
      `\\b(?:gradlew?|gradle-build-action|gradle-command|arguments:|tasks:)(?:\\.bat)?["']?(?=[ \\t])[^\\n#]{0,300}?[ \\t"':](?:${gradleTasks})(?=[ \\t"'\\r\\n]|$)`,
      "g",
    ),
  },
  {
    mark: "publishes",
    text: "Maven repository",
    pattern:
      /\b(?:sbt|sbtn|csbt)\b[^\n#]{0,300}?[ \t"';+/](?:publish|publishSigned|ci-release|tlCiRelease|sonatypeBundleRelease|sonatypeRelease|sonaRelease|release(?=[ \t"']{0,3}with-defaults))(?=[ \t"';\r\n]|$)/g,
    except: /[Dd]ocker(?:[ \t]{0,3}[:/][ \t]{0,3}publish|:publish)/,
  },
  {
    mark: "publishes",
    text: "Maven repository",
    pattern:
      /\bmill\b[^\n#]{0,200}?(?:mill\.scalalib\.PublishModule|SonatypeCentralPublishModule|\.publish(?:All|SonatypeCentral)?(?=[ \t"'\r\n]|$))|\bscala-cli[ \t]{1,3}(?:--power[ \t]{1,3})?publish(?=[ \t])/g,
  },
  {
    mark: "publishes",
    text: "Maven repository",
    pattern:
      /\buses:[ \t]{0,3}["']?(?:samuelmeuli\/action-maven-publish|jreleaser\/release-action|actions4j\/maven-central-action)@/g,
  },
  {
    mark: "publishes",
    text: "a registry, by a shared workflow",
    pattern:
      /\buses:[ \t]{0,3}["']?[\w.-]{1,60}\/[\w./-]{0,120}(?:library|maven|gradle|sbt|nuget|jar|package)[\w./-]{0,120}(?:release|publish)[\w-]{0,60}\.ya?ml@/g,
  },
  {
    mark: "publishes",
    text: "NuGet",
    pattern:
      /\b(?:dotnet[ \t]{1,3}nuget|nuget(?:\.exe)?)["']?[ \t]{1,3}push\b|\bdotnet[ \t]{1,3}paket[ \t]{1,3}push\b|\b(?:NuGetCommand|DotNetCoreCLI)@\d\b[^]{0,400}?\bcommand:[ \t]{0,3}["']?push\b|\bDotNetNuGetPush\(|\bDotNet\.nugetPush\b|\bPaket\.push\b|\buses:[ \t]{0,3}["']?(?:rohith|brandedoutcast|alirezanet)\/publish-nuget@|\bnuget:[ \t]{0,5}\n?[ \t]{0,20}-?[ \t]{0,3}provider:[ \t]{0,3}NuGet\b|\bprovider:[ \t]{0,3}NuGet\b/gi,
  },
  {
    mark: "publishes",
    text: "CocoaPods",
    pattern: /\bpod[ \t]{1,3}trunk[ \t]{1,3}push\b|\bpod_push\b/g,
  },
  {
    mark: "publishes",
    text: "pub.dev",
    pattern:
      /\b(?:dart|flutter)[ \t]{1,3}pub[ \t]{1,3}publish\b[^\n]{0,80}|dart-lang\/setup-dart\/\.github\/workflows\/publish\.yml/g,
    except: /--dry-run/,
  },
  {
    mark: "publishes",
    text: "Jenkins plugins",
    pattern:
      /jenkins-infra\/(?:jenkins-maven-cd-action|github-reusable-workflows\/\.github\/workflows\/maven-cd\.yml)/g,
  },
  {
    mark: "distribution",
    text: "Google Play",
    pattern:
      /\br0adkll\/upload-google-play@|\bupload_to_play_store\b|\bfastlane[ \t]{1,3}supply\b|\bpublish(?:Release)?(?:Bundle|Apk)\b|\bGooglePlayRelease@\d/g,
  },
  {
    mark: "distribution",
    text: "App Store",
    pattern:
      /\bupload_to_(?:app_store|testflight)\b|\bfastlane[ \t]{1,3}(?:deliver|pilot)\b|\bapple-actions\/upload-testflight-build@|\bxcrun[ \t]{1,3}altool[ \t]{1,3}--upload-app\b|\bAppStoreRelease@\d/g,
  },
  {
    mark: "distribution",
    text: "Microsoft Store",
    pattern:
      /\bmsstore[ \t]{1,3}publish\b|\bmicrosoft\/store-submission@|\bWindowsStore\w{0,20}@\d/g,
  },
  {
    mark: "distribution",
    text: "winget",
    pattern:
      /\bvedantmgoyal\d{0,5}\/winget-releaser@|\bwingetcreate(?:\.exe)?[ \t]{1,3}(?:update|submit)\b/g,
  },
];

/**
 * Commands of pipelines and of scripts named for releasing that push packages of the JVM, .NET, Dart and Apple to registries,
 * and programs to stores. Lines that are comments do not count.
 */
export const publishingCommands: FileSource = {
  id: "publishing-commands",
  version: 1,
  detect: (path) =>
    mayBeOne(path) &&
    (pipeline.test(path) || script.test(path)) &&
    !isForeignPath(path) &&
    !isTestPath(path)
      ? "head"
      : "none",
  read: ({ text }) => {
    if (!/publish|deploy|push|release|upload|store|deliver|pilot|NuGet|supply/i.test(text))
      return {};
    const counter = new MarkCounter();
    const commandsText = text
      .replace(/^[ \t]{0,80}(?:#|\/\/|::|REM )[^\n]*|[ \t]#[ \t][^\n]*/gm, "")
      .replace(/\\\r?\n[ \t]{0,80}/g, " ");
    for (const { mark, text: name, pattern, except } of commands)
      for (const [found] of commandsText.matchAll(pattern))
        if (except?.test(found) !== true) counter.add(mark, name);
    const surface = counter.marks();
    return surface.length === 0 ? {} : { surface };
  },
};
