/** What somebody may be allowed to do in the service; each route names the one that it asks for. */
export const permissions = [
  "see-health",
  "read-metrics",
  "read-assessments",
  "add-assessments",
  "read-jobs",
  "ask-for-scans",
  "change-watched",
  "tell-of-pushes",
] as const;
export type Permission = (typeof permissions)[number];
