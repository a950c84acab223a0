import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { correctFact, type CorrectFactInput } from "#operations/correct-fact.ts";
import { contextOver } from "#fixtures/quiet-context.ts";
import { sampleReport } from "#fixtures/sample-report.ts";

const report = sampleReport();
const context = contextOver(report);

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fulcrum-correct-"));
  path = join(folder, "fulcrum.yaml");
});
afterEach(() => rm(folder, { recursive: true }));

const correct = (correction: CorrectFactInput["correction"], undo = false) =>
  correctFact(context, {
    assessment: context.assessments.id,
    configurationPath: path,
    correction,
    undo,
  });
const text = () => readFile(path, "utf8");
const owner = (component: string, name = "Ovens", reason: string | null = null) =>
  ({ kind: "owner", component, owner: name, reason }) as const;

describe("a correction", () => {
  test("makes the file when there is none, and says what it overrides", async () => {
    expect(await correct(owner("LEGACY-TILLS", "Ovens", "asked on the phone"))).toEqual({
      kind: "owner",
      subject: "legacy-tills",
      before: "unknown",
      after: "Ovens",
      path,
    });
    expect(await text()).toBe(
      `corrections:
  - kind: owner
    component: legacy-tills
    owner: Ovens
    reason: asked on the phone
    since: 2026-03-04
`,
    );
  });

  test("keeps comments, order and what else is written", async () => {
    const before = `# Crumb & Co
name: Crumb   # as on the door

# service accounts
bots:
  - oven@crumb.example # the big one

corrections:
  # the tills moved in May
  - kind: owner
    component: recipe-book
    owner: Recipes
    since: 2025-05-01
thresholds:
  liveForDays: 365 # they rest in winter
`;
    await writeFile(path, before);
    await correct({ kind: "class", component: "recipe-book", class: "product", reason: null });
    const after = await text();
    const added = `  - kind: class
    component: recipe-book
    class: product
    since: 2026-03-04
`;
    expect(after.replace(added, "")).toBe(before.replace("Crumb   #", "Crumb #"));
    expect(after).toContain(`    since: 2025-05-01\n${added}thresholds:`);
  });

  test("of the same subject takes the place of the earlier one", async () => {
    await correct(owner("legacy-tills"));
    const id = report.components.find((one) => one.name === "legacy-tills")!.id;
    const again = await correct(owner(id, "Storefront"));
    expect(again.before).toBe("Ovens (corrected on 2026-03-04)");
    expect((await text()).match(/kind: owner/g)).toHaveLength(1);
    expect(await text()).toContain("owner: Storefront");
  });

  test.each([
    [
      { kind: "bot", address: "oven@crumb.example", reason: null },
      "a person, unless known as a bot",
    ],
    [{ kind: "name", of: "dough-kit", name: "Dough kit", reason: null }, "dough-kit"],
    [
      {
        kind: "edge",
        consumer: "bakery-docs",
        capability: "till-ui",
        present: true,
        from: null,
        reason: null,
      },
      "not in use",
    ],
  ] as const)("%j overrides %j", async (correction, before) => {
    expect((await correct(correction)).before).toBe(before);
    expect((await correct(correction, true)).after).toBe("what the evidence says");
    expect((await text()).trim()).toBe("");
  });

  test("of something that is not there is refused, and nothing is written", async () => {
    await expect(correct(owner("legacy-till"))).rejects.toMatchObject({
      code: "unknown-id",
      next: expect.stringContaining("legacy-tills"),
    });
    await expect(text()).rejects.toThrow("ENOENT");
  });

  test("a file that cannot be used is left as it was", async () => {
    await writeFile(path, "corections: []\n");
    await expect(correct(owner("legacy-tills"))).rejects.toMatchObject({
      code: "configuration-invalid",
      message: expect.stringContaining("line 1"),
    });
    expect(await text()).toBe("corections: []\n");
  });

  test("text of a hostile name stays a value", async () => {
    const reason = "x\n# y: [z\nbots: [me]";
    await correct(owner("legacy-tills", "- : {", reason));
    expect((await correct(owner("legacy-tills"))).before).toBe("- : { (corrected on 2026-03-04)");
  });
});

describe("taking back", () => {
  test("removes the correction by name or id, and leaves the others with their comments", async () => {
    await writeFile(
      path,
      "# ours\ncorrections:\n  # first\n  - {kind: bot, address: oven, since: 2026-01-01}\n",
    );
    await correct(owner("legacy-tills"));
    await correct(owner(report.components.find((one) => one.name === "legacy-tills")!.id), true);
    expect(await text()).toBe(
      "# ours\ncorrections:\n  # first\n  - { kind: bot, address: oven, since: 2026-01-01 }\n",
    );
  });

  test("what was never made is refused with what there is", async () => {
    await correct(owner("legacy-tills"));
    await expect(correct(owner("recipe-book"), true)).rejects.toMatchObject({
      code: "unknown-id",
      message: "fulcrum.yaml corrects no owner of recipe-book.",
      next: "What it corrects: owner of legacy-tills.",
    });
  });
});
