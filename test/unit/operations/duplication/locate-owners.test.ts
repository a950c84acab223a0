import { expect, it } from "vitest";
import { locateOwners } from "#operations/duplication/locate-sites.ts";

it("takes the repository for the owner where no team is known, persons or nobody", () => {
  const component = (path: string, ...ownerIds: readonly string[]) => ({
    id: `component:${path}`,
    repositoryId: "mill",
    path,
    ownerIds,
  });
  const ownersOf = locateOwners(
    [{ id: "mill" }],
    [
      component("."),
      component("sift", "team:individual-owned"),
      component("grind", "team:individual-owned", "team:millers"),
    ],
  );
  const at = (path: string) => ownersOf({ source: 0, path }).owners;
  expect(["a.js", "sift/a.js", "grind/a.js"].map(at)).toEqual([
    ["mill"],
    ["mill"],
    ["team:millers"],
  ]);
});
