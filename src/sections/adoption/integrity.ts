import { versionScheme } from "#insight/adoption/versions.ts";
import type { ReportCapability } from "../capabilities/schema.ts";
import type { ReportConsumption } from "../consumptions/schema.ts";
import { isClose, type Breach, type Invariant } from "../integrity/invariant.ts";
import type { ReportAdoption } from "./schema.ts";

interface Shown {
  readonly capabilities: readonly ReportCapability[];
  readonly adoption: readonly ReportAdoption[];
}

const rateFields = ["eligibleCount", "rate", "rateNumerator", "reuse"] as const;
const currencyFields = ["onNewestMajor", "versionsBehind", "libyears"] as const;

export const adoptionInvariants: readonly Invariant<Shown>[] = [
  {
    id: "adopters-are-eligible",
    statement: "who uses something is among those that could, or there is no rate",
    check({ adoption }, checks) {
      for (const [place, one] of adoption.entries()) {
        const { rate, rateNumerator, eligibleCount, adoptersNow } = one;
        if (rate === null) continue;
        const holds =
          rateNumerator !== null &&
          eligibleCount !== null &&
          rateNumerator <= eligibleCount &&
          rateNumerator <= adoptersNow &&
          adoptersNow <= eligibleCount &&
          isClose(rate, rateNumerator / eligibleCount);
        checks.expect(holds, () =>
          about(
            one,
            place,
            `${String(adoptersNow)} use it, ${String(rateNumerator)} of ${String(eligibleCount)} that could: ${String(rate)}`,
            rateFields,
          ),
        );
      }
    },
  },
  {
    id: "left-is-ever-minus-now",
    statement:
      "those that left are those that ever used it without those that do now, in parts that add up",
    check({ adoption }, checks) {
      for (const [place, one] of adoption.entries()) {
        const { left, adoptersEver, adoptersNow } = one;
        if (left === null) continue;
        const parts = left.livedOn + left.ended + left.moved + left.retired;
        const holds = left.count === adoptersEver - adoptersNow && parts === left.count;
        checks.expect(holds, () =>
          about(
            one,
            place,
            `${String(left.count)} left (in parts ${String(parts)}), of ${String(adoptersEver)} ever and ${String(adoptersNow)} now`,
            ["left", "retirement", "retention"],
          ),
        );
      }
    },
  },
  {
    id: "no-consumer-above-the-newest",
    statement: "nobody uses a version above the newest",
    check({ adoption, capabilities }, checks) {
      const byId = new Map(capabilities.map((one) => [one.id, one]));
      for (const [place, one] of adoption.entries()) {
        const capability = byId.get(one.capabilityId);
        const newest = capability?.latestVersion ?? null;
        if (newest === null || currencyFields.every((field) => one.currency[field] === null))
          continue;
        const scheme = versionScheme(capability?.packages[0]);
        if (!scheme.isValid(newest) || !scheme.isStable(newest)) continue;
        for (const { version } of one.currency.versionsInUse) {
          if (!scheme.isValid(version) || !scheme.isStable(version)) continue;
          checks.expect(scheme.compare(version, newest) <= 0, () =>
            about(
              one,
              place,
              `${version} is in use and ${newest} the newest`,
              currencyFields.map((field) => `currency/${field}`),
            ),
          );
        }
      }
    },
  },
  {
    id: "curve-ends-with-what-is-now",
    statement: "the curve is the sum of who joined and left, and ends with who uses it now",
    check({ adoption }, checks) {
      for (const [place, one] of adoption.entries()) {
        const last = one.curve.at(-1);
        if (last === undefined) continue;
        const flow = one.curve.reduce((sum, { joined, left }) => sum + joined - left, 0);
        const holds = last.components === one.adoptersNow && flow === last.components;
        checks.expect(holds, () => ({
          ids: [one.capabilityId],
          found: `it ends with ${String(last.components)} (flow ${String(flow)}), and ${String(one.adoptersNow)} use it`,
          withhold: one.curve.map((_, at) => `/adoption/${String(place)}/curve/${String(at)}`),
        }));
      }
    },
  },
  {
    id: "parts-of-adoption-add-up",
    statement: "versions, choices and cohorts are of those that use it, or used it",
    check({ adoption }, checks) {
      for (const [place, one] of adoption.entries()) {
        const versions = one.currency.versionsInUse.reduce((sum, { count }) => sum + count, 0);
        checks.expect(
          versions <= one.adoptersNow &&
            one.currency.versionsInUse.every(
              ({ count, componentIds }) => count === componentIds.length,
            ),
          () =>
            about(
              one,
              place,
              `${String(versions)} versions are in use by ${String(one.adoptersNow)}`,
              [
                ...currencyFields.map((field) => `currency/${field}`),
                ...one.currency.versionsInUse.map(
                  (_, at) => `currency/versionsInUse/${String(at)}`,
                ),
                "consistency",
              ],
            ),
        );
        const ever = one.cohorts.reduce((sum, { size }) => sum + size, 0);
        checks.expect(ever <= one.adoptersEver, () => ({
          ids: [one.capabilityId],
          found: `${String(ever)} stand in cohorts, and ${String(one.adoptersEver)} ever used it`,
          withhold: one.cohorts.map((_, at) => `/adoption/${String(place)}/cohorts/${String(at)}`),
        }));
      }
    },
  },
];

/** Of consumptions, which stand after adoption: the same users, whatever screen counts them. */
export const usersInvariants: readonly Invariant<
  Shown & { readonly consumptions: readonly ReportConsumption[] }
>[] = [
  {
    id: "same-users-everywhere",
    statement: "as many use something as have an open use of it",
    check({ adoption, capabilities, consumptions }, checks) {
      const providers = new Map(capabilities.map((one) => [one.id, one.providerComponentId]));
      const users = new Map<string, Set<string>>();
      for (const { capabilityId, consumerComponentId, to, scope } of consumptions) {
        const isUse = to === null && scope !== "reverse-test";
        if (!isUse || providers.get(capabilityId) === consumerComponentId) continue;
        const known = users.get(capabilityId) ?? new Set<string>();
        users.set(capabilityId, known.add(consumerComponentId));
      }
      for (const [place, one] of adoption.entries()) {
        const open = users.get(one.capabilityId)?.size ?? 0;
        // A component that was archived keeps its manifest: its uses are over all the same.
        checks.expect(one.adoptersNow <= open, () =>
          about(
            one,
            place,
            `${String(one.adoptersNow)} are told and ${String(open)} have one`,
            rateFields,
          ),
        );
      }
    },
  },
];

function about(
  { capabilityId }: ReportAdoption,
  place: number,
  found: string,
  fields: readonly string[],
): Breach {
  return {
    ids: [capabilityId],
    found,
    withhold: fields.map((field) => `/adoption/${String(place)}/${field}`),
  };
}
