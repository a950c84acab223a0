import { lastOf, projectOfAddress } from "./deployment-record.ts";
import type { EventRecord } from "./event-record.ts";
import { at, isObject, list, text, type Json } from "./fields.ts";
import type { ForgeOptions } from "./forges.ts";
import { readGithub } from "./github.ts";
import { readGitlab } from "./gitlab.ts";

/**
 * What the APIs of GitHub and GitLab list, put into the words of their hooks: one meaning each, told once. Null: the record is
 * of something else.
 */
export function readForgeList(record: Json, options: ForgeOptions): readonly EventRecord[] | null {
  const found = githubEntry(record) ?? gitlabEntry(record);
  if (found === null) return githubDeployment(record, options) ?? githubGraph(record);
  const one = readGithub(found, options);
  return one === null ? readGitlab(found, options) : [one];
}

/** Entries name their repository by its address (`repository_url`, `url`) unless they hold it. */
function githubRepository(record: Json): Json | null {
  const inside = at(record, "repository");
  if (text(inside, "name") !== null) return inside;
  for (const key of ["repository_url", "deployment_url", "statuses_url", "url"]) {
    const path = /\/repos\/([\w.-]{1,100}\/[\w.-]{1,100})(?:\/|$)/.exec(
      text(record, key) ?? "",
    )?.[1];
    if (path !== undefined) return { name: lastOf(path), full_name: path };
  }
  return null;
}

function githubEntry(record: Json): Json | null {
  const repository = githubRepository(record);
  if (repository === null) return null;
  const sender = {};
  if (text(record, "run_number") !== null && text(record, "head_sha") !== null)
    return { repository, sender, workflow_run: record };
  if (text(record, "tag_name") !== null && text(record, "published_at") !== null)
    return { repository, sender, action: "published", release: record };
  const isIssue = text(record, "repository_url") !== null && text(record, "number") !== null;
  if (isIssue && !isObject(record["pull_request"]) && Array.isArray(record["labels"]))
    return { repository, sender, issue: record };
  const isPull = isObject(record["base"]) && isObject(record["head"]);
  return isPull ? { repository, sender, pull_request: record } : null;
}

/** A deployment of GitHub with the statuses that were asked for beside it, or put into it. */
function githubDeployment(record: Json, options: ForgeOptions): readonly EventRecord[] | null {
  if (!Array.isArray(record["statuses"]) || text(record, "sha") === null) return null;
  const repository = githubRepository(record);
  if (repository === null) return null;
  return list(record, "statuses").flatMap(
    (status) =>
      readGithub(
        { repository, sender: {}, deployment: record, deployment_status: status },
        options,
      ) ?? [],
  );
}

/** A deployment as GitHub's GraphQL answers, with its statuses; made at its first success, whatever became of it later. */
function githubGraph(record: Json): readonly EventRecord[] | null {
  const isTheirs = text(record, "commitOid") !== null && text(record, "environment") !== null;
  if (!isTheirs) return null;
  const nodes = list(at(record, "statuses"), "nodes");
  const repository = at(record, "repository");
  const path = text(repository, "nameWithOwner");
  return nodes.flatMap((status) => {
    const found = readGithub(
      {
        repository: { name: text(repository, "name") ?? lastOf(path), full_name: path },
        sender: {},
        deployment: {
          id: record["databaseId"] ?? record["id"],
          sha: record["commitOid"],
          ref: at(record, "ref")["name"],
          environment: record["environment"],
          created_at: record["createdAt"],
        },
        deployment_status: {
          state: (text(status, "state") ?? "").toLowerCase(),
          created_at: status["createdAt"],
          id: status["id"],
        },
      },
      { incidentLabels: [] },
    );
    return found ?? [];
  });
}

/** A deployment as GitLab lists it: with the job that made it, whose address names the project. */
function gitlabEntry(record: Json): Json | null {
  const environment = at(record, "environment");
  const deployable = at(record, "deployable");
  if (text(environment, "name") === null || text(record, "status") === null) return null;
  if (text(record, "iid") === null || text(record, "sha") === null) return null;
  const address =
    text(deployable, "web_url") ??
    text(at(deployable, "pipeline"), "web_url") ??
    text(record, "web_url");
  const path = projectOfAddress(address);
  return {
    object_kind: "deployment",
    status: record["status"],
    status_changed_at: deployable["finished_at"] ?? record["updated_at"] ?? record["created_at"],
    deployment_id: record["id"],
    deployable_id: deployable["id"],
    environment: environment["name"],
    environment_tier: environment["tier"],
    project: { name: lastOf(path), path_with_namespace: path },
    ref: record["ref"],
    commit_url: `/${text(record, "sha") ?? ""}`,
  };
}
