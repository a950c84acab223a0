import { describe, expect, it } from "vitest";
import { behindByTeam } from "#web/features/capability/behind-by-team.ts";

const components = new Map(
  Object.entries({ oven: ["bakers"], shop: ["sellers", "bakers"], van: [] }).map(
    ([id, ownerIds]) => [id, { ownerIds }],
  ),
);

function adoptionOn(major: string | null, versions: Readonly<Record<string, string[]>>): never {
  const versionsInUse = Object.entries(versions).map(([version, componentIds]) => ({
    version,
    componentIds,
    count: componentIds.length,
  }));
  return { currency: { onNewestMajor: major === null ? null : { major }, versionsInUse } } as never;
}

describe("behindByTeam", () => {
  it("tells each team what it still has on an older major, and how many lie between", () => {
    const told = behindByTeam(
      adoptionOn("12", { "12.1.0": ["oven"], "v9.4.0": ["shop", "van"], "11.0.0": ["oven"] }),
      components,
    );
    expect(told.map(({ teamId, uses, majors }) => [teamId, uses.length, majors])).toEqual([
      ["bakers", 2, 3],
      ["sellers", 1, 3],
      [null, 1, 3],
    ]);
  });

  it("takes the second number for the major below 1.0, and what is newer for not behind", () => {
    const told = behindByTeam(
      adoptionOn("0.4", { "0.4.2": ["oven"], "0.3.9": ["shop"], "1.0.0": ["van"] }),
      components,
    );
    expect(told.map(({ teamId, majors }) => [teamId, majors])).toEqual([
      ["bakers", null],
      ["sellers", null],
    ]);
  });

  it("says nothing where no major is known", () => {
    expect(behindByTeam(adoptionOn(null, { "1.0.0": ["oven"] }), components)).toEqual([]);
  });
});
