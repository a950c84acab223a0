import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleReport } from "#fixtures/sample-report.ts";
import { sections } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";
import { routeGroups } from "#surfaces/http/routes/index.ts";
import { startService, type RunningService } from "./shared-service.ts";

const report = sampleReport();
const bakery = "/api/v1/organisations/bakery";

type Component = Report["components"][number];

interface Page {
  readonly items: readonly { readonly key: string; readonly item: Component }[];
  readonly total: number;
  readonly facets: Readonly<
    Record<string, readonly { readonly value: string | null; readonly count: number }[]>
  >;
  readonly next: string | null;
}

interface History {
  readonly moments: readonly { readonly isThere: boolean; readonly value: unknown }[];
  readonly next: string | null;
}

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const put = (content: unknown, slug = "bakery") =>
  service.ask<{ assessment: string; isUnchanged: boolean; code?: string }>(
    `/api/v1/organisations/${slug}/assessments`,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(content),
    },
  );

/** Rows of all tables of assessments. */
async function rowCounts(): Promise<unknown> {
  return service.database.query(`
    select (select count(*) from assessment) as assessments, (select count(*) from assessment_item) as items,
      (select count(*) from assessment_name) as names, (select sum(xmin::text::bigint) from current_assessment) as written`);
}

describe("a service", () => {
  test("knows no organisation at first, and one after its report was put in", async () => {
    expect((await service.ask("/api/v1/organisations")).body).toEqual({ organisations: [] });
    expect((await service.ask(bakery)).status).toBe(404);
    const added = await put(report);
    expect(added.status).toBe(201);
    expect(added.headers.get("location")).toBe(`${bakery}?assessment=${added.body.assessment}`);
    const { body } = await service.ask("/api/v1/organisations");
    expect(body["organisations"]).toEqual([
      {
        slug: "bakery",
        name: report.organisation.name,
        current: {
          id: added.body.assessment,
          generatedAt: report.generatedAt,
          asOf: report.asOf,
          savedAt: expect.any(String),
          isCurrent: true,
        },
      },
    ]);
  });

  test("writes nothing for the report that is current already", async () => {
    const before = await rowCounts();
    const again = await put(report);
    expect([again.status, again.body.isUnchanged]).toEqual([200, true]);
    expect(await rowCounts()).toEqual(before);
  });

  test("refuses what is no report, or none of this version", async () => {
    for (const other of [{}, { ...report, schemaVersion: 1 }, { ...report, teams: 3 }]) {
      const refused = await put(other, "other");
      expect([refused.status, refused.body.code]).toEqual([422, "report-refused"]);
    }
    expect((await service.ask("/api/v1/organisations/other")).status).toBe(404);
  });

  test("says what an assessment holds, and gives each section whole", async () => {
    const { body } = await service.ask<{
      sections: Record<string, unknown>;
      counts: Record<string, number>;
    }>(bakery);
    expect(Object.keys(body.sections)).toEqual(sections.map(({ name }) => name));
    expect(body.counts["components"]).toBe(report.components.length);
    for (const { name, schema } of sections) {
      const { unknown: _, ...description } = report.sections[name];
      expect(body.sections[name]).toEqual({ ...description, keys: Object.keys(schema) });
      const { body: whole } = await service.ask<{ description: object; content: object }>(
        `${bakery}/sections/${name}`,
      );
      expect(whole.description).toEqual(report.sections[name]);
      expect(Object.keys(whole.content)).toEqual(Object.keys(schema));
      expect({ ...report, ...whole.content }).toEqual(report);
    }
  });

  test("answers 304 to who has it, until another report is put in", async () => {
    const path = `${bakery}/sections/adoption`;
    const etag = (await service.ask(path)).headers.get("etag") ?? "";
    const headers = { "if-none-match": etag };
    expect((await service.ask(path, { headers })).status).toBe(304);
    await put({ ...report, asOf: "2026-01-03T23:59:59.000Z" });
    expect((await service.ask(path, { headers })).status).toBe(200);
    const listed = await service.ask<{ assessments: { id: string }[] }>(`${bakery}/assessments`);
    const old = listed.body.assessments.at(-1)?.id;
    expect((await service.ask(`${path}?assessment=${old}`)).body).toMatchObject({
      assessment: { asOf: report.asOf },
    });
    await put(report);
  });

  test("gives a list page by page, all of it once, in an order that stays", async () => {
    for (const order of ["", "&order=name", "&order=-name", "&order=-slug"]) {
      const found: { key: string; item: Report["components"][number] }[] = [];
      let cursor = "";
      do {
        const path = `${bakery}/sections/components/items?limit=3${order}${cursor}`;
        const { status, body } = await service.ask<Page>(path);
        expect(status).toBe(200);
        expect(body.total).toBe(report.components.length);
        found.push(...body.items);
        cursor = body.next === null ? "" : `&cursor=${body.next}`;
      } while (cursor !== "");
      expect(found.map(({ key }) => key).toSorted()).toEqual(
        report.components.map(({ id }) => id).toSorted(),
      );
      for (const { key, item } of found)
        expect(item).toEqual(report.components.find(({ id }) => id === key));
      if (order === "") expect(found.map(({ item }) => item)).toEqual(report.components);
      const names = found.map(({ item }) => item.name);
      const sorted = names.toSorted((one, other) => (one < other ? -1 : 1));
      if (order === "&order=name") expect(names).toEqual(sorted);
      if (order === "&order=-name") expect(names).toEqual(sorted.toReversed());
    }
  });

  test("filters by fields and counts their values", async () => {
    const all = (
      await service.ask<Page>(`${bakery}/sections/components/items?facet=class&limit=500`)
    ).body;
    const kinds = new Map<string, number>();
    for (const { class: kind } of report.components) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const where = `where=lifecycle:production&where=languages:Ruby&facet=lifecycle&facet=customers`;
    const { body: both } = await service.ask<Page>(`${bakery}/sections/components/items?${where}`);
    const inRuby = report.components.filter(({ languages }) => languages.includes("Ruby"));
    const wanted = inRuby.filter(({ lifecycle }) => lifecycle === "production");
    expect(both.items.map((one) => one.item)).toEqual(wanted);
    const counts = both.facets["lifecycle"]?.map((one) => one.count);
    expect(counts?.reduce((sum, one) => sum + one, 0)).toBe(inRuby.length);
    const named = both.facets["customers"]?.find((one) => one.value === "feature-team")?.count;
    expect(named).toBe(wanted.filter(({ customers }) => customers.includes("feature-team")).length);
    const counted = all.facets["class"]?.map((one) => [one.value, one.count] as const);
    expect(new Map(counted)).toEqual(kinds);
    for (const [kind, count] of kinds) {
      const { body } = await service.ask<Page>(
        `${bakery}/sections/components/items?where=class:${kind}&facet=class&limit=500`,
      );
      expect(body.total).toBe(count);
      expect(body.items.every((one) => one.item.class === kind)).toBe(true);
      expect(body.facets).toEqual(all.facets);
    }
    const refused = await service.ask(`${bakery}/sections/components/items?where=nothing:1`);
    expect([refused.status, refused.body["code"]]).toEqual([400, "malformed-request"]);
    expect(refused.body["next"]).toContain("class");
  });

  test("refuses a cursor of another question", async () => {
    const { next } = (await service.ask(`${bakery}/sections/components/items?limit=1`)).body;
    for (const path of [`teams/items?cursor=${String(next)}`, "components/items?cursor=AAAA"]) {
      const refused = await service.ask(`${bakery}/sections/${path}`);
      expect([refused.status, refused.body["code"]]).toEqual([400, "malformed-request"]);
    }
  });

  test("gives one record by its key, whatever is in the key", async () => {
    for (const section of ["components", "capabilities", "jobs", "teams"] as const) {
      const first = await service.ask<Page>(`${bakery}/sections/${section}/items?limit=1`);
      const { key = "", item } = first.body.items[0] ?? {};
      const { body } = await service.ask(
        `${bakery}/sections/${section}/items/${encodeURIComponent(key)}`,
      );
      expect(body["item"]).toEqual(item);
    }
    const name = "component:a/b?c#d %2F\u0000'; drop table assessment; --\ud83d\ude00";
    const odd = { ...report.components[0]!, id: name };
    expect((await put({ ...report, components: [odd] }, "odd")).status).toBe(201);
    const path = `/api/v1/organisations/odd/sections/components/items/${encodeURIComponent(name)}`;
    expect((await service.ask(path)).body["item"]).toEqual(odd);
    expect((await service.ask(`${path}x`)).status).toBe(404);
  });

  test("gives a field through time", async () => {
    const { id, name } = report.components[0]!;
    await put(report);
    await put({ ...report, components: report.components.slice(1) });
    const path = `${bakery}/sections/components/items/${encodeURIComponent(id)}/history`;
    const { body } = await service.ask<History>(`${path}?field=name`);
    expect(body.moments.slice(0, 2).map((one) => [one.isThere, one.value])).toEqual([
      [false, null],
      [true, name],
    ]);
    const first = (await service.ask<History>(`${path}?limit=1`)).body;
    const second = (await service.ask<History>(`${path}?limit=1&cursor=${first.next}`)).body;
    expect(second.moments[0]?.value).toEqual(report.components[0]);
    await put(report);
  });

  test("gives facts by their ids", async () => {
    const [one, other] = report.evidence;
    const { body } = await service.ask(
      `${bakery}/evidence?ids=${other!.id}&ids=${one!.id}&ids=evidence:nothing`,
    );
    expect(body["evidence"]).toEqual([one, other]);
    expect((await service.ask(`${bakery}/evidence`)).status).toBe(400);
  });

  test("finds things by their names, mistyped as well", async () => {
    const { name, id } = report.capabilities[0]!;
    for (const text of [name, name.toUpperCase(), name.slice(0, -1), `${name}x`]) {
      const { body } = await service.ask<{ things: object[] }>(
        `${bakery}/search?q=${encodeURIComponent(text)}`,
      );
      expect(body.things[0]).toMatchObject({ name });
      expect(body.things).toContainEqual({ list: "capabilities", key: id, name });
    }
    expect((await service.ask(`${bakery}/search?q=qqqqqqqq`)).body["things"]).toEqual([]);
  });
});

test("the document of the API describes every route, and the records that it gives", async () => {
  const { body } = await service.ask<{
    paths: Record<string, Record<string, unknown>>;
    components: { schemas: Record<string, unknown> };
  }>("/api/v1/openapi.json");
  for (const { routes, isForPeople = false } of routeGroups)
    for (const { path, method } of routes)
      expect(Object.keys(body.paths[path] ?? {}).includes(method), path).toBe(!isForPeople);
  expect(Object.keys(body.components.schemas)).toEqual(
    expect.arrayContaining(["Component", "Capability", "Evidence", "Problem-Details"]),
  );
});
