import { configuration as configurationSchema } from "#contract/configuration.ts";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { assessDecisions } from "#insight/decisions/assess-decisions.ts";
import type { RankedClass } from "#insight/duplication/between-owners.ts";
import type { DuplicationFindings } from "#insight/duplication/findings.ts";
import { assessExperience } from "#insight/experience/assess-experience.ts";
import { DeclaredFacts } from "#insight/interview/declared-facts.ts";
import { assessJobs } from "#insight/jobs/assess-jobs.ts";
import { jobIndex } from "#insight/jobs/job-index.ts";
import type { SignalsResult } from "#insight/signals/result.ts";
import type { StaffingResult } from "#insight/staffing/result.ts";
import { seededRandom, type Random } from "#kernel/stats-resample.ts";
import { concludeSignals } from "#sections/signals/conclude.ts";
import { concludeSourcing, type Sourcing } from "#sections/sourcing/conclude.ts";
import { concludeStaffing } from "#sections/staffing/conclude.ts";
import { measuresOf } from "./measures.ts";
import { jobs as planted, organisationOf } from "./organisation.ts";
import { truthOf, type Scenario, type Truth } from "./truth.ts";

export interface Simulated {
  readonly truth: Truth;
  readonly signals: SignalsResult;
  readonly staffing: StaffingResult;
  readonly sourcing: Sourcing;
  /** Waves of adoption that were called mandated, by capability. */
  readonly mandatedCount: number;
  readonly mandatesPlanted: number;
}

const index = jobIndex(planted, []);
const linesCount = 200_000;
const suppressBelow = 5;

/** One organisation from its truth to the decision: adoption, jobs, stability, staffing and signals are the engine's own. */
export function simulate(scenario: Scenario, seed: number, strength = 1): Simulated {
  const random = seededRandom(`${scenario} ${String(seed)}`);
  const truth = truthOf(scenario, random, strength);
  const organisation = organisationOf(truth, random);
  const configuration = configurationSchema.parse({});
  const adoption = assessAdoption(organisation, { bootstrapReplicates: 20, scanReplicates: 99 });
  const shared = { organisation, repositories: [], adoption, configuration };
  const staffing = concludeStaffing({ ...shared, effort: [], suppressBelow });
  const found = {
    ...shared,
    ...measuresOf(truth, organisation, random),
    jobs: assessJobs(organisation, { index }),
    duplication: duplicationOf(truth, random),
    interview: new DeclaredFacts([]),
    staffing,
  };
  const signals = concludeSignals({
    ...found,
    reliability: [],
    effort: [],
    delivery: [],
    locked: [],
    advisories: null,
    requests: null,
    experience: assessExperience(
      { organisation, adoption, surveys: [], invited: new Map(), requests: null, published: null },
      suppressBelow,
    ),
    platformIds: new Set(),
    productIds: new Set(),
    decisions: assessDecisions([], organisation.capabilities, []),
  });
  const waves = adoption.flatMap((one) => one.waves.filter(({ kind }) => kind === "mandated"));
  return {
    truth,
    signals,
    staffing,
    sourcing: concludeSourcing({ ...found, signals, proposals: [] }),
    mandatedCount: waves.length,
    mandatesPlanted: organisation.mandates.length,
  };
}

/** Classes of 30 lines, enough of them for the planted share on average. */
function duplicationOf(truth: Truth, random: Random): DuplicationFindings {
  const lines = 30;
  const expected = (truth.copied * linesCount) / lines;
  const count = Math.max(0, Math.round(expected * (0.7 + 0.6 * random())));
  const classes = Array.from({ length: count }, (): RankedClass => ({
    kind: "code",
    type: 2,
    similarity: 1,
    medianLines: lines,
    tokens: 200,
    copies: [],
    ownerIds: [],
    crossOwnerLines: lines,
    coChangesCount: 0,
    coChangesByChance: 0,
    rank: lines,
  }));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the decision reads of it
  return { linesCount, classes } as unknown as DuplicationFindings;
}
