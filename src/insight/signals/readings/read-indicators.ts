import type { IndicatorReading } from "../indicator.ts";
import type { IndicatorReadings } from "../indicators.ts";
import { whereLooked } from "./common-readings.ts";
import { readDecays } from "./decays.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { readSameProblem } from "./same-problem-different-ways.ts";
import { readSlowTooling } from "./slow-because-of-tooling.ts";
import { readInterfaces } from "./interfaces-hard-to-use.ts";
import { readLeads } from "./leads-as-product-managers.ts";
import { readPutOff } from "./platform-work-put-off.ts";
import { readSpeed } from "./speed-over-maintainability.ts";
import { readSystemic } from "./systemic-problems.ts";

/** Every indicator from what was measured, each with facts that it opens into; one that cannot be read says why. */
export function readIndicators(sources: IndicatorSources): IndicatorReadings {
  const readings: IndicatorReadings = {
    ...readSameProblem(sources),
    ...readSlowTooling(sources),
    ...readInterfaces(sources),
    ...readLeads(sources),
    ...readPutOff(sources),
    ...readSpeed(sources),
    ...readSystemic(sources),
    ...readDecays(sources),
  };
  const looked = whereLooked(sources.repositories);
  const opening = (one: IndicatorReading): IndicatorReading =>
    one.unknown === null && one.evidence.length === 0 ? { ...one, evidence: looked } : one;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys stay what they are
  return Object.fromEntries(
    Object.entries(readings).map(([id, one]) => [id, opening(one)]),
  ) as IndicatorReadings;
}
