import { createHmac } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietContext } from "#fixtures/quiet-context.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { assessOrganisation } from "#operations/assess-organisation.ts";
import { workOnJobs } from "#operations/scanning/work-on-jobs.ts";
import type { Job, WatchedRepository } from "#ports/jobs.ts";
import { openDatabase } from "#store/postgres/open-database.ts";
import { servers } from "../shared-databases.ts";
import { startService, type Asked, type RunningService } from "./shared-service.ts";

const root = mkdtempSync(join(tmpdir(), "fulcrum-service-jobs-"));
const clones = join(root, "clones");
mkdirSync(clones);
repository("dough-kit")
  .commit({
    at: "2024-01-02",
    author: "Ada Oven <ada@bakery.example>",
    message: "Begin",
    files: { "package.json": '{ "name": "@bakery/dough-kit" }' },
  })
  .write(clones);
const rules = { folders: [clones], hosts: ["forge.example"], privateHosts: [] };
const secrets = { github: "a secret of many letters", gitlab: "another secret of letters" };

let service: RunningService;
beforeAll(async () => {
  service = await startService(servers[0], { rules, secrets });
});
afterAll(async () => {
  await service.stop();
  rmSync(root, { recursive: true, force: true });
});

type Said = Record<string, unknown> & { readonly code?: string };

const send = <Body = Said>(
  method: string,
  path: string,
  body?: object | null,
  headers: Record<string, string> = {},
): Promise<Asked<Body>> =>
  service.ask<Body>(`/api/v1${path}`, {
    method,
    headers: { ...(body == null ? {} : { "content-type": "application/json" }), ...headers },
    ...(body == null ? {} : { body: JSON.stringify(body) }),
  });

/** A worker in this process, until it is asked to stop. */
async function startWorking(): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const { url } = service.database;
  const wish = { dataFolder: "/nowhere", url, make: false, signal: stop.signal };
  const database = await openDatabase(wish);
  const working = workOnJobs({
    ...quietContext({ home: root }),
    jobs: await database!.jobs(),
    signal: stop.signal,
    rules,
    dataFolder: join(root, "data"),
    readers: 1,
    assess: assessOrganisation,
    onJob: () => undefined,
  });
  return async () => {
    stop.abort();
    await working;
    await database!.close();
  };
}

const bakery = "/organisations/bakery";

describe("what is watched", () => {
  it("is told, added once, and taken away", async () => {
    expect((await send("GET", `${bakery}/repositories`)).body).toEqual({
      organisation: "bakery",
      schedule: null,
      repositories: [],
    });
    const address = "https://forge.example/bakery/shop.git";
    const added = await send<WatchedRepository>("POST", `${bakery}/repositories`, { address });
    expect(added).toMatchObject({ status: 201, body: { kind: "address", address, problem: null } });
    const again = await send("POST", `${bakery}/repositories`, { address });
    expect(again.body).toEqual(added.body);
    const schedule = { schedule: "0 3 * * 1-5" };
    expect((await send("PUT", `${bakery}/schedule`, schedule)).body).toEqual(schedule);
    expect((await send("GET", `${bakery}/repositories`)).body).toEqual({
      organisation: "bakery",
      ...schedule,
      repositories: [added.body],
    });
    for (const wrong of ["@daily", "61 * * * *", "* * * *", "0 0 31 2 *", "'; drop table job_run"])
      expect(await send("PUT", `${bakery}/schedule`, { schedule: wrong })).toMatchObject({
        status: 400,
      });
    const gone = await send("DELETE", `${bakery}/repositories/${added.body.id}`);
    expect(gone).toMatchObject({ status: 200, body: { address } });
    expect((await send("DELETE", `${bakery}/repositories/${added.body.id}`)).status).toBe(404);
    expect((await send("PUT", `${bakery}/schedule`, schedule)).body.code).toBe("not-watched");
  });

  it.each([
    [{ address: "ext::sh -c id" }, 422],
    [{ address: "file:///etc" }, 422],
    [{ address: "--upload-pack=id" }, 422],
    [{ address: "https://ada:secret@forge.example/a/b" }, 422],
    [{ address: "https://169.254.169.254/latest/meta-data" }, 422],
    [{ address: "https://other.example/a/b" }, 422],
    [{ folder: "/etc" }, 422],
    [{ folder: `${clones}/../..` }, 422],
    [{ folder: "clones" }, 422],
    [{ folder: clones, address: "https://forge.example/a/b" }, 400],
    [{ folder: clones, isTrusted: true }, 400],
    [{}, 400],
    [{ folder: 7 }, 400],
  ])("is nothing else: %j", async (body, status) => {
    expect((await send("POST", `${bakery}/repositories`, body)).status).toBe(status);
    expect((await send("GET", `${bakery}/repositories`)).body["repositories"]).toEqual([]);
  });
});

describe("jobs", () => {
  it("are asked for, done, told and followed", async () => {
    expect((await send("POST", `${bakery}/scans`)).body.code).toBe("not-watched");
    await send("POST", `${bakery}/repositories`, { folder: clones });
    const key = { "idempotency-key": "scan-1" };
    const asked = await send<Job>("POST", `${bakery}/scans`, null, key);
    expect(asked).toMatchObject({
      status: 202,
      body: { state: "waiting", organisation: "bakery" },
    });
    const { id } = asked.body;
    expect(asked.headers.get("location")).toBe(`/api/v1/jobs/${id}`);
    expect((await send<Job>("POST", `${bakery}/scans`, null, key)).body.id).toBe(id);
    expect(await send("POST", `/jobs/${id}/retry`, null, key)).toMatchObject({
      status: 422,
      body: { code: "key-used" },
    });
    expect((await send("POST", `/jobs/${id}/retry`)).body.code).toBe("job-not-failed");
    expect((await send("POST", `${bakery}/scans`, null, { "idempotency-key": "ä b" })).status).toBe(
      400,
    );
    const following = service.ask(`/api/v1/jobs/${id}/events`);
    const stopWorking = await startWorking();
    const followed = await following;
    await stopWorking();
    expect(followed.headers.get("content-type")).toBe("text/event-stream");
    const kinds = [...followed.text.matchAll(/^event: (.*)$/gm)].map(([, kind]) => kind);
    expect([kinds[0], kinds[1], kinds.at(-1)]).toEqual(["asked", "begun", "completed"]);
    const ids = [...followed.text.matchAll(/^id: (.*)$/gm)].map(([, one]) => one ?? "");
    const rest = await service.ask(`/api/v1/jobs/${id}/events`, {
      headers: { "last-event-id": ids.at(-2)! },
    });
    expect([...rest.text.matchAll(/^id: (.*)$/gm)].map(([, one]) => one)).toEqual([ids.at(-1)]);
    const done = await send<Job>("GET", `/jobs/${id}`);
    expect(done.body).toMatchObject({ state: "completed", attemptsCount: 1, problem: null });
    const components = await send(
      "GET",
      `${bakery}/sections/components?assessment=${done.body.assessment!}`,
    );
    expect(components.status).toBe(200);
    expect(components.text).toContain("component:dough-kit#.");
  });

  it("are listed page by page, by organisation and state", async () => {
    await send("POST", `${bakery}/scans`);
    const first = await send<{ jobs: Job[]; next: string }>("GET", "/jobs?limit=1");
    const second = await send<{ jobs: Job[]; next: null }>(
      "GET",
      `/jobs?limit=1&cursor=${first.body.next}`,
    );
    expect([first.body.jobs[0]?.state, second.body.jobs[0]?.state, second.body.next]).toEqual([
      "waiting",
      "completed",
      null,
    ]);
    const some = await send<{ jobs: Job[] }>("GET", "/jobs?state=completed&organisation=bakery");
    expect(some.body.jobs).toHaveLength(1);
    expect((await send("GET", "/jobs?state=lazy")).status).toBe(400);
    for (const path of ["/jobs/7", "/jobs/00000000-0000-4000-8000-000000000000"])
      expect((await send("GET", path)).status).toBe(404);
    expect((await send("GET", "/jobs/00000000-0000-4000-8000-000000000000/events")).status).toBe(
      404,
    );
  });
});

describe("pushes", () => {
  const github = (
    body: string,
    { secret = secrets.github, event = "push", delivery = "d-1" } = {},
  ): Promise<Asked<Said>> =>
    service.ask<Said>("/api/v1/webhooks/github", {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "x-github-event": event,
        "x-github-delivery": delivery,
        "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
      },
    });
  const gitlab = (body: string, headers: Record<string, string>): Promise<Asked<Said>> =>
    service.ask<Said>("/api/v1/webhooks/gitlab", {
      method: "POST",
      body,
      headers: { "content-type": "application/json", "x-gitlab-event": "Push Hook", ...headers },
    });
  const pushOf = (url: string, after: string): string =>
    JSON.stringify({ ref: "refs/heads/main", after, repository: { clone_url: url } });
  const kit = "https://forge.example/bakery/kit.git";

  it("scan who watches the repository, once a delivery, whatever it is called", async () => {
    await send("POST", "/organisations/ovens/repositories", { address: kit });
    const body = pushOf("https://Forge.example/Bakery/Kit.git", "1");
    const first = await github(body);
    expect([first.status, first.body["isNew"], first.body["jobs"]]).toEqual([
      202,
      true,
      [expect.any(String)],
    ]);
    for (const delivery of ["d-1", "d-2"])
      expect((await github(body, { delivery })).body).toMatchObject({ isNew: false, jobs: [] });
    // One waits already: it begins after this push, too.
    expect((await github(pushOf(kit, "2"))).body["jobs"]).toEqual(first.body["jobs"]);
    expect((await github(pushOf("https://forge.example/a/b", "3"))).body["jobs"]).toEqual([]);
    expect((await github("{}", { event: "ping" })).body).toEqual({
      isNew: true,
      jobs: [],
      deliveries: [],
    });
  });

  it("are refused without the secret, and change nothing", async () => {
    const before = await service.database.query("select count(*)::int as n from push_delivery");
    const body = pushOf(kit, "9");
    expect(await github(body, { secret: "guessed" })).toMatchObject({
      status: 401,
      body: { code: "signature-refused" },
    });
    for (const proof of ["", "sha1=0", "sha256=", `sha256=${"0".repeat(64)}`])
      expect(
        (
          await service.ask("/api/v1/webhooks/github", {
            method: "POST",
            body,
            headers: { "x-github-event": "push", "x-hub-signature-256": proof },
          })
        ).status,
      ).toBe(401);
    expect((await gitlab(body, {})).status).toBe(401);
    expect((await gitlab(body, { "x-gitlab-token": secrets.github })).status).toBe(401);
    expect(await service.database.query("select count(*)::int as n from push_delivery")).toEqual(
      before,
    );
  });

  it("of GitLab are told by their ids", async () => {
    const body = JSON.stringify({ project: { git_http_url: kit } });
    const token = { "x-gitlab-token": secrets.gitlab };
    expect((await gitlab(body, token)).status).toBe(400);
    const known = { ...token, "x-gitlab-event-uuid": "u-1" };
    const [one, other] = await Promise.all([gitlab(body, known), gitlab(body, known)]);
    expect(new Set([one.body["isNew"], other.body["isNew"]])).toEqual(new Set([true, false]));
    expect(
      (await gitlab("payload=%7B%7D", { ...known, "x-gitlab-event-uuid": "u-2" })).status,
    ).toBe(400);
  });
});
