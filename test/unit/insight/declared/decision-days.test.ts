import { expect, test } from "vitest";
import { evidenceOf, fileAtHead } from "#fixtures/evidence.ts";
import { assessDecisions } from "#insight/decisions/assess-decisions.ts";
import { decisionFacts } from "#sources/decisions/decision-records.ts";

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;
const path = "docs/decisions/0001-queue.md";

function decided(date: string, born: string, status = "accepted", first = born) {
  const text = `---\nstatus: ${status}\ndate: ${date}\n---\n# Use one queue for freight\n`;
  const bakery = evidenceOf("repository:bakery", at("2026-01-01"), {
    headFiles: [fileAtHead(path, { decision: decisionFacts(text) ?? undefined! })],
    first: { commit: "first", at: at(first) },
    fileChanges: {
      paths: [path],
      ends: Uint32Array.of(1),
      days: Uint16Array.of(at(born) / 86_400),
    },
  });
  const goal = { id: "freight", name: "freight", capability: null };
  return assessDecisions([bakery], [], [goal], at("2026-01-01"));
}

test("a day that is to come, or long before the file was born, is a mistake and counts for nothing", () => {
  const future = decided("2062-03-01", "2025-03-02");
  expect(future.decisions[0]?.decidedAt).toBeNull();
  expect(future.mistakes).toEqual([
    { repositoryId: "repository:bakery", path, text: expect.stringContaining("still to come") },
  ]);
  expect(decided("1970-01-01", "2025-03-02").mistakes[0]?.text).toContain(
    "before the file was born",
  );
});

test("a file that was moved is younger than its repository, and no mistake", () => {
  const moved = decided("2021-12-01", "2026-01-01", "accepted", "2020-05-01");
  expect(moved.mistakes).toEqual([]);
});

test("written down some months later is no mistake", () => {
  const { decisions, mistakes } = decided("2024-11-01", "2025-03-02");
  expect(mistakes).toEqual([]);
  expect(decisions[0]?.decidedAt).toBe(at("2024-11-01"));
});

test("only what a status says is in force", () => {
  expect(decided("2025-03-01", "2025-03-02").goalsWithDecision).toEqual(["freight"]);
  expect(decided("2025-03-01", "2025-03-02", "who knows").goalsWithDecision).toEqual([]);
});
