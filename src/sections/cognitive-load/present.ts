import type { ReportCognitiveLoad } from "./schema.ts";
import type { CognitiveLoad } from "#insight/cognitive-load/result.ts";
import { isoTime } from "../evidence-list.ts";

export function mapCognitiveLoad({ unknown: _, ...load }: CognitiveLoad): ReportCognitiveLoad {
  return {
    ...load,
    dimensions: load.dimensions.map(({ items, ...one }) => ({
      ...one,
      items: [...items],
    })),
    trend: load.trend.map(({ at, count }) => ({ at: isoTime(at), count })),
  };
}
