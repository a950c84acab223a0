import { assessMaintainability } from "#insight/maintainability/assess-maintainability.ts";
import { componentQuarters } from "#model/component-quarters.ts";
import { components } from "../components/section.ts";
import { defineSection, ratio } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { judgedComponents } from "../ownership/owned-share.ts";
import { ownership } from "../ownership/section.ts";
import { unknownEntries } from "../unknown-entries.ts";
import { tellMaintainability } from "./explain.ts";
import { mapMaintainability } from "./present.ts";
import { maintainability as schema } from "./schema.ts";

export const maintainability = defineSection({
  name: "maintainability",
  noun: "commit",
  schema: { maintainability: schema },
  needs: { organisation, components, ownership },
  conclude: (found) => {
    const { repositories } = found;
    const { asOf, components: all } = found.organisation;
    return assessMaintainability({
      organisation: found.organisation,
      quarters: componentQuarters(all, repositories),
      locked: found.components.locked,
      until: asOf,
    });
  },
  present: (result, evidence) => ({ maintainability: mapMaintainability(result, evidence) }),
  n: ({ result }) =>
    (result.scopes[0]?.quarters ?? []).reduce((sum, one) => sum + one.commitsCount, 0),
  coverage: ({ result, found }) =>
    ratio(
      result.scopes.filter(({ kind }) => kind === "component").length,
      judgedComponents(found.ownership),
    ),
  unknown: ({ result }) => unknownEntries("/maintainability", result.unknown),
  tells: tellMaintainability,
});
