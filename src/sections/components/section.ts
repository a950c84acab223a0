import { z } from "zod";
import { spot } from "../blind-spots/blind-spot.ts";
import { defineSection, ratio } from "../define-section.ts";
import { organisation } from "../organisation/section.ts";
import { isOfOnePerson } from "#evidence/single-persons.ts";
import { structuralUnknowns } from "../structural-unknowns.ts";
import { compareComponents } from "./compare.ts";
import { concludeComponents } from "./conclude.ts";
import { explainComponents } from "./explain.ts";
import { mapComponent } from "./present.ts";
import { component } from "./schema.ts";

export const components = defineSection({
  name: "components",
  noun: "component",
  schema: { components: z.array(component) },
  needs: { organisation },
  conclude: (found) =>
    concludeComponents(found.organisation, found.repositories, found.configuration, {
      uses: found.declared.partners,
      asked: found.asked,
    }),
  present: ({ classifications }, evidence, found) => {
    const classOf = new Map(classifications.map((one) => [one.componentId, one]));
    const ofOne = new Set(found.repositories.filter(isOfOnePerson).map((one) => one.id));
    return {
      components: found.organisation.components.map((one) =>
        mapComponent(one, classOf.get(one.id), ofOne.has(one.repositoryId), evidence),
      ),
    };
  },
  n: ({ shown }) => shown.components.length,
  coverage: ({ found: { repositories, foundRepositoriesCount } }) =>
    ratio(repositories.length, foundRepositoriesCount),
  unknown: ({ shown }) => structuralUnknowns("components", shown.components),
  blindSpots: ({
    result,
    found: {
      organisation: { components: all },
    },
  }) => {
    const nameOf = new Map(all.map((one) => [one.id, one.name]));
    return [
      spot({
        what: "components without a known owner",
        one: "component without a known owner",
        where: all
          .filter(
            (one) =>
              one.ownerIds.length === 0 && one.goneAt === null && one.lifecycle !== "archived",
          )
          .map((one) => one.name),
        sharpen:
          "Name a published catalogue in fulcrum.yaml (catalogues), or add CODEOWNERS to these repositories.",
        each: 5,
      }),
      spot({
        what: "components whose class is unknown",
        one: "component whose class is unknown",
        where: result.classifications
          .filter((one) => one.class === "unknown")
          .map((one) => nameOf.get(one.componentId) ?? one.componentId),
        sharpen: "Settle the most used of them with `fulcrum correct class`.",
        each: 2,
      }),
    ];
  },
  compare: (before, after, comparison) =>
    compareComponents(before.components, after.components, comparison),
  explains: explainComponents,
});
