import { CATALOG_FILTER_EXISTS, CatalogClient } from "@backstage/catalog-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { startService, type RunningService } from "./shared-service.ts";

const report = sampleReport();
let service: RunningService;
let all: CatalogClient;
let florist: CatalogClient;

const clientAt = (path: string) =>
  new CatalogClient({
    discoveryApi: { getBaseUrl: () => Promise.resolve(`${service.address}${path}`) },
  });

beforeAll(async () => {
  service = await startService();
  for (const slug of ["bakery", "florist"])
    await service.ask(`/api/v1/organisations/${slug}/assessments`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(report),
    });
  all = clientAt("api/catalog");
  florist = clientAt("api/v1/organisations/florist/catalog");
});
afterAll(() => service.stop());

const inBakery = { "metadata.namespace": "bakery" };
const owned = report.components.filter(({ ownerIds }) => ownerIds.length > 0).length;

describe("the client of Backstage", () => {
  test("reads what there is of all organisations, or of one, with filters and fields", async () => {
    const filter = { kind: "Component" };
    const one = await florist.getEntities({ filter, fields: ["metadata.title", "kind"] });
    expect(one.items).toHaveLength(report.components.length);
    expect(one.items[0]).toEqual({ kind: "Component", metadata: { title: expect.any(String) } });
    expect((await all.getEntities({ filter })).items).toHaveLength(2 * report.components.length);
    const both = await all.getEntities({
      filter: [
        { ...inBakery, kind: ["group", "API"] },
        { ...inBakery, kind: "component", "relations.ownedby": CATALOG_FILTER_EXISTS },
      ],
    });
    const kinds = both.items.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "Group")).toHaveLength(report.teams.length);
    expect(kinds.filter((kind) => kind === "Component")).toHaveLength(owned);
    const first = await all.getEntities({
      filter,
      order: { field: "metadata.title", order: "desc" },
      limit: 1,
    });
    expect(first.items[0]?.metadata.title).toBe(
      report.components
        .map(({ name }) => name)
        .toSorted()
        .at(-1),
    );
  });

  test("finds one by its reference, several at once, and none where there is none", async () => {
    const { items } = await florist.getEntities({ filter: { "metadata.title": "DOUGH-KIT" } });
    const [kit] = items;
    const ref = `component:florist/${String(kit?.metadata.name)}`;
    expect(await florist.getEntityByRef(ref)).toEqual(kit);
    expect(await florist.getEntityByRef(ref.toUpperCase())).toEqual(kit);
    expect(await florist.getEntityByRef(ref.replace("florist", "bakery"))).toBeUndefined();
    expect(await all.getEntityByRef(ref)).toEqual(kit);
    const none = "component:florist/none";
    const some = { entityRefs: [none, ref] };
    expect((await all.getEntitiesByRefs(some)).items).toEqual([undefined, kit]);
    const groups = await all.getEntitiesByRefs({ ...some, filter: { kind: "group" } });
    expect(groups.items).toEqual([undefined, undefined]);
    const uid = await service.ask(`/api/catalog/entities/by-uid/${String(kit?.metadata.uid)}`);
    expect(uid.body).toEqual(kit);
  });

  test("goes through pages and back, each entity once", async () => {
    const orderFields = { field: "spec.owner", order: "desc" } as const;
    const filter = { kind: ["component", "group"] };
    const asked = { filter, orderFields, limit: 7, fields: ["metadata.uid", "spec.owner"] };
    const uids: (string | undefined)[] = [];
    let page = await florist.queryEntities(asked);
    const firstPage = page;
    expect(page.totalItems).toBe(report.components.length + report.teams.length);
    for (;;) {
      uids.push(...page.items.map(({ metadata }) => metadata.uid));
      const { nextCursor: cursor } = page.pageInfo;
      if (cursor === undefined) break;
      page = await florist.queryEntities({ cursor, limit: 7, fields: asked.fields });
    }
    expect(new Set(uids).size).toBe(firstPage.totalItems);
    expect(uids).toHaveLength(firstPage.totalItems);
    // Groups have no owner: they stand last, though the order goes down.
    expect(page.items.at(-1)).not.toHaveProperty("spec.owner");
    for (let { prevCursor: cursor } = page.pageInfo; cursor !== undefined;) {
      page = await florist.queryEntities({ cursor, limit: 7, fields: asked.fields });
      cursor = page.pageInfo.prevCursor;
    }
    expect(page.items.map(({ metadata }) => metadata.uid)).toContain(uids[0]);
    const found = await florist.queryEntities({
      filter: { kind: "component" },
      fullTextFilter: { term: " Shop-C ", fields: ["metadata.title"] },
    });
    expect(found.items.map(({ metadata }) => metadata.title)).toEqual(["shop-camden"]);
  });

  test("counts values, under filters too", async () => {
    const facets = ["kind", "relations.ownedBy"];
    const counted = await all.getEntityFacets({ facets, filter: inBakery });
    expect(counted.facets["kind"]).toContainEqual({
      value: "Component",
      count: report.components.length,
    });
    const plain = await florist.getEntityFacets({ facets });
    expect(plain.facets["kind"]).toEqual(counted.facets["kind"]);
    expect(
      plain.facets["relations.ownedBy"]?.every(({ value }) => value.startsWith("group:")),
    ).toBe(true);
  });
});

test("what is not understood is refused with what to do", async () => {
  const paths = Array.from({ length: 31 }, (_, at) => `spec.p${String(at)}`).join(",");
  for (const [path, status] of [
    ["entities?filter==x", 400],
    [`entities?filter=${paths}`, 400],
    [
      `entities?filter=${"x".repeat(1_999)}&filter=${"y".repeat(1_999)}&filter=${"z".repeat(1_999)}&filter=${"v".repeat(400)}`,
      400,
    ],
    ["entities?order=up:kind", 400],
    ["entities/by-query?cursor=WzFd", 400],
    ["entities/by-query?limit=10001", 400],
    ["entities/by-name/component/bakery/%2e%2e%2f", 404],
    ["entities/by-uid/1", 404],
    ["entity-facets", 400],
  ] as const) {
    const { status: answered, body } = await service.ask(`/api/catalog/${path}`);
    expect([path, answered, typeof body["next"]]).toEqual([path, status, "string"]);
  }
  const hostile = await service.ask<{ facets: object }>(
    "/api/catalog/entity-facets?facet=__proto__&facet=constructor.name",
  );
  expect(Object.entries(hostile.body.facets)).toEqual([
    ["__proto__", []],
    ["constructor.name", []],
  ]);
});

test("a list goes on by its Link, and is made anew with the next assessment", async () => {
  const first = await service.ask<object[]>("/api/catalog/entities?limit=40&filter=kind=component");
  const link = /^<([^>]+)>; rel="next"$/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
  const second = await service.ask<object[]>(link);
  expect([first.body.length, second.body.length]).toEqual([
    40,
    Math.min(40, report.components.length * 2 - 40),
  ]);
  const { components, ...rest } = sampleReport();
  const changed = components.map((one) => ({ ...one, lifecycle: "deprecated" }));
  const put = await service.ask("/api/v1/organisations/florist/assessments", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...rest, components: changed }),
  });
  expect(put.status).toBe(201);
  const { facets } = await florist.getEntityFacets({
    facets: ["spec.lifecycle"],
    filter: { kind: "component" },
  });
  expect(facets["spec.lifecycle"]).toEqual([{ value: "deprecated", count: components.length }]);
});
