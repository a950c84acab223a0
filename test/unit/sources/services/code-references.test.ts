import { describe, expect, it } from "vitest";
import type { ServiceReference } from "#evidence/facts.ts";
import { scanReferences } from "#sources/services/code-references.ts";

function scan(text: string, path = "app/lib/till.rb"): readonly ServiceReference[] {
  return scanReferences(path, text, { bareVariable: "low" });
}

function brief(text: string, path?: string): readonly string[] {
  return scan(text, path).map(({ name, how, confidence }) => `${name} ${how} ${confidence}`);
}

describe("clients", () => {
  it.each([
    ["OrderStoreClient.new(url)", "order-store client-constructor high"],
    ["const a = new OrderStoreClient(url)", "order-store client-constructor high"],
    ["store := NewOrderStoreClient(conn)", "order-store client-constructor high"],
    ["store := orderstore.NewClient(conn)", "orderstore client-constructor medium"],
    ["store = OrderStoreApi(url)", "order-store-api client-constructor high"],
    ["const a = createOrderStoreClient()", "order-store client-constructor high"],
    ["OrderStore::Client.new(url)", "order-store client-constructor high"],
    ["let s = OrderStoreClient::new(url);", "order-store client-constructor high"],
    ["BakeryApi::OrderStore.new(url)", "order-store client-constructor high"],
    ["BakeryApi::V2::OrderStoreV2.new(url)", "order-store client-constructor high"],
    ["BakeryApi.order_store.list", "order-store client-method high"],
    ["Services.order_store", "order-store client-method high"],
    ["BakeryApi.ovens", "ovens client-method medium"],
  ])("%s", (text, expected) => {
    expect(brief(text)).toEqual([expected]);
  });

  it.each([
    "def OrderStoreApi(url)",
    "func NewOrderStoreClient(conn) *Client {",
    "func (s *Shop) NewOrderStoreClient(conn) {",
    "new HttpClient(url)",
    "BakeryApi.get('/x')",
    "BakeryApi.configure do",
    "BakeryApi::OrderStore::NotFound",
    "services.order_store",
    "this.client.fetch(1)",
    "# OrderStoreClient.new in a comment",
    "  // new OrderStoreClient()",
    " * new OrderStoreClient()",
  ])("%s says nothing", (text) => {
    expect(brief(text)).toEqual([]);
  });
});

describe("lookups", () => {
  it.each([
    ['Directory.find("order-store")', "order-store service-lookup high"],
    ["Directory.new.find('order-store', external: true)", "order-store service-lookup high"],
    ["Directory.find 'ovens'", "ovens service-lookup medium"],
    ["serviceUrl('order-store')", "order-store service-lookup high"],
    ['Locator.new.external_url_for("ovens")', "ovens service-lookup high"],
    ['@FeignClient("order-store")', "order-store service-lookup high"],
    ["registry.lookup('order-store')", "order-store service-lookup high"],
    ['get_service_host("order_store")', "order-store service-lookup high"],
  ])("%s", (text, expected) => {
    expect(brief(text)).toEqual([expected]);
  });

  it.each([
    "page.find('order-store')",
    "$('main').find('order-store')",
    "url_for('order_list')",
    "image_url('order-store')",
    'Directory.find("Order Store")',
    "Directory.find(name)",
  ])("%s says nothing", (text) => {
    expect(brief(text)).toEqual([]);
  });

  it("quotes the call", () => {
    expect(scan("URI.parse(Directory.find('order-store'))")[0]?.text).toBe(
      'Directory.find("order-store")',
    );
  });
});

describe("environment variables", () => {
  it.each([
    ['ENV["ORDER_STORE_URL"]', "order-store environment-variable medium"],
    ["ENV.fetch('ORDER_STORE_BEARER_TOKEN')", "order-store environment-variable medium"],
    ["process.env.ORDER_STORE_BASE_URL", "order-store environment-variable medium"],
    ['os.environ["ORDER_STORE_HOST"]', "order-store environment-variable medium"],
    ['os.Getenv("ORDER_STORE_ENDPOINT")', "order-store environment-variable medium"],
    ["const x = ORDER_STORE_URL;", "order-store environment-variable low"],
  ])("%s", (text, expected) => {
    expect(brief(text)).toEqual([expected]);
  });

  it.each(['ENV["DATABASE_URL"]', "order_store_URL", "ORDER_STORE_URLS", "_URL"])(
    "%s says nothing",
    (text) => {
      expect(brief(text)).toEqual([]);
    },
  );
});

describe("substitution", () => {
  it.each(["compose/till.yml", "deploy/run.sh", "infra/till.tf", "Dockerfile", "Till.java"])(
    "reads the environment in %s",
    (path) => {
      expect(brief("${ACME_SERVICE_ORDER_STORE_URI}", path)).toEqual([
        "order-store environment-variable medium",
      ]);
    },
  );

  it("puts in a constant in a template string", () => {
    expect(scan("const a = `${ORDER_STORE_URL}/loaves`", "till.ts")).toMatchObject([
      { name: "order-store", confidence: "low", mention: "no-call" },
    ]);
  });
});

describe("hosts", () => {
  it.each([
    [
      "get 'https://order-store.bakery.example/x'",
      "order-store",
      "https://order-store.bakery.example",
      "low",
    ],
    ["`http://order-store.${domain}/`", "order-store", "http://order-store.", "low"],
    [
      "http://order-store.dev.bakery.example",
      "order-store",
      "http://order-store.dev.bakery.example",
      "low",
    ],
    ["http://order-store:8080/", "order-store", "http://order-store", "medium"],
    ["http://order-store.internal", "order-store", "http://order-store.internal", "medium"],
    [
      "http://order-store.shop.svc.cluster.local",
      "order-store",
      "http://order-store.shop.svc.cluster.local",
      "medium",
    ],
    ["grpc://order-store", "order-store", "grpc://order-store", "medium"],
  ])("%s", (text, name, seen, confidence) => {
    expect(scan(text)).toMatchObject([{ name, text: seen, how: "host", confidence }]);
  });

  it.each([
    "https://bakery.example/order-store",
    "https://www.bakery.example",
    "http://localhost:3000",
    "http://127.0.0.1/",
    "http://#{host}.bakery.example",
    "http://order${n}.bakery.example",
    "https://baker:secret@order-store.bakery.example/",
    "postgres://order-store/db",
  ])("%s says nothing", (text) => {
    expect(scan(text)).toEqual([]);
  });
});

describe("scope and bounds", () => {
  it("weakens what only tests say, but for contracts", () => {
    const text =
      'Services.order_store\nPact.service_consumer "Till" do\n  has_pact_with "Order Store" do';
    expect(scan(text, "spec/till_spec.rb")).toEqual([
      {
        name: "order-store",
        how: "client-method",
        confidence: "low",
        text: "Services.order_store",
        line: 1,
        scope: "test",
      },
      {
        name: "order-store",
        how: "contract-file",
        confidence: "medium",
        text: "Order Store",
        line: 3,
        scope: "test",
      },
    ]);
  });

  it("keeps the surest of each name and manner, with its line", () => {
    expect(scan('a = ORDER_STORE_URL\n\nb = ENV["ORDER_STORE_URL"]')).toMatchObject([
      { confidence: "medium", line: 3 },
    ]);
  });

  it("stops at 500 references and keeps no value", () => {
    const names = Array.from(
      { length: 600 },
      (_, index) => `OVEN_${"x".repeat(0)}N${index}_URL=https://u:secret@h/`,
    );
    const found = scan(names.join("\n"), "config/ovens.rb");
    expect(found).toHaveLength(500);
    expect(JSON.stringify(found)).not.toContain("secret");
  });
});
