import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { quietContext } from "#fixtures/quiet-context.ts";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeAlertRules, type WrittenRules } from "#operations/write-alert-rules.ts";
import { bakeryObjectives } from "../fixtures/objectives.ts";
import { promtool, versionOf } from "./promtool.ts";

const hasPromtool = (await versionOf("promtool")) !== null;
const reason = hasPromtool
  ? ""
  : " (skipped: promtool is not installed; Debian: apt-get install prometheus)";

describe.skipIf(!hasPromtool)(`alert rules and promtool${reason}`, () => {
  let folder = "";
  let written: WrittenRules | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fulcrum-rules-"));
    await writeFile(join(folder, "bakery-slo.yaml"), bakeryObjectives);
    written = await writeAlertRules(quietContext(), {
      paths: ["."],
      workingFolder: folder,
      out: join(folder, "rules.yml"),
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("are accepted, and what was left out is said", async () => {
    const { exitCode, output } = await promtool(folder, "check", "rules", "rules.yml");
    expect(output).toContain("SUCCESS");
    expect(exitCode).toBe(0);
    expect(written?.groupsCount).toBe(5);
    expect(written?.findings).toEqual([]);
    expect(written?.leftOut).toEqual([
      {
        slo: "till/cards",
        what: "the page of 1h and 5m",
        reason: expect.stringContaining("cannot fire"),
      },
      {
        slo: "door",
        what: "the ticket of 3d and 6h",
        reason: expect.stringContaining("means nothing"),
      },
    ]);
  });

  /** Two loaves a minute; from the fifth hour on `burnt` of them burn. */
  const tests = (burnt: string, alerts: string, ratio: string): string => `rule_files: [rules.yml]
evaluation_interval: 10m
tests:
  - interval: 1m
    input_series:
      - {series: 'loaves_total{state="golden"}', values: '0+100x420'}
      - {series: 'loaves_total{state="burnt"}', values: '${burnt}'}
    promql_expr_test:
      - expr: slo:error_ratio:window1h{slo="ovens/loaves"}
        eval_time: 6h
        exp_samples: [${ratio}]
    alert_rule_test:
      - {eval_time: 6h, alertname: ErrorBudgetBurn, exp_alerts: [${alerts}]}
`;
  const labels = (severity: string): string =>
    `{exp_labels: {severity: ${severity}, slo: ovens/loaves, slo_name: loaves, slo_service: ovens}, exp_annotations: {summary: "ovens/loaves burns its error budget${severity === "page" ? " fast" : ""}", description: "Over both windows of one of: ${severity === "page" ? "14.4 times over 1h and 5m; 6 times over 6h and 30m" : "3 times over 1d and 2h; 1 times over 3d and 6h"}."}}`;
  const sample = (value: number): string =>
    `{labels: 'slo:error_ratio:window1h{slo="ovens/loaves", slo_name="loaves", slo_service="ovens"}', value: ${String(value)}}`;

  it.each([
    [
      "page and ticket while a fifth burns",
      "0x299 0+25x120",
      `${labels("page")}, ${labels("ticket")}`,
      sample(0.2),
    ],
    ["stay quiet while none burns", "0x420", "", sample(0)],
    ["stay quiet where no loaf ever burnt", "_x420", "", sample(0)],
  ])("%s", async (_, burnt, alerts, ratio) => {
    await writeFile(join(folder, "test.yml"), tests(burnt, alerts, ratio));
    const { output, exitCode } = await promtool(folder, "test", "rules", "test.yml");
    expect(output).toContain("SUCCESS");
    expect(exitCode).toBe(0);
  });

  it("tell whom the policy wants told when no data come", async () => {
    const missing = `rule_files: [rules.yml]
evaluation_interval: 10m
tests:
  - interval: 1m
    alert_rule_test:
      - eval_time: 1h
        alertname: twice_too_fast_NoData
        exp_alerts:
          - exp_labels: {severity: page, notification_targets: baker, slo: ovens/loaves, slo_name: loaves, slo_service: ovens}
            exp_annotations: {summary: "ovens/loaves: twice-too-fast, no data"}
`;
    await writeFile(join(folder, "test.yml"), missing);
    const { output, exitCode } = await promtool(folder, "test", "rules", "test.yml");
    expect(output).toContain("SUCCESS");
    expect(exitCode).toBe(0);
  });

  it("a wrong expectation would be noticed", async () => {
    await writeFile(join(folder, "test.yml"), tests("0x420", labels("page"), sample(0)));
    expect((await promtool(folder, "test", "rules", "test.yml")).exitCode).toBe(1);
  });
});
