import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorCodes } from "#kernel/errors.ts";

const page = readFileSync(new URL("../docs/errors.md", import.meta.url), "utf8");
const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (\d+) +\| (.+?) +\| (.+?) +\|$/gm)].map(
  ([, code = "", exitCode = "", title = "", advice = ""]) => ({ code, exitCode, title, advice }),
);

test("docs/errors.md lists every code with its exit code and title, and no other", () => {
  const documented = rows.map(({ code, exitCode, title }) => {
    return [code, { exitCode: Number(exitCode), title }] as const;
  });
  expect(Object.fromEntries(documented)).toEqual(errorCodes);
  expect(documented).toHaveLength(Object.keys(errorCodes).length);
});

test("every code says what to do", () => {
  expect(rows.filter(({ advice }) => advice.length < 20)).toEqual([]);
});

test("every exit code is explained", () => {
  const explained = [...page.matchAll(/^\| (\d+) +\|/gm)].map(([, code]) => Number(code));
  const used = new Set<number>([0, ...Object.values(errorCodes).map(({ exitCode }) => exitCode)]);
  expect(new Set(explained)).toEqual(used);
});
