import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { bareName, isSameThing } from "#model/bare-name.ts";
import { born, build, file, needs, offers, repository, uses } from "./observatory.ts";

const day = 86_400;
const change = born + 1000 * day;
const moment = (at: number) => ({ commit: `c${String(at)}`, at });
const span = (from: number, to: number | null = null, value: string | null = null) => ({
  value,
  from: moment(from),
  to: to === null ? null : moment(to),
});

/** A telescope that asked for `old` and, from `taken` on, for `name`. */
const telescope = (old: string, name: string, taken = change, ended = change) =>
  repository("telescope", [
    file("manifest", {
      dependencies: [
        needs(old, { spans: [span(born, ended)] }),
        needs(name, { spans: [span(taken)] }),
      ],
    }),
  ]);
const ownPrefixes = ["lens", "sky", "@sky", "@old-sky", "org.sky", "example.com/", "obs"];
const spells = (repositories: Parameters<typeof build>[0]) => {
  const { organisation } = build(repositories, { ownPrefixes });
  return organisation.consumptions.map(({ capabilityId, from, to }) => [
    organisation.capabilities.find(({ id }) => id === capabilityId)?.name,
    from.at,
    to?.at ?? null,
  ]);
};

describe("a package under a new name goes on in one use", () => {
  test.each([
    ["a new scope", "pkg:npm/%40old-sky/lens", "pkg:npm/%40sky/lens", "@sky/lens"],
    [
      "a scope where there was none",
      "pkg:npm/lens-kit",
      "pkg:npm/%40sky/lens-kit",
      "@sky/lens-kit",
    ],
    ["a new Maven group", "pkg:maven/org.sky.old/lens", "pkg:maven/org.sky/lens", "org.sky/lens"],
    [
      "a Go module of a new major",
      "pkg:golang/example.com/observatory/lens",
      "pkg:golang/example.com/observatory/lens/v2",
      "example.com/observatory/lens",
    ],
    ["a gem without its prefix", "pkg:gem/obs-lens-kit", "pkg:gem/lens-kit", "lens-kit"],
    ["a package with dashes for underscores", "pkg:pypi/lens_kit", "pkg:pypi/lens-kit", "lens-kit"],
    [
      "an image at another registry",
      "pkg:docker/sky/lens",
      "pkg:docker/sky/lens?repository_url=ghcr.io",
      "sky/lens",
    ],
    [
      "an action of another owner",
      "pkg:githubactions/sky-old/lens-action",
      "pkg:githubactions/sky/lens-action",
      "sky/lens-action",
    ],
    [
      "a chart from another repository",
      "pkg:helm/lens?repository_url=https:%2F%2Fa.example",
      "pkg:helm/lens",
      "lens",
    ],
  ])("%s", (_, old, name, shown) => {
    expect(spells([telescope(old, name)])).toEqual([[shown, born, null]]);
  });

  test("also where the new name came weeks before the old one went", () => {
    const early = telescope("pkg:npm/%40old-sky/lens", "pkg:npm/%40sky/lens", change - 80 * day);
    expect(spells([early])).toEqual([["@sky/lens", born, null]]);
    const late = telescope("pkg:npm/%40old-sky/lens", "pkg:npm/%40sky/lens", change + 200 * day);
    expect(spells([late])).toHaveLength(2);
  });

  test("whoever still asks for the old name uses the same thing", () => {
    const old = repository("dome", [
      file("package.json", { dependencies: [needs("pkg:npm/%40old-sky/lens")] }),
    ]);
    const { organisation } = build(
      [telescope("pkg:npm/%40old-sky/lens", "pkg:npm/%40sky/lens"), old],
      { ownPrefixes },
    );
    expect(organisation.capabilities.map(({ name, formerNames }) => [name, formerNames])).toEqual([
      ["@sky/lens", ["@old-sky/lens"]],
    ]);
    expect(organisation.consumptions).toHaveLength(2);
  });

  test("and back: the provider of today keeps its name", () => {
    const provider = repository("lens", [
      file("package.json", { packages: [offers("pkg:npm/%40sky/lens")] }),
    ]);
    const back = telescope("pkg:npm/%40old-sky/lens", "pkg:npm/%40sky/lens");
    const { organisation } = build([provider, back], { ownPrefixes });
    expect(organisation.capabilities).toMatchObject([
      { id: "capability:git.example/observatory/lens#.!@sky/lens", name: "@sky/lens" },
    ]);
    expect(organisation.consumptions).toMatchObject([{ from: { at: born }, to: null }]);
  });
});

test("a name between two of ours is ours as well, and one after our fork is not", () => {
  const names = ["pkg:npm/sky-js-optics", "pkg:npm/js-optics", "pkg:npm/%40sky/js-optics"] as const;
  const chain = (...purls: readonly string[]) =>
    repository("telescope", [
      file("package.json", {
        dependencies: purls.map((purl, index) =>
          needs(purl, {
            spans: [
              span(
                born + index * 400 * day,
                index + 1 < purls.length ? born + (index + 1) * 400 * day : null,
              ),
            ],
          }),
        ),
      }),
    ]);
  expect(spells([chain(...names)])).toEqual([["@sky/js-optics", born, null]]);
  expect(spells([chain("pkg:npm/%40sky/lodash", "pkg:npm/lodash")])).toEqual([
    ["@sky/lodash", born, born + 400 * day],
  ]);
});

describe("what is not the same thing", () => {
  test.each([
    ["names that only begin alike", "pkg:npm/%40sky/lens", "pkg:npm/%40sky/lens-cap"],
    ["another ecosystem", "pkg:npm/%40sky/lens", "pkg:pypi/lens"],
    ["a word that is too short to tell", "pkg:gem/sky-ui", "pkg:gem/obs-ui"],
  ])("%s", (_, old, name) => {
    expect(spells([telescope(old, name)])).toHaveLength(2);
  });

  test("two that are both still offered here: who changed has moved", () => {
    const [first, second] = ["pkg:npm/%40old-sky/lens", "pkg:npm/%40sky/lens"];
    const providers = [first, second].map((purl, index) =>
      repository(`lens-${String(index)}`, [file("package.json", { packages: [offers(purl)] })]),
    );
    expect(spells([...providers, telescope(first, second)])).toEqual([
      ["@old-sky/lens", born, change],
      ["@sky/lens", change, null],
    ]);
  });
});

describe("a package that its repository gave up", () => {
  const purl = "pkg:cargo/lens";
  const provider = repository("lens", [
    file("Cargo.toml", { packages: [offers("pkg:cargo/sky-core")] }),
    file("lens/Cargo.toml", {
      spans: [{ ...span(born, change), value: "object" }],
      packages: [offers(purl, { spans: [span(born, change)] })],
    }),
  ]);
  const user = (...spans: ReturnType<typeof span>[]) =>
    repository("telescope", [file("Cargo.toml", { dependencies: [needs(purl, { spans })] })]);

  test("has moved where somebody who used it goes on with the same name: one thing, one use", () => {
    const later = change + 200 * day;
    const { organisation } = build([
      provider,
      user(span(born, later, "1"), span(later, null, "2")),
    ]);
    expect(
      organisation.consumptions.map(({ capabilityId, from, to }) => [capabilityId, from.at, to]),
    ).toEqual([["capability:elsewhere!pkg:cargo/lens", born, null]]);
    const lens = organisation.capabilities.filter(({ name }) => name === "lens");
    expect(lens).toMatchObject([
      { providerComponentId: null, packages: [purl], lifecycle: "unknown", kind: "library" },
    ]);
    expect(lens[0]?.evidence[0]?.text).toContain("since moved");
    const [adoption] = assessAdoption({ ...organisation, capabilities: lens });
    expect(adoption).toMatchObject({ adoptersNow: 1, adoptersEver: 1, retirement: null });
  });

  test("is somebody else's where only others ask for what came long after", () => {
    const later = change + 200 * day;
    const newcomer = repository("dome", [
      file("Cargo.toml", { dependencies: [needs(purl, { spans: [span(later, null, "2")] })] }),
    ]);
    const { organisation } = build([provider, user(span(born, change, "1")), newcomer]);
    expect(organisation.consumptions.map(({ capabilityId, to }) => [capabilityId, to?.at])).toEqual(
      expect.arrayContaining([
        ["capability:git.example/observatory/lens#lens!lens", change],
        ["capability:elsewhere!pkg:cargo/lens", undefined],
      ]),
    );
  });

  test("is used as it was while nobody asks for anything else", () => {
    expect(uses(build([provider, user(span(born))]))).toEqual(["telescope → lens (runtime)"]);
  });
});

test("a folder whose group changed keeps its users, who ask for the folder", () => {
  const lens = repository("lens", [
    file("lens/build.sbt", {
      packages: [
        offers("pkg:maven/org.old/lens", { spans: [span(born, change)] }),
        offers("pkg:maven/org.new/lens", { spans: [span(change)] }),
      ],
    }),
    file("dome/build.sbt", {
      packages: [offers("pkg:maven/org.new/dome")],
      dependencies: [
        needs("pkg:maven/org.old/lens", {
          localPath: "lens",
          spans: [span(born, change + 200 * day), span(change + 200 * day)],
        }),
      ],
    }),
  ]);
  const { inside } = build([lens]).organisation;
  expect(inside?.consumptions).toMatchObject([{ from: { at: born }, to: null }]);
  const used = inside?.capabilities.find(({ id }) => id === inside.consumptions[0]?.capabilityId);
  expect(used).toMatchObject({
    name: "org.new/lens",
    formerNames: ["org.old/lens"],
    lifecycle: "unknown",
  });
});

describe("bare names", () => {
  const purl = fc.string({ maxLength: 60 }).map((text) => `pkg:npm/${text}`);

  test("are told of any text, and are alike in both directions", () => {
    fc.assert(
      fc.property(purl, purl, (one, other) => {
        const [a, b] = [bareName(one), bareName(other)];
        if (a === null || b === null) return;
        expect(isSameThing(a, a)).toBe(true);
        expect(isSameThing(a, b)).toBe(isSameThing(b, a));
      }),
      { numRuns: 50 },
    );
  });

  test("of nothing are none, and a long one costs no time", () => {
    expect(bareName("lens")).toBeNull();
    expect(bareName("pkg:npm/")).toBeNull();
    expect(bareName(`pkg:npm/${"-".repeat(100_000)}x`)?.ecosystem).toBe("npm");
  });
});
