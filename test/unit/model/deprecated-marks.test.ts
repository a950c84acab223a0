import { describe, expect, test } from "vitest";
import { asOf, build, component, file, needs, offers, repository } from "./observatory.ts";

const secondsPerDay = 86_400;
const today = asOf / secondsPerDay;

/** Charts of one component, those in `marked` with a mark of their own; the planetarium stands on all of them. */
const charts = (names: readonly string[], marked: readonly string[]) => [
  repository("charts", [
    file("charts.yaml", {
      packages: names.map((name) =>
        offers(`pkg:helm/${name}`, {
          kind: "chart",
          deprecated: marked.includes(name) ? "DEPRECATED; add nothing" : null,
        }),
      ),
    }),
  ]),
  repository("planetarium", [
    file("Chart.yaml", { dependencies: names.map((name) => needs(`pkg:helm/${name}`)) }),
  ]),
];

const statesOf = (found: ReturnType<typeof build>) =>
  Object.fromEntries(
    found.organisation.capabilities.map(({ packages, lifecycle }) => [packages[0], lifecycle]),
  );

describe("a chart that is marked deprecated", () => {
  test("says nothing of those beside it", () => {
    const found = build(charts(["dome", "lens"], ["lens"]));
    expect(statesOf(found)).toEqual({
      "pkg:helm/dome": "production",
      "pkg:helm/lens": "deprecated",
    });
    expect(found.organisation.components.map(({ lifecycle }) => lifecycle)).not.toContain(
      "deprecated",
    );
  });

  test("speaks for its component where it is all that there is", () => {
    const found = build(charts(["lens"], ["lens"]));
    expect(statesOf(found)).toEqual({ "pkg:helm/lens": "deprecated" });
  });
});

describe("a package at the root whose manifest says deprecated", () => {
  /** `days`: of people's work, counted back from today; the manifest was changed 100 days ago. */
  const lifecycle = (days: readonly number[]) => {
    const mirror = repository(
      "mirror",
      [
        file("package.json", {
          packages: [offers("pkg:npm/mirror", { deprecated: "use lens" })],
        }),
      ],
      {
        fileChanges: {
          paths: ["package.json"],
          ends: Uint32Array.of(1),
          days: Uint16Array.of(today - 100),
        },
        activity: {
          persons: ["p"],
          personIndex: Uint32Array.from(days, () => 0),
          day: Uint32Array.from(days, (one) => today - one),
          commitsCount: Uint16Array.from(days, () => 1),
        },
      },
    );
    const user = repository("user", [
      file("package.json", { dependencies: [needs("pkg:npm/mirror")] }),
    ]);
    const found = build([mirror, user]);
    return [component(found, "mirror").lifecycle, ...Object.values(statesOf(found))];
  };

  test("holds while nobody works on it", () => {
    expect(lifecycle([100, 101, 102, 103, 104, 105, 30])).toEqual(["deprecated", "deprecated"]);
  });

  test("is taken back by a week of work since", () => {
    expect(lifecycle([90, 80, 70, 60, 50, 40])).toEqual(["production", "production"]);
  });
});
