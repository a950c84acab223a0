import { describe, expect, it } from "vitest";
import { at, deployed, malt, msAt, rye, told } from "./tell-deployments.ts";

describe("Spinnaker", () => {
  const execution = (stages: readonly object[]) => ({
    id: "E1",
    application: "ovens",
    name: "Deploy",
    status: "SUCCEEDED",
    pipelineConfigId: "c1",
    trigger: {
      type: "docker",
      artifacts: [
        { type: "docker/image", reference: "registry.example/ovens:1.4", version: "1.4" },
      ],
      buildInfo: { scm: [{ sha1: rye }] },
    },
    stages,
  });
  const stage = (id: string, type: string, status: string, minute: number, account: string) => ({
    id,
    type,
    status,
    startTime: msAt(minute - 1),
    endTime: msAt(minute),
    context: { account },
  });

  it("each deploying stage is one, once restarted another; an undone rollout goes back", () => {
    const event = (type: string, stages: readonly object[]) => ({
      details: { type: `orca:pipeline:${type}`, application: "ovens" },
      content: { execution: execution(stages), executionId: "E1" },
    });
    const first = stage("s1", "deployManifest", "TERMINAL", 5, "prod");
    expect(
      deployed([
        event("starting", []),
        event("failed", [stage("s0", "wait", "SUCCEEDED", 1, "prod"), first]),
        event("complete", [
          stage("s1", "deployManifest", "SUCCEEDED", 9, "prod"),
          stage("s2", "undoRolloutManifest", "SUCCEEDED", 12, "prod"),
        ]),
      ]),
    ).toEqual(["ovens prod 1.4(1111) 12<", "ovens prod 1.4(1111) 5!", "ovens prod 1.4(1111) 9"]);
    expect(deployed([[execution([first])][0]])).toEqual(["ovens prod 1.4(1111) 5!"]);
  });
});

describe("Octopus Deploy", () => {
  const words = (text: string, names: Readonly<Record<string, string>>) => ({
    Message: text,
    MessageReferences: Object.entries(names).map(([id, name]) => ({
      ReferencedDocumentId: id,
      StartIndex: text.lastIndexOf(name),
      Length: name.length,
    })),
  });
  const event = (Category: string, minute: number, more: object) => ({
    EventType: "SubscriptionPayload",
    Timestamp: at(minute + 1),
    Payload: {
      BatchId: "b",
      Event: { Id: `Events-${String(minute)}`, Category, Occurred: at(minute), ...more },
    },
  });

  it("an event says by its references what was deployed where", () => {
    const said = (result: string, id: string) =>
      words(`Deploy to Production ${result} for Ovens and mixers release 1.2.0 to Production`, {
        [id]: "Deploy to Production",
        "Projects-3": "Ovens and mixers",
        "Releases-9": "1.2.0",
        "Environments-1": "Production",
      });
    const tenanted = words(
      "Deploy to Production succeeded for Ovens release 1.2.0 to Production for Rye Ltd",
      {
        "Deployments-7": "Deploy to Production",
        "Projects-3": "Ovens",
        "Releases-9": "1.2.0",
        "Environments-1": "Production",
        "Tenants-2": "Rye Ltd",
      },
    );
    expect(
      deployed([
        event("DeploymentQueued", 1, said("queued", "Deployments-5")),
        event("DeploymentFailed", 2, said("failed", "Deployments-5")),
        event("DeploymentSucceeded", 3, said("succeeded", "Deployments-6")),
        event("DeploymentSucceeded", 4, tenanted),
        event("MachineHealthy", 5, {}),
      ]),
    ).toEqual([
      "Ovens Production/Rye Ltd 1.2.0 4",
      "Ovens and mixers Production 1.2.0 2!",
      "Ovens and mixers Production 1.2.0 3",
    ]);
  });

  it("rows of its reports", () => {
    const row = {
      DeploymentId: "Deployments-6",
      ProjectName: "Ovens",
      EnvironmentName: "Production",
      ReleaseVersion: "1.2.0",
      TaskState: "Success",
      StartTime: at(1),
      CompletedTime: at(3),
    };
    expect(
      deployed([row, row, { ...row, DeploymentId: "Deployments-7", TaskState: "Canceled" }]),
    ).toEqual(["Ovens Production 1.2.0 3"]);
  });
});

describe("tools of clusters and clouds", () => {
  it("Keptn: a stage is the environment; what is triggered or under way is none", () => {
    const event = (task: string, data: object) => ({
      specversion: "1.0",
      id: "k1",
      time: at(4),
      shkeptncontext: "c1",
      triggeredid: "t1",
      type: `sh.keptn.event.${task}`,
      data: {
        project: "bakery",
        stage: "prod",
        service: "ovens",
        labels: { version: "1.4" },
        ...data,
      },
    });
    expect(
      deployed([
        event("deployment.triggered", {}),
        event("deployment.finished", { status: "succeeded", result: "pass" }),
        event("deployment.finished", { status: "succeeded", result: "pass" }),
        event("evaluation.finished", { status: "succeeded", result: "fail" }),
      ]),
    ).toEqual(["ovens prod 1.4 4"]);
    expect(deployed([event("deployment.finished", { status: "errored", result: "fail" })])).toEqual(
      ["ovens prod 1.4 4!"],
    );
  });

  it("Argo CD: the history of an application", () => {
    const application = {
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Application",
      metadata: { name: "ovens-prod", uid: "u1", labels: { env: "prod", app: "ovens" } },
      spec: { destination: { namespace: "ovens" } },
      status: {
        history: [
          { id: 1, revision: rye, deployStartedAt: at(1), deployedAt: at(2) },
          { id: 2, revision: malt, deployedAt: at(8) },
        ],
      },
    };
    const expected = ["ovens prod 1111 2", "ovens prod 2222 8"];
    expect(deployed([application, application]).map((one) => one.slice(0, 18).trim())).toEqual(
      expected.map((one) => one.slice(0, 18).trim()),
    );
    expect(told([{ ...application, kind: "Rollout" }])).toEqual([
      expect.stringContaining("an object of Argo"),
    ]);
  });

  it("Flux: installs and upgrades of Helm releases; a revision of the deployment repository is named as not read", () => {
    const event = (reason: string, minute: number, kind = "HelmRelease") => ({
      involvedObject: { kind, name: "ovens", namespace: "bakery", uid: "u1" },
      metadata: {
        "helm.toolkit.fluxcd.io/revision": "3.1.0",
        "helm.toolkit.fluxcd.io/app-version": "1.4",
        env: "prod",
      },
      severity: "info",
      reason,
      timestamp: at(minute),
    });
    const events = [
      event("UpgradeSucceeded", 3),
      event("UpgradeFailed", 9),
      event("HealthCheckSucceeded", 10),
      event("ReconciliationSucceeded", 11, "Kustomization"),
      event("ReconciliationSucceeded", 12, "Kustomization"),
    ];
    expect(deployed(events)).toEqual(["ovens prod 1.4 3", "ovens prod 1.4 9!"]);
    expect(told(events)).toEqual([
      expect.stringContaining("2 records, each a Kubernetes or Flux event"),
    ]);
  });

  it("AWS CodeDeploy: a group is an environment", () => {
    const event = (state: string, minute: number) => ({
      "detail-type": "CodeDeploy Deployment State-change Notification",
      source: "aws.codedeploy",
      account: "1",
      region: "eu-west-1",
      time: at(minute),
      detail: { application: "ovens", deploymentGroup: "production", deploymentId: "d-1", state },
    });
    expect(deployed([event("START", 1), event("SUCCESS", 5)])).toEqual([
      "ovens production unknown 5",
    ]);
  });
});

describe("hosts and monitors", () => {
  it("Vercel: without a target a preview; ready and succeeded are of one", () => {
    const event = (type: string, minute: number, target: string | null, id = "dpl_1") => ({
      id: `evt_${String(minute)}`,
      type: `deployment.${type}`,
      createdAt: msAt(minute),
      payload: {
        target,
        deployment: {
          id,
          name: "ovens",
          meta: { githubCommitSha: rye, githubCommitOrg: "bakery", githubCommitRepo: "ovens" },
        },
      },
    });
    expect(
      deployed([
        event("created", 1, "production"),
        event("ready", 2, "production"),
        event("succeeded", 3, "production"),
        event("error", 4, null, "dpl_2"),
        event("promoted", 9, null),
      ]),
    ).toEqual([
      "bakery/ovens preview 1111 4!",
      "bakery/ovens production* 1111 2",
      "bakery/ovens production* 1111 9",
    ]);
  });

  it("Netlify and Heroku", () => {
    const netlify = {
      id: "n1",
      site_id: "s1",
      name: "ovens",
      state: "ready",
      context: "production",
      commit_ref: rye,
      commit_url: `https://github.com/bakery/ovens/commit/${rye}`,
      published_at: at(3),
    };
    const heroku = (status: string, description = "Deploy 1111111") => ({
      action: "update",
      resource: "release",
      data: {
        id: "r1",
        status,
        version: 12,
        description,
        updated_at: at(4),
        app: { name: "mixer" },
        slug: { commit: malt },
      },
    });
    expect(deployed([netlify, { ...netlify, id: "n2", context: "deploy-preview" }])).toEqual([
      "bakery/ovens preview 1111 3",
      "bakery/ovens production 1111 3",
    ]);
    expect(deployed([heroku("pending"), heroku("succeeded")])).toEqual(["mixer production 2222 4"]);
    expect(deployed([heroku("succeeded", "Rollback to v9")])).toEqual(["mixer production 2222 4<"]);
  });

  it("Netlify's skipped deploys and Heroku's settings run nothing new", () => {
    const deploy = (id: string, more: object) => ({
      id,
      site_id: "s1",
      name: "ovens",
      state: "ready",
      context: "production",
      commit_ref: rye,
      updated_at: at(3),
      published_at: at(3),
      ...more,
    });
    const release = (version: number, description: string, slug: unknown = { commit: malt }) => ({
      id: `r${String(version)}`,
      version,
      description,
      status: "succeeded",
      updated_at: at(4),
      app: { name: "mixer" },
      slug,
    });
    expect(
      deployed([
        deploy("n1", {}),
        deploy("n2", { published_at: null }),
        deploy("n3", { skipped: true }),
        deploy("n4", { state: "error", published_at: null, error_message: "Canceled build" }),
        deploy("n5", { state: "error", published_at: null, error_message: "Exit 2" }),
      ]),
    ).toEqual(["ovens production 1111 3", "ovens production 1111 3!"]);
    expect(
      deployed([
        release(1, "Initial release", null),
        release(2, "Deploy 2222222"),
        release(3, "Set FLOUR, SALT config vars"),
        release(4, "Attach DATABASE (@ref:postgresql-round-1)"),
        { action: "update", resource: "release", data: release(5, "Remove SALT config vars") },
      ]),
    ).toEqual(["mixer production 2222 4"]);
  });

  it("Datadog: DORA deployments in nanoseconds", () => {
    const data = {
      type: "dora_deployment",
      id: "dd1",
      attributes: {
        service: "ovens",
        env: "prod",
        version: "1.4",
        started_at: msAt(1) * 1e6,
        finished_at: msAt(3) * 1e6,
        git: { commit_sha: rye, repository_url: "https://github.com/bakery/ovens" },
      },
    };
    expect(deployed([{ data }])).toEqual(["bakery/ovens prod 1.4(1111) 3"]);
    expect(deployed([{ data: [data, data] }])).toEqual(["bakery/ovens prod 1.4(1111) 3"]);
  });
});
