/** `${name}`, the innermost first: names may be built from others (`${managed:${group}:rail}`). */
const placeholder = /\$\{([^${}]{1,300})\}/;
const brace = /%24%7B|%7D/g;

/** Does a text, or a purl in which it is percent-encoded, stand for something that is defined elsewhere? */
export function hasPlaceholder(text: string | null): boolean {
  return text !== null && (text.includes("${") || text.includes("%24%7B"));
}

/** The name asked for by the first innermost placeholder, with where it stands; null where there is none. */
export function firstPlaceholder(
  text: string,
): { readonly name: string; readonly start: number; readonly end: number } | null {
  const found = placeholder.exec(text);
  if (found === null) return null;
  return { name: found[1] ?? "", start: found.index, end: found.index + found[0].length };
}

/** A purl with its placeholders readable: `pkg:maven/%24%7Bgroup%7D/rail` → `pkg:maven/${group}/rail`. */
export function readablePurl(purl: string): string {
  return purl.replace(brace, (part) => (part === "%7D" ? "}" : "${"));
}
