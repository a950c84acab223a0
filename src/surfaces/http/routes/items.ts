import { z } from "zod";
import { count } from "#contract/primitives.ts";
import { cursor, facetCounts, keptAssessment, nextCursor } from "#contract/service.ts";
import { recordLists } from "#operations/answering/record-lists.ts";
import { listItems } from "#operations/list-items.ts";
import { showItem } from "#operations/show-item.ts";
import { showItemHistory } from "#operations/show-item-history.ts";
import { cursorOf, placeIn } from "../page-cursor.ts";
import { ProblemError } from "../problem.ts";
import { defineRoute, type RouteGroup } from "../route.ts";
import {
  assessmentQuery,
  versionOf,
  wantedAssessment,
  wantedOrganisation,
} from "../wanted-assessment.ts";
import { itemParams, listQuery, sectionParams, wantedList } from "../wanted-section.ts";

const limit = z.coerce.number().int().min(1).max(500).default(50);
const conditions = z.array(z.string().min(1).max(2_000)).max(20).default([]);
const base = "/api/v1/organisations/{organisation}/sections/{section}/items";

const lists = [...recordLists.values()];

const page = z
  .union(
    lists.map(({ key, record }) =>
      z
        .object({
          assessment: keptAssessment,
          list: z.literal(key),
          items: z.array(z.object({ key: z.string(), item: record })),
          total: count.describe("with the wanted values, on all pages"),
          facets: facetCounts,
          next: nextCursor,
        })
        .meta({ id: `Page-of-${key}` }),
    ),
  )
  .meta({ id: "Page-of-Items" });

const list = defineRoute({
  method: "get",
  path: base,
  permission: "read-assessments",
  summary: "Records of a section, page by page",
  params: sectionParams,
  query: assessmentQuery.extend({
    ...listQuery.shape,
    where: conditions.describe(
      "`field:value`, or `field` alone where it has to be unknown; several of one field: any of them",
    ),
    facet: conditions.describe(
      "a field of few values: how often each is there, among what the other fields leave",
    ),
    order: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe("a field, with a minus before it for the largest first; else as in the report"),
    limit,
    cursor: cursor.optional(),
  }),
  answers: { 200: { description: "A page.", schema: page } },
  problems: ["other-version"],
  answer: async (context, { params: { organisation, section }, query }) => {
    const { where, facet: facets, order = null } = query;
    const from = wantedList(section, query.list);
    const asked = { organisation, list: from.key, where, order, assessment: query.assessment };
    const place = query.cursor === undefined ? null : placeIn(query.cursor, asked);
    const id = place?.assessment ?? query.assessment;
    const assessment = await wantedAssessment(context, organisation, id);
    const skip = place?.skip ?? 0;
    return {
      version: versionOf(assessment),
      body: async () => {
        const wish = { assessment: assessment.id, list: from, where, facets, order, skip };
        const found = await listItems(context, { ...wish, limit: query.limit });
        const end = skip + found.items.length;
        const isLast = found.items.length === 0 || end >= found.total;
        const next = isLast ? null : cursorOf({ assessment: assessment.id, skip: end }, asked);
        return { assessment, list: from.key, ...found, next };
      },
    };
  },
});

const found = z
  .union(
    lists.map(({ key, record }) =>
      z
        .object({
          assessment: keptAssessment,
          list: z.literal(key),
          key: z.string(),
          item: record,
        })
        .meta({ id: `Item-of-${key}` }),
    ),
  )
  .meta({ id: "Found-Item" });

const one = defineRoute({
  method: "get",
  path: `${base}/{key}`,
  permission: "read-assessments",
  summary: "One record",
  params: itemParams,
  query: assessmentQuery.extend(listQuery.shape),
  answers: { 200: { description: "It.", schema: found } },
  problems: ["other-version"],
  answer: async (context, { params: { organisation, section, key }, query }) => {
    const from = wantedList(section, query.list);
    const assessment = await wantedAssessment(context, organisation, query.assessment);
    return {
      version: versionOf(assessment),
      body: async () => {
        const item = await showItem(context, { assessment: assessment.id, list: from, key });
        if (item !== null) return { assessment, list: from.key, ...item };
        throw new ProblemError(
          "not-found",
          `The list ${from.key} of that assessment has no record by this key.`,
          "Take keys from /items, or from references of the report.",
        );
      },
    };
  },
});

const moments = z
  .object({
    list: z.string(),
    key: z.string(),
    moments: z.array(
      z.object({
        assessment: keptAssessment,
        isThere: z.boolean(),
        value: z.unknown().describe("null: unknown, or the record was not there"),
      }),
    ),
    next: nextCursor,
  })
  .meta({ id: "Item-History" });

const history = defineRoute({
  method: "get",
  path: `${base}/{key}/history`,
  permission: "read-assessments",
  summary: "A record, or one field of it, through the assessments that are kept",
  params: itemParams,
  query: z.object({
    ...listQuery.shape,
    field: z
      .string()
      .min(1)
      .max(8_000)
      .optional()
      .describe("steps below with slashes, entries of lists by key; none: all of it"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: cursor.optional(),
  }),
  answers: { 200: { description: "The newest first.", schema: moments } },
  answer: async (context, { params: { organisation, section, key }, query }) => {
    const from = wantedList(section, query.list);
    await wantedOrganisation(context, organisation);
    const asked = { organisation, list: from.key, key };
    const before = query.cursor === undefined ? null : placeIn(query.cursor, asked).assessment;
    const then = await showItemHistory(context, {
      slug: organisation,
      list: from,
      key,
      field: query.field ?? null,
      before,
      limit: query.limit + 1,
    });
    const shown = then.slice(0, query.limit);
    const last = then.length > query.limit ? shown.at(-1) : undefined;
    const next =
      last === undefined ? null : cursorOf({ assessment: last.assessment.id, skip: 0 }, asked);
    return { body: { list: from.key, key, moments: shown, next } };
  },
});

export const items: RouteGroup = { name: "Items", routes: [list, one, history] };
