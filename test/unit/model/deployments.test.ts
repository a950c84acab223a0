import { describe, expect, it } from "vitest";
import { noDeployments } from "#evidence/deployments.ts";
import { EventColumns } from "#evidence/event-columns.ts";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { deploymentsFrom } from "#model/find-deployments.ts";
import { noDeploymentConfiguration } from "#model/deployments.ts";
import type { Component } from "#model/organisation.ts";
import { DeploymentLog } from "#sources/gitops/deployment-log.ts";

const component = (name: string, path = "."): Component => ({
  id: `component:${name}#${path}`,
  name,
  repositoryId: `repository:bakery/${name}`,
  path,
  description: null,
  languages: [],
  ownerIds: [],
  ownerSource: "unknown",
  lifecycle: "unknown",
  isLive: null,
  born: null,
  lastHuman: null,
  goneAt: null,
  artefacts: [],
  surface: [],
  catalogued: null,
  correction: null,
  evidence: [],
});

type Part = Pick<RepositoryEvidence, "id" | "tags" | "deployments">;
// Only these three are looked at.
const repository = (part: Partial<Part>): RepositoryEvidence =>
  ({
    id: "repository:bakery/state",
    tags: [],
    deployments: noDeployments,
    ...part,
  }) as RepositoryEvidence;

function state(...rows: [at: number, application: string, environment: string, version: string][]) {
  const log = new DeploymentLog(noDeployments);
  for (const [at, application, environment, version] of rows) {
    const path = `tags/${environment}/${application}`;
    const asked = version === "" ? null : [{ application, environment, slot: "", version }];
    log.commit(`c${String(at)}`, at, [{ path, position: at, asked }]);
  }
  return repository({ deployments: log.columns() });
}

const gather = (repositories: RepositoryEvidence[], components: Component[], more: object = {}) =>
  deploymentsFrom({
    asOf: 1000,
    repositories,
    components,
    events: [],
    configuration: noDeploymentConfiguration,
    ...more,
  });

describe("deployments", () => {
  it("belong to the component of that name, and know tags, commits and rollbacks", () => {
    const sha = "0123456789abcdef0123456789abcdef01234567";
    const repositories = [
      state(
        [1, "OVEN_timer", "production", "v1"],
        [2, "OVEN_timer", "production", sha],
        [3, "OVEN_timer", "production", "v1"],
      ),
      repository({
        id: "repository:bakery/oven-timer",
        tags: [{ name: "v1", commit: "tagged", at: 0 }],
      }),
    ];
    const [series] = gather(repositories, [component("oven-timer")]);
    expect(series).toMatchObject({
      componentId: "component:oven-timer#.",
      isProduction: true,
      level: "gitops",
    });
    expect(series?.deployments.map((one) => [one.version, one.revision, one.isRollback])).toEqual([
      ["v1", "tagged", false],
      [sha, sha, false],
      ["v1", "tagged", true],
    ]);
  });

  it("know the commit that a longer tag holds, and the tag that it ends with", () => {
    const sha = "0123456789abcdef0123456789abcdef01234567";
    const told = [
      [`release-${sha}`, sha],
      // Ends like the number of a tag.
      [`release-${sha.replace("4567", "abf7")}`, sha.replace("4567", "abf7")],
      [`${sha}-on-arm`, sha],
      ["1.4.0-3-g0a1b2c3", "0a1b2c3"],
      ["sha-0a1b2c3", "0a1b2c3"],
      ["main-0a1b2c3-20240304", "0a1b2c3"],
      ["release-v7", "tagged"],
      ["v7-on-arm", null],
      ["nightly-20240304", null],
      ["feature-decade-facades", null],
      ["0a1b2c3-4d5e6f7", null],
    ] as const;
    const rows = told.map(([version], at): [number, string, string, string] => [
      at + 1,
      "till",
      "production",
      version,
    ]);
    const till = repository({
      id: "repository:bakery/till",
      tags: [{ name: "v7", commit: "tagged", at: 0 }],
    });
    const [series] = gather([state(...rows), till], [component("till")]);
    expect(series?.deployments.map((one) => [one.version, one.revision])).toEqual(told);
  });

  it("belong beside the first to the component whose commits a second application runs", () => {
    const found = gather(
      [
        state(
          [1, "till-on-arm", "production", "v1-arm"],
          [2, "till", "production", "v1"],
          [3, "oven", "production", "v1"],
        ),
      ],
      [component("till"), component("oven")],
      {
        byCommits: new Map([
          ["till-on-arm", "component:till#."],
          ["oven", "component:till#."],
        ]),
      },
    );
    expect(found.map((one) => [one.application, one.componentId])).toEqual([
      ["oven", "component:oven#."],
      ["till", "component:till#."],
      ["till-on-arm", "component:till#."],
    ]);
  });

  it("end with an application, and start with it again", () => {
    const [series] = gather(
      [
        state(
          [1, "till", "staging", "v1"],
          [2, "till", "staging", ""],
          [3, "till", "staging", "v1"],
        ),
      ],
      [],
    );
    expect(series?.deployments.map((one) => [one.at, one.isRollback])).toEqual([
      [1, false],
      [3, false],
    ]);
    expect(series).toMatchObject({ componentId: null, isProduction: false });
  });

  it("take events before deployment state, never both", () => {
    const event = {
      id: "e1",
      at: 5,
      version: "v9",
      isRollback: false,
      isSuccessful: true,
      revision: null,
      artifact: null,
      chain: null,
      path: "events.ndjson",
      line: 1,
    };
    const columns = new EventColumns();
    const rows = Uint32Array.of(columns.append(event, 0));
    const events = [{ application: "till", environment: "production", columns, rows }];
    const found = gather([state([1, "till", "production", "v1"])], [component("till")], { events });
    expect(found.map((one) => [one.level, one.deployments.length])).toEqual([["event", 1]]);
  });

  it("forget what lies behind the day of the report, and honour configured names", () => {
    const configuration = {
      ...noDeploymentConfiguration,
      applications: new Map([["shop-front", "till"]]),
      production: ["north"],
    };
    const found = gather(
      [state([1, "shop-front", "north", "v1"], [1000, "shop-front", "north", "v2"])],
      [component("till")],
      { configuration },
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ componentId: "component:till#.", isProduction: true });
    expect(found[0]?.deployments).toHaveLength(1);
  });

  it("fall back on one family of tags, the newest", () => {
    const tags = [
      { name: "release_1", commit: "a", at: 1 },
      { name: "release_2", commit: "b", at: 2 },
      { name: "v1.0.0", commit: "c", at: 3 },
      { name: "v1.1.0", commit: "d", at: 4 },
      { name: "nightly", commit: "e", at: 5 },
    ];
    const repositories = [repository({ id: "repository:bakery/till", tags })];
    const [series] = gather(repositories, [component("till")]);
    expect(series).toMatchObject({ level: "release", environment: "tags v*", isProduction: false });
    expect(series?.deployments.map((one) => one.version)).toEqual(["v1.0.0", "v1.1.0"]);
    expect(series?.tagFamilies?.map((one) => [one.pattern, one.tagsCount, one.isChosen])).toEqual([
      ["v{version}", 2, true],
      ["release_{version}", 2, false],
    ]);
    const chosen = gather(repositories, [component("till")], {
      configuration: { ...noDeploymentConfiguration, releaseTags: ["release_{version}"] },
    });
    expect(chosen[0]?.deployments.map((one) => one.version)).toEqual(["release_1", "release_2"]);
  });

  it("count releases, not what comes before them", () => {
    const names = [
      "v1.0.0-rc.1",
      "v1.0.0-rc.2",
      "v1.0.0",
      "v1.1.0-SNAPSHOT",
      "v1.1.0-1",
      "v2.0.0.M3",
    ];
    names.push(
      "v2.0-beta4",
      "v2.0.0-alpha",
      "v2.0.0-pr.7",
      "v2.0.0-M.1",
      "v2.0.0-20240501",
      "v2.1.0-hotfix",
      "v2.2.0+build.dev",
      "v2.3.7866ef73805b82285d55900ffd3467a34a550b54",
    );
    const tags = names.map((name, index) => ({ name, commit: `c${String(index)}`, at: index + 1 }));
    const [series] = gather(
      [repository({ id: "repository:bakery/till", tags })],
      [component("till")],
    );
    expect(series?.deployments.map((one) => one.version)).toEqual([
      "v1.0.0",
      "v1.1.0-1",
      "v2.0.0-20240501",
      "v2.1.0-hotfix",
      "v2.2.0+build.dev",
      "v2.3.7866ef73805b82285d55900ffd3467a34a550b54",
    ]);
    expect(series?.tagFamilies).toMatchObject([{ tagsCount: 6 }]);
  });

  it("look through tags a few times, however many components a repository has", () => {
    const names = Array.from({ length: 100 }, (_, index) => `oven${String(index)}`);
    let readings = 0;
    const tags = names.flatMap((name) =>
      ["1.0.0", "1.1.0"].map((version, at) => ({
        get name() {
          readings++;
          return `${name}@${version}`;
        },
        commit: "c",
        at,
      })),
    );
    const ovens = names.map((name) => ({
      ...component(name, `parts/${name}`),
      repositoryId: "repository:bakery/ovens",
    }));
    const series = gather([repository({ id: "repository:bakery/ovens", tags })], ovens);
    expect(series.map((one) => one.environment).sort()).toEqual(
      names.map((name) => `tags ${name}@*`).sort(),
    );
    expect(readings).toBeLessThan(20 * tags.length);
  });

  it("find the tag of a version that is written without its family", () => {
    const tags = [
      { name: "release_300", commit: "a", at: 1 },
      { name: "ovens-1.2.0", commit: "b", at: 2 },
      { name: "till-1.2.0", commit: "c", at: 3 },
    ];
    const repositories = [
      state([5, "till", "production", "300"], [6, "till", "production", "1.2.0"]),
      repository({ id: "repository:bakery/till", tags }),
    ];
    const [series] = gather(repositories, [component("till")]);
    expect(series?.deployments.map((one) => one.revision)).toEqual(["a", null]);
  });

  it("take a release that a forge reports only where nothing better is known", () => {
    const event = (application: string, environment: string) => {
      const columns = new EventColumns();
      const one = {
        id: `${application} ${environment}`,
        at: 5,
        version: "v9",
        isRollback: false,
        isSuccessful: true,
        revision: null,
        artifact: null,
        chain: null,
        path: "events.ndjson",
        line: 1,
      };
      return { application, environment, columns, rows: Uint32Array.of(columns.append(one, 0)) };
    };
    const events = [
      event("till", "release"),
      event("till", "production"),
      event("ovens", "release"),
    ];
    const found = gather([], [component("till"), component("ovens")], { events });
    expect(found.map((one) => [one.application, one.environment, one.level])).toEqual([
      ["ovens", "release", "release"],
      ["till", "production", "event"],
    ]);
  });
});
