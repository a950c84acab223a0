/** What an organisation is made of. Closed lists of words, without imports: every layer and the screens read them from here. */

export const componentClasses = ["product", "platform", "supporting", "unknown"] as const;
export type ComponentClass = (typeof componentClasses)[number];

export const customerKinds = [
  "end-customer",
  "internal-developer",
  "feature-team",
  "partner",
  "external-integrator",
] as const;
export type CustomerKind = (typeof customerKinds)[number];

/** Customers outside the organisation: nothing inside it tells of them by itself. */
export const outsiderKinds = ["partner", "external-integrator"] as const;
export type OutsiderKind = (typeof outsiderKinds)[number];

/** What shows that something is offered to them, the surest first. */
export const outsiderSigns = ["registry", "contract", "keys", "words"] as const;
export type OutsiderSign = (typeof outsiderSigns)[number];

/** Who is meant to use a component: what suits the one seldom suits the other. */
export const audiences = ["staff", "public", "machine"] as const;
export type Audience = (typeof audiences)[number];

/** New kinds may be added: readers of reports take one they do not know as `tooling`. */
export const capabilityKinds = [
  "library",
  "client-library",
  "ui-components",
  "api",
  "service",
  "command-line-tool",
  "image",
  "chart",
  "infrastructure-module",
  "action",
  "workflow",
  "pipeline-library",
  "plugin",
  "tool-configuration",
  "template",
  "contract",
  "files",
  "tooling",
] as const;
export type CapabilityKind = (typeof capabilityKinds)[number];

/** What a licence asks of those who take the code: nothing, changes to it back, all that is built with it, or it forbids uses. */
export const licenceKinds = [
  "permissive",
  "weak-copyleft",
  "strong-copyleft",
  "source-available",
  "other",
] as const;
export type LicenceKind = (typeof licenceKinds)[number];

export const ownerSources = [
  "correction",
  "catalog-info",
  "codeowners",
  "catalogue",
  "labels",
  "inferred",
  "unknown",
] as const;
export type OwnerSource = (typeof ownerSources)[number];

export const keeperUnits = ["team", "repository"] as const;
export type KeeperUnit = (typeof keeperUnits)[number];

/** How far the owners of components are known: of most, of some, of none. */
export const ownersKnown = ["mostly", "partly", "not"] as const;
export type OwnersKnown = (typeof ownersKnown)[number];

export const lifecycles = [
  "experimental",
  "production",
  "deprecated",
  "archived",
  "dormant",
  "unknown",
] as const;
export type Lifecycle = (typeof lifecycles)[number];

export const runtimeNames = ["ruby", "node", "python", "java", "go", "php", "dotnet"] as const;
export type RuntimeName = (typeof runtimeNames)[number];

export const ownerKinds = ["team", "individual-owned"] as const;
export type OwnerKind = (typeof ownerKinds)[number];

/** What the surface of a capability is counted in. */
export const exportUnits = ["names", "endpoints"] as const;
export type ExportUnit = (typeof exportUnits)[number];

export const catalogueForms = ["catalog-info", "catalogue", "compass"] as const;
export type CatalogueForm = (typeof catalogueForms)[number];
