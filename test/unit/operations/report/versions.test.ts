import { describe, expect, it } from "vitest";
import { newestVersion } from "#operations/report/versions.ts";

const dated = (...versions: readonly string[]) =>
  versions.map((version, at) => ({ version, at: at * 100 }));

describe("the newest version", () => {
  it("is the highest stable one that was released, not the last: old lines are mended too", () => {
    expect(newestVersion(dated("1.9.0", "1.10.0", "1.9.1"), [])).toBe("1.10.0");
    expect(newestVersion(dated("1.0.0", "2.0.0-rc.1", "0.0.0"), [])).toBe("1.0.0");
    expect(newestVersion(dated("0.1.0-beta", "0.2.0-beta"), [])).toBe("0.2.0-beta");
    expect(newestVersion([], dated("1.0.0"))).toBeNull();
  });

  it("is what somebody uses where that was first seen after the last release of a clone grown old", () => {
    const released = dated("1.4.0", "1.5.0");
    expect(newestVersion(released, [{ version: "v1.6.0", at: 150 }])).toBe("1.6.0");
    expect(newestVersion(released, [{ version: "33037ef2", at: 150 }])).toBe("1.5.0");
    // Higher, but older than what was released since: another way of counting.
    expect(newestVersion(released, [{ version: "2020.1", at: 50 }])).toBe("1.5.0");
  });
});
