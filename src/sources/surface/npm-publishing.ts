import type { FileSource } from "#evidence/source.ts";
import { MarkCounter } from "./marks.ts";
import { distributorsIn, publishersIn } from "./npm-scripts.ts";

const workflow =
  /^(?:\.github\/workflows\/[^/]{1,200}\.ya?ml|\.gitlab-ci\.ya?ml|\.gitlab\/(?:[^/]{1,100}\/){0,3}[^/]{1,100}\.ya?ml|\.circleci\/config\.ya?ml|\.travis\.ya?ml|azure-pipelines[\w.-]{0,60}\.ya?ml|bitbucket-pipelines\.yml|\.buildkite\/[^/]{1,100}\.ya?ml|\.drone\.yml|(?:[^/]{1,200}\/){0,3}Jenkinsfile[^/]{0,60})$/;
const releaseConfig =
  /(?:^|\/)(?:\.releaserc(?:\.(?:json|ya?ml|[cm]?js))?|release\.config\.[cm]?[jt]s|\.release-it\.(?:json|ya?ml|[cm]?js|ts))$/;
/** A cheap look before any line is read. */
const worthReading =
  /publish|release|shipit|changeset|webstore|web-ext|eas |electron|vsce|ovsx|tauri|\bbpp@|fastlane/;
const longestLine = 1_000;

/**
 * Steps of pipelines that push packages of npm to a registry, or programs to a shop of extensions or apps. A step that names
 * one folder or member of a workspace speaks of that, not of the repository, and is not told here.
 */
export const npmPublishing: FileSource = {
  id: "npm-publishing",
  version: 1,
  detect: (path) => (workflow.test(path) || releaseConfig.test(path) ? "head" : "none"),
  read: ({ path, text }) => {
    const counter = new MarkCounter();
    if (releaseConfig.test(path)) readRelease(path, text, counter);
    else if (worthReading.test(text) && !isForOthers(text)) readSteps(text, counter);
    const surface = counter.marks();
    return surface.length === 0 ? {} : { surface };
  },
};

/** A workflow that only others call: what it publishes is theirs. */
function isForOthers(text: string): boolean {
  return (
    /\bworkflow_call\b/.test(text) &&
    !/\b(?:push|release|workflow_dispatch|schedule|workflow_run)\b["']?\s{0,5}[:,\]]/.test(text)
  );
}

/** A command that says which member it means. */
const ofOneMember =
  /(?:--workspace|--filter|--cwd|--prefix|-w|-F|-C)[= ]\S|\bworkspace @?[\w/-]{1,100} npm publish|\b(?:npm|pnpm|yarn|bun) publish (?:\.\/)?(?:packages|libs|projects|modules)\//;
/** Into the folder of a member; what a build has made is still the repository's own. */
const goesElsewhere =
  /^(?:- )?working-directory:\s{0,5}["']?(?!\.\/?["']?$|(?:\.\/)?(?:dist|build|lib|out)\/?["']?$)\S|(?:^|[\s;&|(])(?:cd|pushd) (?!\.|-|["']?(?:dist|build|lib|out)\b)\S/;
/** Keys whose values are words for people. */
const described = /^(?:- )?(?:name|description|if|environment|needs|group|id|title|displayName):/;

function readSteps(text: string, counter: MarkCounter): void {
  let tools = new Set<string>();
  let isElsewhere = false;
  let isOfChangesets = false;
  const endStep = (): void => {
    if (!isElsewhere) for (const tool of tools) counter.add("publishes", tool);
    tools = new Set();
    isElsewhere = false;
    isOfChangesets = false;
  };
  for (const raw of text.split("\n")) {
    const line = raw.slice(0, longestLine).trim();
    if (line.startsWith("#") || line.startsWith("//")) continue;
    if (line.startsWith("- ")) endStep();
    if (goesElsewhere.test(line)) isElsewhere = true;
    if (described.test(line)) continue;
    for (const shop of distributorsIn(line)) counter.add("distribution", shop);
    // The action only opens a request for the next version unless it is told how to publish.
    if (line.includes("changesets/action@")) isOfChangesets = true;
    if (isOfChangesets && /^publish:\s{0,5}\S/.test(line)) tools.add("changesets");
    if (!ofOneMember.test(line)) for (const tool of publishersIn(line)) tools.add(tool);
  }
  endStep();
}

/**
 * semantic-release pushes to npm unless told otherwise:
 * https://semantic-release.gitbook.io/semantic-release/usage/configuration, https://github.com/release-it/release-it/blob/main/docs/npm.md
 */
function readRelease(path: string, text: string, counter: MarkCounter): void {
  const isReleaseIt = path.includes(".release-it.");
  if (isReleaseIt) {
    const pushes =
      !/["']?npm["']?\s{0,5}:\s{0,5}(?:false|\{[^}]{0,300}["']?publish["']?\s{0,5}:\s{0,5}false)/.test(
        text,
      );
    if (pushes) counter.add("publishes", "release-it");
    return;
  }
  const namesPlugins = /["']?plugins["']?\s{0,5}:/.test(text);
  const withNpm = !namesPlugins || text.includes("@semantic-release/npm");
  const isOff = /npmPublish["']?\s{0,5}:\s{0,5}false/.test(text);
  if (withNpm && !isOff) counter.add("publishes", "semantic-release");
}
