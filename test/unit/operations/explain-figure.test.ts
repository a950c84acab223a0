import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "#sections/report.ts";
import { explainFigure } from "#operations/explain-figure.ts";
import { shellWord } from "#operations/reading/evidence-command.ts";
import { contextOver } from "#fixtures/quiet-context.ts";
import { sampleReport } from "#fixtures/sample-report.ts";
import { placeOf } from "#kernel/reference.ts";

const report = sampleReport();
const explain = (subject: string, folders: readonly string[] = [], from: Report = report) =>
  explainFigure(contextOver(from), { assessment: "report", folders, subject });

function indexOf(name: string): number {
  const capability = report.capabilities.find((one) => one.name === name);
  return report.adoption.findIndex((one) => one.capabilityId === capability?.id);
}

describe("what stands behind it", () => {
  test("a capability opens into its uses and their evidence", async () => {
    const found = await explain("dough-kit");
    expect(found.kind).toBe("capability");
    const adoption = report.adoption[indexOf("dough-kit")]!;
    expect(found.facts).toContainEqual({
      label: "adoption rate",
      value: expect.stringContaining(`${adoption.rateNumerator} of ${adoption.eligibleCount}`),
    });
    const uses = report.consumptions.filter((one) => one.capabilityId === found.id);
    expect(found.related.map(({ id }) => id).toSorted()).toEqual(
      uses.map(({ id }) => id).toSorted(),
    );
    const cited = new Set(uses.flatMap((one) => one.evidenceIds));
    expect([...cited].every((id) => found.evidence.some((item) => item.id === id))).toBe(true);
  });

  test("names win over ids only where they are given, and case does not matter", async () => {
    expect((await explain("DOUGH-KIT")).kind).toBe("capability");
    const component = report.components.find((one) => one.name === "dough-kit")!;
    expect((await explain(component.id)).title).toBe("dough-kit, platform");
  });

  test("a component opens into the reasons for its class, a correction into what it overrode", async () => {
    const found = await explain("order-tracker");
    expect(found.reasons[0]).toBe("+ Has pages, views and assets that a visitor sees (1.9)");
    expect(found.reasons.at(-1)).toMatch(/^− Publishes a package/);
    expect(found.facts).toContainEqual({
      label: "corrected",
      value: "was platform, since 12 Jan 2026: Customers look up cakes here",
    });
  });

  test("a use, a team, a repository and a fact open too", async () => {
    const [use] = report.consumptions;
    expect((await explain(use!.id)).related).toHaveLength(2);
    expect((await explain("team:ovens")).facts).toContainEqual({
      label: "components",
      value: expect.stringMatching(/^\d+ components$/),
    });
    const shallow = report.repositories.find((one) => one.shallow)!;
    expect((await explain(shallow.id)).facts.map(({ label }) => label)).toContain("shallow");
    const fact = await explain(report.evidence.at(-1)!.id);
    expect(fact.related).not.toHaveLength(0);
  });
});

describe("a JSON pointer", () => {
  test("to a rate: the figure, its formula, the uses that count and their evidence", async () => {
    const found = await explain("/adoption/dough-kit/rate");
    expect(found.title).toBe("dough-kit: rate");
    expect(found.facts).toContainEqual({
      label: "means",
      value: "eligible adopters ÷ eligible components, at as-of",
    });
    const current = report.consumptions.filter(
      (one) => one.capabilityId === report.capabilities[0]!.id && one.to === null,
    );
    expect(found.related).toHaveLength(current.length + 1);
    expect(found.evidence.length).toBeGreaterThanOrEqual(current.length);
  });

  test("to an unknown: the reason and what would make it known", async () => {
    const { capabilityId } = report.adoption.find((one) => one.forecast === null)!;
    const place = placeOf("adoption", capabilityId, "forecast");
    const found = await explain(place);
    expect(found.facts).toContainEqual({ label: "value", value: "unknown" });
    expect(found.unknown).toEqual([
      {
        place,
        reason: "Fewer than 20 adoptions, or the peak is not passed.",
        needs: "More history.",
      },
    ]);
  });

  test.each(["pull", "pull/consumer"])("to %s opens into the sum only", async (field) => {
    const { capabilityId } = report.adoption.find((one) => one.pull !== null)!;
    const found = await explain(placeOf("adoption", capabilityId, field));
    expect(found.evidence).toEqual([]);
    expect(found.related.map(({ id }) => id)).toEqual([capabilityId]);
    expect(found.note).toContain("never into commits or people");
  });

  test("of a repository's bots opens into the share only", async () => {
    const found = await explain(placeOf("repositories", report.repositories[0]!.id, "botShare"));
    expect(found.evidence).toEqual([]);
    expect(found.note).not.toBeNull();
  });

  test.each([
    ["/adoption/999/rate", "no 999"],
    ["/adoptoin/0/rate", "no adoptoin"],
    ["/adoption/dough-kit/constructor", "no constructor"],
    ["/__proto__", "no __proto__"],
  ])("%s leads nowhere, and says so", async (pointer, words) => {
    await expect(explain(pointer)).rejects.toMatchObject({
      code: "unknown-id",
      message: expect.stringContaining(words),
    });
  });
});

describe("what is not there", () => {
  test("the nearest name is suggested", async () => {
    await expect(explain("dough-kti")).rejects.toMatchObject({
      code: "unknown-id",
      next: expect.stringContaining("Did you mean dough-kit?"),
    });
  });

  test("a name that several things bear asks for the id", async () => {
    const twin = { ...report.capabilities[0]!, id: "capability:elsewhere!dough-kit" };
    const twins = { ...report, capabilities: [...report.capabilities, twin] };
    await expect(explain("dough-kit", [], twins)).rejects.toMatchObject({
      message: "dough-kit is the name of 2 things.",
      next: expect.stringContaining(twin.id),
    });
  });
});

describe("signals and decays", () => {
  test("open by what people call them, down to the facts that speak for them", async () => {
    const found = await explain("Signal 1");
    expect(found).toMatchObject({ kind: "signal", id: "signal:1" });
    const { evidenceIds, state } = report.signals.signals[0]!;
    expect(found.title).toContain(state);
    expect(found.evidence.map(({ id }) => id)).toEqual(expect.arrayContaining(evidenceIds));
    expect(found.facts.find(({ label }) => label === "cross-owner-lines")?.value).toMatch(
      /2,604 of 84,000 lines .* score 0\.58 \(0 at 0\.5 %, 1 at 5 %\), σ 0\.13, n = 84000; r = 0\.72; w = 0\.80 × 0\.90/,
    );
    expect((await explain("signal:1")).id).toBe("signal:1");
  });

  test("what is unknown says why", async () => {
    const found = await explain("signal 2");
    expect(
      found.unknown.some(({ place }) => place.startsWith("/signals/signals/2/indicators/")),
    ).toBe(true);
    expect(await explain("cognitive-load")).toMatchObject({ id: "decay:cognitive-load" });
  });
});

describe("the command that shows a fact", () => {
  test("names the clone where it lies, the file at the head, the change before it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "fulcrum explain-"));
    try {
      await mkdir(join(folder, "dough-kit.git"));
      const [atHead] = (await explain(report.capabilities[0]!.evidenceIds[0]!, [folder])).evidence;
      expect(atHead!.command).toBe(
        `git -C '${join(folder, "dough-kit.git")}' show ${atHead!.commit}:dough.gemspec`,
      );
      const use = report.consumptions.find((one) => one.via === "declared")!;
      const [before] = (await explain(use.id, [folder])).evidence;
      expect(before!.command).toMatch(/show -m --first-parent 9b2e7c41\w+ -- Gemfile$/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("hostile paths stay one word of the shell, and nothing that a terminal obeys", () => {
    expect(shellWord("config/a.yml")).toBe("config/a.yml");
    expect(shellWord("-rf")).toBe("'-rf'");
    expect(shellWord("it's; rm -rf ~")).toBe("'it'\\''s; rm -rf ~'");
    expect(shellWord("a\u001b[2Jb'\\")).toBe("$'a\\x1b[2Jb\\'\\\\'");
    expect(shellWord("a\u202Eb")).toBe("$'a\\xe2\\x80\\xaeb'");
  });
});
