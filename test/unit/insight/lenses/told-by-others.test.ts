import { describe, expect, test } from "vitest";
import type { DemandRequest } from "#evidence/declared.ts";
import type { DocumentationResult } from "#insight/documentation/result.ts";
import type { FindingResult } from "#insight/usability/assess-usability.ts";
import type { SharedRisk } from "#insight/shared-risk/result.ts";
import { bought, kit, on, use } from "../adoption/bakery.ts";
import { costs, kindsOf, propose } from "./propose.ts";

const users = (names: readonly string[]) =>
  names.map((name) => use(name, "oven-kit", "2020-01-01"));

describe("what hits many at once", () => {
  const risk = (more: Partial<SharedRisk>): SharedRisk => ({
    id: "runtime:ruby@3.1",
    kind: "runtime",
    title: "ruby 3.1 has been without security fixes since 2025-03-26",
    subject: "ruby 3.1",
    componentIds: ["component:rye", "component:oat"],
    ownerIds: ["team:rye", "team:oat"],
    share: 0.5,
    ownersJudged: 4,
    versions: ["3.1"],
    since: on("2024-03-26"),
    remedy: { text: "move them", capabilityId: null, reach: 0 },
    evidence: [],
    ...more,
  });

  test("runtimes of one language are one proposal; one component alone is none", () => {
    const found = propose(
      {},
      {
        risks: [
          risk({}),
          risk({ id: "runtime:ruby@3.0", subject: "ruby 3.0", componentIds: ["component:pie"] }),
        ],
      },
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.title).toBe(
      "Move 3 components off ruby 3.0 and ruby 3.1, which get no more security fixes",
    );
    expect(propose({}, { risks: [risk({ componentIds: ["component:rye"] })] })).toEqual([]);
    const advisory = (id: string) =>
      risk({ id: `advisory:${id}`, kind: "advisory", subject: "pkg:gem/yeast", since: null });
    expect(
      propose({}, { risks: [advisory("A"), advisory("B")] }).map(({ title }) => title),
    ).toEqual(["Raise yeast above 2 known vulnerabilities in 2 components"]);
  });

  test("what is shown of a runtime is of those that are to move", () => {
    const pin = (name: string) => ({
      source: "runtime",
      repositoryId: `repository:${name}`,
      commit: null,
      path: ".ruby-version",
      line: 1,
      at: null,
      how: "observed" as const,
      confidence: "high" as const,
      text: "3.1",
    });
    const pins = ["bun", "kit", "mill", "pie", "rye", "oat"].map(pin);
    const [found] = propose({}, { risks: [risk({ evidence: pins })] });
    expect(found?.evidence.slice(0, 2).map((one) => one.repositoryId)).toEqual([
      "repository:rye",
      "repository:oat",
    ]);
  });

  test("runtimes that lose their fixes within a year are told with the day", () => {
    const ending = risk({ subject: "ruby 3.4", since: on("2025-04-01") });
    const [found] = propose({}, { ending: [ending] });
    expect(found).toMatchObject({
      kind: "secure",
      title: "Move 2 components off ruby 3.4 before security fixes end on 31 Mar 2025",
      measure: { present: 2 },
    });
    // Two moves of four hours, three quarters of a year without fixes.
    expect(found?.atStakePersonHours.likely).toBeCloseTo((8 * 275) / 365, 9);
    expect(found?.against[0]).toMatch(/^By hours alone it costs more than a year of it is worth/);
    expect(propose({}, { ending: [ending], risks: [risk({})] })).toHaveLength(2);
    // Who reads it after that day, with clones from before it, is not told that there is time.
    const [past] = propose({}, { ending: [ending], asked: on("2025-05-01") });
    expect(past?.title).toBe("Move 2 components off ruby 3.4: security fixes ended on 31 Mar 2025");
    expect(past?.against.join(" ")).toMatch(/some may have moved since/);
    expect(past?.against.join(" ")).not.toMatch(/There is time/);
  });

  test("what is only built with an old runtime is another matter than what runs on it, and no hurry ahead of its end", () => {
    const all = ["rye", "oat", "pie", "bun"].map((name) => `component:${name}`);
    const mixed = risk({
      componentIds: all,
      buildingIds: all.slice(2),
      functionIds: ["component:oat"],
    });
    const found = propose({}, { risks: [mixed] });
    expect(found.map(({ title }) => title)).toEqual([
      "Move 2 components off ruby 3.1, which gets no more security fixes",
      "Build 2 components with a newer runtime than ruby 3.1, which gets no more security fixes",
    ]);
    expect(found[0]?.firstStep).toMatch(/^Move oat first/);
    expect(found[0]?.reasons[1]).toMatch(/^functions of oat run on it: /);
    const ending = risk({ ...mixed, since: on("2025-04-01"), buildingIds: all.slice(1) });
    expect(propose({}, { ending: [ending] })).toEqual([]);
  });

  test("packages that shared things bring late are raised there, in one proposal", () => {
    const late = (name: string) =>
      risk({
        id: `outdated-major:pkg:gem/${name}`,
        kind: "outdated-major",
        subject: `pkg:gem/${name}`,
        remedy: { text: "raise it", capabilityId: "capability:oven-kit", reach: 2 },
      });
    const found = propose(
      { consumptions: users(["rye", "oat"]) },
      { risks: [late("yeast"), late("salt")] },
    );
    expect(found).toMatchObject([
      {
        kind: "make-easier",
        title: "Raise yeast and salt in oven-kit: its users get them a major version late",
        atStakePersonHours: { likely: 4 },
      },
    ]);
    // Who asks for the package itself, or does not use the kit, is not helped there.
    const own = bought("rye", "pkg:gem/yeast", "2021-01-01");
    expect(
      propose(
        { consumptions: users(["rye", "oat"]), thirdPartyUses: [own] },
        { risks: [late("yeast")] },
      ),
    ).toEqual([]);
    expect(propose({ consumptions: users(["rye"]) }, { risks: [late("yeast")] })).toEqual([]);
    const retired = propose(
      {
        capabilities: [kit("oven-kit", { lifecycle: "deprecated" })],
        consumptions: users(["rye", "oat"]),
      },
      { risks: [late("yeast")] },
    );
    expect(kindsOf(retired)).toEqual(["remove"]);
    const olderClones = new Map([["repository:oven", on("2024-01-01")]]);
    expect(
      propose({ consumptions: users(["rye", "oat"]), olderClones }, { risks: [late("yeast")] }),
    ).toEqual([]);
  });

  test("runtimes of what is only installed into others are not what it runs on", () => {
    const pinned = (kind: "library" | "service") =>
      kindsOf(
        propose(
          {
            capabilities: [kit("rye-kit", { kind, providerComponentId: "component:rye" })],
          },
          { risks: [risk({})] },
        ),
      );
    expect(pinned("library")).toEqual([]);
    expect(pinned("service")).toEqual(["secure"]);
  });

  test("packages are not brought late where one of its users has them newer already", () => {
    const locked = (name: string) => ({
      componentId: `component:${name}`,
      repositoryId: `repository:${name}`,
      purl: "pkg:gem/yeast",
      version: "2.0.0",
      from: on("2024-01-01"),
      to: null,
      path: "Gemfile.lock",
      commit: "c",
    });
    const late = risk({
      kind: "outdated-major",
      subject: "pkg:gem/yeast",
      remedy: { text: "raise it", capabilityId: "capability:oven-kit", reach: 6 },
    });
    const slow = {
      risks: [late],
      costs: { ...costs, brought: { low: 1, likely: 2, high: 4 } },
    };
    const found = (name: string) =>
      kindsOf(
        propose(
          { consumptions: users(["rye", "oat", "pie"]) },
          { ...slow, locked: [locked(name)] },
        ),
      );
    expect(found("bun")).toEqual(["make-easier"]);
    expect(found("pie")).toEqual([]);
  });
});

describe("what can hardly be read about", () => {
  const scored = (capability: string, score: number, documentsCount = 1): DocumentationResult => ({
    capabilityId: `capability:${capability}`,
    score,
    n: 2,
    parts: [
      { part: "install", weight: 1, score: 0, text: "no such section", evidence: [] },
      { part: "usage", weight: 1, score: 1, text: "there", evidence: [] },
    ],
    documentsCount,
    linksCount: 0,
    deadLinks: [],
    lastDocumentChangeAt: null,
    lastCodeChangeAt: null,
    unknown: [],
  });

  test("is one proposal for all of it; a part without a page of its own is not judged", () => {
    const parts = {
      consumptions: ["rye", "oat", "pie"].map((name) => use(name, "oven-kit", "2024-06-01")),
    };
    expect(propose(parts, { documentation: [scored("oven-kit", 0.3)] })).toMatchObject([
      { kind: "make-easier", title: "Document oven-kit: install", measure: { present: 0.3 } },
    ]);
    // A section that is not there leaves no trace: the proposal opens into the thing itself.
    const fact = { ...use("rye", "oven-kit", "2020-01-01").evidence[0]!, path: "oven-kit.gemspec" };
    const [opened] = propose(
      { ...parts, capabilities: [kit("oven-kit", { evidence: [fact] })] },
      { documentation: [scored("oven-kit", 0.3)] },
    );
    expect(opened?.evidence).toEqual([fact]);
    expect(propose(parts, { documentation: [scored("oven-kit", 0.3, 0)] })).toEqual([]);
    expect(propose(parts, { documentation: [scored("oven-kit", 0.7)] })).toEqual([]);
    // Printed as 0.50 of 1.
    expect(propose(parts, { documentation: [scored("oven-kit", 0.4999)] })).toEqual([]);
  });

  test("concerns those who use it, not who uses something else of its repository", () => {
    const names = ["rye", "oat", "pie", "bun", "roll"];
    const [found] = propose(
      {
        capabilities: [kit("oven-kit"), kit("salt-kit", { packages: ["pkg:gem/salt-kit"] })],
        consumptions: [
          ...names.map((name) => use(name, "oven-kit", "2024-06-01")),
          ...["rye", "oat"].map((name) => use(name, "salt-kit", "2024-06-01")),
        ],
      },
      { documentation: [scored("oven-kit", 0.9), scored("salt-kit", 0.2)] },
    );
    expect(found).toMatchObject({
      title: "Document salt-kit: install",
      subjectIds: ["capability:salt-kit"],
      affectedIds: ["component:oat", "component:rye"],
    });
  });
});

test("what users build around a thing is a matter where several do", () => {
  const around = (names: readonly string[]) =>
    propose(
      {
        consumptions: users(["rye", "oat", "pie"]),
        workarounds: names.map((name) => ({
          capabilityId: "capability:oven-kit",
          componentId: `component:${name}`,
          kind: "wrapper" as const,
          text: "lib/oven.rb",
          since: null,
          evidence: [],
        })),
      },
      { costs: { ...costs, change: { low: 2, likely: 4, high: 8 } } },
    ).map(({ title }) => title);
  expect(around(["rye", "oat"])).toEqual(["Take into oven-kit what its users build around it"]);
  expect(around(["rye"])).toEqual([]);
});

describe("what is asked for", () => {
  const request = (about: string, team: string, closedAt: number | null = null): DemandRequest => ({
    id: `${about} ${team}`,
    title: `please mend ${about}`,
    kind: "platform",
    team,
    about,
    openedAt: on("2024-11-01"),
    answeredAt: null,
    closedAt,
    where: { file: "r.csv", line: 2 },
  });

  test("of what is there makes it easier, of what is not is to be offered; closed ones are neither", () => {
    const found = propose(
      { consumptions: users(["rye", "oat"]) },
      {
        requests: [
          request("oven-kit", "rye"),
          request("Oven-Kit", "oat"),
          request("a proofing box", "rye"),
          request("a mill", "rye", on("2024-12-01")),
        ],
      },
    );
    expect(found.map(({ kind, title }) => [kind, title])).toEqual([
      ["enable", "Offer a proofing box: 1 team asked for it"],
      ["make-easier", "Answer what teams ask of oven-kit"],
    ]);
  });

  test("what users stumble over in what is shared makes it easier; mended, or in a product, it does not", () => {
    const finding = (more: Partial<FindingResult>): FindingResult => ({
      subjectId: "capability:oven-kit",
      screen: "manual",
      finding: "nobody finds the timer",
      severity: "serious",
      users: 4,
      participants: 5,
      source: "sessions",
      foundAt: on("2024-11-01"),
      resolvedAt: null,
      evidence: [],
      ...more,
    });
    const titles = (...findings: readonly FindingResult[]) =>
      propose({ consumptions: users(["rye", "oat"]) }, { findings }).map(({ title }) => title);
    expect(titles(finding({}))).toEqual(["Mend what users of oven-kit stumble over"]);
    expect(titles(finding({ resolvedAt: on("2024-12-01") }))).toEqual([]);
    expect(titles(finding({ subjectId: "component:rye" }))).toEqual([]);
  });
});
