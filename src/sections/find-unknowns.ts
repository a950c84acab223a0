import type { UnknownEntry } from "#contract/primitives.ts";
import type { Report } from "./report.ts";
import type { AdoptionResult } from "#insight/adoption/result.ts";
import type { DeliveryRollUp } from "#insight/delivery/roll-up.ts";
import type { DeliveryResult } from "#insight/delivery/result.ts";
import type { JobResult } from "#insight/jobs/result.ts";
import { deliveryRollUpUnknowns, deliveryUnknowns } from "./delivery/present.ts";
import { reliabilityUnknowns } from "./reliability/present.ts";
import { jobUnknowns } from "./jobs/present.ts";
import type { SectionName } from "#vocabulary/report.ts";
import type { PlacedStatus } from "#insight/reliability/result.ts";

/** Reasons of nulls by the field they stand in, for sections whose insight does not give its own. */
const structural: Readonly<Record<string, Omit<UnknownEntry, "pointer">>> = {
  live: {
    code: "no-activity",
    reason: "history shows no human commit",
    needs: "a clone with its whole history",
  },
  born: {
    code: "no-history",
    reason: "history does not show its first commit",
    needs: "a clone with its whole history",
  },
  scopeBoundedness: {
    code: "too-few-signs",
    reason: "too few consumers, domains or surfaces to spread over",
    needs: "a domain in catalog-info.yaml, or more consumers",
  },
  providerComponentId: {
    code: "provider-not-read",
    reason: "the repository that makes it is not among those read",
    needs: "a clone of its repository",
  },
  firstRelease: {
    code: "no-releases",
    reason: "no version in a manifest or tag was found",
    needs: "versions in its manifest, or tags such as v1.2.3",
  },
  versionsCount: {
    code: "no-releases",
    reason: "no version in a manifest or tag was found",
    needs: "versions in its manifest, or tags such as v1.2.3",
  },
  latestVersion: {
    code: "no-releases",
    reason: "no version in a manifest or tag was found",
    needs: "versions in its manifest, or tags such as v1.2.3",
  },
};

/** An entry for each null of the report that stands for "unknown"; adoption brings its own reasons. */
export function findUnknowns(
  report: Pick<Report, "components" | "capabilities">,
  adoption: readonly AdoptionResult[],
  delivery: {
    readonly results: readonly DeliveryResult[];
    readonly rollUps: readonly DeliveryRollUp[];
  },
  reliability: readonly PlacedStatus[],
  jobs: readonly JobResult[],
): Partial<Record<SectionName, UnknownEntry[]>> {
  return {
    components: report.components.flatMap((one, index) =>
      nullsOf(`/components/${String(index)}`, one),
    ),
    capabilities: report.capabilities.flatMap((one, index) =>
      nullsOf(`/capabilities/${String(index)}`, one),
    ),
    adoption: adoption.flatMap((one, index) =>
      one.unknown.map(({ field, code, reason, needs }) => ({
        pointer: `/adoption/${String(index)}/${field.replaceAll(".", "/")}`,
        code,
        reason,
        needs,
      })),
    ),
    delivery: [...deliveryUnknowns(delivery.results), ...deliveryRollUpUnknowns(delivery.rollUps)],
    reliability: reliabilityUnknowns(reliability),
    jobs: jobUnknowns(jobs),
  };
}

function nullsOf(pointer: string, value: Readonly<Record<string, unknown>>): UnknownEntry[] {
  return Object.entries(structural)
    .filter(([field]) => value[field] === null)
    .map(([field, entry]) => ({ pointer: `${pointer}/${field}`, ...entry }));
}
