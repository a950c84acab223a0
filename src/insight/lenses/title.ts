import { some } from "#kernel/phrases.ts";

/** Of a title, in characters: longer ones are cut off where they stand in a row. */
const longest = 110;

/** A title with as many of these names as it has room for, and at least one. */
export function titled(
  names: readonly string[],
  most: number,
  title: (names: string) => string,
): string {
  const short = names.map(withoutScope);
  for (let count = most; count > 1; count--) {
    const found = title(some(short, count));
    if (found.length <= longest) return found;
  }
  return title(some(short, 1));
}

/** The title, or one that has no names, where it has no room for any. */
export function fitting(title: string, plain: string): string {
  return title.length <= longest ? title : plain;
}

/** `frontend-build` for `@acme/frontend-build`; a single word means too little alone. */
function withoutScope(name: string): string {
  const [, rest = ""] = /^@[^/]{1,100}\/(.{1,200})$/.exec(name) ?? [];
  return rest.includes("-") ? rest : name;
}
