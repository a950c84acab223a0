import { request } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#store/postgres/open-database.ts";
import type { Inbox } from "#ports/inbox.ts";
import type { ServiceDatabase } from "#ports/database.ts";
import { startService, type Asked, type RunningService } from "./shared-service.ts";

let service: RunningService;
let opened: ServiceDatabase;
let inbox: Inbox;
beforeAll(async () => {
  service = await startService();
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
const eventsOf = (organisation: string): string => `/organisations/${organisation}/ingest/events`;

const deployed = (id: string, timestamp = "2026-03-01T10:00:00Z", application = "shop") => ({
  context: {
    version: "0.4.1",
    id,
    source: "/bakery",
    type: "dev.cdevents.service.deployed.0.1.1",
    timestamp,
  },
  subject: {
    id: application,
    type: "service",
    content: { environment: { id: "production" }, artifactId: "pkg:oci/shop@1.0.0" },
  },
});
const envelope = (id: string) => ({
  specversion: "1.0",
  id,
  source: "/bakery",
  type: "dev.cdevents.service.deployed.0.1.1",
  time: "2026-03-01T10:00:00Z",
});

/** What a scan would read, whatever delivery it came with. */
async function keptOf(organisation: string): Promise<string[]> {
  const kept: string[] = [];
  for await (const page of inbox.pushed(organisation).events())
    for (const { body } of page) kept.push(body);
  return kept;
}

interface RefusedPage {
  readonly refused: readonly { id: string; reason: string; line: number; body: string | null }[];
  readonly next: string | null;
}
const refusedOf = async (organisation: string, query = ""): Promise<RefusedPage> =>
  (await service.ask<RefusedPage>(`/api/v1/organisations/${organisation}/ingest/refused${query}`))
    .body;

describe("events that are pushed", () => {
  it("are kept once, however they are bound to HTTP, and a replay is answered alike", async () => {
    const event = deployed("e-1");
    const bound: readonly [body: string, headers: Record<string, string>][] = [
      [JSON.stringify(event), json],
      [JSON.stringify([event]), json],
      [`${JSON.stringify(event)}\n`, { "content-type": "application/x-ndjson" }],
      [
        JSON.stringify({ ...envelope("e-1"), data: event }),
        { "content-type": "application/cloudevents+json; charset=utf-8" },
      ],
      [
        JSON.stringify([{ ...envelope("e-1"), data: event }]),
        { "content-type": "application/cloudevents-batch+json" },
      ],
      [
        JSON.stringify(event),
        Object.fromEntries([
          ...Object.entries(json),
          ...Object.entries(envelope("e-1")).map(([name, value]) => [`ce-${name}`, value]),
        ]),
      ],
    ];
    for (const [body, headers] of bound) {
      const first = await push(eventsOf("bound"), body, headers);
      expect(first).toMatchObject({
        status: 202,
        body: { isNew: true, takenCount: 1, refusedCount: 0, passedCount: 0 },
      });
      const again = await push(eventsOf("bound"), body, headers);
      expect(again.body).toEqual({ ...first.body, isNew: false });
    }
    // Bare, in an envelope and beside headers it is the same to a scan, which counts an id once; its text differs.
    const kept = await keptOf("bound");
    expect(kept.map((text) => text.includes("e-1"))).toEqual([true, true, true]);
    expect(await keptOf("unbound")).toEqual([]);
  });

  it("give one result in whatever order they come, and however often", async () => {
    const all = Array.from({ length: 12 }, (_, at) =>
      deployed(`p-${String(at)}`, `2026-03-0${String(1 + (at % 5))}T10:00:00Z`),
    );
    let run = 0;
    const wanted: string[][] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: 12 }),
        fc.array(fc.nat(11), { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
        async (ordered, repeated, sizes) => {
          const organisation = `order-${String(run++)}`;
          const sent = [...ordered, ...repeated.map((at) => all[at])];
          for (let at = 0; at < sent.length;) {
            const size = sizes[at % sizes.length] ?? 1;
            const body = JSON.stringify(sent.slice(at, at + size));
            expect((await push(eventsOf(organisation), body)).status).toBe(202);
            at += size;
          }
          wanted.push(await keptOf(organisation));
        },
      ),
      { numRuns: 8 },
    );
    expect(wanted[0]).toHaveLength(12);
    for (const one of wanted) expect(one).toEqual(wanted[0]);
  });

  it("go in by COPY where they are many, and those that are known already stay", async () => {
    const rows = Array.from({ length: 2_500 }, (_, at) =>
      JSON.stringify({
        ...deployed(`m-${String(at)}`),
        customData: { note: 'a "quote" \\ a\ttab' },
      }),
    );
    const ndjson = { "content-type": "application/x-ndjson" };
    expect(
      (await push(eventsOf("many"), rows.slice(0, 10).join("\n"), ndjson)).body.takenCount,
    ).toBe(10);
    const first = await push(eventsOf("many"), rows.join("\n"), ndjson);
    expect(first.body).toMatchObject({ isNew: true, takenCount: 2_500 });
    expect((await push(eventsOf("many"), rows.join("\n"), ndjson)).body.isNew).toBe(false);
    const kept = await keptOf("many");
    expect(kept.sort()).toEqual([...rows].sort());
  });

  it("of a key that came with another content are refused", async () => {
    const key = { ...json, "idempotency-key": "run-7" };
    const first = await push(eventsOf("keys"), JSON.stringify(deployed("k-1")), key);
    expect(first.status).toBe(202);
    const other = await push(eventsOf("keys"), JSON.stringify(deployed("k-2")), key);
    expect(other).toMatchObject({ status: 422, body: { code: "key-used" } });
    expect(await keptOf("keys")).toHaveLength(1);
  });

  it("hold nobody: what senders say of people is not kept", async () => {
    const body = JSON.stringify({
      action: "closed",
      issue: {
        id: 7,
        state: "closed",
        title: "Ovens cold, ask ada@bakery.example",
        body: "root cause: 1234abcd, thanks to @ada",
        created_at: "2026-03-01T10:00:00Z",
        closed_at: "2026-03-01T12:00:00Z",
        updated_at: "2026-03-01T12:00:00Z",
        user: { login: "ada" },
        labels: [{ name: "outage" }],
      },
      repository: { name: "kit", full_name: "bakery/kit" },
      sender: { login: "ada" },
    });
    expect((await push(eventsOf("people"), body)).body.takenCount).toBe(1);
    const [kept = ""] = await keptOf("people");
    expect(kept).toContain("root cause: 1234abcd");
    expect(kept).not.toMatch(/ada/);
  });
});

describe("what is not understood", () => {
  it("is listed with its reason, page by page, and can be sent again", async () => {
    const future = deployed("f-1", new Date(Date.now() + 3 * 86_400_000).toISOString());
    const body = [
      JSON.stringify(future),
      "not JSON at all",
      JSON.stringify({ hello: "<script>alert(1)</script>\u0000\u0007" }),
      JSON.stringify(deployed("f-2")),
      JSON.stringify({
        context: {
          id: "f-3",
          type: "dev.cdevents.pipelinerun.queued.0.1.1",
          timestamp: "2026-03-01T10:00:00Z",
        },
        subject: { id: "x", content: {} },
      }),
    ].join("\n");
    const answer = await push(eventsOf("refusing"), body, {
      "content-type": "application/x-ndjson",
    });
    expect(answer.body).toMatchObject({ takenCount: 1, refusedCount: 3, passedCount: 1 });
    const { refused, next } = await refusedOf("refusing");
    expect(next).toBeNull();
    expect(
      refused.toSorted((a, b) => a.line - b.line).map(({ line, reason }) => [line, reason]),
    ).toEqual([
      [1, "it is dated in the future"],
      [2, "the line is not JSON"],
      [3, expect.stringContaining("not read: a format that is not known")],
    ]);
    const first = await refusedOf("refusing", "?limit=2");
    const rest = await refusedOf("refusing", `?limit=2&cursor=${first.next ?? ""}`);
    expect([...first.refused, ...rest.refused]).toEqual(refused);
    const idOf = (line: number): string => refused.find((one) => one.line === line)!.id;
    const again = (id: string, organisation = "refusing") =>
      push<{ isTaken?: boolean; reason?: string; code?: string }>(
        `/organisations/${organisation}/ingest/${id}/again`,
        "",
        {},
      );
    expect((await again(idOf(1))).body).toMatchObject({
      isTaken: false,
      reason: "it is dated in the future",
    });
    expect((await again(idOf(2))).status).toBe(400);
    expect((await again(idOf(1), "other")).status).toBe(404);
    // Time goes by: what was the future is none any more.
    await service.database.query(
      `update inbox_refused set body = replace(body, '${future.context.timestamp}', '2026-03-02T10:00:00Z')`,
    );
    expect((await again(idOf(1))).body).toEqual({ isTaken: true, reason: null, needs: null });
    expect((await again(idOf(1))).status).toBe(404);
    expect(await keptOf("refusing")).toHaveLength(2);
  });

  it.each([
    ["nothing", "", json, 400],
    ["a form", "payload=%7B%7D", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["no kind at all", "{}", {}, 415],
    ["too much", Buffer.alloc(33 * 1024 * 1024, 32), json, 413],
  ])("is told at once where it is %s", async (_name, body, headers, status) => {
    expect((await push(eventsOf("wrong"), body, headers)).status).toBe(status);
    expect(await keptOf("wrong")).toEqual([]);
  });

  it("is taken for no key of ours, and deep nesting for no reason to stop", async () => {
    const strange = `[{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}},${"[".repeat(5000)}${"]".repeat(5000)}]`;
    expect((await push(eventsOf("strange"), strange)).body).toMatchObject({
      takenCount: 0,
      refusedCount: 2,
    });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const extra = await push(`${eventsOf("strange")}?organisation=bakery&isTrusted=true`, "{}");
    expect(extra.status).toBe(400);
  });

  it("and a body that stands still is waited for without keeping others waiting", async () => {
    const { port } = new URL(service.address);
    const slow = request({
      port,
      host: "127.0.0.1",
      method: "POST",
      path: `/api/v1${eventsOf("slow")}`,
      headers: { ...json, "content-length": "1000" },
    });
    const ended = new Promise((resolve) => slow.once("error", resolve));
    slow.write("[");
    expect((await push(eventsOf("slow"), JSON.stringify(deployed("s-1")))).status).toBe(202);
    slow.destroy();
    await ended;
    expect(await keptOf("slow")).toHaveLength(1);
  });
});

describe("what people feed in", () => {
  const csv = { "content-type": "text/csv" };
  const of = (path: string): string => `/organisations/fed/ingest/${path}`;

  it("is read as a file of it is, a name's later text in place of the earlier", async () => {
    const outcomes =
      "component,metric,date,value,unit,source\nshop,nps,2026-03-01,40,points,survey\nshop,nps,soon,40,points,survey\n";
    expect((await push(of("outcomes?name=till"), outcomes, csv)).body).toMatchObject({
      isNew: true,
      takenCount: 1,
      refusedCount: 1,
    });
    await push(of("outcomes?name=till"), outcomes.replace(",40,", ",50,"), csv);
    // Come late, it does not take the place of what came after it.
    expect((await push(of("outcomes?name=till"), outcomes, csv)).body.isNew).toBe(false);
    const [kept, ...others] = await inbox.pushed("fed").files("outcomes");
    expect([kept?.text.includes(",50,"), others]).toEqual([true, []]);
    const sli = "slo,from,to,good,total\nshop/up,2026-03-01T00:00:00Z,2026-03-01T01:00:00Z,9,10\n";
    expect((await push(of("sli?name=shop"), sli, csv)).body.takenCount).toBe(1);
    expect((await push(of("sli?name=shop"), sli, json)).status).toBe(415);
    expect((await push(of("sli?name=shop"), Buffer.from([0x1f, 0x8b, 8, 0]), csv)).status).toBe(
      400,
    );
  });

  it("of a survey is nothing but teams, times and answers", async () => {
    const survey =
      "team,email,at,ease-of-use,productive\novens,ada@bakery.example,2026-03-01,4,5\n";
    const items = await push(of("surveys?name=spring"), survey, csv);
    expect(items.status).toBe(202);
    expect((await push(of("surveys"), survey, csv)).status).toBe(400);
    expect((await push(of("surveys?name=%3Cscript%3E"), survey, csv)).status).toBe(400);
    const texts = await service.database.query(
      "select body from inbox_file union all select body from inbox_refused",
    );
    expect(JSON.stringify(texts)).not.toContain("ada@");
  });
});
