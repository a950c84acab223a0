/** Thresholds of docs/insights/cognitive-load.md. */
export interface CognitiveLoadOptions {
  /** Quarter-ends before as-of, and as-of. */
  readonly quarters: number;
  /** Uncalibrated: fewer files of a language are a script, not something to know. */
  readonly minimumFiles: number;
  readonly minimumQuarters: number;
}

export const defaultCognitiveLoadOptions: CognitiveLoadOptions = {
  quarters: 13,
  minimumFiles: 2,
  minimumQuarters: 8,
};
