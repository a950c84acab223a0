import { describe, expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { bakery, bought, kit, shop, use } from "./bakery.ts";

/** Choice of rye, which takes up the oven kit in 2022 while oat already uses the given package. */
function choiceBeside(purl: string, packages?: string[]) {
  const [result] = assessAdoption(
    bakery({
      capabilities: [kit("oven-kit", { job: "baking", ...(packages && { packages }) })],
      consumptions: [use("rye", "oven-kit", "2022-01-01")],
      thirdPartyUses: [bought("oat", purl, "2020-01-01")],
    }),
    { packageJobs: new Map([[purl, "baking"]]) },
  );
  return result?.choice;
}

describe("chosen or captive", () => {
  test("chosen where another package of the same ecosystem did the job", () => {
    expect(choiceBeside("pkg:gem/stove")).toEqual({ chosen: 1, captive: 0, unknown: 0 });
  });

  test("what takes the part beside it in its own repository is not asked", () => {
    const kitchen = { repositoryId: "repository:kitchen" };
    const [result] = assessAdoption(
      bakery({
        components: [shop("oven", kitchen), shop("rye", { ...kitchen, path: "rye" }), shop("oat")],
        capabilities: [kit("oven-kit", { job: "baking" })],
        consumptions: [use("rye", "oven-kit", "2022-01-01"), use("oat", "oven-kit", "2022-01-01")],
      }),
      { packageJobs: new Map() },
    );
    expect(result?.choice).toEqual({ chosen: 0, captive: 1, unknown: 0 });
  });

  test("captive where only another ecosystem had one", () => {
    expect(choiceBeside("pkg:npm/stove")).toEqual({ chosen: 0, captive: 1, unknown: 0 });
  });

  test("a capability without packages is called from any ecosystem", () => {
    expect(choiceBeside("pkg:npm/stove", [])).toEqual({ chosen: 1, captive: 0, unknown: 0 });
  });
});
