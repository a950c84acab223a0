import { describe, expect, test } from "vitest";
import { asOf, born, build, file, libraries, needs, offers, repository } from "./observatory.ts";

describe("what is asked for now", () => {
  const kit = repository("kit", [
    file("composer.json", { packages: [offers("pkg:composer/observatory/kit")] }),
  ]);
  const at = (seconds: number) => ({ commit: `c${String(seconds)}`, at: seconds });
  const span = (value: string | null, from: number, to: number | null) => ({
    value,
    from: at(from),
    to: to === null ? null : at(to),
  });
  const asked = (...spans: readonly ReturnType<typeof span>[]) =>
    build([
      kit,
      repository("dome", [
        file("composer.json", {
          dependencies: [needs("pkg:composer/observatory/kit", { spans })],
        }),
      ]),
    ]).organisation.consumptions[0];

  test("of a merge and the commit after it within one second, the one that lasted", () => {
    const found = asked(
      span("2.x-dev", born, born + 500),
      span("2.1.x-dev", born + 500, born + 500),
      span("2.x-dev", born + 500, null),
    );
    expect(found?.constraint).toBe("2.x-dev");
  });

  test("what is still declared goes before what ended, though that began later", () => {
    const kept = needs("pkg:composer/observatory/kit", { spans: [span(null, born, null)] });
    const gone = needs("pkg:composer/observatory/kit", {
      spans: [span("pull/7/head", born + 900, born + 950)],
    });
    const findings = build([
      kit,
      repository("dome", [
        file("composer.json", { dependencies: [kept] }),
        file("legacy/composer.json", { dependencies: [gone] }),
      ]),
    ]);
    expect(findings.organisation.consumptions[0]?.constraint).toBeNull();
  });

  test.each(["2.x-dev", "2.1.x-dev", "16.x", "1.2.x", "1.2.X", "dev-main"])(
    "%s is no version",
    (written) => {
      expect(asked(span(written, born, null))?.versions).toEqual([]);
    },
  );

  test.each([
    ["kit-v1.4.0", "1.4.0"],
    ["packages/kit/2.0.1", "2.0.1"],
    ["observatory/kit@3.1.0", "3.1.0"],
    ["release-1.4.0", undefined],
    ["kit-next", undefined],
  ])("%s names the version %s together with the package, or none", (written, version) => {
    expect(asked(span(written, born, null))?.versions[0]?.version).toBe(version);
  });

  test("what its examples and inputs of tests have is no version of it", () => {
    const purl = "pkg:composer/observatory/kit";
    const versionsOf = (...files: Parameters<typeof repository>[1]) =>
      build([kit, repository("dome", files)]).organisation.consumptions[0]?.versions.map(
        ({ version }) => version,
      );
    const declared = (path: string, value: string) =>
      file(path, { dependencies: [needs(purl, { spans: [span(value, born, null)] })] });
    const locked = (path: string, value: string) =>
      file(path, {
        source: "locks",
        locked: [{ purl, spans: [{ value, from: at(born), to: null }] }],
      });
    const own = declared("composer.json", ">=2.0");
    expect(versionsOf(own, declared("examples/quotes/composer.json", "1.4.0"))).toEqual([]);
    expect(versionsOf(own, locked("docs/composer.lock", "1.4.0"))).toEqual([]);
    expect(versionsOf(own, locked("composer.lock", "2.1.0"))).toEqual(["2.1.0"]);
  });

  test("what ran once and is for development or chosen by users today is told as it is today", () => {
    const motor = "pkg:composer/elsewhere/motor";
    const told = (...dependencies: ReturnType<typeof needs>[]) =>
      build([repository("dome", [file("composer.json", { dependencies })])])
        .organisation.thirdPartyUses.filter(({ purl }) => purl === motor)
        .map(({ scope, isPeer }) => [scope, isPeer === true]);
    const once = needs(motor, { spans: [span("1.0", born, born + 500)] });
    const beside = needs(motor, { scope: "development", spans: [span("1.0", born + 500, null)] });
    const peer = needs(motor, { isPeer: true, spans: [span("1.0", born + 500, null)] });
    expect(told(once, beside)).toEqual([["development", false]]);
    expect(told(once, peer, beside)).toEqual([["runtime", true]]);
    expect(told(once)).toEqual([["runtime", false]]);
  });

  test("a branch that a lock file names is none either", () => {
    const locked = ["dev-main", "3.1.x-dev", "3.1.4"].map((value, index) => ({
      purl: "pkg:composer/observatory/kit",
      spans: [
        {
          value,
          from: at(born + index * 100),
          to: index === 2 ? null : at(born + index * 100 + 100),
        },
      ],
    }));
    const findings = build([
      kit,
      repository("dome", [
        file("composer.json", { dependencies: [needs("pkg:composer/observatory/kit")] }),
        file("composer.lock", { source: "locks", locked }),
      ]),
    ]);
    expect(findings.organisation.consumptions[0]?.versions).toEqual([
      { version: "3.1.4", from: born + 200, to: null },
    ]);
  });
});

describe("releases", () => {
  const release = (version: string, from: number) => ({
    value: version,
    from: { commit: "c", at: from },
    to: null,
  });
  const tag = (name: string) => ({ name, at: born + 10, commit: "c" });

  test.each([
    "0.0.0",
    "0.0.0-development",
    "0.0.0-semantically-released",
    "1.0.0-semantically-released",
    "2.0.0-managed-by-ci",
    "1.0.0-placeholder",
    "0.0.0.0",
  ])("%s stands for what the release sets: tags tell it", (written) => {
    const findings = build([
      repository(
        "lens",
        [
          file("package.json", {
            packages: [offers("pkg:npm/lens", { spans: [release(written, born)] })],
          }),
        ],
        { tags: [tag("v1.4.0"), tag("v1.5.0")], headFiles: libraries("package.json") },
      ),
    ]);
    const [lens] = findings.organisation.capabilities;
    expect(lens?.releases.map(({ version }) => version)).toEqual(["1.4.0", "1.5.0"]);
  });

  test("of a part deeper down only tags of its own name, in its time", () => {
    const part = (path: string, ...tags: readonly ReturnType<typeof tag>[]) =>
      build([
        repository(
          "lens",
          [
            file(path, {
              packages: [offers("pkg:npm/glass", { spans: [release("0.0.0", born)] })],
            }),
          ],
          { tags, headFiles: libraries(path) },
        ),
      ]).organisation.capabilities[0]?.releases.map(({ version }) => version);
    expect(part("counter/package.json", tag("v1.4.0"))).toEqual([]);
    expect(part("shop/package.json", tag("v1.4.0"), tag("glass@0.3.0"))).toEqual(["0.3.0"]);
    expect(part("package.json", { ...tag("v1.4.0"), at: born - 10 })).toEqual([]);
  });

  test("where a version has a tag, that dates it: numbers are written before they are released", () => {
    const later = (version: string, from: number, to: number | null) => ({
      value: version,
      from: { commit: "c", at: from },
      to: to === null ? null : { commit: "c", at: to },
    });
    const spans = [later("1.0.0", born, born + 50), later("2.0.0", born + 50, null)];
    const [lens] = build([
      repository(
        "lens",
        [file("package.json", { packages: [offers("pkg:npm/lens", { spans })] })],
        {
          tags: [{ ...tag("v2.0.0"), at: born + 90 }],
          headFiles: libraries("package.json"),
        },
      ),
    ]).organisation.capabilities;
    expect(lens?.releases.map(({ version, at }) => [version, at])).toEqual([
      ["1.0.0", born],
      ["2.0.0", born + 90],
    ]);
  });

  test("a first version of one's own stands", () => {
    const findings = build([
      repository(
        "lens",
        [
          file("package.json", {
            packages: [offers("pkg:npm/lens", { spans: [release("0.0.1", born)] })],
          }),
        ],
        { headFiles: libraries("package.json") },
      ),
    ]);
    const [lens] = findings.organisation.capabilities;
    expect(lens?.releases.map(({ version }) => version)).toEqual(["0.0.1"]);
  });
});

test("what lock files say from the day asked about on has not happened yet", () => {
  const lens = "pkg:gem/lens";
  const at = (seconds: number) => ({ commit: `c${String(seconds)}`, at: seconds });
  const locked = [
    {
      purl: lens,
      spans: [
        { value: "1.0.0", from: at(born), to: at(asOf + 10) },
        { value: "2.0.0", from: at(asOf + 10), to: null },
      ],
    },
  ];
  const findings = build([
    repository("lens", [file("lens.gemspec", { packages: [offers(lens)] })]),
    repository("dome", [
      file("Gemfile", { dependencies: [needs(lens)] }),
      file("Gemfile.lock", { source: "locks", locked }),
    ]),
  ]);
  expect(findings.organisation.consumptions.map(({ versions }) => versions)).toEqual([
    [{ version: "1.0.0", from: born, to: null }],
  ]);
});
