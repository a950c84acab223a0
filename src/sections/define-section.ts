import type { z } from "zod";
import type { Problem } from "#evidence/problem.ts";
import type { BlindSpot } from "./blind-spots/blind-spot.ts";
import type { Comparison } from "./changes/comparison.ts";
import type { ReportChange } from "./changes/schema.ts";
import type { Collected } from "./collected.ts";
import type { EvidenceList } from "./evidence-list.ts";
import type { Explains, Tells } from "./explanation/explaining.ts";
import type { Gathered } from "./gathered.ts";
import type { Invariant } from "./integrity/invariant.ts";
import type { UnknownEntry } from "./unknown-entries.ts";

/** What stands in the report under the keys of a section. */
export type Shown<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;

/** Sections that another rests on, each under the name that it is known by there. */
export type Needs = Readonly<Record<string, { readonly conclude: (found: never) => unknown }>>;

/** All that a section may look at: what was gathered, and the results of the sections that it needs, in one. */
export type FoundBy<Needed extends Needs> = Gathered & {
  readonly collected: Collected;
} & {
  readonly [Name in keyof Needed]: ReturnType<Needed[Name]["conclude"]>;
};

/** What a section has to say once it was concluded. */
export interface Concluded<Result, Found> {
  readonly result: Result;
  readonly found: Found;
}

/** … once it was put into words. */
export interface Written<Result, Found, Shape extends z.ZodRawShape> extends Concluded<
  Result,
  Found
> {
  readonly shown: Shown<Shape>;
}

/** One part of the report, whole: its name, its shape, what it rests on, how it is concluded and written. */
export interface SectionDefinition<
  Name extends string,
  Shape extends z.ZodRawShape,
  Result,
  Needed extends Needs,
> {
  readonly name: Name;
  /** What its n counts, in the singular. */
  readonly noun: string;
  /** Its keys in the report: its own name, and what belongs to it. */
  readonly schema: Shape;
  /** Sections before it in the list whose results it rests on. */
  readonly needs: Needed;
  /** Pure and synchronous: what has to be read, asked or computed elsewhere was gathered before. */
  readonly conclude: (found: FoundBy<Needed>) => Result;
  /** Puts the result into the words of the contract; handing in a fact to `evidence` gives its id. */
  readonly present: (
    result: Result,
    evidence: EvidenceList,
    found: FoundBy<Needed>,
  ) => Shown<Shape>;
  /** Observations that it rests on. */
  readonly n: (written: Written<Result, FoundBy<Needed>, Shape>) => number;
  /** Share of the organisation that the evidence reaches, 0 to 1; null: it has no such measure. */
  readonly coverage: (concluded: Concluded<Result, FoundBy<Needed>>) => number | null;
  /** An entry for each null that stands for "unknown". */
  readonly unknown: (written: Written<Result, FoundBy<Needed>, Shape>) => readonly UnknownEntry[];
  /** What was fed in and could not be used. */
  readonly problems: (concluded: Concluded<Result, FoundBy<Needed>>) => readonly Problem[];
  /** What its evidence does not reach. */
  readonly blindSpots: (
    concluded: Concluded<Result, FoundBy<Needed>>,
    evidence: EvidenceList,
  ) => readonly BlindSpot[];
  /** How its things open by id or name; null: it has none. */
  readonly explains: Explains<Shown<Shape>> | null;
  /** What it knows of the things of other sections; null: nothing. */
  readonly tells: Tells<Shown<Shape>> | null;
  /** What holds in every report of what it shows, alone and beside the sections around it: see `settle`. */
  readonly integrity: readonly Invariant<never>[];
  /** What differs from the report before. */
  readonly compare: (
    before: Shown<Shape>,
    after: Shown<Shape>,
    comparison: Comparison,
  ) => readonly ReportChange[];
}

type Optional =
  | "coverage"
  | "unknown"
  | "problems"
  | "blindSpots"
  | "explains"
  | "tells"
  | "integrity"
  | "compare";

export function defineSection<
  const Name extends string,
  Shape extends z.ZodRawShape,
  Result,
  const Needed extends Needs,
>(
  section: Omit<SectionDefinition<Name, Shape, Result, Needed>, Optional> &
    Partial<Pick<SectionDefinition<Name, Shape, Result, Needed>, Optional>>,
): SectionDefinition<Name, Shape, Result, Needed> {
  const none = (): readonly never[] => [];
  return {
    coverage: () => null,
    unknown: none,
    problems: none,
    blindSpots: none,
    explains: null,
    tells: null,
    integrity: [],
    compare: none,
    ...section,
  };
}

/** A part of a whole that is not empty, at most 1. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.min(1, part / whole);
}
