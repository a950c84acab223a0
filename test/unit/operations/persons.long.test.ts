import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { report as reportSchema } from "#sections/report.ts";
import { assessOrganisation } from "#operations/assess-organisation.ts";
import { marks, writeMarkedPersons } from "#fixtures/marked-persons.ts";
import { recordRun } from "../surfaces/cli/recorded-session.ts";

let folder = "";
/** Whatever was written or said, by where. */
const texts = new Map<string, string>();

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fulcrum-persons-")));
  writeMarkedPersons(folder);
  const assess = ["assess", "org", "--config", "fulcrum.yaml", "--json", "report.json", "--debug"];
  const commands = [
    assess,
    [...assess, "--format", "json"],
    ["capabilities", "--all"],
    ["value", "--all"],
    ["maturity", "--format", "markdown"],
    ["charter"],
    ["one-pager", "oven"],
    ["delivery"],
    ["explain", "oven"],
    ["explain", "Individual-owned"],
    ["duplicates", "org", "--format", "sarif"],
    ["slo", "validate", "."],
    ["init", "org", "--config", "first.yaml"],
  ];
  for (const args of commands) {
    const run = await recordRun(args, { workingFolder: folder, assess: assessOrganisation });
    texts.set(args.join(" "), run.out + run.notes);
  }
  keep(join(folder, "cache"));
  for (const name of ["report.json", "first.yaml"])
    texts.set(name, readFileSync(join(folder, name), "utf8"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Values in the cache are written as they are: texts of one byte a character, or of two. */
function keep(place: string): void {
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const path = join(place, entry.name);
    if (entry.isDirectory()) keep(path);
    else texts.set(path, readFileSync(path).toString("latin1").replaceAll("\0", ""));
  }
}

it("no handle, address or password of a person is kept, reported or said anywhere", () => {
  expect(marks.size).toBeGreaterThan(150);
  const met = [...texts].flatMap(([where, text]) => {
    const lower = text.toLowerCase();
    return [...marks].filter((mark) => lower.includes(mark)).map((mark) => `${mark}: ${where}`);
  });
  expect(met).toEqual([]);
});

it("what they stood in was read all the same", () => {
  const report = reportSchema.parse(JSON.parse(texts.get("report.json") ?? ""));
  expect(report.repositories.map(({ id }) => id)).toContain("repository:github.com/bakery/oven");
  expect(report.experience.surveys[0]?.respondentsCount).toBe(12);
  expect(report.experience.friction.map(({ title }) => title)).toEqual(["Help @… (@…)"]);
  expect(report.teams.map(({ name }) => name)).toContain("Individual-owned");
  expect(report.sharedRisks.risks.map(({ title }) => title)).toContain("X-1: found by @… and @…");
  const refused = report.problems.filter(({ where }) => where.includes("events.ndjson"));
  expect(refused.length).toBeLessThan(4);
});
