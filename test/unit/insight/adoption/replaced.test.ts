import { describe, expect, it } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import type { Capability, Organisation } from "#model/organisation.ts";
import { bakery, kit, shop, use } from "./bakery.ts";

const assess = (parts: Partial<Organisation>) =>
  assessAdoption(bakery(parts)).find(({ capabilityId }) => capabilityId === "capability:oven-kit")!;

/** `rye` had the other for years in another file; the file that gave up `oven-kit` declares it from that commit on. */
const swap = (old: Partial<Capability>, other: Partial<Capability>, kept: string | null = null) =>
  assess({
    components: [shop("oven"), shop("mill"), shop("rye")],
    capabilities: [kit("oven-kit", old), kit("other", { ownerIds: ["team:mill"], ...other })],
    consumptions: [
      use("rye", "oven-kit", "2020-01-01", "2022-01-01", {
        takenUpBeside: ["capability:other"],
      }),
      use("rye", "other", "2019-01-01", kept),
    ],
  });

describe("what the file that gave it up took up in its place", () => {
  const mill = { providerComponentId: "component:mill" };

  it.each([
    [
      "actions of one owner, in other repositories",
      "pkg:githubactions/bakery/pipeline/bake",
      "pkg:githubactions/bakery/actions/branches",
    ],
    ["packages of one scope", "pkg:npm/%40bakery/dough", "pkg:npm/%40bakery/paper"],
    [
      "modules of one owner",
      "pkg:golang/example.com/bakery/dough",
      "pkg:golang/example.com/bakery/till",
    ],
  ])("is a move, though the component had it before: %s", (_, old, taken) => {
    const result = swap({ packages: [old] }, { ...mill, packages: [taken] });
    expect(result.leaversTo).toMatchObject([{ reason: "moved", to: "capability:other", count: 1 }]);
    expect(result.left).toEqual({ count: 1, livedOn: 0, ended: 0, moved: 1, retired: 0 });
    expect(result.retirement).toMatchObject({
      state: "completed",
      successorIds: ["capability:other"],
    });
  });

  it("is a move to what one team gives under any name", () => {
    const team = { ownerIds: ["team:oven"] };
    expect(swap(team, { ...mill, ...team }).left).toMatchObject({ moved: 1, livedOn: 0 });
  });

  it.each([
    ["another owner's", "pkg:npm/%40bakery/dough", "pkg:npm/%40mill/paper"],
    ["of another ecosystem", "pkg:npm/bakery/dough", "pkg:githubactions/bakery/dough"],
    ["of nobody", "pkg:gem/dough", "pkg:gem/paper"],
    [
      "on one host by different owners",
      "pkg:golang/example.com/oven/a",
      "pkg:golang/example.com/mill/b",
    ],
  ])("is no move where it is %s", (_, old, taken) => {
    const result = swap({ packages: [old] }, { ...mill, packages: [taken] });
    expect(result.left).toMatchObject({ moved: 0, livedOn: 1 });
    expect(result.retirement).toBeNull();
  });

  it("is no move where the component gave that up as well", () => {
    const one = { packages: ["pkg:npm/%40bakery/dough"] };
    const other = { ...mill, packages: ["pkg:npm/%40bakery/paper"] };
    expect(swap(one, other, "2021-06-01").left).toMatchObject({ moved: 0, livedOn: 1 });
  });

  it("is a move to what only its own repository uses, as a module under its new name is", () => {
    const result = assess({
      components: [shop("oven"), shop("rye", { repositoryId: "repository:oven", path: "rye" })],
      capabilities: [kit("oven-kit")],
      inside: {
        capabilities: [kit("inner-kit")],
        consumptions: [use("rye", "inner-kit", "2022-01-01")],
      },
      consumptions: [
        use("rye", "oven-kit", "2020-01-01", "2022-01-01", {
          takenUpBeside: ["capability:inner-kit"],
        }),
      ],
    });
    expect(result.leaversTo).toMatchObject([{ reason: "moved", to: "pkg:gem/inner-kit" }]);
    expect(result.left).toMatchObject({ moved: 1, livedOn: 0 });
  });

  it("is told of a copy that the component took in: it moved, and nothing was lost", () => {
    const result = assess({
      components: [shop("rye")],
      consumptions: [use("rye", "oven-kit", "2020-01-01", "2022-01-01", { takenInto: "src/oven" })],
    });
    expect(result.leaversTo).toMatchObject([{ reason: "taken-in", to: null, count: 1 }]);
    expect(result.left).toEqual({ count: 1, livedOn: 0, ended: 0, moved: 1, retired: 0 });
    expect(result.retirement).toBeNull();
  });
});
