import { assessOwnership } from "#insight/ownership/assess-ownership.ts";
import { humanDays } from "#model/human-days.ts";
import { components } from "../components/section.ts";
import { defineSection } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { unknownEntries } from "../unknown-entries.ts";
import { declaredPromises, idleDeprecations } from "./deprecations.ts";
import { tellOwnership } from "./explain.ts";
import { judgedComponents, ownedShare } from "./owned-share.ts";
import { mapOwnership } from "./present.ts";
import { ownership as schema } from "./schema.ts";

export const ownership = defineSection({
  name: "ownership",
  noun: "component",
  schema: { ownership: schema },
  needs: { organisation, components },
  conclude: (found) => {
    const { repositories, configuration } = found;
    const { asOf, capabilities, components: all } = found.organisation;
    return assessOwnership({
      organisation: found.organisation,
      documents: found.components.documents,
      days: humanDays(all, repositories),
      until: asOf,
      declared: declaredPromises(configuration.deprecations, capabilities),
    });
  },
  present: (result, evidence) => ({ ownership: mapOwnership(result, evidence) }),
  n: ({ result }) => judgedComponents(result),
  coverage: ({ result }) => ownedShare(result),
  unknown: ({ result }) => unknownEntries("/ownership", result.unknown),
  problems: ({
    found: {
      configuration,
      organisation: { capabilities },
    },
  }) => idleDeprecations(configuration.deprecations, capabilities),
  tells: tellOwnership,
});
