import type { Migration } from "kysely";
import { assessments } from "./0001-assessments.ts";
import { jobs } from "./0002-jobs.ts";
import { entries } from "./0003-entries.ts";
import { access } from "./0005-access.ts";
import { inbox } from "./0006-inbox.ts";
import { declared } from "./0010-declared.ts";

/**
 * In this order, forward only. One that was released never changes: what it made is widened first, and narrowed by a later
 * one when no running version needs it any more.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-assessments": assessments,
  "0002-jobs": jobs,
  "0003-entries": entries,
  "0005-access": access,
  "0006-inbox": inbox,
  "0010-declared": declared,
};
