import { describe, expect, it } from "vitest";
import type { LockedPackage } from "#evidence/facts.ts";
import { lockedVersion } from "#sources/locks/locked-version.ts";

const locked = (version: string, seen: Partial<LockedPackage> = {}): LockedPackage => ({
  purl: "pkg:npm/ovens",
  version,
  ...seen,
});

describe("lockedVersion", () => {
  it("is null where nothing is locked", () => {
    expect(lockedVersion([])).toBeNull();
  });

  it("passes over what only other packages see", () => {
    expect(lockedVersion([locked("3.0.0", { isNested: true }), locked("1.0.0")])).toBe("1.0.0");
    expect(lockedVersion([locked("3.0.0", { isNested: true })])).toBe("3.0.0");
  });

  it("prefers what the declaring member sees by itself", () => {
    const entries = [locked("2.0.0"), locked("1.0.0", { member: "web" })];
    expect(lockedVersion(entries, { member: "web" })).toBe("1.0.0");
    expect(lockedVersion(entries, { member: "api" })).toBe("2.0.0");
    expect(lockedVersion(entries)).toBe("2.0.0");
  });

  it("takes the entry of the very constraint", () => {
    const entries = [locked("1.9.0", { range: "^1.0.0" }), locked("1.2.0", { range: "~1.2.0" })];
    expect(lockedVersion(entries, { constraint: "~1.2.0" })).toBe("1.2.0");
    expect(lockedVersion(entries, { constraint: "^1.0.0" })).toBe("1.9.0");
  });

  it("takes the highest that satisfies the constraint, else the highest", () => {
    const entries = [locked("1.9.0"), locked("1.10.0"), locked("2.0.0-rc.1")];
    expect(lockedVersion(entries, { constraint: "^1.0.0" })).toBe("1.10.0");
    expect(lockedVersion(entries, { constraint: "^7" })).toBe("2.0.0-rc.1");
    expect(lockedVersion(entries, { constraint: "not a range" })).toBe("2.0.0-rc.1");
  });

  it("does not order what cannot be ordered", () => {
    expect(lockedVersion([locked("dev-main"), locked("1.0.0")])).toBeNull();
  });
});
