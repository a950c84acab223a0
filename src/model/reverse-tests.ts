import { addressOfPurl } from "#evidence/repository-purl.ts";
import type { Capability, Component, Consumption } from "./organisation.ts";

/** Uncalibrated: workflows that so many components call are shared tooling, whatever their provider itself uses. */
const sharedByCallers = 5;

/**
 * A library or service whose workflow calls a workflow of its own consumer tests that consumer: the edge does not make the
 * consumer a platform (insights §1). What the call's own words do not tell, the direction of the other use does, where
 * the callee is an application: a provider of shared workflows may well use a service whose pipeline it runs.
 */
export function markReverseTests(
  consumptions: readonly Consumption[],
  capabilities: readonly Capability[],
  components: readonly Component[],
): Consumption[] {
  const applications = new Set(
    components
      .filter(({ artefacts }) => artefacts.some(({ type }) => type.endsWith("-application")))
      .map(({ id }) => id),
  );
  const callers = new Map<string, Set<string>>();
  for (const { capabilityId, consumerComponentId, scope } of consumptions) {
    if (scope === "reverse-test") continue;
    const set = callers.get(capabilityId) ?? new Set<string>();
    callers.set(capabilityId, set.add(consumerComponentId));
  }
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
  const isCheckout = new Map(capabilities.map((one) => [one.id, takesFiles(one)]));
  const uses = new Set<string>();
  for (const one of consumptions) {
    const provider = providerOf.get(one.capabilityId);
    const isPackage =
      isWorkflow.get(one.capabilityId) !== true && isCheckout.get(one.capabilityId) !== true;
    if (isPackage && provider != null) uses.add(`${one.consumerComponentId}\n${provider}`);
  }
  return consumptions.map((one) => {
    const callee = providerOf.get(one.capabilityId);
    const isCalled =
      isWorkflow.get(one.capabilityId) === true &&
      callee != null &&
      applications.has(callee) &&
      (callers.get(one.capabilityId)?.size ?? 0) < sharedByCallers;
    // Its files are fetched to be tested, or counted, against what it uses.
    const isFetched = isCheckout.get(one.capabilityId) === true && one.scope === "test";
    // The callee depends on the caller: the call runs the callee's tests against the caller's change.
    const isReverse =
      (isCalled || isFetched) && uses.has(`${callee ?? ""}\n${one.consumerComponentId}`);
    return isReverse && one.scope !== "reverse-test"
      ? { ...one, scope: "reverse-test" as const }
      : one;
  });
}

/** Files of a repository as a whole, by checkout: not a module of it, not an image, not a workflow. */
function takesFiles({ packages }: Capability): boolean {
  return (
    packages.length > 0 &&
    packages.every(
      (purl) => !purl.startsWith("pkg:githubactions/") && addressOfPurl(purl)?.folder === "",
    )
  );
}
