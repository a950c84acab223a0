import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../architecture/project-files.ts";

const files = readdirSync(join(projectRoot, "src/vocabulary"));
const modules = await Promise.all(
  files.map(async (file): Promise<Record<string, unknown>> => import(`#vocabulary/${file}`)),
);
/** Tables keyed by such words are not lists of them. */
const lists = modules.flatMap((module) =>
  Object.entries(module).filter((one): one is [string, readonly string[]] => Array.isArray(one[1])),
);

describe("the vocabulary", () => {
  it("gives every list a name of its own", () => {
    expect(new Set(lists.map(([name]) => name)).size).toBe(lists.length);
  });

  it.each(lists)("%s: every word once, in kebab-case or camelCase", (_, words) => {
    expect(words.length).toBeGreaterThan(1);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => !/^[a-z][A-Za-z]*(?:-[a-z]+)*$/.test(word))).toEqual([]);
  });
});
