import type { SurfaceMark } from "#evidence/surface-mark.ts";
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
 * one folder or member of a workspace speaks of that one, not of the repository.
 */
export const npmPublishing: FileSource = {
  id: "npm-publishing",
  version: 3,
  detect: (path) => (workflow.test(path) || releaseConfig.test(path) ? "head" : "none"),
  read: ({ path, text }) => {
    const counter = new MarkCounter();
    let ofMembers: readonly SurfaceMark[] = [];
    if (releaseConfig.test(path)) readRelease(path, text, counter);
    else if (worthReading.test(text) && !isForOthers(text)) ofMembers = readSteps(text, counter);
    const surface = [...counter.marks(), ...ofMembers];
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

/** Where a command or step says which member it means: a folder or the name of a package, group 1. */
const memberPatterns: readonly RegExp[] = [
  /(?:--workspace|--filter|--cwd|--prefix|--dir|\s-w|\s-F|\s-C)[= ]["']?([@\w./-]{1,200})(?=["']?(?:\s|$))/,
  /\bworkspace (@?[\w./-]{1,100}) npm publish/,
  /\b(?:npm|pnpm|yarn|bun) publish ["']?(?:\.\/)?((?:packages|libs|projects|modules)\/[\w./@-]{1,200})/,
];
/** What stands for the rest of a step: the folder it works in. */
const folderPatterns: readonly RegExp[] = [
  /^(?:- )?working-directory:\s{0,5}["']?([@\w./-]{1,200})["']?$/,
  /(?:^|[\s;&|(])(?:cd|pushd) ["']?([@\w./-]{1,200})(?=["']?(?:[\s;&|)]|$))/,
  /^package:\s{0,5}["']?([@\w./-]{1,200})["']?$/,
];
const builtFolder = /^(?:\.|dist|build|lib|out)$/;
const mostMembers = 100;

/** `./packages/oven/` → `packages/oven`; null for the repository itself, what it has built, and what lies above. */
function memberOf(written: string | undefined): string | null {
  if (written === undefined || written.startsWith("/") || written.startsWith("-")) return null;
  const member = written
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/?package\.json$/, "")
    .replace(/\/$/, "");
  return member === "" || builtFolder.test(member) || member.includes("..") ? null : member;
}

function firstMember(patterns: readonly RegExp[], line: string): string | null {
  for (const pattern of patterns) {
    const member = memberOf(pattern.exec(line)?.[1]);
    if (member !== null) return member;
  }
  return null;
}

interface Push {
  readonly tool: string;
  readonly member: string | null;
  readonly isForEverybody: boolean;
}

/** npm's own words for a package that anybody may install, and for a registry that is not npm's. */
const openToAll = /\bpublish\b.{0,200}--access[= ]public\b/;
const otherRegistry =
  /(?:registry-url:|--registry[= ]|npm_config_registry[=:]|publishConfig[.:]registry)\s{0,5}["']?https?:\/\/(?!registry\.(?:npmjs\.org|yarnpkg\.com))/i;

/** Keys whose values are words for people. */
const described = /^(?:- )?(?:name|description|if|environment|needs|group|id|title|displayName):/;

function readSteps(text: string, counter: MarkCounter): readonly SurfaceMark[] {
  const ofMembers = new Map<string, SurfaceMark>();
  let pushes: Push[] = [];
  const isPublicRegistry = !otherRegistry.test(text);
  let folder: string | null = null;
  let isOfChangesets = false;
  const endStep = (): void => {
    for (const { tool, member, isForEverybody } of pushes) {
      const about = member ?? folder;
      const marks = [
        { mark: "publishes", text: tool },
        ...(isForEverybody ? [{ mark: "public-registry", text: "npm" } as const] : []),
      ] as const;
      for (const { mark, text: sign } of marks) {
        if (about === null) counter.add(mark, sign);
        else if (ofMembers.size < mostMembers)
          ofMembers.set(`${mark}\n${sign}\n${about}`, {
            mark,
            text: sign,
            count: 1,
            member: about,
          });
      }
    }
    pushes = [];
    folder = null;
    isOfChangesets = false;
  };
  for (const raw of text.split("\n")) {
    const line = raw.slice(0, longestLine).trim();
    if (line.startsWith("#") || line.startsWith("//")) continue;
    if (line.startsWith("- ")) endStep();
    folder = firstMember(folderPatterns, line) ?? folder;
    if (described.test(line)) continue;
    for (const shop of distributorsIn(line)) counter.add("distribution", shop);
    // The action only opens a request for the next version unless it is told how to publish.
    if (line.includes("changesets/action@")) isOfChangesets = true;
    const isTold = isOfChangesets && /^publish:\s{0,5}\S/.test(line);
    const tools = isTold ? ["changesets"] : publishersIn(line);
    for (const tool of tools)
      pushes.push({
        tool,
        member: firstMember(memberPatterns, line),
        isForEverybody: isPublicRegistry && openToAll.test(line),
      });
  }
  endStep();
  return [...ofMembers.values()];
}

/**
 * semantic-release pushes to npm unless told otherwise:
 * https://semantic-release.gitbook.io/semantic-release/usage/configuration, and the npm page of release-it
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
