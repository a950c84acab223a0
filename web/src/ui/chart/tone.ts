/** What a colour means; its values for light, dark and paper are in tokens.css. */
export type Tone = "use" | "eligible" | "owners" | "stay" | "leave" | "ink" | "quiet";

export const toneClass = (tone: Tone): string => `tone-${tone}`;
