import { quarterOf, type ChangeKinds } from "#evidence/change-quarters.ts";
import { languageOf } from "#evidence/languages.ts";
import { lockFormatOf } from "../locks/formats.ts";
import type { Mainline } from "./walk.ts";

/** Manifests of package managers by the names that they have. */
const manifestNames =
  /(?:^|\/)(?:package\.json|Gemfile|[^/]{1,100}\.gemspec|requirements[^/]{0,60}\.(?:txt|in)|constraints[^/]{0,60}\.txt|requirements\/[^/]{1,80}\.(?:txt|in)|pyproject\.toml|setup\.cfg|Pipfile|go\.mod|go\.sum|pom\.xml|build\.gradle(?:\.kts)?|gradle\.properties|[^/]{1,80}\.versions\.toml|build\.sbt|project\/(?:plugins\.sbt|Dependencies\.scala)|Cargo\.toml|composer\.json|[^/]{1,100}\.csproj|Directory\.Packages\.props|packages\.config|mix\.exs|pubspec\.yaml|Podfile|Package\.swift|\.terraform\.lock\.hcl)$/;
const pipelineNames =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)\/.{1,200}|action\.ya?ml|\.gitlab-ci\.ya?ml|\.gitlab\/ci\/.{1,200}|Jenkinsfile[^/]{0,60}|\.circleci\/.{1,200}|\.buildkite\/.{1,200}|azure-pipelines[^/]{0,60}\.ya?ml|bitbucket-pipelines\.yml|\.travis\.yml|\.drone\.ya?ml|[^/]{0,60}Dockerfile[^/]{0,60}|(?:docker-)?compose[^/]{0,40}\.ya?ml|Chart\.yaml|charts?\/.{1,200}\.(?:ya?ml|tpl)|helmfile[^/]{0,40}\.ya?ml|kustomization\.ya?ml)$/;

const bitOf = { manifest: 1, pipeline: 2, code: 4 } as const;

/**
 * Kinds of change by quarter, from `oldest` on. A commit is judged by itself, so that an earlier reading is only added to.
 * What is none of the three (documents, pictures) makes no commit a change.
 */
export function changeKinds(
  mainline: Mainline,
  earlier: readonly ChangeKinds[],
  oldest: number,
): ChangeKinds[] {
  const touched = new Uint8Array(mainline.ids.length);
  for (const [path, { positions }] of mainline.revisions) {
    const kind = kindOf(path);
    for (const position of positions) touched[position] = (touched[position] ?? 0) | kind;
  }
  const found = new Map(
    earlier.filter(({ quarter }) => quarter >= oldest).map((one) => [one.quarter, one] as const),
  );
  for (const [position, kinds] of touched.entries()) {
    if (kinds === 0) continue;
    const quarter = quarterOf(mainline.momentAt(position).at);
    if (quarter < oldest) continue;
    const isHuman = mainline.isHuman[position] === 1;
    const isUpdate = kinds === bitOf.manifest;
    const before = found.get(quarter) ?? { ...nothing, quarter };
    found.set(quarter, {
      quarter,
      changesCount: before.changesCount + 1,
      humanChangesCount: before.humanChangesCount + Number(isHuman),
      updatesCount: before.updatesCount + Number(isUpdate),
      humanUpdatesCount: before.humanUpdatesCount + Number(isUpdate && isHuman),
      humanPipelinesCount:
        before.humanPipelinesCount + Number(isHuman && (kinds & bitOf.pipeline) !== 0),
    });
  }
  return [...found.values()].sort((a, b) => a.quarter - b.quarter);
}

const nothing = {
  changesCount: 0,
  humanChangesCount: 0,
  updatesCount: 0,
  humanUpdatesCount: 0,
  humanPipelinesCount: 0,
};

function kindOf(path: string): number {
  if (lockFormatOf(path) !== null || manifestNames.test(path)) return bitOf.manifest;
  if (pipelineNames.test(path)) return bitOf.pipeline;
  const kind = languageOf(path)?.kind;
  return kind === "code" || kind === "template" || kind === "style" ? bitOf.code : 0;
}
