import { describe, expect, test } from "vitest";
import { job, jobProposal } from "#sections/jobs/schema.ts";
import { assessJobs } from "#insight/jobs/assess-jobs.ts";
import { EvidenceList } from "#sections/evidence-list.ts";
import { jobUnknowns, mapJob, mapJobProposal } from "#sections/jobs/present.ts";
import { bakery, bought } from "../insight/adoption/bakery.ts";

const line = {
  source: "bundler",
  repositoryId: "repository:rye",
  commit: "c1",
  path: "Gemfile",
  line: 3,
  at: 1_600_000_000,
  how: "observed",
  confidence: "observed",
  text: "begins: rspec",
} as const;

const results = assessJobs(
  bakery({
    thirdPartyUses: [
      { ...bought("rye", "pkg:gem/rspec", "2020-01-01"), evidence: [line, line] },
      bought("oat", "pkg:gem/rspec-rails", "2020-01-01"),
      bought("bun", "pkg:gem/minitest", "2024-11-01"),
      bought("pie", "pkg:npm/jest", "2020-01-01"),
    ],
  }),
);

describe("jobs in the report", () => {
  const evidence = new EvidenceList();
  const mapped = results.map((one) => mapJob(one, evidence));

  test("match the contract, and their evidence is in the list", () => {
    for (const one of mapped) expect(job.parse(one)).toEqual(one);
    const [rspec] = mapped[0]?.solutions ?? [];
    expect(rspec?.packages).toEqual(["pkg:gem/rspec", "pkg:gem/rspec-rails"]);
    expect(rspec?.evidenceIds).toEqual(evidence.list().map(({ id }) => id));
  });

  test("every null has a reason", () => {
    const pointers = jobUnknowns(results).map(({ pointer }) => pointer);
    mapped.forEach((one, index) => {
      const says = (field: string) => pointers.includes(`/jobs/${String(index)}/${field}`);
      expect(says("effectiveNumber")).toBe(one.effectiveNumber === null);
      expect(says("isFragmented")).toBe(one.isFragmented === null);
      expect(says("trend")).toBe(one.trend.some((point) => point.effectiveNumber === null));
    });
    expect(pointers.length).toBeGreaterThan(0);
  });

  test("a proposal says that it is inferred", () => {
    const proposal = mapJobProposal({
      ecosystem: "gem",
      kind: "",
      packages: ["pkg:gem/pin", "pkg:gem/sheeter"],
      componentCounts: [4, 5],
      togetherCount: 0,
      expectedTogether: 2,
      companyShare: 0.7,
      pValue: 0.01,
      jobs: [null, "rolling"],
    });
    expect(jobProposal.parse(proposal)).toMatchObject({ how: "inferred", jobs: [null, "rolling"] });
  });
});
