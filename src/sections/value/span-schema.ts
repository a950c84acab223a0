import { z } from "zod";

/** low ≤ likely ≤ high. */
export const span = z
  .object({ low: z.number(), likely: z.number(), high: z.number() })
  .meta({ id: "Span", description: "a figure with its uncertainty" });
