import { describe, expect, it } from "vitest";
import { headSources } from "#sources/registry-head.ts";

const files: readonly (readonly [path: string, text: string])[] = [
  [
    "src/oven/orders.ts",
    'import { bake } from "./bake";\nexport const orders = await fetch("https://orders.bakery.example/loaves");\n' +
      'app.get("/loaves", bake);\nconst till = process.env.TILL_SERVICE_URL;\n',
  ],
  ["config/settings/production.yml", "till:\n  url: https://till.bakery.example\n"],
  [
    "deploy/ingress.yaml",
    "apiVersion: networking.k8s.io/v1\nkind: Ingress\nspec:\n  rules:\n    - host: loaves.bakery.example\n",
  ],
  ["chart/values-production.yaml", "ordersUrl: https://orders.bakery.example\n"],
  [
    "pacts/shop-orders.json",
    '{ "consumer": { "name": "shop" }, "provider": { "name": "orders" } }',
  ],
  [
    "catalog-info.yaml",
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: shop\nspec:\n  consumesApis: [orders]\n",
  ],
  ["main.tf", 'resource "x" "y" {\n  orders_url = "https://orders.bakery.example"\n}\n'],
];

describe("past versions of files at HEAD", () => {
  it("tell the services that the whole reading tells, of every source that names some", () => {
    const naming = new Set<string>();
    for (const [path, text] of files)
      for (const source of headSources) {
        if (source.detect(path) !== "head") continue;
        const { services } = source.read({ path, text });
        if (services === undefined || services.length === 0) continue;
        naming.add(source.id);
        expect(source.readServices?.({ path, text }).services).toEqual(services);
      }
    expect([...naming].sort()).toEqual(
      headSources.flatMap((one) => (one.readServices === undefined ? [] : [one.id])).sort(),
    );
  });
});
