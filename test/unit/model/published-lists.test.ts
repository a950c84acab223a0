import { describe, expect, test } from "vitest";
import { build, file, needs, offers, repository } from "./observatory.ts";
import { descriptor, line, ownersIn } from "./railway.ts";

const github = "github.com/acme";
const plain = (...names: string[]) => names.map((name) => line(`${github}/${name}`, ["a.js"]));
const docs = (path: string, ...lines: string[]) => line(`${github}/docs`, [], { [path]: lines });

const four = ["tracks", "signals", "points", "halts"] as const;

describe("a published list found by itself", () => {
  test("names half of what was read and has a field that repeats like teams", () => {
    const list = docs(
      "data/lines.yml",
      "- {repo: tracks, squad: iron, kind: line, alerts_team: night}",
      "- {repo: acme/signals, squad: light, kind: line, alerts_team: night}",
      "- {repo: https://github.com/acme/points, squad: iron, kind: spot, alerts_team: night}",
      "- {repo: elsewhere, squad: sea, kind: spot}",
    );
    expect(ownersIn([list, ...plain(...four)])).toEqual({
      docs: [],
      tracks: ["iron"],
      signals: ["light"],
      points: ["iron"],
      halts: [],
    });
  });

  test("tells where it says so", () => {
    const list = docs(
      "repos.yml",
      "- repo: tracks",
      "  team: iron",
      "- repo: signals",
      "  team: iron",
    );
    const { components } = build([list, ...plain("tracks", "signals")]).organisation;
    const signals = components.find(({ name }) => name === "signals");
    expect(signals?.ownerSource).toBe("catalogue");
    expect(signals?.evidence.find(({ source }) => source === "repository-lists")).toMatchObject({
      path: "repos.yml",
      line: 3,
      text: "owner: iron",
    });
  });

  test("is none below half, though it holds ten thousand entries", () => {
    const entries = Array.from(
      { length: 10_000 },
      (_, at) => `{"repo":"x${String(at)}","team":"t${String(at % 9)}"}`,
    );
    const named = four.slice(0, 2).map((name) => `{"repo":"${name}","team":"iron"}`);
    const list = docs("repos.json", `[${[...named, ...entries].join(",\n")}]`);
    const owners = ownersIn([list, ...plain(...four)]);
    expect(Object.values(owners).flat()).toEqual([]);
  });

  test("is none in the fixtures of a tool that reads such lists, nor one of persons, nor one of two minds", () => {
    const rows = (field: string, ...values: string[]) =>
      four.map((name, at) => `- {repo: ${name}, ${field}: '${values[at] ?? ""}'}`);
    const owners = (path: string, ...lines: string[]) =>
      Object.values(ownersIn([docs(path, ...lines), ...plain(...four)])).flat();
    expect(owners("repos.yml", ...rows("who", "iron", "iron", "light", "light"))).toHaveLength(4);
    expect(owners("repos.yml", ...rows("owner", "@kim", "@kim", "@lou", "@lou"))).toEqual([]);
    expect(
      owners(
        "repos.yml",
        ...rows("owner", "k@a.example", "k@a.example", "l@a.example", "k@a.example"),
      ),
    ).toEqual([]);
    expect(
      owners("repos.yml", ...rows("category", "backend", "backend", "frontend", "frontend")),
    ).toEqual([]);
    const two = four.map(
      (name, at) =>
        `- {repo: ${name}, east: ${at < 2 ? "up" : "down"}, west: ${at < 3 ? "left" : "right"}}`,
    );
    expect(owners("repos.yml", ...two)).toEqual([]);
  });

  test("a name that two repositories end with names neither; a whole path names one", () => {
    const api = (group: string) => ({
      ...line(`gitlab.com/acme/${group}/api`, ["a.js"]),
      name: `${group}/api`,
    });
    const list = line("gitlab.com/acme/docs", [], {
      "repos.yml": [
        "- {repo: api, team: iron}",
        "- {repo: pay/api, team: light}",
        "- {repo: docs, team: iron}",
      ],
    });
    expect(ownersIn([list, api("pay"), api("find")])).toMatchObject({
      "pay/api": ["light"],
      "find/api": [],
      docs: ["iron"],
    });
  });

  test("speaks after descriptors and CODEOWNERS, for packages in a repository too, and joins teams however written", () => {
    const list = docs(
      "teams.yml",
      "'#iron-team': [tracks, signals, points]",
      "Light Team: [halts]",
    );
    const owners = ownersIn([
      list,
      line(`${github}/tracks`, ["a/package.json", "a/b.js"]),
      line(`${github}/signals`, ["a.js"], { CODEOWNERS: ["* @acme/light"] }),
      line(`${github}/points`, ["a.js"], { "catalog-info.yaml": descriptor("points", "light") }),
      ...plain("halts"),
    ]);
    expect(owners).toMatchObject({
      tracks: ["iron-team"],
      "tracks#a": ["iron-team"],
      signals: ["light"],
      points: ["light"],
      halts: ["light"],
    });
  });
});

describe("repositories that a published list names and that were not read", () => {
  const list = docs(
    "repos.yml",
    "- {repo: tracks, team: iron}",
    "- {repo: signals, team: light}",
    "- {repo: rail_schemas, team: iron}",
    "- {repo: acme/rail-tests, team: iron}",
    "- {repo: elsewhere/rail-lint, team: iron}",
    "- {repo: points, team: iron}",
  );
  const using = (...names: string[]) => ({
    ...line(`${github}/tracks`, ["a.js"]),
    ...repository("tracks", [
      file("Gemfile", { dependencies: names.map((name) => needs(`pkg:gem/${name}`)) }),
    ]),
    id: `repository:${github}/tracks`,
    remote: `${github}/tracks`,
  });
  const kit = {
    ...line(`${github}/signals`, ["a.js"]),
    ...repository("signals", [file("kit.gemspec", { packages: [offers("pkg:gem/signal-kit")] })]),
    id: `repository:${github}/signals`,
    remote: `${github}/signals`,
  };
  const own = (...names: string[]) =>
    build([list, using(...names), kit])
      .organisation.capabilities.filter(({ providerComponentId }) => providerComponentId === null)
      .map(({ name }) => name);

  test("have packages called as they are, in registries that the organisation publishes to", () => {
    expect(own("rail_schemas", "rail-tests", "rail-lint", "points", "rails")).toEqual([
      "rail_schemas",
      "rail-tests",
    ]);
  });

  test("have none in a registry that it publishes nothing to", () => {
    const other = build([list, using("rail_schemas"), ...plain("signals")]);
    expect(other.organisation.capabilities).toEqual([]);
  });
});

describe("labels", () => {
  const deploy = (team: string, app = "") => [
    "metadata:",
    "  labels:",
    ...(app === "" ? [] : [`    app.kubernetes.io/name: ${app}`]),
    `    team: ${team}`,
  ];

  test("speak for the component they lie in, last of all", () => {
    const one = line(`${github}/one`, ["a.js"], { "deploy/app.yaml": deploy("iron") });
    const two = line(`${github}/two`, ["a.js"], {
      "deploy/app.yaml": deploy("iron"),
      CODEOWNERS: ["* @acme/light"],
    });
    expect(ownersIn([one, two])).toEqual({ one: ["iron"], two: ["light"] });
    expect(build([one]).organisation.components[0]?.ownerSource).toBe("labels");
  });

  test("of several teams say what is deployed from there; of an application that was read, whose that is", () => {
    const state = line(`${github}/state`, [], {
      "deploy/one.yaml": deploy("iron", "one"),
      "deploy/two.yaml": deploy("light", "two"),
      "deploy/x.yaml": deploy("iron"),
      "deploy/y.yaml": deploy("light"),
    });
    expect(ownersIn([state, ...plain("one", "two")])).toEqual({
      state: [],
      one: ["iron"],
      two: ["light"],
    });
  });
});
