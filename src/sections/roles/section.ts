import { z } from "zod";
import { assessRoles } from "#insight/roles/assess-roles.ts";
import { defineSection, ratio } from "../define-section.ts";
import { interview } from "../interview/section.ts";
import { mapRole } from "./present.ts";
import { role } from "./schema.ts";

export const roles = defineSection({
  name: "roles",
  noun: "responsibility",
  schema: { roles: z.array(role) },
  needs: { interview },
  conclude: (found) => assessRoles(found.interview),
  present: (result, evidence) => ({ roles: result.map((one) => mapRole(one, evidence)) }),
  n: ({ result }) => result.length,
  coverage: ({ result }) =>
    ratio(result.filter((one) => one.state !== "unknown").length, result.length),
});
