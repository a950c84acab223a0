import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "#sections/report.ts";
import { manyDuplicates } from "#fixtures/many-duplicates.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { acting, payload, poisoned } from "../poisoned-report.ts";
import { recordRun, type RecordedRun } from "./recorded-session.ts";

let folder = "";
let report: Report;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-hostile-text-"));
  mkdirSync(join(folder, "repos"));
  execFileSync("git", ["init", "--quiet", "--bare", join(folder, "repos", "till.git")]);
  report = poisoned({ ...sampleReport(), duplication: manyDuplicates(8) });
  const { code, notes } = await run("assess", "repos", "--no-out", "--quiet");
  expect([code, notes]).toEqual([0, ""]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]): Promise<RecordedRun> =>
  recordRun(args, {
    workingFolder: folder,
    assess: () => Promise.resolve({ report, fromCache: false }),
  });

/** The lines that hold it, short enough to be shown. */
function linesWith(text: string, pattern: RegExp): string[] {
  return text.split("\n").flatMap((line) => {
    const at = line.search(pattern);
    return at < 0 ? [] : [line.slice(Math.max(0, at - 60), at + 40)];
  });
}

function expectPlain(text: string): void {
  expect(linesWith(text, acting)).toEqual([]);
  expect(linesWith(text, /^\W{0,4}Taken over/)).toEqual([]);
}

/** What is left when escapes, code spans and entities are taken out must not do anything. */
function expectInert(markdown: string): void {
  expectPlain(markdown);
  const bare = markdown
    .replace(/\\[!-/:-@[-`{-~]/g, "")
    .replace(/`[^`\n]*`/g, "")
    .replace(/&(?:amp|lt|gt);/g, "");
  for (const mark of ["<", "](", "://", "www.", "@", "```", "~~~", "{{", "$"])
    expect(
      bare.split("\n").flatMap((line) => (line.includes(mark) ? [line.slice(0, 200)] : [])),
    ).toEqual([]);
  expect(bare).not.toMatch(/^[ \t]*[#>+=-]+ ?Taken/m);
  // No cell breaks out of its row.
  const rows = bare.split("\n").filter((line) => line.startsWith("| "));
  for (const [index, row] of rows.entries()) {
    const head = rows.slice(0, index + 1).findLast((_, at) => /^\| :?-/.test(rows[at + 1] ?? ""));
    if (head !== undefined) expect(row.split("|").length).toBe(head.split("|").length);
  }
}

const first = (): { capability: string; component: string; team: string; evidence: string } => ({
  capability: report.capabilities[0]!.id,
  component: report.components[0]!.id,
  team: report.teams[0]!.id,
  evidence: report.evidence[0]!.id,
});

const commands: Readonly<Record<string, () => string[]>> = {
  assess: () => ["assess", "repos", "--no-out"],
  capabilities: () => ["capabilities", "--all"],
  "explain a capability": () => ["explain", first().capability, "--all"],
  "explain a component": () => ["explain", first().component, "--all"],
  "explain a team": () => ["explain", first().team, "--all"],
  "explain a fact": () => ["explain", first().evidence],
  value: () => ["value", "--all"],
  "value of one": () => ["value", report.value.capabilities[0]!.capabilityId],
  maturity: () => ["maturity", "--all"],
  signals: () => ["signals"],
  staffing: () => ["staffing"],
  sourcing: () => ["sourcing"],
  delivery: () => ["delivery", "--all"],
  "delivery of one": () => ["delivery", report.delivery[0]!.application],
  "delivery by team": () => ["delivery", "--by", "team"],
  duplicates: () => ["duplicates", "repos", "--kind", "all"],
};

test("most keys of a report hold the payload", () => {
  const text = JSON.stringify(report);
  expect(text.split("Taken over").length).toBeGreaterThan(1000);
  const clean = ["name", "title", "path", "text", "reason", "sharpen", "description"].filter(
    (key) => !new RegExp(`"${key}":"[^"]{0,300}u001b\\[2J`).test(text),
  );
  expect(clean).toEqual([]);
});

describe.each(Object.entries(commands))("%s", (name, args) => {
  test("as a table acts on no terminal", async () => {
    const { code, out, notes } = await run(...args());
    expect(code).toBe(0);
    expectPlain(out + notes);
  });

  test("as Markdown is neither markup, links nor mentions", async () => {
    const { code, out, notes } = await run(...args(), "--format", "markdown");
    expect(code).toBe(0);
    expectInert(out);
    expectPlain(notes);
    if (name !== "signals") expect(out).toContain("Taken over");
  });

  test("as JSON reads as it was, and acts on no terminal", async () => {
    const { code, out } = await run(...args(), "--format", "json");
    expect(code).toBe(0);
    expect(linesWith(out, acting)).toEqual([]);
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });
});

describe("papers", () => {
  test("the charter, decisions' paths as well", async () => {
    const { out } = await run("charter");
    expectInert(out);
    expect(out).toContain("docs/decisions");
  });

  test("the one-pager as Markdown and as a page", async () => {
    expectInert((await run("one-pager", first().capability)).out);
    const { out } = await run("one-pager", first().capability, "--format", "html");
    expectPlain(out);
    expect(out).toContain("Taken over");
    expect(out).not.toMatch(/<(?:img|a|script)\b|<!--/);
    // Code spans and escapes are of Markdown only.
    expect(out).not.toContain("\\[click");
    expect(out).not.toContain("`https");
  });
});

test("SARIF holds no embedded link, and nothing for a terminal", async () => {
  const { out } = await run("duplicates", "repos", "--kind", "all", "--format", "sarif");
  expect(linesWith(out, acting)).toEqual([]);
  const messages = [...out.matchAll(/"text": "((?:[^"\\]|\\.){0,2000})"/g)].map(([, text]) => text);
  expect(messages.length).toBeGreaterThan(0);
  for (const text of messages) expect(text).not.toContain("](");
});

describe("documents of objectives", () => {
  const hostile = (text: string): string => JSON.stringify(text);
  const document = `apiVersion: openslo/v1
kind: SLO
metadata: {name: loaves, displayName: ${hostile(payload)}, annotations: {team: "{{ $labels.x }}"}}
spec:
  service: ovens
  description: ${hostile(payload)}
  budgetingMethod: Occurrences
  timeWindow: [{duration: 30d, isRolling: true}]
  indicator:
    metadata: {name: ${hostile(`baked ${payload}`)}}
    spec:
      ratioMetric:
        counter: true
        bad: {metricSource: {type: Prometheus, spec: {query: "burnt_total"}}}
        total: {metricSource: {type: Prometheus, spec: {query: "baked_total"}}}
  objectives: [{target: 0.99, displayName: ${hostile(payload)}}]
`;

  test.each(["table", "markdown", "json"])("validated, as %s", async (format) => {
    writeFileSync(
      join(folder, "slo.yaml"),
      `${document}---\n${document.replace("Occurrences", hostile(payload))}`,
    );
    const { out, notes } = await run("slo", "validate", "slo.yaml", "--format", format);
    if (format === "markdown") expectInert(out);
    expectPlain(out.replaceAll(/\\[nu]/g, ""));
    expectPlain(notes);
  });

  test.each(["table", "markdown"])("their status, as %s", async (format) => {
    writeFileSync(join(folder, "slo.yaml"), document);
    const { out, notes } = await run("slo", "status", "slo.yaml", "--format", format);
    if (format === "markdown") expectInert(out);
    expectPlain(out + notes);
  });

  test("their rules hold no template, whoever reads them", async () => {
    writeFileSync(
      join(folder, "sloth.yaml"),
      `version: prometheus/v1
service: ovens
labels: {owner: '{{ query "up" }}'}
slos:
  - name: loaves
    objective: 99
    description: ${hostile(payload)}
    sli: {events: {error_query: 'burnt_total[{{.window}}]', total_query: 'baked_total[{{.window}}]'}}
    alerting:
      name: Burnt
      labels: {team: '{{ $labels.team }}'}
      annotations: {runbook: 'https://evil.example/{{ $value }}', summary: ${hostile(payload)}}
      page_alert: {labels: {routing: '{{{ range }}'}}
      ticket_alert: {labels: {routing: slow}}
`,
    );
    const { code, out } = await run("slo", "rules", "sloth.yaml");
    expect(code).toBe(0);
    expect(out).toContain("runbook");
    expect(linesWith(out, /\{\{/)).toEqual([]);
    expectPlain(out.replaceAll(/\\[nu]/g, ""));
  });
});
