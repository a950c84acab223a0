import { describe, expect, it } from "vitest";
import { readRecord } from "#sources/events/read-record.ts";

const read = (value: unknown) => readRecord(value, { incidentLabels: [] });
const seconds = (iso: string) => Date.parse(iso) / 1000;

const cdevent = (type: string, subject: object) => ({
  context: {
    specversion: "0.5.0",
    id: "b1",
    source: "/ovens",
    type,
    timestamp: "2024-05-01T10:00:00Z",
  },
  subject,
});

const deployed = cdevent("dev.cdevents.service.deployed.0.3.0", {
  id: "bakery/ovens",
  content: {
    environment: { id: "production" },
    artifactId: "pkg:oci/ovens@sha256%3Aabc?tag=v7&repository_url=registry.bakery.example",
  },
});

describe("CDEvents", () => {
  const expected = {
    kind: "deployment",
    id: "b1",
    application: "ovens",
    environment: "production",
    version: "v7",
    finishedAt: seconds("2024-05-01T10:00:00Z"),
    outcome: "succeeded",
    remark: null,
  };

  it("are read bare, in an envelope and beside headers", () => {
    expect(read(deployed)[0]).toMatchObject(expected);
    expect(
      read({
        specversion: "1.0",
        id: "x",
        type: "dev.cdevents.service.deployed.0.3.0",
        data: deployed,
      })[0],
    ).toMatchObject(expected);
    expect(
      read({ headers: { "Ce-Type": "dev.cdevents.service.deployed.0.3.0" }, body: deployed })[0],
    ).toMatchObject(expected);
  });

  it("tell rolled back and what is no deployment", () => {
    const back = {
      ...deployed,
      context: { ...deployed.context, type: "dev.cdevents.service.rolledback.0.3.0" },
    };
    expect(read(back)[0]).toMatchObject({ outcome: "rolled-back" });
    expect(read(cdevent("dev.cdevents.build.finished.0.3.0", { id: "7", content: {} }))).toEqual([
      { kind: "other" },
    ]);
  });

  it("of an unknown version are kept and remarked on", () => {
    const newer = {
      ...deployed,
      context: { ...deployed.context, type: "dev.cdevents.service.deployed.2.0.0" },
    };
    expect(read(newer)[0]).toMatchObject({
      kind: "deployment",
      remark: expect.stringContaining("2.0"),
    });
    expect(read(cdevent("dev.cdevents.oven.lit.0.1.0", { id: "o", content: {} }))).toEqual([
      { kind: "other", remark: expect.stringContaining("oven.lit") },
    ]);
    expect(read(cdevent("dev.cdeventsx.bakery-oven.lit.0.1.0", { id: "o", content: {} }))).toEqual([
      { kind: "other" },
    ]);
    expect(read(cdevent("com.bakery.oven.lit", { id: "o", content: {} }))[0]).toMatchObject({
      kind: "refused",
    });
  });

  it("tell when a change was opened, merged and built, by chain, artefact and commit", () => {
    const stage = (type: string, subject: object, customData: object = {}) => {
      const event = cdevent(`dev.cdevents.${type}`, subject);
      return read({ ...event, context: { ...event.context, chainId: "loaf-9" }, customData })[0];
    };
    const at = seconds("2024-05-01T10:00:00Z");
    expect(stage("change.created.0.4.0", { id: "c", content: {} })).toMatchObject({
      stages: [{ stage: "opened", keys: ["chain loaf-9"], at }],
    });
    expect(
      stage("change.merged.0.3.0", { id: "c", content: {} }, { revision: "0123456789abcdef" }),
    ).toMatchObject({
      stages: [{ stage: "merged", keys: ["commit 0123456789abcdef", "chain loaf-9"] }],
    });
    const artifact = "pkg:golang/bakery.example/ovens@0123456789abcdef";
    expect(stage("artifact.packaged.0.3.0", { id: artifact, content: {} })).toMatchObject({
      stages: [
        {
          stage: "built",
          keys: [`artifact ${artifact}`, "commit 0123456789abcdef", "chain loaf-9"],
        },
      ],
    });
  });

  it("sent as bytes in a structured envelope are read as well", () => {
    const envelope = {
      specversion: "1.0",
      type: "dev.cdevents.service.deployed.0.3.0",
      data_base64: Buffer.from(JSON.stringify(deployed)).toString("base64"),
    };
    expect(read(envelope)[0]).toMatchObject(expected);
    expect(read({ ...envelope, data_base64: "%%%" })[0]).toMatchObject({ kind: "unread" });
  });

  it("link an incident to the deployment that it is related to", () => {
    const event = cdevent("dev.cdevents.incident.detected.0.3.0", {
      id: "inc-2",
      content: { service: { id: "ovens" } },
    });
    const links = [{ linkType: "PATH" }, { linkType: "RELATION", target: { contextId: "b1" } }];
    expect(read({ ...event, context: { ...event.context, links } })[0]).toMatchObject({
      deploymentId: "b1",
    });
  });

  it("speak of incidents", () => {
    const content = {
      environment: { id: "production" },
      service: { id: "/ovens" },
      artifactId: "pkg:oci/ovens@v7",
    };
    expect(
      read(cdevent("dev.cdevents.incident.resolved.0.3.0", { id: "inc-1", content }))[0],
    ).toMatchObject({
      kind: "incident",
      incident: "inc-1",
      service: "ovens",
      startedAt: null,
      resolvedAt: seconds("2024-05-01T10:00:00Z"),
      artifact: "pkg:oci/ovens@v7",
    });
  });
});
