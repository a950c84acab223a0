import { expect, test } from "vitest";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { EvidenceList } from "#sections/evidence-list.ts";
import { adoption } from "#sections/adoption/section.ts";
import { components } from "#sections/components/section.ts";
import { consumptions } from "#sections/consumptions/section.ts";
import { nothingGathered } from "#fixtures/nothing-gathered.ts";
import type { Organisation } from "#model/organisation.ts";
import { build } from "../model/observatory.ts";
import { bakery, kit, on, shop, use } from "../insight/adoption/bakery.ts";

/* What is said to be missing is what would help if it were given. */

const evidence = new EvidenceList();

function foundOf(organisation: Organisation) {
  return { ...nothingGathered, model: { ...build([]), organisation }, organisation, adoption: [] };
}

test("an owner is missed of what is still there", () => {
  const organisation = bakery({
    components: [
      shop("till", { ownerIds: [] }),
      shop("oven", { ownerIds: [], goneAt: on("2023-01-01") }),
      shop("mill", { ownerIds: [], lifecycle: "archived" }),
    ],
  });
  const result = { classifications: [] } as unknown as Parameters<
    typeof components.blindSpots
  >[0]["result"];
  const [spot] = components.blindSpots({ result, found: foundOf(organisation) }, evidence);
  expect(spot).toMatchObject({
    count: 1,
    what: "component without a known owner",
    examples: ["till"],
  });
});

test("a lock file is missed where it would tell the version", () => {
  const organisation = bakery({
    components: [
      shop("oven", { repositoryId: "repository:bakery" }),
      shop("rye", { repositoryId: "repository:bakery", path: "rye" }),
      shop("oat"),
      shop("pie"),
    ],
    capabilities: [
      kit("oven-kit", { packages: ["pkg:npm/oven-kit"] }),
      kit("proof", { packages: ["pkg:githubactions/bakery/proof"] }),
    ],
    consumptions: [
      use("rye", "oven-kit", "2021-01-01", null, { versions: [] }),
      use("oat", "oven-kit", "2021-01-01", null, { versions: [] }),
      use("pie", "proof", "2021-01-01", null, { versions: [] }),
    ],
  });
  const found = foundOf(organisation);
  const [spot] = consumptions.blindSpots({ result: organisation.consumptions, found }, evidence);
  expect(spot).toMatchObject({ count: 1, examples: ["oat"] });
});

test("what else does a job is missed of what is in use, and of which no use is known to be chosen", () => {
  const organisation = bakery({
    components: [shop("oven"), shop("rye"), shop("oat")],
    capabilities: [kit("oven-kit"), kit("idle-kit")],
    consumptions: [use("rye", "oven-kit", "2021-01-01"), use("oat", "oven-kit", "2021-01-01")],
  });
  const result = assessAdoption(organisation);
  const found = foundOf(organisation);
  const [spot] = adoption.blindSpots({ result, found } as never, evidence);
  expect(spot).toMatchObject({ count: 1, examples: ["oven-kit"] });
});
