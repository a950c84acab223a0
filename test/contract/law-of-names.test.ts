import { describe, expect, it } from "vitest";
import { z } from "zod";
import { count, fraction, instant } from "#contract/primitives.ts";
import { report } from "#sections/report.ts";
import frozen from "./frozen-keys.json" with { type: "json" };

/** Every key of the report by its path, `[]` for lists, with the schema of its value. */
function* keys(schema: z.core.$ZodType, path = ""): Generator<readonly [string, z.core.$ZodType]> {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodArray) yield* keys(bare.element, `${path}[]`);
  else if (bare instanceof z.ZodUnion) for (const option of bare.options) yield* keys(option, path);
  else if (bare instanceof z.ZodRecord) yield* keys(bare.valueType, `${path}{}`);
  else if (bare instanceof z.ZodObject)
    for (const [name, value] of Object.entries(bare.shape)) {
      const at = path === "" ? name : `${path}.${name}`;
      yield [at, value];
      yield* keys(value, at);
    }
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? unwrapped(schema.unwrap())
    : schema;
}

/** Words of statistics, of spans and of points in time that say by themselves what they are. */
const standard =
  /^(?:n|p50|p85|value|low|high|likely|score|weight|share|coverage|numerator|denominator|pValue|adjustedPValue|count|recommended|reach|fit|strength|from|to|at|date|since|by|end)$/;

/** What is wrong with a name; null: nothing. */
function fault(name: string, schema: z.core.$ZodType): string | null {
  const bare = unwrapped(schema);
  if (standard.test(name)) return null;
  if (bare instanceof z.ZodBoolean) return /^(?:is|has)[A-Z]/.test(name) ? null : "is… or has…";
  if (isSame(bare, instant)) return name.endsWith("At") ? null : "…At";
  if (isSame(bare, fraction)) return name.endsWith("Share") ? null : "…Share";
  if (isSame(bare, count))
    return /(?:Count|N|Seconds|Days?|Months|Years|Lines|Score)$/.test(name) ? null : "…Count";
  return null;
}

/** `describe` makes another schema of the same kind. */
function isSame(schema: z.core.$ZodType, primitive: z.core.$ZodType): boolean {
  const id = z.globalRegistry.get(primitive)?.id;
  if (schema === primitive || (id !== undefined && z.globalRegistry.get(schema)?.id === id))
    return true;
  // oxlint-disable-next-line eslint/no-underscore-dangle -- where zod keeps what a described schema was made of
  const { parent } = schema._zod;
  return parent !== undefined && isSame(parent, primitive);
}

describe("the names of the report", () => {
  const all = [...keys(report)];

  it("say what kind of value stands under them", () => {
    const exempt = new Set(frozen.exempt);
    const wrong = all.flatMap(([path, schema]) => {
      const name = /[^.]*$/.exec(path)?.[0].replace(/(?:\[\])+$/, "") ?? path;
      const expected = fault(name, schema);
      return expected === null || exempt.has(path) ? [] : `${path} should be ${expected}`;
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  it("keep what others read", () => {
    const paths = new Set(all.map(([path]) => path));
    expect(frozen.keys.filter((path) => !paths.has(path))).toEqual([]);
  });

  it("are exempt from the law only where they exist and break it", () => {
    const broken = new Map(
      all.map(([path, schema]) => [path, fault(/[^.]*$/.exec(path)?.[0] ?? path, schema)] as const),
    );
    expect(frozen.exempt.filter((path) => (broken.get(path) ?? null) === null)).toEqual([]);
  });
});
