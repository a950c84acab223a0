import { describe, expect, it } from "vitest";
import { AskedNames } from "#sources/repository/asked-names.ts";

const accessor =
  "module Shop\n  def self.orders\n    @orders ||= OrderStore::Client.new(url)\n  end\nend\n";

function isAsked(name: string, files: Readonly<Record<string, string>>): boolean {
  const names = new AskedNames();
  for (const [path, text] of Object.entries(files)) names.take(path, text);
  return names.isAsked(name);
}

describe("a name is asked for", () => {
  it.each([
    ["in another file", { "lib/till.rb": "Shop.orders.list" }],
    ["in a template", { "app/views/till.html.erb": "<%= Shop.orders.list %>" }],
    ["as a symbol", { "lib/till.rb": "Shop.public_send(:orders)" }],
    ["beside the definition", { "lib/shop.rb": `${accessor}Shop.orders.list` }],
    [
      "by another accessor that is asked for",
      {
        "lib/fast.rb": "def self.fast_client\n  @fast ||= Shop.orders_client(orders)\nend",
        "lib/till.rb": "fast_client.list",
      },
    ],
  ])("%s", (_where, files) => {
    expect(isAsked("orders", { "lib/shop.rb": accessor, ...files })).toBe(true);
  });
});

describe("a name is not asked for", () => {
  it.each([
    ["by its definition", {}],
    ["in tests", { "spec/till_spec.rb": "Shop.orders.list", "test/till.rb": "Shop.orders" }],
    ["in documentation and data", { "README.md": "Shop.orders", "a.yml": "orders" }],
    ["in a comment", { "lib/till.rb": "  # Shop.orders.list" }],
    ["as part of another", { "lib/till.rb": "Shop.reorders.list; Shop.orders_of(x); my_orders" }],
    [
      "where it is declared",
      { "lib/till.rb": "mattr_accessor :orders\n  attr_reader :a, :orders" },
    ],
    ["where it is set", { "lib/till.rb": 'Shop.orders = 1\nENV["orders"] = "x"' }],
    ["in a path that is taken in", { "lib/till.rb": 'require "shop/orders"' }],
    ["as somebody else's definition", { "lib/till.rb": "def orders\n  1\nend" }],
    [
      "by another accessor that nobody asks for",
      {
        "lib/fast.rb": "def self.fast_client\n  @fast ||= Shop.orders_client(orders)\nend",
      },
    ],
    [
      "by a class that nobody names",
      {
        "lib/oven.rb": "class OvenClient\n  def bake\n    Shop.orders.list\n  end\nend",
      },
    ],
    [
      "in a circle",
      {
        "lib/a.rb": "def a_client\n  Shop.b_client(orders)\nend",
        "lib/b.rb": "def b_client\n  Shop.a_client(1)\nend",
      },
    ],
  ])("%s", (_where, files) => {
    expect(isAsked("orders", { "lib/shop.rb": accessor, ...files })).toBe(false);
  });

  it.each([
    ["till.ts", 'import { orders } from "./shop";'],
    ["till.ts", 'export {\n  loaves,\n  orders,\n} from "./shop";'],
    ["till.py", "from .shop import (\n    loaves,\n    orders,\n)"],
    ["Till.java", "import shop.orders;"],
    ["till.php", "use Shop\\orders;"],
  ])("where it is only taken in, %s: %s", (path, text) => {
    expect(isAsked("orders", { [path]: text })).toBe(false);
    expect(isAsked("orders", { [path]: `${text}\n\norders.list()` })).toBe(true);
  });

  it("but under another name it is asked for", () => {
    expect(isAsked("orders", { "till.ts": 'import { orders as o } from "./shop";' })).toBe(true);
  });

  it("where a type only says that it may be there", () => {
    const config =
      "interface Config {\n  OVEN_URL?: string;\n}\nconst c = {\n  OVEN_URL: process.env.OVEN_URL,\n};";
    expect(isAsked("OVEN_URL", { "src/config.ts": config })).toBe(false);
    expect(isAsked("OVEN_URL", { "src/config.ts": config, "src/a.ts": "get(c.OVEN_URL)" })).toBe(
      true,
    );
  });
});

it("settings that lead to a class that nobody names are asked for by nobody", () => {
  const files = {
    "shop/settings.py": "OVEN_BASE_URL = os.environ.get('OVEN_BASE_URL', '')\n",
    "shop/constants.py": "HEAT_ENDPOINT = urljoin(settings.OVEN_BASE_URL, '/heat')\n",
    "shop/oven.py":
      "from .constants import HEAT_ENDPOINT\n\n\nclass OvenClient(Base):\n    def heat(self):\n        return self.get(HEAT_ENDPOINT)\n",
  };
  expect(isAsked("OvenClient", files)).toBe(false);
  const used = { ...files, "shop/bake.py": "from .oven import OvenClient\nOvenClient().heat()\n" };
  expect(isAsked("OVEN_BASE_URL", used)).toBe(true);
  expect(isAsked("OVEN_BASE_URL", files)).toBe(false);
});

it("a repository too large to look through is not judged", () => {
  const names = new AskedNames();
  const large = " ".repeat(1024 * 1024);
  for (let count = 0; count < 49; count++) names.take(`lib/${String(count)}.rb`, large);
  expect(names.isAsked("orders")).toBe(true);
});
