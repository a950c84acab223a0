import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { configuration } from "#contract/configuration.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { defaultAdoptionOptions } from "#insight/adoption/options.ts";
import { emptyConfiguration } from "#model/configuration.ts";
import type { Organisation } from "#model/organisation.ts";
import { parseConfiguration } from "#operations/configuration/parse-configuration.ts";
import { adoptionOptions } from "#sections/adoption/options.ts";
import { modelConfiguration } from "#sections/model-configuration.ts";
import { readConfiguration } from "#operations/configuration/read-configuration.ts";

function failureOf(text: string): FulcrumError {
  try {
    parseConfiguration(text, "fulcrum.yaml");
  } catch (error) {
    if (error instanceof FulcrumError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

const bakery: Organisation = {
  name: "Harbour Bakery",
  asOf: 0,
  teams: [],
  components: [],
  capabilities: [
    {
      id: "capability:salt#.!yeast",
      name: "yeast",
      kind: "library",
      providerComponentId: null,
      ownerIds: [],
      packages: [],
      formerNames: [],
      description: null,
      releases: [],
      lifecycle: "production",
      serves: null,
      job: null,
      exports: null,
      evidence: [],
    },
  ],
  consumptions: [],
  thirdPartyUses: [],
  mandates: [],
  workarounds: [],
  usedNames: new Map(),
};

describe("fulcrum.yaml", () => {
  test("nothing, comments and empty keys mean the defaults", () => {
    for (const text of ["", "# only a comment\n", "corrections:\nbots:\n  # - deploy\n", "---\n"])
      expect(parseConfiguration(text, "fulcrum.yaml")).toEqual(configuration.parse({}));
  });

  test("every key is read", () => {
    const read = parseConfiguration(
      `name: Harbour Bakery
own: { namespaces: [harbour], prefixes: [harbour-] }
bots: [deploy@harbour.example]
catalogues:
  - path: docs/ovens.json
    itemsAt: ovens.list
    fields: { repository: repo, owner: crew, type: sort }
declaredClasses: { shop: product, __proto__: platform }
corrections:
  - { kind: owner, component: rye, owner: night-shift, since: 2026-01-02 }
  - { kind: class, component: rye, class: product, since: 2026-01-02, reason: sold to people }
  - { kind: edge, consumer: rye, capability: yeast, present: false, since: 2026-01-02 }
  - { kind: edge, consumer: rye, capability: salt, from: 2025-01-01, since: 2026-01-02 }
  - { kind: bot, address: oven@harbour.example, since: 2026-01-02 }
  - { kind: name, of: rye, name: Rye bread, since: 2026-01-02 }
mandates:
  - { capability: yeast, at: 2024-05-01, text: decision 12 }
jobs:
  - { job: raising, packages: [pkg:npm/yeast, pkg:npm/baking-soda] }
thresholds: { liveForDays: 365, waveShare: 0.4 }
scale:
  - { capability: yeast, source: till, unit: loaves, values: [1, 2, 30] }
`,
      "fulcrum.yaml",
    );
    const model = modelConfiguration(read);
    expect(model.ownNamespaces).toEqual(["harbour"]);
    expect(model.corrections.map(({ kind }) => kind).join(" ")).toBe(
      "owner class edge edge bot name",
    );
    expect(model.corrections[3]).toMatchObject({ present: true, from: 1_735_689_600 });
    expect(model.mandates).toEqual([
      { capability: "yeast", at: 1_714_521_600, text: "decision 12" },
    ]);
    expect(model.declaredClasses).toEqual(new Map([["shop", "product"]]));

    const options = { ...defaultAdoptionOptions, ...adoptionOptions(read, bakery, null) };
    expect(options.liveFor).toBe(365 * 86_400);
    expect(options.waveShare).toBe(0.4);
    expect(options.sameUseGap).toBe(defaultAdoptionOptions.sameUseGap);
    expect(options.packageJobs?.get("pkg:npm/baking-soda")).toBe("raising");
    expect(options.scale.get("capability:salt#.!yeast")?.values).toEqual([1, 2, 30]);
  });

  test("without a file the model gets what it has by default", () => {
    expect(modelConfiguration(configuration.parse({}))).toEqual(emptyConfiguration);
  });

  test.each([
    ["name: Rye\nbots:\n  - a\ncorections: []\n", 4, "no key `corections`", "`corrections`"],
    ["own:\n  prefixes: []\n  namspaces: [x]\n", 3, "no key `namspaces` in `own`", "`namespaces`"],
    ["own:\n  weather: x\n", 2, "no key `weather`", "namespaces, prefixes"],
    ["bots: deploy\n", 1, "`bots` must be a list, not `deploy`", "docs/configuration.md"],
    [
      "corrections:\n  - kind: owner\n    component: rye\n    since: 2026-01-02\n",
      2,
      "`corrections[1].owner` is missing",
      "Add `owner: …`",
    ],
    [
      "corrections:\n  - kind: ownr\n    since: 2026-01-02\n",
      2,
      "must be one of owner, class, edge, bot, name",
      "`owner`",
    ],
    [
      "corrections:\n  - kind: bot\n    address: oven\n    since: yesterday\n",
      4,
      "must be a date such as 2026-03-31, not `yesterday`",
      "Correct the value",
    ],
    [
      "corrections:\n  - kind: edge\n    consumer: a\n    capability: b\n    since: 2026-01-02\n    pressent: true\n",
      6,
      "no key `pressent` in `corrections[1]`",
      "`present`",
    ],
    ["declaredClasses:\n  shop: produkt\n", 2, "one of product, platform, supporting", "`product`"],
    ["thresholds:\n  suppressBelow: 2\n", 2, "must be at least 5", "docs/configuration.md"],
    ["name: Rye\n---\nname: Wheat\n", 3, "a second document begins", "one document"],
    ["---\n---\nname: Wheat\n", 3, "a second document begins", "one document"],
    ["name: Rye\nname: Wheat\n", 2, "`name` stands there a second time", "one key"],
    ["name: [unfinished\n", 2, "it is not YAML", "Correct that line"],
    ["- a\n- b\n", 1, "the file must be a group of keys, not a list", "docs/configuration.md"],
  ])("%j is refused with its line", (text, line, what, next) => {
    const failure = failureOf(text);
    expect(failure.code).toBe("configuration-invalid");
    expect(failure.message).toContain(`fulcrum.yaml, line ${line}: `);
    expect(failure.message).toContain(what);
    expect(failure.next).toContain(next);
  });

  test("of several mistakes the first is shown, the lines of the others named", () => {
    const { message } = failureOf("nam: x\nbot: []\nmandate: []\n");
    expect(message).toBe("fulcrum.yaml, line 1: there is no key `nam` (and more, line 2, 3).");
  });

  test("aliases that multiply, and a file without end, are refused", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
    for (const [one, other] of ["ab", "bc", "cd", "de", "ef"].map((pair) => pair.split("")))
      bomb.push(`${other}: &${other} [${Array(10).fill(`*${one}`).join(", ")}]`);
    expect(failureOf(bomb.join("\n")).message).toContain("cannot be read");
    expect(failureOf(`name: ${"x".repeat(1_000_001)}`).message).toContain("larger than 1 MB");
  });

  test.each([
    ["{".repeat(6000), "levels deep"],
    ["- ? ".repeat(300), "levels deep"],
    ["- ? ".repeat(40), "used as a key"],
    ["{ ? [a] : b }", "used as a key"],
  ])("%.20s …, which would hold up or end the process, is refused", (text, words) => {
    expect(failureOf(text).message).toContain(words);
  });

  test("a great many keys cost no more than their number", () => {
    const many = Array.from({ length: 15_000 }, (_, index) => `k${index}: 1`).join("\n");
    // Processor time, so that a busy machine does not count; in microseconds.
    const start = process.cpuUsage();
    expect(failureOf(many).message).toContain("line 1: there is no key `k0` (and more");
    expect(process.cpuUsage(start).user).toBeLessThan(2_500_000);
  });
});

describe("finding the file", () => {
  let folder = "";
  const context = { log: { info() {}, warn() {}, debug() {} } };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "fulcrum-configuration-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("the first folder that holds one", async () => {
    const second = join(folder, "second");
    await mkdir(second);
    await writeFile(join(second, "fulcrum.yaml"), "\uFEFFname: Second\n");
    const found = await readConfiguration(context, {
      path: null,
      lookIn: [folder, second],
      read: [],
    });
    expect(found.path).toBe(join(second, "fulcrum.yaml"));
    expect(found.configuration.name).toBe("Second");
  });

  test("none is not a failure, unless it was asked for", async () => {
    const none = await readConfiguration(context, { path: null, lookIn: [folder], read: [] });
    expect(none).toEqual({ path: null, configuration: configuration.parse({}) });
    await expect(
      readConfiguration(context, { path: join(folder, "other.yaml"), lookIn: [], read: [] }),
    ).rejects.toMatchObject({ code: "configuration-invalid", next: /fulcrum init/ });
    await expect(
      readConfiguration(context, { path: folder, lookIn: [], read: [] }),
    ).rejects.toMatchObject({
      message: expect.stringContaining("cannot be read"),
    });
  });
});
