import { describe, expect, test } from "vitest";
import { build } from "./observatory.ts";
import { descriptor, line, ownersIn } from "./railway.ts";

const github = "github.com/acme";
const gitlab = "gitlab.com/acme";

describe("CODEOWNERS is asked about the code", () => {
  test("not about manifests, documents or other people's code, and not about deeper components", () => {
    const tracks = line(
      `${github}/tracks`,
      [
        "package.json",
        "src/a.js",
        "src/b.js",
        "README.md",
        "docs/a.md",
        "docs/b.md",
        "docs/c.md",
        "vendor/x/1.js",
        "vendor/x/2.js",
        "vendor/x/3.js",
        "signals/package.json",
        "signals/1.js",
        "signals/2.js",
        "signals/3.js",
      ],
      {
        CODEOWNERS: [
          "* @acme/tracks",
          "package.json @acme/review",
          "/docs/ @acme/writers",
          "/vendor/ @acme/review",
          "/signals/ @acme/signals",
        ],
      },
    );
    expect(ownersIn([tracks])).toEqual({ tracks: ["tracks"], "tracks#signals": ["signals"] });
  });

  test("most files decide, also when they are nobody's", () => {
    const paths = ["src/a.js", "src/b.js", "src/c.js", "lib/d.js", "lib/e.js"];
    const owners = (...lines: string[]) =>
      ownersIn([line(`${github}/tracks`, paths, { CODEOWNERS: lines })])["tracks"];
    expect(owners("/src/ @acme/a", "/lib/ @acme/b")).toEqual(["a"]);
    expect(owners("/lib/ @acme/b")).toEqual([]);
    expect(owners("* @acme/a", "/src/")).toEqual([]);
    expect(owners("* @acme/a @acme/b", "/lib/ @acme/a")).toEqual(["a", "b"]);
    expect(owners("/docs/ @acme/writers")).toEqual([]);
  });

  test("tests only where there is nothing else; a folder with a manifest alone by where code would lie", () => {
    const one = line(
      `${github}/one`,
      ["src/a.js", "test/a.test.js", "test/b.test.js", "gen/package.json"],
      { CODEOWNERS: ["* @acme/a", "/test/ @acme/qa", "*.json @acme/review", "/gen/ @acme/gen"] },
    );
    const other = line(`${github}/other`, ["test/a.test.js"], {
      CODEOWNERS: ["* @acme/a", "/test/ @acme/qa"],
    });
    expect(ownersIn([one, other])).toEqual({ one: ["a"], "one#gen": ["gen"], other: ["qa"] });
  });

  test("the rule that decides is the evidence, with its line", () => {
    const tracks = line(`${github}/tracks`, ["src/a.js", "src/b.js", "x.js"], {
      ".github/CODEOWNERS": ["* @acme/a", "/src/ @acme/a @robin", "*.md @acme/w"],
    });
    const [component] = build([tracks]).organisation.components;
    expect(component?.evidence.find(({ source }) => source === "codeowners")).toMatchObject({
      path: ".github/CODEOWNERS",
      line: 2,
      text: "/src/ @acme/a",
    });
  });
});

describe("which CODEOWNERS counts", () => {
  const both = (address: string, extra: string[] = []) =>
    ownersIn([
      line(address, ["a.js", ...extra], {
        ".github/CODEOWNERS": ["* @acme/hub"],
        CODEOWNERS: ["* @acme/root"],
        "docs/CODEOWNERS": ["* @acme/docs"],
        ".gitlab/CODEOWNERS": ["* @acme/lab"],
        ".bitbucket/CODEOWNERS": ["* @acme/bucket"],
      }),
    ])[address.split("/").at(-1) ?? ""];

  test("is the first that the forge looks for", () => {
    expect(both("github.com/acme/shop")).toEqual(["hub"]);
    expect(both("github.acme.example/acme/shop")).toEqual(["hub"]);
    expect(both("gitlab.com/acme/shop")).toEqual(["root"]);
    expect(both("bitbucket.org/acme/shop")).toEqual(["bucket"]);
    expect(both("code.acme.example/acme/shop", [".gitlab-ci.yml"])).toEqual(["root"]);
    expect(both("code.acme.example/acme/shop", [".github/workflows/ci.yml"])).toEqual(["hub"]);
  });

  test("counts whole, also where it names nobody", () => {
    const shop = (files: Record<string, string[]>) =>
      ownersIn([line(`${github}/shop`, ["a.js"], files)])["shop"];
    expect(shop({ ".github/CODEOWNERS": ["# later"], CODEOWNERS: ["* @acme/a"] })).toEqual([]);
    expect(shop({ ".gitlab/CODEOWNERS": ["* @acme/a"] })).toEqual([]);
  });

  test("a forge of one's own is told by what most of its repositories hold", () => {
    const host = "code.acme.example/acme";
    const found = build([
      line(`${host}/one`, [".gitlab-ci.yml"]),
      line(`${host}/two`, ["a.js", "old/b.js"], { CODEOWNERS: ["* @acme/a", "!/old/"] }),
      line(`${github}/three`, ["a.js"], { CODEOWNERS: ["* @acme/a", "!/old/", "* acme/b"] }),
    ]);
    expect(found.codeownersMistakes).toEqual([
      {
        repository: "three",
        path: "CODEOWNERS",
        count: 2,
        skippedCount: 2,
        line: 2,
        text: "a pattern cannot begin with ! here",
      },
    ]);
  });
});

describe("one team or two", () => {
  const owned = (address: string, owner: string) =>
    line(address, ["a.js"], { CODEOWNERS: [`* ${owner}`] });

  test("groups that end alike keep their paths, in the id and in the name", () => {
    const { teams } = build([
      owned(`${gitlab}/pay/one`, "@acme/pay/backend"),
      owned(`${gitlab}/find/two`, "@acme/find/backend"),
      owned(`${gitlab}/find/three`, "@acme/find/frontend"),
    ]).organisation;
    expect(teams.map(({ id, name }) => [id, name])).toEqual([
      ["team:acme/find/backend", "find/backend"],
      ["team:frontend", "frontend"],
      ["team:acme/pay/backend", "pay/backend"],
    ]);
  });

  test("namespaces of a catalogue are kept; the default one is a namespace too", () => {
    const named = (name: string, owner: string, namespace?: string) =>
      line(`${github}/${name}`, ["a.js"], {
        "catalog-info.yaml": descriptor(name, owner, {}, namespace),
      });
    expect(
      ownersIn([
        named("one", "backend", "pay"),
        named("two", "group:find/backend"),
        named("three", "backend"),
        named("four", "group:default/backend", "pay"),
        named("five", "frontend", "pay"),
      ]),
    ).toEqual({
      one: ["pay/backend"],
      two: ["find/backend"],
      three: ["backend"],
      four: ["backend"],
      five: ["frontend"],
    });
  });

  test("a forge's team and a catalogue's group are one where only one is called so", () => {
    const teams = (...others: string[]) =>
      build([
        owned(`${github}/one`, "@acme/bread-bakers"),
        line(`${github}/two`, ["a.js"], {
          "catalog-info.yaml": descriptor("two", "breadbakers"),
        }),
        ...others.map((owner, at) => owned(`${github}/x${String(at)}`, owner)),
      ]).organisation.teams.map(({ id }) => id);
    expect(teams()).toEqual(["team:bread-bakers"]);
    // GitHub knows no team of another organisation: a name from before the organisation's own was changed.
    expect(teams("@old-acme/bread-bakers")).toEqual(["team:bread-bakers"]);
  });

  test("the groups of a catalogue name teams, and say what the forge calls them", () => {
    const groups = line(`${github}/people`, [], {
      "catalog-info.yaml": [
        "kind: Group",
        "metadata: {name: signals, annotations: {github.com/team-slug: acme/sig-squad}}",
        "spec: {profile: {displayName: Signals & Points}}",
      ],
    });
    expect(ownersIn([groups, owned(`${github}/one`, "@acme/sig-squad")])["one"]).toEqual([
      "Signals & Points",
    ]);
  });
});

describe("persons are no teams", () => {
  test("a bare name is a person, but on GitLab a group where repositories lie in it", () => {
    const owned = (address: string, owner: string) =>
      line(address, ["a.js"], { CODEOWNERS: [`* ${owner}`] });
    expect(
      ownersIn([
        owned(`${gitlab}/ops`, "@acme"),
        owned(`${gitlab}/pay/api`, "@robin"),
        owned(`${gitlab}/own`, "@@maintainer"),
        owned("gitlab.com/robin/tool", "@robin"),
        owned(`${github}/web`, "@acme"),
      ]),
    ).toEqual({
      ops: ["acme"],
      api: ["Individual-owned"],
      own: [],
      tool: ["Individual-owned"],
      web: ["Individual-owned"],
    });
  });

  test("a handle met in CODEOWNERS is none in a catalogue either, and no text shows it", () => {
    const found = build([
      line(`${github}/one`, ["a.js"], { CODEOWNERS: ["* @robin-vale"] }),
      line(`${github}/two`, ["a.js"], { "catalog-info.yaml": descriptor("two", "robin-vale") }),
      line(`${github}/three`, ["a.js"], {
        "catalog-info.yaml": descriptor("three", "user:default/robin-vale"),
      }),
    ]);
    expect(found.organisation.teams.map(({ kind }) => kind)).toEqual(["individual-owned"]);
    expect(JSON.stringify(found.organisation.components)).not.toContain("robin");
  });
});

test("who keeps a Resource that is described beside the code is not for that reason who keeps the code", () => {
  const pipelines = descriptor("tracks-pipeline", "group:builders").map((text) =>
    text.replace("kind: Component", "kind: Resource"),
  );
  const owners = (files: Readonly<Record<string, readonly string[]>>) =>
    ownersIn([line(`${github}/tracks`, ["package.json", "src/a.js"], files)])["tracks"];
  expect(owners({ "catalog-info.yaml": pipelines, CODEOWNERS: ["* @acme/tracks"] })).toEqual([
    "tracks",
  ]);
  expect(owners({ "catalog-info.yaml": pipelines })).toEqual([]);
  expect(
    owners({
      "catalog-info.yaml": [...pipelines, ...descriptor("tracks", "group:layers")],
      CODEOWNERS: ["* @acme/tracks"],
    }),
  ).toEqual(["layers"]);
});
