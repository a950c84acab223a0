import { describe, expect, test } from "vitest";
import type { DemandRequest } from "#evidence/declared.ts";
import { assessAdoption } from "#insight/adoption/assess-adoption.ts";
import { assessJobs } from "#insight/jobs/assess-jobs.ts";
import { jobIndex } from "#insight/jobs/job-index.ts";
import { buildNext } from "#insight/lenses/build-next.ts";
import { enableNext } from "#insight/lenses/enable-next.ts";
import type { Organisation } from "#model/organisation.ts";
import { asOf, bakery, bought, kit, on, release, shop, use } from "../adoption/bakery.ts";

const request = (about: string, team: string): DemandRequest => ({
  id: `${about} ${team}`,
  title: `please mend ${about}`,
  kind: "platform",
  team,
  about,
  openedAt: on("2024-11-01"),
  answeredAt: null,
  closedAt: null,
  where: { file: "r.csv", line: 2 },
});

function platform(organisation: Organisation, requests: readonly DemandRequest[] | null = null) {
  const index = jobIndex([
    { job: "proofing", packages: ["pkg:gem/warm", "pkg:gem/warmer", "pkg:gem/cosy"] },
  ]);
  return enableNext({
    ...organisation,
    adoption: assessAdoption(organisation),
    jobs: assessJobs(organisation, { index }),
    documentation: [],
    clones: null,
    requests,
  });
}

describe("what the platform should enable next", () => {
  test("a job that teams solve in different ways, with nothing offered", () => {
    const uses = [
      bought("rye", "pkg:gem/warm", "2020-01-01"),
      bought("oat", "pkg:gem/warmer", "2020-01-01"),
      bought("pie", "pkg:gem/cosy", "2020-01-01"),
    ];
    const [first] = platform(bakery({ thirdPartyUses: uses }));
    expect(first).toMatchObject({ kind: "one-answer", reach: 3 });
    expect(first?.strength).toBeCloseTo(2 / 3, 9);
    const atDesks = uses.map((one) => ({ ...one, scope: "development" as const }));
    expect(platform(bakery({ thirdPartyUses: atDesks }))[0]?.strength).toBeCloseTo(
      0.3 * (2 / 3),
      9,
    );
  });

  test("where most owners are unknown, what repositories would feel; teams are at least so many", () => {
    const organisation = bakery({
      thirdPartyUses: [
        bought("rye", "pkg:gem/warm", "2020-01-01"),
        bought("oat", "pkg:gem/warmer", "2020-01-01"),
        bought("pie", "pkg:gem/cosy", "2020-01-01"),
      ],
      consumptions: ["rye", "oat", "pie"].map((name) =>
        use(name, "oven-kit", "2020-01-01", name === "rye" ? "2022-01-01" : null),
      ),
    });
    const unowned = organisation.components.map((one) => ({ ...one, ownerIds: [] }));
    const items = platform({ ...organisation, components: unowned });
    expect(items.map(({ kind, reach, reachUnit }) => [kind, reach, reachUnit])).toEqual([
      ["keep-users", 2, "repository"],
    ]);
    const nobody = { ...organisation.components[0], id: "component:nobody", ownerIds: [] };
    const most = Array.from({ length: 20 }, (_, at) => ({
      ...nobody,
      id: `component:${String(at)}`,
    }));
    const partly = platform({
      ...organisation,
      components: [...organisation.components, ...(most as typeof unowned)],
    });
    expect(partly.find(({ kind }) => kind === "one-answer")?.reasons[0]).toMatch(
      /^at least 3 teams solve it/,
    );
  });

  test("what is retired: its last users, and nothing that would keep it alive", () => {
    const retired = (lifecycle: "deprecated" | "unknown", stillUsing: number) =>
      platform(
        bakery({
          capabilities: [kit("oven-kit", { lifecycle })],
          consumptions: ["rye", "oat", "pie"].map((name, index) =>
            use(name, "oven-kit", "2020-01-01", index < stillUsing ? null : "2022-01-01"),
          ),
        }),
      );
    expect(retired("deprecated", 1)).toMatchObject([
      {
        kind: "finish-retirement",
        title: "Finish the retirement of oven-kit",
        reasons: ["retirement under way: 2 of 3 components have left it", "1 still uses it"],
      },
    ]);
    expect(retired("deprecated", 0)).toEqual([]);
    // Whether it lives is not known: nobody can say that it loses anybody.
    expect(retired("unknown", 1)).toEqual([]);
  });

  test("requests that are open, by what they are about", () => {
    const items = platform(bakery({}), [request("oven-kit", "rye"), request("Oven-Kit", "oat")]);
    expect(items[0]).toMatchObject({
      kind: "requested",
      reach: 2,
      subjectIds: ["capability:oven-kit"],
    });
  });

  test("the order does not depend on the order of the input", () => {
    const organisation = bakery({
      consumptions: ["rye", "oat", "pie"].map((name) =>
        use(name, "oven-kit", "2020-01-01", name === "rye" ? "2022-01-01" : null),
      ),
    });
    const turned = { ...organisation, consumptions: organisation.consumptions.toReversed() };
    expect(platform(turned)).toEqual(platform(organisation));
    expect(platform(organisation)[0]?.kind).toBe("keep-users");
  });
});

describe("what a product should build next", () => {
  const versions = [{ version: "1.2.0", from: on("2020-01-01"), to: null }];
  const product = (
    name: string,
    capability = kit("oven-kit", {
      releases: [release("1.0.0", "2019-01-01"), release("2.0.0", "2022-01-01")],
    }),
    isOlderClone = false,
  ) => {
    const organisation = bakery({
      capabilities: [capability],
      consumptions: ["rye", "spelt", "oat", "pie"].map((one) =>
        use(one, "oven-kit", "2020-01-01", null, { versions }),
      ),
    });
    return buildNext({
      component: shop(name),
      capabilities: organisation.capabilities,
      adoption: assessAdoption(organisation),
      outcomes: [],
      requests: null,
      asOf,
      isOlderClone,
    });
  };

  test("what it uses has a newer major version", () => {
    expect(product("rye").map((one) => one.kind)).toEqual(["upgrade"]);
  });

  test("nothing to raise of what it locked when it was seen last", () => {
    expect(product("rye", undefined, true)).toEqual([]);
  });

  test("what most of its kind use", () => {
    const [first] = product("bun");
    expect(first).toMatchObject({ kind: "adopt", subjectIds: ["capability:oven-kit"] });
    expect(first?.reasons[0]).toBe("4 of 6 components that could use it do");
  });

  test("nothing that is made for other people than it serves", () => {
    const page = (name: string, description: string) =>
      shop(name, { description, surface: [{ mark: "page", text: "/", count: 3 }] });
    const staff = ["rye", "spelt", "oat", "pie"].map((name) => page(name, "for bakery staff"));
    const given = (component: ReturnType<typeof shop>) => {
      const organisation = bakery({
        components: [shop("oven"), ...staff, component, shop("roll")],
        consumptions: staff.map(({ name }) => use(name, "oven-kit", "2020-01-01")),
      });
      return buildNext({
        component,
        capabilities: organisation.capabilities,
        adoption: assessAdoption(organisation),
        outcomes: [],
        requests: null,
        asOf,
      }).map((one) => one.kind);
    };
    expect(given(page("bun", "the admin of orders"))).toEqual(["adopt"]);
    expect(given(page("bun", "where customers order bread"))).toEqual([]);
  });

  test("what is going away", () => {
    expect(product("rye", kit("oven-kit", { lifecycle: "deprecated" }))[0]?.kind).toBe(
      "going-away",
    );
    expect(product("bun", kit("oven-kit", { lifecycle: "deprecated" }))).toEqual([]);
  });
});
