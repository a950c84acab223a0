import { expect, it } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { findSubject } from "#sections/explanation/find-subject.ts";

it("finds a thing by its id, its slug and its name", () => {
  const report = sampleReport();
  const [component] = report.components;
  if (component === undefined) throw new Error("the sample has no component");
  const { id, slug, name } = component;
  for (const text of [id, slug, name])
    expect(findSubject(report, text, ["component"])).toMatchObject({ kind: "component", id });
});

it("says what is near where nothing is called so", () => {
  expect(() => findSubject(sampleReport(), "dough-kti")).toThrow(/Nothing is called dough-kti/);
});
