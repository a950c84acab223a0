import type { ReactNode } from "react";

export interface ThingTab {
  /** As in the address. */
  readonly id: string;
  readonly label: string;
  /** How many things stand in it, where that can be counted. */
  readonly count?: number;
  readonly content: () => ReactNode;
}
