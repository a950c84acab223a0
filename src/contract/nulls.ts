/**
 * Pointers of the report (`*`: any position) whose null says that there is none: still in use, never corrected, nothing
 * written. Every other null says "unknown", and `sections.*.unknown` has an entry for it.
 */
export const nullsThatMeanNone = [
  "/previous",
  "/components/*/description",
  "/components/*/declaredClass",
  "/components/*/correction",
  "/capabilities/*/description",
  "/consumptions/*/to",
  "/consumptions/*/endReason",
  "/consumptions/*/constraint",
  "/consumptions/*/versions/*/to",
  "/adoption/*/retention/leaversTo/*/to",
  "/delivery/*/recordedIn/repositoryId",
  "/delivery/*/recordedIn/path",
  "/changes/*/before",
  "/changes/*/after",
  "/evidence/*/repositoryId",
  "/evidence/*/commit",
  "/evidence/*/path",
  "/evidence/*/line",
  "/evidence/*/at",
  // Lists of what was found are whole as far as the evidence goes: there is no share to give.
  "/sections/consumptions/coverage",
  "/sections/problems/coverage",
  "/sections/changes/coverage",
  "/sections/blindSpots/coverage",
  "/sections/evidence/coverage",
] as const;
