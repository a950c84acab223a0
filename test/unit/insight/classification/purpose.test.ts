import { expect, test } from "vitest";
import { classifyComponents } from "#insight/classification/classify-components.ts";
import { capability, component, mark, railway, use } from "./railway.ts";

const pages = mark("view", 60, "views");
const runs = mark("application-shape", 1, "Rails");
const serves = mark("web-framework", 1, "Rails");

function classOf(
  name: string,
  surface: readonly ReturnType<typeof mark>[],
  isUsed = false,
  how: Parameters<typeof use>[2] = {},
): string | undefined {
  const organisation = railway(
    [component(name, { surface }), component("coast-line"), component("hill-line")],
    [capability(name, name)],
    isUsed ? [use("coast-line", name, how), use("hill-line", name, how)] : [],
  );
  const found = classifyComponents(organisation);
  return found.find(({ componentId }) => componentId === `component:${name}`)?.class;
}

test("a sample with many pages is supporting, one that others use is what they use", () => {
  expect(classOf("shunting-yard", [pages, runs, serves])).toBe("product");
  expect(classOf("shunting-yard", [pages, mark("sample", 1, "examples/yard")])).toBe("supporting");
  expect(classOf("points", [mark("sample", 1, "examples/points")], true)).toBe("platform");
});

test("a sample that only tests of others take in stays a sample", () => {
  const sample = [pages, mark("sample", 1, "examples/yard")];
  expect(classOf("shunting-yard", sample, true, { scope: "test" })).toBe("supporting");
  expect(classOf("shunting-yard", sample, true, { scope: "build" })).not.toBe("supporting");
});

test("a repository that is there to be copied is platform, whatever its copies will show", () => {
  const template = mark("template", 1, "template repository");
  expect(classOf("line-template", [pages, template])).toBe("platform");
  expect(
    classOf("line-template", [pages, runs, serves, mark("template", 9, "generator templates")]),
  ).toBe("product");
});

test("what its build leaves out of publishing is not said to be published, though others use it", () => {
  const reasonsOf = (...surface: readonly ReturnType<typeof mark>[]): readonly string[] => {
    const organisation = railway(
      [component("points", { surface }), component("coast-line"), component("hill-line")],
      [capability("points", "points")],
      [use("coast-line", "points"), use("hill-line", "points")],
    );
    const found = classifyComponents(organisation);
    const points = found.find(({ componentId }) => componentId === "component:points");
    return (points?.reasonsFor ?? []).map(({ text }) => text);
  };
  const library = mark("library-shape", 1, "Maven");
  expect(reasonsOf(library)).toContain("publishes something to install or call: points");
  const kept = reasonsOf(library, mark("unpublished", 1, "left out of deploying"));
  expect(kept).toContain("is there for what lies beside it: points");
  expect(kept.filter((text) => text.startsWith("publishes"))).toEqual([]);
});
