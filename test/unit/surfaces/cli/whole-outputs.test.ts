import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "#sections/report.ts";
import type { Similarity } from "#contract/similarity.ts";
import { similarRows } from "#surfaces/cli/format/similarity.ts";
import { shortenedReport } from "#surfaces/report/shortened-report.ts";
import { manyDuplicates } from "#fixtures/many-duplicates.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { recordRun, type RecordedRun } from "./recorded-session.ts";
import { groupUnknowns } from "#sections/unknown-groups.ts";

let folder = "";
let report: Report;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-whole-"));
  mkdirSync(join(folder, "repos"));
  execFileSync("git", ["init", "--quiet", "--bare", join(folder, "repos", "till.git")]);
  const sample = sampleReport();
  // One that nothing was ever seen to use.
  const adoption = sample.adoption.map((one, index) =>
    index === 0 ? { ...one, adoptersNow: 0, adoptersEver: 0 } : one,
  );
  report = { ...sample, adoption, duplication: manyDuplicates(887) };
  await run("assess repos --no-out --quiet");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (line: string, of: Report = report): Promise<RecordedRun> =>
  recordRun(line.split(" "), {
    workingFolder: folder,
    assess: () => Promise.resolve({ report: of, fromCache: false }),
  });
const rowsOf = (markdown: string): number =>
  markdown.split("\n").filter((line) => line.startsWith("| ")).length - 2;

describe("duplicates", () => {
  test("as JSON has every class of every kind", async () => {
    const { out } = await run("duplicates repos --format json");
    const { duplication } = JSON.parse(out) as { duplication: Report["duplication"] };
    expect(duplication?.classes).toHaveLength(887);
  });

  test("as Markdown has every class of the kind, and says what is of others, also when quiet", async () => {
    const code = await run("duplicates repos --format markdown --quiet");
    expect(rowsOf(code.out)).toBe(799);
    expect(code.out).toContain("88 classes are from templates or between forks: --kind all");
    const all = await run("duplicates repos --format markdown --kind all");
    expect(rowsOf(all.out)).toBe(887);
    expect(all.out).not.toContain("--kind all");
  });

  test("cut by --most, say how many there are besides", async () => {
    const { out } = await run("duplicates repos --format markdown --most 5 --kind all");
    expect(rowsOf(out)).toBe(5);
    expect(out).toContain("882 more clone classes: --most 887 shows them too.");
    const table = await run("duplicates repos");
    expect(table.out.trim().split("\n")).toHaveLength(21);
    expect(table.notes).toContain("779 more clone classes: --most 799");
  });

  test("as SARIF has every class of the kind, and a notification of the others", async () => {
    const { out } = await run("duplicates repos --format sarif");
    const { runs } = JSON.parse(out) as {
      runs: { results: unknown[]; invocations?: { toolExecutionNotifications: unknown[] }[] }[];
    };
    expect(runs[0]?.results).toHaveLength(799);
    expect(JSON.stringify(runs[0]?.invocations)).toContain("--kind all");
    const all = await run("duplicates repos --format sarif --kind all");
    expect(JSON.parse(all.out)).not.toHaveProperty("runs.0.invocations");
  });

  test.each(["markdown", "sarif"])(
    "that were counted, not kept, are said in %s",
    async (format) => {
      const duplication = manyDuplicates(3, 2);
      const cut: Report = {
        ...report,
        duplication: {
          ...duplication,
          summary: { ...duplication.summary, classesCount: 50 },
          classes: duplication.classes.map((one) => ({ ...one, copiesCount: 9 })),
        },
      };
      const { out } = await run(`duplicates repos --format ${format}`, cut);
      expect(out).toContain("47 classes beyond the first 3 were counted, not kept");
      expect(out).toContain("3 classes have more copies than are listed");
    },
  );
});

describe("the page of a report", () => {
  test("holds four hundred classes of forty copies, and their unknowns; the JSON keeps all", () => {
    const duplication = manyDuplicates(887, 41);
    const unknown = groupUnknowns(
      [0, 399, 400, 886].flatMap((index) =>
        [0, 39, 40].map((copy) => ({
          pointer: `/duplication/classes/${String(index)}/copies/${String(copy)}/born`,
          code: "no-history",
          // What is said of nothing that is shown is left out: without fields it would speak of all.
          reason: index === 886 ? "of the last alone" : "r",
          needs: "n",
        })),
      ),
      { duplication },
    );
    const { sections } = report;
    const long: Report = {
      ...report,
      duplication,
      sections: { ...sections, duplication: { ...sections.duplication, unknown } },
    };
    const page = shortenedReport(long);
    expect(page.duplication?.classes).toHaveLength(400);
    expect(page.duplication?.classes[0]?.copies).toHaveLength(40);
    expect(page.duplication?.summary.classesCount).toBe(887);
    expect(long.sections.duplication.unknown).toHaveLength(2);
    expect(page.sections.duplication.unknown.map(({ fields }) => fields.length)).toEqual([4]);
    expect(long.duplication?.classes).toHaveLength(887);
  });

  test("is the report itself where nothing is too long", () => {
    const short = { ...report, duplication: manyDuplicates(400) };
    expect(shortenedReport(short)).toBe(short);
    const without = { ...report, duplication: null };
    expect(shortenedReport(without)).toBe(without);
  });
});

describe("answers of the last assessment as Markdown", () => {
  test("say what is left out inside the document", async () => {
    const short = await run("capabilities --format markdown --quiet");
    const all = await run("capabilities --format markdown --quiet --all");
    const left = rowsOf(all.out) - rowsOf(short.out);
    expect(left).toBeGreaterThan(0);
    expect(short.out).toMatch(new RegExp(`\\n${String(left)} capabilit(?:y|ies) .*--all\\n$`));
    expect(all.out).not.toContain("--all");
  });

  test("value: every ledger as JSON, and the others counted", async () => {
    const { rows } = JSON.parse((await run("value --format json")).out) as { rows: unknown[] };
    expect(rows).toHaveLength(report.value.capabilities.length);
    const shown = rowsOf((await run("value --format markdown")).out);
    expect(shown).toBeLessThan(rows.length);
    expect((await run("value --format markdown --quiet")).out).toContain(
      `${String(rows.length - shown)} capabilit`,
    );
    expect(rowsOf((await run("value --format markdown --all")).out)).toBe(rows.length);
  });

  test("maturity: all that holds, lacks and was said", async () => {
    const { out } = await run("maturity --format markdown");
    for (const { aspect, holds, lacks } of report.maturity.aspects) {
      expect(out).toContain(`## ${aspect}`);
      expect(out.split("- holds, ").length).toBeGreaterThan(holds.length);
      expect(out.split("- lacks, ").length).toBeGreaterThan(lacks.length);
    }
    expect(out).toContain("- said: level 2");
  });

  test("sourcing: every risk of every option", async () => {
    const { out } = await run("sourcing --format markdown");
    const risks = report.sourcing.options.flatMap((one) => one.risks);
    expect(risks.length).toBeGreaterThan(report.sourcing.options.length);
    for (const { risk } of risks) expect(out).toContain(risk.slice(0, 12));
  });

  test("the summary names the commands that give the rest", async () => {
    const { out } = await run("assess repos --no-out --format markdown --quiet");
    expect(out).toMatch(/This is a summary\. .*--format json/);
    expect(out).toContain("fulcrum capabilities --all");
  });
});

test("similar: three places of a stretch in the table, all in Markdown", () => {
  const [one] = manyDuplicates(1, 9).classes;
  const region = {
    id: "similar:1",
    path: "till.rb",
    start: 1,
    end: 12,
    codeLines: 12,
    tokens: 90,
    addedLines: null,
    copiesCount: 9,
    copies: one!.copies.map((copy) => ({ ...copy, ownerIds: [], isElsewhere: true })),
  };
  const found = { regions: [region] } as unknown as Similarity;
  expect(similarRows(found, false)).toHaveLength(3);
  expect(similarRows(found, true)).toHaveLength(9);
});
