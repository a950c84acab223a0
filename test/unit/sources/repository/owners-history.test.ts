import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildOrganisation } from "#model/build-organisation.ts";
import { emptyConfiguration } from "#model/configuration.ts";
import { ownersAt } from "#model/owner-history.ts";
import { repository } from "#fixtures/repository-builder.ts";
import { foundAt, readFound } from "../read-found.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-owners-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ada = "Ada Oven <ada@bakery.example>";
const manifest = '{"name":"ovens","version":"1.0.0"}';
const entity = (owner: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ovens\nspec:\n  type: service\n  owner: ${owner}\n`;

/** Nobody's, then of the bakers, garbled for a day, then of the sellers by a catalogue file, then of nobody again. */
const steps: readonly (readonly [string, Record<string, string | null>])[] = [
  ["2024-01-01", { "package.json": manifest }],
  ["2024-02-01", { CODEOWNERS: "* @bakery/bakers\n" }],
  ["2024-03-01", { "notes.md": "nothing of owners\n" }],
  ["2024-04-01", { "catalog-info.yaml": entity("sellers") }],
  ["2024-05-01", { "catalog-info.yaml": "kind: [" }],
  ["2024-06-01", { "catalog-info.yaml": null, CODEOWNERS: null }],
];

function written(count: number) {
  const builder = repository("ovens");
  for (const [at, files] of steps.slice(0, count))
    builder.commit({ at, author: ada, message: "Change", files });
  return builder.write(folder);
}

describe("owners over time", () => {
  it("are the same read at once and read on", async () => {
    const found = foundAt(written(3).path, folder, "ovens");
    const half = await readFound(found);
    written(6);
    const whole = await readFound(found);
    const onward = await readFound(found, half);
    expect(onward.ownersVersions).toEqual(whole.ownersVersions);
    expect(whole.ownersVersions?.map((one) => [one.path, one.source])).toEqual([
      ["CODEOWNERS", "codeowners"],
      ["catalog-info.yaml", "catalog-info"],
      ["CODEOWNERS", "codeowners"],
      ["catalog-info.yaml", "catalog-info"],
    ]);
  });

  it("are known for each day, by the same rules as those of today", async () => {
    const evidence = await readFound(foundAt(written(6).path, folder, "ovens"));
    const { organisation } = buildOrganisation({
      name: "Bakery",
      asOf: Date.parse("2024-07-01") / 1000,
      repositories: [evidence],
      catalogues: [],
      configuration: emptyConfiguration,
    });
    const [component] = organisation.components;
    if (component === undefined) throw new Error("one repository is one component");
    const on = (date: string) => ownersAt(component, Date.parse(date) / 1000);
    expect(["2024-01-15", "2024-03-15", "2024-04-15", "2024-05-15", "2024-06-15"].map(on)).toEqual([
      [],
      ["team:bakers"],
      ["team:sellers"],
      ["team:sellers"],
      [],
    ]);
    expect(component.ownerIds).toEqual([]);
  });

  it("are those of today where no file ever named one", () => {
    expect(ownersAt({ ownerIds: ["team:bakers"] }, 0)).toEqual(["team:bakers"]);
  });
});
