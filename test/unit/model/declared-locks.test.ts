import { describe, expect, test } from "vitest";
import type { LockedHistory } from "#evidence/repository-evidence.ts";
import { declaredLocks } from "#model/declared-locks.ts";
import { file, needs } from "./observatory.ts";

const purl = "pkg:npm/lens";
const at = (day: number) => ({ commit: `c${String(day)}`, at: day });
const row = (
  version: string,
  [from, to]: readonly [number, number | null],
  more: Partial<LockedHistory> = {},
): LockedHistory => ({
  purl,
  ...more,
  spans: [{ value: version, from: at(from), to: to === null ? null : at(to) }],
});
/** `version from-to` of what is left of a lock file at the root. */
const kept = (locked: readonly LockedHistory[], ...declaring: readonly string[]) => {
  const lock = file("package-lock.json", { locked });
  const manifests = declaring.map((path) => file(path, { dependencies: [needs(purl)] }));
  return declaredLocks(lock, [lock, ...manifests])
    .flatMap(({ spans }) =>
      spans.map(({ value, from, to }) => `${value} ${String(from.at)}-${String(to?.at ?? "")}`),
    )
    .toSorted();
};

describe("versions of a package in one lock file", () => {
  const member = { member: "packages/dome" };
  const hoisted = row("6.0.0", [1, null]);

  test("are those that the declaring member sees, not what others brought beside it", () => {
    const locked = [hoisted, row("7.0.0", [1, null], member)];
    expect(kept(locked, "packages/dome/package.json")).toEqual(["7.0.0 1-"]);
  });

  test("count at the root where that declares it too", () => {
    const locked = [hoisted, row("7.0.0", [1, null], member)];
    expect(kept(locked, "package.json", "packages/dome/package.json")).toEqual([
      "6.0.0 1-",
      "7.0.0 1-",
    ]);
  });

  test("are what was there as long as there was one only", () => {
    const locked = [hoisted, row("7.0.0", [5, 9], member)];
    expect(kept(locked, "packages/dome/package.json")).toEqual([
      "6.0.0 1-5",
      "6.0.0 9-",
      "7.0.0 5-9",
    ]);
    expect(kept([hoisted], "packages/dome/package.json")).toEqual(["6.0.0 1-"]);
  });

  test("for a constraint count where a manifest has it", () => {
    const lock = file("yarn.lock", {
      locked: [
        hoisted,
        row("6.0.0", [1, null], { range: "^6.0.0" }),
        row("7.0.0", [1, null], { range: "^7.0.0" }),
      ],
    });
    const spans = [{ value: "^7.0.0", from: at(1), to: null }];
    const manifest = file("packages/dome/package.json", { dependencies: [needs(purl, { spans })] });
    expect(declaredLocks(lock, [lock, manifest]).map((one) => one.range)).toEqual(["^7.0.0"]);
  });
});
