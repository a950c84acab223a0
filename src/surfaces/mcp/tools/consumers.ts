import { z } from "zod";
import { counted, dayOf, some } from "#kernel/phrases.ts";
import { listConsumers, type ConsumerRow } from "#operations/list-consumers.ts";
import { consumptionVias, endReasons, scopes } from "#vocabulary/adoption.ts";
import {
  asked,
  cutLine,
  evidenceField,
  evidenceLine,
  firstOf,
  pageInput,
  pageOf,
  pageOutput,
} from "../fields.ts";
import { defineTool } from "../define-tool.ts";

/** The first shows how a use began, the last how it stands. */
const factsShown = 2;

export const consumers = defineTool({
  name: "consumers",
  title: "Who uses a capability",
  description:
    "Who uses a capability (a library, an image, a service, a workflow …): each component with its owners, since when, until when and why it ended, in which version, whether it is behind the newest major version, and the commits that show it.",
  input: z.strictObject({
    capability: asked.describe("name or id of a capability, or of the component that offers it"),
    withFormer: z.boolean().default(false).describe("also those that used it and do not now"),
    onlyBehind: z.boolean().default(false).describe("only those on an older major version"),
    ...pageInput,
  }),
  output: z.object({
    capability: z.object({
      id: z.string(),
      name: z.string(),
      latestVersion: z.string().nullable(),
      owners: z.array(z.string()),
    }),
    adoptersNow: z.int().nullable().describe("null: not counted"),
    adoptersEver: z.int().nullable(),
    onNewestMajor: z
      .object({ major: z.string(), numerator: z.int(), denominator: z.int() })
      .nullable(),
    consumers: z.array(
      z.object({
        consumptionId: z.string(),
        componentId: z.string(),
        component: z.string(),
        owners: z.array(z.string()),
        via: z.enum(consumptionVias),
        scope: z.enum(scopes),
        since: z.string().describe("UTC, ISO 8601"),
        isOlder: z.boolean().describe("in use already when history begins"),
        until: z.string().nullable().describe("null: in use now"),
        endReason: z.enum(endReasons).nullable(),
        constraint: z.string().nullable(),
        version: z.string().nullable().describe("the last that was seen"),
        isBehind: z.boolean().nullable().describe("null: not known, or its clone is older"),
        evidence: z.array(evidenceField).describe("how it began, and what came last"),
        evidenceCount: z.int(),
      }),
    ),
    page: pageOutput,
  }),
  named: ({ capability }) => capability,
  answer: async (context, { capability: name, withFormer, onlyBehind, ...part }) => {
    const opened = await context.open();
    const listed = await listConsumers(opened, {
      assessment: opened.id,
      capability: name,
      withFormer,
      onlyBehind,
    });
    const { capability, adoption, onNewestMajor, rows } = listed;
    const { shown, page, restLines } = pageOf(rows, part);
    return {
      content: {
        capability,
        adoptersNow: adoption?.adoptersNow ?? null,
        adoptersEver: adoption?.adoptersEver ?? null,
        onNewestMajor,
        consumers: shown.map((row) => ({
          ...row,
          evidence: factsOf(row),
          evidenceCount: row.evidence.length,
        })),
        page,
      },
      lines: [
        `${capability.name} (${capability.id}), newest version ${capability.latestVersion ?? "not known"}, owner ${capability.owners.length === 0 ? "not known" : some(capability.owners, 3)}`,
        adoption === null
          ? "How it is used was not counted."
          : `In use by ${counted(adoption.adoptersNow, "component")}, ever by ${String(adoption.adoptersEver)}.`,
        ...(onNewestMajor === null
          ? []
          : [
              `${String(onNewestMajor.numerator)} of ${counted(onNewestMajor.denominator, "component")} on major version ${onNewestMajor.major} or newer.`,
            ]),
        ...shown.flatMap((row) => [
          useLine(row),
          ...factsOf(row).map((fact) => `    ${evidenceLine(fact)}`),
          ...cutLine(row.evidence.length, factsOf(row).length, `explain ${row.consumptionId}`),
        ]),
        ...restLines,
      ],
    };
  },
});

function factsOf({ evidence }: ConsumerRow): ConsumerRow["evidence"] {
  if (evidence.length <= factsShown) return evidence;
  return [...firstOf(evidence, 1), ...evidence.slice(-1)];
}

function useLine(row: ConsumerRow): string {
  return [
    `- ${row.component}, owner ${row.owners.length === 0 ? "not known" : some(row.owners, 3)}`,
    `since ${row.isOlder ? "before " : ""}${dayOf(row.since)}`,
    ...(row.until === null
      ? []
      : [`until ${dayOf(row.until)}${row.endReason === null ? "" : ` (${row.endReason})`}`]),
    row.version === null
      ? `version not known, asks ${row.constraint ?? "for any"}`
      : `version ${row.version}`,
    ...(row.isBehind === true ? ["behind"] : []),
    `${row.scope}, ${row.via} (${row.consumptionId})`,
  ].join("; ");
}
