import type { MaturityAspect } from "#vocabulary/declared.ts";

/**
 * CNCF Platform Engineering Maturity Model, version 1 (TAG App Delivery, 2023): five aspects with four levels each. The names
 * of the levels are the model's; what each asks is in docs/insights/maturity.md.
 */
export type MaturityLevel = 1 | 2 | 3 | 4;

/** Name of each aspect's level, and what an organisation at that level says of itself. */
export const levelsOf: Readonly<
  Record<
    MaturityAspect,
    Readonly<Record<MaturityLevel, { readonly name: string; readonly says: string }>>
  >
> = {
  investment: {
    1: { name: "voluntary or temporary", says: "people look after it beside their work" },
    2: { name: "dedicated team", says: "a team with a budget looks after it" },
    3: { name: "as product", says: "it is funded and run as a product" },
    4: { name: "enabled ecosystem", says: "specialists elsewhere extend it, and it enables them" },
  },
  adoption: {
    1: { name: "erratic", says: "teams come upon it by chance" },
    2: { name: "extrinsic push", says: "teams are told to use it" },
    3: { name: "intrinsic pull", says: "teams choose it because it helps" },
    4: { name: "participatory", says: "teams take part in making it" },
  },
  interfaces: {
    1: { name: "custom processes", says: "every request is handled its own way" },
    2: { name: "standard tooling", says: "there are usual tools, with documentation" },
    3: { name: "self-service solutions", says: "teams help themselves" },
    4: {
      name: "integrated services",
      says: "capabilities are built into the tools that teams use anyway",
    },
  },
  operations: {
    1: { name: "by request", says: "work begins when somebody asks" },
    2: { name: "centrally tracked", says: "requests and changes are tracked in one place" },
    3: {
      name: "centrally enabled",
      says: "versions, upgrades and deprecations are planned and supported",
    },
    4: {
      name: "managed services",
      says: "capabilities are offered with objectives, and upgraded for their users",
    },
  },
  measurement: {
    1: { name: "ad hoc", says: "figures are collected when somebody asks" },
    2: { name: "consistent collection", says: "the same figures are collected regularly" },
    3: { name: "insights", says: "figures and conversations decide what is done" },
    4: {
      name: "quantitative and qualitative",
      says: "goals are set, and reached, by figures and by what users say",
    },
  },
};
