import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanReferences } from "#sources/services/code-references.ts";
import { Definitions } from "#sources/services/definitions.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

/** What one must ask for so that the first `needle` of a text runs. */
function asked(path: string, text: string, needle = "OrderStore"): string | null {
  return new Definitions(path, text).around(text.indexOf(needle))?.name ?? null;
}

describe("a function that only gives a client out is reached by its name", () => {
  it.each([
    [
      "till.rb",
      "module Shop\n  def self.orders\n    @orders ||= OrderStore::Client.new(url)\n  end\nend",
    ],
    ["till.rb", "def orders\n  OrderStore::Client.new(\n    url,\n    token: 1,\n  )\nend"],
    ["till.rb", "def self.orders\n  @orders || BakeryApi::OrderStore.new(find('x'))\nend"],
    ["till.rb", "def orders = OrderStore::Client.new(url)"],
    ["till.py", "def orders():\n    return OrderStoreClient(url)"],
    [
      "till.py",
      "@property\ndef orders(self) -> Any:\n    '''The store.'''\n    return OrderStoreClient(url)",
    ],
    ["till.py", "def orders(\n    url,\n):\n    return OrderStoreClient(url)\n"],
    [
      "till.ts",
      "export function orders(url: string): Client {\n  return new OrderStoreClient(url);\n}",
    ],
    ["till.ts", "export const orders = (url) => new OrderStoreClient(url);"],
    [
      "till.ts",
      "class Shop {\n  get orders() {\n    return new OrderStoreClient(this.url);\n  }\n}",
    ],
    [
      "Till.java",
      "class Shop {\n    public Store orders() {\n        return new OrderStoreClient(url);\n    }\n}",
    ],
    [
      "Till.java",
      "class Shop {\n  @Override\n  protected Store orders() {\n    return OrderStoreClient.builder(url).build();\n  }\n}",
    ],
    ["Till.kt", "fun orders(): Store = OrderStoreClient(url)"],
    ["Till.kt", "val orders by lazy { OrderStoreClient(url) }"],
    ["till.go", "func (s *Shop) orders() *Store {\n\treturn pb.NewOrderStoreClient(s.conn)\n}"],
    ["Till.cs", "class Shop\n{\n    public Store orders => new OrderStoreClient(url);\n}"],
    [
      "Till.php",
      "class Shop {\n    public function orders() {\n        return new OrderStoreClient($url);\n    }\n}",
    ],
  ])("%s: %s", (path, text) => {
    expect(asked(path, text)).toBe("orders");
  });

  it.each([
    ["calls it", "till.rb", "def orders\n  OrderStore::Client.new(url).list\nend"],
    ["calls it", "till.py", "def orders():\n    return OrderStoreClient(url).list()"],
    [
      "does more",
      "till.rb",
      "def orders\n  client = OrderStore::Client.new(url)\n  client.list\nend",
    ],
    ["does more", "till.go", "func run() {\n\tc := pb.NewOrderStoreClient(conn)\n\tc.List()\n}"],
    ["asks for an address", "till.rb", "def show\n  fetch(find('OrderStore'))\nend"],
    [
      "is asked for its type",
      "Till.java",
      "class Shop {\n  @Bean\n  public Store orders() {\n    return new OrderStoreClient(url);\n  }\n}",
    ],
    ["is another file's", "till.sh", "orders() {\n  OrderStoreClient(url)\n}"],
  ])("one that %s is no such: %s %s", (_what, path, text) => {
    expect(asked(path, text)).toBeNull();
  });
});

describe("so are", () => {
  it.each([
    [
      "an attribute of a module",
      "orders",
      "till.rb",
      "Bakery.orders = OrderStore::Client.new(find('x'))",
    ],
    ["an attribute of a module", "orders", "till.js", "exports.orders = new OrderStoreClient(url)"],
    ["a name at the top", "orders", "till.ts", "export const orders = new OrderStoreClient(url);"],
    ["a name at the top", "orders", "till.go", "var orders = pb.NewOrderStoreClient(conn)"],
    ["a constant", "ORDERS_URL", "settings.py", "ORDERS_URL = join(get('OrderStore'), '/x')"],
    ["a constant", "ORDERS_URL", "till.ts", "export const ORDERS_URL = process.env.OrderStore;"],
    [
      "a constant",
      "ORDERS_URL",
      "Till.java",
      'class A {\n  private static final String ORDERS_URL = get("OrderStore");\n}',
    ],
    [
      "a class",
      "OvenClient",
      "till.py",
      "class OvenClient(Base):\n    def bake(self):\n        call(OrderStore)",
    ],
    [
      "a class",
      "OvenClient",
      "till.rb",
      "class OvenClient\n  def bake\n    if hot\n      call(OrderStore)\n    end\n  end\nend",
    ],
    [
      "a class",
      "OvenClient",
      "till.ts",
      "export class OvenClient extends Base {\n  bake() {\n    call(OrderStore);\n  }\n}",
    ],
  ])("%s: %s in %s", (_what, name, path, text) => {
    expect(asked(path, text)).toBe(name);
  });

  it.each([
    [
      "an attribute that is used at once",
      "till.rb",
      "Bakery.orders = OrderStore::Client.new(x).list",
    ],
    [
      "a name in a function",
      "till.ts",
      "function run() {\n  const orders = new OrderStoreClient(url);\n  orders.list();\n}",
    ],
    [
      "a class of an interface",
      "Till.java",
      "class OvenClient implements Oven {\n  void bake() {\n    call(OrderStore);\n  }\n}",
    ],
    [
      "what is taken in by any name",
      "till.ts",
      "export default class OvenClient {\n  bake() {\n    call(OrderStore);\n  }\n}",
    ],
    [
      "what is taken in by any name",
      "till.ts",
      "export default function orders() {\n  return new OrderStoreClient(url);\n}",
    ],
    [
      "a class that is no client",
      "till.py",
      "class Oven:\n    def bake(self):\n        call(OrderStore)",
    ],
    ["what stands below a class", "till.py", "class OvenClient:\n    pass\n\ncall(OrderStore)"],
    ["a comparison", "till.rb", "ORDERS_URL == OrderStore"],
  ])("but not %s: %s %s", (_what, path, text) => {
    expect(asked(path, text)).toBeNull();
  });
});

describe("references tell through what they are reached", () => {
  const scan = (path: string, text: string) =>
    scanReferences(path, text, { bareVariable: "low" }).map(
      ({ name, through = [], isHandedOn = false }) =>
        `${name} ${through.join("|")}${isHandedOn ? " handed on" : ""}`,
    );

  it("by two accessors: whoever asks for either", () => {
    const accessor = (name: string) => `def self.${name}\n  OrderStore::Client.new(url)\nend\n`;
    expect(scan("shop.rb", accessor("orders") + accessor("slow_orders"))).toEqual([
      "order-store orders|slow_orders",
    ]);
  });

  it("once more in code that runs: by nothing", () => {
    const accessor = "def self.orders\n  OrderStore::Client.new(url)\nend\n";
    expect(scan("shop.rb", `${accessor}OrderStore::Client.new(url).list\n`)).toEqual([
      "order-store ",
    ]);
    expect(scan("shop.rb", `OrderStore::Client.new(url).list\n${accessor}`)).toEqual([
      "order-store ",
    ]);
  });

  it("a setting under its own name is only handed on", () => {
    const line = (key: string) => `const config = {\n  ${key}: process.env.OVEN_STORE_URL,\n};`;
    expect(scan("config.ts", line("OVEN_STORE_URL"))).toEqual([
      "oven-store OVEN_STORE_URL handed on",
    ]);
    expect(scan("config.ts", line("heat"))).toEqual(["oven-store "]);
  });
});

describe("settings taken out of an object", () => {
  const told = (text: string) =>
    scanReferences("src/oven.js", text, { bareVariable: "low" }).map(
      ({ name, mention = "called" }) => `${name} ${mention}`,
    );

  it.each([
    "const { OVEN_STORE_URL } = context.config;",
    "const {\n  LANGUAGE,\n  OVEN_STORE_URL,\n  TITLE,\n} = getConfig();",
    "const { OVEN_STORE_URL: url } = useConfig();",
    "const { OVEN_STORE_URL } = process.env;",
  ])("%s", (text) => {
    expect(told(`${text}\nbake(OVEN_STORE_URL);`)).toEqual(["oven-store called"]);
  });

  it("lead readers where all that is made of them does", () => {
    const taken = "const { OVEN_STORE_URL } = context.config;\nif (OVEN_STORE_URL) {\n";
    expect(told(`${taken}setViewLoavesUrl(\`\${OVEN_STORE_URL}/loaves\`);`)).toEqual([
      "oven-store link",
    ]);
    const called = `${taken}setViewLoavesUrl(\`\${OVEN_STORE_URL}/loaves\`);\n get(\`\${OVEN_STORE_URL}/x\`);`;
    expect(told(called)).toEqual(["oven-store called"]);
  });

  it("are none of another object's, nor an import's", () => {
    expect(told("import { OVEN_STORE_URL } from './config';")).toEqual(["oven-store no-call"]);
    expect(told("const { OVEN_STORE_URL } = config.ovens;")).toEqual(["oven-store no-call"]);
  });
});

it("whatever stands around, a question ends", () => {
  const part = fc.constantFrom(
    "def x(",
    "\n",
    "  ",
    ")",
    "}",
    "class AClient",
    " = ",
    "new A(",
    "{",
    "return ",
    "OrderStore",
    "@a",
    "(",
    "'''",
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 60 }),
      fc.constantFrom("a.rb", "a.py", "a.ts", "a.go", "A.java"),
      (parts, path) => {
        const text = parts.join("");
        const name = new Definitions(path, text).around(text.length)?.name;
        expect(name === undefined || text.includes(name)).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});

it("a hostile file is looked through in time", () => {
  const text =
    `${"  ".repeat(60)}x(`.repeat(20_000) + "\n".repeat(20_000) + "def a\n".repeat(20_000);
  const definitions = new Definitions("a.rb", text);
  const start = processorMilliseconds();
  for (let count = 0; count < 500; count++) definitions.around(text.length - count);
  expect(processorMilliseconds() - start).toBeLessThan(2_000);
});
