import { append } from "#kernel/lists-by-key.ts";
import { addressOfPurl } from "#evidence/repository-purl.ts";
import type { Scope } from "#vocabulary/adoption.ts";
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
  const marked = consumptions.map((one) => {
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
  const isUnread = (id: string): boolean => providerOf.get(id) == null;
  return withoutUndecided(marked, (id) => isCheckout.get(id) === true, isUnread);
}

const tests: ReadonlySet<Scope> = new Set(["test", "reverse-test"]);
/** Uncalibrated: nobody keeps so many repositories at hand for tests of his own. */
const manyAtOnce = 5;

/**
 * A workflow that checks out many repositories for a test says nothing of one of them alone: those that were read tell of the
 * others. All of them tested: so are the others. Some of them, or many of which none was read: the others are only mentioned.
 */
function withoutUndecided(
  consumptions: readonly Consumption[],
  isCheckout: (capabilityId: string) => boolean,
  isUnread: (capabilityId: string) => boolean,
): Consumption[] {
  const together = new Map<string, Consumption[]>();
  for (const one of consumptions)
    if (isCheckout(one.capabilityId) && tests.has(one.scope))
      for (const file of filesOf(one)) append(together, file, one);
  return consumptions.flatMap((one) => {
    if (one.scope !== "test" || !isCheckout(one.capabilityId) || !isUnread(one.capabilityId))
      return [one];
    const beside = filesOf(one).flatMap((file) => together.get(file) ?? []);
    const read = beside.filter(({ capabilityId }) => !isUnread(capabilityId));
    const testedCount = read.filter(({ scope }) => scope === "reverse-test").length;
    const count = new Set(beside.map(({ capabilityId }) => capabilityId)).size;
    if (testedCount > 0 && testedCount === read.length)
      return [{ ...one, scope: "reverse-test" as const }];
    return testedCount > 0 || (read.length === 0 && count >= manyAtOnce) ? [] : [one];
  });
}

/** The workflows that declare it, each with its consumer. */
function filesOf({ consumerComponentId, evidence }: Consumption): string[] {
  const paths = new Set(evidence.flatMap(({ path }) => path ?? []));
  return [...paths].map((path) => `${consumerComponentId}\n${path}`);
}

/** Of what was not read only the uses are known: what others but test, or only mention, is no capability. */
export function withoutOnlyTested(
  capabilities: readonly Capability[],
  before: readonly Consumption[],
  after: readonly Consumption[],
): Capability[] {
  const used = new Set(before.map(({ capabilityId }) => capabilityId));
  for (const { capabilityId, scope } of after)
    if (scope !== "reverse-test") used.delete(capabilityId);
  return capabilities.filter((one) => one.providerComponentId !== null || !used.has(one.id));
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
