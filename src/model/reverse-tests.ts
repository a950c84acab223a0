import type { Capability, Consumption } from "./organisation.ts";

/**
 * A library or service whose workflow calls a workflow of its own consumer tests that consumer: the edge does not make the
 * consumer a platform (insights §1). What the call's own words do not tell, the direction of the other use does.
 */
export function markReverseTests(
  consumptions: readonly Consumption[],
  capabilities: readonly Capability[],
): Consumption[] {
  const providerOf = new Map(capabilities.map((one) => [one.id, one.providerComponentId]));
  const isWorkflow = new Map(
    capabilities.map((one) => [
      one.id,
      one.packages.length > 0 &&
        one.packages.every(
          (purl) => purl.startsWith("pkg:githubactions/") || purl.startsWith("pkg:gitlab/"),
        ),
    ]),
  );
  const uses = new Set<string>();
  for (const one of consumptions) {
    const provider = providerOf.get(one.capabilityId);
    if (isWorkflow.get(one.capabilityId) !== true && provider != null)
      uses.add(`${one.consumerComponentId}\n${provider}`);
  }
  return consumptions.map((one) => {
    const callee = providerOf.get(one.capabilityId);
    const isCalled = isWorkflow.get(one.capabilityId) === true && callee != null;
    // The callee depends on the caller: the call runs the callee's tests against the caller's change.
    const isReverse = isCalled && uses.has(`${callee}\n${one.consumerComponentId}`);
    return isReverse && one.scope !== "reverse-test"
      ? { ...one, scope: "reverse-test" as const }
      : one;
  });
}
