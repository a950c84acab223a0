import { describe, expect, it } from "vitest";
import { at, deployed, logOf, malt, msAt, rye, told } from "./tell-deployments.ts";

describe("Azure DevOps", () => {
  const environment = (status: string, more: object = {}) => ({
    id: 5,
    name: "Production",
    status,
    deploySteps: [],
    release: { id: 41, name: "Release-41" },
    releaseDefinition: { id: 1, name: "ovens" },
    ...more,
  });
  const hook = (resource: object, minute: number, type = "deployment-completed-event") => ({
    id: `n${String(minute)}`,
    eventType: `ms.vss-release.${type}`,
    publisherId: "rm",
    resource: { project: { name: "Bakery" }, ...resource },
    createdDate: at(minute),
  });

  it("tells a deployment of a release by its hook, approvals and starts are none", () => {
    expect(
      deployed([
        hook({ environment: environment("queued") }, 1, "deployment-started-event"),
        hook({ approval: { status: "approved" } }, 2, "deployment-approval-completed-event"),
        hook({ environment: environment("succeeded") }, 3),
        hook({ environment: environment("succeeded") }, 3),
        hook({ environment: environment("canceled", { id: 6 }) }, 4),
        hook({ environment: environment("rejected", { id: 7, name: "Staging" }) }, 5),
      ]),
    ).toEqual(["ovens Production Release-41 3", "ovens Staging Release-41 5!"]);
  });

  it("tells it whole where the deployment comes along: its commit, its times, its attempts", () => {
    const deployment = (attempt: number, status: string, minute: number) => ({
      id: 900 + attempt,
      attempt,
      deploymentStatus: status,
      startedOn: at(minute - 2),
      completedOn: at(minute),
      releaseDefinition: { id: 1, name: "Ovens CD" },
      releaseEnvironment: { id: 5, name: "prod-eu" },
      release: {
        id: 41,
        name: "Release-41",
        artifacts: [
          {
            isPrimary: true,
            definitionReference: {
              version: { id: "88", name: "20240501.1" },
              sourceVersion: { id: rye },
              repository: { id: "bakery/ovens", name: "bakery/ovens" },
            },
          },
        ],
      },
    });
    const expected = [
      "bakery/ovens prod-eu 20240501.1(1111) 10!",
      "bakery/ovens prod-eu 20240501.1(1111) 20",
    ];
    expect(
      deployed([
        hook({ deployment: deployment(1, "failed", 10) }, 11),
        hook({ deployment: deployment(2, "succeeded", 20) }, 21),
      ]),
    ).toEqual(expected);
    const value = [
      deployment(1, "failed", 10),
      deployment(2, "succeeded", 20),
      deployment(3, "notDeployed", 30),
    ];
    expect(deployed([{ count: 3, value }])).toEqual(expected);
  });

  it("tells stages of pipelines that deploy, and no others", () => {
    const stage = (name: string, result: string, minute: number, more: object = {}) => ({
      eventType: "ms.vss-pipelines.stage-state-changed-event",
      publisherId: "pipelines",
      resource: {
        stage: { id: `s-${name}`, name, displayName: null, state: "completed", result },
        run: {
          id: 480,
          name: "20240501.3",
          resources: { repositories: { self: { refName: "refs/heads/main", version: rye } } },
        },
        pipeline: { id: 7, name: "ovens" },
        ...more,
      },
      createdDate: at(minute),
    });
    expect(
      deployed([
        stage("build", "succeeded", 1),
        stage("Test", "succeeded", 1),
        stage("integration_tests", "failed", 1),
        stage("deploy_staging", "succeeded", 2),
        stage("Production", "failed", 3),
        stage("Production", "succeeded", 5, { attemptId: 2 }),
        stage("deploy", "skipped", 6),
        stage("Deploy", "partiallySucceeded", 7),
      ]),
    ).toEqual([
      "ovens production 20240501.3(1111) 3!",
      "ovens production 20240501.3(1111) 5",
      "ovens production 20240501.3(1111) 7",
      "ovens staging 20240501.3(1111) 2",
    ]);
    expect(told([stage("Deploy", "partiallySucceeded", 7)])).toEqual([
      expect.stringContaining("counts as made"),
    ]);
    expect(told([stage("Deploy", "exploded", 7)])).toEqual([expect.stringContaining("exploded")]);
  });

  it("tells when a change was opened, merged and built", () => {
    const merged = {
      eventType: "git.pullrequest.merged",
      resource: {
        pullRequestId: 3,
        status: "completed",
        creationDate: at(0),
        closedDate: at(9),
        lastMergeCommit: { commitId: rye },
        repository: { name: "ovens", remoteUrl: "https://dev.azure.com/bakery/web/_git/ovens" },
      },
    };
    const built = {
      eventType: "build.complete",
      resource: {
        id: 4,
        result: "succeeded",
        sourceVersion: rye,
        finishTime: at(12),
        definition: { id: 1 },
      },
    };
    const stages = logOf([merged, built]).stageTimes();
    expect([...stages.keys()]).toEqual([
      `opened commit ${rye}`,
      `merged commit ${rye}`,
      `built commit ${rye}`,
    ]);
  });
});

describe("Bitbucket", () => {
  const deployment = (name: string, status: string | null, minute: number, more: object = {}) => ({
    type: "deployment",
    uuid: `{${String(minute)}}`,
    state: {
      name,
      started_on: at(minute - 1),
      completed_on: at(minute),
      ...(status === null ? {} : { status: { name: status } }),
    },
    environment: { name: "Live shop", environment_type: { name: "Production" } },
    release: {
      name: "#12",
      url: "https://bitbucket.org/bakery/ovens/addon/pipelines/home#!/results/12",
      commit: { hash: rye },
    },
    ...more,
  });

  it("lists deployments: their tier says what is production, the address whose they are", () => {
    const values = [
      deployment("COMPLETED", "SUCCESSFUL", 5),
      deployment("COMPLETED", "FAILED", 6),
      deployment("COMPLETED", "STOPPED", 7),
      deployment("IN_PROGRESS", null, 8),
      deployment("UNDEPLOYED", null, 9),
      deployment("COMPLETED", "SUCCESSFUL", 5),
    ];
    expect(deployed([{ pagelen: 10, values }])).toEqual([
      "bakery/ovens Live shop* 1111 5",
      "bakery/ovens Live shop* 1111 6!",
    ]);
    expect(told([deployment("ASLEEP", null, 1)])).toEqual([expect.stringContaining("ASLEEP")]);
  });

  it("tells merged pull requests of the Cloud and of the Data Center, other hooks are of no concern", () => {
    const repository = { type: "repository", name: "ovens", full_name: "bakery/ovens" };
    const pullrequest = {
      id: 3,
      state: "MERGED",
      created_on: at(0),
      updated_on: at(9),
      merge_commit: { hash: rye },
    };
    const server = {
      eventKey: "pr:merged",
      pullRequest: {
        id: 4,
        createdDate: msAt(1),
        closedDate: msAt(8),
        properties: { mergeCommit: { id: malt } },
      },
    };
    const log = logOf([
      { repository, actor: {}, pullrequest },
      { repository, actor: {}, push: { changes: [] } },
      server,
    ]);
    expect([...log.stageTimes().keys()].sort()).toEqual([
      `merged commit ${rye}`,
      `merged commit ${malt}`,
      `opened commit ${rye}`,
      `opened commit ${malt}`,
    ]);
    expect(log.refused).toEqual([]);
    expect(log.othersCount).toBe(1);
  });
});

describe("what the forges' APIs list", () => {
  it("GitHub: deployments with their statuses, of REST and of GraphQL, made when they first succeeded", () => {
    const rest = {
      url: "https://api.github.com/repos/bakery/ovens/deployments/7",
      repository_url: "https://api.github.com/repos/bakery/ovens",
      statuses_url: "https://api.github.com/repos/bakery/ovens/deployments/7/statuses",
      id: 7,
      sha: rye,
      ref: "main",
      task: "deploy",
      environment: "production",
      created_at: at(0),
    };
    const statuses = [
      { id: 3, state: "inactive", created_at: at(900) },
      { id: 2, state: "success", created_at: at(5) },
      { id: 1, state: "in_progress", created_at: at(2) },
    ];
    expect(deployed([{ ...rest, statuses }])).toEqual(["bakery/ovens production 1111 5"]);
    expect(told([[rest][0], rest])).toEqual([
      expect.stringMatching(/2 records, each GitHub's list of deployments without their statuses/),
    ]);
    const graph = {
      databaseId: 7,
      commitOid: rye,
      environment: "production",
      createdAt: at(0),
      updatedAt: at(900),
      ref: { name: "main" },
      repository: { name: "ovens", nameWithOwner: "bakery/ovens" },
      statuses: {
        nodes: statuses.map((one) => ({
          state: one.state.toUpperCase(),
          createdAt: one.created_at,
        })),
      },
    };
    expect(deployed([graph])).toEqual(["bakery/ovens production 1111 5"]);
    const hook = {
      repository: { name: "ovens", full_name: "bakery/ovens" },
      deployment: rest,
      deployment_status: { id: 2, state: "success", environment: "production", created_at: at(5) },
    };
    expect(deployed([hook, { ...rest, statuses }, graph])).toHaveLength(1);
  });

  it("GitHub: runs, releases and issues as they are listed", () => {
    const repository = { name: "ovens", full_name: "bakery/ovens" };
    const run = {
      id: 40,
      run_number: 3,
      run_attempt: 1,
      name: "Deploy",
      head_sha: rye,
      head_branch: "main",
      event: "push",
      status: "completed",
      conclusion: "success",
      run_started_at: at(1),
      updated_at: at(9),
      head_commit: { id: rye },
      repository,
    };
    expect(deployed([{ total_count: 1, workflow_runs: [run] }])).toEqual([
      "bakery/ovens production 1111 9",
    ]);
    const release = {
      url: "https://api.github.com/repos/bakery/ovens/releases/1",
      id: 1,
      tag_name: "v2",
      draft: false,
      prerelease: false,
      published_at: at(3),
    };
    expect(deployed([release])).toEqual(["bakery/ovens release v2 3"]);
    const issue = (number: number, more: object) => ({
      url: `https://api.github.com/repos/bakery/ovens/issues/${String(number)}`,
      repository_url: "https://api.github.com/repos/bakery/ovens",
      id: number,
      number,
      state: "closed",
      labels: [{ name: "incident" }],
      created_at: at(0),
      closed_at: at(30),
      updated_at: at(31),
      ...more,
    });
    const log = logOf([
      issue(1, {}),
      issue(2, { pull_request: { url: "…" } }),
      issue(3, { labels: [] }),
    ]);
    expect(log.incidents()).toMatchObject([{ service: "bakery/ovens" }]);
  });

  it("GitLab: deployments with their tier and the job that made them, one with the job's own hook", () => {
    const listed = (status: string) => ({
      id: 42,
      iid: 2,
      ref: "main",
      sha: rye,
      status,
      created_at: at(0),
      updated_at: at(10),
      environment: { id: 9, name: "shop front", tier: "production" },
      deployable: {
        id: 664,
        status,
        finished_at: at(9),
        web_url: "https://gitlab.example/bakery/shop/ovens/-/jobs/664",
      },
    });
    expect(deployed([listed("success"), listed("success")])).toEqual([
      "bakery/shop/ovens shop front* 1111 9",
    ]);
    expect(deployed([listed("blocked"), listed("canceled")])).toEqual([]);
    const job = {
      object_kind: "build",
      build_id: 664,
      build_status: "success",
      build_stage: "deploy",
      build_finished_at: at(9),
      sha: rye,
      ref: "main",
      tag: false,
      environment: { name: "shop front", action: "start", deployment_tier: "production" },
      project: { name: "ovens", path_with_namespace: "bakery/shop/ovens" },
    };
    expect(deployed([job, listed("success")])).toHaveLength(1);
  });
});
