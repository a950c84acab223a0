import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "#sections/report.ts";
import * as expected from "#fixtures/expected.ts";
import {
  earlierAsOf,
  writeSampleOrganisation,
  writeSampleSettings,
} from "#fixtures/sample-organisation.ts";
import { assessMeridian } from "./meridian.ts";

let home: string;
let earlier: Report;
let all: Report;
let gitAlone: Report;

/** Everything that was known by a day: the settings, and the files that they name. */
function fedInBy(day?: string): { configuration: unknown; folder: string } {
  const folder = join(home, day ?? "now");
  const path = join(folder, "fulcrum.yaml");
  writeSampleSettings(path, day);
  const configuration: unknown = JSON.parse(readFileSync(path, "utf8"));
  return { configuration, folder };
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "fulcrum-meridian-"));
  const organisation = join(home, "organisation");
  mkdirSync(organisation);
  writeSampleOrganisation(organisation);
  const cacheFolder = join(home, "cache");
  const options = { cacheFolder, withDuplication: true };
  const withheld = { configuration: {}, folder: home };
  ({ report: gitAlone } = await assessMeridian([organisation], { ...options, fedIn: withheld }));
  const before = { ...options, fedIn: fedInBy(earlierAsOf), asOf: earlierAsOf };
  ({ report: earlier } = await assessMeridian([organisation], before));
  ({ report: all } = await assessMeridian([organisation], { ...options, fedIn: fedInBy() }));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const statesOf = ({ signals }: Report) =>
  Object.fromEntries(signals.signals.map(({ id, state }) => [id, state]));

/** Variance of the number of signs that hold: how wide the range is. */
function widthOf({ signals: { verdict } }: Report): number {
  const { mean, chances } = verdict.signs;
  return chances.reduce((sum, chance, count) => sum + chance * (count - mean) ** 2, 0);
}

describe("with everything fed in", () => {
  it("reads all of it without a problem but the planted copy", () => {
    expect(all.problems.map(({ where }) => where)).toEqual(["station-boards: src/vendor"]);
  });

  it("a platform product manager is needed, for the planted signals", () => {
    const { verdict } = all.signals;
    expect(statesOf(all)).toEqual(expected.expectedVerdict.signals);
    expect(verdict.answer).toBe(expected.expectedVerdict.answer);
    expect(verdict.chances.needed).toBeGreaterThanOrEqual(expected.expectedVerdict.chanceAtLeast);
  });

  it("says how many people, and ranks where they could come from", () => {
    const { low, high, recommended } = all.staffing;
    expect(low).toBeGreaterThanOrEqual(expected.expectedVerdict.people.low);
    expect(high).toBeLessThanOrEqual(expected.expectedVerdict.people.high);
    expect(recommended).not.toBeNull();
    expect(all.staffing.contradictions).toEqual([]);
    expect(all.sourcing.options).toHaveLength(3);
  });

  it("finds the copies that owners keep and change together", () => {
    const found = all.duplication?.classes ?? [];
    for (const { name, paths, owners } of expected.expectedCopies) {
      const [first] = paths;
      const one = found.find(({ copies }) => copies.some(({ path }) => path === first?.path));
      expect(one?.ownerIds, name).toHaveLength(owners);
      expect(one?.copies.map(({ path }) => path).toSorted(), name).toEqual(
        paths.map(({ path }) => path).toSorted(),
      );
      expect(one?.coChangesCount, name).toBeGreaterThan(0);
    }
  });

  it("knows how changes reach production, and how often they fail", () => {
    const levels = all.deliveryRollUps.filter(({ scope }) => scope === "organisation");
    expect(levels.map(({ level }) => level).toSorted()).toEqual(["event", "gitops"]);
    for (const { changeFailRate, leadTimeSeconds } of levels) {
      expect(changeFailRate?.value).toBeGreaterThan(0.02);
      expect(changeFailRate?.value).toBeLessThan(0.25);
      expect(leadTimeSeconds).not.toBeNull();
    }
  });

  it("hears both rounds of the survey, and what products and goals reach", () => {
    const [autumn, spring] = all.experience.surveys;
    expect([autumn?.survey, spring?.survey]).toEqual(["autumn 2025", "spring 2026"]);
    expect(all.experience.nps?.value).toBeLessThan(earlier.experience.nps?.value ?? -100);
    expect(all.outcomes.length).toBe(8);
    expect(all.goals.length).toBe(4);
    expect(all.decisions.filter(({ goalIds }) => goalIds.length > 0).length).toBeGreaterThan(2);
  });

  it("leads a product's steps with what it misses and what its users stumble over", () => {
    const { product, openCount, criticalCount, worstScreen, firstSteps } =
      expected.expectedStumbles;
    const id = all.components.find(({ name }) => name === product)?.id;
    const open = all.usability.filter((one) => one.subjectId === id && one.resolvedAt === null);
    const critical = open.filter(({ severity }) => severity === "critical");
    expect([open.length, critical.length]).toEqual([openCount, criticalCount]);
    const counted = all.outcomes.find(
      (one) => one.componentId === id && one.metric === "usability",
    );
    expect(counted?.latest.value).toBe(criticalCount);
    const steps = all.lenses.products.find(({ componentId }) => componentId === id)?.items ?? [];
    expect(steps.slice(0, firstSteps.length).map(({ kind }) => kind)).toEqual(firstSteps);
    expect(steps.find(({ kind }) => kind === "usability")?.title).toContain(worstScreen);
  });

  it("gives partners a row of their own: what is offered to them, and who was seen to use it", () => {
    const nameOf = (id: string): string =>
      [...all.components, ...all.capabilities].find((one) => one.id === id)?.name ?? id;
    const { offered, users } = expected.expectedPartners;
    const surest = all.partners.offers.filter(({ signs }) => signs[0]?.sign !== "words");
    expect(surest.map(({ componentId }) => nameOf(componentId)).toSorted()).toEqual(offered);
    expect(
      Object.fromEntries(
        (all.partners.outsiders ?? []).map(({ name, uses }) => [
          name,
          Object.fromEntries(uses.map((use) => [nameOf(use.subjectId), use.callsCount])),
        ]),
      ),
    ).toEqual(users);
    const timetable = all.components.find(({ name }) => name === "timetable-api");
    expect(timetable?.customers).toEqual(
      expect.arrayContaining(["partner", "external-integrator"]),
    );
    // What git shows is only that it is there for them, never who comes.
    expect(gitAlone.partners.outsiders).toBeNull();
    expect(gitAlone.partners.offers).toEqual(
      all.partners.offers.map((one) => ({ ...one, evidenceIds: expect.any(Array) as string[] })),
    );
  });

  it("tells what the last quarter changed", () => {
    expect(all.previous?.asOf.slice(0, 10)).toBe(earlierAsOf);
    expect(all.changes.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([...expected.expectedChanges]),
    );
    expect(earlier.experience.surveys).toHaveLength(1);
  });
});

describe("with git alone", () => {
  it("leans the same way, less surely, and gives no answer", () => {
    expect(gitAlone.signals.verdict).toMatchObject(expected.expectedOfGitAlone);
    expect(widthOf(gitAlone)).toBeGreaterThan(widthOf(all));
    expect(gitAlone.signals.verdict.evidenceMass).toBeLessThan(all.signals.verdict.evidenceMass);
    expect(gitAlone.signals.verdict.chances.needed).toBeLessThan(
      all.signals.verdict.chances.needed,
    );
  });

  it("calls nothing absent that nobody could see", () => {
    const seen = statesOf(all);
    for (const [id, state] of Object.entries(statesOf(gitAlone)))
      if (state !== seen[id]) expect(["not-looked-at", "likely"], id).toContain(state);
  });
});
