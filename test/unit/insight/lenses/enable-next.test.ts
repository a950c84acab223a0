import { describe, expect, test } from "vitest";
import { asOf, bought, DAY, kit, on, release, shop, use } from "../adoption/bakery.ts";
import { costs, kindsOf as kinds, page, propose } from "./propose.ts";

const users = (names: readonly string[], to: (name: string) => string | null = () => null) =>
  names.map((name) => use(name, "oven-kit", "2020-01-01", to(name)));

describe("a job done in several ways", () => {
  // Upkeep of few packages is hardly an hour a year where changes are quick.
  const slow = { costs: { ...costs, change: { low: 10, likely: 20, high: 40 } } };
  const ways = [
    bought("rye", "pkg:gem/warm", "2020-01-01"),
    bought("oat", "pkg:gem/warmer", "2020-01-01"),
    bought("pie", "pkg:gem/cosy", "2020-01-01"),
  ];

  test("is to be agreed on where nothing is offered, without moving what exists", () => {
    const [first] = propose({ thirdPartyUses: ways }, slow);
    expect(first).toMatchObject({ kind: "consolidate", reach: { count: 3, unit: "team" } });
    expect(first?.title).toMatch(/^Agree on one way: /);
    expect(first?.firstStep).toContain("leave what exists alone");
    expect(first?.reasons).toContain("the platform offers none");
  });

  test("is nobody's matter where it only serves development", () => {
    const beside = ways.map((one) => ({ ...one, scope: "development" as const }));
    expect(propose({ thirdPartyUses: beside }, slow)).toEqual([]);
  });

  const answered = (
    names: readonly string[],
    lifecycle: "production" | "deprecated" = "production",
  ) =>
    propose(
      {
        capabilities: [kit("oven-kit", { job: "proofing", lifecycle, packages: ["pkg:gem/warm"] })],
        components: [
          shop("oven"),
          page(shop("spelt"), "where customers order"),
          page(shop("bun"), "where customers order"),
          page(shop("roll"), "where customers order"),
          page(shop("rye"), "where customers order"),
          page(shop("oat"), "the admin of orders"),
          page(shop("pie"), "where customers order"),
        ].map((one) =>
          one.description?.startsWith("where") === true
            ? {
                ...one,
                surface: [...one.surface, { mark: "public-host" as const, text: "x", count: 1 }],
              }
            : one,
        ),
        consumptions: users(["spelt", "bun", "roll"]),
        thirdPartyUses: names.map((name, at) =>
          bought(name, at % 2 === 0 ? "pkg:gem/warmer" : "pkg:gem/cosy", "2020-01-01"),
        ),
      },
      slow,
    ).filter(({ kind }) => kind === "adopt");

  test("is for whoever is like its users: never for another audience, its owner, or what is retired", () => {
    const [first] = answered(["rye", "oat", "pie", "oven"]);
    expect(first?.affectedIds).toEqual(["component:pie", "component:rye"]);
    expect(answered(["oat", "oven"])).toEqual([]);
    expect(answered(["rye", "pie"], "deprecated")).toEqual([]);
  });
});

describe("newer versions", () => {
  const inYear = (count: number) =>
    Array.from({ length: count }, (_, at) => asOf - (300 - 40 * at) * DAY);
  type More = Parameters<typeof kit>[1];
  const taking = (names: readonly string[], versions: readonly string[], more: More = {}) =>
    propose({
      capabilities: [kit("oven-kit", { releases: [release("1.0.0", "2019-01-01")], ...more })],
      consumptions: names.map((name, late) =>
        use(name, "oven-kit", "2020-01-01", null, {
          versions: ["1.0.0", ...versions].map((version, at) => ({
            version,
            from: at === 0 ? on("2020-01-01") : (inYear(versions.length)[at - 1] ?? 0) + late * DAY,
            to: null,
          })),
        }),
      ),
    });

  test("that only raise a number are one proposal, each repository and day counted once", () => {
    const minors = ["1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.0", "1.6.0"];
    const [first] = taking(["rye", "oat"], minors);
    expect(first).toMatchObject({
      kind: "make-easier",
      measure: { present: 12, unit: "a year" },
      atStakePersonHours: { low: 6, likely: 12, high: 24 },
    });
    expect(first?.title).toMatch(/^Make releases of oven-kit cheaper to take: 12 changes/);
    // Four by hand in a year are not worth teaching a bot.
    expect(taking(["rye", "oat", "pie"], minors.slice(2))).toEqual([]);
  });

  test("that break something are another one", () => {
    const found = taking(["rye", "oat"], ["2.0.0", "3.0.0"]);
    expect(found[0]?.title).toBe(
      "Make major versions of oven-kit cost their users less: 4 upgrades in a year",
    );
    expect(found[0]?.atStakePersonHours.likely).toBe(16);
    // With one user it is a matter between two.
    expect(taking(["rye"], ["2.0.0", "3.0.0", "4.0.0", "5.0.0"])).toEqual([]);
    // Whoever makes them was not read: what could be done there is not seen.
    expect(taking(["rye", "oat"], ["2.0.0", "3.0.0"], { providerComponentId: null })).toEqual([]);
  });

  test("are no matter where only its own team takes them, though their work counts beside that of others", () => {
    const own = (names: readonly string[]) =>
      propose({
        capabilities: [kit("oven-kit", { ownerIds: ["team:rye"] })],
        components: [shop("oven", { ownerIds: ["team:rye"] }), shop("rye"), shop("oat")],
        consumptions: names.map((name) =>
          use(name, "oven-kit", "2020-01-01", null, {
            versions: ["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.0", "1.6.0"].map(
              (version, at) => ({
                version,
                from: at === 0 ? on("2020-01-01") : asOf - (300 - 40 * at) * DAY,
                to: null,
              }),
            ),
          }),
        ),
      });
    expect(own(["rye"])).toEqual([]);
    expect(own(["rye", "oat"])[0]).toMatchObject({
      measure: { present: 12 },
      reach: { count: 1, unit: "team" },
    });
  });
});

describe("users behind a major version", () => {
  test("are helped up where they are several", () => {
    const behind = (names: readonly string[]) =>
      propose({
        capabilities: [
          kit("oven-kit", {
            releases: [release("1.0.0", "2019-01-01"), release("2.0.0", "2020-06-01")],
          }),
        ],
        consumptions: ["rye", "oat", "pie"].map((name) =>
          use(name, "oven-kit", "2019-06-01", null, {
            versions: [
              {
                version: names.includes(name) ? "1.0.0" : "2.0.0",
                from: on("2019-06-01"),
                to: null,
              },
            ],
          }),
        ),
      });
    const [first] = behind(["rye", "oat"]);
    expect(first).toMatchObject({
      kind: "make-easier",
      title: "Help 2 components up to version 2 of oven-kit",
      affectedIds: ["component:oat", "component:rye"],
      atStakePersonHours: { likely: 8 },
    });
    // One by itself is its own team's matter: the lens of its product tells it.
    expect(behind(["rye"])).toEqual([]);
  });

  const late = (
    date: string,
    more: Parameters<typeof propose>[0] = {},
    kind = "library" as const,
  ) =>
    propose({
      capabilities: [
        kit("oven-kit", {
          kind,
          releases: [release("1.0.0", "2019-01-01"), release("2.0.0", date)],
        }),
      ],
      consumptions: ["rye", "oat", "pie"].map((name) =>
        use(name, "oven-kit", "2019-06-01", null, {
          versions: [{ version: "1.0.0", from: on("2019-06-01"), to: null }],
        }),
      ),
      ...more,
    });

  test("are those that adoption calls so: not in its days of grace, not with an older clone", () => {
    expect(late("2024-09-01")[0]?.measure.present).toBe(3);
    expect(late("2024-12-20")).toEqual([]);
    const seen = (date: string) => ({
      olderClones: new Map(["rye", "oat"].map((name) => [`repository:${name}`, on(date)] as const)),
    });
    expect(late("2024-02-01", seen("2024-04-01"))).toEqual([]);
    // Asked for long before they were seen: they were behind then.
    const [told] = late("2023-02-01", seen("2024-06-01"));
    expect(told?.measure.present).toBe(3);
    expect(told?.reasons[0]).toContain("oat as it was on 31 May 2024 and rye");
  });

  test("weigh a fifth where they only develop or test with it", () => {
    const consumptions = ["rye", "oat", "pie"].map((name, at) =>
      use(name, "oven-kit", "2019-06-01", null, {
        scope: at === 0 ? "runtime" : "development",
        versions: [{ version: "1.0.0", from: on("2019-06-01"), to: null }],
      }),
    );
    expect(late("2024-02-01", { consumptions })[0]?.atStakePersonHours.likely).toBeCloseTo(5.6, 9);
  });
});

describe("what others use and nobody answers for", () => {
  const unowned = shop("oven", { ownerIds: [] });
  const rest = ["rye", "oat", "pie"].map((name) => shop(name));

  test("is one proposal, however much it is", () => {
    const found = propose(
      {
        components: [
          unowned,
          { ...unowned, id: "component:mill", repositoryId: "repository:mill" },
          ...rest,
        ],
        capabilities: [
          kit("oven-kit", { ownerIds: [] }),
          kit("mill-kit", { ownerIds: [], providerComponentId: "component:mill" }),
        ],
        consumptions: ["rye", "oat", "pie"].flatMap((name) => [
          use(name, "oven-kit", "2020-01-01"),
          use(name, "mill-kit", "2020-01-01"),
        ]),
      },
      { repositoryChanges: new Map([["repository:oven", 10]]) },
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.reasons[1]).toContain("10 changes by people came into the mainline");
    expect(found[0]?.firstStep).toMatch(/^Write CODEOWNERS into mill with /);
    expect(found[0]).toMatchObject({
      kind: "own",
      title: "Name who answers for mill-kit (mill) and oven-kit (oven)",
      measure: { present: 2, unit: "repositories" },
      reach: { count: 3, unit: "team" },
    });
  });

  test("is asked for by one user already, where anybody may install it", () => {
    const one = (surface: Parameters<typeof shop>[1]) =>
      propose(
        {
          components: [shop("oven", { ownerIds: [], ...surface }), shop("rye")],
          capabilities: [kit("oven-kit", { ownerIds: [] })],
          consumptions: users(["rye"]),
        },
        { repositoryChanges: new Map([["repository:oven", 100]]) },
      );
    expect(kinds(one({}))).toEqual([]);
    expect(
      kinds(one({ surface: [{ mark: "public-registry", text: "RubyGems", count: 1 }] })),
    ).toEqual(["own"]);
  });

  test("is theirs who are named, if only as persons; what lies among tests asks nobody", () => {
    const named = (
      ownerIds: readonly string[],
      path = ".",
      olderClones = new Map<string, number>(),
    ) =>
      propose(
        {
          olderClones,
          components: [
            shop("oven", { ownerIds }),
            ...["rye", "oat"].map((name) => shop(name, { path })),
          ],
          capabilities: [kit("oven-kit", { ownerIds })],
          consumptions: users(["rye", "oat"]),
        },
        { repositoryChanges: new Map([["repository:oven", 100]]) },
      );
    expect(kinds(named([]))).toEqual(["own"]);
    const [older] = named([], ".", new Map([["repository:oven", on("2024-06-01")]]));
    expect(older?.reasons).toContain("oven as it was on 31 May 2024: its clone is older");
    expect(named(["team:individual-owned"])).toEqual([]);
    expect(named([], "tests/oven")).toEqual([]);
  });

  const still = (lastHuman: string, more: Parameters<typeof kit>[1] = {}) =>
    propose({
      components: [shop("oven", { lastHuman: { commit: "c", at: on(lastHuman) } }), ...rest],
      capabilities: [kit("oven-kit", more)],
      consumptions: users(["rye", "oat", "pie"]),
      // Hours of three users are few: leave the list's least out of the question.
    });

  test("is asked about where it lies still for a year, and not where it is the clone that does", () => {
    const many = Array.from({ length: 12 }, (_, at) => shop(`stall-${String(at)}`));
    const asked = (lastHuman: string, isSeenInUse: boolean) =>
      propose({
        components: [shop("oven", { lastHuman: { commit: "c", at: on(lastHuman) } }), ...many],
        capabilities: [
          kit("oven-kit", {
            releases: [
              { ...release("1.0.0", "2019-01-01"), ...(isSeenInUse ? { isSeenInUse } : {}) },
            ],
          }),
        ],
        consumptions: many.map(({ name }) => use(name, "oven-kit", "2020-01-01")),
      });
    expect(asked("2023-06-01", false)[0]?.title).toBe(
      "Say whether oven-kit is done or left alone: no one has changed it for 19 months",
    );
    expect(asked("2024-12-01", false)).toEqual([]);
    expect(asked("2023-06-01", true)).toEqual([]);
    // Below an hour a year it is not worth a conversation.
    expect(still("2023-06-01")).toEqual([]);
  });
});

describe("what is given up", () => {
  const retired = (lifecycle: "deprecated" | "production", stillUsing: number) =>
    propose({
      capabilities: [kit("oven-kit", { lifecycle })],
      consumptions: users(["rye", "oat", "pie"], (name) =>
        ["rye", "oat", "pie"].indexOf(name) < stillUsing ? null : "2024-06-01",
      ),
    });

  test("is moved off by the last users, and nothing else is proposed about it", () => {
    expect(retired("deprecated", 2)).toMatchObject([
      {
        kind: "remove",
        title: "Move the last 2 components off oven-kit, then take it away",
        affectedIds: ["component:oat", "component:rye"],
        measure: { present: 2 },
      },
    ]);
    expect(retired("deprecated", 0)).toEqual([]);
  });

  test("takes a witness: that a manifest is gone while its component lives on is none", () => {
    const archived = (lifecycle: "production" | "archived") =>
      kinds(
        propose({
          components: [shop("oven", { lifecycle }), shop("rye"), shop("oat")],
          capabilities: [kit("oven-kit", { lifecycle: "archived" })],
          consumptions: users(["rye", "oat"]),
        }),
      );
    expect(archived("production")).toEqual([]);
    expect(archived("archived")).toEqual(["remove"]);
  });

  test("by its last user, and kept up, is asked about; not where the public may use it", () => {
    const left = (surface: Parameters<typeof shop>[1]) =>
      propose(
        {
          components: [shop("oven", surface), shop("rye"), shop("oat")],
          consumptions: users(["rye", "oat"], () => "2024-06-01"),
        },
        { changes: new Map([["component:oven", 20]]) },
      );
    expect(left({})[0]).toMatchObject({
      kind: "remove",
      title: "Say whether oven-kit is still wanted: its last user has left",
      atStakePersonHours: { likely: 32 },
    });
    expect(left({ surface: [{ mark: "public-registry", text: "x", count: 1 }] })).toEqual([]);
  });
});

describe("users that leave a living thing", () => {
  test("for something that can be named are worth a question, those for nothing are not", () => {
    const leaving = (substitute: boolean) =>
      propose({
        capabilities: [kit("oven-kit", { job: "proofing" })],
        consumptions: users(["rye", "oat", "pie", "bun"], (name) =>
          ["rye", "oat"].includes(name) ? "2024-06-01" : null,
        ),
        thirdPartyUses: substitute
          ? ["rye", "oat"].map((name) => bought(name, "pkg:gem/warmer", "2024-05-25"))
          : [],
      }).filter(({ kind }) => kind === "keep");
    const [first] = leaving(true);
    expect(first?.title).toBe(
      "Find out why 2 components left oven-kit for warmer, and settle which is to stay",
    );
    expect(leaving(false)).toEqual([]);
  });
});

test("where owners of what it touches are unknown, repositories would feel it", () => {
  const components = ["oven", "rye", "oat", "pie"].map((name) => shop(name, { ownerIds: [] }));
  const found = propose({
    components,
    capabilities: [kit("oven-kit", { ownerIds: [], lifecycle: "deprecated" })],
    consumptions: users(["rye", "oat"]),
  });
  expect(found[0]?.reach).toEqual({ count: 2, unit: "repository" });
});
