import type { IndicatorReadings } from "#insight/signals/indicators.ts";
import { readDecays } from "./decays.ts";
import type { IndicatorSources } from "./indicator-sources.ts";
import { readSignal1 } from "./signal-1.ts";
import { readSignal2 } from "./signal-2.ts";
import { readSignal3 } from "./signal-3.ts";
import { readSignal4 } from "./signal-4.ts";
import { readSignal5 } from "./signal-5.ts";
import { readSignal6 } from "./signal-6.ts";
import { readSignal7 } from "./signal-7.ts";

/** Every indicator from what was measured; one that cannot be read says why. */
export function readIndicators(sources: IndicatorSources): IndicatorReadings {
  return {
    ...readSignal1(sources),
    ...readSignal2(sources),
    ...readSignal3(sources),
    ...readSignal4(sources),
    ...readSignal5(sources),
    ...readSignal6(sources),
    ...readSignal7(sources),
    ...readDecays(sources),
  };
}
