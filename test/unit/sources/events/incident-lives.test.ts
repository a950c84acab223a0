import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLinear } from "#fixtures/growth.ts";
import { IncidentLives } from "#sources/events/incident-lives.ts";
import { hour, iso, noon, told } from "./tell-incidents.ts";

let hooks = 0;
function pagerDuty(type: string, after: number, data: Record<string, unknown> = {}) {
  const service = { summary: "projector" };
  return {
    event: {
      id: `hook ${String(hooks++)}`,
      event_type: `incident.${type}`,
      occurred_at: iso(after),
      data: { id: "P1", type: "incident", created_at: iso(0), service, ...data },
    },
  };
}
const mergedInto = (id: string) => ({
  resolve_reason: { type: "merge_resolve_reason", incident: { id } },
});

describe("the life of an incident", () => {
  it("is not over when it was opened again, in whatever order messages come", () => {
    const again = [
      pagerDuty("triggered", 0),
      pagerDuty("resolved", 600),
      pagerDuty("reopened", 900),
      pagerDuty("acknowledged", 960),
    ];
    const open = { id: "pagerduty:P1", service: "projector", from: 0, to: null };
    const closed = { ...open, to: 2 * hour };
    const all = [...again, pagerDuty("resolved", 2 * hour)];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(again, { minLength: 4 }),
        fc.shuffledSubarray(all, { minLength: 5 }),
        (some, whole) => {
          expect(told(some).incidents).toEqual([open]);
          expect(told(whole).incidents).toEqual([closed]);
        },
      ),
      { numRuns: 30 },
    );
    const atOnce = [pagerDuty("acknowledged", 600), pagerDuty("resolved", 600)];
    expect(told([pagerDuty("triggered", 0), ...atOnce]).incidents[0]?.to).toBe(600);
  });

  it("goes on in the one that it was merged into, which began with the first of its parts", () => {
    const main = [
      pagerDuty("triggered", 60, { id: "MAIN", created_at: iso(60) }),
      pagerDuty("resolved", 4 * hour, { id: "MAIN", created_at: iso(60) }),
    ];
    const part = pagerDuty("resolved", 180, { id: "PART", ...mergedInto("MAIN") });
    const elsewhere = { service: { summary: "popcorn" }, created_at: iso(90) };
    const other = pagerDuty("resolved", 180, { id: "CORN", ...elsewhere, ...mergedInto("PART") });
    const whole = { id: "pagerduty:MAIN", service: "projector", from: 0, to: 4 * hour };
    expect(told([...main, part]).incidents).toEqual([whole]);
    expect(told([other, part, ...main]).incidents).toEqual([
      whole,
      { id: "pagerduty:CORN", service: "popcorn", from: 90, to: 4 * hour },
    ]);
    const alone = told([part, pagerDuty("resolved", 200, { id: "P2", ...mergedInto("MAIN") })]);
    expect(alone.incidents).toEqual([{ ...whole, to: null }]);
    expect(alone.said).toEqual([expect.stringContaining("not known to be over")]);
  });

  it("survives mergers in a circle", () => {
    const circle = [
      pagerDuty("resolved", 60, { id: "A", ...mergedInto("B") }),
      pagerDuty("resolved", 60, { id: "B", ...mergedInto("A") }),
    ];
    expect(told(circle).incidents.map((one) => one.id)).toEqual(["pagerduty:A", "pagerduty:B"]);
  });

  it("takes notes, priorities and escalations for what they are, and names what it does not know", () => {
    const note = { id: "NOTE", type: "incident_note", service: undefined };
    const told1 = told([
      pagerDuty("triggered", 0),
      pagerDuty("annotated", 60, note),
      pagerDuty("priority_updated", 90),
      pagerDuty("escalated", 95),
      pagerDuty("resolved", 120),
      pagerDuty("priority_updated", 900),
      pagerDuty("danced", 99),
    ]);
    expect(told1.incidents).toEqual([
      { id: "pagerduty:P1", service: "projector", from: 0, to: 120 },
    ]);
    expect(told1.said).toEqual([expect.stringContaining("incident.danced")]);
  });

  it("reads PagerDuty's lists and reports", () => {
    const one = { incident_number: 7, created_at: iso(0), service: { summary: "projector" } };
    const list = [
      { ...one, id: "P1", status: "resolved", resolved_at: iso(hour) },
      { ...one, id: "P2", status: "acknowledged", last_status_change_at: iso(60) },
      { ...one, id: "P3", status: "resolved", resolved_at: iso(60), ...mergedInto("P2") },
    ];
    expect(told([{ incidents: list }]).incidents.map(({ id, to }) => [id, to])).toEqual([
      ["pagerduty:P1", hour],
      ["pagerduty:P2", null],
    ]);
    const row = { id: "P4", incident_number: "8", service_name: "popcorn" };
    const report = { ...row, created_on: iso(0), resolved_on: iso(60) };
    expect(told([report]).incidents).toMatchObject([{ service: "popcorn", to: 60 }]);
  });

  it("ends where Opsgenie says so in nanoseconds, and never was where it was deleted", () => {
    const alert = (action: string, after: number, alertId = "a") => ({
      action,
      alert: {
        alertId,
        entity: "projector",
        createdAt: noon * 1000,
        updatedAt: (noon + after) * 1e9,
      },
    });
    const log = told([
      alert("Create", 0),
      alert("AddNote", 60),
      alert("Close", 1800),
      alert("Create", 0, "b"),
      alert("Delete", 60, "b"),
      alert("Close", 60, "c"),
      alert("Delete", 90, "c"),
      alert("Juggle", 9),
    ]);
    expect(log.incidents.map(({ id, to }) => [id, to])).toEqual([
      ["opsgenie:a", expect.closeTo(1800, 3)],
      ["opsgenie:c", expect.closeTo(60, 3)],
    ]);
    expect(log.said).toEqual([expect.stringContaining("Juggle")]);
    const listed = { id: "d", tinyId: "1", source: "popcorn", createdAt: iso(0) };
    const data = [
      { ...listed, status: "closed", updatedAt: iso(900), report: { closeTime: 60_000 } },
      { ...listed, id: "e", status: "open", updatedAt: iso(900) },
    ];
    expect(told([{ data }]).incidents.map((one) => one.to)).toEqual([60, null]);
  });

  it("goes on for an issue of a forge that is open again", () => {
    const issue = (action: string, state: string, at: number, closed: number | null) => ({
      action,
      repository: { name: "projector" },
      issue: {
        id: 4,
        state,
        labels: [{ name: "incident" }],
        created_at: iso(0),
        updated_at: iso(at),
        closed_at: closed === null ? null : iso(closed),
      },
    });
    const messages = [issue("closed", "closed", 60, 60), issue("reopened", "open", 90, null)];
    expect(told(messages).incidents).toMatchObject([{ from: 0, to: null }]);
    expect(told([...messages, issue("closed", "closed", hour, hour)]).incidents[0]?.to).toBe(hour);
    const opened = issue("opened", "open", 1, null);
    const label = { name: "incident" };
    expect(told([opened, { ...issue("unlabeled", "open", 5, null), label }]).incidents).toEqual([]);
    const duplicate = issue("closed", "closed", 60, 60);
    const issueOf = { ...duplicate.issue, state_reason: "duplicate" };
    expect(told([opened, { ...duplicate, issue: issueOf }]).incidents).toEqual([]);
  });
});

describe("records that lie about their shape", () => {
  it("never stop the reading", () => {
    const keys = [
      "event",
      "data",
      "incident",
      "alert",
      "alert_group",
      "attributes",
      "fields",
      "id",
    ];
    const more = ["event_type", "current_milestone", "incident_updates", "page", "number", "key"];
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(
          "INC0001",
          "incident.resolved",
          "2025-01-01T00:00:00Z",
          "incident",
          7,
          null,
        ),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys, ...more, "status", "created_at"), tie("tree")),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (records) => {
        const log = told(records);
        for (const { from, to } of log.incidents) expect(to === null || to >= from).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

it("gathers the services of one incident from thousands of messages in time by their number", () => {
  const record = {
    kind: "incident",
    id: "1",
    incident: "flood",
    service: "projector",
    environment: null,
    startedAt: noon,
    resolvedAt: null,
    deploymentId: null,
    artifact: null,
  } as const;
  const gather = (count: number) => {
    const lives = new IncidentLives();
    for (let at = 0; at < count; at++)
      lives.take({ ...record, furtherServices: [`lamp ${String(at)}`] }, "events.ndjson", at);
    return lives.conclude(() => new Map());
  };
  expect(gather(3).incidents.map(({ service }) => service)).toEqual([
    "projector",
    "lamp 0",
    "lamp 1",
    "lamp 2",
  ]);
  expect(isLinear(4_000, gather)).toBe(true);
});
