import { z } from "zod";
import type { Capability, Component, Consumption } from "#model/organisation.ts";
import { adoption } from "../adoption/section.ts";
import { usersInvariants } from "../adoption/integrity.ts";
import { spot } from "../blind-spots/blind-spot.ts";
import { defineSection } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { compareConsumptions } from "./compare.ts";
import { explainConsumptions } from "./explain.ts";
import { mapConsumption } from "./present.ts";
import { consumption } from "./schema.ts";

/** Kinds of packages whose tools write lock files. */
const locked = /^pkg:(?:npm|gem|pypi|cargo|composer|nuget|pub|hex|maven|golang|swift|cocoapods)\//;

/** Whether a lock file would tell the version: of what stands in the same repository none does, nor of actions and images. */
function isLockable(
  components: readonly Component[],
  capabilities: readonly Capability[],
): (use: Pick<Consumption, "consumerComponentId" | "capabilityId">) => boolean {
  const repositoryOf = new Map(components.map((one) => [one.id, one.repositoryId]));
  const known = new Map(capabilities.map((one) => [one.id, one]));
  return ({ consumerComponentId, capabilityId }) => {
    const capability = known.get(capabilityId);
    if (capability === undefined || !capability.packages.some((purl) => locked.test(purl)))
      return false;
    const provider = repositoryOf.get(capability.providerComponentId ?? "");
    return provider === undefined || provider !== repositoryOf.get(consumerComponentId);
  };
}

export const consumptions = defineSection({
  name: "consumptions",
  noun: "use",
  schema: { consumptions: z.array(consumption) },
  needs: { organisation, adoption },
  conclude: (found) => found.organisation.consumptions,
  present: (result, evidence, found) => {
    const ended = new Map(
      found.adoption.flatMap((one) => one.ended.map((end) => [end.consumptionId, end] as const)),
    );
    return {
      consumptions: result.map((one) => mapConsumption(one, ended.get(one.id), evidence)),
    };
  },
  n: ({ result }) => result.length,
  integrity: usersInvariants,
  blindSpots: (
    {
      result,
      found: {
        organisation: { components, capabilities },
        model,
      },
    },
    evidence,
  ) => {
    const nameOf = new Map(components.map((one) => [one.id, one.name]));
    const unversioned = new Set(
      result
        .filter((one) => one.via === "declared" && one.to === null && one.versions.length === 0)
        // What examples and tests use has a version of its own, which is none of the component's.
        .filter((one) => one.scope !== "test")
        .filter(isLockable(components, capabilities))
        .map((one) => one.consumerComponentId),
    );
    const { serviceMentions } = model;
    return [
      spot({
        what: "components that use capabilities without a version that can be seen",
        one: "component that uses capabilities without a version that can be seen",
        where: [...unversioned].map((id) => nameOf.get(id) ?? id),
        sharpen: "Commit their lock files.",
        each: 1,
      }),
      {
        ...spot({
          what: "services that a component names and is not shown to call outside tests, kept apart from its uses",
          one: "service that a component names and is not shown to call outside tests, kept apart from its uses",
          where: [
            ...new Set(
              serviceMentions.map(({ consumer, provider }) => `${provider} in ${consumer}`),
            ),
          ],
          sharpen:
            "Confirm those that are calls with `fulcrum correct edge`, or add consumesApis to catalog-info.yaml.",
          each: 0.5,
        }),
        evidenceIds: evidence.add(serviceMentions.map((one) => one.evidence)),
      },
    ];
  },
  compare: (before, after, comparison) =>
    compareConsumptions(before.consumptions, after.consumptions, comparison),
  explains: explainConsumptions,
});
