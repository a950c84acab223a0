/** λ⁺ and λ⁻ of an indicator: judgements of this project, uncalibrated. */
export type Reliability = readonly [speaksFor: number, speaksAgainst: number];

/** The thing itself was counted. */
export const counted: Reliability = [0.8, 0.8];
/** What was counted goes with the thing, and with others. */
export const proxy: Reliability = [0.5, 0.5];
export const weak: Reliability = [0.3, 0.3];
/** Finding it says much, finding none says little: there are forms that no reader knows. */
export const foundOnly: Reliability = [0.8, 0.3];
/** What subjects say: few of them say it. */
export const weaklyFound: Reliability = [0.3, 0.1];
/** One rule of many: who breaks it may break others, who keeps it need not keep them. */
export const oneOfMany: Reliability = [0.5, 0.3];
