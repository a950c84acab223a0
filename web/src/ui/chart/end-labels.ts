import type { Palette } from "./palette.ts";

const lineHeight = 15;

/** How far each label has to move so that none covers another; `y` is in pixels from the top, in any order. */
export function spreadLabels(ys: readonly number[]): readonly number[] {
  const order = ys.map((_, index) => index).sort((a, b) => (ys[a] ?? 0) - (ys[b] ?? 0));
  const placed = [...ys];
  // Upwards from the lowest: the axis below must not be covered.
  for (let rank = order.length - 2; rank >= 0; rank--) {
    const own = order[rank] ?? 0;
    const below = order[rank + 1] ?? 0;
    placed[own] = Math.min(placed[own] ?? 0, (placed[below] ?? 0) - lineHeight);
  }
  return placed.map((y, index) => y - (ys[index] ?? 0));
}

/** `isInside`: before the end of the line and above it, where a forecast goes on behind it. */
export function endLabel(
  words: string,
  colour: string,
  shift: number,
  palette: Palette,
  isInside = false,
): object {
  return {
    show: true,
    formatter: () => words,
    color: colour,
    textBorderColor: palette.paper,
    textBorderWidth: 3,
    fontSize: 12,
    fontFamily: palette.font,
    distance: 6,
    ...(isInside ? { align: "right", offset: [-16, shift - 9] } : { offset: [0, shift] }),
  };
}

/** The end of an axis from zero: the next round number, with steps that read well. */
export function axisEnd(largest: number): { readonly max: number; readonly interval: number } {
  const rough = Math.max(1, largest) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10;
  const interval = Math.max(1, step * power);
  return { interval, max: Math.max(interval, Math.ceil(largest / interval) * interval) };
}
