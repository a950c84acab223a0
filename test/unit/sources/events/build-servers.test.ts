import { describe, expect, it } from "vitest";
import { environmentOfName, isCalledDeployment } from "#sources/events/deploying-names.ts";
import { at, deployed, msAt, rye, told } from "./tell-deployments.ts";

describe("CircleCI", () => {
  const hook = (type: "job" | "workflow", one: object, more: object = {}, vcs: object = {}) => ({
    type: `${type}-completed`,
    id: "9",
    happened_at: at(30),
    project: { name: "ovens", slug: "gh/bakery/ovens" },
    workflow: { id: "w1", name: "build-test-deploy", created_at: at(1), stopped_at: at(29) },
    pipeline: { number: 130, vcs: { revision: rye, branch: "main", ...vcs } },
    [type]: one,
    ...more,
  });
  const workflow = { id: "w1", name: "build-test-deploy", status: "success", stopped_at: at(29) };

  it("one deployment of a job and of its workflow, in either order", () => {
    const job = hook("job", {
      id: "j3",
      name: "deploy-production",
      status: "success",
      started_at: at(20),
      stopped_at: at(25),
    });
    const test = hook("job", { id: "j2", name: "test", status: "success", stopped_at: at(10) });
    for (const order of [
      [test, job, hook("workflow", workflow)],
      [hook("workflow", workflow), job],
    ])
      expect(deployed(order)).toEqual(["bakery/ovens production 1111 25"]);
  });

  it("a workflow that is called one, on a branch aside a preview; `test` in its name is no place", () => {
    expect(deployed([hook("workflow", workflow)])).toEqual(["bakery/ovens production 1111 29"]);
    expect(deployed([hook("workflow", workflow, {}, { branch: "new-crust" })])).toEqual([
      "bakery/ovens preview 1111 29",
    ]);
    expect(deployed([hook("workflow", { ...workflow, status: "canceled" })])).toEqual([]);
    expect(deployed([hook("workflow", { ...workflow, name: "nightly" })])).toEqual([]);
    expect(told([hook("workflow", { ...workflow, status: "odd" })])).toEqual([
      expect.stringContaining("odd"),
    ]);
  });

  it("of other forges: the commit stands in the trigger's parameters, a slug of ids names nothing", () => {
    const pipeline = {
      trigger_parameters: {
        git: {
          tag: "v7",
          checkout_sha: rye,
          checkout_url: "git@gitlab.example:bakery/shop/ovens.git",
        },
      },
    };
    const project = { name: "ovens", slug: "circleci/DdaVt/6EkDP" };
    expect(deployed([hook("workflow", workflow, { pipeline, project })])).toEqual([
      "bakery/shop/ovens production v7(1111) 29",
    ]);
  });
});

describe("Buildkite", () => {
  it("builds of a pipeline and steps that are called deployments", () => {
    const pipeline = {
      slug: "ovens",
      name: "Ovens deploy",
      repository: "git@github.com:bakery/ovens.git",
    };
    const build = {
      id: "b1",
      number: 4,
      state: "passed",
      commit: rye,
      branch: "main",
      finished_at: at(20),
    };
    const job = { id: "j1", name: "Deploy to staging", state: "passed", finished_at: at(10) };
    expect(deployed([{ event: "build.finished", build, pipeline }])).toEqual([
      "bakery/ovens production 1111 20",
    ]);
    expect(
      deployed([
        { event: "job.finished", build, job, pipeline },
        { event: "build.finished", build, pipeline },
        { event: "build.running", build, pipeline },
      ]),
    ).toEqual(["bakery/ovens staging 1111 10"]);
  });
});

describe("Jenkins", () => {
  const message = (
    phase: string,
    status: string | undefined,
    minute: number,
    build: object = {},
  ) => ({
    name: "ovens-deploy",
    url: "job/bakery/job/ovens-deploy/",
    build: {
      full_url: "https://ci.example/job/bakery/job/ovens-deploy/18/",
      number: 18,
      phase,
      ...(status === undefined ? {} : { status }),
      timestamp: msAt(minute),
      scm: { url: "https://git.example/bakery/ovens.git", branch: "origin/main", commit: rye },
      ...build,
    },
  });

  it("phases of one build are one deployment", () => {
    expect(
      deployed([
        message("STARTED", undefined, 1),
        message("COMPLETED", "SUCCESS", 9),
        message("FINALIZED", "SUCCESS", 10),
      ]),
    ).toEqual(["bakery/ovens production 1111 9"]);
    expect(deployed([message("COMPLETED", "ABORTED", 9)])).toEqual([]);
    expect(told([message("COMPLETED", "UNSTABLE", 9)])).toEqual([
      expect.stringContaining("UNSTABLE"),
    ]);
  });

  it("parameters say what goes where", () => {
    const parameters = { TARGET_ENV: "staging", SERVICE: "mixer", VERSION: "2.1", SKIP: "no" };
    expect(deployed([message("FINALIZED", "FAILURE", 9, { parameters })])).toEqual([
      "bakery/ovens staging 2.1(1111) 9!",
    ]);
  });

  it("builds as the API lists them begin at their timestamp", () => {
    const build = {
      _class: "org.jenkinsci.plugins.workflow.job.WorkflowRun",
      number: 18,
      result: "SUCCESS",
      timestamp: msAt(1),
      duration: 4 * 60_000,
      url: "https://ci.example/job/deploy-ovens/18/",
      actions: [
        { parameters: [{ name: "environment", value: "live" }] },
        { lastBuiltRevision: { SHA1: rye }, remoteUrls: ["git@git.example:bakery/ovens.git"] },
        {},
      ],
    };
    expect(deployed([{ builds: [build, { ...build, number: 19, result: null }] }])).toEqual([
      "bakery/ovens live 1111 5",
    ]);
  });
});

describe("names of runs, stages and jobs", () => {
  it.each([
    ["Deploy", null],
    ["build-test-deploy", null],
    ["Test and deploy", null],
    ["Test deployment", "test"],
    ["qa-deploy", "qa"],
    ["Deploy and test on staging", "staging"],
    ["CI / test / deploy", null],
    ["Build, deploy and test", null],
    ["deploy-test", "test"],
    ["Deploy to QA", "qa"],
    ["staging-deploy", "staging"],
    ["DeployToProd", "production"],
    ["Promote to preprod", "preprod"],
    ["deploy_non-prod", "non-prod"],
    ["Deploy production", "production"],
    ["Rollout live", "production"],
  ])("%s is a deployment to %s", (name, environment) => {
    expect(isCalledDeployment(name)).toBe(true);
    expect(environmentOfName(name)).toBe(environment);
  });

  it("others are none, however long", () => {
    for (const name of ["build", "undeployed", "test", "employment", "a-".repeat(100_000)])
      expect(isCalledDeployment(name)).toBe(false);
    expect(environmentOfName(`deploy ${"and ".repeat(100_000)}`)).toBeNull();
  });
});
