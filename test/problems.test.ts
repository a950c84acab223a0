import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FulcrumError } from "#kernel/errors.ts";
import { problemFrom } from "#surfaces/http/problem-from.ts";
import { problemCodes, problemOf, problemSchema, ProblemError } from "#surfaces/http/problem.ts";

const page = readFileSync(new URL("../docs/api.md", import.meta.url), "utf8");
const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (\d+) +\| (.+?) +\| (.+?) +\|$/gm)];

test("docs/api.md lists every code of a problem with its status and title, and no other", () => {
  const documented = rows.map(([, code = "", status = "", title = ""]): [string, object] => [
    code,
    { status: Number(status), title },
  ]);
  expect(Object.fromEntries(documented)).toEqual(problemCodes);
  expect(rows.filter(([, , , , advice = ""]) => advice.length < 20)).toEqual([]);
});

test("a problem says what happened, what to do, and under which number it stands in the log", () => {
  const error = new ProblemError("not-found", "There is no such team.", "Take another.");
  const problem = problemOf(error, "request-7");
  expect(problemSchema.parse(problem)).toEqual({
    type: "urn:fulcrum:problem:not-found",
    title: "There is nothing at this address",
    status: 404,
    detail: "There is no such team.",
    code: "not-found",
    next: "Take another.",
    requestId: "request-7",
  });
});

test("what failed inside is told in words of the list, not in its own", () => {
  const secret = "postgres://admin:hunter2@db";
  const inside = [
    [new FulcrumError("database-failed", secret, secret), "database-failed"],
    [new FulcrumError("report-invalid", secret, secret), "unexpected"],
    [new Error(secret), "unexpected"],
    [secret, "unexpected"],
  ] as const;
  for (const [thrown, code] of inside) {
    const problem = problemOf(problemFrom(thrown), "1");
    expect(problem.code).toBe(code);
    expect(JSON.stringify(problem)).not.toContain("hunter2");
  }
});
