import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileSource } from "#evidence/source.ts";
import {
  cortexDescriptor,
  datadogDescriptor,
  opslevelDescriptor,
  portDescriptor,
} from "#sources/catalogue/service-descriptors.ts";

const read = (source: FileSource, ...lines: string[]) =>
  source.read({ path: "descriptor.yaml", text: lines.join("\n") });
const owners = (source: FileSource, ...lines: string[]) =>
  (read(source, ...lines).entities ?? []).map(({ name, owner }) => `${name}: ${owner ?? "nobody"}`);

describe("descriptors of service catalogues", () => {
  it("OpsLevel", () => {
    expect(
      owners(
        opslevelDescriptor,
        "version: 1",
        "component: {name: Oven, owner: bread_team, lifecycle: beta}",
      ),
    ).toEqual(["Oven: bread_team"]);
    expect(
      owners(opslevelDescriptor, "version: 1", "service: {name: Till, owner: unknown}"),
    ).toEqual(["Till: nobody"]);
    expect(read(opslevelDescriptor, "version: 1", "repository: {owner: bread, name: x}")).toEqual({
      entities: [],
    });
    expect(opslevelDescriptor.detect("till/opslevel.yml")).toBe("head");
  });

  it("Cortex", () => {
    const facts = read(
      cortexDescriptor,
      "openapi: 3.0.1",
      "info:",
      "  title: The oven",
      "  x-cortex-tag: oven",
      "  x-cortex-git: {github: {repository: bakery/ovens, basepath: deck}}",
      "  x-cortex-owners:",
      "  - {type: email, email: rye@bakery.example}",
      "  - {type: group, name: bread, provider: CORTEX}",
    );
    expect(facts.entities).toMatchObject([
      {
        name: "oven",
        title: "The oven",
        owner: "bread",
        places: [{ host: null, path: "bakery/ovens", folder: "deck" }],
      },
    ]);
    expect(
      owners(
        cortexDescriptor,
        "info: {x-cortex-tag: till, x-cortex-owners: [{type: email, email: rye@bakery.example}]}",
      ),
    ).toEqual(["till: person"]);
    expect(read(cortexDescriptor, "info: {x-cortex-tag: bread, x-cortex-type: team}")).toEqual({
      entities: [],
    });
    for (const path of ["cortex.yaml", ".cortex/catalog/oven.yml"])
      expect(cortexDescriptor.detect(path)).toBe("head");
  });

  it("Datadog, every version", () => {
    expect(
      owners(
        datadogDescriptor,
        "schema-version: v1",
        "info: {dd-service: oven}",
        "org: {team: bread}",
        "---",
        "schema-version: v2.2",
        "dd-service: till",
        "team: shop",
        "---",
        "apiVersion: v3",
        "kind: service",
        "metadata: {name: mill, owner: flour, additionalOwners: [{name: grain, type: team}, {name: night, type: operator}]}",
        "datadog: {codeLocations: [{repositoryURL: 'https://git.example/bakery/mill.git', paths: ['wheel/**']}]}",
      ),
    ).toEqual(["oven: bread", "till: shop", "mill: flour", "mill: grain"]);
  });

  it("Port", () => {
    expect(
      owners(
        portDescriptor,
        "- {identifier: oven, blueprint: service, team: bread}",
        "- {identifier: till, blueprint: microservice, relations: {owning_team: shop}}",
        "- {identifier: shop, blueprint: team}",
      ),
    ).toEqual(["oven: bread", "till: shop"]);
  });

  it("never throw, and keep no address", () => {
    const piece = fc.constantFrom(
      "info:",
      " name: a@b.c",
      "\n",
      "owner: rye@bakery.example",
      "{",
      "[",
      "dd-service: x\n",
      "team: rye@bakery.example\n",
      "identifier: a\n",
      "blueprint: service\n",
    );
    const source = fc.constantFrom(
      opslevelDescriptor,
      cortexDescriptor,
      datadogDescriptor,
      portDescriptor,
    );
    fc.assert(
      fc.property(source, fc.array(piece, { maxLength: 30 }), (one, pieces) => {
        const { entities = [] } = read(one, pieces.join(""));
        for (const { owner } of entities) expect(owner ?? "").not.toContain("@");
      }),
    );
  });
});
