import { z } from "zod";
import { count } from "#contract/primitives.ts";
import { Catalogues } from "#operations/catalogue/catalogues.ts";
import type { Entity } from "#operations/catalogue/entity.ts";
import type { EntityIndex } from "#operations/catalogue/entity-index.ts";
import { withFields } from "#operations/catalogue/entity-values.ts";
import {
  entityFacet,
  queryEntities,
  type EntityQuestion,
  type OrderPart,
} from "#operations/catalogue/query-entities.ts";
import type { AssessmentStore } from "#ports/assessment-store.ts";
import { entityCursorIn, entityCursorOf } from "../entity-cursor.ts";
import { ProblemError } from "../problem.ts";
import { defineRoute, type Route, type RouteGroup } from "../route.ts";
import type { ServiceContext } from "../service-context.ts";
import { organisationParams, wantedOrganisation } from "../wanted-assessment.ts";

/** One for each store: what a catalogue was made of stays with who keeps it. */
const ofStores = new WeakMap<AssessmentStore, Catalogues>();

/** Of one organisation, or of all. */
async function cataloguesOf(
  context: ServiceContext,
  organisation: string | undefined,
): Promise<readonly EntityIndex[]> {
  let catalogues = ofStores.get(context.assessments);
  if (catalogues === undefined)
    ofStores.set(context.assessments, (catalogues = new Catalogues(context)));
  const known =
    organisation === undefined
      ? await context.organisations.all()
      : [await wantedOrganisation(context, organisation)];
  const indexes: EntityIndex[] = [];
  for (const one of known) indexes.push(await catalogues.of(one));
  return indexes;
}

/** As an address may be long: with the cursor of the next page it has to fit into the head of a request. */
const longestQuestion = 6_000;
/** Answered at once, where nobody says how many. */
const mostAtOnce = 20_000;
const usualLimit = 20;

const texts = z.array(z.string().max(2_000));
const words = texts.max(50).default([]);
const few = texts.max(5).default([]);
const filterQuery = z.object({
  filter: words.describe("`kind=component,spec.type=service`; of several any"),
});
const fieldsQuery = z.object({ fields: words.describe("paths, with commas between them") });
const cursorText = z.string().regex(/^[\w-]{1,12000}$/);
const limit = z.coerce.number().int().min(1).max(10_000).optional();
const offset = z.coerce.number().int().min(0).max(10_000_000).default(0);

const entity = z
  .looseObject({ kind: z.string(), metadata: z.looseObject({ name: z.string() }) })
  .meta({ id: "Catalogue-Entity", description: "of the model of Backstage, or the wanted fields" });

const shown = (one: Entity, fields: readonly string[]): object => {
  const paths = fields.flatMap((list) => list.split(",")).map((path) => path.trim());
  const wanted = paths.filter((path) => path !== "");
  return wanted.length === 0 ? one : withFields(one, wanted);
};

function checked(question: EntityQuestion): EntityQuestion {
  if (JSON.stringify(question).length <= longestQuestion) return question;
  throw new ProblemError(
    "malformed-request",
    `Filter and order are longer than ${String(longestQuestion)} characters.`,
    "Ask with fewer conditions, or by references: POST …/entities/by-refs",
  );
}

/** `asc:metadata.name` and `metadata.name,asc`, as each of the two addresses has it. */
function orderPart(path: string | undefined, direction: string | undefined): OrderPart {
  if (path !== undefined && path !== "" && (direction === "asc" || direction === "desc"))
    return { path, isDescending: direction === "desc" };
  throw new ProblemError(
    "malformed-request",
    "The order is not understood.",
    "Write order=asc:metadata.name here, orderField=metadata.name,asc at …/entities/by-query",
  );
}

function notThere(what: string): ProblemError {
  return new ProblemError(
    "not-found",
    `There is no entity of that ${what} in the catalogue.`,
    "Those that are there: …/entities/by-query",
  );
}

/** The same addresses below that of an organisation, and for all of them together, where each is a namespace. */
function routesAt(
  base: `/${string}`,
  params: typeof noParams | typeof organisationParams,
): Route[] {
  const common = { permission: "read-assessments", problems: ["other-version"] } as const;
  const slugOf = (given: object): string | undefined =>
    "organisation" in given ? String(given.organisation) : undefined;
  const list = defineRoute({
    ...common,
    method: "get",
    path: `${base}/entities`,
    summary: "Entities of the catalogue, as a list",
    params,
    query: filterQuery.extend({
      ...fieldsQuery.shape,
      order: few.describe("`asc:metadata.name`"),
      limit,
      offset,
      after: cursorText.optional(),
    }),
    problems: ["other-version", "too-large"],
    answers: { 200: { description: "Them.", schema: z.array(entity) } },
    answer: async (context, { params: given, query, url }) => {
      const all = await cataloguesOf(context, slugOf(given));
      const from = query.after === undefined ? null : entityCursorIn(query.after);
      const order = query.order.map((one) => {
        const [direction, ...path] = one.split(":");
        return orderPart(path.join(":"), direction);
      });
      const question = from?.question ?? checked({ filters: query.filter, order, text: null });
      const most = query.limit ?? mostAtOnce;
      const page = queryEntities(all, question, { limit: most, offset: query.offset, from });
      if (query.limit === undefined && page.after !== null)
        throw new ProblemError(
          "too-large",
          `The catalogue has ${String(page.total)} such entities, more than are answered at once.`,
          "Give a limit and follow the Link of each answer, or ask at …/entities/by-query",
        );
      const next = new URL(url);
      if (page.after !== null)
        next.search = new URLSearchParams([
          ["limit", String(most)],
          ...query.fields.map((one): [string, string] => ["fields", one]),
          ["after", entityCursorOf({ question, place: page.after, isBefore: false })],
        ]).toString();
      return {
        body: page.items.map((one) => shown(one, query.fields)),
        headers:
          page.after === null ? {} : { Link: `<${next.pathname}${next.search}>; rel="next"` },
      };
    },
  });

  const byQuery = defineRoute({
    ...common,
    method: "get",
    path: `${base}/entities/by-query`,
    summary: "Entities of the catalogue, page by page",
    params,
    query: filterQuery.extend({
      ...fieldsQuery.shape,
      orderField: few.describe("`metadata.name,asc`"),
      limit,
      offset,
      cursor: cursorText.optional(),
      fullTextFilterTerm: z.string().max(500).optional(),
      fullTextFilterFields: few.describe("else those of the order; else name and title"),
      totalItems: z.enum(["include", "exclude"]).default("include"),
    }),
    answers: {
      200: {
        description: "A page.",
        schema: z
          .object({
            items: z.array(entity),
            totalItems: count.describe("0 where it was not to be counted"),
            pageInfo: z.object({
              nextCursor: cursorText.optional(),
              prevCursor: cursorText.optional(),
            }),
          })
          .meta({ id: "Catalogue-Page" }),
      },
    },
    answer: async (context, { params: given, query }) => {
      const all = await cataloguesOf(context, slugOf(given));
      const from = query.cursor === undefined ? null : entityCursorIn(query.cursor);
      const question = from?.question ?? checked(askedOf(query));
      const wish = { limit: query.limit ?? usualLimit, offset: query.offset, from };
      const { items, total, before, after } = queryEntities(all, question, wish);
      const cursor = (place: typeof before, isBefore: boolean): string | null =>
        place === null ? null : entityCursorOf({ question, place, isBefore });
      const [prevCursor, nextCursor] = [cursor(before, true), cursor(after, false)];
      return {
        body: {
          items: items.map((one) => shown(one, query.fields)),
          totalItems: query.totalItems === "include" ? total : 0,
          pageInfo: {
            ...(nextCursor === null ? {} : { nextCursor }),
            ...(prevCursor === null ? {} : { prevCursor }),
          },
        },
      };
    },
  });

  const byName = defineRoute({
    ...common,
    method: "get",
    path: `${base}/entities/by-name/{kind}/{namespace}/{name}`,
    summary: "One entity by its reference",
    params: z.object({ ...params.shape, kind: step, namespace: step, name: step }),
    answers: { 200: { description: "It.", schema: entity } },
    answer: async (context, { params: given }) => {
      const { kind, namespace, name } = given;
      const all = await cataloguesOf(context, slugOf(given));
      return { body: found(all, `${kind}:${namespace}/${name}`) ?? refuse("reference") };
    },
  });

  const byUid = defineRoute({
    ...common,
    method: "get",
    path: `${base}/entities/by-uid/{uid}`,
    summary: "One entity by its uid",
    params: z.object({ ...params.shape, uid: z.uuid() }),
    answers: { 200: { description: "It.", schema: entity } },
    answer: async (context, { params: given }) => {
      const all = await cataloguesOf(context, slugOf(given));
      return { body: found(all, given.uid) ?? refuse("uid") };
    },
  });

  const byRefs = defineRoute({
    ...common,
    method: "post",
    path: `${base}/entities/by-refs`,
    summary: "Entities by their references, in the order in which they are asked for",
    params,
    query: filterQuery,
    body: z
      .strictObject({
        entityRefs: z.array(z.string().max(300)).max(1_000),
        fields: z.array(z.string().max(2_000)).max(50).default([]),
      })
      .meta({ id: "Wanted-Entities" }),
    answers: {
      200: {
        description: "Null where there is none, or the filter leaves it out.",
        schema: z.object({ items: z.array(entity.nullable()) }),
      },
    },
    answer: async (context, { params: given, query, body }) => {
      const all = await cataloguesOf(context, slugOf(given));
      const question = checked({ filters: query.filter, order: [], text: null });
      const left =
        query.filter.length === 0
          ? null
          : new Set(queryEntities(all, question, { limit: Infinity, offset: 0, from: null }).items);
      const items = body.entityRefs.map((ref) => {
        const one = found(all, ref);
        return one === null || left?.has(one) === false ? null : shown(one, body.fields);
      });
      return { body: { items } };
    },
  });

  const facets = defineRoute({
    ...common,
    method: "get",
    path: `${base}/entity-facets`,
    summary: "How often each value stands at a path of the entities",
    params,
    query: filterQuery.extend({ facet: z.array(z.string().min(1).max(200)).min(1).max(20) }),
    answers: {
      200: {
        description: "By path, the most frequent value first.",
        schema: z.object({
          facets: z.record(z.string(), z.array(z.object({ value: z.string(), count }))),
        }),
      },
    },
    answer: async (context, { params: given, query }) => {
      const all = await cataloguesOf(context, slugOf(given));
      const { filters } = checked({ filters: query.filter, order: [], text: null });
      const counted = query.facet.map((path) => [path, entityFacet(all, filters, path)] as const);
      return { body: { facets: Object.fromEntries(counted) } };
    },
  });
  return [list, byQuery, byName, byUid, byRefs, facets];
}

const noParams = z.object({});
const step = z.string().min(1).max(100);

function refuse(what: string): never {
  throw notThere(what);
}

function found(all: readonly EntityIndex[], refOrUid: string): Entity | null {
  for (const index of all) {
    const one = index.find(refOrUid);
    if (one !== null) return one;
  }
  return null;
}

function askedOf(query: {
  readonly filter: readonly string[];
  readonly orderField: readonly string[];
  readonly fullTextFilterTerm?: string | undefined;
  readonly fullTextFilterFields: readonly string[];
}): EntityQuestion {
  const order = query.orderField.map((one) => {
    const [path, direction = "asc"] = one.split(",");
    return orderPart(path, direction);
  });
  const named = query.fullTextFilterFields.flatMap((one) => one.split(","));
  const usual =
    order.length > 0 ? order.map(({ path }) => path) : ["metadata.name", "metadata.title"];
  const { filter: filters, fullTextFilterTerm: term } = query;
  const paths = named.length > 0 ? named : usual;
  return { filters, order, text: term === undefined ? null : { term, paths } };
}

export const catalogue: RouteGroup = {
  name: "Catalogue",
  routes: [
    ...routesAt("/api/catalog", noParams),
    ...routesAt("/api/v1/organisations/{organisation}/catalog", organisationParams),
  ],
};
