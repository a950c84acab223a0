/** What somebody may be allowed to do in the service; each route names the one that it asks for. */
export const permissions = [
  "look-after-service",
  "read-report",
  "write-report",
  "manage-repositories",
  "run-jobs",
  "send-events",
] as const;
export type Permission = (typeof permissions)[number];
