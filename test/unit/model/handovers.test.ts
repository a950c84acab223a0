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
const ending = needs(lens, { spans: [span(born, swapped)] });

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
      "a.json": [ending, needs(mirror, { spans: [span(swapped)] })],
      "b.json": [needs(mirror, { spans: [span(born)] })],
    };
    expect(beside(files)).toEqual([["mirror"]]);
  });

  test("is told of one action more of a bundle that the file has others of", () => {
    const workflow = (...dependencies: readonly DependencyHistory[]) =>
      file(".github/workflows/ci.yml", { dependencies });
    const { organisation } = build([
      repository("actions", [
        file("one/action.yml", { packages: [offers("pkg:githubactions/observatory/actions#one")] }),
        file("two/action.yml", { packages: [offers("pkg:githubactions/observatory/actions#two")] }),
      ]),
      repository("pipeline", [
        file("old/action.yml", {
          packages: [offers("pkg:githubactions/observatory/pipeline#old")],
        }),
      ]),
      repository("dome", [
        workflow(
          needs("pkg:githubactions/observatory/pipeline#old", { spans: [span(born, swapped)] }),
          needs("pkg:githubactions/observatory/actions#one", { spans: [span(born)] }),
          needs("pkg:githubactions/observatory/actions#two", { spans: [span(swapped)] }),
        ),
      ]),
    ]);
    const given = organisation.consumptions.find(({ to }) => to !== null);
    const actions = organisation.consumptions.find(({ to }) => to === null);
    expect(given?.takenUpBeside).toEqual([actions?.capabilityId]);
  });

  test("is told of a module that the repository renamed, and whose old name another took later", () => {
    const later = swapped + 700 * 86_400;
    const module = (folder: string, purl: string, spans: DependencyHistory["spans"]) =>
      file(`${folder}/pom.xml`, {
        packages: [{ ...offers(purl), spans: spans.map((one) => ({ ...one, value: null })) }],
        spans: spans.map((one) => ({ ...one, value: "" })),
      });
    const old = "pkg:maven/sky/lens-plugin";
    const renamed = "pkg:maven/sky/logs-plugin";
    const { organisation } = build([
      repository("dome", [
        module("lens", old, [span(born, swapped), span(later)]),
        module("logs", renamed, [span(swapped)]),
        file("agent/pom.xml", {
          packages: [offers("pkg:maven/sky/agent")],
          dependencies: [
            needs(old, { spans: [span(born, swapped)] }),
            needs(renamed, { spans: [span(swapped)] }),
          ],
        }),
      ]),
      repository("moon", [
        file("pom.xml", { dependencies: [needs(old, { spans: [span(later)] })] }),
      ]),
    ]);
    const given = organisation.consumptions.find(({ to }) => to !== null);
    const inside = organisation.inside?.capabilities.find(({ name }) => name === "sky/logs-plugin");
    expect(given?.takenUpBeside).toEqual([inside?.id]);
  });

  test.each([
    [
      "of another file",
      { "a.json": [ending], "b.json": [needs(mirror, { spans: [span(swapped)] })] },
    ],
    ["of another commit", { "a.json": [ending, needs(mirror, { spans: [span(swapped + 1)] })] }],
    [
      "that is a new version only",
      {
        "a.json": [
          ending,
          needs(mirror, { spans: [span(born, swapped, "1.0.0"), span(swapped, null, "2.0.0")] }),
        ],
      },
    ],
    [
      "that is another kind of dependency only",
      {
        "a.json": [
          ending,
          needs(mirror, { spans: [span(born, swapped)] }),
          needs(mirror, { scope: "development", spans: [span(swapped)] }),
        ],
      },
    ],
  ])("is nothing %s", (_, files) => {
    expect(beside(files)).toEqual([[]]);
  });
});
