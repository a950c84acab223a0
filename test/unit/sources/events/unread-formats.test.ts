import { describe, expect, it } from "vitest";
import { at, deployed, logOf, told } from "./tell-deployments.ts";

describe("formats that are not read", () => {
  it("are named once for each file with their count and what to do", () => {
    const harness = { eventData: { pipelineName: "ovens", eventType: "PipelineSuccess" } };
    const flag = { _links: {}, kind: "flag", accesses: [], titleVerb: "turned on the flag" };
    const log = logOf([harness, flag, harness, harness, { crumb: 1 }, { crumb: 2 }]);
    expect(log.refused.map(({ line, reason }) => [line, reason])).toEqual([
      [1, "not read: 3 records, each Harness's pipeline notification, the first on this line"],
      [2, "not read: LaunchDarkly's audit log"],
      [
        5,
        "not read: 2 records, each a format that is not known (with crumb), the first on this line",
      ],
    ]);
    expect(log.refused.map((one) => one.needs)).toEqual([
      expect.stringContaining("documented CSV"),
      expect.stringContaining("no deployment"),
      expect.stringContaining("delivery.md"),
    ]);
  });

  it("are bounded, and hold no text of a hostile key", () => {
    const odd = Array.from({ length: 500 }, (_, index) => ({ [`k${String(index)}`]: 1 }));
    expect(logOf(odd).refused).toHaveLength(21);
    expect(told([{ "\u001b[31m<script>": 1 }])).toEqual([
      "not read: a format that is not known (with …)",
    ]);
  });

  it("what stands beside headers is read, as an object or as a text", () => {
    const body = {
      kind: "deployment",
      id: "1",
      application: "ovens",
      environment: "production",
      version: "v1",
      finished_at: at(1),
    };
    expect(deployed([{ headers: {}, body }])).toEqual(["ovens production v1 1"]);
    expect(deployed([{ headers: {}, body: JSON.stringify(body) }])).toEqual([
      "ovens production v1 1",
    ]);
    expect(told([{ headers: {}, body: "{no" }])).toEqual([
      expect.stringContaining("headers, body"),
    ]);
  });
});
