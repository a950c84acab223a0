import { z } from "zod";

export interface ObjectSchema {
  [key: string]: unknown;
  readonly type: "object";
}

/** What a tool takes, as clients are told of it. */
export function inputSchemaOf(input: z.ZodObject): ObjectSchema {
  return { ...z.toJSONSchema(input, { io: "input", override: withoutNoise }), type: "object" };
}

/** What it answers. What stands in several places is said once: agents read the list of tools with every question. */
export function outputSchemaOf(output: z.ZodObject): ObjectSchema {
  const override: typeof withoutNoise = (context) => {
    withoutNoise(context);
    // More may come: whoever reads an answer of today has no quarrel with that.
    delete context.jsonSchema.additionalProperties;
  };
  return { ...z.toJSONSchema(output, { reused: "ref", override }), type: "object" };
}

/** No bounds that every number has by being one. */
function withoutNoise({
  jsonSchema,
}: {
  readonly jsonSchema: {
    minimum?: number;
    maximum?: number;
    additionalProperties?: unknown;
  };
}): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
