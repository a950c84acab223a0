import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceOf, fileAtHead } from "#fixtures/evidence.ts";
import { assessOwnership } from "#insight/ownership/assess-ownership.ts";
import { longestGap } from "#insight/ownership/gaps.ts";
import type { DeclaredPromise } from "#insight/ownership/promises.ts";
import { componentDocuments } from "#model/component-documents.ts";
import type { Organisation } from "#model/organisation.ts";
import { documents } from "#sources/documents/documents.ts";
import { asOf, bakery, DAY, kit, on, release, shop, use } from "../adoption/bakery.ts";

const worked = (date: string) => ({ commit: "c", at: on(date) });
const shops = ["rye", "spelt", "oat", "bun", "roll"];

function judge(
  parts: Partial<Organisation>,
  more: {
    readonly days?: Readonly<Record<string, readonly string[]>>;
    readonly texts?: Readonly<Record<string, string>>;
    readonly declared?: readonly DeclaredPromise[];
  } = {},
) {
  const organisation = bakery(parts);
  const oven = evidenceOf("repository:oven", asOf, {
    headFiles: Object.entries(more.texts ?? {}).map(([path, text]) =>
      fileAtHead(path, { document: documents.read({ path, text }).document ?? null }),
    ),
  });
  const result = assessOwnership({
    organisation,
    documents: componentDocuments(organisation.components, [oven], asOf),
    days: new Map(
      Object.entries(more.days ?? {}).map(([id, dates]) => [
        id,
        Uint32Array.from(dates, (date) => on(date) / DAY),
      ]),
    ),
    until: asOf,
    declared: more.declared ?? [],
  });
  const share = (kind: string) => {
    const { numerator, denominator } = result.shares.find((one) => one.kind === kind) ?? {};
    return [numerator, denominator];
  };
  return {
    ...result,
    share,
    kinds: result.findings.map((one) => `${one.kind} ${one.componentId}`),
  };
}

describe("owners", () => {
  it("are told where there is none, many, or nobody but persons", () => {
    const { kinds, share, findings } = judge({
      components: [
        shop("rye", { ownerIds: [] }),
        shop("oat", { ownerIds: ["team:a", "team:b"] }),
        shop("bun", { ownerIds: ["team:individual-owned"] }),
        shop("roll"),
        shop("gone", { ownerIds: [], goneAt: asOf - DAY }),
      ],
    });
    expect(kinds).toEqual([
      "unowned component:rye",
      "multiply-owned component:oat",
      "individual-owned component:bun",
    ]);
    expect(share("unowned")).toEqual([1, 4]);
    // A rule may name several persons: that it is one cannot be said.
    expect(findings.at(-1)?.text).toBe("owned by people by name, not by a team");
  });
});

it("counts who uses what nobody owns", () => {
  const { findings } = judge({
    components: [shop("oven", { ownerIds: [] }), ...shops.map((name) => shop(name))],
    capabilities: [kit("oven-kit"), kit("till-kit")],
    consumptions: [
      use("rye", "oven-kit", "2022-01-01"),
      use("rye", "till-kit", "2022-01-01"),
      use("oat", "till-kit", "2022-01-01"),
      use("bun", "till-kit", "2022-01-01", "2022-02-01"),
    ],
  });
  expect(findings.find(({ kind }) => kind === "unowned")?.consumersCount).toBe(2);
});

describe("work that stopped", () => {
  it("makes a used component abandoned after a year, and a service of one consumer ad hoc", () => {
    const oven = shop("oven", { lastHuman: worked("2023-12-01") });
    const found = judge({
      components: [oven, shop("rye"), shop("alone", { lastHuman: worked("2020-01-01") })],
      capabilities: [kit("oven-kit", { kind: "service" })],
      consumptions: [use("rye", "oven-kit", "2022-01-01")],
    });
    expect(found.kinds).toEqual(["abandoned component:oven", "ad-hoc-service component:oven"]);
    expect(found.share("abandoned")).toEqual([1, 1]);
    expect(found.findings[0]?.evidence[0]).toMatchObject({ commit: null, at: on("2023-12-01") });
  });

  it("does not where somebody worked within the year, or nobody uses it any more", () => {
    const oven = shop("oven", { lastHuman: worked("2023-12-01") });
    expect(
      judge({
        components: [oven, shop("rye")],
        consumptions: [use("rye", "oven-kit", "2022-01-01", "2023-01-01")],
      }).findings,
    ).toEqual([]);
    expect(
      judge({
        components: [shop("oven"), shop("rye")],
        consumptions: [use("rye", "oven-kit", "2022-01-01")],
      }).kinds,
    ).toEqual([]);
  });

  it("is a gap in the maintenance of what five others rely on", () => {
    const parts = {
      components: [shop("oven"), ...shops.map((name) => shop(name))],
      consumptions: shops.map((name) => use(name, "oven-kit", "2022-01-01")),
    };
    const days = { "component:oven": ["2023-06-01", "2024-03-01", "2024-12-31"] };
    const found = judge(parts, { days });
    expect(found.kinds).toEqual(["maintenance-gap component:oven"]);
    expect(found.findings[0]).toMatchObject({ consumersCount: 5, since: on("2024-03-01") });
    expect(
      judge(parts, { days: { "component:oven": ["2024-06-01", "2024-09-01"] } }).kinds,
    ).toEqual([]);
    expect(
      judge({ ...parts, consumptions: parts.consumptions.slice(1) }, { days }).share(
        "maintenance-gap",
      ),
    ).toEqual([0, 0]);
  });

  it("has as its longest gap what a walk over all days finds", () => {
    const day = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1 }), day, (unsorted, from) => {
        const days = unsorted.sort((a, b) => a - b);
        const until = 61;
        const gap = longestGap(days, from * DAY, until * DAY);
        const spells = days.map((one, index) => [one, days[index + 1] ?? until] as const);
        const naive = Math.max(
          ...spells.filter(([, end]) => end > from).map(([start, end]) => end - start),
        );
        return gap !== null && gap.length === naive * DAY;
      }),
    );
  });
});

describe("promises", () => {
  const releases = [release("1.0.0", "2023-01-01"), release("5.1.0", "2024-01-01")];
  const state = (path: string, line: string, more: Parameters<typeof kit>[1] = { releases }) =>
    judge(
      { capabilities: [kit("oven-kit", more)] },
      { texts: { [path]: `# Oven\n\n${line}\n` } },
    ).promises.map((one) => one.state);

  it("are past when their README still says so, due before", () => {
    expect(state("README.md", "It is deprecated and will be removed by June 2024.")).toEqual([
      "past",
    ]);
    expect(state("README.md", "It is deprecated and will be removed by June 2025.")).toEqual([
      "due",
    ]);
    expect(state("README.md", "It is deprecated and will be removed in version 5.")).toEqual([
      "past",
    ]);
    expect(state("README.md", "It is deprecated and will be removed in version 6.")).toEqual([
      "due",
    ]);
    expect(state("README.md", "It is deprecated and will be removed in version 6.", {})).toEqual([
      "unknown",
    ]);
  });

  it("of a changelog are judged by the names that are still exported", () => {
    const line = "- `Oven::Coal` is deprecated and will be removed in 2023";
    const exported = (...names: string[]) => ({ exports: { unit: "names" as const, names } });
    expect(state("CHANGELOG.md", line, exported("Oven::Coal"))).toEqual(["past"]);
    expect(state("CHANGELOG.md", line, exported("Oven"))).toEqual(["kept"]);
    expect(state("CHANGELOG.md", line.replaceAll("`", ""), exported("Oven"))).toEqual(["unknown"]);
  });

  it("by a day before their document was born are not judged", () => {
    const text = "# Oven\n\nIt is deprecated and will be removed by June 2024.\n";
    const { document = null } = documents.read({ path: "README.md", text });
    const oven = evidenceOf("repository:oven", asOf, {
      headFiles: [fileAtHead("README.md", { document })],
      fileChanges: {
        paths: ["README.md"],
        ends: Uint32Array.of(1),
        days: Uint16Array.of(on("2024-09-01") / DAY),
      },
    });
    const organisation = bakery({});
    const { promises } = assessOwnership({
      organisation,
      documents: componentDocuments(organisation.components, [oven], asOf),
      days: new Map(),
      until: asOf,
      declared: [],
    });
    expect(promises).toMatchObject([{ state: "unknown" }]);
    expect(promises[0]?.because).toContain("before the document had this name");
  });

  it("without a last day are open", () => {
    const text = "# Oven\n\nIt is deprecated, and not expected to be removed before May 2020.\n";
    const { promises } = judge({}, { texts: { "README.md": text } });
    expect(promises).toMatchObject([{ by: null, version: null, state: "unknown" }]);
    expect(promises[0]?.because).toContain("not by when");
  });

  it("in fulcrum.yaml are past while somebody uses the capability", () => {
    const declared = [
      { capabilityId: "capability:oven-kit", by: on("2024-06-01"), text: "by June" },
    ];
    const users = [use("rye", "oven-kit", "2022-01-01")];
    const told = (consumptions: typeof users) =>
      judge({ consumptions }, { declared }).promises.map((one) => one.state);
    expect(told(users)).toEqual(["past"]);
    expect(told([use("rye", "oven-kit", "2022-01-01", "2024-01-01")])).toEqual(["kept"]);
  });
});
