import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backstageCatalogue } from "#sources/catalogue/backstage.ts";
import { compassCatalogue } from "#sources/catalogue/compass.ts";
import { entityRef } from "#sources/catalogue/entity-ref.ts";
import { publishedCatalogue } from "#sources/catalogue/published-catalogue.ts";
import { readCsv } from "#sources/rows.ts";

const backstage = (...lines: string[]) =>
  backstageCatalogue.read({ path: "catalog-info.yaml", text: lines.join("\n") });

describe("catalog-info.yaml", () => {
  it("reads a component, its references in full, and the services it calls", () => {
    const facts = backstage(
      "apiVersion: backstage.io/v1alpha1",
      "kind: Component",
      "metadata:",
      "  name: night-sky",
      "  namespace: Dome",
      "  description: Ask mira@example.org",
      "  tags: [ruby, 7]",
      "  annotations: {github.com/project-slug: observatory/night-sky}",
      "spec:",
      "  type: website",
      "  lifecycle: production",
      "  owner: Stargazers",
      "  system: sky",
      "  consumesApis: [star-charts, 'api:default/weather']",
      "  dependsOn: ['resource:sky-db', component:telescope-control]",
    );
    expect(facts.problems).toBeUndefined();
    expect(facts.entities).toEqual([
      {
        kind: "Component",
        name: "night-sky",
        namespace: "Dome",
        title: null,
        description: "Ask person",
        type: "website",
        lifecycle: "production",
        ownerIsBare: true,
        owner: "group:dome/stargazers",
        system: "system:dome/sky",
        domain: null,
        subcomponentOf: null,
        providesApis: [],
        consumesApis: ["api:dome/star-charts", "api:default/weather"],
        dependsOn: ["resource:dome/sky-db", "component:dome/telescope-control"],
        tags: ["ruby", "7"],
        repository: null,
        places: [{ host: null, path: "observatory/night-sky", folder: null }],
        line: 1,
      },
    ]);
    expect(facts.services?.map(({ name, how }) => [name, how])).toEqual([
      ["star-charts", "catalogue"],
      ["weather", "catalogue"],
      ["telescope-control", "catalogue"],
    ]);
  });

  it("reads every kind, leaves placeholders alone, and no bad document spoils another", () => {
    const facts = backstage(
      ...[
        "Component",
        "API",
        "Resource",
        "System",
        "Domain",
        "Group",
        "Location",
        "Template",
      ].flatMap((kind) => [`kind: ${kind}`, "metadata: {name: lens}", "---"]),
      "kind: API",
      "metadata: {name: charts, description: {$text: ./readme.md}}",
      "spec: {owner: unknown, definition: {$text: ./openapi.yaml}}",
      "---",
      "kind: [",
      "---",
      "kind: Telescope",
      "metadata: {name: big}",
      "---",
      "kind: User",
      "metadata: {name: mira.star}",
      "spec: {profile: {email: mira@example.org}}",
    );
    expect(facts.entities?.map(({ kind }) => kind)).toEqual(
      "Component API Resource System Domain Group Location Template API User".split(" "),
    );
    expect(facts.entities?.[8]).toMatchObject({ description: null, owner: null });
    expect(facts.problems).toMatchObject([{ code: "invalid" }, { code: "unsupported", line: 31 }]);
    expect(JSON.stringify(facts)).not.toMatch(/mira/);
  });

  it.each(["user:default/mira", "mira@example.org"])(
    "keeps of the owner %s only that it is a person",
    (owner) => {
      const facts = backstage("kind: System", "metadata: {name: sky}", `spec: {owner: "${owner}"}`);
      expect(facts.entities?.[0]?.owner).toBe("person");
    },
  );

  it("keeps what annotations, locations and groups name", () => {
    const facts = backstage(
      "kind: Component",
      "metadata:",
      "  name: lens",
      "  annotations:",
      "    backstage.io/view-url: https://git.example/observatory/lens/-/blob/main/a/catalog-info.yaml",
      "    gitlab.com/project-slug: observatory/optics/lens",
      "    backstage.io/source-location: url:https://git.example/observatory/optics/-/tree/main/lens/",
      "    dev.azure.com/project-repo: optics/lens",
      "    github.com/project-slug: ${{ values.slug }}",
      "spec: {owner: '@observatory/optics/lens'}",
      "---",
      "kind: Location",
      "metadata: {name: all}",
      "spec: {target: ./dome.yaml, targets: [../lens/*.yaml, a/../lens/b.yaml, 'https://git.example/x']}",
      "---",
      "kind: Group",
      "metadata: {name: optics, annotations: {github.com/team-slug: observatory/opticians}}",
      "spec: {type: team, profile: {displayName: Optics and glass}}",
    );
    const [lens, all, optics] = facts.entities ?? [];
    expect(lens?.owner).toBe("@observatory/optics/lens");
    expect(lens?.places).toEqual([
      { host: "git.example", path: "observatory/optics", folder: "lens" },
      { host: null, path: "observatory/optics/lens", folder: null },
      { host: "dev.azure.com", path: "optics/lens", folder: null },
      { host: "git.example", path: "observatory/lens", folder: "a" },
    ]);
    expect(all?.kind).toBe("Location");
    expect(facts.includes?.map(({ path }) => path)).toEqual(["dome.yaml", "lens/b.yaml"]);
    expect(facts.problems).toMatchObject([
      { text: expect.stringMatching(/^1 .*are addresses/), line: 12 },
      { text: expect.stringMatching(/^1 .*lead out/), line: 12 },
    ]);
    expect(optics).toMatchObject({
      title: "Optics and glass",
      aliases: ["observatory/opticians"],
    });
  });

  it.each([
    ["name: ${{ values.name | dump }}", "owner: sky"],
    ["name: {{ cookiecutter.name }}", "owner: sky"],
    ["name: {{cookiecutter.name}}-api", "owner: sky"],
    ["name: <%= name %>", "owner: sky"],
    ["name: lens", "owner: ${{ values.owner }}"],
    ["name: lens", "owner: {% if team %}a{% endif %}"],
  ])("a template is no descriptor: %s, %s", (name, owner) => {
    const facts = backstage("kind: Component", "metadata:", `  ${name}`, "spec:", `  ${owner}`);
    expect(facts.entities).toEqual([]);
    expect(facts.problems).toMatchObject([{ code: "unsupported" }]);
  });

  it("is found by its name, and in folders kept for it where it says that it is one", () => {
    for (const path of [
      "catalog-info.yaml",
      "a/b.catalog-info.yml",
      "catalog-info-lens.yaml",
      ".backstage/lens.yaml",
      "catalog/systems/sky.yaml",
    ])
      expect(backstageCatalogue.detect(path)).toBe("head");
    for (const path of [".github/workflows/catalog-info.yml", "lens.yaml", "catalog/lens.json"])
      expect(backstageCatalogue.detect(path)).toBe("none");
    const read = (text: string) => backstageCatalogue.read({ path: "catalog/lens.yaml", text });
    expect(read("kind: Component\nmetadata: {name: lens}\n")).toEqual({});
    const said = "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: lens}\n";
    expect(read(said).entities).toMatchObject([{ name: "lens" }]);
    expect(read("[\n# backstage.io/v1alpha1").problems).toMatchObject([{ code: "invalid" }]);
  });

  it("refuses aliases that multiply and nesting that exhausts the stack", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [from, to] of ["ab", "bc", "cd", "de"] as const)
      bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(", ")}]`);
    expect(backstage(...bomb).problems?.[0]?.code).toBe("invalid");
    expect(backstage("[".repeat(50_000)).problems?.[0]?.code).toBe("unsupported");
    expect(backstage("- ".repeat(50_000)).problems?.[0]?.code).toBe("unsupported");
    expect(backstage("a".repeat(1_000_001)).problems?.[0]?.code).toBe("too-large");
  });

  it("takes no key from a prototype", () => {
    const facts = backstage("kind: Component", "metadata: {__proto__: {name: ghost}}");
    expect(facts.entities).toEqual([]);
    expect(({} as Record<string, unknown>)["name"]).toBeUndefined();
  });

  it("never throws, and its lines are in the file", () => {
    const piece = fc.constantFrom(
      "kind: API\n",
      "metadata:\n",
      "  name: lens\n",
      "---\n",
      "[",
      "{",
      "&a ",
      "*a",
      "- ",
      ": ",
      "!",
      "\n",
      "  ",
      '"',
      "spec: {owner: x}\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const { entities = [], problems = [] } = backstage(text);
        for (const { line = 1 } of [...entities, ...problems]) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(text.split("\n").length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it.each([
  ["lens", "component:default/lens"],
  ["API:Lens", "api:default/lens"],
  ["dome/lens", "component:dome/lens"],
  ["api:dome/lens", "api:dome/lens"],
  ["a lens", null],
  ["", null],
])("entity reference %s is %s", (text, expected) => {
  expect(entityRef(text, "Component")).toBe(expected);
});

it("reads compass.yml", () => {
  const { entities } = compassCatalogue.read({
    path: "compass.yml",
    text: "name: dome-motor\nconfigVersion: 1\ntypeId: SERVICE\nownerId: ari:cloud:identity::team/7\nfields:\n  lifecycle: Active\nrelationships:\n  DEPENDS_ON: ['ari:cloud:compass:x:component/1']\nlabels: [dome]\n",
  });
  expect(entities).toMatchObject([
    {
      kind: "Component",
      name: "dome-motor",
      type: "service",
      lifecycle: "active",
      owner: "ari:cloud:identity::team/7",
      dependsOn: ["ari:cloud:compass:x:component/1"],
      tags: ["dome"],
    },
  ]);
});

describe("a published catalogue", () => {
  const fields = { repository: "repo", owner: "team.chat", type: "kind" };
  const yaml = [
    "rooms:",
    "  - {repo: dome, kind: Web apps, team: {chat: '#sky-team'}}",
    "  - {repo: dome, kind: Web apps, team: {chat: 'Sky Team'}}",
    "  - {repo: lens, kind: web-app, team: {chat: sky team}}",
    "  - {repo: 'https://bot:secret@code.example.org/obs/motor.git', kind: Tools, team: {chat: TBC}}",
    "  - {kind: Tools}",
    "  - nonsense",
  ].join("\n");

  it("has one spelling of owners and types, and one entry for a repository", () => {
    const source = publishedCatalogue({ path: "rooms.yml", itemsAt: "rooms", fields });
    expect(source.detect("rooms.yml")).toBe("head");
    expect(source.detect("docs/rooms.yml")).toBe("none");
    const facts = source.read({ path: "rooms.yml", text: yaml });
    expect(
      facts.entities?.map(({ repository, name, owner, type, line }) => [
        repository,
        name,
        owner,
        type,
        line,
      ]),
    ).toEqual([
      ["dome", "dome", "sky", "Web apps", 2],
      ["lens", "lens", "sky", "Web apps", 4],
      ["code.example.org/obs/motor", "motor", null, "Tools", 5],
    ]);
    expect(facts.problems).toBeUndefined();
  });

  it("keeps entries apart that name different parts or owners", () => {
    const source = publishedCatalogue({
      path: "rooms.json",
      fields: { repository: "repo", owner: "team", type: "kind", name: "app", lifecycle: "stage" },
    });
    const text = JSON.stringify([
      { repo: "dome", app: "front", team: "sky", kind: null, stage: "LIVE" },
      { repo: "dome", app: "back", team: "sky", kind: "API" },
      { repo: "dome", app: "back", team: "motor", kind: "API" },
    ]);
    const { entities } = source.read({ path: "rooms.json", text });
    expect(entities?.map(({ name, owner }) => [name, owner])).toEqual([
      ["front", "sky"],
      ["back", "sky"],
      ["back", "motor"],
    ]);
    expect(entities?.[0]?.lifecycle).toBe("live");
  });

  it("reads CSV", () => {
    const source = publishedCatalogue({
      path: "rooms.csv",
      fields: { repository: "Repository", owner: "Owner", type: "Type" },
    });
    const text = 'Repository,Owner,Type\r\ndome,"Sky, ""high""\nTeam",Tool\r\n\r\nlens,,Tool\r\n';
    const { entities } = source.read({ path: "rooms.csv", text });
    expect(entities?.map(({ name, owner, line }) => [name, owner, line])).toEqual([
      ["dome", "sky-high", 2],
      ["lens", null, 5],
    ]);
  });

  it("says where no list was found", () => {
    const source = publishedCatalogue({ path: "rooms.yml", itemsAt: "rooms.all", fields });
    const { problems } = source.read({ path: "rooms.yml", text: "rooms: 3" });
    expect(problems?.[0]?.text).toContain("rooms.all");
  });

  it("gives back what a CSV writer wrote", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", " ", "é"), minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = ["x,y", ...rows.map((row) => row.map(quote).join(","))].join("\n");
        expect(readCsv(text).rows.map(({ value }) => [value["x"], value["y"]])).toEqual(rows);
      }),
    );
  });
});
