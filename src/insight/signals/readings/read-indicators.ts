import type { IndicatorReadings } from "../indicators.ts";
import { readDecays } from "./decays.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { readSameProblem } from "./same-problem-different-ways.ts";
import { readSlowTooling } from "./slow-because-of-tooling.ts";
import { readInterfaces } from "./interfaces-hard-to-use.ts";
import { readLeads } from "./leads-as-product-managers.ts";
import { readPutOff } from "./platform-work-put-off.ts";
import { readSpeed } from "./speed-over-maintainability.ts";
import { readSystemic } from "./systemic-problems.ts";

/** Every indicator from what was measured; one that cannot be read says why. */
export function readIndicators(sources: IndicatorSources): IndicatorReadings {
  return {
    ...readSameProblem(sources),
    ...readSlowTooling(sources),
    ...readInterfaces(sources),
    ...readLeads(sources),
    ...readPutOff(sources),
    ...readSpeed(sources),
    ...readSystemic(sources),
    ...readDecays(sources),
  };
}
