import { z } from "zod";
import { defineSection, ratio } from "../define-section.ts";
import { mapRole } from "./present.ts";
import { role } from "./schema.ts";

export const roles = defineSection({
  name: "roles",
  noun: "responsibility",
  schema: { roles: z.array(role) },
  present: ({ declared }, evidence) => ({
    roles: declared.roles.map((one) => mapRole(one, evidence)),
  }),
  n: ({ declared }) => declared.roles.length,
  coverage: ({ declared: { roles: found } }) =>
    ratio(found.filter((one) => one.state !== "unknown").length, found.length),
});
