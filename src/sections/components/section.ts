import { z } from "zod";
import { defineSection, ratio } from "../define-section.ts";
import { isOfOnePerson } from "../single-persons.ts";
import { structuralUnknowns } from "../structural-unknowns.ts";
import { mapComponent } from "./present.ts";
import { component } from "./schema.ts";

export const components = defineSection({
  name: "components",
  noun: "component",
  schema: { components: z.array(component) },
  present: ({ organisation, classifications, repositories }, evidence) => {
    const classOf = new Map(classifications.map((one) => [one.componentId, one]));
    const ofOne = new Set(repositories.filter(isOfOnePerson).map((one) => one.id));
    return {
      components: organisation.components.map((one) =>
        mapComponent(one, classOf.get(one.id), ofOne.has(one.repositoryId), evidence),
      ),
    };
  },
  n: (_, shown) => shown.components.length,
  coverage: ({ repositories, foundRepositories }) => ratio(repositories.length, foundRepositories),
  unknown: (_, shown) => structuralUnknowns("components", shown.components),
});
