import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventLog } from "#sources/events/event-log.ts";
import { readRecord } from "#sources/events/read-record.ts";

const hour = 3600;
const noon = Date.parse("2025-03-03T12:00:00Z") / 1000;
const iso = (after: number) => new Date((noon + after) * 1000).toISOString();

/** What a log makes of the messages: start, end and service of each incident, after noon. */
function told(messages: readonly unknown[]) {
  const log = new EventLog(noon + 365 * 24 * hour);
  for (const [index, message] of messages.entries())
    for (const record of readRecord(message, { incidentLabels: ["incident"] }))
      log.take(record, "a.ndjson", index + 1);
  const incidents = log.incidents().map(({ id, service, startedAt, resolvedAt }) => ({
    id,
    service,
    from: startedAt - noon,
    to: resolvedAt === null ? null : resolvedAt - noon,
  }));
  return { incidents, said: log.refused.map((one) => one.reason), others: log.othersCount };
}

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

describe("tools that keep incidents", () => {
  it("incident.io: by the category of the status, and by its time stamps", () => {
    const message = (category: string, after: number, more: object = {}) => ({
      event_type: "public_incident.incident_updated_v2",
      "public_incident.incident_updated_v2": {
        id: "01",
        reference: "INC-1",
        created_at: iso(0),
        updated_at: iso(after),
        incident_status: { category },
        custom_field_entries: [
          {
            custom_field: { name: "Affected services" },
            values: [
              { value_catalog_entry: { name: "projector" } },
              { value_catalog_entry: { name: "popcorn" } },
            ],
          },
        ],
        ...more,
      },
    });
    const stamps = {
      incident_timestamp_values: [
        { incident_timestamp: { name: "Resolved at" }, value: { value: iso(hour) } },
      ],
    };
    const over = told([message("live", 60), message("closed", 9 * hour, stamps)]);
    expect(over.incidents).toMatchObject([
      { service: "projector", from: 0, to: hour },
      { service: "popcorn", from: 0, to: hour },
    ]);
    expect(told([message("triage", 1), message("declined", 60)]).incidents).toEqual([]);
    expect(told([message("live", 1), message("merged", 60)]).incidents).toEqual([]);
    expect(told([message("declined", 60), message("live", 90)]).incidents).toHaveLength(2);
    expect(told([message("sleeping", 60)]).said).toEqual([expect.stringContaining("sleeping")]);
    expect(told([{ event_type: "private_incident.incident_created_v2" }]).others).toBe(1);
  });

  it("Rootly, with duplicates and cancelled ones", () => {
    const message = (type: string, after: number, data: object) => ({
      event: { id: `r${String(hooks++)}`, type: `incident.${type}`, issued_at: iso(after) },
      data: { id: "R1", started_at: iso(0), services: [{ name: "projector" }], ...data },
    });
    const messages = [
      message("created", 0, { status: "started" }),
      message("resolved", 60, { status: "resolved", resolved_at: iso(60) }),
      message("created", 0, { id: "R2", status: "started" }),
      message("cancelled", 60, { id: "R2", status: "cancelled", cancelled_at: iso(50) }),
      message("updated", 9, { id: "R3", status: "closed", duplicate_incident_id: "R1" }),
      message("created", 0, { id: "R4", status: "scheduled" }),
    ];
    expect(told(messages).incidents).toEqual([
      { id: "rootly:R1", service: "projector", from: 0, to: 60 },
    ]);
  });

  it("FireHydrant: by milestones", () => {
    const message = (current_milestone: string, after: number) => ({
      event: { operation: "UPDATED", resource_type: "incident" },
      data: {
        incident: {
          id: "f1",
          current_milestone,
          updated_at: iso(after),
          services: [{ name: "projector" }],
          milestones: [
            { type: "started", occurred_at: iso(30) },
            { type: "resolved", occurred_at: iso(hour) },
          ],
        },
      },
    });
    expect(told([message("resolved", 2 * hour)]).incidents).toMatchObject([{ from: 30, to: hour }]);
    expect(
      told([message("resolved", 2 * hour), message("investigating", 3 * hour)]).incidents,
    ).toMatchObject([{ to: null }]);
  });

  it("Grafana OnCall: unresolve opens again", () => {
    const message = (type: string, state: string, after: number) => ({
      event: { type, time: iso(after) },
      alert_group: {
        id: "G1",
        state,
        created_at: iso(0),
        resolved_at: state === "resolved" ? iso(after) : null,
      },
      integration: { name: "projector" },
    });
    const messages = [
      message("alert group created", "firing", 0),
      message("resolve", "resolved", 60),
      message("unresolve", "firing", 90),
    ];
    expect(told(messages).incidents).toMatchObject([{ service: "projector", to: null }]);
    expect(told(messages.slice(0, 2)).incidents).toMatchObject([{ to: 60 }]);
    const group = { id: "G2", integration_id: "popcorn", alerts_count: 3, created_at: iso(0) };
    const results = [
      { ...group, state: "resolved", resolved_at: iso(60) },
      { ...group, id: "G3", state: "silenced", resolved_at: null },
    ];
    expect(told([{ results }]).incidents.map((one) => one.to)).toEqual([60, null]);
  });

  it("Statuspage: incidents of its components, no maintenance", () => {
    const incident = (status: string, after: number, more: object = {}) => ({
      page: { id: "p", name: "Cinema" },
      incident: {
        id: "s1",
        status,
        created_at: iso(0),
        updated_at: iso(after),
        components: [{ name: "projector" }],
        incident_updates: [{ status, created_at: iso(after) }],
        ...more,
      },
    });
    expect(told([incident("monitoring", 50), incident("resolved", 60)]).incidents).toMatchObject([
      { service: "projector", from: 0, to: 60 },
    ]);
    expect(told([incident("resolved", 60), incident("monitoring", 90)]).incidents).toMatchObject([
      { to: null },
    ]);
    expect(told([incident("scheduled", 1)])).toMatchObject({ incidents: [], others: 1 });
    const list = { page: { name: "Cinema" }, incidents: [incident("postmortem", 99).incident] };
    expect(told([list]).incidents).toMatchObject([{ service: "projector", to: 99 }]);
  });

  it("Better Stack: JSON:API, one or a list", () => {
    const attributes = { name: "projector", started_at: iso(0), resolved_at: iso(60) };
    const data = { id: "25", type: "incident", attributes };
    const open = { ...data, id: "26", attributes: { ...attributes, resolved_at: null } };
    expect(told([{ data: [data, open] }]).incidents.map((one) => one.to)).toEqual([60, null]);
    expect(told([{ data }]).incidents).toMatchObject([{ service: "projector", to: 60 }]);
  });

  it("ServiceNow: a state that is open, a parent, one cancelled", () => {
    const row = (number: string, state: string, more: object = {}) => ({
      number,
      state,
      opened_at: iso(0).slice(0, 19).replace("T", " "),
      cmdb_ci: { display_value: "projector", link: "https://x.example" },
      ...more,
    });
    const ended = { resolved_at: iso(60).slice(0, 19).replace("T", " ") };
    const result = [
      row("INC0010", "6", ended),
      row("INC0011", "2", { ...ended, sys_updated_on: iso(90) }),
      row("INC0012", "8", ended),
      row("INC0013", "7", { ...ended, parent_incident: "INC0011" }),
      row("INC0014", "Juggling", ended),
    ];
    const log = told([{ result }]);
    expect(log.incidents.map(({ id, to }) => [id, to])).toEqual([
      ["servicenow:INC0010", 60],
      ["servicenow:INC0011", null],
      ["servicenow:INC0014", null],
    ]);
    expect(log.said).toEqual([expect.stringContaining("juggling")]);
    const labelled = { number: "INC0020", state: "Closed", opened: iso(0), closed: iso(60) };
    expect(told([{ ...labelled, "configuration item": "projector" }]).incidents).toMatchObject([
      { service: "projector", to: 60 },
    ]);
    expect(told([{ ...labelled, opened: "03/04/2025 10:00" }]).said).toEqual([
      expect.stringContaining("two ways"),
    ]);
  });

  it("Jira: of the type incident, reopened, duplicates and what was declined", () => {
    const issue = (key: string, more: object = {}) => ({
      key,
      fields: {
        issuetype: { name: "[System] Incident" },
        created: "2025-03-03T13:00:00.000+0100",
        updated: iso(90),
        resolutiondate: iso(60),
        resolution: { name: "Done" },
        components: [{ name: "projector" }],
        ...more,
      },
    });
    const link = { type: { name: "Duplicate" }, outwardIssue: { key: "CIN-2" } };
    const issues = [
      issue("CIN-1"),
      issue("CIN-2", { resolutiondate: null, resolution: null }),
      issue("CIN-3", { resolution: { name: "Duplicate" }, issuelinks: [link] }),
      issue("CIN-4", { resolution: { name: "Declined" } }),
      issue("CIN-5", { issuetype: { name: "Story" } }),
    ];
    const log = told([{ issues }]);
    expect(log.incidents.map(({ id, from, to }) => [id, from, to])).toEqual([
      ["jira:CIN-1", 0, 60],
      ["jira:CIN-2", 0, null],
    ]);
    expect(log.others).toBe(1);
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
