/** A text that is read as a file of that name would be. */
export interface StatedText {
  /** How evidence calls it; its ending says how it is read. */
  readonly name: string;
  readonly text: string;
}

/** What is stated elsewhere than in files: read behind those that the configuration names. */
export interface StatedTexts {
  readonly answers: readonly StatedText[];
  readonly outcomes: readonly StatedText[];
  readonly events: readonly StatedText[];
  readonly surveys: readonly (StatedText & {
    readonly survey: string;
    readonly invited: number | null;
  })[];
}

export const nothingStated: StatedTexts = { answers: [], outcomes: [], events: [], surveys: [] };
