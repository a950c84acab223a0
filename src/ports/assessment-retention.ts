/** An assessment that the database keeps, as it is told from others. */
export interface KeptAssessment {
  readonly id: string;
  readonly place: string;
  readonly organisation: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

export interface ForgottenWish {
  /** By its whole name. */
  readonly organisation: string;
  /** Only assessments in which the repository of this id stands; null: all of them. */
  readonly repository: string | null;
}

/** How long assessments are kept, and how they go. All throw `database-failed`. */
export interface AssessmentRetention {
  /** How many of each place are kept; the one that answers for it always is. */
  keptCount(): Promise<number>;
  /** Keeps so many from now on, and removes what is more already. Gives how many those were. */
  keep(count: number): Promise<number>;
  /** Names, in the order of code points. */
  organisations(): Promise<readonly string[]>;
  /** The earliest first. */
  find(wish: ForgottenWish): Promise<readonly KeptAssessment[]>;
  /** Lines of JSON: of each of these one with its head, then one for each section; as they were written, by whatever version. */
  exported(assessments: readonly KeptAssessment[]): AsyncIterable<Uint8Array>;
  /** These and nothing else, in one transaction. Gives how many were there still. */
  remove(assessments: readonly KeptAssessment[]): Promise<number>;
}
