import type { RoleResult } from "#insight/roles/assess-roles.ts";
import { reasonAndNeeds } from "#kernel/phrases.ts";
import type { EvidenceList } from "../evidence-list.ts";
import type { ReportRole } from "./schema.ts";

export function mapRole(
  { id, role, text, state, unknown, evidence: refs }: RoleResult,
  evidence: EvidenceList,
): ReportRole {
  const reason = unknown === null ? null : reasonAndNeeds(unknown);
  return { id, role, text, state, reason, evidenceIds: evidence.add(refs) };
}
