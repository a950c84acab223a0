import * as fc from "fast-check";
import { expect, it } from "vitest";
import { versionBeside } from "#sources/manifests/pinned-version.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";

it.each([
  ["v2.1.0", "v2.1.0"],
  ["2.1.0", "2.1.0"],
  ["v4", "v4"],
  ["tag=v2", "v2"],
  ["tag=v2.1.0-rc.1", "v2.1.0-rc.1"],
  ["renovate: tag=v2.1.0", "v2.1.0"],
  ["pin@v2", "v2"],
  ["@v3.0", "v3.0"],
  ["ratchet:railway/flows/.github/workflows/ci.yml@v2.1.0", "v2.1.0"],
  ["ratchet:railway/flows@2", "2"],
  ["frozen: v1.4.0", "v1.4.0"],
  ["railway/flows lint-v1.4.0", "v1.4.0"],
  ["release lint/1.4.0, see the notes", "1.4.0"],
  ["pinned 2026-01-05", commit],
  ["2026-01-05 v1.2.0", "v1.2.0"],
  ["ratchet:exclude", commit],
  ["main", commit],
  ["track 9 and three quarters", commit],
])("reads %s", (comment, version) => {
  expect(versionBeside(commit, comment)).toBe(version);
});

it("leaves a reference that is no commit as it is", () => {
  expect(versionBeside("v1", "v2.1.0")).toBe("v1");
  expect(versionBeside(null, "v2.1.0")).toBeNull();
  expect(versionBeside(`sha256:${"ab".repeat(32)}`, "tag=1.2")).toBe("1.2");
});

it("answers with the reference or a part of the comment", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (comment) => {
      const version = versionBeside(commit, comment) ?? "";
      expect(version === commit || comment.includes(version)).toBe(true);
    }),
  );
});
