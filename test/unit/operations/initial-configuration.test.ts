import { describe, expect, test } from "vitest";
import { composeConfiguration } from "#operations/initial/compose-configuration.ts";
import { guessCatalogue } from "#operations/initial/guess-fields.ts";
import { parseConfiguration } from "#operations/configuration/parse-configuration.ts";
import { sampleReport } from "#fixtures/sample-report.ts";

const known = new Set(["dough-kit", "till-ui", "stock-api"]);

describe("a catalogue is known by its values and the names of its fields", () => {
  test.each([
    [
      "repos.yml",
      `- repo_name: dough-kit\n  team: ovens\n  type: Gem\n- repo_name: stock-api\n  team: ovens\n  type: API\n`,
      { fields: { repository: "repo_name", owner: "team", type: "type" }, types: ["Gem", "API"] },
    ],
    [
      "data/services.json",
      JSON.stringify({
        services: [
          {
            title: "Dough",
            gitRepo: "https://git.example/crumb/dough-kit.git",
            squad: "a",
            kind: "x",
          },
          { title: "Tills", gitRepo: "git@git.example:crumb/till-ui", squad: "b", kind: "x" },
        ],
      }),
      {
        itemsAt: "services",
        fields: { repository: "gitRepo", owner: "squad", type: "kind", name: "title" },
        types: ["x"],
      },
    ],
    [
      "owners.csv",
      "name,owner\ndough-kit,ovens\ntill-ui,storefront\nsomething-else,none\n",
      {
        entriesCount: 3,
        knownCount: 2,
        fields: { repository: "name", owner: "owner", type: "type" },
      },
    ],
    [
      "systems.yaml",
      "dough-kit:\n  team: ovens\ntill-ui:\n  team: storefront\n",
      { fields: { repository: "$key", owner: "team", type: "type" } },
    ],
  ])("%s", (path, text, expected) => {
    expect(guessCatalogue(path, text, known)).toMatchObject({ path, ...expected });
  });

  test.each([
    ["other names", "- repo: weather\n  team: a\n- repo: news\n  team: b\n"],
    ["nobody owns them", "- repo: dough-kit\n- repo: till-ui\n"],
    ["one entry", "- repo: dough-kit\n  team: a\n"],
    ["prose", "What we bake, and why.\n"],
    ["nothing", ""],
  ])("something else is not: %s", (_, text) => {
    expect(guessCatalogue("repos.yml", text, known)).toBeNull();
  });
});

describe("the first fulcrum.yaml", () => {
  const report = sampleReport();
  const found = {
    repository: "service-catalogue\n# injected: yes",
    path: "data/a: b.yml",
    itemsAt: "items",
    fields: { repository: "repo: x", owner: "team", type: "type" },
    entriesCount: 9,
    knownCount: 8,
    types: ["Website", "API: v2"],
  };

  test("is accepted by fulcrum itself, with the values that were found", () => {
    const text = composeConfiguration(report, [found, found], Date.parse("2026-03-04"));
    const read = parseConfiguration(text, "fulcrum.yaml");
    expect(read.name).toBe("Crumb & Co bakeries");
    expect(read.own.namespaces).toEqual(["crumb"]);
    expect(read.catalogues).toEqual([
      { path: found.path, itemsAt: found.itemsAt, fields: found.fields },
    ]);
    expect(text).toContain('#  "API: v2": platform');
  });

  test("and still with every example uncommented", () => {
    const text = composeConfiguration(report, [], Date.parse("2026-03-04"));
    const uncommented = text
      .replace(/^(bots|corrections): \[\]$/gm, "$1:")
      .replace(/^#(?! )/gm, "")
      .replace(/^#( {2,})/gm, "$1");
    const read = parseConfiguration(uncommented, "fulcrum.yaml");
    expect(read.corrections).toHaveLength(1);
    expect(read.mandates).toHaveLength(1);
    expect(read.thresholds).toEqual({ liveForDays: 180 });
    expect(read.catalogues).toHaveLength(1);
    expect(read.bots).toEqual(["deploy@example.com"]);
  });

  test("survives a hostile name of the organisation", () => {
    const name = 'x"\n\u202Ebots: [me] #';
    const hostile = { ...report, organisation: { ...report.organisation, name } };
    const text = composeConfiguration(hostile, [], 0);
    expect(parseConfiguration(text, "fulcrum.yaml")).toMatchObject({
      name: 'x" bots: [me] #',
      bots: [],
    });
  });
});
