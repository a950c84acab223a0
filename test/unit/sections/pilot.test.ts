import { describe, expect, it } from "vitest";
import { pilotOf } from "#sections/signals/pilot.ts";
import { kit, shop } from "../insight/adoption/bakery.ts";

const repositories = ["oven", "rye"].map((name) => ({ id: `repository:${name}`, name }));
const components = [shop("oven"), shop("rye"), shop("old", { isLive: false })];
const by = (...names: readonly string[]) => new Set(names.map((name) => `repository:${name}`));

describe("where to begin", () => {
  it("is the product that most repositories build on", () => {
    const capabilities = [
      kit("oven-kit"),
      kit("rye-kit", { providerComponentId: "component:rye" }),
    ];
    const used = new Map([
      ["capability:oven-kit", by("a")],
      ["capability:rye-kit", by("a", "b")],
    ]);
    expect(pilotOf({ capabilities, components }, repositories, used)).toBe("rye-kit");
  });

  it("is called after its repository where that offers several", () => {
    const capabilities = [kit("oven-kit"), kit("oven-mitts")];
    const used = new Map(capabilities.map(({ id }) => [id, by("a")]));
    expect(pilotOf({ capabilities, components }, repositories, used)).toBe("oven");
  });

  it("is nothing that nobody here provides or keeps, and no settings", () => {
    const capabilities = [
      kit("bought", { providerComponentId: null }),
      kit("given-up", { lifecycle: "archived" }),
      kit("asleep", { providerComponentId: "component:old" }),
      kit("lint", { kind: "tool-configuration" }),
      kit("unused"),
    ];
    const used = new Map(capabilities.slice(0, -1).map(({ id }) => [id, by("a", "b", "c")]));
    expect(pilotOf({ capabilities, components }, repositories, used)).toBeNull();
  });
});
