import { expect, test } from "vitest";
import { lockedVersions, type Declaration } from "#model/locked-versions.ts";
import { born, file, repository } from "./observatory.ts";

const purl = "pkg:npm/lens";
const from = { commit: "c", at: born };
const rows = (versions: Readonly<Record<string, string>>) =>
  Object.entries(versions).map(([member, value]) => ({
    purl,
    ...(member === "" ? {} : { member }),
    spans: [{ value, from, to: null }],
  }));
const declared = (path: string, of = purl): Declaration => ({
  purl: of,
  path,
  spans: [{ value: "^1.0.0", from, to: null }],
});

/** Versions that the manifest sees in a repository with one lock file, when both stand in different units. */
function seen(
  lock: string,
  versions: Readonly<Record<string, string>>,
  manifest: string,
): string[] {
  const files = [file(lock, { source: "locks", locked: rows(versions) })];
  const unit = {
    repository: repository("sky", files),
    folder: "apps/dome",
    files: [],
    formerFolders: [],
    besidePaths: new Set<string>(),
    isSample: false,
  };
  return lockedVersions(unit, [declared(manifest)], born, null).map(({ version }) => version);
}

test("the lock file above a member of a workspace says what that member sees", () => {
  const versions = { "": "1.4.0", "apps/dome": "1.2.0" };
  expect(seen("pnpm-lock.yaml", versions, "apps/dome/package.json")).toEqual(["1.2.0"]);
  expect(seen("pnpm-lock.yaml", versions, "apps/bell/package.json")).toEqual(["1.4.0"]);
  expect(seen("apps/bell/pnpm-lock.yaml", versions, "apps/dome/package.json")).toEqual([]);
});

test("Rush keeps it among its settings, with members named from there", () => {
  const versions = { "": "1.4.0", "../../../apps/dome": "1.2.0" };
  const path = "common/config/rush/pnpm-lock.yaml";
  expect(seen(path, versions, "apps/dome/package.json")).toEqual(["1.2.0"]);
  expect(seen(path, versions, "apps/bell/package.json")).toEqual(["1.4.0"]);
  expect(seen(`web/${path}`, versions, "web/apps/dome/package.json")).toEqual(["1.2.0"]);
  expect(seen(`web/${path}`, versions, "apps/dome/package.json")).toEqual([]);
  const subspace = "common/config/subspaces/night/pnpm-lock.yaml";
  expect(seen(subspace, versions, "apps/bell/package.json")).toEqual(["1.4.0"]);
});

test.each([
  "Dome.xcodeproj/project.xcworkspace/xcshareddata/swiftpm/Package.resolved",
  "Dome.xcworkspace/xcshareddata/swiftpm/Package.resolved",
  "gradle/dependency-locks/runtimeClasspath.lockfile",
])("%s is about the folder above its settings", (path) => {
  expect(seen(path, { "": "1.4.0" }, "apps/dome/Package.swift")).toEqual(["1.4.0"]);
  expect(seen(`apps/dome/${path}`, { "": "1.4.0" }, "apps/dome/Package.swift")).toEqual(["1.4.0"]);
  expect(seen(`apps/bell/${path}`, { "": "1.4.0" }, "apps/dome/Package.swift")).toEqual([]);
});

test("a lock file of its own that is gone says nothing of what the one above says since", () => {
  const gone = { commit: "d", at: born + 1000 };
  const own = file("apps/dome/package-lock.json", {
    source: "locks",
    spans: [{ value: "", from, to: gone }],
    locked: [{ purl, spans: [{ value: "1.2.0", from, to: gone }] }],
  });
  const above = file("package-lock.json", {
    source: "locks",
    locked: [{ purl, spans: [{ value: "1.4.0", from, to: null }] }],
  });
  const told = (held: typeof own) =>
    lockedVersions(
      {
        repository: repository("sky", [held, above]),
        folder: "apps/dome",
        files: [held],
        formerFolders: [],
        besidePaths: new Set<string>(),
        isSample: false,
      },
      [declared("apps/dome/package.json")],
      born,
      null,
    );
  expect(told(own)).toEqual([
    { version: "1.2.0", from: born, to: gone.at },
    { version: "1.4.0", from: gone.at, to: null },
  ]);
  const kept = { ...own, spans: [{ value: "", from, to: null }] };
  expect(told(kept).map(({ version }) => version)).toEqual(["1.2.0"]);
});
