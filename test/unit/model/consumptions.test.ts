import { describe, expect, test } from "vitest";
import {
  application,
  born,
  build,
  calls,
  file,
  needs,
  offers,
  repository,
  uses,
} from "./observatory.ts";

const workflow = (...purls: readonly string[]) =>
  file(".github/workflows/ci.yml", {
    dependencies: purls.map((purl) => needs(purl, { scope: "build" })),
  });

describe("the scope of a use", () => {
  const moment = (at: number) => ({ commit: `c${String(at)}`, at });
  const during = (from: number, to: number | null) => [
    { value: null, from: moment(from), to: to === null ? null : moment(to) },
  ];
  const scopesOf = (
    ...spans: readonly (readonly [
      scope: "runtime" | "development",
      from: number,
      to: number | null,
    ])[]
  ) =>
    uses(
      build([
        repository("dome", [file("dome.gemspec", { packages: [offers("pkg:gem/dome")] })]),
        repository("lens", [
          file("lens.gemspec", {
            packages: [offers("pkg:gem/lens")],
            dependencies: spans.map(([scope, from, to]) =>
              needs("pkg:gem/dome", { scope, spans: during(from, to) }),
            ),
          }),
        ]),
      ]),
    );

  test("is what holds now, however it once was for some hours", () => {
    const hours = 8 * 3600;
    expect(scopesOf(["runtime", born, born + hours], ["development", born + hours, null])).toEqual([
      "lens → dome (development)",
    ]);
    expect(scopesOf(["runtime", born, null], ["development", born, null])).toEqual([
      "lens → dome (runtime)",
    ]);
    // Of what is over, the strongest that it ever was.
    expect(
      scopesOf(["runtime", born, born + hours], ["development", born + hours, born + 2 * hours]),
    ).toEqual(["lens → dome (runtime)"]);
  });
});

describe("versions in use", () => {
  test("a lock file that was there for a while says nothing of other times", () => {
    const lens = "pkg:gem/lens";
    const at = (seconds: number) => ({ commit: `c${String(seconds)}`, at: seconds });
    const [start, added, removed] = [born, born + 1000, born + 2000];
    const findings = build([
      repository("lens", [file("lens.gemspec", { packages: [offers(lens)] })]),
      application(
        "dome",
        file("gems.rb", {
          dependencies: [needs(lens, { spans: [{ value: "1.0.0", from: at(start), to: null }] })],
        }),
        file("gems.locked", {
          source: "locks",
          locked: [{ purl: lens, spans: [{ value: "1.2.0", from: at(added), to: at(removed) }] }],
        }),
      ),
    ]);
    expect(findings.organisation.consumptions.map(({ versions }) => versions)).toEqual([
      [
        { version: "1.0.0", from: start, to: added },
        { version: "1.2.0", from: added, to: removed },
        { version: "1.0.0", from: removed, to: null },
      ],
    ]);
  });
});

describe("what no manifest declares", () => {
  test("files taken by checkout are a capability of the repository they lie in", () => {
    const findings = build([
      application("dome", workflow("pkg:github/observatory/star-maps")),
      application("star-maps", workflow("pkg:github/observatory/star-maps")),
    ]);
    expect(uses(findings)).toEqual(["dome → star-maps files (build)"]);
  });

  test("workflows that nobody else calls are no capability", () => {
    const own = "pkg:githubactions/-owner-/-repository-#.github/workflows/build.yml";
    const provider = repository("ci", [
      file(".github/workflows/build.yml", { packages: [offers(own, { kind: "tooling" })] }),
    ]);
    expect(build([provider]).organisation.capabilities).toEqual([]);
    const caller = application(
      "dome",
      workflow("pkg:githubactions/observatory/ci#.github/workflows/build.yml"),
    );
    expect(uses(build([provider, caller]))).toEqual(["dome → ci build workflow (build)"]);
  });

  test("what is only tested elsewhere is no capability", () => {
    const tested = needs("pkg:githubactions/observatory/far-away#.github/workflows/test.yml", {
      scope: "reverse-test",
    });
    const findings = build([
      repository("lens", [file(".github/workflows/ci.yml", { dependencies: [tested] })]),
    ]);
    expect(findings.organisation.capabilities).toEqual([]);
  });
});

describe("reverse tests by direction", () => {
  const shared = "pkg:githubactions/-owner-/-repository-#.github/workflows/test.yml";
  const test1 = file(".github/workflows/test.yml", {
    packages: [offers(shared, { kind: "tooling" })],
  });
  const lens = (...purls: readonly string[]) =>
    repository("lens", [
      file("lens.gemspec", { packages: [offers("pkg:gem/lens")] }),
      workflow(...purls),
    ]);

  test("a library that calls the workflow of an application that uses it tests it", () => {
    const dome = application(
      "dome",
      file("gems.rb", { dependencies: [needs("pkg:gem/lens")] }),
      test1,
    );
    const findings = build([
      lens("pkg:githubactions/observatory/dome#.github/workflows/test.yml"),
      dome,
    ]);
    expect(uses(findings)).toContain("lens → dome test workflow (reverse-test)");
  });

  test("a provider of pipelines that uses the library is still used", () => {
    const pipelines = repository("pipelines", [
      file("tools/lint.gemfile", {
        dependencies: [needs("pkg:gem/lens", { scope: "development" })],
      }),
      test1,
    ]);
    // Its manifest makes it an application; five callers make its workflows shared.
    const callers = ["a", "b", "c", "d"].map((name) =>
      application(
        `${name}-dome`,
        workflow("pkg:githubactions/observatory/pipelines#.github/workflows/test.yml"),
      ),
    );
    const findings = build([
      lens("pkg:githubactions/observatory/pipelines#.github/workflows/test.yml"),
      pipelines,
      ...callers,
    ]);
    expect(uses(findings)).toContain("lens → pipelines test workflow (build)");
  });
});

describe("checkouts of many repositories for one test", () => {
  const checkout = (name: string) => needs(`pkg:github/observatory/${name}`, { scope: "test" });
  const lens = (...names: readonly string[]) =>
    repository("lens", [
      file("lens.gemspec", { packages: [offers("pkg:gem/lens")] }),
      file(".github/workflows/dependents.yml", { dependencies: names.map(checkout) }),
    ]);
  const user = (name: string) =>
    application(name, file("gems.rb", { dependencies: [needs("pkg:gem/lens")] }));
  const other = application("tower");
  const ofLens = (findings: ReturnType<typeof build>) =>
    uses(findings).filter((one) => one.startsWith("lens →"));

  test("are reverse tests of those that were not read, where all that were read use what is tested", () => {
    const findings = build([lens("dome", "far-away"), user("dome")]);
    expect(ofLens(findings)).toEqual(["lens → dome files (reverse-test)"]);
    expect(findings.organisation.capabilities.map(({ name }) => name)).not.toContain(
      "observatory/far-away",
    );
  });

  test("only mention those that were not read, where some of the others are tested", () => {
    expect(ofLens(build([lens("dome", "tower", "far-away"), user("dome"), other]))).toEqual([
      "lens → dome files (reverse-test)",
      "lens → tower files (test)",
    ]);
  });

  test("only mention them where there are many, and none was read", () => {
    expect(ofLens(build([lens("a1", "b2", "c3", "d4", "e5")]))).toEqual([]);
  });

  test("use them where those that were read are used", () => {
    expect(ofLens(build([lens("tower", "far-away"), other]))).toEqual([
      "lens → observatory/far-away (test)",
      "lens → tower files (test)",
    ]);
  });
});

describe("calls set up by charts", () => {
  const values = (folder: string) =>
    file(`charts/${folder}/values.yaml`, { source: "helm-values", references: [calls("dome")] });

  test("belong to the service that the chart is named after", () => {
    const findings = build([
      repository("charts", [values("lens")]),
      application("lens"),
      application("dome"),
    ]);
    expect(uses(findings)).toEqual(["lens → dome (runtime)"]);
  });

  test("belong to nobody where that service is not among those read", () => {
    const findings = build([repository("charts", [values("far-away")]), application("dome")]);
    expect(uses(findings)).toEqual([]);
    expect(findings.serviceMentions).toHaveLength(1);
  });

  test("settings in a chart's templates are the chart's, not its repository's", () => {
    const template = file("charts/far-away/templates/config.tpl", {
      source: "code",
      references: [calls("dome")],
    });
    const chart = file("charts/far-away/Chart.yaml");
    expect(uses(build([repository("charts", [template, chart]), application("dome")]))).toEqual([]);
  });
});

test("a name that two repositories offer means, within each, its own, and elsewhere the first's", () => {
  const purl = "pkg:maven/sky/display";
  const house = (name: string, from: number) =>
    repository(name, [
      file("display/build.gradle", {
        packages: [
          offers(purl, { spans: [{ value: null, from: { commit: "c", at: from }, to: null }] }),
        ],
      }),
      file("app/build.gradle", {
        packages: [offers(`pkg:maven/sky/${name}-app`)],
        dependencies: [needs(purl, { localPath: "display" })],
      }),
    ]);
  const found = build([
    house("dome", born),
    house("tower", born + 100),
    repository("shop", [file("build.gradle", { dependencies: [needs(purl)] })]),
  ]);
  const { consumptions, inside } = found.organisation;
  expect(
    [...consumptions, ...(inside?.consumptions ?? [])]
      .map((one) =>
        `${one.consumerComponentId} → ${one.capabilityId}`.replaceAll(
          "git.example/observatory/",
          "",
        ),
      )
      .toSorted(),
  ).toEqual([
    "component:dome#app → capability:dome#display!sky/display",
    "component:shop#. → capability:dome#display!sky/display",
    "component:tower#app → capability:tower#display!sky/display",
  ]);
});

test("a package that moved to another repository is that one's, also where it came from", () => {
  const purl = "pkg:nuget/sky.display";
  const span = (from: number, to: number | null) => ({
    value: null,
    from: { commit: "c", at: from },
    to: to === null ? null : { commit: "d", at: to },
  });
  const old = repository("dome", [
    file("display/Display.csproj", {
      packages: [offers(purl, { spans: [span(born, born + 10)] })],
    }),
    file("app/App.csproj", {
      packages: [offers("pkg:nuget/sky.app")],
      dependencies: [needs(purl, { spans: [span(born + 10, null)] })],
    }),
  ]);
  const now = repository("display", [
    file("Display.csproj", { packages: [offers(purl, { spans: [span(born + 10, null)] })] }),
  ]);
  expect(uses(build([old, now]))).toEqual(["sky.app → sky.display (runtime)"]);
  expect(build([old, now]).organisation.capabilities.map(({ id }) => id)).toEqual([
    "capability:git.example/observatory/display#.!sky.display",
  ]);
});

describe("a service", () => {
  const star = application("star-maps");
  const dome = (...paths: readonly string[]) =>
    application("dome", ...paths.map((path) => file(path, { references: [calls("star-maps")] })));

  test("is used where code reads the name, or what is deployed sets it", () => {
    for (const path of ["lib/maps.rb", "helm/values-production.yaml"])
      expect(uses(build([star, dome(path)]))).toEqual(["dome → star-maps (runtime)"]);
  });
});

describe("an image", () => {
  const star = application("star-maps", file("Dockerfile", { source: "dockerfile" }));
  const run = (purl: string) =>
    application(
      "dome",
      file("compose.yaml", { dependencies: [needs(purl, { scope: "development" })] }),
    );

  test("of a registry called after the organisation is that of the component of its name", () => {
    const own = "pkg:docker/sky/star-maps?repository_url=docker.observatory.example";
    expect(uses(build([star, run(own)]))).toEqual(["dome → star-maps image (development)"]);
  });

  test("of another registry is a stranger's", () => {
    const other = "pkg:docker/sky/star-maps?repository_url=docker.example.net";
    expect(build([star, run(other)]).organisation.consumptions).toEqual([]);
  });
});

test("a checkout of those who use it, to count or to test them, is no use of theirs", () => {
  const lens = (...fetched: readonly string[]) =>
    repository("lens", [
      file("lens.gemspec", { packages: [offers("pkg:gem/lens")] }),
      file(".github/workflows/who-uses-us.yml", {
        dependencies: fetched.map((name) =>
          needs(`pkg:github/observatory/${name}`, { scope: "test" }),
        ),
      }),
    ]);
  const dome = application("dome", file("gems.rb", { dependencies: [needs("pkg:gem/lens")] }));
  const moon = application("moon");
  expect(uses(build([lens("dome", "moon"), dome, moon]))).toEqual([
    "dome → lens (runtime)",
    "lens → dome files (reverse-test)",
    "lens → moon files (test)",
  ]);
});
