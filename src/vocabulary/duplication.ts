/** Copies of code. Closed lists of words, without imports: every layer and the screens read them from here. */

export const cloneKinds = ["code", "template", "fork", "identical-file"] as const;
export type CloneKind = (typeof cloneKinds)[number];
