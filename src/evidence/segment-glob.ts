/** One step of a glob inside one path segment: `*`, `?`, or a set of characters to hit or to miss. */
export type GlobToken =
  | { readonly kind: "star" }
  | { readonly kind: "any" }
  | { readonly kind: "character"; readonly character: string }
  | { readonly kind: "class"; readonly isNegated: boolean; readonly ranges: readonly Range[] };

type Range = readonly [from: string, to: string];

/** `\` takes the next character literally; `[a-z]` and `[^a-z]` are read only where the dialect knows them. */
export function globTokens(glob: string, withClasses: boolean): readonly GlobToken[] {
  const tokens: GlobToken[] = [];
  for (let at = 0; at < glob.length; at++) {
    const character = glob.charAt(at);
    if (character === "*") {
      if (tokens.at(-1)?.kind !== "star") tokens.push({ kind: "star" });
    } else if (character === "?") tokens.push({ kind: "any" });
    else if (character === "\\" && at + 1 < glob.length)
      tokens.push({ kind: "character", character: glob.charAt(++at) });
    else if (character === "[" && withClasses && glob.indexOf("]", at + 2) > 0) {
      const end = glob.indexOf("]", at + 2);
      tokens.push(classOf(glob.slice(at + 1, end)));
      at = end;
    } else tokens.push({ kind: "character", character });
  }
  return tokens;
}

function classOf(text: string): GlobToken {
  const isNegated = text.startsWith("^") || text.startsWith("!");
  const body = isNegated ? text.slice(1) : text;
  const ranges: Range[] = [];
  for (let at = 0; at < body.length; at++) {
    const from = body.charAt(at);
    const isRange = body.charAt(at + 1) === "-" && at + 2 < body.length;
    ranges.push([from, isRange ? body.charAt(at + 2) : from]);
    if (isRange) at += 2;
  }
  return { kind: "class", isNegated, ranges };
}

/** Goes back to the last star only: at most (length of glob × length of name) steps, whatever the glob. */
export function matchesGlob(tokens: readonly GlobToken[], name: string): boolean {
  let at = 0;
  let position = 0;
  let retryAt = -1;
  let retryPosition = 0;
  while (position < name.length) {
    const token = tokens[at];
    if (token?.kind === "star") {
      retryAt = ++at;
      retryPosition = position;
    } else if (token !== undefined && takes(token, name.charAt(position))) {
      at++;
      position++;
    } else if (retryAt >= 0) {
      at = retryAt;
      position = ++retryPosition;
    } else return false;
  }
  while (tokens[at]?.kind === "star") at++;
  return at === tokens.length;
}

function takes(token: GlobToken, character: string): boolean {
  if (token.kind === "character") return token.character === character;
  if (token.kind === "class")
    return (
      token.ranges.some(([from, to]) => from <= character && character <= to) !== token.isNegated
    );
  return true;
}

/** One segment of a path's pattern: `**` stands for any number of folders, also none. */
export type SegmentPattern = readonly GlobToken[] | "**";

/** Every segment but `**` takes exactly one name, so that going back to the last `**` suffices. */
export function matchesSegments(
  pattern: readonly SegmentPattern[],
  names: readonly string[],
): boolean {
  let at = 0;
  let name = 0;
  let retryAt = -1;
  let retryName = 0;
  while (name < names.length) {
    const segment = pattern[at];
    if (segment === "**") {
      retryAt = ++at;
      retryName = name;
    } else if (segment !== undefined && matchesGlob(segment, names[name] ?? "")) {
      at++;
      name++;
    } else if (retryAt >= 0) {
      at = retryAt;
      name = ++retryName;
    } else return false;
  }
  while (pattern[at] === "**") at++;
  return at === pattern.length;
}
