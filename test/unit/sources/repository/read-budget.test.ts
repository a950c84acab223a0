import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { usualBudget, type ReadBudget } from "#sources/repository/read-budget.ts";
import { foundAt, readFound } from "../read-found.ts";

let root: string;
let mill: string;
/** Commits, oldest first. */
let commits: readonly string[];
const days = 12;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "fulcrum-budget-"));
  const built = repository("mill", { layout: "bare", remote: "https://forge.example/mill.git" });
  for (let day = 1; day <= days; day++) {
    const version = (text: string): string =>
      `{"name": "${text}", "dependencies": {"flour": "1.0.${String(day)}"}}\n`;
    built.commit({
      at: `2024-03-${String(day).padStart(2, "0")}`,
      author: "Hedda <h@mill.example>",
      message: "Grind",
      files: { "package.json": version("mill"), "sails/package.json": version("sails") },
    });
  }
  ({ path: mill, commitIds: commits } = built.write(root));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function readWithin(budget: Partial<ReadBudget>): Promise<RepositoryEvidence> {
  return readFound(foundAt(mill, root, "mill"), null, { budget: { ...usualBudget, ...budget } });
}

const shortened = ({ problems }: RepositoryEvidence): string[] =>
  problems
    .filter(({ problem }) => problem.code === "history-too-long")
    .map((one) => one.problem.text);

describe("a repository with more than its budget", () => {
  it.each([
    ["changes", 12, "more than 12 changes of files"],
    ["versions", 12, "more than 12 versions of files"],
    ["bytes", 800, "more than 800 bytes of files"],
  ] as const)("of %s is read from a later commit on, and says so", async (kind, most, words) => {
    const evidence = await readWithin({ [kind]: most });
    const [text] = shortened(evidence);
    expect(text).toContain(words);
    const start = commits.findIndex((commit) => text?.includes(commit.slice(0, 12)));
    expect(start).toBeGreaterThan(2);
    expect(evidence.mainlineCommitsCount).toBe(days - start);
    expect(evidence.isShallow).toBe(true);
    // What is read is whole: the newest version, of every file, from that commit on.
    for (const { spans, dependencies } of evidence.files) {
      expect(spans).toHaveLength(days - start);
      expect(dependencies[0]?.purl).toBe("pkg:npm/flour");
    }
    expect(evidence.files).toHaveLength(2);
  });

  it("that one commit spends alone is read for that commit", async () => {
    const evidence = await readWithin({ changes: 3 });
    expect(evidence.mainlineCommitsCount).toBe(1);
    expect(evidence.files.map((file) => file.path)).toEqual(["package.json", "sails/package.json"]);
  });

  it("is not continued, for more of it may fit into the budget later", async () => {
    const earlier = await readWithin({ versions: 12 });
    const whole = await readFound(foundAt(mill, root, "mill"), earlier);
    expect(whole.mainlineCommitsCount).toBe(days);
    expect(shortened(whole)).toEqual([]);
  });
});

it("the usual budget is not spent by a large organisation's repository", async () => {
  expect(shortened(await readWithin({}))).toEqual([]);
});
