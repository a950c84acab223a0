import { describe, expect, test } from "vitest";
import type { DemandRequest, InterviewAnswer } from "#evidence/declared.ts";
import type { IndicatorReading } from "#insight/signals/indicator.ts";
import type { IndicatorSources } from "#insight/signals/readings/indicator-sources.ts";
import { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import { direction } from "#insight/signals/readings/direction.ts";
import { readSlowTooling } from "#insight/signals/readings/slow-because-of-tooling.ts";
import { readLeads } from "#insight/signals/readings/leads-as-product-managers.ts";
import { readPutOff } from "#insight/signals/readings/platform-work-put-off.ts";
import { asOf, bakery, DAY } from "../adoption/bakery.ts";

const answer = (question: string, given: string, role: string): InterviewAnswer => ({
  question,
  answer: given,
  role,
  at: asOf - DAY,
  note: null,
  where: { file: "i.yaml", line: 2 },
});

const request = (kind: DemandRequest["kind"], daysOpen: number): DemandRequest => ({
  id: `${kind} ${String(daysOpen)}`,
  title: "please",
  kind,
  team: "rye",
  about: null,
  openedAt: asOf - daysOpen * DAY,
  answeredAt: null,
  closedAt: null,
  where: { file: "r.csv", line: 2 },
});

const item = (unfavourable: number, n: number) => ({
  itemId: "tools-keep-up",
  survey: "spring",
  topic: "tooling" as const,
  text: "",
  origin: "",
  favourable: null,
  unfavourable: { value: unfavourable, low: 0, high: 1, n },
  mean: 3,
  n,
  byTeam: [],
  suppressedTeamsCount: 0,
});

function sources(
  given: {
    readonly answers?: readonly InterviewAnswer[];
    readonly requests?: readonly DemandRequest[];
    readonly items?: readonly ReturnType<typeof item>[];
    readonly goalsCount?: number;
  } = {},
): IndicatorSources {
  const { answers = [], requests = null, items = [], goalsCount = 0 } = given;
  const survey = {
    survey: "spring",
    from: null,
    to: null,
    respondentsCount: 40,
    invitedCount: 80,
    responseRate: 0.5,
  };
  const declared = {
    facts: new DeclaredFacts(answers),
    requests,
    experience: { items, surveys: items.length === 0 ? [] : [survey], evidence: [] },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what these indicators read
  return {
    organisation: bakery({}),
    repositories: [],
    adoption: [],
    locked: [],
    ...declared,
    goalsCount,
    ownership: { shares: [], findings: [], promises: [], unknown: [] },
    platformIds: new Set(),
    productIds: new Set(),
  } as unknown as IndicatorSources;
}

const valueOf = (one: IndicatorReading): number | string =>
  one.unknown === null ? one.value : one.unknown.code;

describe("what is declared, as indicators", () => {
  test("nothing given: every one is unknown and says how to give it", () => {
    const nothing = sources();
    for (const one of [
      readLeads(nothing)["no-product-owner"],
      readLeads(nothing)["leads-decide"],
      readLeads(nothing)["leads-triage"],
      readSlowTooling(nothing)["tooling-friction"],
      readSlowTooling(nothing)["tooling-requests"],
      readPutOff(nothing)["request-age-ratio"],
      direction(nothing),
    ]) {
      expect(one.unknown?.needs).toMatch(/fulcrum/);
    }
  });

  test("leads decide: of answers that contradict each other the latest counts, with half the weight", () => {
    const { "leads-decide": decide, "no-product-owner": owner } = readLeads(
      sources({
        answers: [
          answer("who-decides-priorities", "lead", "engineer"),
          answer("who-decides-priorities", "product-manager", "lead"),
          answer("platform-product-owner", "nobody", "lead"),
        ],
      }),
    );
    expect(valueOf(decide)).toBe(1);
    expect(decide).toMatchObject({ coverage: 0.5, n: 2 });
    expect(valueOf(owner)).toBe(1);
  });

  test("tooling: answers of people, and requests of the last year", () => {
    const read = readSlowTooling(
      sources({
        items: [item(0.5, 20), item(0.25, 40)],
        requests: [request("tooling", 10), request("feature", 20), request("tooling", 400)],
      }),
    );
    expect(valueOf(read["tooling-friction"])).toBeCloseTo(20 / 60, 9);
    expect(read["tooling-friction"]).toMatchObject({ n: 40, coverage: 0.5 });
    expect(valueOf(read["tooling-requests"])).toBe(0.5);
  });

  test("platform requests wait three times as long as features", () => {
    const { "request-age-ratio": ratio } = readPutOff(
      sources({
        requests: [request("platform", 90), request("tooling", 90), request("feature", 30)],
      }),
    );
    expect(valueOf(ratio)).toBe(3);
  });

  test("direction: goals of fulcrum.yaml are there whatever is said", () => {
    const said = [
      answer("direction-charter", "no", "lead"),
      answer("direction-roadmap", "yes", "lead"),
    ];
    expect(valueOf(direction(sources({ answers: said })))).toBe("not-declared");
    expect(valueOf(direction(sources({ answers: said, goalsCount: 2 })))).toBeCloseTo(1 / 3, 9);
  });
});
