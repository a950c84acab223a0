import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { report as reportSchema } from "#sections/report.ts";
import { assessOrganisation } from "#operations/assess-organisation.ts";
import { readNamedInput } from "#operations/reading/named-input.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { recordRun } from "../surfaces/cli/recorded-session.ts";

let folder = "";
const at = (path: string): string => join(folder, path);
const signal = new AbortController().signal;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-pipes-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const objective = `apiVersion: openslo/v1
kind: SLO
metadata: { name: loaves }
spec:
  service: oven
  budgetingMethod: Occurrences
  timeWindow: [{ duration: 30d, isRolling: true }]
  indicator:
    metadata: { name: golden }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: Prometheus, spec: { query: golden_total } } }
        total: { metricSource: { type: Prometheus, spec: { query: loaves_total } } }
  objectives: [{ target: 0.99 }]
`;

/** A pipe that nobody ever writes to. */
function pipe(path: string): void {
  execFileSync("mkfifo", [at(path)]);
}

describe("a pipe in the place of", () => {
  it("every file that the configuration names is said and not waited on", async () => {
    const named = {
      catalogue: "owners.yaml",
      survey: "spring.csv",
      requests: "requests.csv",
      outcomes: "outcomes.yaml",
      usability: "findings.csv",
      interview: "interview.yaml",
      events: "deployments.ndjson",
      incidents: "incidents.json",
      advisories: "osv.json",
      counts: "counts.csv",
    };
    for (const path of Object.values(named)) pipe(path);
    writeFileSync(
      at("fulcrum.yaml"),
      [
        `catalogues: [{ path: ${named.catalogue}, fields: { repository: name, owner: team, type: type } }]`,
        `surveys: [{ file: ${named.survey}, name: spring }]`,
        `requests: [${named.requests}]`,
        `outcomes: [${named.outcomes}]`,
        `usability: [${named.usability}]`,
        `interview: ${named.interview}`,
        `deployments: { events: [${named.events}, ${named.incidents}] }`,
        `advisories: [${named.advisories}]`,
        `reliability: { files: [${named.counts}] }`,
        "",
      ].join("\n"),
    );
    repository("oven", { layout: "bare" })
      .commit({
        at: "2024-03-01",
        author: "Ada Oven <ada@bakery.example>",
        message: "Open",
        files: {
          "package.json": '{ "name": "oven", "version": "1.0.0" }',
          "slo/oven.yaml": objective,
        },
      })
      .write(at("org"));
    const args = ["assess", "org", "--config", "fulcrum.yaml", "--json", "report.json"];
    const run = await recordRun([...args, "--no-duplication", "--no-cache", "--quiet"], {
      workingFolder: folder,
      assess: assessOrganisation,
    });
    expect([run.code, run.notes]).toEqual([0, ""]);
    const report = reportSchema.parse(JSON.parse(readFileSync(at("report.json"), "utf8")));
    const said = report.problems.map((one) => `${one.where} ${one.text}`).join("\n");
    for (const path of Object.values(named)) expect(said).toContain(path);
  });

  it.each([
    ["the configuration", ["assess", ".", "--config", "pipe"]],
    ["the report", ["capabilities", "--report", "pipe"]],
    ["objectives", ["slo", "validate", "pipe"]],
    ["the file that is compared", ["similar", "pipe", "--as", "bread.rb"]],
    ["the interview", ["interview", "--role", "lead", "--file", "pipe"]],
  ])("%s is refused", async (_what, args) => {
    pipe("pipe");
    repository("oven").write(folder);
    const run = await recordRun(args, { workingFolder: folder, assess: assessOrganisation });
    expect(run.code).not.toBe(0);
    expect(`${run.notes}${run.out}`).toMatch(/no plain file|neither a file nor/);
  });
});

describe("what the shell has open", () => {
  it("is read: standard input for a report", async () => {
    const run = await recordRun(["capabilities", "--report", "-", "--format", "json"], {
      workingFolder: folder,
      standardInput: JSON.stringify(sampleReport()),
    });
    expect([run.code, run.notes]).toEqual([0, ""]);
  });

  it("is a descriptor of this process and no other pipe", async () => {
    pipe("pipe");
    await expect(readNamedInput(at("pipe"), 10, signal)).rejects.toThrow("it is no plain file");
    await expect(readNamedInput("/dev/null", 10, signal)).rejects.toThrow("it is no plain file");
    await expect(readNamedInput("/dev/fd/987654", 10, signal)).rejects.toThrow("EBADF");
    writeFileSync(at("plain"), "rye and wheat");
    expect((await readNamedInput(at("plain"), 7, signal)).toString()).toBe("rye and");
  });
});
