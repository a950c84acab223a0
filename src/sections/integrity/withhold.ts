import { plainStep } from "#kernel/reference.ts";

/**
 * Takes out what the pointers lead to, in place: entries of lists, and fields of objects, which become null. What lies in something
 * that is taken out goes with it.
 */
export function withhold(shown: object, pointers: Iterable<string>): void {
  const lists = new Map<unknown[], Set<number>>();
  for (const pointer of pointers) {
    const { owner, step } = follow(shown, pointer);
    if (Array.isArray(owner)) {
      const places = lists.get(owner) ?? new Set();
      lists.set(owner, places.add(Number(step)));
    } else if (owner !== null) Reflect.set(owner, step, null);
  }
  for (const [list, places] of lists) {
    const kept = list.filter((_, place) => !places.has(place));
    list.splice(0, list.length, ...kept);
  }
}

/** Does the pointer lead to a field, rather than to an entry of a list? */
export function isField(shown: object, pointer: string): boolean {
  const { owner } = follow(shown, pointer);
  return owner !== null && !Array.isArray(owner);
}

function follow(shown: object, pointer: string): { owner: object | null; step: string } {
  const steps = pointer.split("/").slice(1).map(plainStep);
  const step = steps.pop() ?? "";
  let owner: unknown = shown;
  for (const one of steps)
    owner = typeof owner === "object" && owner !== null ? Reflect.get(owner, one) : null;
  return { owner: typeof owner === "object" ? owner : null, step };
}
