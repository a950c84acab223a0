import { assessSharedRisks } from "#insight/shared-risk/assess-shared-risks.ts";
import { publishedEndsOfLife } from "#insight/shared-risk/end-of-life.ts";
import { defaultSharedRiskOptions } from "#insight/shared-risk/options.ts";
import { declaredUses } from "#model/declared-uses.ts";
import { componentsUnderLock, lockedByMembers } from "#model/locked-by-members.ts";
import { lockedAt } from "#model/locked-uses.ts";
import { components } from "../components/section.ts";
import { defineSection, ratio } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { judgedComponents } from "../ownership/owned-share.ts";
import { ownership } from "../ownership/section.ts";
import { tellSharedRisks } from "./explain.ts";
import { mapSharedRisks, sharedRiskUnknowns, unorderedProblems } from "./present.ts";
import { sharedRisks as schema } from "./schema.ts";

export const sharedRisks = defineSection({
  name: "sharedRisks",
  noun: "component",
  schema: { sharedRisks: schema },
  needs: { organisation, components, ownership },
  conclude: (found) => {
    const { asOf, components: all } = found.organisation;
    const { runtimes, locked } = found.components;
    const declaredEnds = found.configuration.runtimes.map(({ endOfLife: day, ...one }) => ({
      ...one,
      day,
      source: "fulcrum.yaml",
    }));
    return assessSharedRisks(
      {
        organisation: found.organisation,
        runtimes,
        locked: lockedAt([...locked, ...lockedByMembers(all, found.repositories)], asOf),
        underLock: componentsUnderLock(all, found.repositories),
        declared: lockedAt(declaredUses(all, found.repositories), asOf),
        advisories: found.advisories,
      },
      { ...defaultSharedRiskOptions, endsOfLife: [...publishedEndsOfLife, ...declaredEnds] },
    );
  },
  present: (result, evidence) => ({ sharedRisks: mapSharedRisks(result, evidence) }),
  n: ({ result }) => result.componentsJudged,
  coverage: ({ result, found }) =>
    ratio(result.componentsJudged, judgedComponents(found.ownership)),
  unknown: ({ result }) => sharedRiskUnknowns(result),
  problems: ({ result }) => unorderedProblems(result),
  tells: tellSharedRisks,
});
