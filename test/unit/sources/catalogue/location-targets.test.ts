import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { buildOrganisation } from "#model/build-organisation.ts";
import { emptyConfiguration } from "#model/configuration.ts";
import { ownersAt } from "#model/owner-history.ts";
import { locationTargets } from "#sources/catalogue/location-targets.ts";
import { foundAt, readFound } from "../read-found.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-locations-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ada = "Ada Oven <ada@bakery.example>";
const backstage = (kind: string, name: string, spec: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: ${spec}\n`;
const location = (...targets: string[]) =>
  backstage("Location", "all", JSON.stringify({ targets }));
const component = (name: string, owner: string) =>
  backstage("Component", name, `{type: service, owner: ${owner}}`);
const app = (name: string) => ({
  [`${name}/package.json`]: `{"name":"${name.replaceAll("/", "-")}","version":"1.0.0"}`,
  [`${name}/index.js`]: "module.exports = 1;\n",
});

/** Reads what was committed, one day a step, at once and read on from the first step. */
async function readTwice(name: string, steps: readonly Record<string, string | null>[]) {
  const write = (count: number) => {
    const builder = repository(name);
    for (const [at, files] of steps.slice(0, count).entries())
      builder.commit({ at: `2024-0${String(at + 1)}-01`, author: ada, message: "Change", files });
    return builder.write(folder);
  };
  const found = foundAt(write(1).path, folder, name);
  const first = await readFound(found);
  write(steps.length);
  return { whole: await readFound(found), onward: await readFound(found, first) };
}

function organisationOf(evidence: RepositoryEvidence) {
  const { organisation } = buildOrganisation({
    name: "Bakery",
    asOf: Date.parse("2024-12-01") / 1000,
    repositories: [evidence],
    catalogues: [],
    configuration: emptyConfiguration,
  });
  return new Map(organisation.components.map((one) => [one.path, one]));
}

describe("a Location", () => {
  test("leads to files of any name, to others of its kind, and in circles to an end", async () => {
    const { whole } = await readTwice("bakery", [
      {
        ...app("services/oven"),
        ...app("services/till"),
        ...app("shop"),
        "catalog-info.yaml": location("./catalog/everything.yaml", "services/*/component.yml"),
        "catalog/everything.yaml": `${location("../catalog-info.yaml", "./everything.yaml", "../shop/about.yaml")}---\n${backstage("Group", "bakers", "{type: team, profile: {displayName: Bakers of bread}}")}`,
        "services/oven/component.yml": component("oven", "bakers"),
        "services/till/component.yml": component("till", "tills"),
        "shop/about.yaml": component("shop", "shops"),
      },
    ]);
    const owners = [...organisationOf(whole)].map(([path, { ownerIds }]) => [path, ownerIds]);
    expect(owners).toEqual([
      [".", []],
      ["services/oven", ["team:bakers"]],
      ["services/till", ["team:tills"]],
      ["shop", ["team:shops"]],
    ]);
    expect(whole.problems.filter(({ source }) => source === "catalog-info")).toEqual([]);
  });

  test("read on tells what a whole reading does, of every day, also when it comes late or goes", async () => {
    const start = { ...app("oven"), ...app("till"), "oven/about.yaml": component("oven", "olds") };
    for (const [at, steps] of [
      [
        start,
        { "oven/about.yaml": component("oven", "bakers") },
        { "catalog-info.yaml": location("oven/about.yaml") },
      ],
      [
        { ...start, "catalog-info.yaml": location("oven/about.yaml") },
        { "oven/about.yaml": component("oven", "bakers") },
      ],
      [
        { ...start, "catalog-info.yaml": location("oven/about.yaml") },
        { "catalog-info.yaml": location("none.yaml") },
      ],
    ].entries()) {
      const { whole, onward } = await readTwice(`ovens-${String(at)}`, steps);
      expect(onward.ownersVersions).toEqual(whole.ownersVersions);
      expect(onward.headFiles).toEqual(whole.headFiles);
    }
  });

  test("takes in the past of a file as well", async () => {
    const { whole } = await readTwice("past", [
      {
        ...app("oven"),
        ...app("till"),
        "catalog-info.yaml": location("oven/about.yaml"),
        "oven/about.yaml": component("oven", "olds"),
      },
      { "oven/about.yaml": component("oven", "bakers") },
    ]);
    const oven = organisationOf(whole).get("oven");
    if (oven === undefined) throw new Error("the oven is a component");
    const on = (day: string) => ownersAt(oven, Date.parse(day) / 1000);
    expect([on("2024-01-15"), on("2024-03-01")]).toEqual([["team:olds"], ["team:bakers"]]);
  });
});

describe("targets", () => {
  it.each([
    ["./a.yaml", ["deep/a.yaml"]],
    ["../b/**/c.yml", ["b/**/c.yml"]],
    ["/d.yaml", ["d.yaml"]],
    ["https://github.com/bakery/shop/blob/main/till/about.yaml", ["till/about.yaml"]],
    ["url:https://git.example/bakery/shop/-/blob/main/till/*.yaml", ["till/*.yaml"]],
    ["https://github.com/bakery/shop", []],
    ["../../e.yaml", []],
    ["./{a,b}.yaml", []],
    ["./${{ values.name }}.yaml", []],
  ])("%s", (target, paths) => {
    const found = locationTargets("deep/catalog-info.yaml", { target });
    expect(found.paths).toEqual(paths);
    // What is not followed is said; an address may mean another repository.
    const isPlain = paths.length === 1 && !target.includes(":");
    expect(found.problems).toHaveLength(isPlain ? 0 : 1);
  });

  it("never lead out of the repository", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 5 }), (targets) => {
        for (const path of locationTargets("a/b.yaml", { targets }).paths)
          expect(path.split("/")).not.toContain("..");
      }),
    );
  });
});
