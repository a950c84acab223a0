import { globTokens, matchesGlob } from "./segment-glob.ts";

/** Does a path stand for many: `/ci/*.yml`, `ci/**`? */
export function isPathGlob(path: string): boolean {
  return path.includes("*");
}

/** `*` stands for anything in one segment, `**` for any number of segments. At most (segments of glob × segments of path) steps. */
export function matchesPathGlob(glob: string, path: string): boolean {
  const segments = path.split("/");
  let open = new Set<number>([0]);
  const patterns = glob.split("/");
  for (const [index, pattern] of patterns.entries()) {
    const next = new Set<number>();
    if (pattern === "**") {
      const least = Math.min(...open);
      const isLast = index === patterns.length - 1;
      for (let at = isLast ? segments.length : least; at <= segments.length; at += 1) next.add(at);
    } else {
      const tokens = globTokens(pattern, false);
      for (const at of open)
        if (at < segments.length && matchesGlob(tokens, segments[at] ?? "")) next.add(at + 1);
    }
    if (next.size === 0) return false;
    open = next;
  }
  return open.has(segments.length);
}
