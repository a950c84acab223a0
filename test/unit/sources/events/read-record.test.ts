import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCells } from "#sources/csv.ts";
import { readRecord } from "#sources/events/read-record.ts";

const options = { incidentLabels: ["incident"] };
const read = (value: unknown) => readRecord(value, options);
const seconds = (iso: string) => Date.parse(iso) / 1000;

describe("forges", () => {
  const repository = { name: "ovens", full_name: "bakery/ovens" };

  it("GitHub: deployment_status", () => {
    const payload = {
      repository,
      deployment: {
        id: 1,
        sha: "0123456789abcdef0123456789abcdef01234567",
        ref: "v7",
        environment: "production",
        created_at: "2024-05-01T09:50:00Z",
      },
      deployment_status: {
        id: 2,
        state: "success",
        environment: "production",
        created_at: "2024-05-01T10:00:00Z",
      },
    };
    expect(read(payload)[0]).toMatchObject({
      application: "ovens",
      environment: "production",
      version: "v7",
      outcome: "succeeded",
      revision: payload.deployment.sha,
    });
    expect(read({ headers: { "X-GitHub-Event": "deployment_status" }, payload })[0]).toMatchObject({
      kind: "deployment",
    });
    expect(read({ ...payload, deployment_status: { id: 3, state: "in_progress" } })).toEqual([
      { kind: "other" },
    ]);
    expect(read({ ...payload, deployment_status: { id: 3, state: "baked" } })[0]).toMatchObject({
      kind: "refused",
    });
  });

  it("GitHub: workflow_run, release, push, issues", () => {
    const run = {
      id: 5,
      name: "Deploy to staging",
      conclusion: "failure",
      head_sha: "0123456789abcdef",
      updated_at: "2024-05-01T10:00:00Z",
      run_started_at: "2024-05-01T09:00:00Z",
    };
    expect(read({ repository, workflow_run: run })[0]).toMatchObject({
      environment: "staging",
      outcome: "failed",
    });
    expect(read({ repository, workflow_run: { ...run, name: "Lint" } })).toEqual([
      { kind: "other" },
    ]);
    const release = {
      id: 6,
      tag_name: "v7",
      published_at: "2024-05-01T10:00:00Z",
      draft: false,
      prerelease: false,
    };
    expect(read({ repository, action: "published", release })[0]).toMatchObject({
      environment: "release",
      version: "v7",
    });
    expect(read({ repository, pusher: { name: "x" }, commits: [] })).toEqual([{ kind: "other" }]);
    const issue = {
      id: 8,
      labels: [{ name: "Incident" }],
      created_at: "2024-05-01T10:00:00Z",
      closed_at: null,
    };
    expect(read({ repository, action: "opened", issue })[0]).toMatchObject({
      kind: "incident",
      service: "bakery/ovens",
      resolvedAt: null,
    });
  });

  const sha = "0123456789abcdef0123456789abcdef01234567";
  const stageOf = (value: object) =>
    read({ repository: { ...repository, default_branch: "main" }, sender: {}, ...value })[0];

  it("GitHub: what a change went through before it was deployed", () => {
    const request = {
      id: 3,
      created_at: "2024-05-01T08:00:00Z",
      merged_at: "2024-05-01T09:00:00Z",
      merge_commit_sha: sha,
    };
    expect(stageOf({ action: "closed", pull_request: request })).toMatchObject({
      stages: [
        { stage: "opened", keys: [`commit ${sha}`], at: seconds("2024-05-01T08:00:00Z") },
        { stage: "merged", keys: [`commit ${sha}`], at: seconds("2024-05-01T09:00:00Z") },
      ],
    });
    expect(stageOf({ pull_request: { ...request, merged_at: null } })).toEqual({ kind: "other" });
    const push = { pusher: {}, ref: "refs/heads/main", after: sha };
    const pushed = { ...repository, default_branch: "main", pushed_at: 1714554000 };
    expect(stageOf({ ...push, repository: pushed })).toMatchObject({
      stages: [{ stage: "merged", keys: [`commit ${sha}`], at: 1714554000 }],
    });
    expect(stageOf({ ...push, ref: "refs/heads/rye", repository: pushed })).toEqual({
      kind: "other",
    });
    const run = {
      id: 5,
      name: "Build and test",
      head_sha: sha,
      updated_at: "2024-05-01T10:00:00Z",
    };
    expect(stageOf({ workflow_run: { ...run, conclusion: "success" } })).toMatchObject({
      stages: [{ stage: "built", keys: [`commit ${sha}`], at: seconds("2024-05-01T10:00:00Z") }],
    });
    expect(stageOf({ workflow_run: { ...run, conclusion: "failure" } })).toEqual({ kind: "other" });
    expect(stageOf({ action: "created", comment: {} })).toEqual({ kind: "other" });
  });

  it("GitLab: merge requests and build jobs", () => {
    const project = { name: "ovens" };
    const merge = {
      id: 9,
      action: "merge",
      merge_commit_sha: sha,
      created_at: "2024-05-01 08:00:00 UTC",
      updated_at: "2024-05-01 09:00:00 UTC",
    };
    expect(
      read({ object_kind: "merge_request", project, object_attributes: merge })[0],
    ).toMatchObject({ stages: [{ stage: "opened" }, { stage: "merged" }] });
    const job = {
      id: 1,
      stage: "build",
      status: "success",
      finished_at: "2024-05-01 10:00:00 UTC",
      environment: null,
    };
    expect(
      read({ object_kind: "pipeline", project, object_attributes: { sha }, builds: [job] })[0],
    ).toMatchObject({ stages: [{ stage: "built", at: seconds("2024-05-01T10:00:00Z") }] });
  });

  it("GitLab: deployment, pipeline, issue", () => {
    const project = { name: "ovens" };
    expect(
      read({
        object_kind: "deployment",
        project,
        status: "success",
        deployment_id: 15,
        environment: "production",
        short_sha: "279484c0",
        status_changed_at: "2024-05-01 12:00:00 +0200",
      })[0],
    ).toMatchObject({
      application: "ovens",
      revision: "279484c0",
      finishedAt: seconds("2024-05-01T10:00:00Z"),
    });
    const builds = [
      {
        id: 1,
        status: "success",
        started_at: "2024-05-01 09:00:00 UTC",
        finished_at: "2024-05-01 10:00:00 UTC",
        environment: { name: "production", action: "start" },
      },
      { id: 2, status: "success", environment: null },
    ];
    expect(
      read({
        object_kind: "pipeline",
        project,
        object_attributes: { sha: "0123456789abcdef", ref: "main" },
        builds,
      }).map((one) => one.kind),
    ).toEqual(["deployment", "other"]);
    expect(
      read({
        object_kind: "issue",
        project,
        labels: [{ title: "incident" }],
        object_attributes: { id: 3, created_at: "2024-05-01 10:00:00 UTC" },
      })[0],
    ).toMatchObject({ kind: "incident" });
  });
});

describe("alerts", () => {
  it("PagerDuty, Opsgenie, Alertmanager", () => {
    const data = { id: "P1", service: { summary: "ovens" }, created_at: "2024-05-01T09:00:00Z" };
    expect(
      read({
        event: {
          id: "e",
          event_type: "incident.resolved",
          occurred_at: "2024-05-01T10:00:00Z",
          data,
        },
      })[0],
    ).toMatchObject({
      incident: "pagerduty:P1",
      service: "ovens",
      startedAt: seconds("2024-05-01T09:00:00Z"),
      resolvedAt: seconds("2024-05-01T10:00:00Z"),
    });
    const alert = {
      alertId: "o1",
      entity: "ovens",
      createdAt: 1714554000000,
      updatedAt: 1714557600000,
    };
    expect(read({ action: "Close", alert })[0]).toMatchObject({
      startedAt: 1714554000,
      resolvedAt: 1714557600,
    });
    const firing = {
      status: "firing",
      labels: { service: "ovens", env: "production" },
      startsAt: "2024-05-01T09:00:00Z",
      endsAt: "0001-01-01T00:00:00Z",
      fingerprint: "f",
    };
    const resolved = { ...firing, status: "resolved", endsAt: "2024-05-01T10:00:00Z" };
    expect(read({ version: "4", groupLabels: {}, alerts: [firing, resolved] })).toMatchObject([
      { service: "ovens", environment: "production", resolvedAt: null },
      { resolvedAt: seconds("2024-05-01T10:00:00Z") },
    ]);
  });
});

describe("anything else", () => {
  it("is refused with a reason, and never throws", () => {
    expect(read({ hello: "oven" })[0]).toMatchObject({ kind: "unread" });
    fc.assert(
      fc.property(fc.jsonValue(), (value) => read(value).every((one) => one.kind !== undefined)),
    );
  });

  it("CSV cells keep commas and quotes, and show an open quote", () => {
    expect(csvCells('a,"b, ""c""",,d', ",")).toEqual(["a", 'b, "c"', "", "d"]);
    expect(csvCells('a,"b', ",")).toBeNull();
    fc.assert(
      fc.property(
        fc.array(
          fc.string().filter((one) => !/[\n\r]/.test(one)),
          { minLength: 1 },
        ),
        (cells) => {
          const line = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
          expect(csvCells(line, ",")).toEqual(cells);
        },
      ),
    );
  });
});

describe("times without a zone", () => {
  const at = (finished_at: string, timeZone: string | null) => {
    const record = { kind: "deployment", id: "1", finished_at, application: "ovens" };
    const [found] = readRecord(record, { ...options, timeZone });
    return found?.kind === "deployment" ? found.finishedAt : null;
  };

  it("are UTC, or of the zone that configuration names, summer or winter", () => {
    expect(at("2024-05-01 10:00:00", null)).toBe(seconds("2024-05-01T10:00:00Z"));
    expect(at("2024-05-01 10:00:00", "Europe/Berlin")).toBe(seconds("2024-05-01T08:00:00Z"));
    expect(at("2024-01-01T10:00", "Europe/Berlin")).toBe(seconds("2024-01-01T09:00:00Z"));
    expect(at("2024-05-01T10:00:00.500", "Asia/Kolkata")).toBe(seconds("2024-05-01T04:30:00.500Z"));
    expect(at("2024-05-01T10:00:00Z", "Europe/Berlin")).toBe(seconds("2024-05-01T10:00:00Z"));
    expect(at("2024-05-01 10:00:00 +0200", "UTC")).toBe(seconds("2024-05-01T08:00:00Z"));
    expect(at("2024-02-30 10:00:00", "Europe/Berlin")).toBeNaN();
    expect(at("03/04/2024 10:00:00", "Europe/Berlin")).toBeNaN();
  });

  it("are given their zone wherever they stand in a record", () => {
    const data = { id: "P1", service: { summary: "ovens" }, created_at: "2024-05-01T10:00:00" };
    const event = {
      id: "e",
      event_type: "incident.triggered",
      occurred_at: "2024-05-01T10:00:00",
      data,
    };
    expect(readRecord({ event }, { ...options, timeZone: "Europe/Berlin" })[0]).toMatchObject({
      startedAt: seconds("2024-05-01T08:00:00Z"),
    });
  });
});
