import type { Configuration } from "#contract/configuration.ts";
import type { Problem } from "#evidence/problem.ts";
import type { DeclaredPromise } from "#insight/ownership/promises.ts";
import { means } from "#model/configuration.ts";
import type { Capability } from "#model/organisation.ts";

type Deprecations = Configuration["deprecations"];

/** `deprecations` of fulcrum.yaml; the day named is the last on which it may be there. */
export function declaredPromises(
  deprecations: Deprecations,
  capabilities: readonly Capability[],
): DeclaredPromise[] {
  return deprecations.flatMap(({ capability: wanted, removal, text }) =>
    capabilities
      .filter((one) => isMeant(wanted, one))
      .map(({ id }) => ({
        capabilityId: id,
        by: Date.parse(`${removal}T00:00:00Z`) / 1000 + 86_400,
        text,
      })),
  );
}

/** Those that name nothing that was found. */
export function idleDeprecations(
  deprecations: Deprecations,
  capabilities: readonly Capability[],
): Problem[] {
  return deprecations
    .filter(({ capability }) => !capabilities.some((one) => isMeant(capability, one)))
    .map(({ capability }) => ({
      code: "idle-deprecation",
      where: "fulcrum.yaml",
      text: `deprecations name ${capability}, which is no capability that was found`,
      needs: "Its id or name, as `fulcrum capabilities --all` lists it.",
    }));
}

function isMeant(wanted: string, { id, name, packages }: Capability): boolean {
  return means(wanted, id, name, ...packages);
}
