import { describe, expect, it } from "vitest";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { classifyComponents } from "#insight/classification/classify-components.ts";
import { assessMaintainability } from "#insight/maintainability/assess-maintainability.ts";
import type { ComponentQuarter } from "#model/component-quarters.ts";
import { effortOf } from "#model/effort.ts";
import { isLinear } from "#fixtures/growth.ts";
import { asOf, build, file, needs, offers, repository } from "../model/observatory.ts";

/** A monorepo of so many packages, all of which use one from elsewhere. */
function monorepo(count: number): RepositoryEvidence[] {
  const files = Array.from({ length: count }, (_, at) =>
    file(`apps/c${String(at)}/Gemfile`, {
      packages: [offers(`pkg:gem/c${String(at)}`)],
      dependencies: [needs("pkg:gem/lens")],
    }),
  );
  const folderActivity = files.map(({ path }) => ({
    folder: path.slice(0, path.lastIndexOf("/")),
    born: { commit: "b", at: asOf - 10_000_000 },
    lastHuman: { commit: "c", at: asOf - 1_000_000 },
  }));
  const lens = repository("lens", [file("lens.gemspec", { packages: [offers("pkg:gem/lens")] })]);
  return [lens, { ...repository("mono", files), folderActivity }];
}

function quarterOf(componentId: string): ComponentQuarter {
  return {
    componentId,
    repositoryId: "mono",
    head: { commit: "c", at: asOf },
    folder: ".",
    quarter: 2024 * 4,
    humanChanges: [1, 2, 3],
    fileChangesCount: 4,
    returnsCount: 1,
    sampledCount: 2,
    linesAdded: 9,
    linesGone: 1,
    hotFileLines: 90,
    hotFilesCount: 2,
  };
}

describe("eight times as many components cost about eight times as much", () => {
  it("to build, to class, and to tell their effort and quarters", () => {
    const work = (count: number): void => {
      const repositories = monorepo(count);
      const { organisation } = build(repositories);
      expect(organisation.components.length).toBeGreaterThan(count);
      classifyComponents(organisation);
      effortOf(repositories, organisation.components, asOf);
      const quarters = organisation.components.map(({ id }) => quarterOf(id));
      assessMaintainability({ organisation, quarters, locked: [], until: asOf });
    };
    expect(isLinear(75, work)).toBe(true);
  });
});
