import { describe, expect, test } from "vitest";
import type { OutsiderUse } from "#evidence/declared.ts";
import type { SurfaceMark } from "#evidence/surface-mark.ts";
import { knownOutsiders, outsiderKindsByComponent } from "#insight/partners/known-outsiders.ts";
import { offeredOutside } from "#insight/partners/offered-outside.ts";
import type { Component } from "#model/organisation.ts";
import { asOf, bakery, DAY, kit, on, shop } from "../adoption/bakery.ts";

const use = (outsider: string, about: string, more: Partial<OutsiderUse> = {}): OutsiderUse => ({
  outsider,
  kind: "external-integrator",
  about,
  calls: null,
  at: null,
  source: "gateway",
  where: { file: "p.csv", line: 2 },
  ...more,
});

const organisation = bakery({
  components: [shop("oven"), shop("rye")],
  capabilities: [kit("oven-kit", { packages: ["pkg:npm/oven-kit"] })],
});
const known = (uses: readonly OutsiderUse[] | null) => knownOutsiders(uses, organisation, asOf);

describe("who outside was seen", () => {
  test("one entry for each, its rows summed by what it uses; the last day counts", () => {
    const { outsiders } = known([
      use("Grain", "oven-kit", { calls: 10, at: on("2024-03-31") }),
      use("grain", "pkg:npm/oven-kit", {
        calls: 5,
        at: on("2024-06-30"),
        source: "second gateway",
      }),
      use("Grain", "Rye", { kind: "partner" }),
    ]);
    expect(outsiders).toMatchObject([
      {
        name: "Grain",
        kind: "partner",
        uses: [
          {
            subjectId: "capability:oven-kit",
            calls: 15,
            lastAt: on("2024-06-30"),
            sources: ["gateway", "second gateway"],
          },
          { subjectId: "component:rye", calls: null, lastAt: null },
        ],
      },
    ]);
  });

  test("nobody is made up: own components are none, what is unknown is listed, what came later is not there", () => {
    const { outsiders, unmatched, ownCount } = known([
      use("rye", "oven-kit"),
      use("Grain", "barley", { where: { file: "p.csv", line: 7 } }),
      use("Later", "oven-kit", { at: asOf + DAY }),
    ]);
    expect(outsiders).toEqual([]);
    expect(unmatched).toEqual([{ about: "barley", file: "p.csv", line: 7 }]);
    expect(ownCount).toBe(1);
    expect(known(null).outsiders).toBeNull();
  });

  test("their kinds are customers of what they use, and of who offers it", () => {
    const { outsiders } = known([use("Grain", "oven-kit", { kind: "partner" }), use("App", "rye")]);
    const kinds = outsiderKindsByComponent(outsiders ?? [], organisation);
    const provider = organisation.capabilities[0]?.providerComponentId ?? "";
    expect([...(kinds.get(provider) ?? [])]).toEqual(["partner"]);
    expect([...(kinds.get("component:rye") ?? [])]).toEqual(["external-integrator"]);
  });
});

describe("what is offered outside", () => {
  const mark = (name: SurfaceMark["mark"], text: string): SurfaceMark => ({
    mark: name,
    text,
    count: 1,
  });
  const offers = (...components: readonly Component[]) =>
    offeredOutside({ components, capabilities: organisation.capabilities });

  test("what a workspace pushes is its members', not its own: of the registry's kind, and published", () => {
    const of = (name: string, path: string, more: Partial<Component> = {}) =>
      shop(name, { repositoryId: "repository:mill", path, ...more });
    const components = [
      of("mill", ".", {
        surface: [mark("public-registry", "crates.io"), mark("public-registry", "PyPI")],
      }),
      of("sift", "crates/sift"),
      of("grind", "crates/grind", { surface: [mark("unpublished", "publish = false")] }),
      of("board", "board"),
      of("trial", "crates/trial"),
      shop("elsewhere", { path: "crates/elsewhere" }),
    ];
    const packages = { mill: "pkg:pypi/mill", board: "pkg:npm/board" };
    const capabilities = components.map(({ name, id }) =>
      kit(name, {
        providerComponentId: id,
        packages: [new Map(Object.entries(packages)).get(name) ?? `pkg:cargo/${name}`],
        releases: name === "trial" ? [] : [{ version: "1.0.0", at: asOf - DAY, commit: "c" }],
      }),
    );
    const found = offeredOutside({ components, capabilities });
    expect(
      found.map(({ componentId, signs }) => [componentId, signs.map(({ text }) => text)]),
    ).toEqual([
      ["component:mill", ["published for everybody on PyPI"]],
      ["component:sift", ["published for everybody on crates.io"]],
    ]);
  });

  test("by registry, contract, keys or words, the surest first; without a sign nothing", () => {
    const found = offers(
      shop("spelt", { surface: [mark("partner-words", "partners")] }),
      shop("oat", {
        surface: [mark("api-key", "keys"), mark("outside-contract", "external-partner")],
      }),
      shop("pie", { surface: [mark("public-registry", "npm")] }),
      shop("bun"),
    );
    expect(
      found.map(({ componentId, kinds, signs }) => [componentId, kinds, signs[0]?.text]),
    ).toEqual([
      ["component:pie", ["external-integrator"], "published for everybody on npm"],
      [
        "component:oat",
        ["external-integrator", "partner"],
        "its contract says that it is for partners",
      ],
      ["component:spelt", ["partner"], "its README speaks of “partners”"],
    ]);
    expect(found.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });

  test("keys are told with the file that is named after them; who only calls keeps none", () => {
    const surface = [mark("api-key", "app/models/api_key.rb")];
    const [found] = offers(shop("oat", { surface }));
    expect(found?.signs[0]?.text).toBe(
      "a file is named after keys of callers: app/models/api_key.rb",
    );
    expect(found?.evidence).toMatchObject([{ path: "app/models/api_key.rb", line: 1 }]);
    const client = shop("pie", { surface: [...surface, mark("library-shape", "gem")] });
    expect(offers(client)).toEqual([]);
    const server = shop("pie", {
      surface: [...client.surface, mark("application-shape", "Rails")],
    });
    expect(offers(server)).toHaveLength(1);
  });

  test("not what is gone", () => {
    const surface = [mark("public-registry", "npm")];
    expect(offers(shop("pie", { surface, goneAt: asOf - DAY }))).toEqual([]);
    expect(offers(shop("pie", { surface, lifecycle: "archived" }))).toEqual([]);
  });
});
