import { expect, test } from "vitest";
import { asOf, DAY, kit, release, shop, use } from "../adoption/bakery.ts";
import { propose } from "./propose.ts";

const day = (before: number) => new Date((asOf - before * DAY) * 1000).toISOString().slice(0, 10);

/** Two shops that took majors 2 to 4 of the kit, and what the first of them released itself. */
function proposed(own: readonly string[]): string[] {
  const taken = ["1.0.0", "2.0.0", "3.0.0", "4.0.0"].map((version, at) => ({
    version,
    from: asOf - (at === 0 ? 2000 : 340 - 100 * at) * DAY,
    to: null,
  }));
  const found = propose({
    components: [shop("oven"), shop("rye"), shop("oat")],
    capabilities: [
      kit("oven-kit", { releases: [release("1.0.0", "2019-01-01")] }),
      ...["rye", "oat"].map((name) =>
        kit(`${name}-kit`, {
          providerComponentId: `component:${name}`,
          releases: own.map((version, at) => release(version, day(340 - 100 * (at + 1) - 5))),
        }),
      ),
    ],
    consumptions: ["rye", "oat"].map((name) =>
      use(name, "oven-kit", "2019-06-01", null, { versions: taken }),
    ),
  });
  return found.flatMap(({ title }) => (title.startsWith("Make major") ? [title] : []));
}

test("users that are numbered with what they take do new work with it: no script would spare them that", () => {
  const cheaper = "Make major versions of oven-kit cost their users less: 6 upgrades in a year";
  expect(proposed([])).toEqual([cheaper]);
  // Numbers of their own, and one that is the same by chance.
  expect(proposed(["7.0.0", "8.0.0", "9.0.0"])).toEqual([cheaper]);
  expect(proposed(["2.0.0", "8.0.0", "9.0.0"])).toEqual([cheaper]);
  expect(proposed(["2.0.0", "3.0.0", "4.0.0"])).toEqual([]);
});
