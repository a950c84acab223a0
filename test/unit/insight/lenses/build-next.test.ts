import { describe, expect, test } from "vitest";
import type { DemandRequest } from "#evidence/declared.ts";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { buildNext, type ProductLensInput } from "#insight/lenses/build-next.ts";
import type { OutcomeSeries } from "#insight/outcomes/assess-outcomes.ts";
import type { Organisation } from "#model/organisation.ts";
import { asOf, bakery, DAY, kit, on, release, shop, use } from "../adoption/bakery.ts";
import { page } from "./propose.ts";

const customers = ["rye", "spelt", "oat", "pie"];

function next(name: string, parts: Partial<Organisation>, more: Partial<ProductLensInput> = {}) {
  const organisation = bakery(parts);
  const components = new Map(organisation.components.map((one) => [one.id, one]));
  return buildNext({
    component: components.get(`component:${name}`) ?? shop(name),
    components,
    capabilities: new Map(organisation.capabilities.map((one) => [one.id, one])),
    teams: organisation.teams,
    productIds: new Set(organisation.components.map(({ id }) => id).slice(1)),
    adoption: assessAdoption(organisation),
    outcomes: [],
    requests: null,
    asked: asOf,
    asOf,
    ...more,
  });
}

const using = (version: string, more: Parameters<typeof kit>[1] = {}): Partial<Organisation> => ({
  capabilities: [
    kit("oven-kit", {
      releases: [release("1.0.0", "2019-01-01"), release("2.0.0", "2022-01-01")],
      ...more,
    }),
  ],
  consumptions: customers.map((one) =>
    use(one, "oven-kit", "2020-01-01", null, {
      versions: [{ version, from: on("2020-01-01"), to: null }],
    }),
  ),
});

describe("what a product should build next", () => {
  test("an upgrade, only above what it has locked and never of its own thing", () => {
    expect(next("rye", using("1.2.0"))).toMatchObject([
      { kind: "upgrade", title: "Upgrade oven-kit to 2" },
    ]);
    expect(next("rye", using("2.4.0"))).toEqual([]);
    expect(next("rye", using("3.0.0"))).toEqual([]);
    expect(next("rye", using("1.2.0", { ownerIds: ["team:rye"] }))).toEqual([]);
    // What an older clone locked may have been raised long ago.
    expect(next("rye", using("1.2.0"), { isOlderClone: true })).toEqual([]);
  });

  test("what most products like it use, but nothing that is retired", () => {
    const [first] = next("bun", using("2.0.0"));
    expect(first).toMatchObject({ kind: "offered", subjectIds: ["capability:oven-kit"] });
    expect(first?.reasons[0]).toBe(
      "4 of 6 components that could use it do, 4 of them products like this one",
    );
    expect(next("bun", using("2.0.0", { lifecycle: "deprecated" }))).toEqual([]);
    // Whoever uses it is no product: what suits a batch job need not suit a shop front.
    expect(next("bun", using("2.0.0"), { productIds: new Set(["component:bun"]) })).toEqual([]);
  });

  test("nothing that is made for other people than it serves", () => {
    const staff = customers.map((name) => page(shop(name), "for bakery staff"));
    const given = (description: string) =>
      next("bun", {
        components: [shop("oven"), ...staff, page(shop("bun"), description), shop("roll")],
        consumptions: customers.map((name) => use(name, "oven-kit", "2020-01-01")),
      }).map((one) => one.kind);
    expect(given("the admin of orders")).toEqual(["offered"]);
    expect(given("where customers order bread")).toEqual([]);
  });

  test("what is taken away stands before what is newer, its own outcomes before both, the furthest first", () => {
    const outcome = (definition: string, value: number): OutcomeSeries => ({
      componentId: "component:rye",
      metric: "conversion",
      definition,
      unit: "%",
      source: "till",
      points: [],
      latest: { at: asOf - DAY, value },
      target: 50,
      isTargetMet: false,
      changeOverYear: null,
      evidence: [],
    });
    const request = (team: string, about: string): DemandRequest => ({
      id: `${team} ${about}`,
      title: `mend ${about}`,
      kind: "platform",
      team,
      about,
      openedAt: asOf - 30 * DAY,
      answeredAt: null,
      closedAt: null,
      where: { file: "r.csv", line: 2 },
    });
    const both: Partial<Organisation> = {
      teams: [
        {
          id: "team:rye",
          name: "Rye",
          source: "codeowners",
          kind: "team",
          componentIds: ["component:rye"],
          evidence: [],
        },
      ],
      capabilities: [
        kit("oven-kit", { lifecycle: "deprecated" }),
        kit("mill-kit", {
          releases: [release("1.0.0", "2019-01-01"), release("2.0.0", "2022-01-01")],
        }),
      ],
      consumptions: ["oven-kit", "mill-kit"].map((name) =>
        use("rye", name, "2020-01-01", null, {
          versions: [{ version: "1.0.0", from: on("2020-01-01"), to: null }],
        }),
      ),
    };
    const found = next("rye", both, {
      outcomes: [outcome("repeat orders", 44), outcome("orders by phone", 20)],
      requests: [request("oat", "rye"), request("rye", "oven-kit")],
    });
    expect(found.map(({ kind, title }) => [kind, title])).toEqual([
      ["missed-target", "Reach the target of orders by phone"],
      ["missed-target", "Reach the target of repeat orders"],
      ["requested", "Answer what is asked of rye"],
      ["going-away", "Move off oven-kit"],
      ["upgrade", "Upgrade mill-kit to 2"],
      ["owed", "Ask the platform when 1 request of your team will be answered"],
    ]);
  });
});
