import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "#sections/report.ts";
import * as expected from "#fixtures/expected.ts";
import { git, gitText } from "#fixtures/isolated-git.ts";
import { writeSampleSettings } from "#fixtures/sample-organisation.ts";
import type { AssessResult } from "#operations/gathering/assess-input.ts";
import { copySample } from "./sample-copy.ts";
import { assessMeridian, componentId, day, find } from "../unit/operations/meridian.ts";

let home: string;
let organisation: string;
/** The whole of it, as one run told it; what was read for that is kept, for those who need no other reading. */
let first: AssessResult;
let cacheFolder: string;
const at = (name: string) => join(home, name);

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "fulcrum-meridian-"));
  organisation = at("organisation");
  copySample(organisation);
  cacheFolder = at("cache");
  first = await assessMeridian([organisation], { cacheFolder });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const without = (report: Report) => JSON.stringify({ ...report, generatedAt: "" });

describe("one and the same organisation", () => {
  it("gives the same report on every run and in whatever order its folders are named, byte for byte, but for when it was made", async () => {
    const folders = readdirSync(organisation).map((name) => join(organisation, name));
    const later = await assessMeridian(folders.toReversed(), { now: "2026-07-02T17:30:00Z" });
    expect(later.report.generatedAt).not.toBe(first.report.generatedAt);
    expect(without(later.report)).toBe(without(first.report));
  });

  it("is answered from the cache when nothing changed", async () => {
    const again = await assessMeridian([organisation], {
      cacheFolder,
      now: "2026-07-03T09:00:00Z",
    });
    expect([first.fromCache, again.fromCache]).toEqual([false, true]);
    expect(JSON.stringify(again.report)).toBe(JSON.stringify(first.report));
  });
});

describe("what was promised", () => {
  it("has objectives in every state, the worst first, rolled up to the worst", async () => {
    writeSampleSettings(at("fulcrum.yaml"));
    const reliability = { prometheus: null, files: [at("objective-counts.csv")] };
    const { report } = await assessMeridian([organisation], {
      cacheFolder,
      settings: { reliability },
    });
    const key = (id: string) => id.slice(id.indexOf("#") + 1);
    expect(report.reliability.map((one) => [key(one.sloId), one.state])).toEqual(
      expected.expectedObjectives,
    );
    expect(report.reliability.map((one) => one.componentId)).toEqual(
      expected.expectedObjectives.map(([name]) => componentId(name.slice(0, name.indexOf("/")))),
    );
    expect(report.reliability[5]).toMatchObject({ budgetLeft: null, n: 180 });
    const worst = new Map(report.reliabilityRollUps.map((one) => [one.subjectId, one]));
    expect(worst.get("team:operations")).toMatchObject({ state: "spent" });
    expect(worst.get("team:ticketing")).toMatchObject({
      state: "burning",
      sloIds: [
        expect.stringContaining("quotes"),
        expect.stringContaining("group-quotes"),
        expect.stringContaining("checkout"),
      ],
    });
  });
});

/** A copy of the organisation whose default branches end with that day. */
function truncated(lastDay: string): string {
  const folder = at(`until-${lastDay}`);
  mkdirSync(folder);
  for (const name of readdirSync(organisation)) {
    const cwd = join(folder, name);
    cpSync(join(organisation, name), cwd, { recursive: true });
    const format = ["log", "--first-parent", "--format=%H %cI", "main"];
    const kept = gitText(format, { cwd })
      .split("\n")
      .find((line) => (line.split(" ")[1] ?? "") <= `${lastDay}T23:59:59`);
    if (kept === undefined) {
      rmSync(cwd, { recursive: true });
      continue;
    }
    const [commit = ""] = kept.split(" ");
    for (const ref of gitText(["for-each-ref", "--format=%(refname)"], { cwd }).split("\n")) {
      if (ref.endsWith("/main")) git(["update-ref", ref, commit], { cwd });
    }
  }
  return folder;
}

describe("an earlier date", () => {
  /** What history alone decides; what a tree looks like, and what a README says is retired, is known for the last commit only. */
  const figures = ({ adoption }: Report) =>
    adoption
      .filter(({ adoptersEver }) => adoptersEver > 0)
      .map(({ evidenceIds: _, richness: _r, defections: _d, retirement: _t, waves, ...one }) => ({
        ...one,
        waves: waves.map(({ evidenceIds: _e, ...wave }) => wave),
      }));

  it.each(["2021-01-31", "2022-06-30", "2024-12-31"])(
    "gives for %s what the organisation as it was then gives",
    async (asOf) => {
      const then = await assessMeridian([truncated(asOf)], { asOf });
      const now = await assessMeridian([organisation], { asOf, cacheFolder });
      expect(day(then.report.organisation.to ?? "") <= asOf).toBe(true);
      // What came later was read, and does not count.
      const headsOf = ({ repositories }: Report) => repositories.map(({ head }) => head);
      expect(headsOf(now.report)).not.toEqual(headsOf(then.report));
      expect(figures(now.report)).toEqual(figures(then.report));
      const contradictions = now.report.problems.filter(({ code }) => code === "contradiction");
      expect(contradictions).toEqual([]);
      expect(figures(now.report).length).toBeGreaterThan(5);
    },
  );
});

describe("corrections", () => {
  const since = "2026-06-01";
  const corrections = [
    {
      kind: "owner",
      component: "lost-property",
      owner: "ticketing",
      since,
      reason: "took it over",
    },
    { kind: "class", component: "meridian-gems", class: "supporting", since },
    {
      kind: "edge",
      consumer: "ticket-office",
      capability: "meridian_config",
      present: false,
      since,
    },
    {
      kind: "edge",
      consumer: "ticket-office",
      capability: "@meridian/telemetry",
      from: "2025-01-06",
      since,
    },
    { kind: "name", of: "infrastructure/queue module", name: "Message queue", since },
    { kind: "bot", address: "mei.tanaka@meridian.example", since },
  ];
  let plain: Report;
  let corrected: Report;

  beforeAll(async () => {
    ({ report: plain } = first);
    // What changed is told against the assessment before.
    await assessMeridian([organisation], { cacheFolder });
    const settings = { corrections };
    ({ report: corrected } = await assessMeridian([organisation], { cacheFolder, settings }));
  });

  const component = (report: Report, name: string) =>
    report.components.find(({ id }) => id === componentId(name));
  const texts = (ids: readonly string[] = []) =>
    corrected.evidence.filter(({ id }) => ids.includes(id)).map(({ text }) => text);

  it("of owner and class say what they override, since when and why", () => {
    expect(component(corrected, "lost-property")).toMatchObject({
      ownerIds: ["team:ticketing"],
      ownerSource: "correction",
      correction: {
        overrode: "unknown",
        since: "2026-06-01T00:00:00.000Z",
        reason: "took it over",
      },
    });
    expect(component(corrected, "meridian-gems")).toMatchObject({
      class: "supporting",
      classSource: "correction",
      correction: { overrode: component(plain, "meridian-gems")?.class },
    });
  });

  it("add and remove uses, and say so", () => {
    const { config, telemetry } = expected;
    const usesBy = (report: Report, name: string) =>
      find(report, name).uses.filter(
        (one) => one.consumerComponentId === componentId("ticket-office"),
      );
    expect(usesBy(plain, config.name)).toHaveLength(1);
    expect(usesBy(corrected, config.name)).toEqual([]);
    expect(texts(component(corrected, "ticket-office")?.evidenceIds)).toContain(
      `use of meridian_config removed; it overrides: in use since 2019-03-04; correction of ${since}`,
    );
    const [added] = usesBy(corrected, telemetry.name);
    expect(day(added?.from ?? "")).toBe("2025-01-06");
    expect(texts(added?.evidenceIds)).toEqual([
      `use added; it overrides: no use found; correction of ${since}`,
    ]);
    expect(find(corrected, telemetry.name).adoption.adoptersNow).toBe(telemetry.adoptersNow + 1);
  });

  it("give names, and keep the id", () => {
    const renamed = find(corrected, "Message queue").capability;
    expect(renamed.id).toBe(find(plain, expected.queueModule.name).capability.id);
    expect(texts(renamed.evidenceIds)).toContain(
      `name set to Message queue; it overrides: infrastructure/queue module; correction of ${since}`,
    );
  });

  it("of bots count what the account opened as a bot's, without showing the address", () => {
    const bots = (report: Report) => find(report, expected.telemetry.name).adoption.pull?.bot ?? 0;
    expect(bots(corrected)).toBeGreaterThan(bots(plain));
    expect(JSON.stringify(corrected)).not.toContain("mei.tanaka");
  });

  it("survive another reading of everything", async () => {
    const again = await assessMeridian([organisation], { settings: { corrections } });
    expect(again.report.components).toEqual(corrected.components);
    expect(again.report.consumptions).toEqual(corrected.consumptions);
    expect(again.report.adoption).toEqual(corrected.adoption);
  });

  it("stand among the changes as their cause", () => {
    const because = corrected.changes.map((one) => [one.subject, one.because]);
    expect(because).toEqual(
      expect.arrayContaining([
        ["lost-property: owner", "correction"],
        ["meridian-gems: class", "correction"],
        ["meridian_config: adopters", "correction"],
        ["@meridian/telemetry: adopters", "correction"],
        ["ticket-office uses meridian_config", "correction"],
        ["ticket-office uses @meridian/telemetry", "correction"],
      ]),
    );
    expect(because.filter(([, cause]) => cause !== "correction")).toEqual([]);
  });
});

describe("changes since last time", () => {
  it("name what began, what ended and what was released between two dates", async () => {
    await assessMeridian([organisation], { cacheFolder, asOf: "2024-08-31" });
    const { report } = await assessMeridian([organisation], { cacheFolder, asOf: "2024-11-30" });
    const changes = report.changes.map(({ subject, before, after, because }) => [
      subject,
      before,
      after,
      because,
    ]);
    expect(changes).toEqual(
      expect.arrayContaining([
        ["page_shell: adopters", "3", "1", "evidence"],
        ["meridian_components: adopters", "3", "5", "evidence"],
        ["@meridian/service-kit: newest version", "2.3.0", "3.0.0", "evidence"],
        ["delay-repay uses page_shell", "in use", "until 2024-09-16", "evidence"],
        ["delay-repay uses meridian_components", null, "since 2024-09-16", "evidence"],
      ]),
    );
    for (const { evidenceIds } of report.changes)
      for (const id of evidenceIds) expect(report.evidence.map((one) => one.id)).toContain(id);
  });

  it("name what new commits brought", async () => {
    const ofCommits = at("cache-of-commits");
    const folder = truncated("2025-03-09");
    await assessMeridian([folder], { cacheFolder: ofCommits });
    const { report } = await assessMeridian([organisation], { cacheFolder: ofCommits });
    expect(report.changes.map(({ subject, after }) => [subject, after])).toEqual(
      expect.arrayContaining([
        ["page_shell: adopters", "0"],
        ["contractor-passes uses page_shell", "until 2025-03-10"],
      ]),
    );
  });
});
