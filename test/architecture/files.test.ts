import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "#package.json" with { type: "json" };
import { codeFiles, projectFiles, projectRoot } from "./project-files.ts";

const linesOf = (text: string): number => text.split("\n").length - 1;

describe("files of code", () => {
  it("are at most 400 lines long", () => {
    const long = codeFiles.filter(({ text }) => linesOf(text) > 400);
    expect(long.map(({ path, text }) => `${path}: ${linesOf(text)}`)).toEqual([]);
  });

  it("are named for what they hold, in kebab-case", () => {
    const drawer = /(?:^|\/)(?:utils?|helpers?|common|shared|misc)(?:\/|\.)/;
    const kebab = /^(?:[a-z0-9.-]+\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)+$/;
    const odd = codeFiles.filter(({ path }) => drawer.test(path) || !kebab.test(path));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it("have no default exports but where a tool asks for one", () => {
    const found = codeFiles.filter(
      ({ path, text }) => !path.endsWith(".config.ts") && /^export default\b/m.test(text),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it("leave nothing to be done later, and silence a checker only with a reason", () => {
    const later = /(?:\/\/|^\s*\*|\/\*\*?) *(?:TODO|FIXME|XXX|HACK)\b/m;
    const silenced = /@ts-(?:ignore|nocheck|expect-error)|(?:ox|es)lint-disable(?!.* -- \w)/;
    const found = codeFiles.filter(
      ({ path, text }) =>
        path !== "test/architecture/files.test.ts" && (later.test(text) || silenced.test(text)),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it("copy no list for each value that is put to it", () => {
    const copied =
      /\.set\(\s*([^;]{1,80}?),\s*\[\s*\.\.\.\(\w[\w.]*\.get\(\1\) \?\? \[\]\),[^\]]*\],?\s*\)/;
    const found = codeFiles.filter(
      ({ path, text }) => path.startsWith("src/") && copied.test(text),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it("skip no test but for want of a browser", () => {
    const skips = /\b(?:it|test|describe)\.(?:skip|only|todo)\b(?!If)/;
    const found = codeFiles.filter(
      ({ path, text }) => path.endsWith(".test.ts") && skips.test(text),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe("the project", () => {
  it("has at most ten commands", () => {
    expect(Object.keys(manifest.scripts).length).toBeLessThanOrEqual(10);
  });

  it("pins every dependency", () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const versions = Object.values({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
    });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("names no place of the machine it was written on", () => {
    const parent = dirname(projectRoot);
    const places = [projectRoot, ...(parent === "/" ? [] : [`${parent}/`])];
    const found = projectFiles.filter(({ text }) => places.some((place) => text.includes(place)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});
