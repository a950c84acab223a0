import { withoutPersons } from "#evidence/without-persons.ts";
import { deepestNesting } from "#evidence/nesting.ts";
import { isObject } from "./fields.ts";

/** What senders call those who did something: no reader looks into it, at most whether it is there. */
const persons: ReadonlySet<string> = new Set([
  "acknowledged_by",
  "acknowledgers",
  "agent",
  "assigned_to",
  "assigned_via",
  "assignee",
  "assignees",
  "assignments",
  "author",
  "authors",
  "avatar",
  "avatar_url",
  "closed_by",
  "comment",
  "comments",
  "commits",
  "committer",
  "created_by",
  "creator",
  "email",
  "merged_by",
  "merge_user",
  "participants",
  "pusher",
  "reporter",
  "requested_reviewers",
  "responders",
  "reviewers",
  "sender",
  "triggering_actor",
  "updated_by",
  "user",
  "user_avatar",
  "user_email",
  "user_name",
  "user_username",
  "username",
]);

/** Prose, in which people are called by address or handle. */
const prose: ReadonlySet<string> = new Set(["body", "description", "message", "summary", "title"]);

/** Thrown for what is nested deeper than any sender nests. */
export class NestedTooDeeply extends Error {}

/**
 * The same value without the people in it: what stands under a key of theirs is emptied, and stays what it was in kind. What
 * holds nobody is given back as it is. Throws NestedTooDeeply.
 */
export function withoutPersonKeys(value: unknown, depth = 0): unknown {
  if (depth > deepestNesting) throw new NestedTooDeeply();
  if (Array.isArray(value)) {
    const cleaned = value.map((one: unknown) => withoutPersonKeys(one, depth + 1));
    return cleaned.some((one, index) => one !== value[index]) ? cleaned : value;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const cleaned = entries.map(([key, one]): [string, unknown] => [key, within(key, one, depth)]);
  // Entries become own properties, whatever they are called.
  return cleaned.some(([, one], index) => one !== entries[index]?.[1])
    ? Object.fromEntries(cleaned)
    : value;
}

function within(key: string, value: unknown, depth: number): unknown {
  if (persons.has(key.toLowerCase())) return emptied(value);
  if (typeof value === "string" && prose.has(key)) return withoutPersons(value);
  return withoutPersonKeys(value, depth + 1);
}

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (isObject(value)) return {};
  return typeof value === "string" ? "" : value;
}
