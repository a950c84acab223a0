import { describe, expect, it } from "vitest";
import { assessLayers } from "#insight/layers/assess-layers.ts";
import type { Capability, Organisation } from "#model/organisation.ts";
import { bakery, kit, shop, use } from "../adoption/bakery.ts";

const names = (count: number): Capability["exports"] => ({
  unit: "names",
  names: Array.from({ length: count }, (_, index) => `Name${String(index)}`),
});
/** A library of the component of the same name. */
const library = (name: string, namesCount: number, more: Partial<Capability> = {}) =>
  kit(name, {
    providerComponentId: `component:${name}`,
    ownerIds: [`team:${name}`],
    exports: names(namesCount),
    ...more,
  });
const over = (upper: string, lower: string) => use(upper, lower, "2022-01-01");

function judge(
  capabilities: readonly Capability[],
  parts: Partial<Organisation>,
  files: Readonly<Record<string, number>>,
  products: readonly string[] = [],
) {
  const sizes = new Map(
    Object.entries(files).map(([name, filesCount]) => [
      `component:${name}`,
      { filesCount, languages: new Map<string, number>() },
    ]),
  );
  const components = capabilities.map((one) => shop(one.name));
  return assessLayers(
    bakery({ components: [...components, shop("rye")], capabilities, ...parts }),
    { sizes, productIds: new Set(products.map((name) => `component:${name}`)) },
  );
}

const mentions = (upper: string, lower: string, count: number): Organisation["usedNames"] =>
  new Map([
    [`capability:${lower}`, new Map([[`component:${upper}`, new Set(names(count)?.names ?? [])]])],
  ]);

describe("layers", () => {
  const capabilities = [library("foil", 4), library("oven", 20)];
  const consumptions = [over("foil", "oven"), use("rye", "foil", "2022-01-01")];

  it("are thin when small, narrow and full of the other's names", () => {
    const { layers } = judge(
      capabilities,
      { consumptions, usedNames: mentions("foil", "oven", 3) },
      { foil: 2, oven: 40 },
    );
    expect(layers).toMatchObject([
      {
        capabilityId: "capability:foil",
        overId: "capability:oven",
        isThin: true,
        isAcrossOwners: true,
        mentionedCount: 3,
      },
    ]);
    expect(layers[0]?.evidence).toHaveLength(1);
  });

  it("are not thin when one sign is against it, whatever is unknown", () => {
    const thin = (used: Organisation["usedNames"], files: Readonly<Record<string, number>>) =>
      judge(capabilities, { consumptions, usedNames: used }, files).layers[0]?.isThin;
    expect(thin(mentions("foil", "oven", 1), { foil: 2, oven: 40 })).toBe(false);
    expect(thin(new Map(), { foil: 30, oven: 40 })).toBe(false);
    expect(thin(new Map(), { foil: 2, oven: 40 })).toBeNull();
  });

  it("are none where a program uses a library, or one component offers both", () => {
    const service = library("shop", 0, { kind: "service", exports: null });
    const both = library("foil", 4, { providerComponentId: "component:oven" });
    expect(
      judge([service, library("oven", 20)], { consumptions: [over("shop", "oven")] }, {}).layers,
    ).toEqual([]);
    expect(
      judge([both, library("oven", 20)], { consumptions: [over("oven", "oven")] }, {}).layers,
    ).toEqual([]);
  });

  it("are none where a product's package, which nobody ever used, uses a library", () => {
    const shopfront = library("shop", 3, { kind: "ui-components" });
    const all = [shopfront, library("oven", 20)];
    const uses = [over("shop", "oven")];
    const layersOf = (
      current: typeof uses,
      products: readonly string[],
      parts: Partial<Organisation> = {},
    ) => judge(all, { consumptions: current, ...parts }, {}, products).layers;
    expect(layersOf(uses, ["shop"])).toEqual([]);
    // Of a platform, in use once, or built to be installed: it may be laid over the oven.
    expect(layersOf(uses, [])).toHaveLength(1);
    const past = use("rye", "shop", "2022-01-01", "2022-06-01");
    expect(layersOf([...uses, past], ["shop"])).toHaveLength(1);
    const surface = [{ mark: "library-shape" as const, text: "npm", count: 1 }];
    const components = [shop("shop", { surface }), shop("oven"), shop("rye")];
    expect(layersOf(uses, ["shop"], { components })).toHaveLength(1);
  });

  it("are kept together without owners in one repository, and else not known to be apart where an owner is not", () => {
    const nobody = capabilities.map((one) => ({ ...one, ownerIds: [] as readonly string[] }));
    const isAcross = (repositoryOf: (name: string) => string, offered = nobody) =>
      judge(
        offered,
        {
          consumptions,
          components: nobody.map(({ name }) =>
            shop(name, { ownerIds: [], repositoryId: repositoryOf(name) }),
          ),
        },
        {},
      ).layers.map(({ isAcrossOwners }) => isAcrossOwners);
    expect(isAcross(() => "repository:kitchen")).toEqual([false]);
    expect(isAcross((name) => `repository:${name}`)).toEqual([null]);
    const owned = nobody.map((one) => (one.name === "oven" ? { ...one, ownerIds: ["mill"] } : one));
    expect(isAcross((name) => `repository:${name}`, owned)).toEqual([null]);
    expect(isAcross(() => "repository:kitchen", owned)).toEqual([null]);
  });

  it("say why, where it cannot be told", () => {
    const { unknown } = judge(capabilities, { consumptions }, { foil: 2, oven: 40 });
    expect(unknown.map(({ field }) => field)).toEqual([
      "layers.0.mentionedCount",
      "layers.0.isThin",
    ]);
  });
});

describe("chains of wrappers", () => {
  const chain = ["box", "bag", "foil", "oven"];
  const capabilities = chain.map((name) => library(name, 5));
  const wraps = (upper: string, lower: string): Organisation["workarounds"][number] => ({
    capabilityId: `capability:${lower}`,
    componentId: `component:${upper}`,
    kind: "wrapper",
    text: `lib/${lower}_wrapper.rb`,
    since: null,
    evidence: [],
  });
  const pairs = chain.slice(1).map((lower, index) => [chain[index] ?? "", lower] as const);
  const consumptions = [...pairs.map(([a, b]) => over(a, b)), use("rye", "box", "2022-01-01")];

  it("are those of three wrappers and more, with who stands on top", () => {
    const workarounds = pairs.map(([a, b]) => wraps(a, b));
    const found = judge(capabilities, { consumptions, workarounds }, {});
    expect(found.chains).toEqual([
      {
        capabilityIds: chain.map((name) => `capability:${name}`),
        wrappersCount: 3,
        consumerIds: ["component:rye"],
      },
    ]);
    expect([found.chainedCount, found.inUseCount, found.deepestCount]).toEqual([1, 4, 4]);
  });

  it("are none of two wrappers, nor of libraries that merely use each other", () => {
    const two = pairs.slice(1).map(([a, b]) => wraps(a, b));
    expect(judge(capabilities, { consumptions, workarounds: two }, {}).chains).toEqual([]);
    expect(judge(capabilities, { consumptions }, {})).toMatchObject({
      chains: [],
      deepestCount: 4,
    });
  });

  it("end where they close a circle", () => {
    const circle = [over("box", "bag"), over("bag", "box")];
    expect(judge(capabilities.slice(0, 2), { consumptions: circle }, {}).deepestCount).toBe(2);
  });
});
