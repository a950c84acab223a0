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
