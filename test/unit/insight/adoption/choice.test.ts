import { describe, expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { bakery, bought, kit, use } from "./bakery.ts";

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

  test("captive where only another ecosystem had one", () => {
    expect(choiceBeside("pkg:npm/stove")).toEqual({ chosen: 0, captive: 1, unknown: 0 });
  });

  test("a capability without packages is called from any ecosystem", () => {
    expect(choiceBeside("pkg:npm/stove", [])).toEqual({ chosen: 1, captive: 0, unknown: 0 });
  });
});
