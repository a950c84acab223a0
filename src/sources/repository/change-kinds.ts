import { mostRepairsKept, quarterOf, type ChangeKinds } from "#evidence/change-quarters.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import { languageOf } from "#evidence/languages.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { repairMarks } from "../git/subject-marks.ts";
import { commitsTakingVersions } from "./taken-versions.ts";
import { lockFormatOf } from "../locks/formats.ts";
import type { Mainline } from "./walk.ts";

/** Manifests of package managers by the names that they have. */
const manifestNames =
  /(?:^|\/)(?:package\.json|Gemfile|[^/]{1,100}\.gemspec|requirements[^/]{0,60}\.(?:txt|in)|constraints[^/]{0,60}\.txt|requirements\/[^/]{1,80}\.(?:txt|in)|pyproject\.toml|setup\.cfg|Pipfile|go\.mod|go\.sum|pom\.xml|build\.gradle(?:\.kts)?|gradle\.properties|[^/]{1,80}\.versions\.toml|build\.sbt|project\/(?:plugins\.sbt|Dependencies\.scala)|Cargo\.toml|composer\.json|[^/]{1,100}\.csproj|Directory\.Packages\.props|packages\.config|mix\.exs|pubspec\.yaml|Podfile|Package\.swift|\.terraform\.lock\.hcl)$/;
const pipelineNames =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)\/.{1,200}|action\.ya?ml|\.gitlab-ci\.ya?ml|\.gitlab\/ci\/.{1,200}|Jenkinsfile[^/]{0,60}|\.circleci\/.{1,200}|\.buildkite\/.{1,200}|azure-pipelines[^/]{0,60}\.ya?ml|bitbucket-pipelines\.yml|\.travis\.yml|\.drone\.ya?ml|[^/]{0,60}Dockerfile[^/]{0,60}|(?:docker-)?compose[^/]{0,40}\.ya?ml|Chart\.yaml|charts?\/.{1,200}\.(?:ya?ml|tpl)|helmfile[^/]{0,40}\.ya?ml|kustomization\.ya?ml)$/;

export const bitOf = { manifest: 1, pipeline: 2, code: 4, test: 8, lock: 16 } as const;
export const manifestBits = bitOf.manifest | bitOf.lock;

/**
 * Kinds of change by quarter, from `oldest` on. A commit is judged by itself, so that an earlier reading is only added to.
 * What is none of these (documents, pictures) makes no commit a change. `files`: as they were read, for the versions in them.
 */
export function changeKinds(
  mainline: Mainline,
  earlier: readonly ChangeKinds[],
  { oldest, files }: { readonly oldest: number; readonly files: readonly FileHistory[] },
): ChangeKinds[] {
  const taking = commitsTakingVersions(files);
  const touched = new Uint8Array(mainline.ids.length);
  for (const [path, { positions }] of mainline.revisions) {
    const kind = kindOf(path);
    for (const position of positions) touched[position] = (touched[position] ?? 0) | kind;
  }
  const marks = repairsBy(mainline);
  const found = new Map(
    earlier.filter(({ quarter }) => quarter >= oldest).map((one) => [one.quarter, one] as const),
  );
  for (const [position, kinds] of touched.entries()) {
    const moment = mainline.momentAt(position);
    const quarter = quarterOf(moment.at);
    if (quarter < oldest) continue;
    const isHuman = mainline.isHuman[position] === 1;
    const isChange = kinds !== 0;
    if (!isChange && !isHuman) continue;
    const isOfManifests = isChange && (kinds & ~manifestBits) === 0;
    const isUpdate = kinds === bitOf.lock || (isOfManifests && taking.has(moment.commit));
    const isRepair = isChange && isHuman && tellsOfRepair(marks[position] ?? 0, kinds);
    const before = found.get(quarter) ?? { ...nothing, quarter };
    found.set(quarter, {
      quarter,
      humanCommitsCount: before.humanCommitsCount + Number(isHuman),
      changesCount: before.changesCount + Number(isChange),
      humanChangesCount: before.humanChangesCount + Number(isChange && isHuman),
      updatesCount: before.updatesCount + Number(isUpdate),
      humanUpdatesCount: before.humanUpdatesCount + Number(isUpdate && isHuman),
      humanPipelinesCount:
        before.humanPipelinesCount + Number(isHuman && (kinds & bitOf.pipeline) !== 0),
      humanRepairsCount: before.humanRepairsCount + Number(isRepair),
      repairs: isRepair ? [...before.repairs, moment].slice(-mostRepairsKept) : before.repairs,
    });
  }
  return [...found.values()].sort((a, b) => a.quarter - b.quarter);
}

const nothing = {
  humanCommitsCount: 0,
  changesCount: 0,
  humanChangesCount: 0,
  updatesCount: 0,
  humanUpdatesCount: 0,
  humanPipelinesCount: 0,
  humanRepairsCount: 0,
  repairs: [],
};

function tellsOfRepair(marks: number, kinds: number): boolean {
  if ((marks & repairMarks.revert) !== 0 && (kinds & bitOf.pipeline) !== 0) return true;
  if ((marks & repairMarks.flaky) !== 0) return true;
  return (marks & repairMarks.waiting) !== 0 && (kinds & ~(bitOf.pipeline | bitOf.test)) === 0;
}

/** By position: what the subject of the commit says, or those of more than half of the commits that a merge brought in. */
function repairsBy({ graph, ids, introduced }: Mainline): Uint8Array {
  const found = new Uint8Array(ids.length);
  const own = new Set(ids.map((id) => graph.ids.indexOf(id)));
  const brought = new Uint32Array(ids.length);
  const counts = Object.values(repairMarks).map((bit) => ({
    bit,
    by: new Uint32Array(ids.length),
  }));
  for (const [commit, position] of introduced.entries()) {
    if (position < 0) continue;
    const marks = graph.repairs[commit] ?? 0;
    if (own.has(commit)) {
      found[position] = marks;
      continue;
    }
    const parents = (graph.parentStart[commit + 1] ?? 0) - (graph.parentStart[commit] ?? 0);
    if (parents > 1) continue;
    brought[position] = (brought[position] ?? 0) + 1;
    for (const { bit, by } of counts)
      if ((marks & bit) !== 0) by[position] = (by[position] ?? 0) + 1;
  }
  for (const [position, count] of brought.entries())
    for (const { bit, by } of counts)
      if (2 * (by[position] ?? 0) > count) found[position] = (found[position] ?? 0) | bit;
  return found;
}

export function kindOf(path: string): number {
  if (lockFormatOf(path) !== null) return bitOf.lock;
  if (manifestNames.test(path)) return bitOf.manifest;
  if (pipelineNames.test(path)) return bitOf.pipeline;
  const kind = languageOf(path)?.kind;
  if (kind !== "code" && kind !== "template" && kind !== "style") return 0;
  return isTestPath(path) ? bitOf.test : bitOf.code;
}
