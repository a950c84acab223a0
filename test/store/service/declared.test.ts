import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import type { DeclaredRecord } from "#contract/declared.ts";
import { startService, type Asked, type RunningService } from "./shared-service.ts";

const report = sampleReport();
const [component, other] = report.components;
const path = "/api/v1/organisations/bakery/declared";

let service: RunningService;
beforeAll(async () => {
  service = await startService();
  await send("POST", "/api/v1/organisations/bakery/assessments", report);
});
afterAll(() => service.stop());

type Said = DeclaredRecord & { readonly code?: string; readonly detail?: string };

function send<Body = Said>(
  method: string,
  at: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Asked<Body>> {
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return service.ask<Body>(at, { method, headers: { ...type, ...headers }, ...content });
}

const classOf = (name: string, value: string) => ({
  kind: "correction",
  statement: { kind: "class", component: name, class: value },
  reason: "we run it for everybody",
});

const all = async (query = ""): Promise<readonly DeclaredRecord[]> =>
  (await send<{ declared: DeclaredRecord[] }>("GET", `${path}?limit=200${query}`)).body.declared;

describe("what people state in the service", () => {
  it("stands, is superseded, undone, and kept with who, when and why", async () => {
    const first = await send("POST", path, classOf(component!.name, "platform"));
    expect(first).toMatchObject({
      status: 201,
      body: {
        state: "standing",
        subject: ["class", component!.id],
        reason: "we run it for everybody",
        by: { identity: "machine", actor: null, token: null },
        supersedes: null,
        undone: null,
        job: null,
      },
    });
    expect(first.headers.get("etag")).toBe(`"${first.body.id}.standing"`);
    expect(first.headers.get("location")).toBe(`${path}/${first.body.id}`);
    // By id it is the same subject.
    const second = await send("POST", path, classOf(component!.id, "product"));
    expect(second.body.supersedes).toBe(first.body.id);
    expect((await send("GET", `${path}/${first.body.id}`)).body).toMatchObject({
      state: "superseded",
      supersededBy: second.body.id,
    });
    expect((await send("DELETE", `${path}/${first.body.id}`)).body.code).toBe("seen-changed");
    const undone = await send("DELETE", `${path}/${second.body.id}`);
    expect(undone.body).toMatchObject({ state: "undone", undone: { by: { identity: "machine" } } });
    expect((await send("DELETE", `${path}/${second.body.id}`)).body).toEqual(undone.body);
    expect(await all("&state=standing")).toEqual([]);
    expect((await all(`&about=${encodeURIComponent(component!.id)}`)).map(({ id }) => id)).toEqual([
      second.body.id,
      first.body.id,
    ]);
    expect((await send("DELETE", `${path}/999`)).status).toBe(404);
    const elsewhere = `/api/v1/organisations/florist/declared/${second.body.id}`;
    expect((await send("GET", elsewhere)).status).toBe(404);
  });

  it("loses no update: what was seen has to be so still", async () => {
    const body = classOf(other!.name, "platform");
    const first = await send("POST", path, body, { "if-none-match": "*" });
    expect(first.status).toBe(201);
    expect(await send("POST", path, body, { "if-none-match": "*" })).toMatchObject({
      status: 412,
      body: { code: "seen-changed" },
    });
    const seen = { "if-match": first.headers.get("etag")! };
    const both = await Promise.all(
      ["product", "supporting"].map((one) => send("POST", path, classOf(other!.name, one), seen)),
    );
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 412]);
    expect((await send("DELETE", `${path}/${first.body.id}`, undefined, seen)).status).toBe(412);
    for (const odd of ['W/"1.standing"', "*", '"1", "2"', "<b>"])
      expect((await send("POST", path, body, { "if-match": odd })).status).toBe(400);
  });

  it("is acted upon once for a key", async () => {
    const key = { "idempotency-key": "declare-1" };
    const body = classOf(other!.name, "product");
    const first = await send("POST", path, body, key);
    expect((await send("POST", path, body, key)).body).toEqual(first.body);
    const differently = await send("POST", path, classOf(other!.name, "platform"), key);
    expect([differently.status, differently.body.code]).toEqual([422, "key-used"]);
  });

  it("ends its entry of the audit in the same transaction", async () => {
    await service.database.query(
      "alter table declared_fact add constraint full_disk check (reason <> 'fails')",
    );
    const before = (await all()).length;
    const failed = await send("POST", path, {
      ...classOf(other!.name, "product"),
      reason: "fails",
    });
    expect([failed.status, (await all()).length]).toEqual([503, before]);
    await send("POST", path, classOf(other!.name, "product"));
    const entries = await service.database.query(
      "select verb, outcome, status from audit_entry order by id desc limit 2",
    );
    expect(entries).toEqual([
      { verb: "declare-facts", outcome: "done", status: 201 },
      { verb: "declare-facts", outcome: "failed", status: 503 },
    ]);
  });

  it.each<[string, object, number]>([
    ["owner", { kind: "owner", component: component!.name, owner: "Ovens" }, 201],
    ["name", { kind: "name", of: component!.id, name: "The oven" }, 201],
    ["bot", { kind: "bot", address: "Robot@bakery.example" }, 201],
    ["unknown thing", { kind: "owner", component: "no such thing", owner: "Ovens" }, 422],
    ["unknown class", { kind: "class", component: component!.name, class: "core" }, 400],
    ["own day", { kind: "bot", address: "x", since: "2020-01-01" }, 400],
    ["own state", { kind: "bot", address: "x", state: "undone" }, 400],
  ])("takes of corrections what the file takes: %s", async (_, statement, status) => {
    expect((await send("POST", path, { kind: "correction", statement })).status).toBe(status);
  });

  const answer = { question: "direction-charter", answer: "yes", role: "lead" };
  const outcome = {
    component: "till",
    metric: "nps",
    date: "2026-01-01",
    value: 12,
    unit: "points",
    source: "survey",
  };
  const incident = { id: "i-1", application: "till", started_at: "2026-01-01T10:00:00Z" };
  const rows = [{ team: "Ovens", email: "ada@bakery.example", nps: 9, "tools-keep-up": 4 }];
  it.each<[string, object, number]>([
    ["outcome", outcome, 201],
    ["outcome", { ...outcome, value: 900 }, 422],
    ["outcome", { ...outcome, organisation: "florist" }, 400],
    ["incident", incident, 201],
    ["incident", { ...incident, started_at: "2199-01-01" }, 422],
    ["incident", { ...incident, started_at: "31/03/2026" }, 422],
    ["survey", { name: "Spring", invited: 9, rows }, 201],
    ["survey", { name: "Spring", rows: [{ nps: 99 }] }, 422],
    ["survey", { name: "Spring", rows: [{ mood: "fine" }] }, 422],
    ["answer", answer, 201],
    ["answer", { ...answer, answer: "perhaps" }, 422],
    ["answer", { ...answer, question: "no-such-question" }, 422],
  ])("takes of an %s what the reader of its file takes: %j", async (kind, statement, status) => {
    expect((await send("POST", path, { kind, statement })).status).toBe(status);
  });

  it("keeps of a survey answers only", async () => {
    const [survey] = await all("&kind=survey");
    expect(survey?.statement).toEqual({
      name: "Spring",
      invited: 9,
      rows: [{ team: "Ovens", nps: 9, "tools-keep-up": 4 }],
    });
  });

  it("is the same in any order: one record of a subject stands at most, and none is lost", async () => {
    const names = report.components.slice(2, 4).map(({ id }) => id);
    const step = fc.record({
      isUndo: fc.boolean(),
      name: fc.constantFrom(...names),
      value: fc.constantFrom("product", "platform", "supporting"),
      isTwice: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const known = (await all()).length;
        const standing = new Map<string, string>();
        for (const { id, state, statement } of await all("&state=standing"))
          if ("component" in statement && "class" in statement && state === "standing")
            standing.set(statement.component, id);
        let madeCount = 0;
        for (const { isUndo, name, value, isTwice } of steps)
          for (let time = 0; time <= Number(isTwice); time++) {
            const before = standing.get(name);
            if (isUndo) {
              if (before !== undefined)
                expect((await send("DELETE", `${path}/${before}`)).body.state).toBe("undone");
              standing.delete(name);
            } else {
              const { body } = await send("POST", path, classOf(name, value));
              expect(body.supersedes).toBe(before ?? null);
              standing.set(name, body.id);
              madeCount++;
            }
          }
        const left = await all("&state=standing");
        for (const name of names) {
          const ids = left.flatMap(({ id, statement }) =>
            "class" in statement && statement.component === name ? [id] : [],
          );
          expect(ids).toEqual(standing.has(name) ? [standing.get(name)] : []);
        }
        expect((await all()).length).toBe(known + madeCount);
      }),
      { numRuns: 8 },
    );
  });

  it("gives back any text as it came, as JSON, and no more", async () => {
    for (const text of [
      "<script>alert(1)</script>",
      "'; drop table declared_fact; --",
      "\u0000\u001b[2J\ud800",
    ]) {
      const statement = { kind: "owner", component: component!.id, owner: `o${text}` };
      const said = await send("POST", path, { kind: "correction", statement, reason: `r${text}` });
      expect(said.status).toBe(201);
      expect(said.body).toMatchObject({ statement, reason: `r${text}` });
      expect(said.headers.get("content-type")).toBe("application/json");
    }
  });
});
