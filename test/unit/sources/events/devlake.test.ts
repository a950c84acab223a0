import { describe, expect, it } from "vitest";
import { at, deployed, logOf, malt, rye } from "./tell-deployments.ts";
import { hour, iso, told } from "./tell-incidents.ts";

describe("what is sent to DevLake's webhook", () => {
  const commit = (repository: string, commitSha: string) => ({
    repoUrl: `https://github.com/bakery/${repository}`,
    refName: "main",
    commitSha,
    startedDate: at(1),
    finishedDate: at(4),
  });
  const deployment = (result: string, more: object = {}) => ({
    id: "d1",
    startedDate: at(1),
    finishedDate: at(5),
    result,
    environment: "PRODUCTION",
    deploymentCommits: [commit("ovens", rye), commit("mixer", malt)],
    ...more,
  });

  it("a deployment is one of each repository whose commit it brings", () => {
    expect(deployed([deployment("SUCCESS"), deployment("SUCCESS")])).toEqual([
      "bakery/mixer PRODUCTION 2222 5",
      "bakery/ovens PRODUCTION 1111 5",
    ]);
    expect(deployed([deployment("ABORT")])).toEqual([]);
    const single = { ...commit("ovens", rye), environment: "PRODUCTION", result: "FAILURE" };
    expect(deployed([single])).toEqual(["bakery/ovens PRODUCTION 1111 4!"]);
  });

  it("an incident is over when it is done and says when", () => {
    const issue = (status: string, more: object = {}) => ({
      issueKey: "BAK-1",
      type: "INCIDENT",
      status,
      createdDate: iso(0),
      component: "ovens",
      ...more,
    });
    expect(told([issue("IN_PROGRESS")]).incidents).toMatchObject([{ to: null }]);
    expect(told([issue("DONE", { resolutionDate: iso(60) })]).incidents).toMatchObject([
      { service: "ovens", to: 60 },
    ]);
    expect(
      told([
        issue("DONE", { resolutionDate: iso(60) }),
        issue("IN_PROGRESS", { updatedDate: iso(90) }),
      ]).incidents,
    ).toMatchObject([{ to: null }]);
    expect(told([issue("DONE")]).said).toEqual([expect.stringContaining("does not say when")]);
    expect(told([{ ...issue("DONE"), type: "BUG" }])).toMatchObject({ incidents: [], others: 1 });
  });
});

describe("incidents that name what they are due to", () => {
  it("a commit as the root cause in the text of an issue", () => {
    const issue = (body: string) => ({
      action: "closed",
      repository: { name: "ovens", full_name: "bakery/ovens" },
      issue: {
        id: 1,
        state: "closed",
        labels: [{ name: "incident" }],
        created_at: at(1),
        closed_at: at(9),
        updated_at: at(9),
        body,
      },
    });
    const blamed = (body: string) => logOf([issue(body)]).incidents()[0]?.deploymentId;
    expect(blamed(`Burnt bread.\nRoot cause: ${rye.slice(0, 12)}`)).toBe(rye.slice(0, 12));
    expect(blamed(`**root cause:** \`${rye}\``)).toBe(rye);
    expect(blamed("root cause: a cafe")).toBeNull();
    expect(blamed(`root cause${": ".repeat(50_000)}`)).toBeNull();
  });

  it("Opsgenie's incidents last as long as their impact, on every service that they name", () => {
    const data = {
      id: "o1",
      tinyId: "4",
      status: "resolved",
      createdAt: iso(30),
      updatedAt: iso(2 * hour),
      impactStartDate: iso(0),
      impactEndDate: iso(hour),
      impactedServices: ["projector", "popcorn"],
    };
    expect(told([{ data: [data] }]).incidents).toMatchObject([
      { service: "projector", from: 0, to: hour },
      { service: "popcorn", from: 0, to: hour },
    ]);
  });

  it("PagerDuty's older hooks, and an answer about one incident", () => {
    const incident = {
      id: "P1",
      incident_number: 4,
      status: "resolved",
      created_at: iso(0),
      last_status_change_at: iso(60),
      service: { summary: "projector" },
    };
    const messages = [{ event: "incident.resolve", created_on: iso(60), incident }];
    for (const one of [{ messages }, { incident }])
      expect(told([one]).incidents).toEqual([
        { id: "pagerduty:P1", service: "projector", from: 0, to: 60 },
      ]);
  });
});
