import type { Indicator } from "./indicator.ts";
import type { DecayId } from "#vocabulary/decision.ts";

const judged = "a judgement of this project; uncalibrated";

function indicator(
  of: DecayId,
  title: string,
  unit: Indicator["unit"],
  [zeroPoint, onePoint]: readonly [number, number],
  minimumN: number,
  family: string,
): Indicator {
  const origin = judged;
  return { of, title, unit, zeroPoint, onePoint, minimumN, family, origin, isCalibrated: false };
}

/** What each of the five decays is measured by: docs/insights/signals.md. */
export const decayIndicators = {
  "ad-hoc-services": indicator(
    "ad-hoc-services",
    "Services with one consumer that nobody has maintained for a year",
    "share",
    [0.05, 0.4],
    5,
    "services",
  ),
  "effective-solutions": indicator(
    "fragmented-tooling",
    "Effective number of solutions to a job of three or more owners, mean",
    "count",
    [1.2, 2.5],
    8,
    "jobs now",
  ),
  "effective-solutions-growth": indicator(
    "fragmented-tooling",
    "Growth of that number over two years, for each year",
    "per-year",
    [0, 0.3],
    8,
    "jobs over time",
  ),
  "cognitive-load-level": indicator(
    "cognitive-load",
    "Technologies, tools and versions that an owner must know, median",
    "count",
    [30, 90],
    3,
    "load now",
  ),
  "cognitive-load-growth": indicator(
    "cognitive-load",
    "Growth of that number",
    "per-year",
    [0, 0.2],
    3,
    "load over time",
  ),
  "wrapper-chains": indicator(
    "one-more-abstraction",
    "Capabilities in use that are reached through three or more wrappers",
    "share",
    [0, 0.2],
    5,
    "chains",
  ),
  "thin-layers": indicator(
    "one-more-abstraction",
    "Layers that hand on more than they do",
    "share",
    [0.05, 0.3],
    5,
    "layers",
  ),
  "unowned-components": indicator(
    "diluted-responsibility",
    "Live components without a known owner",
    "share",
    [0.05, 0.4],
    5,
    "no owner",
  ),
  "over-owned-components": indicator(
    "diluted-responsibility",
    "Live components with three or more owners",
    "share",
    [0.05, 0.4],
    5,
    "many owners",
  ),
  "no-direction": indicator(
    "diluted-responsibility",
    "Charter, goals and roadmap of the platform that do not exist",
    "share",
    [0, 1],
    3,
    "direction",
  ),
} as const satisfies Readonly<Record<string, Indicator>>;
