import type { IndicatorReadings } from "#insight/signals/indicators.ts";
import { readDecays } from "./indicators/decays.ts";
import type { IndicatorSources } from "./indicators/indicator-sources.ts";
import { readSignal1 } from "./indicators/signal-1.ts";
import { readSignal2 } from "./indicators/signal-2.ts";
import { readSignal3 } from "./indicators/signal-3.ts";
import { readSignal4 } from "./indicators/signal-4.ts";
import { readSignal5 } from "./indicators/signal-5.ts";
import { readSignal6 } from "./indicators/signal-6.ts";
import { readSignal7 } from "./indicators/signal-7.ts";

/** Every indicator from what was measured; one that cannot be read says why. */
export function readIndicators(sources: IndicatorSources): IndicatorReadings {
  return {
    ...readSignal1(sources),
    ...readSignal2(),
    ...readSignal3(sources),
    ...readSignal4(),
    ...readSignal5(),
    ...readSignal6(),
    ...readSignal7(sources),
    ...readDecays(sources),
  };
}
