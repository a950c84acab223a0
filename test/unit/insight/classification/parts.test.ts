import { describe, expect, test } from "vitest";
import { classifyComponents } from "#insight/classification/classify-components.ts";
import type { Classification } from "#insight/classification/result.ts";
import type { Capability, Component, Consumption } from "#model/organisation.ts";
import { asOf, capability, component, DAY, mark, railway, use } from "./railway.ts";

const repositoryId = "repository:junction";
const root = component("junction", { repositoryId });
const part = (path: string, more: Partial<Component> = {}): Component =>
  component(path, { repositoryId, path, ...more });
const booking = part("booking", { surface: [mark("browser-app", 1, "React"), mark("page", 12)] });
const kit = part("kit", { surface: [mark("library-shape", 1, "npm")] });
const notes = part("notes", { artefacts: [], surface: [mark("documentation-site")] });

function rootOf(
  parts: readonly Component[],
  capabilities: readonly Capability[] = [],
  consumptions: readonly Consumption[] = [],
  own: Component = root,
): Classification {
  const all = [own, ...parts, component("coast-line"), component("hill-line")];
  const [found] = classifyComponents(railway(all, capabilities, consumptions));
  if (found === undefined) throw new Error("nothing classified");
  return found;
}

describe("a root that only gathers parts", () => {
  const offered = [capability("kit", "kit")];
  const used = [use("coast-line", "kit"), use("hill-line", "kit")];

  test("is a product where people meet one of them, though another is a library with users", () => {
    const found = rootOf([kit, notes, booking], offered, used);
    expect(found.class).toBe("product");
    expect(found.reasonsFor[0]?.text).toMatch(/^in booking: is an application in the browser/);
  });

  test("is a platform where others build on one of them, and supporting where all are", () => {
    expect(rootOf([kit, notes], offered, used).class).toBe("platform");
    expect(rootOf([notes]).class).toBe("supporting");
  });

  test("is no product for a part that only runs, nor for a tool of its own that is met", () => {
    const job = part("jobs", { surface: [mark("application-shape", 1, "Go program")] });
    const eager = Array.from({ length: 5 }, (_, at) => use("jobs", `rail-${String(at)}`));
    const rails = eager.map((_, at) => capability(`rail-${String(at)}`, "hill-line"));
    expect(rootOf([job, kit], [...offered, ...rails], [...used, ...eager]).class).toBe("platform");
    const board = { ...booking, path: "monitoring/board" };
    expect(rootOf([board, kit], offered, used).class).toBe("platform");
  });

  test("is not what a part was that is gone", () => {
    const gone = { ...booking, goneAt: asOf - DAY };
    expect(rootOf([gone, kit], offered, used).class).toBe("platform");
  });

  test("does not count what its parts do for each other as use by others", () => {
    const own = [capability("tools", "junction")];
    const inside = [use("booking", "tools"), use("kit", "tools")];
    const found = rootOf([booking, kit], own, inside);
    expect(found.reasonsFor.some(({ text }) => text.includes("other owner"))).toBe(false);
  });
});

test("a root that offers something itself is judged by that, not by an application beside it", () => {
  const library = { ...root, surface: [mark("library-shape", 1, "npm")] };
  const found = rootOf(
    [booking],
    [capability("rails", "junction")],
    [use("coast-line", "rails"), use("hill-line", "rails")],
    library,
  );
  expect(found.class).toBe("platform");
});
