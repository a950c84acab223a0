import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutChain } from "#web/features/map/value-chain-layout.ts";
import { valueChain, type ValueChain } from "#web/features/map/value-chain-model.ts";
import { parseRoute } from "#web/ui/route.ts";
import { byId, capability, component, namesOf, sample, team, use } from "./rows.ts";

const names = {
  components: byId([
    component("component:shop", { ownerIds: ["team:till"], customers: ["end-customer"] }),
    component("component:kiosk", {
      ownerIds: ["team:till"],
      customers: ["end-customer", "partner"],
    }),
    component("component:crumb", { ownerIds: [], customers: [] }),
  ]),
  capabilities: byId([
    capability("capability:kit", { ownerIds: ["team:oven"], kind: "library" }),
    capability("capability:ci", { ownerIds: ["team:oven"], kind: "workflow" }),
  ]),
  teams: byId([team("team:till"), team("team:oven")]),
};
const pair = (id: string, consumer: string, used: string, more = {}) =>
  use({
    id,
    consumerComponentId: `component:${consumer}`,
    capabilityId: `capability:${used}`,
    ...more,
  });
const uses = [
  pair("1", "shop", "kit"),
  pair("2", "kiosk", "kit"),
  pair("3", "crumb", "ci"),
  pair("4", "shop", "ci", { to: "2024-01-01T00:00:00Z" }),
  pair("5", "kiosk", "ci", { scope: "reverse-test" }),
];

const flow = ({ nodes, links }: ValueChain): readonly string[] => {
  const label = new Map(nodes.map((node) => [node.key, node.label] as const));
  return links.map(
    ({ source, target, value }) =>
      `${label.get(source) ?? ""} → ${label.get(target) ?? ""}: ${String(value)}`,
  );
};
const sum = (links: ValueChain["links"], from: string): number =>
  links
    .filter(({ source }) => source.startsWith(from))
    .reduce((total, { value }) => total + value, 0);

describe("the value chain", () => {
  it("shows uses of today, split evenly between the customers of a builder", () => {
    const chain = valueChain(uses, names, 40, null);
    expect(chain.usesCount).toBe(3);
    expect(flow(chain).toSorted()).toEqual([
      "ci → crumb: 1",
      "crumb → not known: 1",
      "kiosk → end customers: 0.5",
      "kiosk → partners: 0.5",
      "kit → kiosk: 1",
      "kit → shop: 1",
      "shop → end customers: 1",
    ]);
  });

  it("leads to the screens of what it shows, and opens a group in place", () => {
    const single = valueChain(uses, names, 40, null);
    const hrefOf = (chain: ValueChain, label: string): string =>
      chain.nodes.find((node) => node.label === label)?.href ?? "";
    expect(parseRoute(hrefOf(single, "shop"))).toMatchObject({
      screen: "components",
      id: "component:shop",
    });
    // Seven nodes at the finest, six by team.
    const grouped = valueChain(uses, names, 7, null);
    expect(grouped.nodes.map(({ label }) => label)).toContain("till");
    expect(parseRoute(hrefOf(grouped, "till")).query.get("open")).toBe("team till");
    expect(grouped.nodes.find(({ label }) => label === "till")?.isGroup).toBe(true);
    expect(grouped.nodes.find(({ label }) => label === "no known owner")?.isGroup).toBe(true);
  });

  it("shows only the uses of a group that was opened, and says so", () => {
    const opened = valueChain(uses, names, 40, "team till");
    expect([opened.opened, opened.usesCount]).toEqual(["team till", 2]);
    expect(opened.nodes.map(({ label }) => label)).not.toContain("crumb");
    const provided = valueChain(uses, names, 40, "kind workflow");
    expect([provided.opened, provided.usesCount]).toEqual(["kind workflow", 1]);
    expect(valueChain(uses, names, 40, "team nobody")).toMatchObject({
      opened: null,
      usesCount: 3,
    });
  });

  it("loses no use however far it has to fold", () => {
    const shops = sample.consumptions;
    const all = namesOf(sample);
    fc.assert(
      fc.property(fc.integer({ min: 9, max: 60 }), (limit) => {
        const chain = valueChain(shops, all, limit, null);
        expect(chain.nodes.length).toBeLessThanOrEqual(Math.max(limit, 12));
        expect(sum(chain.links, "capability")).toBeCloseTo(chain.usesCount, 6);
        expect(sum(chain.links, "builder")).toBeCloseTo(chain.usesCount, 6);
        const keys = new Set(chain.nodes.map(({ key }) => key));
        expect(chain.links.every((one) => keys.has(one.source) && keys.has(one.target))).toBe(true);
        const ids = chain.links
          .filter(({ source }) => source.startsWith("capability"))
          .flatMap(({ consumptionIds }) => consumptionIds);
        expect(new Set(ids).size).toBe(chain.usesCount);
      }),
      { numRuns: 30 },
    );
  });
});

describe("its layout", () => {
  it("has three columns inside the margins, and room for a line at every node", () => {
    const chain = valueChain(sample.consumptions, namesOf(sample), 40, null);
    for (const width of [390, 900, 1400]) {
      const { nodes, height, links, pathOf } = layoutChain(chain, width);
      const [left, right] = width < 600 ? [94, 96] : [224, 136];
      for (const { side, x0 = 0, x1 = 0, y0 = 0, y1 = 0 } of nodes) {
        const place = { capability: left, builder: null, customer: width - right - 8 }[side];
        if (place === null) expect(x0).toBeGreaterThan(left);
        else expect(x0).toBeCloseTo(place, 6);
        expect(x1).toBeLessThanOrEqual(width - right + 1e-6);
        expect(Math.min(y0, height - y1)).toBeGreaterThanOrEqual(10 - 1e-6);
      }
      const mids = nodes
        .filter(({ side }) => side === "builder")
        .map(({ y0 = 0, y1 = 0 }) => (y0 + y1) / 2)
        .toSorted((a, b) => a - b);
      for (const [index, y] of mids.slice(1).entries())
        expect(y - (mids[index] ?? 0)).toBeGreaterThanOrEqual(15);
      expect(links.every((link) => pathOf(link).startsWith("M"))).toBe(true);
    }
  });

  it("grows with its fullest column, a line for each node", () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      pair(String(index), "shop", `kit-${String(index)}`),
    );
    const chain = valueChain(many, names, 40, null);
    expect(layoutChain(chain, 900).height).toBe(20 * 27);
  });

  it("has the widest first in each column, and a height that grows with the fullest", () => {
    const chain = valueChain(uses, names, 40, null);
    const { nodes, height } = layoutChain(chain, 900);
    expect(height).toBe(260);
    const column = nodes
      .filter(({ side }) => side === "capability")
      .toSorted((a, b) => (a.y0 ?? 0) - (b.y0 ?? 0));
    expect(column.map(({ label }) => label)).toEqual(["kit", "ci"]);
  });
});
