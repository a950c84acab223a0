import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repositoryLists } from "#sources/catalogue/repository-lists.ts";

const read = (path: string, ...lines: string[]) =>
  repositoryLists.read({ path, text: lines.join("\n") }).lists ?? [];

/** Rows of every table as `name → owners`, by its first column of names and the given column of owners. */
function rows(path: string, lines: readonly string[], field: string): string[][] {
  return read(path, ...lines).flatMap(({ names, owners }) => {
    const column = owners.find((one) => one.field === field);
    const cells = column?.values.split("\n");
    return cells === undefined
      ? []
      : [
          (names[0]?.values.split("\n") ?? []).map(
            (name, at) => `${name} → ${(cells[at] ?? "").replaceAll("\t", "+")}`,
          ),
        ];
  });
}

const expected = ["stalls → pit", "screens → pit", "lobby → front"];

describe("a table of repositories with owners is read whatever it is written in", () => {
  it.each<[string, string, string[]]>([
    [
      "data/films.yml",
      "squad",
      [
        "- {repo: stalls, squad: pit}",
        "- {repo: screens, squad: pit}",
        "- {repo: lobby, squad: front}",
      ],
    ],
    [
      "cinema.json",
      "squad",
      [
        '{"rooms": [{"slug":"stalls","squad":"pit"},',
        '{"slug":"screens","squad":"pit"},{"slug":"lobby","squad":"front"}]}',
      ],
    ],
    [
      "owners.yaml",
      "team.chat",
      [
        "stalls: {team: {chat: pit}}",
        "screens: {team: {chat: pit}}",
        "lobby: {team: {chat: front}}",
      ],
    ],
    ["owners.yaml", "$value", ["stalls: pit", "screens: pit", "lobby: front"]],
    ["teams.yaml", "^$key", ["pit: [stalls, screens]", "front:", "  - lobby"]],
    [
      "teams.yaml",
      "^name",
      [
        "- name: pit",
        "  members: [kim, lou]",
        "  repositories: [stalls, screens]",
        "- name: front",
        "  repositories: [lobby]",
      ],
    ],
    ["rooms.csv", "Crew", ["Repository,Crew", "stalls,pit", "screens,pit", "lobby,front"]],
    ["rooms.csv", "Crew", ["Repository;Crew", "stalls;pit", "screens;pit", "lobby;front"]],
    [
      "main.tf",
      "team",
      [
        'module "stalls" {',
        '  source = "./repository"',
        '  name = "stalls"',
        '  team = "pit"',
        "}",
        'module "screens" {',
        '  source = "./repository"',
        '  name = "screens"',
        '  team = "pit"',
        "}",
        'module "lobby" {',
        '  source = "./repository"',
        '  name = "lobby"',
        '  team = "front"',
        "}",
      ],
    ],
    [
      "locals.tf",
      "team",
      [
        "locals {",
        "  repositories = {",
        '    stalls = { team = "pit" }',
        '    screens = { team = "pit", topics = ["film"] }',
        '    "lobby" = {',
        '      team = "front"',
        "    }",
        "  }",
        "}",
      ],
    ],
    [
      "prod.tfvars",
      "team",
      [
        "repositories = [",
        '  { name = "stalls", team = "pit" },',
        '  { name = "screens", team = "pit" },',
        '  { name = "lobby", team = "front" }',
        "]",
      ],
    ],
    [
      "teams.tf",
      "team",
      [
        'resource "github_team" "pit" { name = "pit" }',
        'resource "github_repository" "s" {',
        '  name = "stalls"',
        "}",
        'resource "github_team_repository" "a" {',
        "  team_id    = github_team.pit.id",
        "  repository = github_repository.s.name",
        '  permission = "admin"',
        "}",
        'resource "github_team_repository" "b" {',
        "  team_id    = github_team.pit.id",
        '  repository = "screens"',
        "}",
        'resource "github_team_repository" "c" {',
        "  team_id    = data.github_team.front.id",
        '  repository = "lobby"',
        "}",
        'resource "github_team_repository" "d" {',
        '  team_id    = "everybody"',
        '  repository = "lobby"',
        '  permission = "pull"',
        "}",
      ],
    ],
  ])("%s by %s", (path, field, lines) => {
    expect(rows(path, lines, field)).toContainEqual(expected);
  });

  it("with several owners, addresses of repositories and the lines of its rows", () => {
    const [list] = read(
      "repos.yml",
      "- repo: https://git.example/cinema/stalls",
      "  owners: [pit, front]",
      "- repo: git@git.example:cinema/lobby.git",
      "  owners:",
      "    - name: front",
      "    - name: kim@cinema.example",
    );
    expect(list?.names[0]?.values.split("\n")).toEqual([
      "https://git.example/cinema/stalls",
      "git@git.example:cinema/lobby.git",
    ]);
    expect(list?.owners[0]?.values).toBe("pit\tfront\nfront\tperson");
    expect(list?.lines).toBe("1 3");
  });
});

describe("what is no such table is left alone", () => {
  it.each<[string, string[]]>([
    [
      "k8s.yaml",
      [
        "apiVersion: v1",
        "kind: List",
        "items:",
        "- {name: a, team: pit}",
        "- {name: b, team: pit}",
      ],
    ],
    [
      "services.yml",
      [
        "- {name: stalls, language: ruby}",
        "- {name: lobby, language: ruby}",
        "- {name: bar, language: go}",
      ],
    ],
    ["services.yml", ["- {name: stalls, live: true}", "- {name: lobby, live: true}"]],
    ["teams.yml", ["- {name: stalls, team: pit}", "- {name: lobby, team: front}"]],
    [
      "teams.yml",
      ["- {name: '{{ name }}', team: '{{ team }}'}", "- {name: '{{ a }}', team: '{{ team }}'}"],
    ],
    ["broken.json", ["{"]],
    [
      "rules/rooms.yaml",
      [
        "groups:",
        "- name: rooms",
        "  rules:",
        "  - {alert: dark, team: pit}",
        "  - alert: cold",
        "    expr: heat < 1",
        "    team: pit",
        "  - {alert: loud, team: pit}",
      ],
    ],
    ["menu.yml", ["- {dish: soup, price: 3}", "- {dish: bread, price: 3}"]],
  ])("%s %o", (path, lines) => {
    expect(read(path, ...lines)).toEqual([]);
  });

  it("nor data of some size in which no field is called for owners", () => {
    const written = (field: string) =>
      Array.from(
        { length: 8_000 },
        (_, at) => `- {name: r${String(at)}, ${field}: x${String(at % 9)}}`,
      );
    expect(read("services.yml", ...written("hall"))).toEqual([]);
    expect(read("services.yml", ...written("crew"))).not.toEqual([]);
  });

  it.each([
    "test/fixtures/repos.yml",
    "examples/catalogue.json",
    "config/locales/owners.yml",
    ".github/teams.yml",
    "package.json",
    "README.md",
    "variables.tf",
    "rooms/action.yml",
    "docker-compose.prod.yml",
    "approvals/rooms.json",
    "rooms.approved.json",
    "stage/test_documents/rooms.json",
    "stage/mock-data/rooms.yml",
    "rooms_sample.csv",
  ])("nor are samples and settings: %s", (path) => {
    expect(repositoryLists.detect(path)).toBe("none");
  });
});

it("keeps a list of ten thousand in little", () => {
  const text = JSON.stringify(
    Array.from({ length: 10_000 }, (_, at) => ({
      repo: `hall-${String(at)}`,
      team: `t${String(at % 40)}`,
    })),
  );
  const [list] = repositoryLists.read({ path: "repos.json", text }).lists ?? [];
  expect(list?.rowsCount).toBe(10_000);
  expect(JSON.stringify(list).length).toBeLessThan(text.length);
});

it("never throws and takes time in line with the length", () => {
  const piece = fc.constantFrom(
    "- ",
    "repo: a\n",
    "team: b\n",
    "{",
    "}",
    "[",
    "]",
    '"',
    "=",
    "\n",
    "  ",
    "x",
    "resource ",
    "<<EOT\n",
    "/*",
    "#",
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }),
      fc.constantFrom("a.yml", "a.json", "a.tf", "a.csv"),
      (pieces, path) => {
        read(path, pieces.join(""), "repositories");
      },
    ),
    { numRuns: 400 },
  );
  for (const path of ["teams.yml", "teams.json", "teams.tf", "teams.csv"])
    for (const part of ['"', "a", "a: ", "{", "[", "a = [", "team: a, ", "\\"]) {
      // Processor time, so that a busy machine does not count; in microseconds.
      const start = process.cpuUsage();
      read(path, `repositories ${part.repeat(60_000)}`);
      expect(process.cpuUsage(start).user).toBeLessThan(6_000_000);
    }
});
