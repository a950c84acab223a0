import { describe, expect, test } from "vitest";
import { fileAtHead } from "#fixtures/evidence.ts";
import type { DocumentFacts, OwnerRule } from "#evidence/facts.ts";
import {
  asOf,
  application,
  build,
  component,
  file,
  libraries,
  needs,
  offers,
  repository,
} from "./observatory.ts";

const names = (findings: ReturnType<typeof build>): string[] =>
  findings.organisation.components.map(({ name, path }) => (path === "." ? name : path)).sort();

describe("what is a component of its own", () => {
  test("a chart only where other charts depend on it", () => {
    const charts = repository("charts", [
      file("charts/telescope/Chart.yaml", {
        packages: [offers("pkg:helm/telescope", { kind: "tooling" })],
      }),
      file("charts/base/Chart.yaml", { packages: [offers("pkg:helm/base", { kind: "tooling" })] }),
    ]);
    const dome = repository("dome", [
      file("deploy/Chart.yaml", {
        packages: [offers("pkg:helm/dome", { kind: "tooling" })],
        dependencies: [
          needs("pkg:helm/base?repository_url=oci%3A%2F%2Fregistry.example%2Fobservatory%2Fcharts"),
        ],
      }),
    ]);
    const findings = build([charts, dome]);
    expect(names(findings)).toEqual(["charts", "charts/base", "dome"]);
    const base = findings.organisation.capabilities.find(({ name }) => name === "base");
    expect(base?.providerComponentId).toBe(component(findings, "base").id);
  });

  test("a chart from a registry of somebody else stays theirs", () => {
    const charts = repository("charts", [
      file("redis/Chart.yaml", { packages: [offers("pkg:helm/redis", { kind: "tooling" })] }),
    ]);
    const dome = repository("dome", [
      file("deploy/Chart.yaml", {
        dependencies: [
          needs("pkg:helm/redis?repository_url=https%3A%2F%2Fcharts.example%2Fstable"),
        ],
      }),
    ]);
    expect(names(build([charts, dome]))).toEqual(["charts", "dome"]);
  });

  test("suites and examples neither stand alone nor offer their packages", () => {
    const paths = ["package.json", "site_tests/package.json", "examples/shutter/package.json"];
    const findings = build([
      repository(
        "dome",
        paths.map((path, index) =>
          file(path, {
            packages: [
              offers(`pkg:npm/${["dome", "site-wide-tests", "shutter-example"][index] ?? ""}`),
            ],
          }),
        ),
        { headFiles: libraries(...paths) },
      ),
    ]);
    expect(names(findings)).toEqual(["dome"]);
    expect(findings.organisation.capabilities.map(({ name }) => name)).toEqual(["dome"]);
  });
});

test("a project of a build is called after what it publishes, without a group that nobody can see", () => {
  const findings = build([
    repository("dome", [
      file("build.sbt", { packages: [offers("pkg:maven/-unknown-/dome")] }),
      file("build.sbt", { home: "night", packages: [offers("pkg:maven/-unknown-/dome-night")] }),
    ]),
    repository("shop", [
      file("build.sbt", { dependencies: [needs("pkg:maven/org.sky/dome-night")] }),
    ]),
  ]);
  const night = findings.organisation.components.find(({ path }) => path === "night");
  expect(night?.name).toBe("dome-night");
  expect(findings.organisation.capabilities.map(({ name }) => name)).toContain("dome-night");
});

test("a module without a manifest in its folder is worked on where its files change", () => {
  const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  const changed = [["2024-03-01", "2024-11-09", "2024-12-20"], ["2024-12-24"]];
  const findings = build([
    repository(
      "dome",
      [
        file("build.sbt", { packages: [offers("pkg:maven/org.sky/dome")] }),
        file("build.sbt", { home: "night", packages: [offers("pkg:maven/org.sky/night")] }),
      ],
      {
        fileChanges: {
          paths: ["night/src/Night.scala", "day/Day.scala"],
          ends: Uint32Array.from([3, 4]),
          days: Uint16Array.from(changed.flat(), day),
        },
        // What was written on the fifth of November was merged on the ninth; on the twentieth of December a bot was at work alone.
        activity: {
          persons: ["a"],
          personIndex: Uint32Array.from([0, 0, 0]),
          day: Uint32Array.from(["2024-03-01", "2024-11-05", "2024-12-24"], day),
          commitsCount: Uint16Array.from([1, 1, 1]),
        },
      },
    ),
  ]);
  const night = findings.organisation.components.find(({ path }) => path === "night");
  expect(night?.lastHuman?.at).toBe(day("2024-11-09") * 86_400);
  expect(night?.isLive).toBe(true);
});

test("one team in two spellings is one team", () => {
  const rule = (owner: string): OwnerRule => ({ pattern: "*", owners: [owner], line: 1 });
  const owned = (name: string, owner: string) => ({
    ...application(name),
    headFiles: [fileAtHead("CODEOWNERS", { ownerRules: [rule(owner)] })],
  });
  const findings = build([
    owned("dome", "@observatory/star-gazers"),
    owned("lens", "@observatory/stargazers"),
  ]);
  expect(findings.organisation.teams.map(({ id }) => id)).toEqual(["team:star-gazers"]);
  expect(component(findings, "lens").ownerIds).toEqual(["team:star-gazers"]);
});

test("the README says whom it addresses and what it calls the thing", () => {
  const document: DocumentFacts = {
    title: "Moon phases",
    summary: "A prototype for our partners.",
    description: "A prototype for our partners.",
    headings: [],
    codeBlocksCount: 0,
    wordsCount: 20,
    relativeLinks: [],
    developerWords: 4,
    customerWords: 9,
    isDeprecated: false,
  };
  const findings = build([
    {
      ...application("moon"),
      headFiles: [
        fileAtHead("README.md", { document }),
        fileAtHead("docs/README.md", { document }),
      ],
    },
  ]);
  expect(component(findings, "moon").surface).toEqual([
    { mark: "customer-words", text: "README.md", count: 9 },
    { mark: "developer-words", text: "README.md", count: 4 },
    { mark: "partner-words", text: "partners", count: 1 },
    { mark: "experiment", text: "prototype", count: 1 },
  ]);
});

test("a build file speaks of the projects in its folders: each gets its own marks", () => {
  const findings = build([
    {
      ...repository("dome", [
        file("build.sbt", { packages: [offers("pkg:maven/org.sky/dome")] }),
        file("build.sbt", { home: "night", packages: [offers("pkg:maven/org.sky/night")] }),
      ]),
      headFiles: [
        fileAtHead("build.sbt", {
          surface: [
            { mark: "library-shape", text: "sbt", count: 1 },
            { mark: "application-shape", text: "sbt", count: 1, folder: "night" },
            { mark: "cli", text: "scopt", count: 1, folder: "day" },
          ],
        }),
      ],
    },
  ]);
  const marks = (path: string) =>
    findings.organisation.components.find((one) => one.path === path)?.surface;
  expect(marks("night")).toEqual([{ mark: "application-shape", text: "sbt", count: 1 }]);
  expect(marks(".")).toEqual([
    { mark: "library-shape", text: "sbt", count: 1 },
    { mark: "cli", text: "scopt", count: 1 },
  ]);
});

test("what a pipeline says of one member of a workspace is said of that one", () => {
  const push = (member?: string) => ({
    mark: "publishes" as const,
    text: "npm",
    count: 1,
    ...(member === undefined ? {} : { member }),
  });
  const findings = build([
    {
      ...repository("sky", [
        file("package.json", { packages: [offers("pkg:npm/sky", { isPrivate: true })] }),
        file("packages/lens/package.json", { packages: [offers("pkg:npm/%40sky/lens")] }),
        file("packages/dome/package.json", { packages: [offers("pkg:npm/%40sky/dome")] }),
        file("packages/map/package.json", { packages: [offers("pkg:npm/%40sky/map")] }),
      ]),
      headFiles: [
        fileAtHead(".github/workflows/release.yml", {
          surface: [push("packages/lens"), push("@sky/dome")],
        }),
      ],
    },
  ]);
  const pushed = findings.organisation.components
    .filter(({ surface }) => surface.length > 0)
    .map(({ path, surface }) => [path, surface] as const);
  expect(Object.fromEntries(pushed)).toEqual({
    "packages/dome": [push()],
    "packages/lens": [push()],
  });
});

test("documents say what took its place, and which image of its own name people run", () => {
  const document: DocumentFacts = {
    title: "Dome",
    summary: "Opens the dome.",
    description: "Opens the dome.",
    headings: [],
    codeBlocksCount: 1,
    wordsCount: 20,
    relativeLinks: [],
    developerWords: 0,
    customerWords: 0,
    isDeprecated: true,
    successor: "observatory/roof",
  };
  const told = (images: readonly string[]) =>
    component(
      build([
        {
          ...application("dome"),
          headFiles: [
            fileAtHead("README.md", { document }),
            fileAtHead("docs/running.md", { document: { ...document, images } }),
            fileAtHead("src/README.md", { document: { ...document, successor: "x/y" } }),
          ],
        },
      ]),
      "dome",
    ).surface;
  expect(told(["stars.org/observatory/dome-server"])).toEqual([
    { mark: "distribution", text: "container image stars.org/observatory/dome-server", count: 1 },
    { mark: "successor", text: "observatory/roof", count: 1 },
  ]);
  expect(told(["stars.org/observatory/database"])).toEqual([
    { mark: "successor", text: "observatory/roof", count: 1 },
  ]);
});

test.each([
  ["poc-telescope", "poc"],
  ["star-map-prototype", "prototype"],
  ["lens-workshop", "workshop"],
])("%s is called an experiment", (name, text) => {
  expect(component(build([application(name)]), name).surface).toContainEqual({
    mark: "experiment",
    text,
    count: 1,
  });
});

test.each(["workshop-booking", "demographics", "prototyper"])("%s is not", (name) => {
  expect(component(build([application(name)]), name).surface).toEqual([]);
});

test("versions come from the gemspec and from the version file that took over", () => {
  const version = (value: string | null, year: number) => ({
    value,
    from: { commit: String(year), at: Date.parse(`${String(year)}-01-01`) / 1000 },
    to: null,
  });
  const findings = build([
    repository("lens", [
      file("lens.gemspec", {
        packages: [
          offers("pkg:gem/lens", { spans: [version("0.9.0", 2020), version(null, 2021)] }),
        ],
      }),
      file("lib/lens/version.rb", {
        source: "ruby-version-file",
        packages: [
          offers("pkg:gem/lens", { spans: [version("1.0.0", 2021), version("1.1.0", 2022)] }),
        ],
      }),
    ]),
  ]);
  expect(findings.organisation.capabilities[0]?.releases.map((one) => one.version)).toEqual([
    "0.9.0",
    "1.0.0",
    "1.1.0",
  ]);
});

test("what was born after as-of is not there yet", () => {
  const late = { ...application("dome"), first: { commit: "first", at: asOf } };
  expect(
    build([late, application("lens")]).organisation.components.map(({ name }) => name),
  ).toEqual(["lens"]);
});

test("tags count beside a manifest where they number the same thing", () => {
  const at = (year: number) => Date.parse(`${String(year)}-01-01`) / 1000;
  const written = (...versions: readonly string[]) =>
    versions.map((value, place) => ({
      value,
      from: { commit: value, at: at(2016 + place) },
      to: null,
    }));
  const newest = (path: string, tags: readonly string[], ...versions: readonly string[]) => {
    const made = repository("lens", [
      file(path, { packages: [offers("pkg:gem/lens", { spans: written(...versions) })] }),
    ]);
    const tagged = tags.map((name, place) => ({ name, commit: name, at: at(2016 + place) }));
    const releases = build([{ ...made, tags: tagged }]).organisation.capabilities[0]?.releases;
    return releases?.map(({ version }) => version);
  };
  // The number was not written back after the first release.
  expect(newest("lens.gemspec", ["v1.0.0", "v2.0.0"], "1.0.0")).toEqual(["1.0.0", "2.0.0"]);
  // Tags of something else.
  expect(newest("lens.gemspec", ["v7.0.0", "v8.0.0"], "1.0.0")).toEqual(["1.0.0"]);
  // A part of a whole that is numbered as one, and a part whose number is its own.
  const whole = ["v1.0.0", "v1.1.0", "v1.2.0", "v1.3.0", "v1.3.1"];
  expect(newest("parts/lens/lens.gemspec", whole, "1.0.0", "1.1.0", "1.2.0", "1.3.0")).toEqual([
    "1.0.0",
    "1.1.0",
    "1.2.0",
    "1.3.0",
    "1.3.1",
  ]);
  expect(newest("parts/lens/lens.gemspec", ["v1.0.0", "v9.0.0", "v9.1.0"], "1.0.0")).toEqual([
    "1.0.0",
  ]);
});

test("a repository begins with its own mainline, not with what was merged into it later", () => {
  const at = (value: number) => ({ commit: `c${String(value)}`, at: value });
  const dome = {
    ...application("dome"),
    first: at(asOf - 9_000),
    folderActivity: [
      { folder: ".", born: at(asOf - 500), lastHuman: at(asOf - 10) },
      { folder: "lens", born: at(asOf - 700), lastHuman: null },
    ],
  };
  expect(component(build([dome]), "dome").born?.at).toBe(asOf - 700);
});

test("work below a folder with a manifest that is no component is that of the component around it", () => {
  const at = (value: number) => ({ commit: `c${String(value)}`, at: value });
  const lens = {
    ...repository("lens", [
      file("access/package.json", { packages: [offers("pkg:npm/access")] }),
      file("access/build/Dockerfile", { dependencies: [needs("pkg:docker/alpine")] }),
    ]),
    folderActivity: [
      { folder: "access", born: at(asOf - 9_000_000), lastHuman: at(asOf - 8_000_000) },
      { folder: "access/build", born: at(asOf - 7_000_000), lastHuman: at(asOf - 5_000) },
    ],
  };
  const { components } = build([lens]).organisation;
  const worked = components.find(({ path }) => path === "access")?.lastHuman?.at;
  const isPart = !components.some(({ path }) => path === "access/build");
  expect([isPart, worked]).toEqual([true, asOf - 5_000]);
});
