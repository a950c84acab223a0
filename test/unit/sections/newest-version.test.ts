import { describe, expect, test } from "vitest";
import { EvidenceList } from "#sections/evidence-list.ts";
import type { Capability } from "#model/organisation.ts";
import { releasesAhead } from "#insight/adoption/versions-in-use.ts";
import { mapCapability } from "#sections/capabilities/present.ts";
import { capabilityUnknowns } from "#sections/capabilities/unknowns.ts";

/** The capability as sections find it: with what its users lock. */
function latest(capability: Capability, used: readonly string[]): string | null {
  const locked = new Map(used.map((version) => [version, 5]));
  const releases = [...capability.releases, ...releasesAhead(capability, locked, 10)];
  return mapCapability({ ...capability, releases }, [], new EvidenceList()).latestVersion;
}

const lens = (purl: string, ...versions: readonly string[]): Capability => ({
  id: "capability:lens",
  name: "lens",
  kind: "library",
  providerComponentId: null,
  ownerIds: [],
  packages: [purl],
  formerNames: [],
  description: null,
  releases: versions.map((version, index) => ({ version, at: index + 1, commit: "c" })),
  lifecycle: "production",
  serves: null,
  job: null,
  exports: null,
  evidence: [],
});

describe("the releases of a capability", () => {
  const shown = (...versions: readonly string[]) => {
    const capability = lens("pkg:maven/observatory/lens", ...versions);
    const { firstRelease, versionsCount, releases } = mapCapability(
      capability,
      [],
      new EvidenceList(),
    );
    return [firstRelease, versionsCount, ...releases.map(({ version }) => version)];
  };
  test.each([
    ["snapshots are none", ["1.0-SNAPSHOT", "1.0", "2.0", "2.1-SNAPSHOT"], [2, "1.0", "2.0"]],
    ["nor where there is nothing else", ["1.0-SNAPSHOT", "1.0-rc1"], [null]],
    ["words for a release are no pre-release", ["1.0.Final"], [1, "1.0.Final"]],
  ])("%s", (_, versions, wanted) => {
    const [first, ...rest] = shown(...versions);
    expect(rest).toEqual(wanted);
    expect(first === null).toBe(wanted[0] === null);
  });
});

test("of a number that never moved the report says why there is no release", () => {
  const shown = mapCapability(lens("pkg:npm/lens"), [], new EvidenceList());
  const told = (unmovedVersion: string | null) =>
    capabilityUnknowns(
      [{ ...lens("pkg:npm/lens"), ...(unmovedVersion === null ? {} : { unmovedVersion }) }],
      [shown],
    ).filter(({ pointer }) => /(?:Release|Count|Version)$/.test(pointer));
  expect(told("0.1.0").map(({ code }) => code)).toEqual(Array(3).fill("never-released"));
  expect(told("0.1.0")[0]?.reason).toContain("0.1.0");
  expect(told(null).map(({ code }) => code)).toEqual(Array(3).fill("no-releases"));
});

describe("the newest version of a capability", () => {
  test.each([
    ["an old line that is kept up is not newer", ["4.13.0", "5.2.0", "4.13.1"], [], "5.2.0"],
    ["a pre-release is none", ["5.2.0", "5.3.0-rc1"], [], "5.2.0"],
    [
      "where there are only pre-releases, the last",
      ["1.0.0-beta1", "1.0.0-beta2"],
      [],
      "1.0.0-beta2",
    ],
    ["a user ahead of the clone knows it better", ["0.8.11"], ["0.8.12", "0.8.2"], "0.8.12"],
    ["a user of a pre-release does not", ["0.8.11"], ["0.9.0-rc1"], "0.8.11"],
    ["of what has no releases nothing is said", [], ["0.8.12"], null],
  ])("%s", (_, released, used, newest) => {
    const capability = lens("pkg:composer/observatory/lens", ...released);
    expect(latest(capability, used)).toBe(newest);
  });

  test.each([
    ["given up here", { lifecycle: "archived" as const }],
    ["renamed", { packages: ["pkg:npm/glass", "pkg:npm/lens"] }],
  ])("of what was %s users say nothing", (_, more) => {
    const capability = { ...lens("pkg:npm/lens", "0.8.4"), ...more };
    expect(latest(capability, ["25.1.0"])).toBe("0.8.4");
  });
});
