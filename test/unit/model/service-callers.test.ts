import { describe, expect, test } from "vitest";
import type { ServiceReference } from "#evidence/facts.ts";
import type { FileHistory, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import type { ModelFindings } from "#model/build-organisation.ts";
import { fileAtHead } from "#fixtures/evidence.ts";
import {
  application,
  asOf,
  born,
  build,
  file,
  needs,
  offers,
  repository,
  uses,
} from "./observatory.ts";

const day = 86_400;
const at = (days: number) => ({ commit: `d${String(days)}`, at: born + days * day });

const reference = (more: Partial<ServiceReference> = {}): ServiceReference => ({
  name: "stars-api",
  how: "client-constructor",
  confidence: "high",
  text: "StarsApi.new",
  line: 7,
  scope: "runtime",
  ...more,
});

/** Code that speaks of the stars since its tenth day and was last changed on the hundredth. */
function code(path: string, said: ServiceReference): FileHistory {
  return file(path, {
    source: "code",
    spans: [
      { value: "a", from: at(10), to: at(100) },
      { value: "b", from: at(100), to: null },
    ],
    references: [{ reference: said, spans: [{ value: 7, from: at(10), to: null }] }],
  });
}

function withCode(
  one: RepositoryEvidence,
  path: string,
  said: ServiceReference,
  unasked: readonly string[] = [],
): RepositoryEvidence {
  const head = fileAtHead(path, { source: "code", services: [said], unasked });
  return { ...one, files: [...one.files, code(path, said)], headFiles: [...one.headFiles, head] };
}

const stars = application("stars-api");
const spells = ({ organisation }: ModelFindings) =>
  organisation.consumptions
    .filter(({ via }) => via === "service")
    .map(({ from, to }) => [(from.at - born) / day, to === null ? null : (to.at - born) / day]);
const reasons = ({ serviceMentions }: ModelFindings) =>
  serviceMentions.map(({ consumer, evidence: { text } }) => `${consumer}: ${text}`);

describe("a client that is only defined", () => {
  const log = (through: readonly string[], unasked: readonly string[]) =>
    build([stars, withCode(application("log"), "lib/sky.rb", reference({ through }), unasked)]);

  test("is used while one of its names is asked for", () => {
    expect(spells(log(["stars", "slow_stars"], ["stars"]))).toEqual([[10, null]]);
    expect(spells(log(["stars"], []))).toEqual([[10, null]]);
  });

  test("is used no more when none is; it was until the file was last changed", () => {
    const found = log(["stars", "slow_stars"], ["stars", "slow_stars"]);
    expect(spells(found)).toEqual([[10, 100]]);
    expect(reasons(found)).toEqual(["log: StarsApi.new (only defined: no code asks for it)"]);
  });

  test("never was used where the file never changed", () => {
    const repo = withCode(application("log"), "lib/sky.rb", reference({ through: ["s"] }), ["s"]);
    const files = repo.files.map((one) =>
      one.source === "code" ? { ...one, spans: [{ value: "a", from: at(10), to: null }] } : one,
    );
    expect(uses(build([stars, { ...repo, files }]))).toEqual([]);
  });

  test("goes on where another file calls the service", () => {
    const repo = withCode(application("log"), "lib/sky.rb", reference({ through: ["s"] }), ["s"]);
    const found = build([stars, withCode(repo, "lib/night.rb", reference())]);
    expect(spells(found)).toEqual([[10, null]]);
    expect(reasons(found)).toEqual([]);
  });
});

describe("a setting handed on", () => {
  const said = reference({
    how: "environment-variable",
    confidence: "medium",
    text: "STARS_API_URL",
    through: ["STARS_API_URL"],
    isHandedOn: true,
  });
  const library = repository("sky-kit", [
    file("package.json", { packages: [offers("pkg:npm/sky-kit")] }),
  ]);

  test("by a library that does not read it is no use and never was", () => {
    const found = build([stars, withCode(library, "src/config.ts", said, ["STARS_API_URL"])]);
    expect(uses(found)).toEqual([]);
    expect(reasons(found)).toHaveLength(1);
  });

  test("by one that comes with an application to show it is none either", () => {
    const one = withCode(library, "src/config.ts", said, ["STARS_API_URL"]);
    const shown = fileAtHead("package.json", {
      surface: [
        { mark: "publishes", text: "public", count: 1 },
        { mark: "application-shape", text: "page", count: 1 },
      ],
    });
    expect(uses(build([stars, { ...one, headFiles: [...one.headFiles, shown] }]))).toEqual([]);
  });

  test("by a library that reads it, or by an application, is one", () => {
    expect(spells(build([stars, withCode(library, "src/config.ts", said)]))).toEqual([[10, null]]);
    const shown = withCode(application("log"), "src/config.ts", said, ["STARS_API_URL"]);
    expect(spells(build([stars, shown]))).toEqual([[10, null]]);
  });
});

describe("a component that runs only in tests calls nobody", () => {
  const crate = (name: string, description: string | null = null) =>
    build([
      stars,
      withCode(
        repository("sky", [
          file(`kit/${name}/Cargo.toml`, {
            packages: [offers(`pkg:cargo/${name}`, { isPrivate: true, description })],
          }),
        ]),
        `kit/${name}/src/lib.rs`,
        reference(),
      ),
    ]);

  test.each(["sky-test", "sky-test-helpers", "sky_testing", "sky-mocks"])("%s", (name) => {
    expect(uses(crate(name))).toEqual([]);
    expect(reasons(crate(name))[0]).toContain("in tests");
  });

  test("by its description", () => {
    expect(uses(crate("sky-kit", "Sky test framework"))).toEqual([]);
    expect(uses(crate("sky-kit", "Tests the weather"))).toHaveLength(1);
  });

  test("a whole repository of them", () => {
    const tests = withCode(application("sky-e2e-tests"), "lib/a.rb", reference());
    expect(uses(build([stars, tests]))).toEqual([]);
  });

  test("but an application may be called a test, and others contain the word", () => {
    const eyes = build([stars, withCode(application("eye-test"), "lib/a.rb", reference())]);
    expect(spells(eyes)).toEqual([[10, null]]);
    expect(uses(crate("sky-attest"))).toHaveLength(1);
  });
});

describe("a consumer that is given up", () => {
  const deprecated = (lastHuman: number) => {
    const one = withCode(application("log"), "lib/a.rb", reference());
    const readme = fileAtHead("README.md", {
      document: {
        title: "Log",
        summary: null,
        description: null,
        headings: [],
        codeBlocksCount: 0,
        wordsCount: 10,
        relativeLinks: [],
        developerWords: 0,
        customerWords: 0,
        isDeprecated: true,
      },
    });
    return build([
      stars,
      { ...one, headFiles: [...one.headFiles, readme], lastHuman: { commit: "h", at: lastHuman } },
    ]);
  };

  test("calls nobody after its last human change", () => {
    expect(spells(deprecated(born + 500 * day))).toEqual([[10, 500]]);
  });

  test("calls as it did while people still work on it", () => {
    expect(spells(deprecated(asOf - 10 * day))).toEqual([[10, null]]);
  });
});

describe("infrastructure beside an application below a root that is one too", () => {
  const said = reference({ how: "environment-variable", text: "STARS_API_URL" });
  const site = (...folders: readonly string[]) =>
    withCode(
      application(
        "site",
        ...folders.map((one) => file(`${one}/Gemfile`, { dependencies: [needs("pkg:gem/rails")] })),
      ),
      "night/terraform/prod/locals.tf",
      said,
    );

  test("is that application's", () => {
    expect(uses(build([stars, site("night/log")]))).toEqual(["log → stars-api (runtime)"]);
    expect(uses(build([stars, site("night")]))).toEqual(["night → stars-api (runtime)"]);
  });

  test("is among several that of the one called like the folder", () => {
    expect(uses(build([stars, site("night/night", "night/web")]))).toEqual([
      "night → stars-api (runtime)",
    ]);
  });

  test("is the root's where several lie beside it, or none does", () => {
    expect(uses(build([stars, site("night/log", "night/web")]))).toEqual([
      "site → stars-api (runtime)",
    ]);
    expect(uses(build([stars, site("day/log")]))).toEqual(["site → stars-api (runtime)"]);
  });
});

test("a contract written as a test is no evidence of what runs", () => {
  const pact = reference({ how: "contract-file", scope: "test", text: "Stars" });
  const one = withCode(application("log"), "spec/spec_helper.rb", pact);
  const found = build([stars, withCode(one, "lib/a.rb", reference({ confidence: "medium" }))]);
  expect(found.organisation.consumptions[0]?.evidence.map(({ path }) => path)).toEqual([
    "lib/a.rb",
  ]);
});
