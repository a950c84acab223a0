import { describe, expect, it } from "vitest";
import { parseLock } from "#sources/locks/parse-lock.ts";
import { readLocked as read } from "./read-locked.ts";

describe("Gemfile.lock", () => {
  const text = `GIT
  remote: https://example.org/bakery/ovens.git
  revision: 0123456789abcdef
  branch: main
  specs:
    ovens (2.0.0.pre1)
      flour (~> 1.0)

PATH
  remote: engines/till
  specs:
    till (0.1.0)

GEM
  remote: https://rubygems.org/
  specs:
    flour (1.4.2)
    salt (3.1.0-x86_64-linux)
    salt (3.1.0-arm64-darwin)

PLATFORMS
  arm64-darwin
  x86_64-linux

DEPENDENCIES
  flour (~> 1.0)
  ovens!

CHECKSUMS
  flour (1.4.2) sha256=abc

RUBY VERSION
   ruby 3.3.0p0

BUNDLED WITH
   2.5.6
`;

  it("gives each locked gem once, whatever its source and platforms", () => {
    const expected = [
      "gem/ovens 2.0.0.pre1",
      "gem/till 0.1.0",
      "gem/flour 1.4.2",
      "gem/salt 3.1.0",
    ];
    expect(read("gemfile", text)).toEqual(expected);
    expect(read("gemfile", `\uFEFF${text.replaceAll("\n", "\r\n")}`)).toEqual(expected);
  });

  it("is empty where the file is", () => {
    expect(read("gemfile", "\n")).toEqual([]);
  });

  it("refuses what does not begin with a heading", () => {
    expect(parseLock("gemfile", "    flour (1.0)\n").problems).toEqual([
      { code: "invalid", text: "The lock file is not valid (gemfile)" },
    ]);
  });
});

describe("package-lock.json", () => {
  it("version 3: what lies in the root's folder, in a member's, in another package's", () => {
    const text = JSON.stringify({
      lockfileVersion: 3,
      packages: {
        "": { name: "bakery", workspaces: ["shops/*"] },
        "node_modules/ovens": { version: "2.0.0" },
        "node_modules/@bakery/till": { resolved: "shops/till", link: true },
        "node_modules/ovens/node_modules/flour": { version: "1.0.0" },
        "node_modules/grain": { name: "wheat", version: "4.0.0" },
        "shops/till": { name: "@bakery/till", version: "0.1.0" },
        "shops/till/node_modules/ovens": { version: "1.9.0" },
        "shops/till/node_modules/ovens/node_modules/flour": { version: "0.9.0" },
      },
      dependencies: { ignored: { version: "1.0.0" } },
    });
    expect(read("npm", text)).toEqual([
      "npm/ovens 2.0.0",
      "npm/flour 1.0.0 nested",
      "npm/wheat 4.0.0",
      "npm/ovens 1.9.0 member shops/till",
      "npm/flour 0.9.0 nested",
    ]);
  });

  it("version 1: the tree, aliases told, folders left out", () => {
    const text = JSON.stringify({
      lockfileVersion: 1,
      dependencies: {
        ovens: { version: "2.0.0", dependencies: { flour: { version: "1.0.0" } } },
        grain: { version: "npm:@mill/wheat@4.0.0" },
        till: { version: "file:../till" },
        oats: { version: "git+ssh://git@example.org/mill/oats.git#0123abc" },
        barley: { version: "https://example.org/barley/-/barley-1.4.0-rc.1.tgz" },
      },
    });
    expect(read("npm", text)).toEqual([
      "npm/ovens 2.0.0",
      "npm/flour 1.0.0 nested",
      "npm/%40mill/wheat 4.0.0",
      "npm/oats 0123abc",
      "npm/barley 1.4.0-rc.1",
    ]);
  });

  it("survives what is nested without end, and keys that name prototypes", () => {
    const deep = `{"dependencies":${'{"a":{"version":"1","dependencies":'.repeat(5000)}{}${"}}".repeat(5000)}}`;
    expect(read("npm", deep)).toEqual(["npm/a 1", "npm/a 1 nested"]);
    const text =
      '{"packages":{"__proto__":{"version":"1"},"node_modules/__proto__":{"version":"1"}}}';
    expect(read("npm", text)).toEqual(["npm/__proto__ 1"]);
  });

  it.each(["", "[]", "null", "{", '{"packages":{}}x'])("refuses %j", (text) => {
    expect(parseLock("npm", text).problems.map(({ code }) => code)).toEqual(["invalid"]);
  });

  it.each(["{}", '{"packages":[]}', '{"packages":{"node_modules/":{"version":"1"}}}'])(
    "finds nothing in %j",
    (text) => expect(read("npm", text)).toEqual([]),
  );
});

describe("yarn.lock", () => {
  it("classic: an entry for each range", () => {
    const text = `# yarn lockfile v1


"@bakery/ovens@^2.0.0", "@bakery/ovens@^2.1.0":
  version "2.3.0"
  resolved "https://registry.example.org/ovens.tgz#abc"

flour@1.x:
  version "1.4.0"
  dependencies:
    salt "^1.0.0"

"grain@npm:wheat@^4.0.0":
  version "4.0.1"

"till@file:../till":
  version "0.1.0"
`;
    expect(read("yarn", text)).toEqual([
      "npm/%40bakery/ovens 2.3.0 range ^2.0.0",
      "npm/%40bakery/ovens 2.3.0 range ^2.1.0",
      "npm/flour 1.4.0 range 1.x",
      "npm/wheat 4.0.1 range ^4.0.0",
    ]);
  });

  it("berry: ranges as the manifest writes them, no members of the workspace", () => {
    const text = `__metadata:
  version: 8

"bakery@workspace:.":
  version: 0.0.0-use.local
  resolution: "bakery@workspace:."
  linkType: soft

"ovens@npm:^2.0.0, ovens@npm:~2.3":
  version: 2.3.0
  resolution: "ovens@npm:2.3.0"

? "salt@npm:^1.0.0, salt@npm:^1.10"
:
  version: 1.10
  resolution: "salt@npm:1.10"
`;
    expect(read("yarn", text)).toEqual([
      "npm/ovens 2.3.0 range ^2.0.0",
      "npm/ovens 2.3.0 range ~2.3",
      "npm/salt 1.10 range ^1.0.0",
      "npm/salt 1.10 range ^1.10",
    ]);
  });
});

describe("pnpm-lock.yaml", () => {
  it("version 9: what each member sees, and what is installed", () => {
    const text = `lockfileVersion: '9.0'

importers:
  .:
    devDependencies:
      ovens: {specifier: ^2.0.0, version: 2.3.0(flour@1.0.0)}
      grain: {specifier: 'npm:wheat@^4', version: wheat@4.0.1}
  shops/till:
    dependencies:
      ovens: {specifier: ^1.0.0, version: 1.9.0}
      counter: {specifier: 'workspace:*', version: link:../counter}

packages:
  ovens@2.3.0:
    resolution: {integrity: sha512-abc}
  '@mill/stones@https://codeload.example.org/stones/tar.gz/abc':
    resolution: {tarball: https://codeload.example.org/stones/tar.gz/abc}
    version: 0.3.0

snapshots:
  ovens@2.3.0(flour@1.0.0): {}
`;
    expect(read("pnpm", text)).toEqual([
      "npm/ovens 2.3.0 range ^2.0.0 member .",
      "npm/wheat 4.0.1 range npm:wheat@^4 member .",
      "npm/ovens 1.9.0 range ^1.0.0 member shops/till",
      "npm/ovens 2.3.0 nested",
      "npm/%40mill/stones 0.3.0 nested",
    ]);
  });

  it("versions 5 and 6: one project at the root", () => {
    const five = `lockfileVersion: 5.4
specifiers:
  ovens: ^2.0.0
dependencies:
  ovens: 2.3.0_flour@1.0.0
  grain: /@mill/wheat/4.0.1
packages:
  /ovens/2.3.0_flour@1.0.0:
    dev: false
  /@mill/wheat/4.0.1:
    dev: false
`;
    expect(read("pnpm", five)).toEqual([
      "npm/ovens 2.3.0 nested",
      "npm/%40mill/wheat 4.0.1 nested",
      "npm/ovens 2.3.0 member .",
      "npm/%40mill/wheat 4.0.1 member .",
    ]);
    const six = `lockfileVersion: '6.0'
dependencies:
  ovens:
    specifier: ^2.0.0
    version: 2.3.0(flour@1.0.0)
packages:
  /ovens@2.3.0(flour@1.0.0):
    dev: false
`;
    expect(read("pnpm", six)).toEqual([
      "npm/ovens 2.3.0 nested",
      "npm/ovens 2.3.0 range ^2.0.0 member .",
    ]);
  });

  it("two documents: what pnpm itself depends on, and the project", () => {
    const text = `---
lockfileVersion: '9.0'
importers:
  .:
    configDependencies: {}
    packageManagerDependencies:
      pnpm: {specifier: 11.0.0, version: 11.0.0}
packages:
  pnpm@11.0.0:
    resolution: {integrity: sha512-abc}
---
lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      ovens: {specifier: ^2.0.0, version: 2.3.0}
packages:
  ovens@2.3.0:
    resolution: {integrity: sha512-abc}
`;
    expect(read("pnpm", text)).toEqual([
      "npm/pnpm 11.0.0 nested",
      "npm/ovens 2.3.0 range ^2.0.0 member .",
      "npm/ovens 2.3.0 nested",
    ]);
  });

  it("packages of another registry, by git address and by archive", () => {
    const text = `lockfileVersion: '6.0'
importers:
  .:
    dependencies:
      ovens: {specifier: ^2.0.0, version: npm.example.org/@bakery/ovens@2.3.0}
      oats: {specifier: 'github:mill/oats#v1', version: github.com/mill/oats/0123abc}
      rye: {specifier: 'mill/rye', version: https://codeload.example.org/mill/rye/tar.gz/abc}
packages:
  npm.example.org/@bakery/ovens@2.3.0:
    dev: false
  npm.example.org/salt/1.0.0_water@2.0.0:
    dev: false
  github.com/mill/oats/0123abc:
    name: oats
    version: 1.4.0
`;
    expect(read("pnpm", text)).toEqual([
      "npm/%40bakery/ovens 2.3.0 range ^2.0.0 member .",
      "npm/%40bakery/ovens 2.3.0 nested",
      "npm/salt 1.0.0 nested",
      "npm/oats 1.4.0 nested",
    ]);
  });

  it("refuses a bomb of aliases", () => {
    const list = (key: string, item: string): string =>
      `  ${key}: &${key}\n    dependencies:\n${Array.from({ length: 3000 }, (_, n) => `      ${item}${n}: 1.0.0\n`).join("")}`;
    const uses = Array.from({ length: 3000 }, (_, n) => `  m${n}: *a\n`).join("");
    const bomb = `importers:\n${list("a", "p")}${uses}`;
    expect(parseLock("pnpm", bomb).problems.map(({ code }) => code)).toEqual(["too-large"]);
  });
});
