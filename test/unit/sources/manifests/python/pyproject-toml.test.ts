import { describe, expect, it } from "vitest";
import { pyprojectToml } from "#sources/manifests/python/pyproject-toml.ts";

const read = (text: string) => pyprojectToml.read({ path: "sky/pyproject.toml", text });
const brief = (text: string) =>
  read(text).dependencies?.map((d) =>
    [d.purl.slice(9), d.constraint ?? "-", d.scope, d.line, d.localPath ?? d.origin ?? ""]
      .join(" ")
      .trim(),
  );

describe("pyproject.toml", () => {
  it("reads [project], groups, uv sources and the build system", () => {
    const text = `[build-system]
requires = ["hatchling"]

[project]
name = "Sky_Chart"
version = "1.2.0"
description = "Maps the sky"
classifiers = ["Private :: Do Not Upload"]
dependencies = [
  "lens>=2",
  "mirror[big]==1.0 ; python_version > '3'",
]
[project.optional-dependencies]
test = ["dark-room"]
maps = ["paper<3"]

[dependency-groups]
lint = ["broom", { include-group = "test" }]

[tool.uv.sources]
lens = { path = "../lens" }
paper = { git = "https://example.org/sky/paper.git" }
[tool.uv.workspace]
members = ["packages/*"]
`;
    expect(read(text).packages).toEqual([
      {
        purl: "pkg:pypi/sky-chart",
        kind: "library",
        version: "1.2.0",
        isPrivate: true,
        description: "Maps the sky",
        line: 5,
      },
    ]);
    expect(brief(text)).toEqual([
      "lens >=2 runtime 10 lens",
      "mirror ==1.0 runtime 11",
      "dark-room - test 14",
      "paper <3 runtime 15 https://example.org/sky/paper",
      "broom - development 18",
      "hatchling - build 2",
    ]);
    expect(read(text).workspaces).toEqual(["packages/*"]);
  });

  it("reads poetry's tables and groups", () => {
    const text = `[tool.poetry]
name = "dome"
version = "0.3"
package-mode = false
[tool.poetry.dependencies]
python = "^3.11"
lens = "^2"
mirror = { git = "https://example.org/sky/mirror.git", branch = "main" }
"glass.cover" = [{ version = "<1", python = "<3" }, { version = ">=1" }]
[tool.poetry.dev-dependencies]
broom = "*"
[tool.poetry.group.test.dependencies]
dark-room = "*"
[tool.poetry.group.test.dependencies.lamp]
path = "../../lamp"
[build-system]
requires = ["poetry-core>=1"]
`;
    expect(read(text).packages?.[0]).toMatchObject({
      purl: "pkg:pypi/dome",
      isPrivate: true,
      line: 2,
    });
    expect(brief(text)).toEqual([
      "lens ^2 runtime 7",
      "mirror - runtime 8 https://example.org/sky/mirror",
      "glass-cover <1 runtime 9",
      "broom * development 11",
      "dark-room * test 13",
      "lamp - test 14 file:../../lamp",
      "poetry-core >=1 build 17",
    ]);
  });

  it("says what is broken", () => {
    expect(read("[project\nname = 1").problems?.map((p) => [p.code, p.line])).toEqual([
      ["invalid", 1],
    ]);
    const facts = read(
      `[project]\nname = 7\ndependencies = ["lens", "??", 4]\n[tool.poetry.dependencies]\nbad = 4`,
    );
    expect(facts.packages).toBeUndefined();
    expect(facts.dependencies).toHaveLength(1);
    expect(facts.problems).toHaveLength(2);
    expect(
      read("[__proto__]\nname = 'x'\n[tool.poetry.dependencies]\n__proto__ = '1'").problems,
    ).toBeUndefined();
  });
});
