import { createContext, use } from "react";
import type { Capability, Component, Team } from "./report-rows.ts";

/** What every link names, by id: opened before any screen, so that a table of links asks for nothing row by row. */
export interface NamesOfThings {
  readonly components: ReadonlyMap<string, Component>;
  readonly capabilities: ReadonlyMap<string, Capability>;
  readonly teams: ReadonlyMap<string, Team>;
}

export const NamesContext = createContext<NamesOfThings | null>(null);

export function useNames(): NamesOfThings {
  const names = use(NamesContext);
  if (names === null) throw new Error("A name was drawn before the names were read");
  return names;
}
