import { describe, expect, test } from "vitest";
import type { UsabilityFinding } from "#evidence/declared.ts";
import { assessUsability } from "#insight/usability/assess-usability.ts";
import { asOf, bakery, DAY, kit, shop } from "../adoption/bakery.ts";

const finding = (about: string, more: Partial<UsabilityFinding> = {}): UsabilityFinding => ({
  about,
  screen: null,
  finding: `nobody finds it in ${about}`,
  severity: "serious",
  users: null,
  participants: null,
  source: "sessions",
  foundAt: asOf - 30 * DAY,
  resolvedAt: null,
  where: { file: "f.csv", line: 2 },
  ...more,
});

const organisation = bakery({
  components: [shop("rye"), shop("oat")],
  capabilities: [kit("oven-kit")],
});
const assess = (findings: readonly UsabilityFinding[] | null) =>
  assessUsability(findings, organisation, asOf);

describe("usability findings", () => {
  test("belong to what is called so, in any case; other names are listed with their place", () => {
    const { findings, unmatched } = assess([
      finding("Rye"),
      finding("oven-kit"),
      finding("barley", { where: { file: "f.csv", line: 9 } }),
      finding("barley"),
    ]);
    expect(findings.map(({ subjectId }) => subjectId).toSorted()).toEqual([
      "capability:oven-kit",
      "component:rye",
    ]);
    expect(unmatched).toEqual([{ about: "barley", file: "f.csv", line: 9 }]);
  });

  test("open before mended, the worst before the rest, then what most of those met who took part", () => {
    const { findings } = assess([
      finding("rye", { finding: "mended", severity: "critical", resolvedAt: asOf - DAY }),
      finding("rye", { finding: "few", users: 1, participants: 8 }),
      finding("rye", { finding: "most", users: 7, participants: 8 }),
      finding("rye", { finding: "worst", severity: "critical" }),
    ]);
    expect(findings.map((one) => one.finding)).toEqual(["worst", "most", "few", "mended"]);
  });

  test("of the day asked for: what was found later is not there, what was mended later is open", () => {
    const { findings } = assess([
      finding("rye", { finding: "later", foundAt: asOf + DAY }),
      finding("rye", { finding: "open", resolvedAt: asOf + DAY }),
    ]);
    expect(findings).toMatchObject([{ finding: "open", resolvedAt: null }]);
  });

  test("none were fed in: nothing is found", () => {
    expect(assess(null)).toEqual({ findings: [], unmatched: [] });
  });
});
