import { describe, expect, test } from "vitest";
import { classifyComponents } from "#insight/classification/classify-components.ts";
import type { Classification } from "#insight/classification/result.ts";
import type { Component } from "#model/organisation.ts";
import { asOf, capability, component, DAY, mark, railway, use } from "./railway.ts";

const bare = { artefacts: [] };
const lines = [component("coast-line"), component("hill-line")];
const old = { lastHuman: { commit: "last", at: asOf - 900 * DAY } };

function classOf(one: Component, isOffered = false, isUsed = false): Classification {
  const organisation = railway(
    [one, ...lines],
    isOffered ? [capability(one.name, one.name)] : [],
    isUsed ? [use("coast-line", one.name), use("hill-line", one.name)] : [],
  );
  const found = classifyComponents(organisation)[0];
  if (found === undefined) throw new Error("nothing classified");
  return found;
}

describe("a component is supporting", () => {
  test.each<[string, Partial<Component>, string]>([
    [
      "that moved elsewhere",
      { surface: [mark("successor", 1, "rail/new-signals")] },
      "says that something else took its place: rail/new-signals",
    ],
    [
      "that builds a documentation site",
      { ...bare, surface: [mark("documentation-site")] },
      "builds a documentation site",
    ],
    [
      "that holds data",
      { ...bare, surface: [mark("data", 30)] },
      "holds 30 data files and no program",
    ],
    [
      "that holds the state of deployments",
      { ...bare, surface: [mark("deployment-state", 9)] },
      "holds the state of deployments",
    ],
    [
      "that calls itself an experiment",
      { surface: [mark("experiment", 1, "prototype")] },
      "calls itself prototype",
    ],
    ["that nobody works on and nobody meets", old, "nobody has worked on it for 900 days"],
    ["that was removed", { goneAt: asOf - DAY }, "was removed"],
    ["that holds nothing", bare, "holds nothing that runs or that others could install"],
  ])("%s", (_, more, why) => {
    const found = classOf(component("signals", more));
    expect(found.class).toBe("supporting");
    expect(found.reasonsFor[0]?.text).toBe(why);
  });
});

describe("a component is not supporting", () => {
  test("while other owners build on it, whatever it says of itself", () => {
    const surface = [mark("successor", 1, "rail/new-signals"), mark("experiment", 1, "prototype")];
    expect(classOf(component("signals", { ...old, surface }), true, true).class).toBe("platform");
  });

  test("where it was given up and names nothing that took its place", () => {
    const surface = [mark("successor", 1, "none named"), mark("library-shape")];
    expect(classOf(component("signals", { surface }), true).class).toBe("platform");
  });

  test("where people met it, and something else took its place: a product that was given up", () => {
    const surface = [mark("successor", 1, "rail/new-line"), mark("view", 40), mark("route", 9)];
    expect(classOf(component("old-line", { surface })).class).toBe("product");
  });

  test("where it is finished: still offered, untouched for years", () => {
    const surface = [mark("library-shape")];
    expect(classOf(component("signals", { ...old, surface }), true).class).toBe("platform");
  });

  test("because one person keeps what people meet or others could take", () => {
    const ownerIds = ["team:individual-owned"];
    const surface = [mark("browser-app", 1, "Vue"), mark("application-shape", 1, "Vue")];
    expect(classOf(component("line", { ownerIds, surface })).class).toBe("product");
    expect(classOf(component("line", { ownerIds })).class).toBe("supporting");
  });

  test("where folders of experiments are all that is said", () => {
    const found = classOf(component("line", { surface: [mark("experiment", 3, "experiments")] }));
    expect(found.probabilities.supporting).toBeLessThan(0.1);
  });
});

describe("a site beside a library", () => {
  const kit = component("kit", { path: "packages/kit", surface: [mark("library-shape")] });
  const beside = (path: string): Component =>
    component("site", { repositoryId: kit.repositoryId, path, surface: [mark("browser-app")] });
  const classOfSite = (path: string, isUsing: boolean, isForOthers = true): string | undefined =>
    classifyComponents(
      railway(
        [beside(path), kit, ...lines],
        [capability("kit", "kit", { kind: "ui-components" })],
        [
          ...(isUsing ? [use("site", "kit")] : []),
          ...(isForOthers ? [use("coast-line", "kit")] : []),
        ],
      ),
    )[0]?.class;

  test("shows what the library offers", () => {
    expect(classOfSite("packages/kit-website", true)).toBe("supporting");
    expect(classOfSite("playground", true)).toBe("supporting");
  });

  test("is a product under another name, or where it takes in nothing of it", () => {
    expect(classOfSite("packages/booking", true)).toBe("product");
    expect(classOfSite("packages/kit-website", false)).toBe("product");
    expect(classOfSite("packages/kit-website", true, false)).toBe("product");
  });
});
