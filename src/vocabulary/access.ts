/** What somebody may be allowed to do in the service; each route names the one that it asks for. */
export const permissions = ["look-after-service"] as const;
export type Permission = (typeof permissions)[number];
