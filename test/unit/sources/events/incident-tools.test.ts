import { describe, expect, it } from "vitest";
import { hour, iso, told } from "./tell-incidents.ts";

let messagesCount = 0;

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
      event: { id: `r${String(messagesCount++)}`, type: `incident.${type}`, issued_at: iso(after) },
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

  it("Rootly's list, without tests and examples, and Datadog's own beside it", () => {
    const listed = (id: string, more: object) => ({
      id,
      type: "incidents",
      attributes: {
        kind: "normal",
        status: "resolved",
        created_at: iso(1),
        started_at: iso(0),
        resolved_at: iso(60),
        services: { data: [{ attributes: { name: "projector" } }] },
        ...more,
      },
    });
    const data = [
      listed("R1", {}),
      listed("R2", { kind: "test" }),
      listed("R3", { kind: "example_sub" }),
      listed("R4", { status: "cancelled" }),
    ];
    expect(told([{ data }]).incidents).toEqual([
      { id: "rootly:R1", service: "projector", from: 0, to: 60 },
    ]);
    const datadog = {
      id: "D1",
      type: "incidents",
      attributes: {
        state: "resolved",
        created: iso(0),
        resolved: iso(60),
        fields: { services: { value: ["projector"] } },
      },
    };
    expect(told([{ data: [datadog] }]).incidents).toMatchObject([{ id: "datadog:D1", to: 60 }]);
  });

  it("Grafana OnCall's list names the service in its labels", () => {
    const group = {
      id: "I1",
      integration_id: "C0",
      alerts_count: 1,
      state: "resolved",
      created_at: iso(0),
      resolved_at: iso(60),
    };
    const labels = [{ key: { name: "service" }, value: { name: "projector" } }];
    const services = (...results: object[]) =>
      told([{ results }]).incidents.map((one) => one.service);
    expect(services({ ...group, labels })).toEqual(["projector"]);
    expect(services({ ...group, labels: [] })).toEqual(["C0"]);
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
