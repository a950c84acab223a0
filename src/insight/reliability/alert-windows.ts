import { day, hour, minute } from "./durations.ts";
import { errorBudget } from "./objective.ts";
import type { AlertSeverity } from "#vocabulary/reliability.ts";

/** Fires while the burn rate over both windows is above `factor`. */
export interface AlertWindow {
  readonly severity: AlertSeverity;
  readonly longSeconds: number;
  readonly shortSeconds: number;
  readonly factor: number;
}

export interface DroppedWindow extends AlertWindow {
  readonly reason: string;
}

/**
 * Share of the budget (in percent, so that factors come out exact) that one long window may spend. SRE Workbook, ch. 5,
 * table 5-8, with the 1 d/2 h ticket of the same share that its generators add.
 */
const shares = [
  { severity: "page", longSeconds: hour, shortSeconds: 5 * minute, percent: 2 },
  { severity: "page", longSeconds: 6 * hour, shortSeconds: 30 * minute, percent: 5 },
  { severity: "ticket", longSeconds: day, shortSeconds: 2 * hour, percent: 10 },
  { severity: "ticket", longSeconds: 3 * day, shortSeconds: 6 * hour, percent: 10 },
] as const;

/**
 * Multi-window, multi-burn-rate alerts for a period: factor = share of the budget × period ÷ long window. Left out, with the
 * reason: windows that cannot fire, that would fire below a rate of 1, and that are shorter than what is measured.
 */
export function alertWindows(
  target: number,
  periodSeconds: number,
  sliceSeconds = 0,
): { readonly windows: readonly AlertWindow[]; readonly dropped: readonly DroppedWindow[] } {
  const windows: AlertWindow[] = [];
  const dropped: DroppedWindow[] = [];
  for (const { percent, ...window } of shares) {
    const factor = (percent * periodSeconds) / (100 * window.longSeconds);
    const reason = reasonAgainst(factor, target, window.shortSeconds, sliceSeconds);
    if (reason === null) windows.push({ ...window, factor });
    else dropped.push({ ...window, factor, reason });
  }
  return { windows, dropped };
}

function reasonAgainst(
  factor: number,
  target: number,
  shortSeconds: number,
  sliceSeconds: number,
): string | null {
  if (factor * errorBudget(target) >= 1)
    return "cannot fire: even if everything fails, the budget does not burn this fast";
  if (factor < 1) return "means nothing: it would fire while the budget lasts";
  if (shortSeconds < sliceSeconds) return "cannot be measured: its short window is below one slice";
  return null;
}
