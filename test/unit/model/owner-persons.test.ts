import { describe, expect, test } from "vitest";
import { buildOrganisation } from "#model/build-organisation.ts";
import { emptyConfiguration } from "#model/configuration.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { asOf } from "./observatory.ts";
import { descriptor, line } from "./railway.ts";

const github = "github.com/acme";
const owned = (name: string, owner: string) =>
  line(`${github}/${name}`, ["a.js"], { "catalog-info.yaml": descriptor(name, owner) });

/** Names of the owners by repository, where `authors` wrote code. */
function ownersWith(authors: readonly string[], repositories: readonly RepositoryEvidence[]) {
  const { organisation } = buildOrganisation({
    name: "Railway",
    asOf,
    repositories,
    catalogues: [],
    configuration: emptyConfiguration,
    isAuthor: (name) => authors.includes(name),
  });
  const said = JSON.stringify(organisation);
  const names = new Map(organisation.teams.map(({ id, name }) => [id, name]));
  const owners: Record<string, string> = {};
  for (const { name, ownerIds } of organisation.components)
    owners[name] = ownerIds.map((id) => names.get(id)).join();
  return { said, ...owners };
}

describe("a bare name that is an author's", () => {
  test("is a person's, whom nobody names, however much it owns", () => {
    const all = [owned("tracks", "jswitch"), owned("signals", "jswitch"), owned("halts", "halts")];
    expect(ownersWith(["jswitch"], all)).toMatchObject({
      tracks: "Individual-owned",
      signals: "Individual-owned",
      halts: "halts",
    });
    const persons = ownersWith(["jswitch"], all.slice(0, 2));
    expect(JSON.stringify(persons.said)).not.toContain("jswitch");
    expect(ownersWith([], all)).toMatchObject({ tracks: "jswitch" });
  });

  test("with a blank in it too, and in a list", () => {
    const rows = ["tracks", "signals"].map((name) => `- {repo: ${name}, owner: jswitch}`);
    const list = line(`${github}/docs`, [], { "repos.yml": rows });
    const plain = [line(`${github}/tracks`, ["a.js"]), owned("signals", "June Switch")];
    expect(ownersWith(["jswitch", "june-switch"], [list, ...plain])).toMatchObject({
      tracks: "Individual-owned",
      signals: "Individual-owned",
    });
  });

  test("is a team's where something calls it one", () => {
    const tracks = owned("tracks", "iron");
    for (const other of [
      owned("signals", "group:iron"),
      owned("signals", "group:default/iron"),
      line(`${github}/docs`, ["a.js"], { ".github/CODEOWNERS": ["* @acme/iron"] }),
      line(`${github}/people`, [], {
        "catalog/groups.yaml": [
          "apiVersion: backstage.io/v1alpha1",
          "kind: Group",
          "metadata: {name: iron}",
          "spec: {type: team}",
        ],
      }),
    ])
      expect(ownersWith(["iron"], [tracks, other])).toMatchObject({ tracks: "iron" });
  });
});
