import type { ReportDelivery } from "../delivery/schema.ts";
import type { ReportDuplication } from "../duplication/schema.ts";
import type { ReportJob } from "../jobs/schema.ts";
import type { ReportOwnership } from "../ownership/schema.ts";
import type { Invariant } from "./invariant.ts";

interface Shown {
  readonly delivery: readonly ReportDelivery[];
  readonly duplication: ReportDuplication | null;
  readonly jobs: readonly ReportJob[];
  readonly ownership: ReportOwnership;
}

/** Parts sum to the whole, and no part is larger. */
export const partsInvariants: readonly Invariant<Shown>[] = [
  {
    id: "deployments-add-up",
    statement: "deployments of a window are part of all, and what became of them is part of those",
    check({ delivery }, checks) {
      for (const [at, one] of delivery.entries()) {
        const { deploymentsCount, deploymentsTotal, pendingCount, rollbacksCount } = one;
        checks.expect(
          deploymentsCount <= deploymentsTotal &&
            pendingCount <= deploymentsCount &&
            rollbacksCount <= deploymentsCount,
          () => ({
            ids: [one.id],
            found: `${String(deploymentsCount)} of ${String(deploymentsTotal)}, ${String(pendingCount)} pending, ${String(rollbacksCount)} taken back`,
            withhold: ["perWeek", "changeFailRate", "recoverySeconds", "reworkRate"].map(
              (field) => `/delivery/${String(at)}/${field}`,
            ),
          }),
        );
      }
    },
  },
  {
    id: "clones-add-up",
    statement: "kinds of clones add up to all of them, and their lines are among those compared",
    check({ duplication }, checks) {
      if (duplication === null) return;
      const { summary } = duplication;
      const classes = summary.byKind.reduce((sum, one) => sum + one.classesCount, 0);
      const lines = summary.byKind.reduce((sum, one) => sum + one.crossOwnerLines, 0);
      checks.expect(classes === summary.classesCount && lines === summary.crossOwnerLines, () => ({
        ids: ["duplication"],
        found: `kinds hold ${String(classes)} classes and ${String(lines)} lines of ${String(summary.classesCount)} and ${String(summary.crossOwnerLines)}`,
        withhold: summary.byKind.map((_, at) => `/duplication/summary/byKind/${String(at)}`),
      }));
    },
  },
  {
    id: "shares-of-jobs-add-up",
    statement: "shares of the solutions to a job add up to all",
    check({ jobs }, checks) {
      for (const [at, { id, solutions }] of jobs.entries()) {
        const shares = solutions.flatMap(({ share }) => share ?? []);
        if (shares.length === 0) continue;
        const sum = shares.reduce((total, one) => total + one, 0);
        checks.expect(Math.abs(sum - 1) < 1e-6 && shares.length === solutions.length, () => ({
          ids: [id],
          found: `they add up to ${String(sum)}`,
          withhold: [
            ...solutions.map((_, place) => `/jobs/${String(at)}/solutions/${String(place)}/share`),
            `/jobs/${String(at)}/effectiveNumber`,
            `/jobs/${String(at)}/fragmented`,
          ],
        }));
      }
    },
  },
  {
    id: "findings-are-what-is-counted",
    statement: "as many are told to lack something as findings open",
    check({ ownership: { shares, findings } }, checks) {
      for (const [at, { kind, numerator, denominator }] of shares.entries()) {
        const subjects = new Set(
          findings.flatMap((one) =>
            one.kind === kind ? (one.capabilityId ?? one.componentId) : [],
          ),
        );
        checks.expect(numerator === subjects.size && numerator <= denominator, () => ({
          ids: [kind],
          found: `${String(numerator)} of ${String(denominator)} are told and ${String(subjects.size)} open`,
          withhold: [`/ownership/shares/${String(at)}`],
        }));
      }
    },
  },
];
