import { describe, expect, it } from "vitest";
import { quarterOf } from "#evidence/change-quarters.ts";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { withVersionsInUse } from "#insight/adoption/versions-in-use.ts";
import { assessDelivery } from "#insight/delivery/assess-delivery.ts";
import { assessMaintainability } from "#insight/maintainability/assess-maintainability.ts";
import { assessOwnership } from "#insight/ownership/assess-ownership.ts";
import { asOf, bakery, DAY, kit, on, release, shop, use } from "./adoption/bakery.ts";

const year = 365 * DAY;
const seen = asOf - 2 * year;
const olderClones = new Map([["repository:rye", seen]]);

describe("a clone that is older than the others", () => {
  it("says nothing of how its component lay still since", () => {
    const found = (older: ReadonlyMap<string, number>) =>
      assessOwnership({
        organisation: bakery({
          olderClones: older,
          components: [
            shop("rye", { lastHuman: { commit: "c", at: seen - DAY } }),
            shop("oat"),
            shop("bun"),
          ],
          capabilities: [kit("rye-kit", { providerComponentId: "component:rye" })],
          consumptions: [use("oat", "rye-kit", "2020-01-01")],
        }),
        documents: new Map(),
        days: new Map(),
        until: asOf,
        declared: [],
      }).findings.map(({ kind }) => kind);
    expect(found(new Map())).toEqual(["abandoned"]);
    expect(found(olderClones)).toEqual([]);
  });

  it("was behind where the version was asked for already when it was seen", () => {
    const newest = (at: string) => {
      const consumptions = ["rye", "oat"].map((name) =>
        use(name, "oven-kit", "2020-01-01", null, {
          versions: [{ version: "1.0.0", from: on("2020-01-01"), to: null }],
        }),
      );
      const releases = [release("1.0.0", "2019-01-01"), release("2.0.0", at)];
      const [adoption] = assessAdoption(
        bakery({ olderClones, capabilities: [kit("oven-kit", { releases })], consumptions }),
      );
      return adoption?.currency;
    };
    // The clone was seen until the beginning of 2023.
    expect(newest("2022-01-01")?.onNewestMajor).toMatchObject({ numerator: 0, denominator: 2 });
    expect(newest("2022-01-01")?.behindIds).toEqual(["component:oat", "component:rye"]);
    expect(newest("2022-12-01")?.onNewestMajor).toMatchObject({ numerator: 0, denominator: 1 });
    expect(newest("2022-01-01")?.versionsBehind?.n).toBe(1);
  });

  it("is told where nothing is asked for yet", () => {
    const [adoption] = assessAdoption(
      bakery({
        olderClones,
        capabilities: [kit("oven-kit", { releases: [release("1.0.0", "2024-12-20")] })],
        consumptions: [
          use("oat", "oven-kit", "2024-12-21", null, {
            versions: [{ version: "1.0.0", from: on("2024-12-21"), to: null }],
          }),
        ],
      }),
    );
    expect(adoption?.currency.onNewestMajor?.share ?? 1).toBe(1);
  });

  it("is left out of how current consumers are, is counted, and is watched no longer than it was seen", () => {
    const consumptions = ["rye", "oat", "bun", "pie", "roll", "spelt"].map((name) =>
      use(name, "oven-kit", "2020-01-01", null, {
        versions: [
          { version: name === "rye" ? "1.0.0" : "2.0.0", from: on("2020-01-01"), to: null },
        ],
      }),
    );
    const releases = [release("1.0.0", "2019-01-01"), release("2.0.0", "2024-01-01")];
    const [adoption] = assessAdoption(
      bakery({ olderClones, capabilities: [kit("oven-kit", { releases })], consumptions }),
    );
    expect(adoption?.adoptersNow).toBe(6);
    expect(adoption?.olderClonesCount).toBe(1);
    expect(adoption?.currency.onNewestMajor).toEqual({
      major: "2",
      share: 1,
      numerator: 5,
      denominator: 5,
    });
    const atRisk = adoption?.retention?.curve.at(-1)?.atRisk;
    expect(atRisk).toBe(5);
  });

  it("is no fall of the organisation's throughput, and has quarters of its own up to its end", () => {
    const newest = quarterOf(asOf) - 1;
    const cells = ["rye", "oat"].flatMap((name) =>
      Array.from({ length: 12 }, (_, back) => ({
        componentId: `component:${name}`,
        repositoryId: `repository:${name}`,
        head: { commit: "head", at: asOf },
        folder: ".",
        quarter: newest - back,
        humanChanges: Array.from({ length: 20 }, (_one, at) => at),
        fileChangesCount: 100,
        returnsCount: 20,
        sampledCount: 24,
        linesAdded: 1000,
        linesGone: 100,
        hotFileLines: 200,
        hotFilesCount: 10,
      })).filter(({ quarter }) => name === "oat" || quarter < quarterOf(seen)),
    );
    const { scopes } = assessMaintainability({
      organisation: bakery({ olderClones, components: [shop("rye"), shop("oat")] }),
      quarters: cells,
      locked: [],
      until: asOf,
    });
    const [whole] = scopes;
    expect(whole?.olderClonesCount).toBe(1);
    expect(new Set(whole?.quarters.map(({ commitsCount }) => commitsCount))).toEqual(new Set([20]));
    const own = scopes.find(({ id }) => id === "component:rye");
    expect(own?.quarters.at(-1)?.to).toBeLessThanOrEqual(seen);
    expect(own?.quarters.at(-1)?.commitsCount).toBe(20);
  });

  it("ends the window of what is deployed from it", () => {
    const made = (at: number) => ({
      id: String(at),
      at,
      version: String(at),
      isRollback: false,
      isSuccessful: true,
      revision: null,
      artifact: null,
      repositoryId: "repository:rye",
      commit: null,
      path: null,
      line: null,
    });
    const series = {
      application: "ovens",
      componentId: "component:rye",
      environment: "production",
      isProduction: true,
      isTierKnown: true,
      level: "gitops" as const,
      deployments: Array.from({ length: 52 }, (_, week) => made(seen - (52 - week) * 7 * DAY)),
    };
    const [found] = assessDelivery({
      asOf,
      untilOf: () => seen,
      series: [series],
      contained: new Map(),
      incidents: new Map(),
      incidentsSince: null,
    });
    expect(found?.window.to).toBe(seen);
    expect(found?.perWeek).toBeCloseTo(1, 1);
  });
});

describe("what consumers lock above the newest of the clone", () => {
  const locking = (version: string, more = {}) => {
    const capability = kit("oven-kit", { releases: [release("1.2.0", "2020-01-01")], ...more });
    const versions = [{ version, from: on("2023-05-01"), to: null }];
    const consumptions = [use("rye", "oven-kit", "2021-01-01", null, { versions })];
    const whole = withVersionsInUse(bakery({ capabilities: [capability], consumptions }));
    return { whole, versions: whole.capabilities[0]?.releases.map((one) => one.version) };
  };

  it("is a release, since somebody had it, and no gap", () => {
    const { whole, versions } = locking("2.0.1");
    expect(versions).toEqual(["1.2.0", "2.0.1"]);
    const [adoption] = assessAdoption(whole);
    expect(adoption?.currency.newestMajor).toBe("2");
    expect(adoption?.currency.versionsBehind).toEqual({ p50: 0, max: 0, n: 1 });
    expect(adoption?.price.majorsCount).toBe(1);
  });

  it("is one of the same major only, where it had another name", () => {
    const packages = ["pkg:gem/stove-kit", "pkg:gem/oven-kit"];
    expect(locking("1.3.0", { packages }).versions).toEqual(["1.2.0", "1.3.0"]);
    const { whole, versions } = locking("9.0.0", { packages });
    expect(versions).toEqual(["1.2.0"]);
    // Somebody is ahead of what is known: who is behind cannot be told.
    const [adoption] = assessAdoption(whole);
    expect(adoption?.currency.onNewestMajor).toBeNull();
    expect(adoption?.unknown).toContainEqual(
      expect.objectContaining({ field: "currency.versionsBehind", code: "newest-unknown" }),
    );
  });

  it("is none where it is a pre-release, a branch or of something given up", () => {
    expect(locking("2.0.0.rc1").versions).toEqual(["1.2.0"]);
    expect(locking("dev-main").versions).toEqual(["1.2.0"]);
    expect(locking("2.0.1", { lifecycle: "archived" }).versions).toEqual(["1.2.0"]);
    expect(locking("0.0.0").versions).toEqual(["1.2.0"]);
  });
});
