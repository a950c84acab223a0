/** Names of entries of lists in references and pointers: what does not change with their places. */

/** Fields that tell entries of one list apart, the best first. */
const keyFields = [
  "id",
  "sloId",
  "indicatorId",
  "capabilityId",
  "componentId",
  "teamId",
  "subjectId",
  "questionId",
  "aspect",
  "survey",
  "itemId",
  "metric",
  "measure",
  "stage",
  "window",
  "version",
  "kind",
  "name",
  "path",
  "from",
  "date",
  "at",
] as const;

/** The key of each entry, by its place; entries that share one are counted: `v1.2`, `v1.2#2`. */
export function keysOf(list: readonly unknown[]): string[] {
  const seen = new Map<string, number>();
  return list.map((entry) => {
    const key = ownKey(entry);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${String(count)}`;
  });
}

function ownKey(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return String(entry);
  for (const field of keyFields) {
    const value: unknown = Reflect.get(entry, field);
    if (typeof value === "string" || typeof value === "number") return String(value);
  }
  return "entry";
}
