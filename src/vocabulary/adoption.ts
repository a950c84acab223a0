/** Who uses what, since when, and how it ended. Closed lists of words, without imports: every layer and the screens read them from here. */

export const consumptionVias = ["declared", "service"] as const;
export type ConsumptionVia = (typeof consumptionVias)[number];

export const scopes = ["runtime", "development", "test", "build", "reverse-test"] as const;
export type Scope = (typeof scopes)[number];

export const endReasons = [
  "substitute",
  "nothing",
  "archived",
  "provider-renamed",
  "moved",
  "taken-in",
  "retired",
  "carried",
  "returned",
] as const;
export type EndReason = (typeof endReasons)[number];

export const retirementStates = ["completed", "under-way"] as const;
export type RetirementState = (typeof retirementStates)[number];

export const waveKinds = ["synchronised", "mandated"] as const;
export type WaveKind = (typeof waveKinds)[number];

export const forecastModels = ["bass", "logistic"] as const;
export type ForecastModel = (typeof forecastModels)[number];

export const defectionKinds = ["wrapper", "vendored-copy", "clone", "substitute"] as const;
export type DefectionKind = (typeof defectionKinds)[number];

export const jobSources = ["catalogue", "configuration"] as const;
export type JobSource = (typeof jobSources)[number];

export const promiseStates = ["past", "kept", "due", "unknown"] as const;
export type PromiseState = (typeof promiseStates)[number];

export const promisedBumps = ["minor", "patch"] as const;
export type PromisedBump = (typeof promisedBumps)[number];

/** Whose change began or ended a use. */
export const openers = ["consumer", "provider", "bot", "template", "unclear"] as const;
export type Opener = (typeof openers)[number];
