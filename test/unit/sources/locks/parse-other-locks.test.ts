import { describe, expect, it } from "vitest";
import { createLockFold } from "#sources/locks/fold.ts";
import { parseLock } from "#sources/locks/parse-lock.ts";
import { readLocked as read } from "./read-locked.ts";

describe("bun.lock", () => {
  it("by place: seen by all, by a member of the workspace, by another package only; real names", () => {
    const text = `{
  "lockfileVersion": 1,
  "workspaces": {
    "": { "name": "bakery", "dependencies": { "ovens": "^2.0.0", }, },
    "shops/till": { "name": "@bakery/till", "dependencies": { "ovens": "^1.0.0", }, },
  },
  // written by hand
  "packages": {
    "@bakery/till": ["@bakery/till@workspace:shops/till"],
    "ovens": ["ovens@2.3.0", "", { "dependencies": { "@mill/flour": "1" } }, "sha512-abc"],
    "@bakery/till/ovens": ["ovens@1.9.0", "", {}, "sha512-abc"],
    "@bakery/till/@mill/flour": ["@mill/flour@0.9.0", "", {}, "sha512-abc"],
    "@mill/flour": ["@mill/flour@1.0.0", "", {}, "sha512-abc"],
    "ovens/@mill/flour": ["@mill/flour@0.5.0", "", {}, "sha512-abc"],
    "@mill/flour/salt": ["salt@0.1.0", "", {}, "sha512-abc"],
    "grain": ["@mill/wheat@4.0.0", "", {}, "sha512-abc"],
    "oats": ["oats@git+ssh://git@example.org/mill/oats.git#0123abc", {}, "0123abc"],
    "rye": ["rye@github:mill/rye#456def0", {}, "mill-rye-456def0"],
    "barley": ["barley@https://example.org/barley-1.4.0.tgz", {}, "sha512-abc"],
    "shelf": ["shelf@link:../shelf", {}],
    "counter": ["counter@file:../counter", {}],
    "odd": [],
    "odder": "x",
  }
}
`;
    expect(read("bun", text)).toEqual([
      "npm/ovens 2.3.0",
      "npm/ovens 1.9.0 member shops/till",
      "npm/%40mill/flour 0.9.0 member shops/till",
      "npm/%40mill/flour 1.0.0",
      "npm/%40mill/flour 0.5.0 nested",
      "npm/salt 0.1.0 nested",
      "npm/%40mill/wheat 4.0.0",
      "npm/oats 0123abc",
      "npm/rye 456def0",
      "npm/barley 1.4.0",
    ]);
  });

  it.each(["", "[]", "{", '{"packages":{"a":["a@1"]}', "[".repeat(100_000)])(
    "refuses what is broken: %#",
    (text) => {
      expect(parseLock("bun", text).problems.map(({ code }) => code)).toEqual(["invalid"]);
    },
  );
});

describe("deno.lock", () => {
  const expected = [
    "jsr/%40std/path 1.0.2 range ^1.0.0",
    "npm/chalk 5.3.0 range 5",
    "npm/%40mill/wheat 4.0.0 range ^4",
  ];
  const installed = ["jsr/%40std/path 1.0.2 nested", "npm/chalk 5.3.0 nested"];

  it("versions 4 and 5: specifiers beside what is installed", () => {
    const text = JSON.stringify({
      version: "5",
      specifiers: {
        "jsr:@std/path@^1.0.0": "1.0.2",
        "npm:chalk@5": "5.3.0_debug@4.0.0",
        "npm:@mill/wheat@^4": "4.0.0",
      },
      jsr: { "@std/path@1.0.2": { integrity: "abc" } },
      npm: { "chalk@5.3.0_debug@4.0.0": { integrity: "sha512-abc" } },
      remote: { "https://example.org/x.ts": "abc" },
      workspace: { dependencies: ["jsr:@std/path@^1.0.0"] },
    });
    expect(read("deno", text)).toEqual([...expected, ...installed]);
  });

  it("version 3: below packages, with whole specifiers as answers", () => {
    const text = JSON.stringify({
      version: "3",
      packages: {
        specifiers: {
          "jsr:@std/path@^1.0.0": "jsr:@std/path@1.0.2",
          "npm:chalk@5": "npm:chalk@5.3.0",
          "npm:@mill/wheat@^4": "npm:@mill/wheat@4.0.0",
        },
        jsr: { "@std/path@1.0.2": {} },
        npm: { "chalk@5.3.0": {} },
      },
    });
    expect(read("deno", text)).toEqual([...expected, ...installed]);
  });

  it("version 2: below npm, without schemes", () => {
    const text = JSON.stringify({
      version: "2",
      remote: {},
      npm: {
        specifiers: { "chalk@5": "chalk@5.3.0", "@mill/wheat@^4": "@mill/wheat@4.0.0" },
        packages: { "chalk@5.3.0": {} },
      },
    });
    expect(read("deno", text)).toEqual([...expected.slice(1), "npm/chalk 5.3.0 nested"]);
  });
});

describe("lock files of Python and conda", () => {
  it("pdm.lock: local packages left out", () => {
    const text = `[metadata]
lock_version = "4.5.0"

[[package]]
name = "star-chart"
version = "1.2.0"
files = [{file = "a.whl", hash = "sha256:abc"}]

[[package]]
name = "dome"
version = "0.1.0"
path = "./dome"
`;
    expect(read("pdm", text)).toEqual(["pypi/star-chart 1.2.0"]);
  });

  it("pylock.toml: versions, commits of repositories, no folders", () => {
    const text = `lock-version = "1.0"
created-by = "pip"

[[packages]]
name = "star-chart"
version = "1.2.0"
[[packages.wheels]]
url = "https://example.org/a.whl"

[[packages]]
name = "lens"
vcs = {type = "git", url = "https://example.org/lens.git", commit-id = "0123abc"}

[[packages]]
name = "dome"
directory = {path = "."}
`;
    expect(read("pylock", text)).toEqual(["pypi/star-chart 1.2.0", "pypi/lens 0123abc"]);
  });

  it("conda-lock.yml: from conda and from pip, each once for all platforms", () => {
    const item = (name: string, manager: string, platform: string): string =>
      `- name: ${name}\n  version: 1.10\n  manager: ${manager}\n  platform: ${platform}\n`;
    const text = `version: 1
metadata: {}
package:
${item("telescope", "conda", "linux-64")}${item("telescope", "conda", "osx-64")}${item("star-chart", "pip", "linux-64")}`;
    expect(read("conda", text)).toEqual(["conda/telescope 1.10", "pypi/star-chart 1.10"]);
  });

  it("pixi.lock: with names, by address alone, with kinds; no folders", () => {
    const text = `version: 6
environments: {}
packages:
- conda: https://conda.example.org/forge/linux-64/tele-scope-1.2.0-py312_0.conda
  sha256: abc
- conda: https://conda.example.org/forge/noarch/mirror-2.0.tar.bz2
- pypi: https://example.org/star_chart-1.0-py3-none-any.whl
  name: star-chart
  version: '1.0'
- pypi: ./
  name: observatory
  version: 0.1.0
- kind: conda
  name: lens
  version: 3.10
  url: https://conda.example.org/forge/linux-64/lens-3.10-h_0.conda
`;
    expect(read("pixi", text)).toEqual([
      "conda/tele-scope 1.2.0",
      "pypi/star-chart 1.0",
      "conda/lens 3.10",
    ]);
  });

  it("lists of addresses of conda, and pins in requirements.lock", () => {
    const list = `# platform: linux-64
@EXPLICIT
https://conda.example.org/forge/linux-64/telescope-1.2.0-py312_0.conda#0123abc
https://conda.example.org/forge/noarch/star-chart-2.0-0.tar.bz2
`;
    expect(read("conda-explicit", list)).toEqual(["conda/telescope 1.2.0", "conda/star-chart 2.0"]);
    const pins = "-e file:.\nstar-chart[plot]==1.2.0\n    # via observatory\nlens==2.0 ; x\n";
    expect(read("requirements", pins)).toEqual(["pypi/star-chart 1.2.0", "pypi/lens 2.0"]);
  });
});

describe("lock files of Elixir and Erlang", () => {
  it("mix.lock: real names, organisations, tags and commits", () => {
    const text = `%{
  "jason": {:hex, :jason, "1.4.1", "abc", [:mix], [{:decimal, "~> 1.0", [hex: :decimal, repo: "hexpm", optional: true]}], "hexpm", "def"},
  "rail": {:hex, :acme_rail, "1.2.0", "abc", [:mix], [], "hexpm:acme", "def"},
  "track": {:git, "https://example.org/acme/track.git", "0123abcdef", [tag: "v2.0.0"]},
  "signal": {:git, "https://example.org/acme/signal.git", "0123abcdef", [branch: "main"]},
}
`;
    expect(read("mix", text)).toEqual([
      "hex/jason 1.4.1",
      "hex/acme_rail 1.2.0",
      "hex/acme/acme_rail 1.2.0",
      "hex/track v2.0.0",
      "hex/signal 0123abcdef",
    ]);
  });

  it("rebar.lock: packages, and commits on the next line", () => {
    const text = `{"1.2.0",
[{<<"rail">>,{pkg,<<"acme_rail">>,<<"1.2.0">>},0},
 {<<"track">>,
  {git,"https://example.org/acme/track.git",
       {ref,"0123abcdef"}},
  0}]}.
`;
    const expected = ["hex/acme_rail 1.2.0", "hex/track 0123abcdef"];
    expect(read("rebar", text)).toEqual(expected);
    expect(read("rebar", text.replace("\n  {git", "{git"))).toEqual(expected);
  });
});

describe("lock files of mobile applications", () => {
  it("pubspec.lock: hosted and git; what is there for others' sake", () => {
    const text = `packages:
  ovens:
    dependency: "direct main"
    description: {name: ovens, url: "https://pub.dev"}
    source: hosted
    version: "1.10"
  flour:
    dependency: transitive
    description: {name: flour, url: "https://pub.dev"}
    source: hosted
    version: "2.0.0"
  till:
    dependency: "direct main"
    description: {path: "../till", relative: true}
    source: path
    version: "0.0.1"
  flutter:
    dependency: "direct main"
    description: flutter
    source: sdk
    version: "0.0.0"
sdks: {dart: ">=3.0.0"}
`;
    expect(read("pubspec", text)).toEqual(["pub/ovens 1.10", "pub/flour 2.0.0 nested"]);
  });

  it("Package.resolved: by address, by name in a registry, commits of branches", () => {
    const state = { branch: null, revision: "0123abc", version: "1.2.0" };
    const first = JSON.stringify({
      object: {
        pins: [{ package: "Rail", repositoryURL: "https://github.com/Acme/Rail.git", state }],
      },
      version: 1,
    });
    expect(read("swift", first)).toEqual([
      "github/acme/rail 1.2.0",
      "swift/github.com/Acme/Rail 1.2.0",
    ]);
    const third = JSON.stringify({
      originHash: "abc",
      pins: [
        {
          identity: "rail",
          kind: "remoteSourceControl",
          location: "git@git.example.org:acme/rail.git",
          state: { branch: "main", revision: "0123abc" },
        },
        { identity: "acme.track", kind: "registry", location: "", state: { version: "2.0.0" } },
        { identity: "depot", kind: "localSourceControl", location: "/srv/depot", state },
      ],
      version: 3,
    });
    expect(read("swift", third).filter((one) => one.startsWith("swift/"))).toEqual([
      "swift/git.example.org/acme/rail 0123abc",
      "swift/acme/track 2.0.0",
    ]);
  });

  it("Podfile.lock and Cartfile.resolved", () => {
    const pods = `PODS:
  - Rail (1.2.0)
  - Signal/Core (2.0.0):
    - Rail (~> 1.0)
  - "Track+Points (3.0.0)"

DEPENDENCIES:
  - Rail (~> 1.0)

COCOAPODS: 1.15.2
`;
    expect(read("cocoapods", pods)).toEqual([
      "cocoapods/Rail 1.2.0",
      "cocoapods/Signal 2.0.0",
      "cocoapods/Track%2BPoints 3.0.0",
    ]);
    const carts = `github "Acme/Rail" "1.2.0"
github "https://git.example.org/acme/track" "2.0.0"
git "https://git.example.org/acme/signal.git" "0123abc"
binary "https://example.org/depot.json" "1.0"
`;
    expect(read("carthage", carts).filter((one) => one.startsWith("swift/"))).toEqual([
      "swift/github.com/Acme/Rail 1.2.0",
      "swift/git.example.org/acme/track 2.0.0",
      "swift/git.example.org/acme/signal 0123abc",
    ]);
  });
});

describe("names that an ecosystem cannot have", () => {
  it("are left out, and the rest is read", () => {
    const pub = (name: string): string => `  ${name}: {source: hosted, version: "1.0.0"}\n`;
    const text = `packages:\n${pub("Not.Dart")}${pub("ovens")}`;
    expect(read("pubspec", text)).toEqual(["pub/ovens 1.0.0"]);
    expect(createLockFold("pubspec").next(Buffer.from(text)).problems).toEqual([]);
  });
});
