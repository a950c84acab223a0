/** What somebody may be allowed to do in the service; each route names the one that it asks for. */
export const permissions = [
  "see-pages",
  "see-health",
  "read-metrics",
  "read-assessments",
  "add-assessments",
] as const;
export type Permission = (typeof permissions)[number];
