import type { z } from "zod";
import type { UnknownEntry } from "#contract/primitives.ts";
import type { EvidenceList } from "./evidence-list.ts";
import type { Found } from "./found.ts";

/** What stands in the report under the keys of a section. */
export type Shown<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;

/** One part of the report, whole: its name, its shape, how it is written, and what it rests on. */
export interface SectionDefinition<Name extends string, Shape extends z.ZodRawShape> {
  readonly name: Name;
  /** What its n counts, in the singular. */
  readonly noun: string;
  /** Its keys in the report: its own name, and what belongs to it. */
  readonly schema: Shape;
  /** Puts what was found into the words of the contract; handing in a fact to `evidence` gives its id. */
  readonly present: (found: Found, evidence: EvidenceList) => Shown<Shape>;
  /** Observations that it rests on. */
  readonly n: (found: Found, shown: Shown<Shape>) => number;
  /** Share of the organisation that the evidence reaches, 0 to 1; null: it has no such measure. */
  readonly coverage: (found: Found) => number | null;
  /** An entry for each null that stands for "unknown". */
  readonly unknown: (found: Found, shown: Shown<Shape>) => readonly UnknownEntry[];
}

type Optional = "coverage" | "unknown";

export function defineSection<const Name extends string, Shape extends z.ZodRawShape>(
  section: Omit<SectionDefinition<Name, Shape>, Optional> &
    Partial<Pick<SectionDefinition<Name, Shape>, Optional>>,
): SectionDefinition<Name, Shape> {
  return { coverage: () => null, unknown: () => [], ...section };
}

/** A part of a whole that is not empty, at most 1. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.min(1, part / whole);
}
