import type { Unknown } from "#evidence/unknown.ts";
import type { Organisation } from "#model/organisation.ts";

/** How many other components run tests of a capability's provider against themselves now, by capability id: none of them adopts it. */
export function reverseTesters({
  capabilities,
  consumptions,
  asOf,
}: Organisation): (capabilityId: string) => number {
  const providers = new Map(capabilities.map((one) => [one.id, one.providerComponentId]));
  const found = new Map<string, Set<string>>();
  for (const { capabilityId, consumerComponentId, scope, from, to } of consumptions) {
    const isNow = from.at <= asOf && (to === null || to.at > asOf);
    if (scope !== "reverse-test" || !isNow) continue;
    if (providers.get(capabilityId) === consumerComponentId) continue;
    const known = found.get(capabilityId) ?? new Set<string>();
    found.set(capabilityId, known.add(consumerComponentId));
  }
  return (capabilityId) => found.get(capabilityId)?.size ?? 0;
}

/** Shares that would be 0. */
export const onlyTestedFields: ReadonlySet<string> = new Set(["rate", "rateNumerator", "reuse"]);

/** Called on every build, and adopted by nobody: a share of 0 would say that nobody knows it. */
export function onlyTested(count: number): Unknown[] {
  const whom = count === 1 ? "1 component calls" : `${String(count)} components call`;
  return [...onlyTestedFields].map((field) => ({
    field,
    code: "reverse-tests-only",
    reason: `${whom} it only to be tested by it, which is no adoption: there is no share of those that could use it`,
    needs: "nothing: it is made for such tests",
  }));
}
