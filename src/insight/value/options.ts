/** A figure with its uncertainty, or an assumption with its span. */
export interface Span {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** What a person-month costs: configured, never assumed. */
export interface MoneyRate {
  readonly amount: number;
  readonly currency: string;
  readonly source: string;
}

export interface ValueOptions {
  /** Cost of reusing ÷ cost of writing it oneself (RCR, Poulin 1997). */
  readonly relativeCostOfReuse: Span;
  /** Cost of writing for reuse ÷ cost of writing for one's own use (RCWR, Poulin 1997). */
  readonly relativeCostOfWritingForReuse: Span;
  /** Person-hours of one consumer for one new major version; null: not known. */
  readonly upgradeHours: Span | null;
  readonly hoursPerPersonMonth: number;
  readonly rate: MoneyRate | null;
  /** Effort comes from people: with fewer of them it is withheld. */
  readonly suppressBelow: number;
  /** Exported names below which a share of them says nothing. */
  readonly namesMinimum: number;
  /** Capabilities of a kind whose used share must be seen before their median stands in for one that is not. */
  readonly shareMinimum: number;
  /** Owners on each side of a comparison, below which none is made. */
  readonly minimumOwners: number;
  readonly permutations: number;
  /** Quarters after adoption over which the effect is averaged, and before it over which the trend is. */
  readonly effectQuarters: number;
  readonly preQuarters: number;
  /** Quarters after adoption that the curve shows. */
  readonly curveQuarters: number;
}

export const defaultValueOptions: ValueOptions = {
  relativeCostOfReuse: { low: 0.03, likely: 0.2, high: 0.4 },
  relativeCostOfWritingForReuse: { low: 1.2, likely: 1.5, high: 2.2 },
  upgradeHours: null,
  hoursPerPersonMonth: 140,
  rate: null,
  suppressBelow: 5,
  namesMinimum: 4,
  shareMinimum: 3,
  minimumOwners: 8,
  permutations: 999,
  effectQuarters: 4,
  preQuarters: 4,
  curveQuarters: 8,
};
