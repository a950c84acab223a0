import { z } from "zod";
import { count, instant, section } from "#contract/primitives.ts";
import { sections, type SectionName } from "./index.ts";

export const schemaVersion = 2;

type Section = (typeof sections)[number];
/** The keys of all sections in one shape. */
type SectionShapes = {
  readonly [Key in KeysOf<Section["schema"]>]: ShapeOf<Section["schema"], Key>;
};
type KeysOf<Shape> = Shape extends unknown ? keyof Shape : never;
type ShapeOf<Shape, Key extends PropertyKey> =
  Shape extends Readonly<Record<Key, infer Type>> ? Type : never;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shapes of the list that the type is made of
const shapes = Object.assign({}, ...sections.map(({ schema }) => schema)) as SectionShapes;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names of the list that the type is made of
const names = sections.map(({ name }) => name) as [SectionName, ...SectionName[]];

/** The whole JSON report: sections at the root, their window, n, coverage and unknowns under `sections`. */
export const report = z
  .object({
    schemaVersion: z.literal(schemaVersion),
    generatedAt: instant,
    asOf: instant,
    tool: z.object({ name: z.literal("fulcrum"), version: z.string() }),
    previous: z
      .object({
        generatedAt: instant,
        asOf: instant.describe("the last second that counted in it"),
      })
      .nullable()
      .describe("the assessment that this one is compared with"),
    sections: z.record(z.enum(names), section),
    ...shapes,
    evidenceOmittedCount: count.describe("the rest through `fulcrum explain`"),
  })
  .meta({ id: "Report" });
export type Report = z.infer<typeof report>;

/** What stands in it beside its sections. */
export const reportHead = report
  .pick({
    schemaVersion: true,
    generatedAt: true,
    asOf: true,
    tool: true,
    previous: true,
    evidenceOmittedCount: true,
  })
  .meta({ id: "Report-Head" });
