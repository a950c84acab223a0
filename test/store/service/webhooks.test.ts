import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#store/postgres/open-database.ts";
import type { Inbox } from "#ports/inbox.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import { servers } from "../shared-databases.ts";
import { startService, type Asked, type RunningService } from "./shared-service.ts";

const secrets = {
  github: "a secret of many letters",
  pagerduty: [
    { secret: "the secret of the ovens", organisation: "ovens" },
    { secret: "the secret of the counter", organisation: "counter" },
  ],
};
const rules = { folders: [], hosts: ["forge.example"], privateHosts: [] };

let service: RunningService;
let opened: ServiceDatabase;
let inbox: Inbox;
beforeAll(async () => {
  service = await startService(servers[0], { rules, secrets });
  const { signal } = new AbortController();
  const { url } = service.database;
  opened = (await openDatabase({ dataFolder: "/nowhere", url, make: false, signal }))!;
  inbox = await opened.inbox();
});
afterAll(async () => {
  await opened.close();
  await service.stop();
});

interface Said {
  readonly id: string;
  readonly code?: string;
  readonly isNew: boolean;
  readonly takenCount: number;
  readonly refusedCount: number;
  readonly passedCount: number;
}

const json = { "content-type": "application/json" };
const push = <Body = Said>(
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = json,
): Promise<Asked<Body>> =>
  service.ask<Body>(`/api/v1${path}`, {
    method: "POST",
    body: new Uint8Array(Buffer.from(body)),
    headers,
  });
const sha256 = (secret: string, body: string): string =>
  createHmac("sha256", secret).update(body).digest("hex");
/** What a scan would read, whatever delivery it came with. */
async function keptOf(organisation: string): Promise<string[]> {
  const kept: string[] = [];
  for await (const page of inbox.pushed(organisation).events())
    for (const { body } of page) kept.push(body);
  return kept;
}

describe("webhooks", () => {
  const github = (event: string, body: string, proof = `sha256=${sha256(secrets.github, body)}`) =>
    push<{ isNew: boolean; jobs: string[]; deliveries: (Said & { organisation: string })[] }>(
      "/webhooks/github",
      body,
      { ...json, "x-github-event": event, "x-hub-signature-256": proof },
    );
  const status = JSON.stringify({
    deployment_status: {
      id: 1,
      state: "success",
      created_at: "2026-03-01T10:00:00Z",
      environment: "production",
    },
    deployment: { id: 5, sha: "a".repeat(40), created_at: "2026-03-01T09:59:00Z" },
    repository: {
      name: "kit",
      full_name: "bakery/kit",
      clone_url: "https://forge.example/bakery/kit.git",
    },
    sender: { login: "ada" },
  });

  it("of GitHub are kept for whoever watches the repository, and nobody else", async () => {
    expect((await github("deployment_status", status)).body.deliveries).toEqual([]);
    for (const one of ["bakery", "florist"])
      await push(
        `/organisations/${one}/repositories`,
        '{"address":"https://forge.example/bakery/kit"}',
      );
    const { body } = await github("deployment_status", status);
    expect(body.deliveries.map((one) => [one.organisation, one.isNew, one.takenCount])).toEqual([
      ["bakery", true, 1],
      ["florist", true, 1],
    ]);
    const again = await github("deployment_status", status);
    expect(again.body.deliveries.map(({ isNew }) => isNew)).toEqual([false, false]);
    expect(await keptOf("bakery")).toHaveLength(1);
    expect((await github("deployment_status", status, `sha256=${"0".repeat(64)}`)).status).toBe(
      401,
    );
  });

  const incident = (id: string): string =>
    JSON.stringify({
      event: {
        id,
        event_type: "incident.triggered",
        occurred_at: "2026-03-01T10:00:00Z",
        agent: { summary: "Ada Oven" },
        data: { id: "P1", created_at: "2026-03-01T10:00:00Z", service: { summary: "shop" } },
      },
    });
  const pagerduty = (body: string, ...signatures: string[]) =>
    push<{ deliveries: { organisation: string }[] }>("/webhooks/pagerduty", body, {
      ...json,
      "x-pagerduty-signature": signatures.join(", "),
    });

  it("of PagerDuty belong to the organisation of their secret, while secrets change as well", async () => {
    const body = incident("i-1");
    const [ovens, counter] = secrets.pagerduty.map(({ secret }) => `v1=${sha256(secret, body)}`);
    const old = `v1=${sha256("a secret of last year", body)}`;
    for (const [signatures, organisation] of [
      [[ovens!], "ovens"],
      [[old, counter!], "counter"],
    ] as const)
      expect(await pagerduty(body, ...signatures)).toMatchObject({
        status: 202,
        body: { deliveries: [{ organisation, takenCount: 1 }] },
      });
    expect((await keptOf("ovens"))[0]).not.toContain("Ada");
    for (const wrong of [[], [""], [old], [ovens!.replace("v1=", "v0=")], [ovens!.slice(3)]])
      expect((await pagerduty(body, ...wrong)).status).toBe(401);
    // Signed, but for another body.
    expect((await pagerduty(incident("i-2"), ovens!)).status).toBe(401);
    const forged = Array.from({ length: 100 }, () => old);
    expect((await pagerduty(body, ...forged, ovens!)).status).toBe(401);
  });

  it("of Opsgenie and Alertmanager name the organisation that they are for", async () => {
    const alerts = JSON.stringify({
      version: "4",
      groupLabels: {},
      status: "firing",
      alerts: [
        {
          status: "firing",
          fingerprint: "f1",
          labels: { alertname: "Cold", service: "shop" },
          startsAt: "2026-03-01T10:00:00Z",
          endsAt: "0001-01-01T00:00:00Z",
        },
      ],
    });
    expect((await push("/webhooks/alertmanager?organisation=alerts", alerts)).body.takenCount).toBe(
      1,
    );
    const alert = JSON.stringify({
      action: "Create",
      alert: { alertId: "a-1", entity: "shop", createdAt: 1_772_359_200_000 },
      source: { type: "api" },
    });
    expect((await push("/webhooks/opsgenie?organisation=alerts", alert)).body.takenCount).toBe(1);
    expect(await keptOf("alerts")).toHaveLength(2);
    for (const query of ["", "?organisation=a&organisation=b", "?organisation=..%2Fb"])
      expect((await push(`/webhooks/alertmanager${query}`, alerts)).status).toBe(400);
  });
});
