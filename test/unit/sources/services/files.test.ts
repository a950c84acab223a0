import { describe, expect, it } from "vitest";
import type { FileSource } from "#evidence/source.ts";
import { composeFiles } from "#sources/services/compose.ts";
import { environmentFiles, helmValues } from "#sources/services/deployment-settings.ts";
import { pactContracts } from "#sources/services/pact.ts";

function brief(source: FileSource, path: string, text: string): readonly string[] {
  const { services = [] } = source.read({ path, text });
  return services.map((one) => `${one.name} ${one.how} ${one.confidence} ${one.line}: ${one.text}`);
}

describe("compose", () => {
  const text = [
    "services:",
    "  till:",
    "    build: .",
    "    image: registry.bakery.example/shop/till-app:2",
    "    depends_on: [order-store, db]",
    "    environment:",
    "      PRICE_LIST_URL: http://price-list:3000",
    "  ovens:",
    "    build: {context: ../oven-control}",
    "    image: postgres:16",
    "    depends_on: {heat-log: {condition: service_started}}",
  ].join("\n");

  it("names services, dependencies, images, neighbours and hosts", () => {
    expect(brief(composeFiles, "docker-compose.yml", text)).toEqual([
      "till compose medium 3: service till",
      "order-store compose medium 3: till depends on order-store",
      "till-app compose medium 3: image registry.bakery.example/shop/till-app",
      "ovens compose medium 9: service ovens",
      "heat-log compose medium 9: ovens depends on heat-log",
      "oven-control compose medium 9: built from ../oven-control",
      "price-list compose medium 7: PRICE_LIST_URL",
      "price-list compose medium 7: http://price-list",
    ]);
    const { services = [] } = composeFiles.read({ path: "docker-compose.yml", text });
    expect(services.map(({ mention }) => mention)).toEqual(services.map(() => "set-up"));
  });

  it("counts an address that what is built here is told and waits for", () => {
    const told = (path: string, lines: readonly string[]) =>
      (
        composeFiles.read({ path, text: ["services:", "  till:", ...lines].join("\n") }).services ??
        []
      )
        .filter(({ mention }) => mention === undefined)
        .map((one) => `${one.name}: ${one.text}`);
    const own = "    build: .";
    const waits = "    depends_on: [order-store]";
    const address = "    environment: [ORDER_STORE_URL=http://order-store:80/x]";
    expect(told("compose.yaml", [own, waits, address])).toEqual([
      "order-store: ORDER_STORE_URL: order-store",
    ]);
    for (const lines of [
      [own, address],
      [own, waits],
      [waits, address],
      ["    build: ../till", waits, address],
    ])
      expect(told("compose.yaml", lines)).toEqual([]);
    expect(told("docker-compose.test.yml", [own, waits, address])).toEqual([]);
  });

  it("is followed through history, and survives what is no compose file", () => {
    for (const path of ["docker-compose.yml", "docker/compose.dev.yaml"])
      expect(composeFiles.detect(path)).toBe("history");
    expect(composeFiles.detect("composer.json")).toBe("none");
    expect(composeFiles.read({ path: "compose.yml", text: "services: [" }).problems).toHaveLength(
      1,
    );
    expect(composeFiles.read({ path: "compose.yml", text: "services: 3" })).toEqual({
      services: [],
    });
  });
});

describe("environment files", () => {
  it("keep names and hosts, never values", () => {
    const text =
      "ORDER_STORE_URL=https://order-store.bakery.example/?key=secret\nPRICE_LIST_API_KEY=secret\n";
    const found = brief(environmentFiles, ".env.example", text);
    expect(found).toEqual([
      "order-store environment-variable medium 1: ORDER_STORE_URL",
      "order-store host low 1: https://order-store.bakery.example",
      "price-list environment-variable medium 2: PRICE_LIST_API_KEY",
    ]);
    expect(found.join()).not.toContain("secret");
  });

  it.each([
    "ORDER_STORE_URL=",
    'ORDER_STORE_URL=""',
    "ORDER_STORE_URL=http://localhost:3000/orders",
    'ORDER_STORE_URL="http://127.0.0.1:3000"',
    "ORDER_STORE_HOST=host.docker.internal",
    "ORDER_STORE_HOST = localhost # on this machine",
  ])("%s names it, but says nothing of what runs", (line) => {
    const found = brief(environmentFiles, ".env", `${line}\nLAMP=1\n`);
    expect(found[0]).toMatch(/^order-store environment-variable low 1:/);
  });

  it.each(["ORDER_STORE_HOST=localhost.bakery.example", "ORDER_STORE_URL=http://order-store:80"])(
    "%s does",
    (line) => {
      expect(brief(environmentFiles, ".env", line)[0]).toMatch(/environment-variable medium/);
    },
  );

  it("are known by name", () => {
    for (const path of [".env", ".env.test", "docker/env", "app.json", "Procfile", "Procfile.dev"])
      expect(environmentFiles.detect(path)).toBe("history");
    for (const path of ["environment.rb", "web/node_modules/x/.env", "my.app.json"])
      expect(environmentFiles.detect(path)).toBe("none");
  });
});

describe("Helm values", () => {
  it("name services by settings and variables", () => {
    const text = "till:\n  orderStoreUrl: http://x\n  env:\n    - name: PRICE_LIST_URL\n";
    expect(brief(helmValues, "chart/values.yaml", text)).toEqual([
      "order-store helm-value medium 2: orderStoreUrl:",
      "price-list helm-value medium 4: PRICE_LIST_URL",
    ]);
  });

  it("follow history only where a chart keeps its own", () => {
    expect(helmValues.detect("chart/values.yaml")).toBe("history");
    expect(helmValues.detect("chart/values-production.yaml")).toBe("head");
    expect(helmValues.detect("chart/default-values.yaml")).toBe("none");
    expect(
      helmValues.read({ path: "values.yaml", text: `aUrl: b\n${" ".repeat(70_000)}` }),
    ).toEqual({});
  });
});

describe("Pact contracts", () => {
  it("name the provider", () => {
    const text = JSON.stringify(
      { consumer: { name: "Till" }, provider: { name: "Order Store" } },
      null,
      2,
    );
    expect(pactContracts.detect("spec/pacts/till-order_store.json")).toBe("head");
    expect(brief(pactContracts, "spec/pacts/till-order_store.json", text)).toEqual([
      "order-store contract-file medium 5: Pact between Till and Order Store",
    ]);
  });

  it("that cannot be read are said to be so", () => {
    expect(pactContracts.read({ path: "pacts/a.json", text: "{" }).problems?.[0]?.code).toBe(
      "invalid",
    );
    expect(pactContracts.read({ path: "pacts/a.json", text: "[]" })).toEqual({});
  });
});
