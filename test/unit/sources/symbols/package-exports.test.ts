import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { javascriptModule } from "#sources/symbols/javascript-symbols.ts";
import { entriesOf, resolveModule, sourceOfEntry } from "#sources/symbols/package-entries.ts";
import { packageExports } from "#sources/symbols/package-exports.ts";

const modules = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, javascriptModule(text)]));

const pathPart = fc.constantFrom(
  "src",
  "dist",
  "lib",
  "index",
  "oven",
  "..",
  ".",
  "index.js",
  "a.ts",
);
const path = fc.array(pathPart, { maxLength: 6 }).map((parts) => parts.join("/"));

describe("what a package of npm offers", () => {
  it("is open where it passes on another package, or a file that is not there", () => {
    const open = (text: string) => packageExports(modules({ "index.js": text }), []).isOpen;
    expect(open('export * from "@bakery/kit";')).toBe(true);
    expect(open('export * from "./gone";')).toBe(true);
    expect(open('export * as kit from "@bakery/kit";')).toBe(false);
    expect(open('export { Door } from "@bakery/kit";')).toBe(false);
  });

  it("is open where one file offers more than is kept", () => {
    const many = Array.from({ length: 400 }, (_, at) => `export const a${String(at)} = 1;`);
    expect(packageExports(modules({ "index.js": many.join("\n") }), []).isOpen).toBe(true);
  });

  it("ends, and names nothing that no file says, whatever files pass on", () => {
    const files = fc.dictionary(
      fc.constantFrom("index.ts", "src/index.ts", "src/a.ts", "src/oven/index.ts"),
      fc
        .tuple(fc.constantFrom("Door", "Lamp"), path)
        .map(([name, from]) => `export const ${name} = 1;\nexport * from "./${from}";\n`),
    );
    fc.assert(
      fc.property(files, fc.array(path, { maxLength: 4 }), (texts, entries) => {
        const { names } = packageExports(modules(texts), entries);
        const said = Object.values(texts).join("\n");
        for (const name of names) expect(said).toContain(name);
      }),
    );
  });
});

describe("entries of a package.json", () => {
  it("are none, and no error, whatever stands there", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 12 }), fc.string()), (text) => {
        expect(entriesOf(text).every((one) => one !== "" && !one.includes("*"))).toBe(true);
      }),
    );
    expect(entriesOf(`${'{"exports":'.repeat(5_000)}1${"}".repeat(5_000)}`)).toEqual([]);
  });

  it("do not lead out of the package", () => {
    expect(entriesOf('{"main": "../oven/index.js", "types": "/etc/index.d.ts"}')).toEqual([]);
  });

  it("lead to files that are there, or nowhere", () => {
    fc.assert(
      fc.property(path, path, fc.array(path), (entry, from, there) => {
        const all = new Set(there);
        const has = (one: string): boolean => all.has(one);
        for (const found of [sourceOfEntry(entry, has), resolveModule(from, entry, has)])
          expect(found === null || all.has(found)).toBe(true);
      }),
    );
  });
});
