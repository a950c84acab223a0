import type { z } from "zod";
import type { OpenedAssessment } from "#operations/open-assessment.ts";

/** What a tool answers from. */
export interface ToolContext {
  /** The assessment as it stands now. Throws `no-assessment`. */
  readonly open: () => Promise<OpenedAssessment>;
}

/** What is given back in place of an answer is never changed. */
type ReadonlyDeep<Value> = Value extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: ReadonlyDeep<Value[Key]> }
    : Value;

/** Texts are as repositories wrote them: `toolResult` makes them safe. */
export interface Answer<Content> {
  /** The same in lines, for agents and people that read text. */
  readonly lines: readonly string[];
  readonly content: Content;
}

export interface ToolWords {
  /** A verb or a noun that a person would say. */
  readonly name: string;
  readonly title: string;
  /** When to take it, what it answers. */
  readonly description: string;
}

/** A tool as the server calls it. */
export interface Tool extends ToolWords {
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** Throws `InvalidInput`, and what its verb throws. */
  readonly call: (context: ToolContext, input: unknown) => Promise<Answer<object>>;
  /** The name in an input that nothing may answer to. */
  readonly nameIn: (input: unknown) => string | null;
}

export interface ToolSpecification<
  Input extends z.ZodObject,
  Output extends z.ZodObject,
> extends ToolWords {
  /** Strict: what is not known is refused. */
  readonly input: Input;
  /** What stands in an answer and not in it is left out. */
  readonly output: Output;
  readonly named?: (input: z.infer<Input>) => string | undefined;
  readonly answer: (
    context: ToolContext,
    input: z.infer<Input>,
  ) => Promise<Answer<ReadonlyDeep<z.infer<Output>>>>;
}

/** What was asked is not what the tool takes. */
export class InvalidInput extends Error {
  readonly wrong: readonly string[];

  constructor(wrong: readonly string[]) {
    super(wrong.join("; "));
    this.name = "InvalidInput";
    this.wrong = wrong;
  }
}

/** One verb as a tool: its input is checked before, what it answers is put into the shape that it promises. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  specification: ToolSpecification<Input, Output>,
): Tool {
  const { name, title, description, input, output, named, answer } = specification;
  return {
    name,
    title,
    description,
    input,
    output,
    call: async (context, given) => {
      const parsed = input.safeParse(given ?? {});
      if (!parsed.success)
        throw new InvalidInput(
          parsed.error.issues.map(({ path, message }) =>
            path.length === 0 ? message : `${path.join(".")}: ${message}`,
          ),
        );
      const { lines, content } = await answer(context, parsed.data);
      return { lines, content: output.parse(content) };
    },
    nameIn: (given) => {
      const parsed = input.safeParse(given ?? {});
      return parsed.success ? (named?.(parsed.data) ?? null) : null;
    },
  };
}
