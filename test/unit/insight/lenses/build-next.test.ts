import { describe, expect, test } from "vitest";
import type { DemandRequest } from "#evidence/declared.ts";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { buildNext, type ProductLensInput } from "#insight/lenses/build-next.ts";
import { rankedProducts } from "#insight/lenses/product-step.ts";
import type { OutcomeSeries } from "#insight/outcomes/assess-outcomes.ts";
import type { FindingResult } from "#insight/usability/assess-usability.ts";
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
    findings: [],
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

const outcome = (
  definition: string,
  value: number,
  more: Partial<OutcomeSeries> = {},
): OutcomeSeries => ({
  componentId: "component:rye",
  metric: "conversion",
  definition,
  unit: "%",
  source: "till",
  points: [],
  latest: { at: on("2024-05-02"), value },
  target: 50,
  isTargetMet: false,
  reach: null,
  changeOverYear: null,
  evidence: [],
  ...more,
});

const finding = (words: string, more: Partial<FindingResult> = {}): FindingResult => ({
  subjectId: "component:rye",
  screen: null,
  finding: words,
  severity: "serious",
  users: null,
  participants: null,
  source: "sessions",
  foundAt: asOf - 30 * DAY,
  resolvedAt: null,
  evidence: [],
  ...more,
});

describe("what a product should build next", () => {
  test("an upgrade, only above what it has locked and never of its own thing", () => {
    expect(next("rye", using("1.2.0"))).toMatchObject([
      { kind: "upgrade", title: "Upgrade oven-kit to 2" },
    ]);
    expect(next("rye", using("2.4.0"))).toEqual([]);
    expect(next("rye", using("3.0.0"))).toEqual([]);
    expect(next("rye", using("1.2.0", { ownerIds: ["team:rye"] }))).toEqual([]);
    // Who moves at all goes to what is out, though nobody is asked yet to have taken it.
    const releases = [
      release("1.0.0", "2019-01-01"),
      release("2.0.0", "2022-01-01"),
      release("3.0.0", "2024-12-20"),
    ];
    expect(next("rye", using("1.2.0", { releases }))).toMatchObject([
      {
        title: "Upgrade oven-kit to 3",
        reasons: [
          "version 1.2.0 is in use here; 2 has been out since 1 Jan 2022, 3 has been out since 20 Dec 2024",
        ],
      },
    ]);
    expect(next("rye", using("2.0.0", { releases }))).toEqual([]);
    // Days old: nobody is asked to have taken it.
    const fresh = [release("1.0.0", "2019-01-01"), release("2.0.0", "2024-12-20")];
    expect(next("rye", using("1.2.0", { releases: fresh }))).toEqual([]);
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
      findings: [
        finding("the shelf is empty"),
        finding("elsewhere", { subjectId: "component:oat" }),
      ],
    });
    expect(found.map(({ kind, title }) => [kind, title])).toEqual([
      ["missed-target", "Bring “orders by phone” from 20 to 50 %"],
      ["missed-target", "Bring “repeat orders” from 44 to 50 %"],
      ["requested", "Answer what is asked of rye"],
      ["usability", "Mend what users stumble over in rye"],
      ["going-away", "Move off oven-kit"],
      ["upgrade", "Upgrade mill-kit to 2"],
      ["owed", "Ask the platform when 1 request of your team will be answered"],
    ]);
  });

  test("a target missed by less before one missed by more, where it concerns many more", () => {
    const titles = (near: number | null, far: number | null): string[] =>
      next(
        "rye",
        {},
        {
          outcomes: [outcome("near", 44, { reach: near }), outcome("far", 20, { reach: far })],
        },
      ).map(({ title }) => title.split(/[“”]/)[1] ?? "");
    expect(titles(10_000, 200)).toEqual(["near", "far"]);
    expect(titles(10_000, 9_000)).toEqual(["far", "near"]);
    // What does not say whom it concerns cannot be weighed against what does.
    expect(titles(10_000, null)).toEqual(["far", "near"]);
  });

  test("how far, for how many, by how much it moved, and from where", () => {
    const [step] = next(
      "rye",
      {},
      {
        outcomes: [outcome("repeat orders", 44, { reach: 12_000, changeOverYear: -1.5 })],
      },
    );
    expect(step?.reasons).toEqual([
      "it concerns 12,000 people",
      "till, 2 May 2024: 1.5 percentage points less than a year before",
    ]);
  });

  test("findings of one screen are one step; the worst of them and those of most users come first, mended ones do not come", () => {
    const steps = next(
      "rye",
      {},
      {
        findings: [
          finding("pay: hidden", {
            screen: "pay",
            severity: "critical",
            users: 7,
            participants: 8,
          }),
          finding("pay: late", { screen: "pay", users: 2, participants: 8 }),
          finding("help: far", { screen: "help", severity: "minor", users: 1 }),
          finding("gone", { screen: "gone", resolvedAt: asOf - DAY }),
        ],
      },
    );
    expect(steps.map(({ title, reasons }) => [title, reasons])).toEqual([
      [
        "Mend what users stumble over on “pay”",
        [
          "2 open findings from sessions: 1 critical, 1 serious",
          "“pay: hidden” (critical, 7 of 8 users)",
          "“pay: late” (serious, 2 of 8 users)",
        ],
      ],
      [
        "Mend what users stumble over on “help”",
        ["1 open finding from sessions", "“help: far” (minor, 1 user)"],
      ],
    ]);
  });

  test("products with something of their own come before those that only have to follow", () => {
    const follow = next("rye", using("1.2.0"));
    const own = next("rye", {}, { outcomes: [outcome("repeat orders", 44)] });
    const ranked = rankedProducts([{ items: follow }, { items: [] }, { items: own }]);
    expect(ranked.map(({ items }) => items[0]?.kind)).toEqual(["missed-target", "upgrade"]);
  });
});
