import { globTokens, matchesSegments, type SegmentPattern } from "./segment-glob.ts";

/** Does a path stand for many: `/ci/*.yml`, `ci/**`? */
export function isPathGlob(path: string): boolean {
  return path.includes("*");
}

/** `*` stands for anything in one segment, `**` for any number of segments. */
export function matchesPathGlob(glob: string, path: string): boolean {
  const segments = glob
    .split("/")
    .map((part): SegmentPattern => (part === "**" ? "**" : globTokens(part, false)));
  return matchesSegments(segments, path.split("/"));
}
