/** How something is known, and how surely. Closed lists of words, without imports: every layer and the screens read them from here. */

export const hows = ["observed", "declared", "inferred"] as const;
export type How = (typeof hows)[number];

export const confidences = ["observed", "high", "medium", "low"] as const;
export type Confidence = (typeof confidences)[number];

export const levels = ["low", "medium", "high"] as const;
export type Level = (typeof levels)[number];
