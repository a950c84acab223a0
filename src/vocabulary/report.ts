/** The report itself: its sections and why they change. Closed lists of words, without imports: every layer and the screens read them from here. */

export const changeCauses = ["evidence", "definition", "correction"] as const;
export type ChangeCause = (typeof changeCauses)[number];
