import { append } from "#kernel/lists-by-key.ts";
import type { ProblemItem } from "#contract/primitives.ts";

/** Each kind once, with the repositories that hold some. */
export function kindsNotRead(problems: readonly ProblemItem[]): string[] {
  const repositories = new Map<string, string[]>();
  for (const { source, text, where } of problems) {
    const [kind] = source === "unread-kinds" ? text.split(" is a kind of file", 1) : [];
    if (kind !== undefined) append(repositories, kind, where);
  }
  return [...repositories].map(([kind, [first = "", ...more]]) =>
    more.length === 0 ? `${kind}: ${first}` : `${kind}: ${first} and ${String(more.length)} more`,
  );
}
