/** Thresholds of docs/insights/layers.md, all uncalibrated. */
export interface LayersOptions {
  /** A layer is thin when it has at most this share of the code files of what it is laid over … */
  readonly thinFiles: number;
  /** … at most this share of its exported names … */
  readonly thinNames: number;
  /** … and mentions of the other's names at least this many for each name of its own. */
  readonly forwarded: number;
  /** Wrappers on the way that make a chain. */
  readonly chain: number;
}

export const defaultLayersOptions: LayersOptions = {
  thinFiles: 0.2,
  thinNames: 0.5,
  forwarded: 0.5,
  chain: 3,
};
