import { describe, expect, test } from "vitest";
import type { HeadFile, RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { licences } from "#insight/signals/readings/licences.ts";
import type { LicenceKind } from "#vocabulary/structure.ts";
import { bakery, kit, on, shop, use } from "../adoption/bakery.ts";
import { clone, known, sourcesOf } from "./sources.ts";

const DAY = 86_400;

/** A clone with licences that came on these days. */
function licensed(
  name: string,
  ...files: readonly (readonly [path: string, kind: LicenceKind, since: string])[]
): RepositoryEvidence {
  return clone(name, {
    first: { commit: "f1a7", at: on("2015-01-01") },
    headFiles: files.map(([path, licence]): HeadFile => ({
      path,
      source: "licence-files",
      workspaces: [],
      ownerRules: [],
      entities: [],
      services: [],
      document: null,
      surface: [],
      licence,
    })),
    fileChanges: {
      paths: files.map(([path]) => path),
      ends: Uint32Array.from(files, (_, index) => index + 1),
      days: Uint16Array.from(files, ([, , since]) => on(since) / DAY),
    },
  });
}

const mit = ["LICENSE", "permissive", "2016-01-01"] as const;
const agpl = ["LICENSE", "strong-copyleft", "2016-01-01"] as const;
const organisation = bakery({
  components: ["oven", "rye", "oat", "bun"].map((name) => shop(name)),
  capabilities: [kit("oven-kit")],
  consumptions: [use("rye", "oven-kit", "2020-01-01")],
});

describe("licences", () => {
  test("who has none is named where most are open; what came later was missing before", () => {
    const repositories = [
      licensed("oven", mit),
      licensed("rye", mit),
      licensed("oat", ["LICENSE", "permissive", "2024-06-01"]),
      licensed("bun"),
    ];
    const found = known(licences(sourcesOf({ organisation, repositories })));
    expect(found).toMatchObject({ value: 0.25, n: 4, coverage: 1, spread: { clusters: 4 } });
    expect(found.text).toBe("1 of 4 repositories have no licence (25 %): bun");
    expect(found.evidence.map(({ repositoryId, path }) => [repositoryId, path])).toEqual([
      ["repository:bun", null],
      ["repository:oven", "LICENSE"],
      ["repository:rye", "LICENSE"],
      ["repository:oat", "LICENSE"],
    ]);
    expect(found.history.map(({ value }) => value)).toEqual([0.5, 0.5, 0.5, 0.25]);
  });

  test("where most carry none the files do not say that anything is public", () => {
    const repositories = [licensed("oven", mit), licensed("rye"), licensed("oat")];
    expect(licences(sourcesOf({ organisation, repositories })).unknown?.code).toBe("not-public");
  });

  test("what is built on something that asks for more than one's own licence gives is at odds", () => {
    const of = (oven: RepositoryEvidence, rye: RepositoryEvidence, more = organisation) =>
      known(
        licences(
          sourcesOf({
            organisation: more,
            repositories: [oven, rye],
            productIds: new Set(["component:rye"]),
          }),
        ),
      );
    const found = of(licensed("oven", agpl), licensed("rye", mit));
    expect(found.value).toBe(0.5);
    expect(found.text).toContain("1 (50 %) build on something whose licence asks for more");
    expect(found.evidence.map(({ source }) => source)).toEqual([
      organisation.consumptions[0]?.evidence[0]?.source,
      "licence-files",
      "licence-files",
    ]);
    // The same kind, the other way round, a choice of two, and what is used to build only: none of these.
    expect(of(licensed("oven", agpl), licensed("rye", agpl)).value).toBe(0);
    expect(of(licensed("oven", mit), licensed("rye", agpl)).value).toBe(0);
    const choice = licensed("oven", agpl, ["LICENSE-MIT", "permissive", "2016-01-01"]);
    expect(of(choice, licensed("rye", mit)).value).toBe(0);
    const built = bakery({
      ...organisation,
      consumptions: [use("rye", "oven-kit", "2020-01-01", null, { scope: "build" })],
    });
    expect(of(licensed("oven", agpl), licensed("rye", mit), built).value).toBe(0);
    // Nor what an example takes in, which is neither product nor platform.
    const repositories = [licensed("oven", agpl), licensed("rye", mit)];
    expect(known(licences(sourcesOf({ organisation, repositories }))).value).toBe(0);
  });
});
