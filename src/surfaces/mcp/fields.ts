import { z } from "zod";
import { dayOf } from "#kernel/phrases.ts";
import type { PlacedEvidence } from "#operations/answering/placed-evidence.ts";

/* What several tools take and give. */

/** A name or an id that somebody asks for. */
export const asked = z.string().trim().min(1).max(2048);

/** Which part of a long list is wanted. */
export const pageInput = {
  limit: z.int().min(1).max(100).default(20).describe("at most so many"),
  offset: z.int().min(0).max(1_000_000).default(0).describe("so many are left out before"),
};

/** Which part of a list an answer holds. */
export const pageOutput = z.object({
  total: z.int().describe("in all"),
  offset: z.int(),
  shown: z.int(),
  nextOffset: z.int().nullable().describe("asks for the rest; null: there is none"),
});

export interface Page<Item> {
  readonly shown: readonly Item[];
  readonly page: z.infer<typeof pageOutput>;
  /** How to get the rest; empty: there is none. */
  readonly restLines: readonly string[];
}

/** One part of a list, with a word of how to get the rest. */
export function pageOf<Item>(
  items: readonly Item[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Page<Item> {
  const shown = items.slice(offset, offset + limit);
  const end = offset + shown.length;
  const rest = Math.max(0, items.length - end);
  return {
    shown,
    page: {
      total: items.length,
      offset,
      shown: shown.length,
      nextOffset: rest === 0 ? null : end,
    },
    restLines:
      rest === 0
        ? []
        : [
            `${String(rest)} more of ${String(items.length)}: ask again with offset ${String(end)}.`,
          ],
  };
}

/** The first of a list within an answer, and how many there are. */
export function firstOf<Item>(items: readonly Item[], most: number): readonly Item[] {
  return items.slice(0, most);
}

/** `… and 3 more: explain ID shows them.`; nothing where all are shown. */
export function cutLine(count: number, shown: number, how: string): readonly string[] {
  return count > shown ? [`  … and ${String(count - shown)} more: ${how}`] : [];
}

/** A fact with its place in git. */
export const evidenceField = z.object({
  id: z.string().describe("explain opens it"),
  text: z.string(),
  at: z.string().nullable().describe("UTC, ISO 8601"),
  repository: z.string().nullable(),
  commit: z.string().nullable(),
  path: z.string().nullable(),
  line: z.int().nullable(),
});

/** `  15 Aug 2018, begins: edx-django-utils: github.com/openedx/credentials, requirements/base.txt:3, commit b7af20f7102b (evidence:…)` */
export function evidenceLine({
  id,
  text,
  at,
  repository,
  commit,
  path,
  line,
}: Pick<PlacedEvidence, "id" | "text" | "at" | "repository" | "commit" | "path" | "line">): string {
  const place = [
    ...(repository === null ? [] : [repository]),
    ...(path === null ? [] : [line === null ? path : `${path}:${String(line)}`]),
    ...(commit === null ? [] : [`commit ${commit.slice(0, 12)}`]),
  ].join(", ");
  const when = at === null ? "undated" : dayOf(at);
  return `${when}: ${text}${place === "" ? "" : ` [${place}]`} (${id})`;
}
