import { z } from "zod";

/** Keys that the schema accepts at a path of keys and indexes; `value` is what stands at the root, to choose among unions. */
export function keysAt(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  value: unknown,
): readonly string[] {
  const bare = unwrapped(schema, value);
  const [first, ...rest] = path;
  if (first === undefined) return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
  const inside = childOf(bare, first);
  return inside === undefined ? [] : keysAt(inside, rest, memberOf(value, first));
}

function unwrapped(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodExactOptional
  )
    return unwrapped(schema.unwrap(), value);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator, options } = schema.def;
    const wanted = memberOf(value, discriminator);
    return options.find((option) => acceptsTag(option, discriminator, wanted)) ?? schema;
  }
  return schema;
}

function acceptsTag(option: z.core.$ZodType, discriminator: string, wanted: unknown): boolean {
  const tag: unknown = option instanceof z.ZodObject ? option.shape[discriminator] : undefined;
  return tag instanceof z.ZodLiteral && tag.safeParse(wanted).success;
}

function childOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodObject) return schema.shape[String(key)];
  return undefined;
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
