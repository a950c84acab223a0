import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { sampleName } from "#vocabulary/sample.ts";
import { startService, type RunningService } from "./shared-service.ts";

const folder = mkdtempSync(join(tmpdir(), "fulcrum-sample-"));
const samplePath = join(folder, "report.json.gz");
const own = sampleReport();
const invented = { ...own, organisation: { ...own.organisation, name: sampleName } };

let service: RunningService;
beforeAll(async () => {
  service = await startService(undefined, { samplePath });
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

const sample = (method = "GET") =>
  service.ask<{ code?: string; isReady?: boolean; isShown?: boolean; assessmentsCount?: number }>(
    "/api/v1/sample",
    { method },
  );
const put = (slug: string, report: object) =>
  service.ask(`/api/v1/organisations/${slug}/assessments`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(report),
  });
const slugs = async () =>
  (
    await service.ask<{ organisations: { slug: string }[] }>("/api/v1/organisations")
  ).body.organisations.map(({ slug }) => slug);

test("the sample is offered once it is built, shown, and removed with nothing else", async () => {
  expect((await sample()).body).toMatchObject({ isReady: false, isShown: false });
  expect((await sample("POST")).body.code).toBe("sample-not-built");
  writeFileSync(samplePath, "this was not packed");
  expect((await sample("POST")).body.code).toBe("sample-not-built");
  writeFileSync(samplePath, gzipSync(JSON.stringify(invented)));

  expect((await sample()).body).toMatchObject({ isReady: true, isShown: false });
  expect((await sample("POST")).status).toBe(201);
  expect((await sample("POST")).status).toBe(200);
  expect((await sample()).body).toMatchObject({ isShown: true });
  // One of the same name at another address is somebody's own.
  await put("bakery", own);
  await put("namesake", invented);
  expect(await slugs()).toEqual(["bakery", "namesake", "sample"]);

  expect((await sample("DELETE")).body).toEqual({ assessmentsCount: 1 });
  expect(await slugs()).toEqual(["bakery", "namesake"]);
  expect((await sample("DELETE")).body).toEqual({ assessmentsCount: 0 });
});

test("it takes the place of no other organisation that has its address", async () => {
  await put("sample", own);
  expect((await sample("POST")).body.code).toBe("slug-taken");
  expect((await sample("DELETE")).body).toEqual({ assessmentsCount: 0 });
  expect(await slugs()).toContain("sample");
});

test("the screens of an organisation are found with a slash at the end of their address, too", async () => {
  const found = await service.ask("/o/bakery/", { redirect: "manual" });
  expect([found.status, found.headers.get("location")]).toEqual([302, "/o/bakery"]);
});
