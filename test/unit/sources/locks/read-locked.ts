import { expect } from "vitest";
import type { LockFormat } from "#sources/locks/formats.ts";
import { parseLock } from "#sources/locks/parse-lock.ts";

/** `name version`, with `range`, `member` and `nested` where told. */
export function readLocked(format: LockFormat, text: string): string[] {
  const { packages, problems } = parseLock(format, text);
  expect(problems).toEqual([]);
  return packages.map(({ purl, version, range, member, isNested }) =>
    [
      purl.replace("pkg:", ""),
      version,
      ...(range === undefined ? [] : [`range ${range}`]),
      ...(member === undefined ? [] : [`member ${member}`]),
      ...(isNested === undefined ? [] : ["nested"]),
    ].join(" "),
  );
}
