import { readFile } from "node:fs/promises";
import { z } from "zod";
import { featureIds, perFeature, type FeatureId } from "#insight/classification/feature.ts";
import type { FeatureValues } from "#insight/classification/score.ts";
import { supportingRuleIds } from "#insight/classification/supporting-rules.ts";
import { expectedClasses } from "../organisations/inputs.ts";

const value = z.number().min(0).max(1);
const weighed = z.object({
  path: z.string(),
  values: z.record(z.enum(featureIds), value),
  rule: z.object({ id: z.enum(supportingRuleIds), value }).nullable(),
});

const label = z.object({
  class: z.enum([...expectedClasses, "either"]),
  confidence: z.string(),
});

const fact = weighed.extend({
  organisation: z.string(),
  repository: z.string(),
  /** What one careful reader says of it, and what a second one said without knowing that. */
  label,
  secondLabel: label.nullable(),
  /** Of a root: what it may stand for. */
  parts: z.array(weighed),
});

/** One labelled repository, or part of one: signs and labels, no text and nobody's name. */
export type Fact = z.infer<typeof fact>;
export type WeighedFact = z.infer<typeof weighed>;

export async function readFacts(file: string): Promise<Fact[]> {
  return z.array(fact).parse(JSON.parse(await readFile(file, "utf8")));
}

/** Three digits are enough: facts of one reading do not differ by what a processor rounds. */
export function rounded(values: FeatureValues): Record<FeatureId, number> {
  return perFeature((id) => Math.round(values[id] * 1000) / 1000);
}
