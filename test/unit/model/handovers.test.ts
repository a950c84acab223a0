import { describe, expect, test } from "vitest";
import type { DependencyHistory } from "#evidence/repository-evidence.ts";
import { born, build, file, needs, offers, repository } from "./observatory.ts";

const swapped = born + 5000;
const moment = (at: number) => ({ commit: `c${String(at)}`, at });
const span = (from: number, to: number | null = null, value: string | null = null) => ({
  value,
  from: moment(from),
  to: to === null ? null : moment(to),
});

const lens = "pkg:npm/lens";
const mirror = "pkg:npm/mirror";
const given = needs(lens, { spans: [span(born, swapped)] });

/** What stands beside the end of the use of `lens` by a dome with these files. */
const beside = (files: Readonly<Record<string, readonly DependencyHistory[]>>) => {
  const { organisation } = build([
    repository("kit", [file("package.json", { packages: [offers(lens)] })]),
    repository("glass", [file("package.json", { packages: [offers(mirror)] })]),
    repository(
      "dome",
      Object.entries(files).map(([path, dependencies]) => file(path, { dependencies })),
    ),
  ]);
  const names = new Map(organisation.capabilities.map(({ id, name }) => [id, name]));
  return organisation.consumptions
    .filter(({ capabilityId }) => names.get(capabilityId) === "lens")
    .map(({ takenUpBeside = [] }) => takenUpBeside.map((id) => names.get(id)));
};

describe("what a file begins to declare in the commit that gives another thing up", () => {
  test("is told, also where another file of the component had it before", () => {
    const files = {
      "a.json": [given, needs(mirror, { spans: [span(swapped)] })],
      "b.json": [needs(mirror, { spans: [span(born)] })],
    };
    expect(beside(files)).toEqual([["mirror"]]);
  });

  test.each([
    [
      "of another file",
      { "a.json": [given], "b.json": [needs(mirror, { spans: [span(swapped)] })] },
    ],
    ["of another commit", { "a.json": [given, needs(mirror, { spans: [span(swapped + 1)] })] }],
    [
      "that is a new version only",
      {
        "a.json": [
          given,
          needs(mirror, { spans: [span(born, swapped, "1.0.0"), span(swapped, null, "2.0.0")] }),
        ],
      },
    ],
    [
      "that is another kind of dependency only",
      {
        "a.json": [
          given,
          needs(mirror, { spans: [span(born, swapped)] }),
          needs(mirror, { scope: "development", spans: [span(swapped)] }),
        ],
      },
    ],
  ])("is nothing %s", (_, files) => {
    expect(beside(files)).toEqual([[]]);
  });
});
