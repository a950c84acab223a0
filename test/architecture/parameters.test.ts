import { describe, expect, it } from "vitest";
import { exportedFunctions } from "./exported-functions.ts";
import { codeFiles } from "./project-files.ts";

const most = 4;

/** Of insights that are being written anew: they go with them. */
const stillMore: readonly string[] = [];

describe("functions that a module of src exports", () => {
  it("take four parameters at most: what is more has names", () => {
    const all = codeFiles
      .filter(({ path }) => path.startsWith("src/"))
      .flatMap(({ path, text }) => exportedFunctions(path, text));
    expect(all.length).toBeGreaterThan(1000);
    const more = all
      .filter(({ parametersCount }) => parametersCount > most)
      .map(({ path, name }) => `${path} ${name}`);
    expect(more.filter((name) => !stillMore.includes(name))).toEqual([]);
    expect(stillMore.filter((name) => !more.includes(name))).toEqual([]);
  });

  it("are found as declarations, constants and methods, also where a list exports them", () => {
    const found = exportedFunctions(
      "a.ts",
      [
        "export function knead(flour: number, water = 1, ...rest: number[]) {}",
        "export const bake = async (a: number, b: number) => a + b;",
        "export class Oven { private heat(a: 1) {} constructor(a: 1) {} open(a: 1, b: 2) {} }",
        "function proof(a: 1) {}",
        "function rest(a: 1) {}",
        "export { proof as prove };",
      ].join("\n"),
    );
    expect(found.map(({ name, parametersCount }) => [name, parametersCount])).toEqual([
      ["knead", 3],
      ["bake", 2],
      ["Oven.constructor", 1],
      ["Oven.open", 2],
      ["proof", 1],
    ]);
  });
});
