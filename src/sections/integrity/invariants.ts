import { sections } from "../index.ts";
import { everywhere } from "./everywhere.ts";
import type { Invariant } from "./invariant.ts";
import { partsInvariants } from "./parts.ts";

/** All that every report is held to: those of each section, then those that hold everywhere. */
export const invariants: readonly Invariant<never>[] = [
  ...sections.flatMap(({ integrity }) => integrity),
  ...partsInvariants,
  ...everywhere,
];
