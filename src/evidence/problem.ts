/** What could not be read, or not as it stands, and what to do about it. */
export interface Problem {
  /** What it is about; absent: git. */
  readonly source?: string;
  readonly code: string;
  readonly where: string;
  readonly text: string;
  readonly needs: string;
}
