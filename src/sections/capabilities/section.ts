import { z } from "zod";
import { documentsAbout } from "#model/documents-about.ts";
import { spot } from "../blind-spots/blind-spot.ts";
import { defineSection, ratio } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { compareCapabilities } from "./compare.ts";
import { documentationOf } from "./documents-of.ts";
import { explainCapabilities } from "./explain.ts";
import { mapCapability } from "./present.ts";
import { capability } from "./schema.ts";
import { capabilityUnknowns } from "./unknowns.ts";

export const capabilities = defineSection({
  name: "capabilities",
  noun: "capability",
  schema: { capabilities: z.array(capability) },
  needs: { organisation },
  conclude: (found) => found.organisation.capabilities,
  present: (result, evidence, { organisation: { components }, repositories }) => {
    const isAbout = documentsAbout(result, components);
    return {
      capabilities: result.map((one) =>
        mapCapability(one, documentationOf(one, components, repositories, isAbout), evidence),
      ),
    };
  },
  n: ({ result }) => result.length,
  coverage: ({ result }) =>
    ratio(result.filter((one) => one.providerComponentId !== null).length, result.length),
  unknown: ({ result, shown }) => capabilityUnknowns(result, shown.capabilities),
  blindSpots: ({ result }) => [
    spot({
      what: "capabilities of the organisation whose repository is not among those read",
      one: "capability of the organisation whose repository is not among those read",
      where: result.filter((one) => one.providerComponentId === null).map((one) => one.name),
      sharpen: "Clone their repositories into the folder.",
      each: 3,
    }),
  ],
  compare: (before, after, comparison) =>
    compareCapabilities(before.capabilities, after.capabilities, comparison),
  explains: explainCapabilities,
});
