import { describe, expect, it } from "vitest";
import { codeFiles } from "./project-files.ts";

const shipped = codeFiles.filter(({ path }) => path.startsWith("src/"));

function linesWith(pattern: RegExp): string[] {
  return shipped.flatMap(({ path, text }) =>
    text
      .split("\n")
      .map((line, index) => ({ line, where: `${path}:${String(index + 1)}` }))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, where }) => `${where} ${line.trim()}`),
  );
}

describe("what grows with the input", () => {
  it("is not handed over as arguments: a list of some hundred thousand ends the stack", () => {
    expect(linesWith(/\.(?:push|unshift)\(\.\.\./)).toEqual([]);
  });

  it("is not cut by a pattern that a carriage return makes try again at every mark: `.*$` is `.*` with s", () => {
    expect(linesWith(/\/[^/\n^]{1,60}(?<!\^)\.[*+]\$\/[a-z]{0,3}[.,)]/)).toEqual([]);
  });
});
