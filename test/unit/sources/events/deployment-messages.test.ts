import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventLog } from "#sources/events/event-log.ts";
import { readRecord } from "#sources/events/read-record.ts";

const rye = "1111111111111111111111111111111111111111";
const repository = { name: "ovens", full_name: "bakery/ovens" };
const project = { name: "ovens", path_with_namespace: "bakery/ovens" };
const at = (minute: number) => new Date(Date.UTC(2024, 4, 1, 9, minute)).toISOString();
const minuteOf = (seconds: number) => (seconds - Date.parse(at(0)) / 1000) / 60;

function logOf(payloads: readonly object[]): EventLog {
  const log = new EventLog(Date.parse("2025-01-01") / 1000);
  for (const [index, one] of payloads.entries())
    for (const record of readRecord(one, { incidentLabels: [] }))
      log.take(record, "hooks.ndjson", index + 1);
  return log;
}

/** Deployments told, as `PROJECT ENVIRONMENT VERSION MINUTE`, `!` where they failed. */
function told(payloads: readonly object[]): string[] {
  return logOf(payloads)
    .deployments()
    .flatMap(({ project: path, application, environment, columns, rows }) =>
      Array.from(rows, (row) => {
        const version = columns.version(row).slice(0, 6);
        const minute = String(minuteOf(columns.at(row)));
        const mark = columns.isSuccessful(row) ? "" : "!";
        return `${path ?? application} ${environment} ${version} ${minute}${mark}`;
      }),
    )
    .sort();
}

function status(state: string, minute: number, more: object = {}, id = 7): object {
  return {
    repository,
    deployment: {
      id,
      sha: rye,
      ref: "main",
      environment: "production",
      created_at: at(0),
      ...more,
    },
    deployment_status: { id: minute, state, environment: "production", created_at: at(minute) },
  };
}

function run(conclusion: string, more: object = {}): object {
  const times = { run_started_at: at(1), updated_at: at(20) };
  const named = { id: 40, name: "Deploy", head_sha: rye, run_attempt: 1, ...times };
  return { repository, sender: {}, workflow_run: { ...named, conclusion, ...more } };
}

describe("GitHub's messages of one deployment", () => {
  it("are one, made when it first succeeded", () => {
    const states = [
      status("queued", 1),
      status("in_progress", 2),
      status("success", 10),
      status("success", 11),
      status("inactive", 50),
    ];
    expect(told(states)).toEqual(["bakery/ovens production 111111 10"]);
    expect(told(states.toReversed())).toEqual(["bakery/ovens production 111111 10"]);
    expect(logOf(states)).toMatchObject({ deploymentsCount: 1, duplicatesCount: 1 });
  });

  it("failed only where none says that it was made", () => {
    expect(told([status("failure", 5), status("error", 6)])).toEqual([
      "bakery/ovens production 111111 5!",
    ]);
    expect(told([status("failure", 5), status("success", 9)])).toEqual([
      "bakery/ovens production 111111 9",
    ]);
    expect(told([status("success", 9), status("failure", 12)])).toEqual([
      "bakery/ovens production 111111 9",
    ]);
  });

  it("are of two deployments where the ids are two, or the repositories", () => {
    const other = { name: "ovens", full_name: "cafe/ovens" };
    const elsewhere = { ...status("success", 10), repository: other };
    expect(told([status("success", 10), status("success", 30, {}, 8), elsewhere])).toEqual([
      "bakery/ovens production 111111 10",
      "bakery/ovens production 111111 30",
      "cafe/ovens production 111111 10",
    ]);
  });

  it("come beside the run that made it, in any order", () => {
    const made = { ...status("success", 10), workflow_run: { id: 40, conclusion: null } };
    const expected = ["bakery/ovens production 111111 10"];
    expect(told([made, run("success")])).toEqual(expected);
    expect(told([run("success"), made])).toEqual(expected);
    expect(
      told([run("failure", { run_attempt: 1 }), run("success", { run_attempt: 2 }), made]),
    ).toEqual(expected);
    expect(logOf([run("success"), made])).toMatchObject({
      deploymentsCount: 1,
      duplicatesCount: 1,
    });
  });

  it("need not name the run: the commit and the time do", () => {
    expect(told([run("success"), status("success", 19)])).toEqual([
      "bakery/ovens production 111111 19",
    ]);
    expect(told([run("success"), status("success", 55)])).toEqual([
      "bakery/ovens production 111111 20",
      "bakery/ovens production 111111 55",
    ]);
  });

  it("leave runs that stand alone, each attempt by itself", () => {
    expect(
      told([
        run("success"),
        run("success"),
        run("failure", { run_attempt: 2, updated_at: at(30) }),
      ]),
    ).toEqual(["bakery/ovens production 111111 20", "bakery/ovens production 111111 30!"]);
    expect(told([run("success", { event: "pull_request" })])).toEqual([
      "bakery/ovens preview 111111 20",
    ]);
    expect(told([run("action_required"), run("cancelled"), run("skipped")])).toEqual([]);
    expect(logOf([run("burnt")]).refused[0]?.reason).toContain("burnt");
  });

  it("say whether the environment is production", () => {
    const [found] = logOf([status("success", 9, { production_environment: true })]).deployments();
    expect(found?.isProduction).toBe(true);
    const [other] = logOf([status("success", 9, { production_environment: false })]).deployments();
    expect(other?.isProduction).toBeNull();
  });
});

function deployment(state: string, minute: number, more: object = {}): object {
  return {
    object_kind: "deployment",
    status: state,
    status_changed_at: at(minute),
    deployment_id: 70,
    deployable_id: 800,
    environment: "customer-a",
    environment_tier: "production",
    project,
    short_sha: rye.slice(0, 8),
    ref: "main",
    commit_url: `https://gitlab.bakery.example/bakery/ovens/-/commit/${rye}`,
    ...more,
  };
}

const environment = { name: "customer-a", action: "start", deployment_tier: "production" };

function pipeline(build: object = {}): object {
  const ship = { id: 800, stage: "deploy", status: "success", environment, finished_at: at(30) };
  return {
    object_kind: "pipeline",
    project,
    object_attributes: { id: 9, ref: "main", tag: false, sha: rye },
    builds: [{ ...ship, started_at: at(20), ...build }],
  };
}

function job(state: string, more: object = {}): object {
  return {
    object_kind: "build",
    build_id: 800,
    build_stage: "deploy",
    build_status: state,
    build_started_at: at(20),
    build_finished_at: at(30),
    environment,
    ref: "main",
    tag: false,
    sha: rye,
    project,
    ...more,
  };
}

describe("GitLab's messages of one deployment", () => {
  it("are of the deployment, its job and its pipeline", () => {
    const hooks = [
      deployment("created", 18),
      deployment("running", 20),
      job("running", { build_finished_at: null }),
      deployment("success", 30),
      job("success"),
      pipeline(),
      pipeline(),
    ];
    expect(told(hooks)).toEqual(["bakery/ovens customer-a 111111 30"]);
    expect(told(hooks.toReversed())).toEqual(["bakery/ovens customer-a 111111 30"]);
  });

  it("are of another one when the job was retried, or nothing made it", () => {
    expect(
      told([pipeline({ status: "failed" }), pipeline({ id: 801, finished_at: at(40) })]),
    ).toEqual(["bakery/ovens customer-a 111111 30!", "bakery/ovens customer-a 111111 40"]);
    const byHand = { deployable_id: null };
    expect(
      told([
        deployment("success", 5, byHand),
        deployment("success", 6, { ...byHand, deployment_id: 71 }),
      ]),
    ).toHaveLength(2);
  });

  it.each([
    "created",
    "running",
    "canceled",
    "blocked",
    "skipped",
    "approved",
    "rejected",
    "canceling",
  ])("are no deployment when %s", (state) => {
    const log = logOf([deployment(state, 5)]);
    expect([log.deploymentsCount, log.othersCount, log.refused]).toEqual([0, 1, []]);
  });

  it.each(["manual", "pending", "scheduled", "waiting_for_resource", "canceled", "skipped"])(
    "are no deployment when the job is %s",
    (state) => {
      const log = logOf([job(state), pipeline({ status: state })]);
      expect([log.deploymentsCount, log.othersCount, log.refused]).toEqual([0, 2, []]);
    },
  );

  it("name a state that nobody knows", () => {
    expect(logOf([deployment("half-baked", 5)]).refused).toMatchObject([
      { reason: 'deployment status "half-baked" is not known' },
    ]);
  });

  it.each(["stop", "prepare", "verify", "access"])("start nothing with the action %s", (action) => {
    expect(told([pipeline({ environment: { ...environment, action } })])).toEqual([]);
  });

  it("tell the tier of the environment", () => {
    const tiers = (one: object) =>
      logOf([one])
        .deployments()
        .map((found) => found.isProduction);
    expect(tiers(deployment("success", 5))).toEqual([true]);
    expect(tiers(deployment("success", 5, { environment_tier: "staging" }))).toEqual([false]);
    expect(tiers(deployment("success", 5, { environment_tier: null }))).toEqual([null]);
    expect(tiers(pipeline())).toEqual([true]);
  });

  it("name a tag as the version, never a branch", () => {
    expect(told([deployment("success", 5, { ref: "v1.2.0" })])[0]).toContain(" v1.2.0 ");
    expect(told([job("success", { ref: "summer", tag: true })])[0]).toContain(" summer ");
    expect(told([job("success", { ref: "release/1.2", tag: false })])[0]).toContain(" 111111 ");
    expect(told([deployment("success", 5, { ref: "refs/heads/v2" })])[0]).toContain(" 111111 ");
  });

  it("tell of releases, not of what comes before them", () => {
    const hook = { object_kind: "release", id: 3, action: "create", project, released_at: at(3) };
    expect(told([{ ...hook, tag: "v1.0.0" }])).toEqual(["bakery/ovens release v1.0.0 3"]);
    expect(
      told([
        { ...hook, tag: "v1.0.0-rc.1" },
        { ...hook, tag: "v1.0.0", action: "update" },
      ]),
    ).toEqual([]);
  });
});

describe("GitHub's runs that are called deployments", () => {
  it.each([
    ["Deploy", "production"],
    ["Deploy prod-eu", "production"],
    ["Deploy pre-production", "pre-production"],
    ["Deploy (non-prod)", "non-prod"],
    ["auto_deploy_staging", "staging"],
    ["Deploy latest", "production"],
    ["CD / deploy UAT", "uat"],
  ])("%s: to %s", (name, where) => {
    expect(told([run("success", { name })])).toEqual([`bakery/ovens ${where} 111111 20`]);
  });

  it.each(["Redeployment-free tests", "Lint", "Undeploy"])("%s: is none", (name) => {
    expect(told([run("success", { name })])).toEqual([]);
  });
});

describe("CDEvents", () => {
  const deployed = (source: string, artifactId: string) => ({
    context: {
      version: "0.4.1",
      id: "1",
      source,
      type: "dev.cdevents.service.deployed.0.2.0",
      timestamp: at(5),
    },
    subject: { id: "ovens", content: { environment: { id: "production" }, artifactId } },
  });

  it("are known by source and id", () => {
    const loaf = deployed("/north", "pkg:oci/loaf@v1");
    expect(logOf([loaf, loaf, deployed("/south", "pkg:oci/loaf@v1")])).toMatchObject({
      deploymentsCount: 2,
      duplicatesCount: 1,
    });
  });

  it("name a digest where the tag moves", () => {
    const [first, second] = ["latest", "v3"].map((tag) => {
      const [found] = readRecord(deployed("/north", `pkg:oci/loaf@sha256:aa?tag=${tag}`), {
        incidentLabels: [],
      });
      return found?.kind === "deployment" ? found.version : null;
    });
    expect([first, second]).toEqual(["sha256:aa", "v3"]);
  });
});

describe("incidents that name no service", () => {
  const where = { environment: { id: "production" } };
  const event = (kind: string, id: string, minute: number, subject: string, content: object) => ({
    context: { version: "0.4.1", id, type: `dev.cdevents.${kind}.0.2.0`, timestamp: at(minute) },
    subject: { id: subject, content: { ...where, ...content } },
  });
  const deployed = (name: string, minute: number, artifactId: string) =>
    event("service.deployed", `${name} ${String(minute)}`, minute, name, { artifactId });
  const loaf = "pkg:oci/loaf@sha256:aa";

  it("are of what was last made of their artefact", () => {
    const records = [
      event("incident.detected", "i1", 25, "cold", { artifactId: loaf }),
      deployed("ovens", 10, loaf),
      deployed("shelf", 20, loaf),
      deployed("till", 30, loaf),
    ];
    expect(logOf(records).incidents()).toMatchObject([{ id: "cold", service: "shelf" }]);
  });

  it("may be told by a later message, and are refused where nothing tells", () => {
    const ended = event("incident.resolved", "r1", 40, "cold", {});
    const began = event("incident.detected", "d1", 30, "cold", { service: { id: "ovens" } });
    expect(logOf([ended, began]).incidents()).toMatchObject([
      {
        service: "ovens",
        startedAt: Date.parse(at(30)) / 1000,
        resolvedAt: Date.parse(at(40)) / 1000,
      },
    ]);
    const log = logOf([ended]);
    expect(log.incidents()).toEqual([]);
    expect(log.refused).toMatchObject([{ reason: "it names no service", line: 1 }]);
  });
});

it("tells the same whatever the order of messages", () => {
  const hooks = [
    status("failure", 4),
    { ...status("success", 10), workflow_run: { id: 40 } },
    status("success", 12),
    status("success", 18, {}, 8),
    run("failure"),
    run("success", { run_attempt: 2 }),
    deployment("success", 30),
    job("success"),
    pipeline(),
    pipeline({ id: 801, status: "failed" }),
  ];
  const expected = told(hooks);
  fc.assert(
    fc.property(fc.shuffledSubarray(hooks, { minLength: hooks.length }), (shuffled) => {
      expect(told(shuffled)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});
