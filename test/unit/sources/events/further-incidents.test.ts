import { describe, expect, it } from "vitest";
import { hour, iso, noon, told } from "./tell-incidents.ts";

describe("further tools that keep incidents", () => {
  it("Splunk On-Call: as its API lists them, over only where its phase says so", () => {
    const incident = (incidentNumber: string, currentPhase: string, ends: readonly number[]) => ({
      incidentNumber,
      currentPhase,
      startTime: iso(0),
      service: "projector",
      lastAlertTime: iso(2 * hour),
      transitions: [
        { name: "triggered", at: iso(0) },
        ...ends.map((after) => ({ name: "resolved", at: iso(after) })),
      ],
    });
    const incidents = [
      incident("14", "resolved", [60]),
      incident("15", "acknowledged", [60]),
      incident("16", "RESOLVED", [60, hour]),
      incident("17", "asleep", []),
    ];
    const log = told([{ incidents }]);
    expect(log.incidents.map(({ id, to }) => [id, to])).toEqual([
      ["splunk-on-call:14", 60],
      ["splunk-on-call:15", null],
      ["splunk-on-call:16", hour],
      ["splunk-on-call:17", null],
    ]);
    expect(log.said).toEqual([expect.stringContaining("asleep")]);
  });

  it("Splunk On-Call: as its hooks send them, the same incident as in the list", () => {
    const hook = (phase: string, after: number) => ({
      "INCIDENT.INCIDENT_ID": "14",
      "INCIDENT.INCIDENT_NAME": "#14",
      "INCIDENT.INCIDENT_TIMESTAMP": noon * 1000,
      "INCIDENT.SERVICE": "projector",
      "INCIDENT.CURRENT_PHASE": phase,
      "INCIDENT.LAST_ALERT_TIME": (noon + after) * 1000,
    });
    expect(told([hook("UNACKED", 0), hook("RESOLVED", 90), hook("ACKED", 30)]).incidents).toEqual([
      { id: "splunk-on-call:14", service: "projector", from: 0, to: 90 },
    ]);
    expect(told([hook("RESOLVED", 90), hook("UNACKED", 120)]).incidents).toMatchObject([
      { to: null },
    ]);
  });

  it("New Relic: issues opened and closed", () => {
    const issue = (state: string, after: number) => ({
      id: "n1",
      issueUrl: "https://monitor.example/n1",
      state,
      createdAt: noon * 1000,
      updatedAt: (noon + after) * 1000,
      impactedEntities: ["projector", "popcorn"],
    });
    expect(told([issue("ACTIVATED", 1), issue("CLOSED", 60)]).incidents).toMatchObject([
      { service: "projector", to: 60 },
      { service: "popcorn", to: 60 },
    ]);
  });

  it("Datadog: incidents by their state, and those that are told for DORA's sake", () => {
    const data = (state: string, modified: number, resolved: number | null) => ({
      type: "incidents",
      id: "d1",
      attributes: {
        created: iso(5),
        detected: iso(0),
        modified: iso(modified),
        resolved: resolved === null ? null : iso(resolved),
        state,
        fields: { services: { type: "autocomplete", value: ["projector"] } },
      },
    });
    expect(told([{ data: data("resolved", 70, 60) }]).incidents).toMatchObject([
      { service: "projector", from: 0, to: 60 },
    ]);
    expect(
      told([{ data: data("resolved", 70, 60) }, { data: data("active", 90, 60) }]).incidents,
    ).toMatchObject([{ to: null }]);
    const attributes = {
      services: ["projector"],
      env: "prod",
      started_at: noon * 1e9,
      finished_at: (noon + 60) * 1e9,
    };
    expect(
      told([{ data: { type: "dora_failure", id: "f1", attributes } }]).incidents,
    ).toMatchObject([{ service: "projector", from: 0, to: 60 }]);
  });

  it("Jira's export: its headings, its times, the type that says incident", () => {
    const row = (key: string, more: object = {}) => ({
      summary: "No picture",
      "issue key": key,
      "issue id": key.slice(4),
      "issue type": "Incident",
      status: "Done",
      resolution: "Done",
      created: "03/Mar/25 12:00 PM",
      updated: "03/Mar/25 1:30 PM",
      resolved: "03/Mar/25 1:00 PM",
      "project name": "Cinema",
      "component/s": "projector",
      ...more,
    });
    const log = told([
      row("CIN-1"),
      row("CIN-2", { resolved: "", resolution: "" }),
      row("CIN-3", { "issue type": "Story" }),
      row("CIN-4", { resolution: "Declined" }),
      row("CIN-5", { resolved: "3/3/25 13:00" }),
    ]);
    expect(log.incidents.map(({ id, service, to }) => [id, service, to])).toEqual([
      ["jira:CIN-1", "projector", hour],
      ["jira:CIN-2", "projector", null],
    ]);
    expect(log.said).toEqual([expect.stringContaining("two ways")]);
    expect(log.others).toBe(1);
  });
});
