import { publishedEndsOfLife, type EndOfLife } from "./end-of-life.ts";

export interface SharedRiskOptions {
  /** Later rows go before earlier ones. */
  readonly endsOfLife: readonly EndOfLife[];
  /** Fewer owners behind are no shared matter (uncalibrated). */
  readonly minimumOwners: number;
}

export const defaultSharedRiskOptions: SharedRiskOptions = {
  endsOfLife: publishedEndsOfLife,
  minimumOwners: 2,
};
