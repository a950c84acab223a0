import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanReferences } from "#sources/services/code-references.ts";

function brief(path: string, text: string): readonly string[] {
  return scanReferences(path, text, { bareVariable: "low" }).map(
    ({ name, how, confidence }) => `${name} ${how} ${confidence}`,
  );
}

describe("clients that frameworks make", () => {
  it.each([
    ["Till.java", '@FeignClient(name = "order-store", url = "${x}")'],
    ["Till.java", '@FeignClient(\n    contextId = "till", name = "order-store")'],
    ["Till.java", '@FeignClient("order-store")'],
    ["Till.kt", '@Client("order-store")'],
    ["Till.kt", '@Client(id = "order-store", path = "/loaves")'],
    ["Till.java", '@RegisterRestClient(configKey = "order-store")'],
    ["Till.scala", 'val url: String = servicesConfig.baseUrl("order-store")'],
    ["Till.cs", 'services.AddHttpClient("order-store", c => { })'],
    ["Till.cs", 'services.AddHttpClient<ITill>("order-store")'],
    ["Till.cs", 'var http = factory.CreateClient("order-store");'],
  ])("%s: %s", (path, text) => {
    expect(brief(path, text)).toContain("order-store service-lookup high");
  });

  it.each([
    ["till.py", "import grpc\nstub = order_store_pb2_grpc.OrderStoreStub(channel)"],
    ["Till.java", "OrderStoreGrpc.newBlockingStub(channel)"],
    ["till.rb", "require 'grpc'\nOrderStore::Stub.new(host)"],
    ["till.go", "c := pb.NewOrderStoreClient(conn)"],
    ["Till.cs", "var client = new OrderStore.OrderStoreClient(channel);"],
  ])("generated from a contract, %s: %s", (path, text) => {
    expect(brief(path, text)).toContain("order-store client-constructor high");
  });

  it("a stub without gRPC is a test's", () => {
    expect(brief("till.py", "OrderStoreStub(channel)")).toEqual([]);
  });
});

describe("properties of a configuration", () => {
  it.each([
    ["Till.kt", '@Value("${api.base.url.order-store}") val uri: String'],
    ["application.yml", "uri: ${order-store.url}/loaves"],
    ["Till.java", 'config.getString("order-store.url")'],
    ["Till.cs", 'configuration["OrderStore:BaseUrl"]'],
    ["Till.php", "config('services.order_store.url')"],
    ["till.ts", "new Till('Orders', config.apis.orderStore, agent)"],
  ])("%s: %s", (path, text) => {
    expect(brief(path, text)).toContain("order-store environment-variable medium");
  });

  it.each([
    "window.order.url;",
    'console.log("see order-store.urls")',
    "apis.orderStore",
    '"https://a.b.c/x.url"',
  ])("%s says nothing", (text) => {
    expect(brief("till.ts", text).filter((one) => one.includes("medium"))).toEqual([]);
  });
});

describe("variables", () => {
  it.each([
    ["server/config.ts", "url: get('ORDER_STORE_URL', 'http://localhost', required)"],
    ["config.py", "urljoin(settings.ORDER_STORE_URL, 'loaves/')"],
    ["src/api.js", "`${getConfig().ORDER_STORE_BASE_URL}/loaves`"],
    ["src/api.js", "const { ORDER_STORE_URL } = process.env;"],
    ["src/main.rs", 'std::env::var("ORDER_STORE_URL")'],
    ["src/api.ts", "import.meta.env.ORDER_STORE_URL"],
    ["src/cli.rs", '#[arg(long, env = "ORDER_STORE_URL")]'],
    ["till.py", '@click.option("--url", envvar="ORDER_STORE_URL")'],
    ["till.go", 'Url string `env:"ORDER_STORE_URL"`'],
    ["Till.cs", 'Env.GetString("ORDER_STORE_URL")'],
  ])("%s: %s", (path, text) => {
    expect(brief(path, text)).toContain("order-store environment-variable medium");
  });

  it("a host without a scheme is kept with its variable", () => {
    const [one] = scanReferences("chart/values-prod.yaml", "ORDER_HOST: orders.bakery.example\n", {
      bareVariable: "medium",
      how: "helm-value",
    });
    expect(one).toMatchObject({ name: "order", host: "orders.bakery.example" });
  });
});

describe("classes that are clients", () => {
  it.each([
    ["till.py", "class OrderStoreClient(Base):"],
    ["till.ts", "export class OrderStoreClient extends RestClient {"],
    ["till.go", "type OrderStoreClient struct {"],
    ["Till.kt", "class OrderStoreClient(private val http: Http)"],
    ["till.rb", "class OrderStoreClient < Base"],
    ["Till.scala", "class OrderStoreConnector @Inject"],
  ])("%s: %s", (path, text) => {
    const found = brief(path, text).filter((one) => one.includes("client-class"));
    expect(found).toEqual(path.endsWith("scala") ? [] : ["order-store client-class low"]);
  });
});

describe("hosts", () => {
  it("keep the first plain word of the path and nothing that may be a secret", () => {
    const read = (url: string) =>
      scanReferences("a.ts", `fetch("${url}")`, { bareVariable: "low" })[0];
    expect(read("https://api.bakery.example/orders/v2?key=secret")).toMatchObject({
      name: "api-bakery-example",
      host: "api.bakery.example",
      path: "orders",
    });
    expect(read("https://api.bakery.example/T0KEN/xyz")?.path).toBeUndefined();
    expect(read("https://api.${zone}/orders")?.host).toBeUndefined();
  });

  it("a path with a version behind an address that stands elsewhere", () => {
    expect(brief("a.ts", "`${roots[env]}/orders/v2/loaves`")).toEqual(["orders url-path low"]);
    expect(brief("a.ts", "`${root}/orders/loaves`")).toEqual([]);
  });
});

it("reads any text", () => {
  const piece = fc.constantFrom(
    "://",
    "_URL",
    "Client(",
    "apis.",
    "}/",
    '.url"',
    "@Client(",
    '"',
    "\n",
    "a.b",
    "class X",
    "Grpc.new",
    " ",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 40 }),
      (parts) => {
        const found = scanReferences("till.ts", parts.join(""), { bareVariable: "low" });
        for (const one of found) expect(one.text.length).toBeLessThanOrEqual(160);
      },
    ),
    { numRuns: 50 },
  );
});
